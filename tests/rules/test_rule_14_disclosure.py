"""Rule 14: all that is published, joined by a curious reader, leaves every hidden cell of CBS at least five values."""

from pathlib import Path

import pandas as pd
import pytest
import requests

from charts.files.rows import period_key
from data_sources import snapshots, versions
from data_sources.disclosure import LEAST_OPEN, leaks
from data_sources.manifest import write_version
from data_sources.observation import Missing, Status
from data_sources.observation_schema import observations
from data_sources.period import Period
from editions.edition import current_edition

CODE = "PV22"  # Drenthe, with figures over 2023


def tables_of(data: str) -> pd.DataFrame:
    """Every cell that the open data publish of CBS tables and publications."""
    files = requests.get(f"{data}/index.json", timeout=120).json()["bestanden"]
    names = [file.rpartition("/")[2].removesuffix(".json") for file in files]
    cells = [name for name in names if name.startswith("tabel-") or name == "publicaties"]
    assert len(cells) > 5
    return pd.concat([pd.read_csv(f"{data}/{name}.csv", dtype={"periode": "str"}) for name in cells], ignore_index=True)


def read_back(cells: pd.DataFrame) -> pd.DataFrame:
    """Observations made of published cells alone."""
    every = current_edition().observations
    steps = every.groupby(["table", "measure"], observed=True)["rounding"].min().to_dict()
    return observations(
        pd.DataFrame(
            {
                "source": "published",
                "table": cells["tabel"],
                "measure": cells["maat"],
                "category": cells["categorie"],
                "region": cells["code"],
                "period": [Period.from_key(period_key(key)).code for key in cells["periode"]],
                "value": cells["waarde"].where(cells["toestand"] == Missing.PRESENT),
                "unit": cells["eenheid"],
                "status": Status.FINAL,
                "missing": cells["toestand"],
                "rounding": [float(steps.get(key, 0.0)) for key in zip(cells["tabel"], cells["maat"], strict=True)],
            }
        )
    )


@pytest.fixture(scope="module")
def published(data):
    return tables_of(data)


def test_the_published_tables_together_give_no_hidden_cell_away(published):
    hidden = (published["toestand"] == Missing.CBS_DOT).sum()
    assert hidden > 100
    assert leaks(read_back(published)) == ()


def test_a_published_cell_that_gives_one_away_is_found(published):
    """Planted: a hidden total of reports, and a paper that prints exactly what it is."""
    row = published[(published["maat"] == "reports") & (published["categorie"] == "Totaal")].iloc[[0]]
    hidden = row.assign(tabel="84849NED", toestand=str(Missing.CBS_DOT), code="GM0106", periode="2024")
    exact = hidden.assign(tabel="pers-proef", toestand=str(Missing.PRESENT), waarde=3.0)
    given_away = leaks(read_back(pd.concat([published, hidden, exact], ignore_index=True)))
    assert [(leak.cell[1], leak.low, leak.high) for leak in given_away] == [("GM0106", 3.0, 3.0)]
    assert given_away[0].high - given_away[0].low + 1 < LEAST_OPEN


def test_no_figure_that_we_make_stands_beside_a_hidden_cell(data, monkeypatch, tmp_path):
    """A band, a rest of the country or a rank of a hidden cell would tell what it is: a version that hides one total."""
    monkeypatch.setenv("HGIB_DATA", str(hiding(tmp_path)))
    file = pd.read_csv(f"{data}/meldingen.csv", dtype={"periode": "str"})
    row = file[(file["code"] == CODE) & (file["periode"] == "2023")]
    assert row["toestand"].tolist() == ["cbs_dot"]
    own = ["waarde", "ondergrens", "bovengrens", "aantal", "zekerheid", "ligging", "vergelijking_zonder_deze_plaats"]
    assert row[[*own, *[name for name in row if name.endswith(("_toeval", "_afronding"))]]].isna().all(axis=None)
    ranks = pd.read_csv(f"{data}/rangen.csv", dtype={"periode": "str"})
    assert not ((ranks["code"] == CODE) & (ranks["indicator"] == "meldingen") & (ranks["periode"] == "2023")).any()
    trends = pd.read_csv(f"{data}/trends.csv")
    reports = trends[(trends["code"] == CODE) & (trends["indicator"] == "meldingen")]
    assert "2023" not in set(reports[["trend_tot_en_met", "stap_naar"]].astype("str").to_numpy().ravel())


def hiding(folder: Path) -> Path:
    """A data folder with the carried figures, the reports of one region in 2023 hidden in every table."""
    carried = snapshots.load(Path("/nonexistent")).observations
    texts = carried.select_dtypes("category").columns
    rows = carried.astype(dict.fromkeys(texts, "str")).drop(columns="level")
    here = (rows["measure"] == "reports") & (rows["region"] == CODE) & (rows["period"] == "2023JJ00")
    assert here.any()
    rows.loc[here, "value"] = float("nan")
    rows.loc[here, "missing"] = str(Missing.CBS_DOT)
    version = "2098-01-02T000000Z"
    target = folder / "versions" / version
    write_version(target, observations=observations(rows), version=version, created=f"{version[:10]}T00:00:00+00:00")
    with versions.locked(folder):
        versions.choose(folder, version)
    return folder
