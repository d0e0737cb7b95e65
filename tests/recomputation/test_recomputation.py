"""An independent recomputation of every published band, phi, verdict, rank, funnel, trend word and step agrees in every row.

It reads the files of the open data as a reader does and uses numpy and scipy alone. Long because nothing in it may be shared
with the rest: whoever doubts a figure reads one file.
"""

import ast
import time
from pathlib import Path

import numpy as np
import pytest

from tests.recomputation import published, recompute
from tests.recomputation.recompute import Kind

pytestmark = pytest.mark.slow

PRINTED = {"aandeel-vervolgmeldingen", "aandeel-hermeldingen", "aandeel-eerste-meldingen"}
EXACT = {"wb-meldingen", "wb-adviezen", "wb-ondersteuning"}
WITHOUT_MUNICIPALITY = {"wb-adviezen"}  # of 753 of 3,102 the municipality is unknown: no verdict, and so no rank
MEASURES = {"meldingen": "reports", "adviezen": "advice"}
ENOUGH = {"jaar": 6, "halfjaar": 8}
TOO_FEW = "te weinig jaren om een trend te noemen"
STALE = "geen trendwoord: er zijn nieuwere cijfers dan deze reeks"
UNKNOWN = "geen trendwoord: bij dit gedrukte percentage is niet bekend hoeveel toeval scheelt"
UNCLEAR = "geen duidelijke stijging of daling"
SECONDS = 60
OFF = 5  # worlds of 10,000: numbers of 32 bits may put two close draws in the other order


@pytest.fixture(scope="module", autouse=True)
def started():
    """Processor time when the first test began."""
    return time.process_time()


@pytest.fixture(scope="module")
def files(data, version):  # noqa: ARG001 -- the version that is published is chosen first
    """The indicator files of the version that is published now."""
    return {
        name: file
        for name, file in ((name, published.table(data, name)) for name in published.indicators(data))
        if len(file)
    }


def kind_of(indicator, file):
    return Kind(
        rate=file["eenheid"][0] == "per 10.000 inwoners",
        two_counts=indicator == "aandeel-adviezen",
        printed=indicator in PRINTED,
    )


def step_of(indicator):
    return 0.0 if indicator in EXACT else 5.0


def per(kind):
    return 1e4 if kind.rate else 100


def halves(file):
    return np.array(["-H" in period for period in file["periode"]], dtype=bool)


def test_it_uses_nothing_of_the_product():
    here = Path(__file__).parent
    allowed = {
        "ast",
        "csv",
        "dataclasses",
        "io",
        "numpy",
        "pathlib",
        "pytest",
        "requests",
        "scipy",
        "time",
        "tests.recomputation",
    }
    for name in ("recompute.py", "published.py", "test_recomputation.py"):
        for node in ast.walk(ast.parse((here / name).read_text())):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                assert (
                    module in allowed or module.split(".")[0] in allowed or module.startswith("tests.recomputation.")
                ), module


def test_every_count_is_the_published_cell(data, version, files):
    checked = 0
    for indicator in set(files) & set(MEASURES):
        file = files[indicator]
        seen, year = {}, "2023"
        for table in set(file["tabel"]) - {""}:
            name = f"tabel-{table.lower()}" if table.endswith("NED") else "publicaties"
            cells = published.table(data, name, van=year, tot=year)
            for row in range(len(cells)):
                if cells["categorie"][row] == "Totaal" and not np.isnan(cells["waarde"][row]):
                    key = tuple(cells[head][row] for head in ("tabel", "maat", "code", "periode"))
                    seen[key] = cells["waarde"][row]
        for row in np.flatnonzero(~np.isnan(file["aantal"])):
            key = (file["tabel"][row], MEASURES[indicator], file["code"][row], file["periode"][row])
            if key in seen:  # tables with more dimensions print their total under a name of their own
                checked += 1
                assert seen[key] == file["aantal"][row], key
    assert checked > (300 if version == "made up" else 10)


def test_bands_and_phi(version, files):
    rows = 0
    for indicator, file in files.items():
        kind, step = kind_of(indicator, file), step_of(indicator)
        counts = {
            (code, published.ends(period)): (count, base)
            for code, level, period, count, base in zip(
                *(file[name] for name in ("code", "niveau", "periode", "aantal", "noemer")), strict=True
            )
            if level == "GM" and "-H" in period and count >= 20 and base > 0
        }
        phi = recompute.phi_of(counts, rate=kind.rate)
        np.testing.assert_allclose(file["spreiding"], phi, atol=1e-9, err_msg=indicator)
        known = file.rows(~np.isnan(file["waarde"]))
        n, base = known["aantal"], known["noemer"]
        counted = ~np.isnan(n + base)
        assert counted.all() or kind.printed
        low, high = np.maximum(known["waarde"] - 0.05, 0), np.minimum(known["waarde"] + 0.05, 100)
        with np.errstate(invalid="ignore"):
            bands = (
                recompute.rate_band(n, base, step, phi)
                if kind.rate
                else recompute.share_band(n, base, step, phi, two_counts=kind.two_counts)
            )
        np.testing.assert_allclose(known["ondergrens"], np.where(counted, bands[0], low), atol=1e-6, err_msg=indicator)
        np.testing.assert_allclose(known["bovengrens"], np.where(counted, bands[1], high), atol=1e-6, err_msg=indicator)
        off = np.abs(known["waarde"] - n / base * per(kind))[counted]
        assert (off <= (0.5 if kind.printed else 1e-9)).all()
        rows += len(known)
    assert rows > (15_000 if version == "made up" else 100)


def test_verdicts_and_what_is_left_of_the_country_without_the_place(version, files):
    decided = 0
    for indicator, file in files.items():
        kind, step = kind_of(indicator, file), step_of(indicator)
        for (period,), rows in file.by("periode").items():
            country = rows.rows(rows["code"] == "NL01")
            there = len(country) > 0 and not np.isnan(country["waarde"][0]) and int(period[:4]) >= 2019
            assert set(rows["vergelijking_met"] == "Nederland") == {there}, (indicator, period)
            words, sure = np.full(len(rows), "", dtype=object), np.full(len(rows), np.nan)
            left = sure.copy()
            if there:
                whole = (country["aantal"][0], country["noemer"][0], step)
                np.testing.assert_allclose(rows["vergelijking_waarde"], country["waarde"][0])
                words, sure = recompute.verdicts(
                    kind, (rows["aantal"], rows["noemer"], step), whole, phi=rows["spreiding"], part=True
                )
                none = np.isnan(rows["waarde"]) | (rows["code"] == "NL01")
                if recompute.nowhere(whole[0], rows["aantal"][rows["niveau"] == "GM"]):
                    none |= rows["niveau"] == "GM"
                none |= words == ""
                words, sure = np.where(none, "", words), np.where(none, np.nan, sure)
                left = (whole[0] - rows["aantal"]) / np.where(
                    whole[1] > rows["noemer"], whole[1] - rows["noemer"], np.nan
                )
                left = np.where(none, np.nan, left * per(kind))
            assert rows["ligging"].tolist() == words.tolist(), (indicator, period)
            np.testing.assert_array_equal(rows["zekerheid"], sure)
            np.testing.assert_allclose(rows["vergelijking_zonder_deze_plaats"], left, rtol=1e-9)
            decided += int((words != "").sum())
    assert decided > (5_000 if version == "made up" else 20)


def test_ranks_and_funnels_of_the_newest_figures(data, version, files):
    """Ranks are simulated with the documented seed.

    A limit is a number of worlds out of 10,000. The product sorts in 32 bits, so a draw or two may fall on the other
    side: what it publishes has to lie between the ranges of 195 and of 205 worlds, and nearly always equals ours.
    """
    told = published.table(data, "rangen").by("indicator", "niveau", "periode")
    rows, equal, funnels = 0, 0, 0
    for (indicator, level, period), ranks in told.items():
        file = files[indicator]
        kind, step = kind_of(indicator, file), step_of(indicator)
        every = file.rows((file["niveau"] == level) & (file["periode"] == period))
        here = every.rows(~np.isnan(every["waarde"]))
        assert here["code"].tolist() == ranks["code"].tolist()
        same_kind = file.rows((file["niveau"] == level) & (halves(file) == ("-H" in period)))
        assert period == max(same_kind["periode"][~np.isnan(same_kind["waarde"])])
        known = ~np.isnan(here["aantal"] + here["noemer"])
        ranked = known.sum() > 1 and (indicator in EXACT or known.sum() >= 0.9 * len(every))
        ranked = ranked and indicator not in WITHOUT_MUNICIPALITY
        assert (~np.isnan(ranks["plaats_van"])).tolist() == (known & ranked).tolist(), (indicator, level, period)
        if ranked:
            places = here.rows(known)
            numbers = (places["aantal"], places["noemer"], np.full(len(places), step), places["spreiding"])
            sharp, wide, narrow = recompute.rank_ranges(*numbers, places["waarde"], rate=kind.rate, off=OFF)
            best, worst = ranks["plaats_hoogst"][known], ranks["plaats_laagst"][known]
            assert (ranks["plaats_van"][known] == len(places)).all()
            assert ((wide[0] <= best) & (best <= narrow[0])).all(), (indicator, level)
            assert ((narrow[1] <= worst) & (worst <= wide[1])).all(), (indicator, level)
            equal += int(((best == sharp[0]) & (worst == sharp[1])).sum())
            rows += len(places)
        funnels += check_funnel(here, ranks, known=known, kind=kind)
    assert equal >= 0.99 * rows
    assert rows > (1_500 if version == "made up" else 18)
    assert funnels > (4 if version == "made up" else -1)


def check_funnel(here, ranks, *, known, kind):
    """Whether there is a funnel; it is the same in every row."""
    drawn = recompute.funnel(here["aantal"][known], here["noemer"][known], rate=kind.rate)
    if drawn is None:
        assert np.isnan(ranks["trechter_z"]).all()
        assert not any("binnen" in word or "buiten" in word for word in ranks["trechter"])
        return False
    phi, tau2, mean, fits, z, outside = drawn
    at = np.flatnonzero(known)[fits]
    words = np.full(len(here), "te klein voor de trechter", dtype=object)
    words[at] = [{"": "binnen", "95": "buiten 95%", "99.8": "buiten 99,8%"}[each] for each in outside]
    distance = np.full(len(here), np.nan)
    distance[at] = z
    assert [word.replace("\u00a0", " ") for word in ranks["trechter"]] == words.tolist()
    np.testing.assert_allclose(ranks["trechter_z"], distance, atol=1e-9)
    for name, number in (("phi", phi), ("tau2", tau2), ("gemiddelde", mean * per(kind))):
        np.testing.assert_allclose(ranks[f"trechter_{name}"], number, rtol=1e-9)
    return True


def newest_periods(data, files):
    """Newest period with a cell, by table."""
    tables = {table for file in files.values() for table in file["tabel"]} - {""}
    newest = {}
    for table in tables:
        if table.startswith("wb-"):
            continue
        name = f"tabel-{table.lower()}" if table.endswith("NED") else "publicaties"
        for year in range(2030, 2010, -1):
            cells = published.table(data, name, van=str(year), tot=str(year))
            filled = (
                [
                    period
                    for period, value, of in zip(cells["periode"], cells["waarde"], cells["tabel"], strict=True)
                    if of == table and not np.isnan(value)
                ]
                if len(cells)
                else []
            )
            if filled:
                newest[table] = max(filled, key=published.order)
                break
    return newest


def test_trend_words_and_last_steps(data, version, files):
    newest, told = newest_periods(data, files), published.table(data, "trends")
    by_key = told.by("indicator", "code", "soort_periode")
    spoken, seen = 0, set()
    for indicator, file in files.items():
        kind, step = kind_of(indicator, file), step_of(indicator)
        for code, place in file.by("code").items():
            counted = place["periode"][~np.isnan(place["aantal"])]
            last_count = max(counted, key=published.order) if len(counted) else ""
            for word, of_kind in (("jaar", ~halves(place)), ("halfjaar", halves(place))):
                rows = place.rows(of_kind)
                if (~np.isnan(rows["waarde"])).sum() < 2:
                    continue
                rows = rows.rows(np.argsort(rows["periode"]))
                row = by_key[indicator, code[0], word]
                assert len(row) == 1
                seen.add((indicator, code[0], word))
                check_step(rows, row, kind=kind, step=step)
                spoken += check_word(rows, row, kind=kind, step=step, newest=newest, counted=last_count, word=word)
    assert seen == set(by_key)
    assert spoken > (500 if version == "made up" else 0)


def check_step(rows, row, *, kind, step):
    first, last = np.flatnonzero(~np.isnan(rows["waarde"]))[-2:]
    assert (row["stap_van"][0], row["stap_naar"][0]) == (rows["periode"][first], rows["periode"][last])
    crossed = [text for text in rows["breuk"][first + 1 : last + 1] if text]
    assert bool(crossed) == (row["stap_breuk"][0] != "")
    words, sure, difference = np.array([""]), np.array([np.nan]), np.nan
    if not crossed:
        old, new = ((rows["aantal"][[at]], rows["noemer"][[at]], step) for at in (first, last))
        words, sure = recompute.verdicts(kind, new, old, phi=rows["spreiding"][last], part=False)
        difference = rows["waarde"][last] - rows["waarde"][first]
    assert row["stap_ligging"][0] == words[0], row.columns
    np.testing.assert_array_equal(row["stap_zekerheid"], sure)
    np.testing.assert_allclose(row["stap_verschil"], difference, atol=1e-9)


def check_word(rows, row, *, kind, step, newest, counted, word):
    """Whether there is a word on a direction; the published one is the same."""
    filled = ~np.isnan(rows["waarde"]) | ~np.isnan(rows["aantal"])
    rows = rows.rows(np.arange(np.flatnonzero(filled)[-1] + 1))
    segment = np.cumsum(rows["breuk"] != "")
    rows = rows.rows(segment == segment[-1])
    line = rows.rows(~np.isnan(rows["waarde"]))
    assert row["aantal_perioden"][0] == len(line)
    if len(line):
        assert (row["trend_van"][0], row["trend_tot_en_met"][0]) == (line["periode"][0], line["periode"][-1])
    if len(line) < ENOUGH[word]:
        assert row["trend"][0] == TOO_FEW
        return False
    last, periods_of = published.ends(line["periode"][-1]), 2 if word == "jaar" else 1
    missed = [at for at in rows["periode"][~np.isnan(rows["aantal"])] if published.ends(at) > last]
    table = newest.get(line["tabel"][-1], line["periode"][-1])
    late = int(table[:4]) - int(line["periode"][-1][:4]) if word == "jaar" else published.ends(table) - last
    if missed or (published.ends(counted) - last) // periods_of >= 1 or late > 2:
        assert row["trend"][0] == STALE, (row.columns, counted, table)
        return False
    if np.isnan(line["aantal"] + line["noemer"]).any():
        assert row["trend"][0] == UNKNOWN
        return False
    when = [published.ends(period) // periods_of for period in line["periode"]]
    expected = recompute.trend_word(when, line["aantal"], line["noemer"], np.full(len(line), step), rate=kind.rate)
    assert row["trend"][0] == (expected or UNCLEAR), row.columns
    return True


def test_it_is_done_within_a_minute_of_processor_time(started):
    """The server that publishes the files is part of it."""
    assert time.process_time() - started < SECONDS
