"""Everything that is loaded of the CBS tables on Veilig Thuis, to open per subject, place and period."""

from __future__ import annotations

from collections.abc import Mapping

from charts.documents.cbs_cells import cbs_cells
from data_sources.catalogue.subjects import BY_ID
from data_sources.level import Level
from data_sources.period import Period
from editions.cbs_cells import ANCHOR, FIRST_SUBJECT, cells_of_place, periods_of_cells
from editions.edition import Edition
from geo import registry
from pages._parts.figure import table_block
from pages._parts.ui import address, markup, pick

_ORDER = (Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION, Level.MUNICIPALITY)


def is_chosen() -> bool:
    """Whether the address asks for the cells of a subject, place or period."""
    return any(address.chosen(key) for key in ("onderwerp", "plaats", "wanneer"))


def show(edition: Edition) -> None:
    """Pickers and the cells of one place and period."""
    here = periods_of_cells(edition)
    if not here:
        markup.paragraph("Van de tabellen van het CBS over Veilig Thuis staan er nog geen cijfers op deze site.")
        return
    markup.paragraph(
        "Dit zijn de cijfers zoals het CBS ze geeft: wij rekenen niets om. Kies een onderwerp en een plaats: u ziet "
        "alleen plaatsen en perioden waarvan er een cijfer is."
    )
    subjects = {id_: BY_ID[id_].title for id_ in here}
    subject = BY_ID[
        pick.option(
            "Onderwerp",
            key="onderwerp",
            options=subjects,
            default=FIRST_SUBJECT if FIRST_SUBJECT in subjects else next(iter(subjects)),
        )
    ]
    places = _places(here[subject.id])
    place = pick.option("Plaats", key="plaats", options=places, default=next(iter(places)))
    periods = {period.key: period.label for period in here[subject.id][place]}
    period = Period.from_key(pick.option("Periode", key="wanneer", options=periods, default=next(iter(periods))))
    chart = cbs_cells(
        cells_of_place(edition, subject.id, region=place, period=period),
        subject=subject,
        place=registry.name_in(place, year=registry.known_year(period.calendar_year)),
        region=place,
        period=period,
    )
    table_block.show(
        edition, chart, key=ANCHOR, text_columns=("Wat is geteld", "Cijfer"), level=3, first=10, stacked=True
    )


def _places(here: Mapping[str, tuple[Period, ...]]) -> dict[str, str]:
    def order(code: str) -> tuple[int, str]:
        return _ORDER.index(Level.of(code)), registry.fold(registry.region(code).name)

    return {code: _named(code) for code in sorted(here, key=order)}


def _named(code: str) -> str:
    place = registry.region(code)
    return place.name if place.level is Level.COUNTRY else f"{place.name} ({place.level.singular})"
