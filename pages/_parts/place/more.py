"""What else there is to say about a place: the places around it, and what CBS publishes."""

from __future__ import annotations

from charts.map.small import membership_map
from charts.text_table import text_table
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from editions.cbs_cells import address_of as address_of_cells
from editions.cells import cell_counts
from editions.edition import Edition
from editions.inhabitants import newest_inhabitants
from geo import boundaries, membership, mergers, registry
from indicators import notation
from indicators.sentences import words
from indicators.size_classes import same_class, size_class
from language import _
from pages._parts.ui import markup, whole


def surroundings(edition: Edition, code: str, *, year: int) -> None:
    """Links to the places around it; of a municipality that ended before our boundaries begin, a map of where it lies."""
    place = registry.region(code)
    if code not in boundaries.shapes(boundaries.boundary_year(year), level=Level.MUNICIPALITY).places:
        _where_it_lies_now(place)
        return
    around = boundaries.touching(code, year=year)
    with markup.together():
        title = _("Gemeenten die eraan grenzen")
        markup.heading(title, level=3)
        _links(
            around,
            year=year,
            label=title,
            none=_("{name} grenst over land aan geen andere gemeente.", name=place.name),
        )
        region = membership.parent(code, level=Level.VT_REGION, year=year)
        if region is not None:
            name = registry.name_in(region, year=year)
            moved = len(membership.spans(code, level=Level.VT_REGION)) > 1
            in_year = f"{name} ({year})" if moved else name
            markup.heading(_("In dezelfde Veilig Thuis-regio, {region}", region=in_year), level=3)
            others = [other for other in membership.members(region, year=year) if other != code]
            _links(
                others,
                year=year,
                label=_("Gemeenten in {place}", place=name),
                none=_("{place} is de enige gemeente in deze regio.", place=place.name),
            )
        _same_size(edition, code, year=year)


def _where_it_lies_now(place: registry.Region) -> None:
    """Map of the municipalities that one went into that ended before our boundaries begin."""
    final, year = mergers.today(place.code), boundaries.BOUNDARY_YEARS[-1]
    names = notation.listing([registry.region(code).name for code in final])
    around = [neighbour for code in final for neighbour in boundaries.touching(code, year=year)]
    caption = _("{place} hoort nu bij {places}", place=place.name, places=names)
    picture = membership_map([*final, *around], year=year, caption=caption, frame=[*final, *around], extra=final)
    markup.pictures([(picture.svg, picture.description, picture.caption)])


def _same_size(edition: Edition, code: str, *, year: int) -> None:
    people = newest_inhabitants(edition, code, year=year)[1]
    if code not in people:
        return
    others = same_class(code, inhabitants=people)
    nearest = sorted(others, key=lambda other: abs(people[other] - people[code]))[:8]
    markup.heading(_("Ongeveer even groot"), level=3)
    size = words.start(_(size_class(people[code]).label))
    others_there = notation.counted(len(others), "andere gemeente", "andere gemeenten")
    text = _("{size}: {municipalities}.", size=size, municipalities=others_there)
    if len(nearest) < len(others):
        nearest_few = _(
            "Dit zijn de {number} die het minst van {place} verschillen.",
            number=notation.small(len(nearest)),
            place=registry.name_in(code, year=year),
        )
        text = f"{text} {nearest_few}"
    markup.small(text)
    _links(
        nearest,
        year=year,
        label=_("Gemeenten van dezelfde grootte"),
        none=_("Er is geen andere gemeente van deze grootte."),
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
    name = words.name_of(registry.region(code))
    with markup.together():
        markup.table(
            text_table(
                {
                    _("tabel"): [table.title for table in tables],
                    _("nummer"): [table.id for table in tables],
                    _("cijfers hier"): [notation.count(here.get(table.id, 0)) for table in tables],
                }
            ),
            caption=_("Tabellen van het CBS, en hoeveel cijfers over {place} op deze site staan", place=name),
            text_columns=(_("nummer"),),
        )
        if not any(table.id in here for table in tables):
            markup.paragraph(_("Over {place} staat uit deze tabellen nog niets op deze site.", place=name))
        address = address_of_cells(edition, code)
        if address is not None:
            markup.link(address, _("Alle cijfers van het CBS over {place}", place=name))
        if (
            not whole.is_wanted()
        ):  # of a file the day stands on one page, so that the others change with their figures only
            markup.small(
                _(
                    "U ziet de {stand}. Nieuwe cijfers van het CBS komen er vanzelf bij.",
                    stand=notation.stand(edition.snapshot.manifest.created),
                )
            )
