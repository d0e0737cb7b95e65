"""Impactmonitor: which indicators of CBS exist, and where is each of them."""

import streamlit as st

from editions.cbs_cells import ANCHOR, matrix
from pages._parts import load
from pages._parts.figure import parts_of_page
from pages._parts.topics import cbs_cells, index
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Impactmonitor")
markup.lead("De Impactmonitor is een lijst van cijfers die het CBS volgt. Dit vindt u ervan op deze site:")
address.show_wrong()
notice.version(edition)
index.moved(edition)

listed = matrix(edition)
index.links(listed)
index.gaps()
index.table(edition, listed)
markup.heading("Adviezen en meldingen", anchor="adviezen-en-meldingen")
with parts_of_page.fold("Per halfjaar, heel Nederland", key="per-halfjaar"):
    index.advice_and_reports(edition)
markup.heading("Alle cijfers uit de tabellen van het CBS", anchor=ANCHOR)
with parts_of_page.fold("Kies onderwerp, plaats en periode", key="cbs-tabellen", opened=cbs_cells.is_chosen()):
    cbs_cells.show(edition)
