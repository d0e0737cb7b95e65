"""Rule 11: boundaries as then or as today: parts are added up, a missing part is told, a split is refused."""

import re
from html import unescape

import numpy as np
import pandas as pd

from indicators.boundaries_today import AsToday, as_today
from indicators.value import State
from tests.indicators.conftest import values_of
from tests.rules.holding import ALTENA, BREDA, HAAREN, REPORTS, TILBURG, holds, variants

PARTS = ["GM0738", "GM0870", "GM0874"]  # Aalburg, Werkendam, Woudrichem
OISTERWIJK = "GM0824"
ASKED = {ALTENA, TILBURG, OISTERWIJK, BREDA}


def today(values, *, spec):
    return as_today(values, spec=spec, codes=ASKED)


def code_alone(values, *, spec):
    """Joins the years on the code, as if a code were always the same place."""
    found = today(values, spec=spec)
    return AsToday(values, found.notes.iloc[:0])


def sum_of_what_is_known(values, *, spec):
    """Counts an unknown part as nothing."""
    known = values_of(
        values["count"].fillna(0), bases=values["base"], codes=values["region"].astype("str"), spec=spec,
        period=list(values["period"].astype("str")),
    )  # fmt: skip
    return today(known, spec=spec)


def with_one_rounding(values, *, spec):
    found = today(values, spec=spec)
    rows = found.rows.assign(rounding_high=(found.rows["count"] + 2) / found.rows["base"] * 10_000)
    return AsToday(rows, found.notes)


def without_a_word(values, *, spec):
    found = today(values, spec=spec)
    return AsToday(found.rows, found.notes.assign(note=""))


def splits_too(values, *, spec):
    """Gives a municipality that was split to its heirs as if nothing was lost."""
    found = today(values, spec=spec)
    lost = found.rows["state"] == State.NO_SUCH_PLACE
    own = values.assign(region=values["region"].astype("str")).set_index("region")
    heirs = [
        own.loc[[code]].reset_index() for code in found.rows.loc[lost, "region"].astype("str") if code in own.index
    ]
    return AsToday(pd.concat([found.rows[~lost], *heirs], ignore_index=True), found.notes)


def row(found, code):
    rows = found.rows.assign(region=found.rows["region"].astype("str")).set_index("region")
    assert code in rows.index, f"{code} has no row"
    return rows.loc[code]


def note(found, code):
    notes = found.notes.set_index("region")["note"]
    assert code in notes.index, f"{code} has no note"
    return notes.loc[code]


def recomputes(convert):
    then = values_of([75, 150, 85], bases=[13_106, 26_940, 14_598], codes=PARTS, period="2018JJ00", spec=REPORTS)
    altena = row(convert(then, spec=REPORTS), ALTENA)
    assert (altena["count"], altena["base"]) == (310, 54_644)
    assert abs(altena["rounding_high"] - 316 / 54_644 * 10_000) < 1e-9, "three roundings"
    assert "Aalburg, Werkendam en Woudrichem" in note(convert(then, spec=REPORTS), ALTENA)

    gap = convert(values_of([75, np.nan, 85], codes=PARTS, period="2018JJ00", spec=REPORTS), spec=REPORTS)
    assert row(gap, ALTENA)["state"] == State.CBS_DOT
    assert np.isnan(row(gap, ALTENA)["value"])
    assert "Van Werkendam is dit cijfer er niet" in note(gap, ALTENA)

    codes = [HAAREN, TILBURG, OISTERWIJK, BREDA]
    split = convert(values_of([100, 900, 200, 1500], codes=codes, period="2020JJ00", spec=REPORTS), spec=REPORTS)
    for code in (TILBURG, OISTERWIJK):
        assert row(split, code)["state"] == State.NO_SUCH_PLACE
        assert np.isnan(row(split, code)["value"])
        assert note(split, code).startswith("Haaren is opgesplitst.")
    assert row(split, BREDA)["count"] == 1500, "what did not change stays"


@variants(today, code_alone, sum_of_what_is_known, with_one_rounding, without_a_word, splits_too)
def test_earlier_figures_on_the_municipalities_of_today(variant, honest):
    assert holds(recomputes, variant) is honest


def test_a_page_of_a_part_leads_to_the_sum_and_the_page_shows_it(read_page):
    """Aalburg became part of Altena in 2019: 313 reports on 54,644 inhabitants in 2018."""
    part = read_page("municipality.py", gemeente="GM0738")
    assert "grenzen=nu" in part.markup
    address = unescape(re.search(r'href="/ontwikkeling\?([^"]*grenzen=nu[^"]*)"', part.markup)[1])
    choices = dict(pair.split("=") for pair in address.split("&"))
    shown = read_page("trends.py", **choices)
    assert any("57,3" in row for row in shown.rows)
    then = read_page("trends.py", **{**choices, "grenzen": "toen"})
    assert not any("57,3" in row for row in then.rows)
