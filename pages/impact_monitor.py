"""Impactmonitor: which indicators exist, and where is each of them."""

import streamlit as st

from pages._parts import address, load, markup, notice
from pages._parts.documents import cbs_cells
from pages._parts.documents import impact_monitor as impact_figures

address.enter("impactmonitor")
st.title("Impactmonitor huiselijk geweld")
markup.lead(
    "De Impactmonitor is een lijst van cijfers die het CBS volgt. Hier ziet u welke er zijn, "
    "welke u op deze site vindt, en waar het CBS de andere geeft."
)
address.show_wrong()
notice.version(load.snapshot())

markup.heading("Alle thema's en cijfers")
impact_figures.matrix(cbs_cells.matrix())

markup.heading("Adviezen en meldingen", anchor="adviezen-en-meldingen")
impact_figures.advice_and_reports()

markup.heading("Wie vraagt advies?", anchor="wie-vraagt-advies")
impact_figures.who_asks()

markup.heading("Acuut en structureel onveilig", anchor="acuut-en-structureel-onveilig")
impact_figures.unsafety()

markup.heading("Hermeldingen en vervolgmeldingen", anchor="vervolgmeldingen-per-provincie")
impact_figures.earlier_involvement()
impact_figures.follow_up()

markup.heading("Alle cijfers uit de tabellen van het CBS", anchor=cbs_cells.ANCHOR)
cbs_cells.show()

markup.heading("Onderzoek onder de bevolking", anchor="onderzoek-onder-de-bevolking")
impact_figures.prevalence()

markup.heading("Ondertoezichtstellingen", anchor="ondertoezichtstellingen")
impact_figures.supervision()
