"""Overzicht: how many, is it changing, where do I start."""

import streamlit as st

from editions.national import national
from geo import registry
from indicators.sentences.how_to_read import HOW_TO_READ_TITLE, how_to_read
from pages._parts import load, overview
from pages._parts.figure import block
from pages._parts.ui import address, markup, notice, pick

address.enter()
edition = load.current_edition()
st.title(overview.TITLE)
address.show_wrong()
notice.version(edition)

place = pick.place(overview.SEARCH_LABEL, levels=overview.SEARCHED, valid=registry.is_place_of(overview.SEARCHED))
if place is not None:
    overview.place(edition, place)

country = national(edition)
if country is not None:
    overview.tiles(country)
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
markup.fold(HOW_TO_READ_TITLE, how_to_read(), link=("/bronnen", "Bronnen en uitleg"))
notice.refreshing()
