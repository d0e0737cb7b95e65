"""Downloads en API: give me the data."""

from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from indicators import notation
from pages._parts import load
from pages._parts.sharing import examples, whole_tables
from pages._parts.ui import address, markup, notice
from site_map import SHEETS, data_address

address.enter()
edition = load.current_edition()
here = urlsplit(st.context.url or "")
site = f"{here.scheme}://{here.netloc}"

st.title("Downloads en API")
markup.lead("Alle cijfers van deze site als bestand. U hebt geen account of sleutel nodig.")
address.show_wrong()
notice.version(edition)
markup.small(f"Gegevensversie {edition.version}, samengesteld op {notation.date(edition.created.date())}.")

markup.heading(
    "Hele tabellen", subtitle="Elk bestand heeft bij elke rij de band, de toestand, de bron en de gegevensversie"
)
whole_tables.indicators(edition)
whole_tables.cells(edition)
whole_tables.other()
markup.inline_links(
    [
        (
            data_address("datapackage", ending="json"),
            "Gegevenspakket (Data Package): alles bij elkaar, met uitleg per kolom",
        ),
        (data_address("openapi", ending="json"), "Beschrijving van de API (OpenAPI)"),
        (data_address("indicators", ending="json"), "Lijst van cijfers"),
        (data_address("boundaries", ending="json"), "Gemeentegrenzen"),
        (data_address("versions", ending="json"), "Gegevensversies"),
        (f"{SHEETS}/", "Gemeentebladen, ook als pdf"),
    ],
    label="Meer bestanden",
)
markup.paragraph(
    "Een lege cel is geen nul. In de kolommen toestand en uitleg staat waarom er geen cijfer is. "
    "De kolom breuk zegt welke perioden u niet met elkaar mag vergelijken."
)

markup.heading("Een deel van een tabel", subtitle="Zet een filter achter het adres, zoals ?gemeente=GM0758&van=2019")
markup.table(
    pd.DataFrame(examples.FILTERS, columns=["filter", "voorbeeld", "betekenis"]),
    caption="Filters",
    text_columns=["voorbeeld", "betekenis"],
)
markup.small("Klopt een filter niet, dan krijgt u geen bestand maar een uitleg in het Nederlands en het Engels.")

markup.heading("Voorbeelden")
markup.heading("Python", level=3)
st.code(examples.python(site), language="python", wrap_lines=True)
markup.heading("R", level=3)
st.code(examples.r(site), language="r", wrap_lines=True)
markup.heading("Excel", level=3)
markup.bullets(examples.EXCEL)
st.code(examples.excel_address(site), language=None, wrap_lines=True)

markup.heading("Een figuur op uw eigen site")
markup.paragraph(
    "Onder elke figuur staat ‘Gebruik deze figuur’. Daar vindt u de code, met de nieuwste cijfers of met cijfers die niet "
    "meer veranderen. Zo ziet die code eruit:"
)
st.code(examples.frame(site), language=None, wrap_lines=True)

markup.heading("Citeren")
markup.paragraph(
    "De cijfers van het CBS mogen onder de licentie CC BY 4.0 worden gebruikt. Noem de bron en de gegevensversie:"
)
st.code(
    f"Bron: CBS. Bewerking: Huiselijk geweld in beeld, gegevensversie {edition.version}, {site}/",
    language=None,
    wrap_lines=True,
)
