"""Bronnen en uitleg: may I trust this, what do the words and marks mean, and what has changed."""

import streamlit as st

from data_sources.documents.method import METHOD
from pages._parts import explanation, load
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Bronnen en uitleg")
markup.lead("Waar komen de cijfers vandaan, hoe rekenen wij, en wat mag u eruit besluiten?")
address.show_wrong()
notice.version(edition)

markup.heading("Welke cijfers staan er nu?", anchor="cijfers-nu")
explanation.version(edition)

markup.heading("Hoe rekenen wij?", anchor="methode")
left, right = st.columns(2, gap="medium")
for number, rule in enumerate(METHOD):
    with left if number < len(METHOD) / 2 - 1 else right:
        markup.heading(rule.title, level=3)
        markup.bullets(rule.lines)

explanation.dispersions(edition)

markup.heading("Tekens en woorden in tabellen en op kaarten", anchor="tekens")
explanation.states()

markup.heading("Wat betekent elk cijfer?", anchor="cijfers")
explanation.indicators(edition)

markup.heading("Bronnen en licenties", anchor="bronnen")
explanation.sources()

markup.heading("Tabellen", anchor="tabellen")
explanation.tables(edition)

markup.heading("Fouten in bronnen", anchor="fouten")
explanation.corrections(edition)

markup.heading("Wat is er veranderd?", anchor="veranderd")
explanation.changed()

markup.heading("Woordenlijst", anchor="woorden")
explanation.glossary()
