"""Bijlage 3, Tabel 2 as printed: every cell of every row, uncertain columns named, with the rate beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.chart import Chart
from charts.documents.source import AREA, source_of
from data_sources.catalogue.document_tables import MUNICIPALITIES_2018
from indicators import notation
from indicators.checks.placements import COLUMNS as LOOSE_COLUMNS
from indicators.checks.placements import TOTAL, UNCERTAIN, Placements

CERTAIN = ("meldingen", "adviezen", "ondersteuning")
INHABITANTS, SHARE = "inwoners_2017", "meldingen_pct_gedrukt"
_GROUPS = ("Buiten regio", "Onbekend", TOTAL)
_BLANK = "leeg"
_PER = 10_000
SORTS: Mapping[str, str] = {
    "naam": "Naam",
    "meldingen": "Meldingen",
    "per-10000": "Meldingen per 10.000 inwoners",
    "adviezen": "Adviezen",
    "ondersteuning": "Ondersteuning",
    "inwoners": "Inwoners",
}
"""Ways to sort the table, by the word that stands in the link."""
_SORT_COLUMN = {
    "meldingen": "meldingen",
    "per-10000": "value",
    "adviezen": "adviezen",
    "ondersteuning": "ondersteuning",
    "inwoners": INHABITANTS,
}


def municipal_table(
    printed: pd.DataFrame, *, placements: Placements, codes: Mapping[str, str], sort: str = "naam"
) -> Chart:
    """The whole municipal table of 2018; ``codes`` gives each municipality its CBS code, ``sort`` is a key of SORTS.

    ``value`` is the rate of reports per 10 000 printed inhabitants. A cell without a certain column is never put in
    one: it stands in ``loose``. Groups and the total stay at the end.
    """
    rows = [_row(str(place), cells, placements=placements, codes=codes) for place, cells in _by_place(printed)]
    table = pd.DataFrame(rows)
    groups = table["place"].isin(_GROUPS)
    column = _SORT_COLUMN.get(sort)
    places = table[~groups]
    places = places.sort_values("place") if column is None else places.sort_values(column, ascending=False)
    table = pd.concat([places, table[groups]], ignore_index=True)
    return Chart(
        name="Tabel 2: alle cijfers per gemeente, 2018",
        subtitle="aantallen zoals gedrukt; meldingen per 10.000 gedrukte inwoners",
        description="Tabel met per gemeente alle gedrukte cijfers over 2018, het aantal meldingen per 10.000 inwoners, "
        "en de losse getallen waarvan de kolom niet zeker is.",
        drawing=None,
        table=table,
        printed=_printed(table),
        sources=(source_of(MUNICIPALITIES_2018),),
        caveats=(
            "Onzeker: dit getal kan in meer kolommen horen. De losse getallen staan in de tabel hieronder. Leeg: in de bron staat niets.",
            *MUNICIPALITIES_2018.caveats,
        ),
        key="tabel-2",
    )


def _by_place(printed: pd.DataFrame) -> Any:  # noqa: ANN401 -- pairs of a name and its rows
    return printed.groupby("municipality", sort=False, observed=True)


def _row(
    place: str, place_cells: pd.DataFrame, *, placements: Placements, codes: Mapping[str, str]
) -> dict[str, object]:
    certain = place_cells[place_cells["status"] != UNCERTAIN]
    cells = dict(zip(certain["measure"].astype("str"), certain["value"].astype("float64"), strict=True))
    loose = [str(cell.value) for cell in placements.by_cell if cell.place == place]
    nan = float("nan")
    rate = cells.get("meldingen", nan) / cells[INHABITANTS] * _PER if INHABITANTS in cells and place != TOTAL else nan
    return {
        "place": place,
        "region": codes.get(place, AREA),
        "period": "2018",
        "value": rate,
        **{measure: cells.get(measure, nan) for measure in (*CERTAIN, *LOOSE_COLUMNS, INHABITANTS, SHARE)},
        "loose": ", ".join(loose),
    }


def _printed(table: pd.DataFrame) -> pd.DataFrame:
    def cells(column: str, *, decimals: int = 0, blank: str = _BLANK) -> list[str]:
        return [notation.number(value, decimals=decimals) if pd.notna(value) else blank for value in table[column]]

    def loose(column: str) -> list[str]:
        return [
            notation.count(value) if pd.notna(value) else ("onzeker" if lost else _BLANK)
            for value, lost in zip(table[column], table["loose"], strict=True)
        ]

    return pd.DataFrame(
        {
            "Gemeente": table["place"],
            "Meldingen": cells("meldingen"),
            "per 10.000": cells("value", decimals=1, blank="–"),
            "Adviezen": cells("adviezen"),
            "Ondersteuning": cells("ondersteuning"),
            "Onderzoeken": loose("onderzoeken"),
            "Casusregie": loose("casusregie"),
            "Huisverboden": loose("huisverboden"),
            "Interventieteam": loose("interventieteam"),
            "Losse getallen": table["loose"].replace("", "–"),
            "Inwoners 2017": cells(INHABITANTS, blank="–"),
            "% gedrukt": cells(SHARE, decimals=1, blank="–"),
        }
    )
