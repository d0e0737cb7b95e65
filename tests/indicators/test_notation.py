from datetime import date

import numpy as np
import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import notation
from indicators.value import State
from language import Language, in_language


def test_numbers_are_written_as_the_dutch_write_them():
    assert notation.number(12345.64) == "12.345,6"
    assert notation.number(12.34, decimals=1) == "12,3"
    assert notation.count(1842) == "1.842"
    assert notation.percent(38.1) == "38,1%"
    assert notation.euro(80000) == "€\u00a080.000"
    assert notation.date(date(2026, 3, 1)) == "1 maart 2026"


LOCALES = {Language.DUTCH: "nl_NL", Language.ENGLISH: "en_GB"}


@given(
    st.floats(-1e9, 1e9) | st.decimals(-1000, 1000, places=2).map(float), st.integers(0, 3), st.sampled_from(Language)
)
def test_a_number_is_what_the_unicode_locale_of_a_language_makes_of_it(value, decimals, language):
    form = "#,##0" + "." * bool(decimals) + "0" * decimals
    babel = format_decimal(value, format=form, locale=LOCALES[language])
    if not any(digit in babel for digit in "123456789"):
        babel = babel.replace("-", "")
    with in_language(language):
        assert notation.number(value, decimals=decimals) == babel.replace("-", notation.MINUS)


@given(st.dates(), st.sampled_from(Language))
def test_a_date_is_what_the_unicode_locale_of_a_language_makes_of_it(day, language):
    with in_language(language):
        assert notation.date(day) == format_date(day, format="d MMMM y", locale=LOCALES[language])


def test_a_band_does_not_break_over_two_lines():
    assert notation.band(4.795, 18.39) == "4,8\u00a0–\u00a018,4"
    assert notation.band_words(4.795, 18.39) == "tussen 4,8 en 18,4"


def test_a_change_carries_its_sign_and_nothing_has_none():
    assert [notation.change(x) for x in (3.42, -3.42, 0.01, -0.01)] == ["+3,4", "−3,4", "0,0", "0,0"]


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_missing_number_is_refused_instead_of_written(value):
    with pytest.raises(notation.MissingNumberError):
        notation.number(value)


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_words_in_a_cell(state):
    value = 0.0 if "zero" in state else 12.0 if state is State.VALUE else np.nan
    text = notation.value_text({"state": state, "value": value, "count": 1840.0})
    assert text.strip()
    assert (notation.state_words(state) in text) is (state is not State.VALUE)
    assert ("0,0" in text) is ("zero" in state)
    assert ("1.840" in text) is (state is State.COUNT_ONLY), "a count that is known is shown"


@pytest.mark.parametrize(
    ("uncertain", "status", "words"),
    [
        (False, "final", ""),
        (True, "unstated", "onzeker: minder dan 20"),
        (False, "provisional", "voorlopig"),
        (True, "provisional", "onzeker: minder dan 20, voorlopig"),
    ],
)
def test_what_to_mind_with_a_figure_reads_the_same_everywhere(uncertain, status, words):
    assert notation.remarks(uncertain=uncertain, status=status) == words


def test_a_listing_reads_as_running_text():
    assert notation.listing(["Breda"]) == "Breda"
    assert notation.listing(["Breda", "Tilburg", "Zundert"]) == "Breda, Tilburg en Zundert"
    assert (notation.small(4), notation.small(13)) == ("vier", "13")


@settings(deadline=None, max_examples=40)
@given(st.integers(-(10**9), 10**9))
def test_what_is_written_can_be_read_back(value):
    assert int(notation.count(value).replace(".", "").replace("−", "-")) == value
