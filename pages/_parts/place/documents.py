"""What the documents of a region say, on the page of a municipality in it."""

from __future__ import annotations

from charts.documents.statements_table import of_region
from data_sources.documents import tables
from editions.edition import Edition
from editions.figure_checks import checks
from geo import registry
from indicators.checks.named_regions import named_region
from language import _
from pages._parts.figure import table_block
from pages._parts.ui import markup


def has_any(code: str) -> bool:
    """Whether a document speaks of the region of a municipality."""
    return named_region(code) is not None


def show(edition: Edition, code: str) -> None:
    """Figures and statements on the region of a municipality, as printed; nothing when no document speaks of it."""
    region = named_region(code)
    if region is None:
        return
    chart = of_region(checks(edition), tables.statements(), region=region, place=registry.region(code).name, code=code)
    table_block.show(
        edition,
        chart,
        key="uit-documenten",
        text_columns=tuple(chart.printed.columns),
        level=3,
        first=6,
        stacked=True,
    )
    markup.link("/regioprogrammas", _("Alle plannen en de Cijfercheck"))
