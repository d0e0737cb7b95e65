"""Everything that is loaded of the CBS tables on Veilig Thuis, to open per subject, place and period."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from charts.chart import Chart
from charts.documents.cbs_cells import cbs_cells
from charts.documents.impact_matrix import impact_matrix
from data_sources.catalogue.subjects import BY_ID, SUBJECTS
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from geo import registry
from indicators import loaded_cells
from pages._parts import markup, pick, table_block

ANCHOR = "cbs-tabellen"
_FIRST = "onderzoeken"
_ORDER = (Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION, Level.MUNICIPALITY)


def show(edition: Edition) -> None:
    """Pickers and the cells of one place and period."""
    here = _here(edition)
    if not here:
        markup.paragraph("Van de tabellen van het CBS over Veilig Thuis staan er nog geen cijfers op deze site.")
        return
    markup.paragraph(
        "Dit zijn de cijfers zoals het CBS ze geeft, zonder verdeling over inwoners. Kies een onderwerp en een plaats: u ziet "
        "alleen plaatsen en perioden waarvan er een cijfer is."
    )
    subjects = {id_: BY_ID[id_].title for id_ in here}
    subject = BY_ID[
        pick.one(
            "Onderwerp",
            key="onderwerp",
            options=subjects,
            default=_FIRST if _FIRST in subjects else next(iter(subjects)),
        )
    ]
    places = _places(here[subject.id])
    place = pick.one("Plaats", key="plaats", options=places, default=next(iter(places)))
    periods = {one.key: one.label for one in here[subject.id][place]}
    period = Period.from_key(pick.one("Periode", key="wanneer", options=periods, default=next(iter(periods))))
    chart = cbs_cells(
        loaded_cells.of_place(_cells(edition, subject.id), region=place, period=period.code),
        subject=subject,
        place=registry.name_in(place, year=registry.known_year(period.calendar_year)),
        region=place,
        period=period,
    )
    table_block.show(edition, chart, key=ANCHOR, text_columns=("Wat is geteld", "Cijfer"), level=3, first=15)


@cached_per_edition(most=1)
def matrix(edition: Edition) -> Chart:
    """The list of the Impactmonitor, with what is loaded of each of its figures."""
    return impact_matrix({subject.id: _cells(edition, subject.id) for subject in SUBJECTS})


def address_of(edition: Edition, code: str) -> str | None:
    """Address of the cells of a place, or None when none is loaded."""
    here = _here(edition)
    subject = next((id_ for id_ in (_FIRST, *here) if code in here.get(id_, {})), None)
    return None if subject is None else f"/impactmonitor?onderwerp={subject}&plaats={code}#{ANCHOR}"


def _places(here: Mapping[str, tuple[Period, ...]]) -> dict[str, str]:
    def order(code: str) -> tuple[int, str]:
        return _ORDER.index(Level.of(code)), registry.fold(registry.region(code).name)

    return {code: _named(code) for code in sorted(here, key=order)}


def _named(code: str) -> str:
    place = registry.region(code)
    return place.name if place.level is Level.COUNTRY else f"{place.name} ({place.level.singular})"


@cached_per_edition(most=16)
def _cells(edition: Edition, subject: str) -> pd.DataFrame:
    return loaded_cells.cells(edition.observations, subject=BY_ID[subject])


@cached_per_edition(most=1)
def _here(edition: Edition) -> Mapping[str, Mapping[str, tuple[Period, ...]]]:
    """Per subject and place the periods with a known cell: the newest year first, then half-years."""
    here: dict[str, dict[str, tuple[Period, ...]]] = {}
    for subject in SUBJECTS:
        known = _cells(edition, subject.id)
        known = known.loc[known["value"].notna(), ["region", "period"]].drop_duplicates()
        for region, codes in known.groupby("region"):
            periods = sorted(
                (Period.from_code(code) for code in codes["period"]),
                key=lambda one: (one.kind is Kind.HALF_YEAR, -one.ordinal),
            )
            here.setdefault(subject.id, {})[str(region)] = tuple(periods)
    return here
