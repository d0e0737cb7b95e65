"""No question to the alderman asks for what stands in the loaded tables (STATISTICS rule 17)."""

import re

import pytest

from data_sources.level import Level
from editions.edition import current_edition
from geo import registry
from indicators import notation
from web.sheets import years
from web.sheets.facts import sheet

ASKS_FOR_COUNTS = re.compile(r"(?:opvragen|aantal meldingen en adviezen)")
ASKS_HOW_MANY = re.compile(r"[Hh]oeveel (?:daarvan|meldingen|van)")
COUNTED = {"reports", "advice"}
EARLIER = {"repeat_reports", "follow_up_reports"}


@pytest.fixture(scope="module")
def edition():
    return current_edition()


@pytest.fixture(scope="module")
def known(edition):
    """Known counts of municipalities in CBS tables as (place, year) per measure, totals only."""
    rows = edition.observations
    rows = rows[(rows["level"] == Level.MUNICIPALITY) & rows["value"].notna() & (rows["unit"] == "aantal")]
    rows = rows[rows["table"].astype("str").str.endswith("NED")]
    totals = (
        rows["category"].astype("str").isin(["Totaal", "Veiligheidstaxatie: Totaal | Veiligheidsbeoordeling: Totaal"])
    )
    return rows[totals].astype({"region": "str", "measure": "str", "period": "str"})


def sheets(edition):
    """The sheet of every municipality of today in its usual year."""
    for place in registry.regions(Level.MUNICIPALITY, year=registry.last_year()):
        year = years.usual_year(edition, place.code)
        yield place.code, year, sheet(edition, place.code, year=year).questions


def test_no_sheet_asks_for_a_count_that_is_loaded(edition, known):
    counted = {
        (region, int(period[:4]))
        for region, measure, period in known[["region", "measure", "period"]].itertuples(index=False)
        if measure in COUNTED
    }
    earlier = set(known.loc[known["measure"].isin(EARLIER), "region"])
    seen = 0
    for code, year, asked in sheets(edition):
        text = " ".join(asked)
        seen += 1
        if (code, year) in counted:
            assert not ASKS_FOR_COUNTS.search(text), (code, text)
        if code in earlier:
            assert not ASKS_HOW_MANY.search(text), (code, text)
    assert seen > 300


@pytest.mark.parametrize(("code", "repeat", "reports"), [("GM0014", 895, 1745), ("GM0363", 3105, 8975)])
def test_the_loaded_answer_stands_in_the_question(edition, known, code, repeat, reports):
    own = known[(known["region"] == code) & (known["measure"] == "repeat_reports")]
    assert own["value"].tolist() == [repeat]
    year = years.usual_year(edition, code)
    first = sheet(edition, code, year=year).questions[0]
    assert notation.count(repeat) in first
    assert notation.count(reports) in first
    assert "hermeldingen" in first
