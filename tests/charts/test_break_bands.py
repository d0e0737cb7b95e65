"""Names of breaks stand above the plot, each clear of the next, however many there are and however close."""

import itertools

import pytest

from charts import break_bands
from charts.series import Line, Point
from data_sources.period import Period
from indicators.breaks import PROTOCOL, Break
from indicators.value import State

YEARS = range(2016, 2026)
PHONE_PX = 145
NAME_PX = 75


def line(*breaks):
    points = tuple(
        Point(Period.year(year), 10.0, 8.0, 12.0, State.VALUE, status="final", uncertain=False) for year in YEARS
    )
    return Line("GM0758", "Breda", "meldingen", "Breda", "Breda", points, breaks)


def found(*lines):
    return break_bands.bands(lines, first=2015.6, last=2025.4)


def boxes(bands):
    """Left, right, bottom and top of each name in px, on the plot of a phone."""
    for band in bands:
        left = (band.left - 2015.6) / 9.8 * PHONE_PX
        yield left, left + NAME_PX, band.above_px, band.top_px


@pytest.mark.parametrize("years", [[2019], [2019, 2023], [2018, 2019, 2021, 2022, 2023], [2017, 2025], list(YEARS)[1:]])
def test_no_name_covers_another_or_the_edge_that_leads_to_it(years):
    bands = found(line(*(Break(year, "het gebied veranderde") for year in years)))
    assert [band.name for band in bands] == [(f"vanaf {year}", "ander gebied") for year in years]
    for one, other in itertools.combinations(boxes(bands), 2):
        beside = one[1] <= other[0]
        assert beside or one[2] >= other[3], "an earlier name is at the left of a later one, or above it"
    assert break_bands.room_px(bands) == max(band.top_px for band in bands)


def test_breaks_of_one_year_share_a_band_and_name_both_causes():
    (band,) = found(line(Break(2019, PROTOCOL)), line(Break(2019, "het gebied veranderde")))
    assert band.name == ("vanaf 2019", "anders geteld", "ander gebied")
    assert (band.left, band.right) == (2018.25, 2018.75)


def test_a_break_before_every_figure_has_no_band():
    assert found(line(Break(2016, PROTOCOL))) == ()
    assert break_bands.room_px(()) == 0
