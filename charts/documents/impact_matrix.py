"""CBS's list of indicators as a table: national, regional, series; here, or the table of CBS that has it."""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.catalogue.impact_monitor import THEMES, Found

NOT_HERE = "niet op deze site"
NATIONAL_ONLY = "alleen landelijk"


def impact_matrix() -> Chart:
    """One row per indicator, in CBS's order; ``extra['links']`` gives the address behind each cell that has one."""
    rows: list[dict[str, object]] = []
    shown: list[dict[str, str]] = []
    links: dict[int, dict[str, str]] = {}
    for theme in THEMES:
        for indicator in theme.indicators:
            links[len(rows)] = {
                column: found.address
                for column, found in (
                    ("Landelijk", indicator.national_here),
                    ("Regionaal", indicator.regional_here),
                    ("Reeks", indicator.series_here),
                )
                if found is not None
            }
            rows.append(
                {"theme": theme.name, "indicator": indicator.name, "regional": indicator.regional}
                | links[len(rows)]
                | {"at_cbs": indicator.elsewhere}
            )
            shown.append(
                {
                    "Cijfer": indicator.name,
                    "Thema": theme.name,
                    "Landelijk": _words(indicator.national_here),
                    "Regionaal": _words(indicator.regional_here) if indicator.regional else NATIONAL_ONLY,
                    "Reeks": _words(indicator.series_here),
                    "Bij het CBS": indicator.elsewhere,
                }
            )
    here = sum(bool(found) for found in links.values())
    return Chart(
        name="De Impactmonitor: waar vindt u elk cijfer?",
        subtitle=f"{len(rows)} cijfers in {len(THEMES)} thema's; daarvan {'staat' if here == 1 else 'staan'} er {here} op deze site",
        description="Tabel met per cijfer van de Impactmonitor of het landelijk, regionaal en als reeks op deze site staat, "
        "en waar het CBS het geeft.",
        figure=None,
        table=pd.DataFrame(rows).rename(
            columns={"Landelijk": "national_here", "Regionaal": "regional_here", "Reeks": "series_here"}
        ),
        printed=pd.DataFrame(shown),
        sources=(
            SourceLine(
                owner="CBS", table="lijst van het dashboard Impactmonitor", licence="CC BY 4.0", date="in onze woorden"
            ),
        ),
        key="impactmonitor",
        extra={"links": links},
    )


def _words(found: Found | None) -> str:
    return NOT_HERE if found is None else found.words
