"""Lists of everything that can be downloaded whole, with the addresses of the open data."""

from __future__ import annotations

import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.statline_tables import STATLINE_TABLES
from indicators import notation
from pages._parts import load, markup

PREFIX = "/data/v1"
FORMATS = {
    "CSV": "{}.csv",
    "CSV voor Excel (NL)": "{}.csv?notatie=excel-nl",
    "Excel (XLSX)": "{}.xlsx",
    "JSON": "{}.json",
}
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


def statline() -> None:
    """Tables of CBS that no figure of the site is made of: what this version has of them, and their files."""
    manifest = load.snapshot().manifest
    shown = {cells.table for spec in INDICATORS.values() for cells in spec.numerator}
    unseen = [table for table in STATLINE_TABLES if table.id not in shown]
    there = [table for table in unseen if manifest.table(table.id) is not None]
    if there:
        entries = [manifest.table(table.id) for table in there]
        rows = [
            (f"{table.id}: {table.title}", notation.count(entry.rows))
            for table, entry in zip(there, entries, strict=True)
            if entry is not None
        ]
        _list(
            [f"tabel-{table.id.lower()}" for table in there],
            pd.DataFrame(rows, columns=["tabel", "rijen"]),
            caption="Tabellen van het CBS zoals het CBS ze geeft",
        )
    if absent := [table.id for table in unseen if table not in there]:
        markup.small(
            f"Van {len(absent)} {'tabel' if len(absent) == 1 else 'tabellen'} van het CBS zijn nu geen cijfers opgenomen ({', '.join(absent)}). "
            "Na het ophalen van nieuwe cijfers bij het CBS staan ze hier."
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
