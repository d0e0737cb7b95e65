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
from language import N_, _, ngettext

_STATLINE = re.compile(r"\d{5}(NED|ned)")
NATIONAL = N_("Nederland")
_ALSO_A_PROVINCE = {"Groningen", "Utrecht"}


def period_of(row: Row) -> Period:
    """Return the period of an IndicatorValue row."""
    return Period.from_code(str(row["period"]))


def place(region: Region, *, period: Period) -> str:
    """Name of a place in running text, as it was called then; its level is said where the name alone would mislead."""
    name = name_of(region, year=period.calendar_year)
    if region.level is Level.VT_REGION:
        return _("de Veilig Thuis-regio {name}", name=name)
    if region.level is Level.PROVINCE:
        return _("de provincie {name}", name=name)
    if region.level is Level.MUNICIPALITY and name in _ALSO_A_PROVINCE:
        return _("de gemeente {name}", name=name)
    return name


def name_of(region: Region, *, year: int | None = None) -> str:
    """Name of a place, of a year or the newest; names stay Dutch but that of the country."""
    name = region.name if year is None else registry.name_in(region.code, year=year)
    return _(NATIONAL) if region.level is Level.COUNTRY else name


def start(text: str) -> str:
    """The text with a capital, for the start of a sentence."""
    return text[:1].upper() + text[1:]


def counted(number: float, *, spec: IndicatorSpec) -> str:
    """Count with its noun: ``1 melding``, ``1.842 meldingen``."""
    return f"{notation.count(number)} {noun(spec, number=number)}"


def noun(spec: IndicatorSpec, *, number: float = 0) -> str:
    """Noun of what is counted, plural unless the number is one."""
    if spec.short == _("meldingen"):
        return ngettext("melding", "meldingen", number)
    if spec.short == _("adviezen"):
        return ngettext("advies", "adviezen", number)
    if spec.short == _("ondersteuning"):
        return ngettext("keer ondersteuning", "keer ondersteuning", number)
    return spec.short


def after_none(spec: IndicatorSpec) -> str:
    """Noun of what is counted after 'geen': ``geen meldingen``, ``geen ondersteuning``."""
    return spec.short


def quantity(spec: IndicatorSpec) -> str:
    """What the value is, after an article: ``het aantal meldingen per 10.000 inwoners``, ``het aandeel adviezen``."""
    if spec.is_rate:
        return _("het aantal {counts} per 10.000 inwoners", counts=noun(spec))
    return _("het {share}", share=subject(spec))


def subject(spec: IndicatorSpec) -> str:
    """What a title speaks of: ``meldingen``, ``aandeel adviezen``."""
    return noun(spec) if spec.is_rate else f"{spec.title[:1].lower()}{spec.title[1:]}"


def whole(spec: IndicatorSpec) -> str:
    """What a share is a part of: ``van de meldingen``."""
    return spec.unit.removeprefix("%").strip()


def amount(value: float, *, spec: IndicatorSpec) -> str:
    """Value with its unit: ``81,1 per 10.000 inwoners``, ``38,1%``."""
    if not spec.is_rate:
        return notation.percent(value)
    return _("{rate} per 10.000 inwoners", rate=notation.number(value))


def margin(row: Row, *, spec: IndicatorSpec) -> str:
    """Band of a row: ``tussen 76,9 en 85,4``; percentages carry their sign."""
    low, high = (notation.figure(row[side], share=not spec.is_rate) for side in ("low", "high"))
    return _("tussen {low} en {high}", low=low, high=high)


def about(text: str, *, rounded: bool) -> str:
    """A count in words, with 'ongeveer' before it when the source rounded it."""
    return _("ongeveer {count}", count=text) if rounded else text


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
    return _("{owner}, tabel {tables}", owner=owner, tables=notation.listing(tables))


def is_of_document(spec: IndicatorSpec) -> bool:
    """Whether an indicator is made of a document, which speaks about the places of its own region only."""
    table = TABLES.get(spec.numerator[0].table)
    return table is not None and table.source.kind is SourceKind.DOCUMENT


def is_rounded(row: Row, *, spec: IndicatorSpec) -> bool:
    """Whether the count of a row was rounded by the source."""
    return not spec.share_as_published and bool(row["rounding_high"] - row["rounding_low"] > 1 / rates.PER_10_000**2)
