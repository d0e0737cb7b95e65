"""West-Brabant 2015-2018: the tables of the regional document, readable, checked, and with what they may not be used for."""

import streamlit as st

from pages._parts import load
from pages._parts.figure import parts_of_page
from pages._parts.regional import west_brabant as shared
from pages._parts.regional import west_brabant_checks, west_brabant_map, west_brabant_tables
from pages._parts.ui import address, markup, notice

PARTS = {
    "werk": "Werk 2015-2018",
    "gemeenten": "Gemeenten",
    "melders": "Melders",
    "leeftijd-geld": "Leeftijd en geld",
    "controle": "Controle",
}
FIGURES = {
    "gemeenten": ("west-brabant-kaart", "volgorde", "tabel-2"),
    "melders": ("politie", "melders", "bijlage-4"),
    "leeftijd-geld": ("tabel-4", "geld", "uitspraken"),
    "controle": ("controle-inwoners", "controle-totalen", "controle-melders", "losse-getallen"),
}

address.enter()
edition = load.current_edition()
st.title("West-Brabant 2015-2018")
top = st.container()
part = parts_of_page.choose(
    "Onderdeel", PARTS, figures=FIGURES, older="gemeenten" if west_brabant_map.is_chosen() else ""
)
shared.warning()

match part:
    case "werk":
        west_brabant_tables.production(edition)
    case "gemeenten":
        chosen = west_brabant_map.choose(edition)
        with parts_of_page.fold("Tabel 2: alle cijfers per gemeente", key="tabel-2"):
            west_brabant_tables.municipalities(edition)
        west_brabant_map.show(edition, chosen)
    case "melders":
        west_brabant_tables.reporters(edition)
    case "leeftijd-geld":
        west_brabant_tables.ages_and_money(edition)
    case _:
        west_brabant_checks.show(edition)
markup.link("/regioprogrammas?regio=VT21", "Wat beloofde de regio? Lees verder bij Regioprogramma's")
with top:
    address.show_wrong()
    notice.version(edition)
