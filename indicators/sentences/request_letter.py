"""A letter that asks whoever holds a figure for it: addressed, with place and years, and with the law where one holds."""

from __future__ import annotations

from data_sources.documents.council_questions import CouncilQuestion, Holder, Law, Reach
from data_sources.level import Level
from data_sources.period import Period
from geo import membership, registry
from geo.registry import Region
from indicators.sentences import words

YEARS = 5
"""How many years a letter asks for."""

_LAW = {
    Law.OPEN_GOVERNMENT: (
        "Dit is een verzoek op grond van artikel 4.1 van de Wet open overheid. Ik vraag om documenten of bestanden waarin deze "
        "cijfers staan. Volgens artikel 4.4 van die wet beslist u binnen vier weken."
    ),
    Law.IF_OPEN_GOVERNMENT: (
        "Geldt de Wet open overheid voor u? Dan is dit een verzoek op grond van artikel 4.1 van die wet. Ik vraag om documenten "
        "of bestanden waarin deze cijfers staan. U beslist dan binnen vier weken (artikel 4.4). Geldt de wet niet voor u? "
        "Dan vraag ik u vriendelijk om mee te werken."
    ),
    Law.NONE: "Ik vraag u vriendelijk om mee te werken.",
}
_NOBODY_KNOWABLE = (
    "Ik vraag alleen om cijfers waaruit niemand te herkennen is. Kleine aantallen mag u afronden of weglaten. Zegt u er dan "
    "bij waar u dat deed?"
)


def request_letter(question: CouncilQuestion, region: Region | None, *, last_year: int) -> str:
    """Text of the letter, with place and years; without a place (or with the country) it names none.

    ``last_year`` is the last whole year, up to which it asks.
    """
    place = None if region is None or region.level is Level.COUNTRY else region
    holder = question.letter_to
    years = f"voor elk jaar van {last_year - YEARS + 1} tot en met {last_year}"
    asks = [
        f"- {ask}{';' if number < len(question.asks) else '.'}" for number, ask in enumerate(question.asks, start=1)
    ]
    return "\n".join(
        (
            addressee(holder, place),
            "",
            f"Onderwerp: cijfers over huiselijk geweld {where(holder, place)}",
            "",
            f"{holder.salutation},",
            "",
            f"Ik zoek het antwoord op deze vraag: {_quoted(question.question)}",
            "",
            f"Kunt u mij dit laten weten, {where(holder, place)}, {years}?",
            *asks,
            "",
            _NOBODY_KNOWABLE,
            "",
            _LAW[holder.law],
            "",
            "Hebt u deze cijfers niet? Dan hoor ik graag wie ze wel heeft.",
            "",
            "Met vriendelijke groet,",
        )
    )


def addressee(holder: Holder, place: Region | None) -> str:
    """First line of the letter: to whom it goes."""
    if place is None:
        return holder.to_anyone
    region = _region(place)
    if place.level is not Level.MUNICIPALITY:
        return holder.to_larger_place.format(plaats=_named(place))
    if not region and "{regio}" in holder.to_municipality:
        return holder.to_anyone
    return holder.to_municipality.format(gemeente=_name(place), regio=region)


def where(holder: Holder, place: Region | None) -> str:
    """For which area the letter asks, in running text: ``in Breda en in de hele regio West-Brabant``."""
    if place is None:
        return {
            Reach.MUNICIPALITY: "in uw gemeente",
            Reach.REGION: "in uw regio, en zo mogelijk per gemeente",
            Reach.COUNTRY: "in heel Nederland, en zo mogelijk per gemeente",
        }[holder.reach or Reach.COUNTRY]
    here = f"in {_named(place)}"
    if place.level is not Level.MUNICIPALITY:
        return f"{here}, en zo mogelijk per gemeente"
    if holder.reach is Reach.REGION and (region := _region(place)):
        return f"{here} en in de hele regio {region}"
    return f"{here} en in heel Nederland" if holder.reach is Reach.COUNTRY else here


def _quoted(question: str) -> str:
    return f"‘{question}’"


def _named(place: Region) -> str:
    return words.place(place, period=Period.year(registry.last_year()))


def _name(place: Region) -> str:
    return registry.name_in(place.code, year=registry.last_year())


def _region(place: Region) -> str:
    """Name of the Veilig Thuis region around a place, '' when it is not known."""
    year = registry.last_year()
    code = membership.parent(place.code, level=Level.VT_REGION, year=year)
    return registry.name_in(code, year=year) if code else ""
