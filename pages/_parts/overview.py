"""The first screen of Overzicht: the answer about a chosen place, and the country in two tiles."""

from __future__ import annotations

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions.edition import Edition
from editions.national import ADVICE, REPORTS, National
from editions.place import periods_of_place
from editions.place_answer import place_answer
from geo import registry
from indicators import notation, sentences
from indicators.sentences import findings
from indicators.trend import Change
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
    spec = INDICATORS[REPORTS]
    items = [how_many(country)]
    if isinstance(country.step, Change):
        sentence = findings.change(country.step.position, earlier=country.step.earlier, later=country.step.later)
        sure = "" if not country.step.sure else " Dat is meer dan toeval verklaart."
        items.append((f"{notation.change(country.step.percent)}%", sentence, f"{spec.unit.capitalize()}.{sure}"))
    markup.tiles(items)
    if country.advice is not None:
        advice = INDICATORS[ADVICE]
        markup.small(
            f"Daarnaast gaf Veilig Thuis {notation.count(country.advice['count'])} {sentences.noun(advice)}: "
            f"{notation.number(country.advice['value'])} {advice.unit}. Eén verschil is nog geen trend."
        )


def how_many(country: National) -> tuple[str, str, str]:
    """Reports of the country: the number, what it counts and when, and the rate."""
    spec = INDICATORS[REPORTS]
    return (
        notation.count(country.row["count"]),
        f"{sentences.noun(spec)} in {country.period.in_words}",
        f"In heel Nederland: {notation.number(country.row['value'])} {spec.unit}.",
    )
