"""Regioprogramma's: what did the regions promise, what do the figures say."""

import streamlit as st

from charts.documents.membership_table import membership_table
from data_sources.documents.programmes import EXPLANATIONS, SUCCESSOR
from pages._parts import load
from pages._parts.figure import parts_of_page, table_block
from pages._parts.regional import figure_check, programme_goals, programmes, report_flow
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("Regioprogramma's")
top = st.container()
with st.container(key="smal-regio"):
    region = programmes.choose()
place = programmes.regions()[region].partition(" (")[0]
plans = programmes.plans_of(region)

if plans:
    programmes.plan(region)
else:
    markup.paragraph(
        f"Van {place} staat er geen plan op deze site. U kunt wel de doelen van Hart van Brabant bekijken."
    )
if region == programmes.START or not plans:
    programme_goals.show(edition, region=region, place=place)
if plans:
    markup.heading("Cijfercheck: kloppen de cijfers in het plan?", anchor="cijfercheck")
    figure_check.show(edition, documents={plan.document for plan in plans}, place=place)
    programmes.statements(edition, region=plans[0].area)
if plans and region != programmes.START:
    programme_goals.show(edition, region=region, place=place)

markup.heading("Meer over de plannen")
with parts_of_page.fold("Van melding naar vervolg", key="vervolg", opened=report_flow.is_chosen()):
    report_flow.show(edition)
with parts_of_page.fold("Wie hoort bij welke regio, en wanneer?", key="wie-hoort-waar"):
    table_block.show(
        edition,
        membership_table(programmes.REGIONS),
        key="wie-hoort-waar",
        text_columns=("Jaren", "Gemeenten", "Welke", "Waarop dit rust"),
        level=3,
        stacked=True,
    )
with parts_of_page.fold("Uitleg voor wie nieuw is", key="uitleg"):
    markup.small(SUCCESSOR)
    for explanation in EXPLANATIONS:
        markup.heading(explanation.title, level=3)
        markup.bullets(explanation.paragraphs)
with top:
    address.show_wrong()
    notice.version(edition)
