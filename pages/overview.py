"""Overzicht: how many, is it changing, where do I start."""

import streamlit as st

from charts.map import static_svg
from charts.trend import trend_chart
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind
from editions.maps import small_map
from editions.periods import periods as periods_of
from editions.series import national_series
from editions.sources import source_lines
from editions.values import row_of
from geo import registry
from indicators import notation, sentences
from pages._parts import load
from pages._parts.figure import block
from pages._parts.regional.west_brabant import loose_cells
from pages._parts.ui import address, markup, notice, pick, theme

SEARCHED = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE)
NATIONAL = ("meldingen", "adviezen")

address.enter()
edition = load.current_edition()
st.title("Huiselijk geweld en kindermishandeling in cijfers")
markup.lead(
    "Hoeveel meldingen en adviezen zijn er in uw gemeente, in uw regio en in heel Nederland? "
    "En wat mag u daaruit besluiten?"
)
address.show_wrong()
notice.version(edition)
notice.refreshing()

search, ways = st.columns([5, 7], gap="medium", vertical_alignment="bottom")
with search:
    place = pick.place("Zoek uw gemeente", levels=SEARCHED, valid=registry.is_place_of(SEARCHED))
with ways:
    markup.buttons(
        [("/kaart", "Kijk op de kaart"), ("/ontwikkeling", "Stijgt of daalt het?")]
        if place is None
        else [
            (f"/gemeente?gemeente={place}", f"Alles over {registry.region(place).name}"),
            (f"/vergelijken?gemeente={place}", "Vergelijk"),
            (f"/kaart?niveau={Level.of(place)}&gemeente={place}", "Bekijk op de kaart"),
        ]
    )

markup.heading("Heel Nederland", subtitle="Bij Veilig Thuis, per 10.000 inwoners op 1 januari")
for column, indicator in zip(st.columns(2, gap="medium"), NATIONAL, strict=True):
    spec = INDICATORS[indicator]
    period = periods_of(edition, indicator, level=Level.COUNTRY, kind=Kind.YEAR)[-1]
    row = row_of(edition, indicator, code=NETHERLANDS, period=period)
    with column, st.container(border=True, key=f"blok-landelijk-{indicator}"):
        markup.heading(f"{spec.short.capitalize()} in {period.label}", level=3)
        if row is not None:
            markup.big_number(notation.number(row["value"]), spec.unit)
            markup.paragraph(sentences.situation(row, registry.region(NETHERLANDS), spec=spec))
        markup.small(spec.definition)

half_years = national_series(edition, NATIONAL, kind=Kind.HALF_YEAR)
block.show(
    edition,
    trend_chart(
        half_years,
        spec=INDICATORS["meldingen"],
        twin=INDICATORS["adviezen"],
        names={NETHERLANDS: "Nederland"},
        sources=source_lines(half_years),
    ),
    key="landelijk",
)

left, right = st.columns([5, 7], gap="medium")
with left, st.container(border=True, key="blok-kaart"):
    markup.heading("West-Brabant, gemeente voor gemeente")
    small = small_map(edition)
    markup.pictures(
        [(static_svg(small, prefix="klein", titled=False, theme=theme.current()), small.description, small.name)]
    )
    markup.paragraph(
        "Een plan uit 2019 drukt cijfers over 2018 af van deze 19 gemeenten. De kaart toont de meldingen. Bij "
        f"{notation.counted(len(loose_cells().by_cell), 'ander getal', 'andere getallen')} in dat plan is niet zeker in welke "
        "kolom het hoort. Op de kaart kiest u een gemeente, een ander cijfer of een ander gebied."
    )
    markup.buttons([("/kaart", "Naar de kaart"), ("/west-brabant", "De tabellen van West-Brabant")])
with right, st.container(border=True, key="blok-lezen"):
    markup.heading("Zo leest u deze cijfers")
    markup.bullets(
        [
            "Een melding is geen slachtoffer. Over één gezin kunnen meer meldingen komen.",
            "Meer meldingen kan meer geweld betekenen. Het kan ook zijn dat mensen eerder melden, dat Veilig Thuis anders werkt, of dat het toeval is.",
            "Veel geweld wordt niet gemeld. Deze cijfers tellen wat bij Veilig Thuis binnenkomt.",
            "Elk cijfer heeft een band: zo ver kan het door afronding en toeval van de werkelijkheid af liggen.",
            "Jaren voor 2019 en jaren vanaf 2019 kunt u niet vergelijken. Er is toen anders geteld.",
        ]
    )
    markup.buttons([("/bronnen", "Bronnen en uitleg")])
