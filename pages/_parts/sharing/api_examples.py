"""The open data for programs: an address with what it gives, filters, and examples in Python, R and Excel."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data_sources.level import Level
from editions.edition import Edition
from editions.values import values as values_of
from geo import registry
from indicators import notation
from pages._parts.sharing import examples
from pages._parts.ui import markup
from site_map import SHEETS, data_address

FILES = (
    (data_address("datapackage", ending="json"), "Gegevenspakket: alles bij elkaar, met uitleg per kolom"),
    (data_address("openapi", ending="json"), "Beschrijving van de API (OpenAPI)"),
    (data_address("dcat", ending="ttl"), "Catalogus voor dataportalen (DCAT-AP-NL)"),
    (data_address("meldingen.csv-metadata", ending="json"), "Wat er in de kolommen van een CSV staat (CSVW)"),
    (data_address("indicators", ending="json"), "Lijst van cijfers"),
    (data_address("boundaries", ending="json"), "Gemeentegrenzen"),
    (data_address("versions", ending="json"), "Gegevensversies"),
    (f"{SHEETS}/", "Gemeentebladen, ook als pdf"),
)


def show(edition: Edition, *, site: str) -> None:
    """The example first, then how to make one's own; ``site`` is the address of this site without a slash at the end."""
    address = data_address(examples.INDICATOR, ending="csv", gemeente=examples.PLACES)
    markup.heading("Een adres dat cijfers geeft", subtitle="U hebt geen account of sleutel nodig")
    st.code(f"{site}{address}", language=None, wrap_lines=True)
    markup.buttons([(address, "Probeer dit adres")])
    with st.container(key="smal-voorbeeld"):
        markup.table(_returned(edition), caption="Dit komt eruit (de eerste kolommen)", text_columns=("periode",))
    with st.expander("Een deel van een tabel: filters achter het adres", key="vouw-filters"):
        markup.table(
            pd.DataFrame(examples.FILTERS, columns=["filter", "voorbeeld", "betekenis"]),
            caption="Filters",
            text_columns=["voorbeeld", "betekenis"],
            stacked=True,
        )
        markup.small(
            "Klopt een filter niet, dan krijgt u geen bestand maar een uitleg in het Nederlands en het Engels."
        )
    markup.heading("In uw eigen programma")
    with st.expander("Python", key="vouw-python"):
        st.code(examples.python(site), language="python", wrap_lines=True)
    with st.expander("R", key="vouw-r"):
        st.code(examples.r(site), language="r", wrap_lines=True)
    with st.expander("Excel", key="vouw-excel"):
        markup.bullets(examples.EXCEL)
        st.code(examples.excel_address(site), language=None, wrap_lines=True)
    markup.heading("Meer bestanden")
    markup.inline_links(FILES, label="Meer bestanden")


def _returned(edition: Edition) -> pd.DataFrame:
    """Place, period and figure of the rows that the example gives, as a program reads them."""
    wanted = examples.PLACES.split(",")
    rows = values_of(edition, examples.INDICATOR, level=Level.MUNICIPALITY)
    rows = rows[rows["region"].isin(wanted) & (rows["period"] == examples.PERIOD.code)]
    return pd.DataFrame(
        {
            "plaats": [registry.name_in(str(code), year=examples.PERIOD.calendar_year) for code in rows["region"]],
            "periode": examples.PERIOD.key,
            "waarde": [notation.number(value) if pd.notna(value) else "leeg" for value in rows["value"]],
        }
    )
