"""Periods and region codes: parsed once at the edge, or refused."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data_sources.level import Level, UnknownRegionCodeError, parse_region_code
from data_sources.period import Kind, MixedPeriodsError, Period, UnknownPeriodError

years = st.integers(1900, 2099).map(Period.year)
halves = st.builds(Period.half_year, st.integers(1900, 2099), st.sampled_from([1, 2]))
periods = years | halves
CODE = re.compile(r"(19|20)\d\d(JJ00|HJ0[12])")


@given(periods)
def test_a_period_survives_its_code_and_its_key(period):
    assert Period.from_code(f"{period.code}  ") == period
    assert Period.from_key(period.key) == period
    assert CODE.fullmatch(period.code)


@given(st.text())
def test_text_that_is_no_period_code_is_refused(text):
    assume(CODE.fullmatch(text.strip()) is None)
    with pytest.raises(UnknownPeriodError):
        Period.from_code(text)


@pytest.mark.parametrize("code", ["2023MM04", "2023KW01", "2023HJ03", "2023HJ00", "2023JJ01", "3023JJ00", "2023"])
def test_months_quarters_and_impossible_halves_are_refused(code):
    with pytest.raises(UnknownPeriodError):
        Period.from_code(code)


@pytest.mark.parametrize("key", ["2023-Q1", "2025-Q1/Q3", "onbekend", "2023-H3", ""])
def test_quarters_in_source_rows_are_refused(key):
    with pytest.raises(UnknownPeriodError):
        Period.from_key(key)


@given(years, halves)
def test_years_and_halves_are_never_ordered_against_each_other(year, half):
    for compare in (lambda: year < half, lambda: half <= year, lambda: year > half, lambda: half >= year):
        with pytest.raises(MixedPeriodsError):
            compare()


@given(halves, halves)
def test_halves_are_ordered_by_time_and_neighbours_differ_by_one(one, other):
    assert (one < other) == (one.code < other.code)
    following = Period.half_year(one.calendar_year, 2) if one.number == 1 else None
    assert following is None or following.ordinal - one.ordinal == 1
    assert one.kind is Kind.HALF_YEAR


codes = st.one_of(
    st.just("NL01"),
    st.builds("{}{:02d}".format, st.sampled_from(["LD", "PV", "VT", "DR"]), st.integers(0, 99)),
    st.builds("GM{:04d}".format, st.integers(0, 9999)),
)


@given(codes, st.integers(0, 4))
def test_padding_is_stripped_and_the_level_is_the_first_two_letters(code, spaces):
    assert parse_region_code(code + " " * spaces) == code
    assert Level.of(code + " " * spaces) == code[:2]


@given(st.text(max_size=8))
def test_text_that_is_no_region_code_is_refused(text):
    assume(re.fullmatch(r"NL01|(LD|PV|VT|DR)\d{2}|GM\d{4}", text.strip()) is None)
    with pytest.raises(UnknownRegionCodeError):
        parse_region_code(text)
