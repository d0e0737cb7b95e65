"""Examples of how to use the open data in Python, R and Excel, and a figure on another site; tests run them all."""

from __future__ import annotations

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS
from data_sources.period import Period
from data_sources.versions import EMBEDDED_VERSION
from pages._parts.sharing import links
from site_map import data_address

INDICATOR, PERIOD = "wb-meldingen", Period.year(2018)
PLACES = "GM0758,GM0855,GM0777"
_COLUMNS = '"plaats", "periode", "waarde", "ondergrens", "bovengrens", "uitleg"'
EXCEL = (
    "Open Excel en kies Gegevens, daarna Van web.",
    "Plak het adres hieronder en kies OK.",
    "Kies Laden. Excel zet de cijfers in een tabel, met komma's als decimaalteken.",
    "Zijn er later nieuwe cijfers? Kies dan Gegevens, Alles vernieuwen.",
)
FILTERS = (
    ("gemeente", "GM0758,GM0855", "gemeentecodes, met komma's ertussen"),
    ("regio", f"{NETHERLANDS},VT15", "codes van land, landsdeel, provincie of Veilig Thuis-regio"),
    ("niveau", "GM", "NL land, LD landsdeel, PV provincie, VT Veilig Thuis-regio, GM gemeente"),
    ("van", "2019", "eerste jaar of halfjaar (2019-H1)"),
    ("tot", "2023", "laatste jaar of halfjaar"),
    ("versie", EMBEDDED_VERSION, "gegevensversie; zonder versie krijgt u de nieuwste"),
    ("notatie", "excel-nl", "puntkomma's en decimale komma's, alleen bij CSV"),
)


def python(site: str) -> str:
    """Program in Python that prints figures; ``site`` is the address of this site without a slash at the end."""
    return (
        "import pandas as pd\n\n"
        f'meldingen = pd.read_csv("{site}{data_address(INDICATOR, ending="csv", gemeente=PLACES)}")\n'
        f"print(meldingen[[{_COLUMNS}]])\n"
    )


def r(site: str) -> str:
    """Program in R that prints figures."""
    return (
        f'meldingen <- read.csv("{site}{data_address(INDICATOR, ending="csv", gemeente=PLACES)}")\n'
        f"meldingen[, c({_COLUMNS})]\n"
    )


def excel_address(site: str) -> str:
    """Address to give to Excel, with decimal commas."""
    return f"{site}{data_address(INDICATOR, ending='csv', notatie='excel-nl')}"


def frame(site: str) -> str:
    """HTML that shows the map on another site."""
    page, choices = f"{site}/kaart", {"indicator": INDICATOR, "periode": PERIOD.key}
    return links.frame_code(
        links.bare(page, choices, figure="kaart"),
        title=f"Kaart: {INDICATORS[INDICATOR].title}, {PERIOD.label}",
        back=links.view(page, choices),
    )
