"""Lists of everything that can be downloaded whole, with the addresses of the open data."""

from __future__ import annotations

import re

import pandas as pd

from data_sources.catalogue.tables import TABLES
from indicators import notation
from pages._parts import load, markup

PREFIX = "/data/v1"
_STATLINE = re.compile(r"\d{5}NED")
FORMATS = {
    "CSV": "{}.csv",
    "CSV voor Excel (NL)": "{}.csv?notatie=excel-nl",
    "Excel (XLSX)": "{}.xlsx",
    "JSON": "{}.json",
}
CELLS = "tabel-"
PUBLICATIONS = "publicaties"
OTHER = {
    "regions": "Plaatsen: codes, namen en jaren",
    "memberships": "Bij welke regio hoort een gemeente, per jaar",
    "mergers": "Herindelingen",
    "document-productie": "West-Brabant: wat Veilig Thuis deed, 2015-2018",
    "document-gemeenten-2018": "West-Brabant: per gemeente, 2018",
    "document-melders": "West-Brabant: wie meldde, 2017 en 2018",
    "document-leeftijden": "West-Brabant: leeftijden, 2018",
    "document-geld": "West-Brabant: geld, 2018-2021",
    "document-kerncijfers": "Losse cijfers uit de documenten",
    "document-programma": "Hart van Brabant: indicatoren van het programma 2023-2027",
}


def indicators() -> None:
    """One row per indicator: what it is, for which periods, how many rows, and its files."""
    rows = []
    for spec in load.offered():
        counts = [load.values(spec.id, level=level) for level in spec.levels]
        keys = sorted({period.key for level in spec.levels for period in load.periods(spec.id, level=level)})
        span = "nog geen" if not keys else keys[0] if len(keys) == 1 else f"{keys[0]} tot en met {keys[-1]}"
        rows.append((f"{spec.title}, {spec.unit}", span, notation.count(sum(len(frame) for frame in counts))))
    _list(
        [spec.id for spec in load.offered()],
        pd.DataFrame(rows, columns=["cijfer", "perioden", "rijen"]),
        caption="Cijfers per plaats",
    )


def cell_tables() -> dict[str, str]:
    """Name and title of the tables of CBS that can be had cell by cell, and of what publications print."""
    present = set(load.snapshot().observations["table"].astype("str").unique())
    statline = {
        f"{CELLS}{one.lower()}": f"{TABLES[one].title} ({one})" for one in sorted(present) if _STATLINE.fullmatch(one)
    }
    return {
        **statline,
        PUBLICATIONS: "Cijfers uit publicaties, zoals de Impactmonitor en onderzoek naar hoe vaak het voorkomt",
    }


def cells() -> None:
    """Tables cell by cell: who reports, kinds of violence, safety assessments, and what publications print."""
    found = cell_tables()
    _list(
        list(found),
        pd.DataFrame({"tabel": list(found.values())}),
        caption="Tabellen van het CBS en publicaties, cel voor cel",
    )


def other() -> None:
    """Places and tables of documents."""
    frame = pd.DataFrame({"tabel": list(OTHER.values())})
    _list(list(OTHER), frame, caption="Plaatsen, en tabellen uit documenten zoals gedrukt")


def _list(names: list[str], frame: pd.DataFrame, *, caption: str) -> None:
    printed = frame.assign(**dict.fromkeys(FORMATS, ""))
    for label in FORMATS:
        printed[label] = label
    links = {
        number: {label: f"{PREFIX}/{pattern.format(name)}" for label, pattern in FORMATS.items()}
        for number, name in enumerate(names)
    }
    markup.table(printed, caption=caption, text_columns=["perioden", *FORMATS], links=links)
