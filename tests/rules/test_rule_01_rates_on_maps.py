"""Rule 1: rates only on maps; half-years stay half-years and share no axis with years."""

import dataclasses
import re

import pandas as pd
import pytest

from charts import map as kaart
from charts.map import municipal, municipal_map
from charts.trend import trend_chart
from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, MixedPeriodsError, Period
from editions import opening_view
from editions.edition import current_edition
from geo import registry
from indicators import sentences
from indicators.compute import indicator_values_for
from tests.indicators.conftest import values_of
from tests.rules.holding import BREDA, REPORTS, TILBURG, holds, map_of, variants

COUNTS = [
    dataclasses.replace(REPORTS, per=1, unit="meldingen"),
    dataclasses.replace(REPORTS, unit="aantal meldingen"),
]


def without_refusal(values, **arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(municipal, "_refuse_counts", lambda own, *, spec: None)  # noqa: ARG005
        return municipal_map(values, **arguments)


def by_title(values, *, spec, **arguments):
    """Refuses what is called a count, and draws counts that call themselves something else."""
    if spec.unit.startswith("aantal"):
        raise kaart.RawCountsOnMapError
    return without_refusal(values, spec=spec, **arguments)


def refuses_counts(draw):
    rates = values_of([500, 900], codes=[BREDA, TILBURG], spec=REPORTS)
    assert len(map_of(rates, draw=draw).table) == 2, "a rate is drawn"
    for spec in COUNTS:
        with pytest.raises(kaart.RawCountsOnMapError):
            map_of(rates, spec=spec, draw=draw)
    with pytest.raises(kaart.RawCountsOnMapError):
        map_of(rates.assign(base=float("nan")), draw=draw)


@variants(municipal_map, without_refusal, by_title)
def test_a_map_of_raw_counts_is_refused(variant, honest):
    assert holds(refuses_counts, variant) is honest


def annualised(observations, **arguments):
    rows = indicator_values_for(observations, **arguments)
    half = rows["period"].astype("str").str.contains("HJ")
    return rows.assign(value=rows["value"].where(~half, rows["value"] * 2))


def half_years_are_left_alone(compute):
    rows = compute(snapshots.load().observations, spec=REPORTS, level=Level.COUNTRY)
    half = rows[rows["period"].astype("str").str.contains("HJ") & rows["value"].notna()]
    assert len(half)
    assert (half["value"] - half["count"] / half["base"] * 10_000).abs().max() < 1e-9


@variants(indicator_values_for, annualised)
def test_a_half_year_is_never_made_a_year(variant, honest):
    assert holds(half_years_are_left_alone, variant) is honest


def by_calendar_year(one, other):
    return one.calendar_year < other.calendar_year


def does_not_order_mixed(before):
    assert before(Period.year(2022), Period.year(2023))
    for half in (Period.half_year(2023, 1), Period.half_year(2024, 2)):
        with pytest.raises(MixedPeriodsError):
            before(Period.year(2022), half)


@variants(Period.__lt__, by_calendar_year)
def test_a_year_and_a_half_year_have_no_order(variant, honest):
    assert holds(does_not_order_mixed, variant) is honest


def half_years_as_years(values, **arguments):
    return trend_chart(values.assign(period=values["period"].astype("str").str.replace("HJ01", "JJ00")), **arguments)


def share_no_axis(draw):
    mixed = values_of([500, 240], codes=[BREDA] * 2, period=["2022JJ00", "2023HJ01"], spec=REPORTS)
    with pytest.raises(MixedPeriodsError):
        draw(mixed, spec=REPORTS, names={BREDA: "Breda"})


@variants(trend_chart, half_years_as_years)
def test_years_and_half_years_share_no_axis(variant, honest):
    assert holds(share_no_axis, variant) is honest


def everything(values, **arguments):
    """Puts every period in one map, whatever its length."""
    chart = municipal_map(values, **arguments)
    keys = [{"key": Period.from_code(code).key} for code in sorted(set(values["period"]))]
    figure = dataclasses.replace(chart.figure, payload={**chart.figure.payload, "periods": keys})
    return dataclasses.replace(chart, drawing=figure)


def one_kind_in_a_map(draw):
    both = [values_of([500], codes=[BREDA], period=code, spec=REPORTS) for code in ("2022HJ01", "2022JJ00", "2023JJ00")]
    shown = map_of(pd.concat(both, ignore_index=True), draw=draw).figure.payload["periods"]
    assert {Period.from_key(one["key"]).kind for one in shown} == {Kind.YEAR}


@variants(municipal_map, everything)
def test_a_map_steps_through_one_kind_of_period(variant, honest):
    assert holds(one_kind_in_a_map, variant) is honest


def unlabelled(row, region, *, spec):
    return sentences.situation(row, region, spec=spec).replace(" Dit is een cijfer over een half jaar.", "")


def says_half_year(say):
    row = values_of([500], codes=[BREDA], period="2023HJ01", spec=REPORTS).iloc[0]
    assert "cijfer over een half jaar" in say(row, registry.region(BREDA), spec=REPORTS)


@variants(sentences.situation, unlabelled)
def test_a_half_year_says_so(variant, honest):
    assert holds(says_half_year, variant) is honest


@pytest.fixture(scope="module")
def published(data):
    """Rows of an indicator as a reader takes them from the open data."""
    return lambda name: pd.read_csv(f"{data}/{name}.csv", dtype={"periode": "str"})


def test_every_map_of_the_page_says_per_how_many_and_the_length_of_its_period(read_page):
    edition, seen = current_edition(), set()
    for indicator in opening_view.titles(edition):
        for level, periods in opening_view.levels(edition, indicator).items():
            for kind in Kind:
                period = next((period for period in periods if period.kind is kind), None)
                if period is None:
                    continue
                page = read_page("map.py", indicator=indicator, niveau=str(level), periode=period.key)
                name, unit = re.search(
                    r'<h2[^>]*>(.*?)</h2>\s*<p class="hg-sub"[^>]*>(.*?)</p>', page.markup, re.DOTALL
                ).groups()
                assert INDICATORS[indicator].unit in unit, (indicator, level, period)
                assert ("halfjaar" in f"{name} {unit}") is (kind is Kind.HALF_YEAR), (indicator, level, period)
                seen.add(kind)
    assert seen == set(Kind)


@pytest.mark.parametrize("indicator", ["meldingen", "adviezen"])
def test_a_published_rate_is_its_count_by_its_inhabitants_in_half_years_too(published, indicator):
    rows = published(indicator)
    half = rows[rows["periode"].str.contains("-H") & rows["waarde"].notna()]
    assert len(half) > 20
    assert (half["waarde"] - half["aantal"] / half["noemer"] * 10_000).abs().max() < 1e-9, "never made a year"
