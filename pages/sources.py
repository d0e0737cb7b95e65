"""Bronnen en uitleg: may I trust this, what do the words and marks mean, and what has changed."""

import streamlit as st

from pages._parts import explanation, load
from pages._parts.figure import parts_of_page
from pages._parts.ui import address, index_list, markup, notice

CONTENTS = (
    index_list.IndexItem("#methode", "Zo rekenen wij", "Per inwoner, de band, vergelijken, stijgen en dalen"),
    index_list.IndexItem("#woorden", "Woordenlijst", "Wat woorden als melding en casus betekenen"),
    index_list.IndexItem("#bronnen", "Bronnenlijst", "Wie de cijfers geeft, welke tabellen, en fouten in bronnen"),
    index_list.IndexItem("#veranderd", "Wat is er veranderd?", "Welke cijfers er nu staan, en wat er nieuw is"),
)

address.enter()
edition = load.current_edition()
st.title("Bronnen en uitleg")
address.show_wrong()
notice.version(edition)
index_list.show(CONTENTS, label="Inhoud van deze pagina")

markup.heading("Zo rekenen wij", anchor="methode")
with markup.together():
    explanation.method()
with parts_of_page.fold("Tekens en woorden in tabellen en op kaarten", key="tekens", anchor="tekens"):
    explanation.states()
with parts_of_page.fold("Wat betekent elk cijfer?", key="cijfers", anchor="cijfers"):
    explanation.indicators(edition)
    explanation.dispersions(edition)

markup.heading("Woordenlijst", anchor="woorden")
explanation.glossary()

markup.heading("Bronnenlijst", anchor="bronnen")
explanation.licences()
with parts_of_page.fold("Alle bronnen, met eigenaar en licentie", key="bronnen"):
    explanation.sources()
explanation.tables(edition)
with parts_of_page.fold("Fouten in bronnen: gedrukt en nagerekend", key="fouten", anchor="fouten"):
    explanation.corrections(edition)

markup.heading("Wat is er veranderd?", anchor="veranderd")
markup.anchor("cijfers-nu")
explanation.version(edition)
explanation.follow()
explanation.changed()
