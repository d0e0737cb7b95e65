"""The first screen of Overzicht: the answer about a chosen place, and the country in two tiles."""

from __future__ import annotations

from data_sources.level import Level
from editions.edition import Edition
from editions.national import National
from editions.place import periods_of_place
from editions.place_answer import place_answer
from geo import registry
from pages._parts.place import answer as place_answer_part
from pages._parts.ui import markup

TITLE = "Huiselijk geweld in cijfers"
SEARCH_LABEL = "Zoek uw gemeente"
SEARCHED = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE)


def place(edition: Edition, code: str) -> None:
    """The answer about the chosen place, in place, and the ways on from it."""
    period = periods_of_place(edition, code).start
    level = Level.of(code)
    with markup.framed("blok-plaats"):
        markup.heading(registry.name_in(code, year=period.calendar_year))
        place_answer_part.show(place_answer(edition, code, period=period), code=code, period=period, brief=True)
        markup.buttons(
            [
                (f"/gemeente?gemeente={code}", f"Alles over deze {level.singular}"),
                (f"/kaart?niveau={level}&gemeente={code}", "Op de kaart"),
            ]
        )


def tiles(country: National) -> None:
    """Count and rate, and the change: one unit and period, those of the chart."""
    markup.tiles(country.tiles)
    if country.advice is not None:
        markup.small(country.beside)
