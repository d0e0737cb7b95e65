"""What else there is to say about a place: the places around it, and what CBS publishes."""

from __future__ import annotations

import pandas as pd

from charts.map.small import membership_map
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from editions.cbs_cells import address_of as address_of_cells
from editions.cells import cell_counts
from editions.edition import Edition
from editions.inhabitants import newest_inhabitants
from geo import boundaries, membership, mergers, registry
from indicators import notation
from indicators.size_classes import same_class, size_class
from pages._parts.ui import markup, whole


def surroundings(edition: Edition, code: str, *, year: int) -> None:
    """Links to the places around it; of a municipality that ended before our boundaries begin, a map of where it lies."""
    place = registry.region(code)
    if code not in boundaries.shapes(boundaries.boundary_year(year), level=Level.MUNICIPALITY).places:
        _where_it_lies_now(place)
        return
    around = boundaries.touching(code, year=year)
    with markup.together():
        markup.heading("Gemeenten die eraan grenzen", level=3)
        _links(
            around,
            year=year,
            label="Gemeenten die eraan grenzen",
            none=f"{place.name} grenst over land aan geen andere gemeente.",
        )
        region = membership.parent(code, level=Level.VT_REGION, year=year)
        if region is not None:
            name = registry.name_in(region, year=year)
            moved = len(membership.spans(code, level=Level.VT_REGION)) > 1
            markup.heading(f"In dezelfde Veilig Thuis-regio, {name}{f' ({year})' if moved else ''}", level=3)
            others = [other for other in membership.members(region, year=year) if other != code]
            _links(
                others,
                year=year,
                label=f"Gemeenten in {name}",
                none=f"{place.name} is de enige gemeente in deze regio.",
            )
        _same_size(edition, code, year=year)


def _where_it_lies_now(place: registry.Region) -> None:
    """Map of the municipalities that one went into that ended before our boundaries begin."""
    final, year = mergers.today(place.code), boundaries.BOUNDARY_YEARS[-1]
    names = notation.listing([registry.region(code).name for code in final])
    around = [neighbour for code in final for neighbour in boundaries.touching(code, year=year)]
    picture = membership_map(
        [*final, *around], year=year, caption=f"{place.name} hoort nu bij {names}", frame=[*final, *around], extra=final
    )
    markup.pictures([(picture.svg, picture.description, picture.caption)])


def _same_size(edition: Edition, code: str, *, year: int) -> None:
    people = newest_inhabitants(edition, code, year=year)[1]
    if code not in people:
        return
    others = same_class(code, inhabitants=people)
    nearest = sorted(others, key=lambda other: abs(people[other] - people[code]))[:8]
    markup.heading("Ongeveer even groot", level=3)
    here = f"{size_class(people[code]).label.capitalize()}: {notation.counted(len(others), 'andere gemeente', 'andere gemeenten')}."
    fewer = f" Dit zijn de {notation.small(len(nearest))} die het minst van {registry.name_in(code, year=year)} verschillen."
    markup.small(here + (fewer if len(nearest) < len(others) else ""))
    _links(
        nearest, year=year, label="Gemeenten van dezelfde grootte", none="Er is geen andere gemeente van deze grootte."
    )


def _links(codes: tuple[str, ...] | list[str], *, year: int, label: str, none: str) -> None:
    names = sorted(
        ((registry.name_in(other, year=year), other) for other in codes), key=lambda pair: registry.fold(pair[0])
    )
    if names:
        markup.inline_links([(f"/gemeente?gemeente={other}", name) for name, other in names], label=label)
    else:
        markup.paragraph(none)


def what_cbs_publishes(edition: Edition, code: str) -> None:
    """Which tables CBS has for municipalities, how much of them is here, and how a refresh gets the rest."""
    here = cell_counts(edition, code=code)
    tables = [table for table in TABLES.values() if Level.of(code) in table.levels and table.id[:1].isdigit()]
    name = registry.region(code).name
    with markup.together():
        markup.table(
            pd.DataFrame(
                {
                    "tabel": [table.title for table in tables],
                    "nummer": [table.id for table in tables],
                    "cijfers hier": [notation.count(here.get(table.id, 0)) for table in tables],
                }
            ),
            caption=f"Tabellen van het CBS, en hoeveel cijfers over {name} op deze site staan",
            text_columns=("nummer",),
        )
        if not any(table.id in here for table in tables):
            markup.paragraph(f"Over {name} staat uit deze tabellen nog niets op deze site.")
        address = address_of_cells(edition, code)
        if address is not None:
            markup.link(address, f"Alle cijfers van het CBS over {name}")
        if (
            not whole.is_wanted()
        ):  # of a file the day stands on one page, so that the others change with their figures only
            markup.small(
                f"U ziet de {notation.stand(edition.snapshot.manifest.created)}. Nieuwe cijfers van het CBS komen er vanzelf bij."
            )
