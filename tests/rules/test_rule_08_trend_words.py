"""Rule 8: a trend word needs six years or eight half-years and a test that no single outlier passes; it has an end date."""

import re

import numpy as np
import pandas as pd
import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.edition import current_edition
from editions.values import values
from geo import registry
from indicators import sentences
from indicators import trend as trends
from indicators.trend import Direction, Trend, trend
from tests.indicators.conftest import values_of
from tests.rules.holding import BREDA, REPORTS, holds, series, variants

CASES = [
    ([500, 560, 610, 670, 730, 785], 2019, Direction.RISE),
    ([785, 730, 670, 610, 560, 500], 2019, Direction.FALL),
    ([500, 505, 495, 500, 515, 505], 2019, Direction.UNCLEAR),  # not significant
    ([500, 500, 500, 500, 500, 1500], 2019, Direction.UNCLEAR),  # one outlier
    ([500, 560, 700, 500, 690, 760], 2019, Direction.UNCLEAR),  # restless
    ([500, 600, 700, 800, 900], 2019, Direction.TOO_FEW),
    ([300, 400, 500, 600, 700, 800, 900, 1000], 2016, Direction.TOO_FEW),  # five of them after the break of 2019
    ([500, 600, np.nan, 700, 800, 900], 2019, Direction.TOO_FEW),  # a missing year is no point
]


def first_against_last(values, *, spec):
    found = trend(values, spec=spec)
    known = values["value"].dropna().tolist()
    if found.direction is Direction.TOO_FEW:
        return found
    return Trend(Direction.RISE if known[-1] > known[0] else Direction.FALL, found.points)


def with_its_outliers(values, *, spec):
    def chance_alone(known, when, *, share):  # noqa: ARG001
        count, base = (known[name].to_numpy(dtype="float64") for name in ("count", "base"))
        expected = base * count.sum() / base.sum()
        top = (when * (count - expected)).sum()
        spread = (when**2 * expected).sum() - (when * expected).sum() ** 2 / expected.sum()
        return np.sign(top) * top**2 / spread / 3.84

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trends, "_weakest", chance_alone)
        return trend(values, spec=spec)


def from_five_points(values, *, spec):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trends, "FEWEST_POINTS", {Kind.YEAR: 5, Kind.HALF_YEAR: 5})
        return trend(values, spec=spec)


def across_the_break(values, *, spec):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trends, "with_segments", lambda rows, **_: rows.assign(segment=0, **{"break": ""}))
        return trend(values, spec=spec)


def never_speaks(values, *, spec):
    found = trend(values, spec=spec)
    return Trend(Direction.UNCLEAR if found.points >= 6 else Direction.TOO_FEW, found.points)


def speaks_only_when_it_may(find):
    for counts, first, direction in CASES:
        assert find(series(counts, first=first), spec=REPORTS).direction is direction, counts


@variants(trend, first_against_last, with_its_outliers, from_five_points, across_the_break, never_speaks)
def test_a_trend_word_can_refuse(variant, honest):
    assert holds(speaks_only_when_it_may, variant) is honest


def always_a_word(found, region, *, spec):
    return sentences.trend_sentence(Trend(Direction.RISE, found.points, found.first, found.last), region, spec=spec)


def refuses_in_words(say):
    few = trend(series([500, 600, 700, 800]), spec=REPORTS)
    text = say(few, registry.region(BREDA), spec=REPORTS)
    assert "te weinig jaren om een trend te noemen" in text
    assert "stijging" not in text


@variants(sentences.trend_sentence, always_a_word)
def test_the_sentence_refuses_too(variant, honest):
    assert holds(refuses_in_words, variant) is honest


PAGES = [
    ("overview.py", {}),
    ("trends.py", {"plaats": "NL01"}),
    ("trends.py", {"gemeente": "GM0758"}),
    ("programmes.py", {}),
    ("impact_monitor.py", {}),
    ("who_reports.py", {}),
    ("safety.py", {}),
    ("repetition.py", {}),
    ("surveys.py", {}),
    ("child_protection.py", {}),
    ("municipality.py", {"gemeente": "GM0758"}),
]


@pytest.mark.parametrize(("file", "choices"), PAGES)
def test_no_page_calls_reports_falling_on_a_series_that_stopped(read_page, file, choices):
    page = read_page(file, **choices)
    assert "meldingen: daling" not in page.text
    for word in re.findall(r"(?:stijging|daling) van .{0,80}", page.text):
        assert re.search(r"tot en met|clear|of daling|het (aantal|aandeel)|\d{4}–\d{4}", word), word


def test_the_step_from_2021_h2_to_2022_h1_is_more_than_chance(read_page):
    page = read_page("trends.py")
    found = re.search(r"Van het tweede halfjaar van 2021 naar het eerste halfjaar van 2022 .{0,200}", page.text)
    if found:  # the newest step on the page, until newer half-years have a rate
        assert "binnen de marges" not in found[0]
    country = values(current_edition(), "adviezen", level=Level.COUNTRY)
    step = trends.change(
        country, earlier=Period.half_year(2021, 2), later=Period.half_year(2022, 1), spec=INDICATORS["adviezen"]
    )
    assert step.position == "lager"


HALVES = values_of(
    [500, 560, 610, 670, 730, 785, 840, 900], codes=[BREDA] * 8, spec=REPORTS,
    period=[f"{year}HJ0{half}" for year in range(2019, 2023) for half in (1, 2)],
)  # fmt: skip


@pytest.mark.parametrize(
    ("values_", "counted", "stale"),
    [
        (HALVES, Period.half_year(2022, 2), False),
        (HALVES, Period.year(2022), False),  # the year whose halves the series holds
        (HALVES, Period.half_year(2023, 1), True),
        (HALVES, Period.year(2023), True),  # a year is counted after the last half-year
        (series([500, 560, 610, 670, 730, 785]), Period.half_year(2025, 1), False),  # no whole year is missed
        (series([500, 560, 610, 670, 730, 785]), Period.half_year(2025, 2), True),
        (series([500, 560, 610, 670, 730, 785]), Period.year(2025), True),
    ],
)
def test_a_newer_count_of_either_kind_ends_the_word(values_, counted, stale):
    word = trend(values_, spec=REPORTS, counted=counted)
    assert (word.direction is Direction.STALE) is stale
    assert stale or word.direction is Direction.RISE


def test_the_file_of_trends_says_what_the_page_says(data, read_page):
    """Walks every row of the country: word and period of the file stand on the page; meldingen are not called falling."""
    file = pd.read_csv(f"{data}/trends.csv", dtype={"trend_van": "str", "trend_tot_en_met": "str"})
    country = file[
        (file["code"] == "NL01")
        & (file["soort_periode"] == "halfjaar")
        & (file["indicator"].isin(["meldingen", "adviezen"]))
    ]
    text = read_page("trends.py", plaatsen="NL01", soort="halfjaar").text
    assert len(country) == 2
    for row in country.to_dict("records"):
        assert row["trend_tot_en_met"] == "2025-H1"
        assert row["trend"] == "geen duidelijke stijging of daling"
        assert f"{row['indicator']}: daling" not in text
