"""The catalogue as tables: who publishes, on what terms, and what each table counts."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from data_sources.catalogue.model import IndicatorSpec, Source, SourceKind, Table
from data_sources.level import Level
from data_sources.manifest import Manifest
from data_sources.period import Period
from indicators import notation, sentences
from indicators.dispersion import Dispersion

_KINDS = {
    SourceKind.CBS: "CBS",
    SourceKind.PRESS: "pers of instelling, uit de tweede hand",
    SourceKind.OWN_COUNT: "eigen opgave van een regio",
    SourceKind.RESEARCH: "onderzoek",
    SourceKind.DOCUMENT: "document van een regio",
}
_ROUNDING = {
    0.0: "niet afgerond",
    1.0: "op hele getallen",
    5.0: "op vijftallen",
    0.1: "op een tiende",
    0.01: "op een honderdste",
}
_UNKNOWN = "niet vermeld"


def sources(known: Iterable[Source]) -> pd.DataFrame:
    """One row per source, CBS first: owner, title, kind, terms, date."""
    order = list(_KINDS)
    rows = sorted(known, key=lambda source: order.index(source.kind))
    return pd.DataFrame(
        [
            {
                "Bron": source.title,
                "Eigenaar": source.owner,
                "Soort": _KINDS[source.kind],
                "Licentie": source.licence,
                "Datum": notation.date(source.published) if source.published else _UNKNOWN,
            }
            for source in rows
        ]
    )


def tables(known: Iterable[Table], *, manifest: Manifest) -> pd.DataFrame:
    """One row per table: id, title, levels, rounding, and how many rows and periods this data version has of it."""
    rows = []
    for table in known:
        entry = manifest.table(table.id)
        rows.append(
            {
                "Tabel": table.id,
                "Titel": table.title,
                "Afronding": _ROUNDING.get(table.rounding, notation.number(table.rounding)),
                "Niveaus": ", ".join(level.plural for level in Level if level in table.levels),
                "Rijen nu": notation.count(entry.rows) if entry else "0",
                "Perioden nu": _periods(entry.periods) if entry else "geen",
            }
        )
    return pd.DataFrame(rows)


def _periods(codes: tuple[str, ...]) -> str:
    keys = [Period.from_code(code).key for code in codes]
    years = sorted(key for key in keys if "-" not in key)
    halves = sorted(key for key in keys if "-" in key)
    spans = [f"{part[0]} – {part[-1]}" if len(part) > 1 else part[0] for part in (years, halves) if part]
    return "; ".join(spans)


def dispersions(found: Iterable[tuple[IndicatorSpec, Dispersion]]) -> pd.DataFrame:
    """Phi of indicators: Cijfer, φ, Hoe gemeten."""
    return pd.DataFrame(
        [
            {
                "Cijfer": f"{spec.title}",
                "φ": notation.number(one.phi, decimals=2),
                "Hoe gemeten": sentences.how_measured(one),
            }
            for spec, one in found
        ]
    )


def indicator_lines(spec: IndicatorSpec) -> list[str]:
    """What the page says about one indicator: definition, sum, sources, since when, and its caveats."""
    divided = (
        "het CBS drukt het percentage zelf" if spec.share_as_published else f"aantal gedeeld door inwoners, {spec.unit}"
    )
    served = ", ".join(dict.fromkeys(cells.table for cells in spec.numerator))
    since = (
        f"Te vergelijken vanaf {spec.first_comparable.label}."
        if spec.first_comparable
        else "Niet te vergelijken met andere jaren."
    )
    return [spec.definition, f"Berekening: {divided}.", f"Tabellen, de beste eerst: {served}.", since, *spec.caveats]
