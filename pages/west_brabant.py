"""West-Brabant 2015-2018: the tables of the regional document, readable, checked, and with what they may not be used for."""

import streamlit as st

from charts.bars import bars
from charts.columns import columns
from charts.documents.ages import ages
from charts.documents.money import money
from charts.documents.reporters_table import reporters_table
from data_sources.documents import tables
from pages._parts import load
from pages._parts.figure import block, table_block
from pages._parts.regional import west_brabant, west_brabant_map
from pages._parts.ui import address, markup, notice

address.enter()
edition = load.current_edition()
st.title("West-Brabant 2015-2018")
top = st.container()
west_brabant.opening()

markup.heading("Hoeveel deed Veilig Thuis? (Tabel 1)")
markup.paragraph(
    "Veilig Thuis West-Brabant telde zes soorten werk. Het document geeft vier jaren. "
    "Dat zijn te weinig jaren om een trend te noemen, en de cijfers lopen niet door na 2018: "
    "vanaf 2019 telt Veilig Thuis anders."
)
block.show(
    edition, columns(west_brabant.production_rows(), words=west_brabant.PRODUCTION_WORDS), key="tabel-1", level=3
)

markup.heading("Hoeveel per gemeente in 2018? (Tabel 2)")
west_brabant_map.show(edition)
west_brabant.municipal_table(edition)

markup.heading("Klopt wat er gedrukt staat?")
markup.paragraph(
    "Wij rekenden de tabellen na. Links staat wat het document drukt, daarnaast wat er uit de eigen delen volgt. "
    "Wij verbeteren niets: het gedrukte cijfer blijft staan."
)
west_brabant.checks(edition)

markup.heading("Wie meldde in 2017 en 2018? (Bijlage 4)")
west_brabant.police()
block.show(edition, bars(west_brabant.police_rows(), words=west_brabant.POLICE_WORDS), key="politie", level=3)
block.show(edition, bars(west_brabant.reporter_rows(), words=west_brabant.REPORTER_WORDS), key="melders", level=3)
table_block.show(edition, reporters_table(tables.reporters()), key="bijlage-4", level=3, first=8)

markup.heading("Leeftijd en geld")
table_block.show(edition, ages(tables.ages()), key="tabel-4", level=3)
table_block.show(edition, money(tables.money()), key="geld", text_columns=("Opmerking in de bron",), level=3)
west_brabant.statements(edition)

markup.heading("Welke gemeenten zijn West-Brabant?")
west_brabant.membership()
markup.link("/regioprogrammas", "Wat beloofde de regio? Lees verder bij Regioprogramma's")
with top:
    address.show_wrong()
    notice.version(edition)
