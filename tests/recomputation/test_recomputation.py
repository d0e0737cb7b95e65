"""An independent recomputation of every published band, phi, verdict, rank, funnel and trend word agrees in every row."""

import numpy as np
import pandas as pd
import pytest
import requests

from charts.compared_table import compared_table
from charts.files.provenance import Provenance
from charts.files.rows import file_rows
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import current_edition
from editions.periods import offered
from editions.values import values as values_of
from geo import registry
from indicators import comparators, funnel, ranks
from indicators.newest import newest
from indicators.trend import trend
from tests.recomputation import recompute
from tests.recomputation.conftest import MADE_UP, observations, read_csv
from tests.recomputation.recompute import Kind
from tests.rules.holding import TAKEN

PRINTED = {"aandeel-vervolgmeldingen", "aandeel-hermeldingen", "aandeel-eerste-meldingen"}
EXACT = {"wb-meldingen", "wb-adviezen", "wb-ondersteuning"}
MEASURES = {"meldingen": "reports", "adviezen": "advice", "wb-meldingen": "reports", "wb-adviezen": "advice"}
ENOUGH = {"JJ": 6, "HJ": 8}


def kind_of(indicator: str, file: pd.DataFrame) -> Kind:
    return Kind(
        rate=file["eenheid"].iloc[0] == "per 10.000 inwoners",
        two_counts=indicator == "aandeel-adviezen",
        printed=indicator in PRINTED,
    )


def published(data: str, indicator: str) -> pd.DataFrame:
    answer = requests.get(f"{data}/{indicator}.csv", timeout=120)
    answer.raise_for_status()
    return read_csv(answer.text)


def indicators_of(version: str) -> list[str]:
    indicators = [spec.id for spec in offered(current_edition())]
    return indicators if version == "embedded" else [each for each in indicators if each in MADE_UP]


def step_of(indicator: str) -> float:
    return 0.0 if indicator in EXACT else 5.0


def number_of(period: str) -> int:
    year, _, half = period.partition("-H")
    return int(year) * 2 + int(half or 0)


def test_every_count_is_the_published_cell(data, version):
    cells = observations()
    cells = cells[(cells["category"] == "Totaal") & (cells["missing"] == "present")].astype(
        {"region": "str", "table": "str", "measure": "str", "period": "str"}
    )
    seen = cells.set_index(["table", "measure", "region", "period"])["value"].to_dict()
    checked = 0
    for indicator in set(indicators_of(version)) & set(MEASURES):
        for row in published(data, indicator).dropna(subset=["aantal"]).to_dict("records"):
            year, _, half = row["periode"].partition("-H")
            key = (row["tabel"], MEASURES[indicator], row["code"], f"{year}{f'HJ0{half}' if half else 'JJ00'}")
            if key in seen:  # tables with more dimensions print their total under a name of their own
                checked += 1
                assert seen[key] == row["aantal"], key
    assert checked > 50


def test_bands_and_phi(data, version):
    rows = 0
    for indicator in indicators_of(version):
        file = published(data, indicator)
        kind, step = kind_of(indicator, file), step_of(indicator)
        known = file[file["waarde"].notna()]
        counts = {
            (row["code"], number_of(row["periode"])): (row["aantal"], row["noemer"])
            for row in file.to_dict("records")
            if row["niveau"] == "GM" and "-H" in row["periode"] and row["aantal"] >= 20 and row["noemer"] > 0
        }
        phi = recompute.phi_of(counts, rate=kind.rate)
        assert set(file["spreiding"].round(9)) == {round(phi, 9)}, indicator
        for row in known.to_dict("records"):
            rows += 1
            n, base = row["aantal"], row["noemer"]
            if np.isnan(n) or np.isnan(base):
                assert kind.printed
                expected = (max(row["waarde"] - 0.05, 0), min(row["waarde"] + 0.05, 100))
            elif kind.rate:
                expected = recompute.rate_band(n, base, step, phi)
                assert row["waarde"] == pytest.approx(n / base * 1e4)
            else:
                expected = recompute.share_band(n, base, step, phi, two_counts=kind.two_counts)
                assert row["waarde"] == pytest.approx(n / base * 100, abs=0.5 if kind.printed else 1e-9)
            assert (row["ondergrens"], row["bovengrens"]) == pytest.approx(expected, abs=1e-6), row
    assert rows > 100
    if version == "made up":
        assert rows > 15_000


def test_verdicts(data, version):
    decided = 0
    for indicator in indicators_of(version):
        file = published(data, indicator)
        kind, step = kind_of(indicator, file), step_of(indicator)
        whole = file[file["code"] == "NL01"].set_index("periode")
        for row in file[file["waarde"].notna()].to_dict("records"):
            word, sure = "", np.nan
            nation = whole.loc[row["periode"]] if row["periode"] in whole.index else None
            if nation is not None and row["code"] != "NL01" and row["vergelijking_met"] == "Nederland":
                numbers = (float(nation["aantal"]), float(nation["noemer"]), step)
                place = (row["aantal"], row["noemer"], step)
                word, sure = recompute.verdict(kind, place, numbers, phi=row["spreiding"], part=True)
            assert row["ligging"] == word, row
            assert row["zekerheid"] == pytest.approx(sure, nan_ok=True), row
            decided += word != ""
    assert decided > 20


def test_ranks_and_funnels_of_the_newest_year(data, version):
    """As the file of 'alles in één tabel' on the page Vergelijken holds them."""
    compared = 0
    for indicator in indicators_of(version):
        file = published(data, indicator)
        kind, step = kind_of(indicator, file), step_of(indicator)
        known = file[
            (file["niveau"] == "GM") & file["aantal"].notna() & file["noemer"].notna() & file["waarde"].notna()
        ]
        years = sorted(year for year in set(known["periode"]) if "-H" not in year)
        if not years:
            continue
        here = known[known["periode"] == years[-1]]
        table = file_of(indicator, Period.year(int(years[-1]))).set_index("code").loc[here["code"]]
        if len(here) > 1:
            best, worst = recompute.rank_ranges(
                here["aantal"],
                here["noemer"],
                np.full(len(here), step),
                here["spreiding"],
                here["waarde"],
                rate=kind.rate,
            )
            assert np.abs(table["plaats_hoogst"].to_numpy() - best).max() <= 1
            assert np.abs(table["plaats_laagst"].to_numpy() - worst).max() <= 1
            compared += len(here)
        found = recompute.funnel(here["aantal"], here["noemer"], rate=kind.rate)
        words = {"": "", "95": "buiten 95%", "99.8": "buiten 99,8%"}
        expected = np.full(len(here), "", dtype=object)
        if found is not None:
            expected[found[3]] = [words[one] for one in found[4]]
        told = [str(word).replace("\u00a0", " ") for word in table["trechter"].fillna("")]
        assert told == list(expected), indicator
    assert compared > (300 if version == "made up" else 18)


def file_of(indicator: str, period: Period) -> pd.DataFrame:
    spec = INDICATORS[indicator]
    values = values_of(current_edition(), indicator, level=Level.MUNICIPALITY)
    here = values[values["period"].astype("str") == period.code]
    try:
        drawn = funnel.funnel(here, spec=spec)
    except funnel.NoFunnelError:
        drawn = None
    chart = compared_table(
        here, spec=spec, period=period, comparator=comparators.NoComparator("Geen."), funnel=drawn,
        names={code: registry.name_in(code, year=period.calendar_year) for code in here["region"].astype("str")},
        ranges=ranks.rank_range(ranks.rank_ranges(here, spec=spec), here),
    )  # fmt: skip
    return file_rows(chart, TAKEN if isinstance(TAKEN, Provenance) else None)


def test_trend_words(data, version):
    spoken = 0
    newest_of = newest(current_edition().observations)
    for indicator in indicators_of(version):
        file = published(data, indicator)
        kind, step, spec = kind_of(indicator, file), step_of(indicator), INDICATORS[indicator]
        for level in sorted(set(file["niveau"])):
            values = values_of(current_edition(), indicator, level=Level(level))
            is_half = values["period"].astype("str").str.contains("HJ").to_numpy()
            own_rows = dict(list(values.groupby([values["region"].astype("str"), is_half])))
            for code, series in file[file["niveau"] == level].groupby("code"):
                for half in (False, True):
                    rows = series[series["periode"].str.contains("-H") == half].sort_values("periode")
                    if rows["waarde"].notna().sum() < 2:
                        continue
                    segment = rows[(rows["breuk"] != "").cumsum() == (rows["breuk"] != "").cumsum().max()]
                    line = segment[segment["waarde"].notna()]
                    word = trend(own_rows[code, half], spec=spec, newest=newest_of).words
                    if len(line) < ENOUGH["HJ" if half else "JJ"]:
                        assert "te weinig" in word
                        continue
                    if line["aantal"].isna().any() or (segment["aantal"].notna() & segment["waarde"].isna()).any():
                        continue
                    when = [number_of(one) if half else int(one) for one in line["periode"]]
                    expected = recompute.trend_word(when, line["aantal"], line["noemer"], step, rate=kind.rate)
                    if not word.startswith("geen trendwoord"):
                        spoken += 1
                        assert word.startswith(f"{expected or 'geen duidelijke stijging of daling'} van "), (code, word)
    assert spoken > (500 if version == "made up" else -1)
