"""How the tests of this folder are made: a rule is a check; the product passes it, what breaks the rule on purpose does not."""

import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from charts import map as kaart
from charts.chart import Chart
from charts.compared_table import compared_table
from charts.dots import dots
from charts.files.provenance import Provenance
from charts.funnel import funnel_chart
from charts.map import municipal_map
from charts.rank_bars import rank_bars
from charts.small_multiples import small_multiples
from charts.trend import trend_chart
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from indicators.comparator import NoComparator, comparator_of
from indicators.funnel import funnel
from indicators.ranks import rank_range, rank_ranges
from tests.indicators.conftest import values_of

REPORTS = INDICATORS["meldingen"]
BREDA, TILBURG, ALTENA, ALPHEN_CHAAM, HAAREN = "GM0758", "GM0855", "GM1959", "GM1723", "GM0788"
Y2023 = Period.year(2023)
TAKEN = Provenance("2026-11-21", "http://127.0.0.1/kaart", date(2026, 11, 21))


def holds(check: Callable, variant) -> bool:
    """Whether a check passes; any other failure than a broken promise is a fault of the test and comes out."""
    try:
        check(variant)
    except (AssertionError, pytest.fail.Exception):
        return False
    return True


def variants(real, *wrong, name: str = "real"):
    """Parametrise a test with the product (honest) and with variants that break the rule on purpose."""
    cases = [pytest.param(real, True, id=name)]
    cases += [pytest.param(one, False, id=getattr(one, "__name__", str(one))) for one in wrong]
    return pytest.mark.parametrize(("variant", "honest"), cases)


def country(count=127_000, *, base=17_800_000, period="2023JJ00"):
    row = values_of([count], bases=base, codes=["NL01"], period=period, spec=REPORTS).iloc[0]
    return comparator_of(row, name="Nederland", spec=REPORTS)


def series(counts, *, first=2019, code=BREDA, **more):
    periods = [f"{first + n}JJ00" for n in range(len(counts))]
    return values_of(counts, codes=[code] * len(counts), period=periods, spec=REPORTS, **more)


def map_of(values, *, spec=REPORTS, period=Y2023, draw=municipal_map) -> Chart:
    outlines = kaart.outlines(
        [Period.from_code(code) for code in sorted(set(values["period"]))], level=Level.MUNICIPALITY
    )
    context = kaart.MapContext(outlines, comparators={Y2023: country()} if spec is REPORTS else {})
    return draw(values, spec=spec, level=Level.MUNICIPALITY, period=period, context=context)


def table_of(values) -> Chart:
    names = {code: code for code in values["region"].astype("str")}
    return compared_table(values, spec=REPORTS, period=Y2023, names=names, comparator=country(), ranges={}, funnel=None)


def dots_of(values) -> Chart:
    names = {code: code for code in values["region"].astype("str")}
    return dots(values, spec=REPORTS, period=Y2023, names=names, comparator=NoComparator("Geen."))


def trend_of(values) -> Chart:
    return trend_chart(values, spec=REPORTS, names={code: code for code in set(values["region"].astype("str"))})


def panels_of(values) -> Chart:
    return small_multiples(values, spec=REPORTS, names={code: code for code in set(values["region"].astype("str"))})


def funnel_of(values) -> Chart:
    names = {code: code for code in values["region"].astype("str")}
    found = funnel(values, spec=REPORTS)
    return funnel_chart(found, spec=REPORTS, period=Y2023, names=names, marked=())


def ranks_of(values) -> Chart:
    ranges = rank_range(rank_ranges(values, spec=REPORTS, worlds=200), values)
    return rank_bars(ranges, spec=REPORTS, period=Y2023, names={code: code for code in ranges})


def changed(chart: Chart, **fields) -> Chart:
    """A chart with parts replaced, for variants that leave something out."""
    return dataclasses.replace(chart, **fields)
