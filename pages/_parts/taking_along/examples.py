"""Examples of how to use the open data in Python, R and Excel; tests run them against a real server."""

from __future__ import annotations

PYTHON = """\
import pandas as pd

meldingen = pd.read_csv("{site}/data/v1/wb-meldingen.csv?gemeente=GM0758,GM0855,GM0777")
print(meldingen[["plaats", "periode", "waarde", "ondergrens", "bovengrens", "uitleg"]])
"""

R = """\
meldingen <- read.csv("{site}/data/v1/wb-meldingen.csv?gemeente=GM0758,GM0855,GM0777")
meldingen[, c("plaats", "periode", "waarde", "ondergrens", "bovengrens", "uitleg")]
"""

EXCEL_ADDRESS = "{site}/data/v1/wb-meldingen.csv?notatie=excel-nl"
EXCEL = (
    "Open Excel en kies Gegevens, daarna Van web.",
    "Plak het adres hieronder en kies OK.",
    "Kies Laden. Excel zet de cijfers in een tabel, met komma's als decimaalteken.",
    "Zijn er later nieuwe cijfers? Kies dan Gegevens, Alles vernieuwen.",
)
EMBED = """\
<iframe src="{site}/kaart?indicator=wb-meldingen&amp;jaar=2018&amp;embed=true&amp;figuur=kaart"
  title="Kaart: meldingen per gemeente" width="100%" height="720" style="border:0" loading="lazy"></iframe>
"""
FILTERS = (
    ("gemeente", "GM0758,GM0855", "gemeentecodes, met komma's ertussen"),
    ("regio", "NL01,VT15", "codes van land, landsdeel, provincie of Veilig Thuis-regio"),
    ("niveau", "GM", "NL land, LD landsdeel, PV provincie, VT Veilig Thuis-regio, GM gemeente"),
    ("van", "2019", "eerste jaar of halfjaar (2019-H1)"),
    ("tot", "2023", "laatste jaar of halfjaar"),
    ("versie", "2026-11-21", "gegevensversie; zonder versie krijgt u de nieuwste"),
    ("notatie", "excel-nl", "puntkomma's en decimale komma's, alleen bij CSV"),
)
