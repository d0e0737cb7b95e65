"""Words that all sentences share: how a place, a period, a count, a value and its band are named."""

from __future__ import annotations

import re

import numpy as np

from data_sources.catalogue.model import IndicatorSpec, SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Period
from geo import registry
from geo.registry import Region
from indicators import notation, rates
from indicators.comparator import Row

_NOUNS = {
    "meldingen": ("melding", "meldingen"),
    "adviezen": ("advies", "adviezen"),
    "ondersteuning": ("keer ondersteuning", "keer ondersteuning"),
}
_STATLINE = re.compile(r"\d{5}(NED|ned)")
_ALSO_A_PROVINCE = {"Groningen", "Utrecht"}


def period_of(row: Row) -> Period:
    """Return the period of an IndicatorValue row."""
    return Period.from_code(str(row["period"]))


def place(region: Region, *, period: Period) -> str:
    """Name of a place in running text, as it was called then; its level is said where the name alone would mislead."""
    name = registry.name_in(region.code, year=period.calendar_year)
    if region.level is Level.VT_REGION:
        return f"de Veilig Thuis-regio {name}"
    if region.level is Level.PROVINCE:
        return f"de provincie {name}"
    if region.level is Level.MUNICIPALITY and name in _ALSO_A_PROVINCE:
        return f"de gemeente {name}"
    return name


def counted(number: float, *, spec: IndicatorSpec) -> str:
    """Count with its noun: ``1 melding``, ``1.842 meldingen``."""
    return notation.counted(number, *_NOUNS.get(spec.short, (spec.short, spec.short)))


def noun(spec: IndicatorSpec, *, number: float = 0) -> str:
    """Noun of what is counted, plural unless the number is one."""
    singular, plural = _NOUNS.get(spec.short, (spec.short, spec.short))
    return singular if number == 1 else plural


def quantity(spec: IndicatorSpec) -> str:
    """What the value is, after an article: ``het aantal meldingen per 10.000 inwoners``, ``het aandeel adviezen``."""
    if spec.is_rate:
        return f"het aantal {noun(spec)} per 10.000 inwoners"
    title = spec.title
    return f"het {title[:1].lower()}{title[1:]}"


def subject(spec: IndicatorSpec) -> str:
    """What a title speaks of: ``meldingen``, ``aandeel adviezen``."""
    return noun(spec) if spec.is_rate else quantity(spec).removeprefix("het ")


def amount(value: float, *, spec: IndicatorSpec) -> str:
    """Value with its unit: ``81,1 per 10.000 inwoners``, ``38,1%``."""
    return f"{notation.number(value)} per 10.000 inwoners" if spec.is_rate else notation.percent(value)


def margin(row: Row, *, spec: IndicatorSpec) -> str:
    """Band of a row: ``tussen 76,9 en 85,4``; percentages carry their sign."""
    low, high = (notation.number(row[side]) for side in ("low", "high"))
    return f"tussen {low} en {high}" if spec.is_rate else f"tussen {low}% en {high}%"


def chance_known(row: Row) -> bool:
    """Whether the count behind a figure is known, so that its band holds chance too."""
    return bool(np.isfinite(row["chance_low"]))


def source(source_ids: str, table_ids: str) -> str:
    """Name of what a figure comes from: ``CBS, tabel 84849NED``, or document and place; ids joined by ', ' in a sum."""
    known = SOURCES.get(source_ids)
    owner = known.owner if known else "CBS"
    tables = table_ids.split(", ")
    table = TABLES.get(tables[0])
    if known is not None and known.kind is SourceKind.DOCUMENT and table is not None:
        return f"{owner}, {known.title}, {table.place}"
    if table is not None and not _STATLINE.fullmatch(tables[0]):
        return table.title
    return f"{owner}, tabel {notation.listing(tables)}"


def is_of_document(spec: IndicatorSpec) -> bool:
    """Whether an indicator is made of a document, which speaks about the places of its own region only."""
    table = TABLES.get(spec.numerator[0].table)
    return table is not None and table.source.kind is SourceKind.DOCUMENT


def is_rounded(row: Row, *, spec: IndicatorSpec) -> bool:
    """Whether the count of a row was rounded by the source."""
    return not spec.share_as_published and bool(row["rounding_high"] - row["rounding_low"] > 1 / rates.PER_10_000**2)
