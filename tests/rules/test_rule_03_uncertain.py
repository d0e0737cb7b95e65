"""Rule 3: fewer than 20 reports is 'onzeker' on the map, in tables, sentences and files."""

import re

import numpy as np
import pandas as pd
import pytest
import requests

from charts import map as kaart
from charts.files.rows import file_rows
from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions.edition import current_edition
from editions.periods import offered
from geo import registry
from indicators import sentences
from indicators.compute import indicator_values_for
from tests.indicators.conftest import values_of
from tests.rules import holding
from tests.rules.holding import REPORTS, TAKEN, holds, map_of, variants

CODES = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)][:12]
COUNTS = dict(zip(CODES, [0, 5, 15, 20, 25, *[400] * 7], strict=True))
FEW = {code for code, count in COUNTS.items() if 0 < count < 20}  # a zero has a look and words of its own
VALUES = values_of(COUNTS.values(), codes=CODES, bases=20_000, spec=REPORTS)


def on_the_map(values):
    return {code for code, figure in map_of(values).figure.payload["periods"][0]["d"].items() if figure[5]}


def in_the_table(values):
    chart = holding.table_of(values)
    return {
        code for code, words in zip(chart.table["region"], chart.printed["let op"], strict=True) if "onzeker" in words
    }


def in_the_sentence(values):
    said = {
        str(row["region"]): sentences.situation(row, registry.region(row["region"]), spec=REPORTS)
        for _, row in values.iterrows()
    }
    return {code for code, text in said.items() if "minder dan 20 meldingen: het cijfer is onzeker" in text}


def in_what_may_be_copied(values):
    said = {
        str(row["region"]): sentences.quotable(row, registry.region(row["region"]), spec=REPORTS)[0]
        for _, row in values.iterrows()
    }
    return {code for code, text in said.items() if "onzeker: minder dan 20" in text}


def in_the_file_of(draw):
    def found(values):
        written = file_rows(draw(values), TAKEN)
        return set(written.loc[written["onzeker"] == "ja", "code"])

    found.__name__ = f"in_the_file_of_{draw.__name__}"
    return found


def two_years(values):
    some = values[values["region"].astype("str").isin(CODES[1:6])].reset_index(drop=True)
    return pd.concat([some.assign(period="2022JJ00"), some.assign(period="2023JJ00")], ignore_index=True)


def funnel_with_more(values):
    """A funnel needs thirty places."""
    others = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)][12:32]
    more = values_of([400] * len(others), codes=others, bases=20_000, spec=REPORTS)
    return holding.funnel_of(pd.concat([values, more], ignore_index=True))


def lines(values):
    return holding.trend_of(two_years(values))


def panels(values):
    return holding.panels_of(two_years(values))


def marks_the_few(where):
    assert where(VALUES) - {CODES[0]} == FEW


WHERE = [
    on_the_map, in_the_table, in_the_sentence, in_what_may_be_copied,
    *map(in_the_file_of, (map_of, holding.table_of, holding.dots_of, funnel_with_more, lines, panels)),
]  # fmt: skip


@pytest.mark.parametrize("where", WHERE, ids=lambda one: one.__name__)
def test_few_reports_are_marked_everywhere(where):
    assert holds(marks_the_few, where)
    for wrong in (False, True):  # nothing marked, all marked
        assert not holds(marks_the_few, lambda values, mark=wrong: where(values.assign(uncertain=mark)))
    assert not holds(marks_the_few, lambda values: where(values.assign(uncertain=values["count"] <= 20))), (
        "20 is enough"
    )


def never(observations, **arguments):
    return indicator_values_for(observations, **arguments).assign(uncertain=False)


def by_the_rate(observations, **arguments):
    rows = indicator_values_for(observations, **arguments)
    return rows.assign(uncertain=rows["value"] < 20)


def counts_below_twenty(compute):
    seen = snapshots.load().observations
    rows = compute(seen, spec=INDICATORS["wb-ondersteuning"], level=Level.MUNICIPALITY)
    known = rows[rows["count"].notna()]
    assert (known["count"] < 20).any()
    np.testing.assert_array_equal(known["uncertain"], known["count"] < 20)


@variants(indicator_values_for, never, by_the_rate)
def test_the_count_decides_and_not_the_rate(variant, honest):
    assert holds(counts_below_twenty, variant) is honest


def test_every_class_has_the_pattern_of_uncertain_in_the_picture():
    picture = kaart.static_svg(map_of(VALUES))
    assert "onzeker, minder dan 20: 2" in picture
    assert "url(#kaart-mu" in picture


def test_the_open_data_mark_every_count_below_twenty_and_no_other(data):
    marked = 0
    for spec in offered(current_edition()):
        indicator = spec.id
        rows = pd.read_csv(f"{data}/{indicator}.csv")
        counts = pd.to_numeric(rows["aantal"], errors="coerce")
        few = counts.notna() & (counts < 20)
        assert (rows.loc[few & rows["waarde"].notna(), "onzeker"] == "ja").all(), indicator
        assert (rows.loc[counts >= 20, "onzeker"] == "nee").all(), indicator
        marked += int(few.sum())
    assert marked > 15


def test_page_and_sheet_say_uncertain_beside_a_small_count(read_page, beside):
    page = read_page("municipality.py", gemeente="GM1719", indicator="wb-ondersteuning", periode="2018")
    sheet = requests.get(f"{beside}/gemeenteblad/drimmelen?jaar=2018", timeout=60).text
    for text in (page.text, re.sub(r"<[^>]+>", " ", sheet)):
        assert re.search(r"minder dan 20", text)
