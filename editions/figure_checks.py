"""Figures of regional documents checked against those of CBS: the Cijfercheck, and the goals of a programme measured."""

from __future__ import annotations

from collections.abc import Sequence

from data_sources import publications
from data_sources.documents import tables
from data_sources.level import NETHERLANDS
from editions.edition import Edition, cached_per_edition
from editions.periods import newest_periods
from indicators.checks import monitor
from indicators.checks.counts import CbsCounts, with_members
from indicators.checks.evidence import Evidence
from indicators.checks.figure_check import check_all
from indicators.checks.monitor_shares import CATEGORIES
from indicators.checks.verdict import FigureCheck, Verdict


def odd_claims(edition: Edition) -> list[FigureCheck]:
    """Figures that another figure contradicts, or that stand for another span of time than the document says."""
    return [check for check in checks(edition) if check.verdict in {Verdict.DIFFERS, Verdict.HALF_YEAR}]


@cached_per_edition(most=1)
def checks(edition: Edition) -> tuple[FigureCheck, ...]:
    """Every printed figure of the documents with its verdict, on the figures of one data version."""
    evidence = Evidence(
        observations=edition.observations,
        figures=publications.figures(),
        municipalities=tables.municipalities_2018(),
        reporters=tables.reporters(),
    )
    return check_all(tables.key_figures(), evidence=evidence)


@cached_per_edition(most=64)
def monitor_rows(edition: Edition, region: str) -> Sequence[monitor.MonitorRow]:
    """The goals of the programme of Hart van Brabant for one Veilig Thuis region."""
    places = with_members({region, NETHERLANDS})
    counts = CbsCounts.of(edition.observations, regions=places, categories=CATEGORIES)
    return monitor.monitor(tables.programme_indicators(), region=region, counts=counts, newest=newest_periods(edition))
