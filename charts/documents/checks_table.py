"""Checks of the West-Brabant tables as a figure: printed, recomputed, difference, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import Chart
from charts.documents.source import AREA, AREA_NAME, source_of
from data_sources.catalogue.model import Table
from indicators import notation
from indicators.checks.source_checks import SourceCheck
from indicators.checks.source_checks import printed as print_checks


def checks_table(
    checks: Sequence[SourceCheck], *, sources: Sequence[Table], name: str, key: str, everything: bool = True
) -> Chart:
    """One row per check, the differing ones first; without ``everything`` those that hold are only counted."""
    differing = [check for check in checks if not check.holds]
    ordered = (*differing, *(check for check in checks if check.holds and everything))
    return Chart(
        name=name,
        subtitle=f"{notation.counted(len(checks), 'controle', 'controles')}, {len(differing)} keer een verschil",
        description=" ".join(f"{check.what}: {check.meaning}" for check in differing) or "Alle controles kloppen.",
        drawing=None,
        table=pd.DataFrame(
            [
                {
                    "place": AREA_NAME,
                    "region": AREA,
                    "period": "2018",
                    "what": check.what,
                    "printed": check.printed,
                    "recomputed": check.recomputed,
                    "difference": check.difference,
                    "meaning": check.meaning,
                    "source_place": check.place,
                }
                for check in ordered
            ]
        ),
        printed=print_checks(ordered),
        sources=tuple(source_of(table) for table in sources),
        key=key,
    )
