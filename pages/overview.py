"""Overzicht: how many, is it changing, where do I start."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions.national import ADVICE, REPORTS, National, national
from editions.place import periods_of_place
from editions.place_answer import place_answer
from geo import registry
from indicators import notation, sentences
from indicators.sentences import findings
from indicators.trend import Change
from pages._parts import load
from pages._parts.figure import block
from pages._parts.place import answer as place_answer_part
from pages._parts.ui import address, markup, notice, pick

SEARCHED = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE)


def _place(code: str) -> None:
    """The answer about the chosen place, in place, and the ways on from it."""
    period = periods_of_place(edition, code).start
    level = Level.of(code)
    with st.container(border=True, key="blok-plaats"):
        markup.heading(registry.name_in(code, year=period.calendar_year))
        place_answer_part.show(place_answer(edition, code, period=period), code=code, period=period, brief=True)
        markup.buttons(
            [
                (f"/gemeente?gemeente={code}", f"Alles over deze {level.singular}"),
                (f"/kaart?niveau={level}&gemeente={code}", "Op de kaart"),
            ]
        )


def _tiles(country: National) -> None:
    """Count and rate, and the change: one unit and period, those of the chart."""
    spec = INDICATORS[REPORTS]
    rate = f"{notation.number(country.row['value'])} {spec.unit}"
    items = [
        (
            notation.count(country.row["count"]),
            f"{sentences.noun(spec)} in {country.period.in_words}",
            f"In heel Nederland: {rate}.",
        )
    ]
    if isinstance(country.step, Change):
        sentence = findings.change(country.step.position, earlier=country.step.earlier, later=country.step.later)
        sure = "" if not country.step.sure else " Dat is meer dan toeval."
        items.append((f"{notation.change(country.step.percent)}%", sentence, f"{spec.unit.capitalize()}.{sure}"))
    markup.tiles(items)
    if country.advice is not None:
        advice = INDICATORS[ADVICE]
        markup.small(
            f"Daarnaast gaf Veilig Thuis {notation.count(country.advice['count'])} {sentences.noun(advice)}: "
            f"{notation.number(country.advice['value'])} {advice.unit}. Eén verschil is nog geen trend."
        )


address.enter()
edition = load.current_edition()
st.title("Huiselijk geweld in cijfers")
address.show_wrong()
notice.version(edition)

place = pick.place("Zoek uw gemeente", levels=SEARCHED, valid=registry.is_place_of(SEARCHED))
if place is not None:
    _place(place)

country = national(edition)
if country is not None:
    _tiles(country)
    block.show(edition, country.chart, key="landelijk")

here = "" if place is None else f"?gemeente={place}"
markup.heading("Verder kijken")
markup.doors(
    [
        (f"/gemeente{here}", "Mijn gemeente", "Hoeveel, hoger of lager dan elders, en verandert het?"),
        (f"/vergelijken{here}", "Vergelijken", "Zet plaatsen naast elkaar en lees wat u mag zeggen."),
        ("/impactmonitor", "Wie meldt", "Politie, artsen, scholen en anderen, in heel Nederland."),
    ]
)
markup.fold(
    "Zo leest u deze cijfers",
    [
        "Een melding is geen slachtoffer. Over één gezin kunnen meer meldingen komen.",
        "Meer meldingen kan meer geweld betekenen. Het kan ook zijn dat mensen eerder melden, dat Veilig Thuis anders werkt, of dat het toeval is.",
        "Veel geweld wordt niet gemeld. Deze cijfers tellen wat bij Veilig Thuis binnenkomt.",
        "Elk cijfer heeft een band: zo ver kan het door afronding en toeval van de werkelijkheid af liggen.",
        "Jaren voor 2019 en jaren vanaf 2019 kunt u niet vergelijken. Er is toen anders geteld.",
    ],
    link=("/bronnen", "Bronnen en uitleg"),
)
notice.refreshing()
