"""Readers of the document tables: typed, otherwise as printed (a doubtful figure included)."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data_sources.published import read_published

_FOLDER = Path(__file__).parent
_ORIGIN = ("document", "place")
_STATEMENT = ("kind", "region", "text", "value", "unit", "period", *_ORIGIN, "remark")
CERTAIN, UNCERTAIN = "zeker", "kolom onzeker"


def production() -> pd.DataFrame:
    """Tabel 1: product, year, count, status, document, place; six products of Veilig Thuis × 2015-2018."""
    return _numbers("west_brabant_productie_2015_2018", ("product", "year", "count", "status"), whole=("year", "count"))


def municipalities_2018() -> pd.DataFrame:
    """Bijlage 3, Tabel 2: municipality, measure, value, status, possible_measures (tuple), document, place.

    ``measure`` is '' where status is 'kolom onzeker': the value is printed, its column is lost and is one of
    ``possible_measures``. 'Buiten regio', 'Onbekend' and 'Totaal West-Brabant' are rows of the source.
    """
    frame = _numbers(
        "west_brabant_gemeenten_2018",
        ("municipality", "measure", "value", "status", "possible_measures"),
        decimal=("value",),
    )
    possible = [tuple(cell.split("|")) if cell else () for cell in frame["possible_measures"]]
    return frame.assign(possible_measures=pd.Series(possible, index=frame.index, dtype=object))


def reporters() -> pd.DataFrame:
    """Bijlage 4: reporter, year, count, percent_printed, document, place; who reported in 2017 and 2018."""
    return _numbers(
        "west_brabant_herkomst_meldingen",
        ("reporter", "year", "count", "percent_printed"),
        whole=("year", "count"),
        decimal=("percent_printed",),
    )


def ages() -> pd.DataFrame:
    """Tabel 4: group, service, value, unit ('aantal' or '%'), document, place; 2018."""
    return _numbers("west_brabant_leeftijd_2018", ("group", "service", "value", "unit"), decimal=("value",))


def money() -> pd.DataFrame:
    """Chapter 8: item, year, amount_eur (missing where status is 'PM'), status, document, place."""
    return _numbers(
        "west_brabant_financien", ("item", "year", "amount_eur", "status"), whole=("year",), decimal=("amount_eur",)
    )


def key_figures() -> pd.DataFrame:
    """Every other figure in the documents, with what it is compared to there.

    region, indicator, period (as printed), value, unit, compare_region, compare_value, note, document, place.
    """
    return _numbers(
        "kerncijfers_documenten",
        ("region", "indicator", "period", "value", "unit", "compare_region", "compare_value", "note"),
        decimal=("value", "compare_value"),
    )


def programme_indicators() -> pd.DataFrame:
    """Indicators of the programme of Hart van Brabant 2023-2027: id, indicator, desired_direction, measured_with."""
    return _numbers("indicatoren_hart_van_brabant_2023_2027", ("id", "indicator", "desired_direction", "measured_with"))


def statements() -> pd.DataFrame:
    """What the documents say beside their tables: money, targets with a date, other facts.

    kind ('geld', 'doel' or 'feit'), region, text (Dutch, our words), value (missing when no number is printed), unit,
    period, document (ids, joined by '|' when it is not known which of them says so), place ('' when it was not noted),
    remark (Dutch: what is not known of it).
    """
    return read_published(_FOLDER / "uitspraken_documenten.csv", columns=_STATEMENT).assign(
        value=lambda frame: pd.to_numeric(frame["value"]).astype("float64")
    )


def _numbers(
    name: str, columns: tuple[str, ...], *, whole: tuple[str, ...] = (), decimal: tuple[str, ...] = ()
) -> pd.DataFrame:
    frame = read_published(_FOLDER / f"{name}.csv", columns=(*columns, *_ORIGIN))
    typed = frame.astype(dict.fromkeys(whole, "int64"))
    return typed.assign(**{column: pd.to_numeric(frame[column]).astype("float64") for column in decimal})
