"""Lists of everything that can be downloaded whole, with the addresses of the open data."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import partial

import pandas as pd

from data_sources.catalogue.tables import TABLES
from data_sources.period import Period
from editions.cells import MOST_ROWS, present_tables, table_sizes
from editions.edition import Edition
from editions.periods import offered, periods
from editions.values import values
from indicators import notation
from pages._parts.ui import markup
from site_map import data_address

_STATLINE = re.compile(r"\d{5}NED")
FORMATS: Mapping[str, Callable[[str], str]] = {
    "CSV": partial(data_address, ending="csv"),
    "CSV voor Excel (NL)": partial(data_address, ending="csv", notatie="excel-nl"),
    "Excel (XLSX)": partial(data_address, ending="xlsx"),
    "JSON": partial(data_address, ending="json"),
}
_NO_CSV = ("CSV voor Excel (NL)", "Excel (XLSX)", "JSON")  # for a spreadsheet, or made in one go
_EXAMPLE = "2023-H1"
CELLS = "tabel-"
PUBLICATIONS = "publicaties"
OTHER = {
    "rangen": "Tussen welke plaatsen een cijfer ligt, en of dat meer afwijkt dan door toeval: nieuwste jaar en halfjaar",
    "trends": "Trendwoord en laatste verandering per plaats",
    "regions": "Plaatsen: codes, namen en jaren",
    "memberships": "Bij welke regio hoort een gemeente, per jaar",
    "mergers": "Herindelingen",
    "document-productie": "West-Brabant: wat Veilig Thuis deed, 2015-2018",
    "document-gemeenten-2018": "West-Brabant: per gemeente, 2018",
    "document-melders": "West-Brabant: wie meldde, 2017 en 2018",
    "document-leeftijden": "West-Brabant: leeftijden, 2018",
    "document-geld": "West-Brabant: geld, 2018-2021",
    "document-kerncijfers": "Losse cijfers uit de documenten",
    "document-uitspraken": "Bedragen, doelen en feiten uit de documenten",
    "document-programma": "Hart van Brabant: indicatoren van het programma 2023-2027",
}


def indicators(edition: Edition) -> None:
    """One row per indicator: what it is, for which periods, how many rows, and its files."""
    rows = []
    for spec in offered(edition):
        counts = [values(edition, spec.id, level=level) for level in spec.levels]
        span = notation.periods(period for level in spec.levels for period in periods(edition, spec.id, level=level))
        rows.append(
            (f"{spec.title}, {spec.unit}", span or "nog geen", notation.count(sum(len(frame) for frame in counts)))
        )
    _list(
        [spec.id for spec in offered(edition)],
        pd.DataFrame(rows, columns=["cijfer", "perioden", "rijen"]),
        caption="Cijfers per plaats",
    )


def cell_tables(edition: Edition) -> dict[str, str]:
    """Name and title of the tables of CBS that can be had cell by cell, and of what publications print."""
    present = present_tables(edition)
    statline = {
        f"{CELLS}{table.lower()}": f"{TABLES[table].title} ({table})"
        for table in sorted(present)
        if _STATLINE.fullmatch(table)
    }
    return {
        **statline,
        PUBLICATIONS: "Cijfers uit publicaties, zoals de Impactmonitor en onderzoek naar hoe vaak het voorkomt",
    }


def cells(edition: Edition) -> None:
    """Tables cell by cell: who reports, kinds of violence, safety assessments, and what publications print."""
    tables, sizes = cell_tables(edition), table_sizes(edition)
    rows = {name: sizes.get(name.removeprefix(CELLS).upper(), 0) for name in tables}
    large = {name for name, many in rows.items() if many > MOST_ROWS}
    _list(
        list(tables),
        pd.DataFrame({"tabel": list(tables.values())}),
        caption="Tabellen van het CBS en publicaties, cel voor cel",
        only_csv=large,
    )
    if large:
        example = data_address(min(large), ending="xlsx", van=_EXAMPLE, tot=_EXAMPLE)
        markup.paragraph(
            f"Een tabel met meer dan {notation.count(MOST_ROWS)} rijen krijgt u heel alleen als CSV; een werkblad kan zoveel "
            "rijen niet goed aan. Wilt u een ander soort bestand? Kies dan plaatsen of perioden, bijvoorbeeld:"
        )
        markup.inline_links(
            [(example, f"{tables[min(large)]}, {Period.from_key(_EXAMPLE).label}, {_NO_CSV[1]}")],
            label="Deel van een tabel",
        )


def other() -> None:
    """Places and tables of documents."""
    frame = pd.DataFrame({"tabel": list(OTHER.values())})
    _list(list(OTHER), frame, caption="Plaatsen, en tabellen uit documenten zoals gedrukt")


def _list(names: list[str], frame: pd.DataFrame, *, caption: str, only_csv: Collection[str] = ()) -> None:
    """One row per table with its files; of those in ``only_csv`` the CSV alone can be had whole."""
    offered = [[label for label in FORMATS if name not in only_csv or label not in _NO_CSV] for name in names]
    files = {label: [label if label in labels else "alleen een deel" for labels in offered] for label in FORMATS}
    printed = frame.assign(**files)
    links = {
        number: {label: FORMATS[label](name) for label in labels}
        for number, (name, labels) in enumerate(zip(names, offered, strict=True))
    }
    markup.table(printed, caption=caption, text_columns=["perioden", *FORMATS], links=links)
