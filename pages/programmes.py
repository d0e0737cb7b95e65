"""Regioprogramma's: what did the regions promise, what do the figures say."""

import streamlit as st

from charts.documents.membership_table import membership_table
from data_sources.documents.programmes import EXPLANATIONS, SUCCESSOR
from pages._parts import load
from pages._parts.figure import table_block
from pages._parts.regional import programmes
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Regioprogramma's")
markup.lead("Regio's maken plannen tegen huiselijk geweld. Wat beloofden ze, en kloppen de cijfers in die plannen?")
address.show_wrong()
notice.version(edition)

markup.heading("Wat staat er in de plannen?")
programmes.cards()
markup.small(SUCCESSOR)

markup.heading("Cijfercheck: kloppen de cijfers?", anchor="cijfercheck")
programmes.figure_check(edition)

markup.heading("Wat staat er nog meer in de plannen?", anchor="meer-uit-de-plannen")
programmes.statements(edition)

markup.heading("De doelen van Hart van Brabant, gemeten", anchor="doelen")
programmes.monitor(edition)

markup.heading("Van melding naar vervolg", anchor="van-melding-naar-vervolg")
programmes.flow(edition)

markup.heading("Wie hoort bij welke regio, en wanneer?")
table_block.show(
    edition,
    membership_table(programmes.REGIONS),
    key="wie-hoort-waar",
    text_columns=("Jaren", "Gemeenten", "Welke", "Waarop dit rust"),
    level=3,
    stacked=True,
)

markup.heading("Uitleg voor wie nieuw is")
for explanation in EXPLANATIONS:
    markup.heading(explanation.title, level=3)
    markup.bullets(explanation.paragraphs)
