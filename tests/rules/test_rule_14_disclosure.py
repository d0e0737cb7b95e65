"""Rule 14: all that is published, joined by a curious reader, leaves every hidden cell of CBS at least five values."""

import pandas as pd
import pytest
import requests

from charts.files.rows import period_key
from data_sources.catalogue.tables import TABLES
from data_sources.disclosure import LEAST_OPEN, leaks
from data_sources.observation import Missing, Status
from data_sources.observation_schema import observations
from data_sources.period import Period
from editions.edition import current_edition


def tables_of(data: str) -> pd.DataFrame:
    """Every cell that the open data publish of CBS tables and publications."""
    files = requests.get(f"{data}/index.json", timeout=120).json()["bestanden"]
    names = [file.rpartition("/")[2].removesuffix(".json") for file in files]
    cells = [name for name in names if name.startswith("tabel-") or name == "publicaties"]
    assert len(cells) > 5
    return pd.concat([pd.read_csv(f"{data}/{name}.csv", dtype={"periode": "str"}) for name in cells], ignore_index=True)


def read_back(cells: pd.DataFrame) -> pd.DataFrame:
    """Observations made of published cells alone."""
    steps = current_edition().observations.groupby("table", observed=True)["rounding"].min().to_dict()
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
                "rounding": [float(steps[table]) for table in cells["tabel"]],
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
    """Planted: another source that prints exactly what CBS hides."""
    reports = published[(published["toestand"] == Missing.CBS_DOT) & (published["maat"] == "reports")]
    assert len(reports)
    row = reports.iloc[[0]]
    exact = next(name for name in TABLES if name.startswith("pers-"))
    planted = row.assign(tabel=exact, toestand=str(Missing.PRESENT), waarde=3.0)
    cells = read_back(pd.concat([published, planted], ignore_index=True))
    same = (cells["table"] == exact) & (cells["value"] == 3.0) & (cells["region"] == row["code"].iloc[0])
    cells.loc[same, "rounding"] = 0.0
    given_away = leaks(cells)
    assert any(leak.cell[1] == row["code"].iloc[0] and leak.high - leak.low + 1 < LEAST_OPEN for leak in given_away)


def test_no_figure_that_we_make_stands_beside_a_hidden_cell(data):
    """A band, a rest of the country or a rank of a hidden cell would tell what it is."""
    hidden = 0
    for indicator in ("meldingen", "adviezen", "aandeel-adviezen", "aandeel-vervolgmeldingen"):
        file = pd.read_csv(f"{data}/{indicator}.csv")
        rows = file[file["toestand"] == "cbs_dot"]
        hidden += len(rows)
        own = ["waarde", "ondergrens", "bovengrens", "aantal", "zekerheid", "vergelijking_zonder_deze_plaats"]
        assert rows[[*own, *[name for name in rows if name.endswith(("_toeval", "_afronding"))]]].isna().all(axis=None)
        ranks = pd.read_csv(f"{data}/rangen.csv", dtype={"periode": "str"})
        keys = set(zip(rows["code"], rows["periode"].astype("str"), strict=True))
        ranked = ranks[ranks["indicator"] == indicator]
        assert keys.isdisjoint(zip(ranked["code"], ranked["periode"], strict=True))
    assert hidden > 0
