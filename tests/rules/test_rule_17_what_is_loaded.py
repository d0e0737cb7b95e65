"""Rule 17: what stands in the loaded tables is used before it is asked for, or called unknown, on every page and sheet."""

import re

import numpy as np
import pandas as pd
import pytest

from data_sources.level import Level
from editions.edition import current_edition
from editions.periods import offered
from editions.values import values
from geo import registry
from indicators import sentences
from web.sheets import facts, page, years

DENIALS = re.compile(
    r"niet in de open cijfers|geen open (tabel|cijfer)|vraag het (aan )?(de|uw) wethouder"
    r"|(opvragen|vraag .{0,40}) bij de wethouder",
    re.IGNORECASE,
)
ASKS_FOR_A_COUNT = re.compile(r"Kan het college het aantal|Hoeveel daarvan gingen over een situatie die al bekend was")
CHANCE_UNKNOWN = re.compile(r"[Hh]oeveel toeval .{0,40}is niet bekend|zonder aantal")
KNOWN_BEFORE = ("repeat_reports", "follow_up_reports")


@pytest.fixture(scope="module")
def edition():
    return current_edition()


@pytest.fixture(scope="module")
def loaded(edition) -> dict[str, set[str]]:
    """Codes of municipalities of which a table prints the measure, per measure."""
    cells = edition.observations
    cells = cells[(cells["level"] == Level.MUNICIPALITY) & cells["value"].notna()]
    return {str(name): set(rows["region"].astype("str")) for name, rows in cells.groupby("measure", observed=True)}


def words_of(html: str) -> str:
    bare = re.sub(r"<style.*?</style>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare))


def test_no_sheet_of_any_municipality_denies_or_asks_for_what_is_loaded(edition, loaded):
    wrong, asked, answered = [], 0, 0
    known_before = set().union(*(loaded.get(measure, set()) for measure in KNOWN_BEFORE))
    counted = loaded["reports"]
    assert len(known_before) >= 3
    for place in years.municipalities(edition):
        sheet = facts.sheet(edition, place.code, year=years.usual_year(edition, place.code))
        text = words_of(page.html(sheet, code=place.code, canonical="http://x/gemeenteblad/plaats", version=""))
        wrong += [(place.name, found[0]) for found in DENIALS.finditer(text)]
        asks = ASKS_FOR_A_COUNT.search(text)
        asked += asks is not None
        if asks and place.code in known_before:
            wrong.append((place.name, asks[0]))
        answered += place.code in known_before
        # the questions of a municipality that ended are those of its successor
        if asks and "Kan het college" in asks[0] and place.code in counted and not sheet.ended:
            wrong += [(place.name, asks[0])] * bool(re.search(r"\d", sheet.big))
    assert wrong == []
    assert asked > 0
    assert answered >= 3


def test_chance_is_called_unknown_only_where_no_table_prints_the_count(edition):
    """Walks all places, periods and shares: a percentage with its reports in the same table has a real band."""
    cells = edition.observations
    printed = cells[cells["value"].notna() & (cells["measure"] == "reports") & (cells["category"] == "Totaal")]
    counts = set(zip(*(printed[name].astype("str") for name in ("table", "region", "period")), strict=True))
    wrong, banded = [], 0
    for spec in offered(edition):
        for level in spec.levels if not spec.is_rate else ():
            rows = values(edition, spec.id, level=level)
            for row in rows[rows["value"].notna()].to_dict("records"):
                place = registry.region(str(row["region"]))
                told = sentences.situation(row, place, spec=spec)
                has_count = (str(row["table"]), place.code, str(row["period"])) in counts
                says_unknown = CHANCE_UNKNOWN.search(told) is not None
                banded += np.isfinite(row["chance_low"])
                if says_unknown and has_count:
                    wrong.append((spec.id, place.code, row["period"]))
    assert wrong == []
    assert banded > 20


@pytest.mark.parametrize(
    "file",
    [
        "municipality.py",
        "impact_monitor.py",
        "who_reports.py",
        "safety.py",
        "repetition.py",
        "surveys.py",
        "child_protection.py",
        "programmes.py",
        "west_brabant.py",
        "sources.py",
    ],
)
def test_no_page_denies_what_is_loaded(read_page, file):
    choices = {"gemeente": "GM0014"} if file == "municipality.py" else {}
    assert not DENIALS.search(read_page(file, **choices).text)


def test_every_loaded_table_is_offered_to_readers(data, edition):
    """A table of CBS that is loaded can be had cell by cell, 84853NED and 84848NED among them."""
    tables = {
        table for table in edition.observations["table"].astype("str").unique() if re.fullmatch(r"\d{5}NED", table)
    }
    assert {"84853NED", "84848NED", "84849NED", "85361NED"} <= tables
    for table in sorted(tables):
        rows = pd.read_csv(f"{data}/tabel-{table.lower()}.csv")
        assert len(rows) == int((edition.observations["table"] == table).sum())


def test_the_walk_sees_what_is_planted():
    assert DENIALS.search("Dit staat niet in de open cijfers.")
    assert ASKS_FOR_A_COUNT.search("Kan het college het aantal meldingen opvragen?")
    assert CHANCE_UNKNOWN.search("Hoeveel toeval erin zit, is niet bekend.")
