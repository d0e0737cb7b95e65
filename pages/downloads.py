"""Downloads en API: give me the data."""

from urllib.parse import urlsplit

import streamlit as st

from pages._parts import load
from pages._parts.figure import parts_of_page
from pages._parts.sharing import api_examples, examples, whole_tables
from pages._parts.ui import address, markup, notice, whole

PARTS = {"bestanden": "Bestanden", "api": "API en code"}

address.enter()
edition = load.current_edition()
here = urlsplit(st.context.url or "")
site = f"{here.scheme}://{here.netloc}"

st.title("Downloads")
top = st.container()
part = parts_of_page.choose("Onderdeel", PARTS)
if part == "bestanden":
    whole_tables.show(edition)
    markup.small(
        "CSV (NL) heeft decimale komma's, voor Excel in het Nederlands. Een lege cel is geen nul: de kolommen toestand en uitleg "
        "zeggen waarom er geen cijfer is. De kolom breuk zegt welke perioden u niet mag vergelijken."
    )
else:
    api_examples.show(edition, site=site)

markup.heading("Gebruiken en noemen")
if not whole.is_wanted():  # a file has no figure by itself
    with parts_of_page.fold("Een figuur op uw eigen site", key="eigen-site"):
        markup.paragraph(
            "Onder elke figuur staat ‘Gebruik deze figuur’. Daar vindt u de code, met de nieuwste cijfers of met cijfers die niet "
            "meer veranderen. Zo ziet die code eruit:"
        )
        st.code(examples.frame(site), language=None, wrap_lines=True)
with parts_of_page.fold("Zo noemt u de bron", key="citeren"):
    markup.paragraph(
        "De cijfers van het CBS mogen onder de licentie CC BY 4.0 worden gebruikt. Noem de bron en de gegevensversie:"
    )
    st.code(
        f"Bron: CBS. Bewerking: Huiselijk geweld in beeld, gegevensversie {edition.version}, {site}/",
        language=None,
        wrap_lines=True,
    )
with top:
    address.show_wrong()
    notice.version(edition)
