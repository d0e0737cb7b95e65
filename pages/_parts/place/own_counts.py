"""What a region counted itself for a municipality, apart from everything of CBS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from charts.chart import Chart
from charts.documents.own_counts import Record, own_counts, own_counts_by_region
from data_sources import publications
from data_sources.catalogue.areas import AREAS
from data_sources.level import Level
from editions.edition import Edition
from geo import membership, registry
from language import _, cached_per_language
from pages._parts.figure import table_block


def has_any(code: str) -> bool:
    """Whether a region counted something itself for a municipality."""
    return bool(_tables(code))


def show(edition: Edition, code: str) -> None:
    """Tables of own counts of the municipality and of the regions it lay in; nothing when there are none."""
    for chart in _tables(code):
        table_block.show(
            edition, chart, key=chart.key, text_columns=(_("Waar"), _("Periode"), _("Bron")), level=3, stacked=True
        )


@cached_per_language(64)
def _tables(code: str) -> tuple[Chart, ...]:
    figures, name, around = _figures(), registry.region(code).name, _around(code)
    charts = (own_counts(figures, place=name, codes=around, before_2019=before) for before in (False, True))
    return tuple(chart for chart in charts if chart is not None)


@lru_cache(maxsize=1)
def _figures() -> Mapping[str, Sequence[Record]]:
    """Reading them takes a tenth of a second, so they are kept."""
    return own_counts_by_region(publications.figures())


def _around(code: str) -> tuple[str, ...]:
    """The municipality, the Veilig Thuis regions it lay in, and the areas of documents that name it as a part."""
    place = registry.region(code)
    years = range(place.first_year, (place.last_year or registry.last_year()) + 1)
    regions = [membership.parent(code, level=Level.VT_REGION, year=year) for year in years]
    areas = [area.code for area in AREAS.values() if code in area.members]
    return tuple(dict.fromkeys([code, *(region for region in regions if region), *areas]))
