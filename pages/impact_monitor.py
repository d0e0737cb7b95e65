"""Impactmonitor: which indicators exist, and where is each of them."""

import streamlit as st

from editions.cbs_cells import ANCHOR, matrix
from pages._parts import load
from pages._parts.regional import cbs_cells
from pages._parts.regional import impact_monitor as impact_figures
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Impactmonitor huiselijk geweld")
markup.lead(
    "De Impactmonitor is een lijst van cijfers die het CBS volgt. Hier ziet u welke er zijn, "
    "welke u op deze site vindt, en waar het CBS de andere geeft."
)
address.show_wrong()
notice.version(edition)

markup.heading("Alle thema's en cijfers")
impact_figures.matrix(edition, matrix(edition))

markup.heading("Adviezen en meldingen", anchor="adviezen-en-meldingen")
impact_figures.advice_and_reports(edition)

markup.heading("Wie vraagt advies?", anchor="wie-vraagt-advies")
impact_figures.who_asks(edition)

markup.heading("Acuut en structureel onveilig", anchor="acuut-en-structureel-onveilig")
impact_figures.unsafety(edition)

markup.heading("Hermeldingen en vervolgmeldingen", anchor="vervolgmeldingen-per-provincie")
impact_figures.earlier_involvement(edition)
impact_figures.follow_up(edition)

markup.heading("Alle cijfers uit de tabellen van het CBS", anchor=ANCHOR)
cbs_cells.show(edition)

markup.heading("Onderzoek onder de bevolking", anchor="onderzoek-onder-de-bevolking")
impact_figures.prevalence(edition)

markup.heading("Ondertoezichtstellingen", anchor="ondertoezichtstellingen")
impact_figures.supervision(edition)
