"""Overzicht: how many, is it changing, where do I start."""

import streamlit as st

from charts.map import static_svg
from charts.trend import trend
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind
from indicators import comparators, notation
from pages._parts import address, block, load, markup, notice, pick, provenance, views
from pages._parts.documents.west_brabant import loose_cells

NATIONAL = ("meldingen", "adviezen")

address.enter("overzicht")
st.title("Huiselijk geweld en kindermishandeling in cijfers")
markup.lead(
    "Hoeveel meldingen en adviezen zijn er in uw gemeente, in uw regio en in heel Nederland? "
    "En wat mag u daaruit besluiten?"
)
address.show_wrong()
notice.version(load.snapshot())
notice.refreshing()

search, ways = st.columns([5, 7], gap="medium", vertical_alignment="bottom")
with search:
    place = pick.place(level=Level.MUNICIPALITY, year=views.this_year(), label="Zoek uw gemeente")
with ways:
    markup.buttons(views.ways(place))

markup.heading("Heel Nederland", subtitle="Bij Veilig Thuis, per 10.000 inwoners op 1 januari")
for column, indicator in zip(st.columns(2, gap="medium"), NATIONAL, strict=True):
    spec = INDICATORS[indicator]
    period = load.periods(indicator, level=Level.COUNTRY, kind=Kind.YEAR)[-1]
    row = comparators.row_of(load.values(indicator, level=Level.COUNTRY), code="NL01", period=period)
    with column, st.container(border=True, key=f"blok-landelijk-{indicator}"):
        markup.heading(f"{spec.short.capitalize()} in {period.label}", level=3)
        if row is not None:
            markup.big_number(notation.number(row["value"]), spec.unit)
            markup.paragraph(views.national_sentence(row, spec=spec))
        markup.small(spec.definition)

half_years = views.national_values(NATIONAL, kind=Kind.HALF_YEAR)
block.show(
    trend(
        half_years,
        spec=INDICATORS["meldingen"],
        twin=INDICATORS["adviezen"],
        names={"NL01": "Nederland"},
        sources=provenance.lines(half_years),
    ),
    key="landelijk",
)

left, right = st.columns([5, 7], gap="medium")
with left, st.container(border=True, key="blok-kaart"):
    markup.heading("West-Brabant, gemeente voor gemeente")
    small = views.small_map()
    markup.pictures(
        [(static_svg(small, prefix="klein", titled=False, theme=views.theme()), small.description, small.name)]
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
