"""CBS's list of indicators as a table: national, regional, series; here, or the table of CBS that has it.

What is on this site is what is drawn or loaded: cells of a CBS table count, also of one place only (STATISTICS rule 17).
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.catalogue.impact_monitor import THEMES, ImpactIndicator, Location
from data_sources.level import NETHERLANDS
from data_sources.period import kinds
from geo import registry
from indicators import loaded_cells

NOT_HERE = "niet op deze site"
NATIONAL_ONLY = "alleen landelijk"
_FEWEST_OF_SERIES = 2


def impact_matrix(loaded: Mapping[str, pd.DataFrame]) -> Chart:
    """One row per indicator, in CBS's order; ``extra['links']`` gives the address behind each cell that has one.

    ``loaded``: cells of each subject by its id, as indicators.loaded_cells.cells gives them.
    """
    rows: list[dict[str, object]] = []
    shown: list[dict[str, str]] = []
    links: dict[int, dict[str, str]] = {}
    for theme in THEMES:
        for indicator in theme.indicators:
            national, regional, series = _here(indicator, loaded)
            links[len(rows)] = {
                column: here.address
                for column, here in (("Landelijk", national), ("Regionaal", regional), ("Reeks", series))
                if here is not None
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
                    "Landelijk": _words(national),
                    "Regionaal": _words(regional) if indicator.regional else NATIONAL_ONLY,
                    "Reeks": _words(series),
                    "Bij het CBS": indicator.elsewhere,
                }
            )
    here = sum(bool(addresses) for addresses in links.values())
    return Chart(
        name="De Impactmonitor: waar vindt u elk cijfer?",
        subtitle=f"{len(rows)} cijfers in {len(THEMES)} thema's; daarvan {'staat' if here == 1 else 'staan'} er {here} op deze site",
        description="Tabel met per cijfer van de Impactmonitor of het landelijk, regionaal en als reeks op deze site staat, "
        "en waar het CBS het geeft.",
        drawing=None,
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


def _here(
    indicator: ImpactIndicator, loaded: Mapping[str, pd.DataFrame]
) -> tuple[Location | None, Location | None, Location | None]:
    """National, regional and series: what is drawn, else cells that are loaded, else nothing."""
    national, regional, series = indicator.national_here, indicator.regional_here, indicator.series_here
    if indicator.loaded is None or indicator.loaded.subject not in loaded:
        return national, regional, series
    choice = indicator.loaded
    known = loaded_cells.holds(
        loaded[choice.subject], measures=choice.measures, starts=choice.starts, without=choice.without
    )
    country, places = known[known["region"] == NETHERLANDS], known[known["region"] != NETHERLANDS]
    national = national or _cells_of(country, choice.subject)
    regional = regional or _cells_of(places, choice.subject)
    counts = known.assign(kind=kinds(known["period"])).groupby(["region", "kind"])["period"].nunique()
    several = [region for region, _ in counts.index[counts >= _FEWEST_OF_SERIES]]
    return national, regional, series or _cells_of(known[known["region"].isin(several)], choice.subject)


def _cells_of(known: pd.DataFrame, subject: str) -> Location | None:
    """A link to the cells of one place, with how many places there are."""
    if known.empty:
        return None
    regions = sorted(known["region"].unique())
    first = regions[0]
    address = f"/impactmonitor?onderwerp={subject}&plaats={first}#cbs-tabellen"
    if first == NETHERLANDS:
        return Location("Cijfers uit de CBS-tabellen", address)
    name = registry.region(first).name
    return Location(f"alleen {name}" if len(regions) == 1 else f"{len(regions)} plaatsen, zoals {name}", address)


def _words(here: Location | None) -> str:
    return NOT_HERE if here is None else here.words
