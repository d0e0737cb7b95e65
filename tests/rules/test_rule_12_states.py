"""Rule 12: seven states (and an uncertain column of a document), each with a look and words of its own."""

import numpy as np
import pandas as pd

from charts import map as kaart
from charts.files.rows import file_rows
from charts.map.patterns import LETTERS, PATTERNS
from charts.palette import STATE_PATTERNS
from data_sources.level import Level
from geo import registry
from indicators import sentences
from indicators.value import BANDS, STATE_WORDS, State
from tests.charts.map import figures
from tests.indicators.conftest import values_of
from tests.rules import holding
from tests.rules.holding import BREDA, REPORTS, TAKEN, holds, variants

MISSING = [state for state in State if state is not State.VALUE]
WITHOUT_FIGURE = [state for state in MISSING if state not in {State.ZERO, State.ROUNDED_ZERO}]


def all_different(words):
    assert set(words) == set(State)
    assert len(set(words.values())) == len(State)
    assert "geheim" in words[State.CBS_DOT]
    assert "onbekend" in words[State.CBS_DOT]
    assert "onderdrukt" not in words[State.CBS_DOT]


DOT_IS_ZERO = {**STATE_WORDS, State.CBS_DOT: STATE_WORDS[State.ZERO]}
ONE_ZERO = {**STATE_WORDS, State.ROUNDED_ZERO: STATE_WORDS[State.ZERO]}
ONE_MEANING = {**STATE_WORDS, State.CBS_DOT: "onderdrukt"}
ONE_FORGOTTEN = {state: words for state, words in STATE_WORDS.items() if state is not State.NO_SUCH_PLACE}


@variants(STATE_WORDS, DOT_IS_ZERO, ONE_ZERO, ONE_MEANING, ONE_FORGOTTEN)
def test_every_state_has_its_own_words(variant, honest):
    assert holds(all_different, variant) is honest


def look_different(looks):
    assert set(looks) == set(MISSING)
    assert len({PATTERNS[name][1] for name in looks.values()}) == len(MISSING)
    assert "uncertain" not in looks.values(), "the pattern of a real figure"


SAME_HATCH = dict.fromkeys(MISSING, "hatch")
LIKE_A_FIGURE = {**STATE_PATTERNS, State.CBS_DOT: "uncertain"}


@variants(STATE_PATTERNS, SAME_HATCH, LIKE_A_FIGURE)
def test_every_state_has_its_own_pattern(variant, honest):
    assert holds(look_different, variant) is honest


def on_the_map(chart):
    """Word of the state per place without a plain figure, as the component reads it."""
    body = chart.figure.payload
    period = next(one for one in body["periods"] if one["key"] == chart.figure.period)
    return {code: body["states"][letter] for code, letter in period["x"].items()}


def one_letter(chart):
    return dict.fromkeys(on_the_map(chart), "geen cijfer")


def nothing_on_the_map(chart):  # noqa: ARG001
    return {}


def travels_as_a_state(read):
    shown = read(figures.chart())
    for code, state in figures.STATES.items():
        assert shown.get(code) == STATE_WORDS[State(state)]


def test_the_map_gets_the_count_of_a_place_that_has_no_rate():
    rows = figures.rows(periods=figures.PERIODS[2:])
    alone = rows["region"].astype("str") == BREDA
    rows.loc[alone, ["value", "base", *BANDS]] = np.nan
    rows = rows.assign(state=rows["state"].astype("str").mask(alone, "count_only"))
    rows.loc[alone, "count"] = 1840.0
    chart = holding.map_of(rows, spec=figures.SPEC)
    assert chart.figure.payload["periods"][0]["n"] == {BREDA: 1840}
    assert chart.figure.payload["periods"][0]["x"][BREDA] == LETTERS[State.COUNT_ONLY]
    row = dict(zip(chart.printed["Gemeente"], chart.printed["per 10.000 inwoners"], strict=True))
    assert row["Breda"] == "alleen het aantal is bekend: 1.840"
    assert f"url(#kaart-m{LETTERS[State.COUNT_ONLY]})" in kaart.static_svg(chart)


@variants(on_the_map, one_letter, nothing_on_the_map)
def test_the_map_gets_the_state_and_never_a_number(variant, honest):
    assert holds(travels_as_a_state, variant) is honest


def test_the_picture_of_the_map_has_a_legend_entry_with_its_own_pattern_per_state():
    picture = kaart.static_svg(figures.chart())
    for state in map(State, figures.STATES.values()):
        assert STATE_WORDS[state] in picture.replace("&lt;", "<")
        assert f"url(#kaart-l{LETTERS[state]})" in picture
        assert f"url(#kaart-m{LETTERS[state]})" in picture


def row_of(state):
    count = 0.0 if "zero" in state else 500.0 if state in {State.VALUE, State.COUNT_ONLY} else np.nan
    exact = 0.0 if state is State.ZERO else 5.0
    rows = values_of([count], codes=[BREDA], states=[str(state)], rounding=exact, spec=REPORTS)
    alone = ["value", "base", *BANDS] if state is State.COUNT_ONLY else []
    return rows.assign(**dict.fromkeys(alone, np.nan))


def dot_as_zero(row, region, *, spec):
    return sentences.situation(row_of(State.ZERO).iloc[0] if row["state"] == State.CBS_DOT else row, region, spec=spec)


def only_no_figure(row, region, *, spec):
    known = np.isfinite(row["value"])
    return sentences.situation(row, region, spec=spec) if known else "Er is geen cijfer."


def says_which(say):
    texts = {state: say(row_of(state).iloc[0], registry.region(BREDA), spec=REPORTS) for state in State}
    assert len(set(texts.values())) == len(State)
    assert "echt nul" in texts[State.ZERO]
    for state in (State.CBS_DOT, State.NOT_IN_SNAPSHOT):
        assert "Dat is niet hetzelfde als nul." in texts[state]


@variants(sentences.situation, dot_as_zero, only_no_figure)
def test_the_sentence_of_every_state_is_its_own(variant, honest):
    assert holds(says_which, variant) is honest


def written(chart):
    return file_rows(chart, TAKEN)


def filled_with_zero(chart):
    return written(chart).fillna({"waarde": 0.0})


def without_words(chart):
    return written(chart).assign(uitleg="")


def empty_with_its_reason(write):
    codes = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)][: len(State)]
    rows = [row_of(state).assign(region=code) for state, code in zip(State, codes, strict=True)]
    file = write(holding.table_of(pd.concat(rows, ignore_index=True))).set_index("toestand")
    assert set(file.index) == set(map(str, State))
    assert {state: file.loc[str(state), "uitleg"] for state in State} == STATE_WORDS
    for state in WITHOUT_FIGURE:
        assert np.isnan(file.loc[str(state), "waarde"])
    assert file.loc["count_only", "aantal"] == 500
    assert (file.loc[["zero", "rounded_zero"], "waarde"] == 0).all()


@variants(written, filled_with_zero, without_words)
def test_a_file_leaves_the_unknown_empty_and_says_why(variant, honest):
    assert holds(empty_with_its_reason, variant) is honest
