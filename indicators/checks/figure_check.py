"""Cijfercheck: every figure that the documents print, against what can be known about it.

One row of the key figures in, one FigureCheck out. Which check belongs to which claim stands in
data_sources.documents.claims; the verdict always comes out of the figures.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast

import pandas as pd

from data_sources.documents.claims import CLAIMS, Claim, Way
from indicators import notation
from indicators.checks import document_claims, quarter_claims
from indicators.checks.evidence import Evidence
from indicators.checks.rate_claims import rate_part
from indicators.checks.verdict import FigureCheck, Part, Verdict
from language import N_, _

Row: TypeAlias = "Mapping[str, Any]"


def check_all(key_figures: pd.DataFrame, *, evidence: Evidence) -> tuple[FigureCheck, ...]:
    """Check every row of the key figures, in their order; raises KeyError for an indicator without a claim."""
    return tuple(check(cast("Row", row), evidence=evidence) for row in key_figures.to_dict("records"))


def check(row: Row, *, evidence: Evidence) -> FigureCheck:
    """Check one row of the key figures."""
    claim = CLAIMS[str(row["indicator"])]
    printed = _written(float(row["value"]))
    compare = _written(float(row["compare_value"])) if math.isfinite(row["compare_value"]) else ""
    text = _(claim.text, value=printed, compare=compare, period=_period_words(str(row["period"])), region=row["region"])
    return FigureCheck(
        claim=text[0].upper() + text[1:],
        region=str(row["region"]),
        indicator=str(row["indicator"]),
        period=str(row["period"]),
        printed=printed,
        unit=str(row["unit"]),
        document=str(row["document"]),
        place=str(row["place"]),
        parts=_CHECKS[claim.way](row, claim, evidence),
    )


def _rate(row: Row, claim: Claim, evidence: Evidence) -> tuple[Part, ...]:
    year = int(row["period"])
    recomputed = rate_part(
        float(row["value"]), region=str(row["region"]), measure=claim.measure, year=year, evidence=evidence
    )
    compared = rate_part(
        float(row["compare_value"]),
        region=str(row["compare_region"]),
        measure=claim.measure,
        year=year,
        evidence=evidence,
        text=str(row["note"]),
    )
    return (recomputed, compared)


def _none(row: Row, claim: Claim, _evidence: Evidence) -> tuple[Part, ...]:
    return (
        Part(
            subject=str(row["region"]),
            printed=_written(float(row["value"])),
            verdict=Verdict.NOT_CHECKABLE,
            why=_(claim.why),
        ),
    )


_CHECKS: dict[Way, Callable[[Row, Claim, Evidence], tuple[Part, ...]]] = {
    Way.RATE: _rate,
    Way.GROWTH: quarter_claims.growth,
    Way.QUARTER: quarter_claims.quarter,
    Way.REPORT: document_claims.report,
    Way.OWN_TABLE: document_claims.same_document,
    Way.RESPONDENTS: document_claims.respondents,
    Way.PERSONS: document_claims.persons,
    Way.NONE: _none,
}


_QUARTERS = {
    "1": N_("het eerste kwartaal van {year}"),
    "2": N_("het tweede kwartaal van {year}"),
    "3": N_("het derde kwartaal van {year}"),
    "4": N_("het vierde kwartaal van {year}"),
}


def _written(value: float) -> str:
    return notation.number(value, decimals=0 if value.is_integer() else 1)


def _period_words(period: str) -> str:
    year, _mark, quarter = period.partition("-Q")
    return _(_QUARTERS[quarter], year=year) if quarter else period
