"""The catalogue as tables: who publishes, on what terms, and what each table counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from data_sources.catalogue.model import Cells, IndicatorSpec, Source, SourceKind, Table
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.manifest import Manifest
from data_sources.period import Period
from indicators import notation, sentences
from indicators.dispersion import Dispersion
from indicators.loaded_cells import EVERYTHING, group_words

_KINDS = {
    SourceKind.CBS: "CBS",
    SourceKind.PRESS: "pers of instelling, uit de tweede hand",
    SourceKind.OWN_COUNT: "eigen opgave van een regio",
    SourceKind.RESEARCH: "onderzoek",
    SourceKind.DOCUMENT: "document van een regio",
    SourceKind.ARTICLE: "artikel op een website",
}
_ROUNDING = {
    0.0: "niet afgerond",
    1.0: "op hele getallen",
    5.0: "op vijftallen",
    0.1: "op een tiende",
    0.01: "op een honderdste",
}
_UNKNOWN = "niet vermeld"
_SHORT = {"advice": "adviezen", "reports": "meldingen"}


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


def _level(level: Level) -> str:
    """A level of place in a list of levels; there is one country."""
    return "Nederland" if level is Level.COUNTRY else level.plural


def tables(known: Iterable[Table], *, manifest: Manifest, figures: Mapping[str, int]) -> pd.DataFrame:
    """One row per table: id, title, levels, rounding, and how many figures and periods this data version has of it.

    ``figures`` counts the cells with a value by table: a cell that the source leaves without one is no figure.
    """
    rows = []
    for table in known:
        entry = manifest.table(table.id)
        rows.append(
            {
                "Tabel": table.id,
                "Titel": table.title,
                "Afronding": _ROUNDING.get(table.rounding, notation.number(table.rounding)),
                "Niveaus": ", ".join(_level(level) for level in Level if level in table.levels),
                "Cijfers nu": notation.count(figures.get(table.id, 0)),
                "Perioden nu": notation.periods(map(Period.from_code, entry.periods)) if entry else "geen",
            }
        )
    return pd.DataFrame(rows)


def dispersions(measured: Iterable[tuple[IndicatorSpec, Dispersion]]) -> pd.DataFrame:
    """Phi of indicators: Cijfer, Spreiding, Hoe gemeten."""
    return pd.DataFrame(
        [
            {
                "Cijfer": f"{spec.title}",
                "Spreiding": notation.number(dispersion.phi, decimals=2),
                "Hoe gemeten": sentences.how_measured(dispersion),
            }
            for spec, dispersion in measured
        ]
    )


def indicator_lines(spec: IndicatorSpec) -> list[str]:
    """What the page says about one indicator: definition, sum, sources, since when, and its caveats."""
    served = ", ".join(dict.fromkeys(cells.table for cells in spec.numerator))
    since = (
        f"Te vergelijken vanaf {spec.first_comparable.label}."
        if spec.first_comparable
        else "Niet te vergelijken met andere jaren."
    )
    return [
        spec.definition,
        f"Berekening: {_division(spec)}.",
        f"Tabellen, de beste eerst: {served}.",
        since,
        *spec.caveats,
    ]


def _division(spec: IndicatorSpec) -> str:
    """What is divided by what, as the indicator computes it."""
    if spec.share_as_published:
        return "het CBS geeft dit percentage zelf"
    if spec.complement is not None:
        parts = tuple(dict.fromkeys(_counted(cells) for cells in (spec.numerator[0], spec.complement[0])))
        return f"wij delen {parts[0]} door alle {notation.listing(parts)} samen"
    if spec.denominator is not None and not spec.is_rate:
        return f"wij delen {_counted(spec.numerator[0])} door alle {_counted(spec.denominator[0])}"
    people = "het aantal inwoners op 1 januari" if spec.denominator is None else "de inwoners die het document noemt"
    return f"wij delen {spec.short} door {people}"


def _counted(cells: Cells) -> str:
    """What cells count, as their table prints it, without the heads above it; a category stands behind it."""
    title = TABLES[cells.table].measure(cells.measure).title.split(" | ")[-1]
    words = _SHORT.get(cells.measure, title[0].lower() + title[1:])
    group = group_words(cells.category)
    return words if group == EVERYTHING else f"{words} in de groep ‘{group}’"
