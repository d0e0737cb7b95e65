"""What one place has to say in one period: its number, its band, how it stands, and where to go from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries, registry
from indicators import comparators, notation, sentences
from indicators.compare import Comparator, Comparison, NoComparator, Row, compare
from indicators.value import Position
from pages._parts import load, markup, site

_HUNDRED = 100


def show(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    code: str | None,
    period: Period,
    comparator: Comparator | NoComparator,
    level: Level,
) -> None:
    """A card for one place; without a place it invites to choose one."""
    with st.container(border=True, key="blok-plaats"):
        if code is None:
            invitation(level)
            return
        row = comparators.row_of(values, code=code, period=period)
        twin = twin_row(spec, code=code, level=level, period=period)
        told = None if row is None else words(row, spec=spec, comparator=comparator, twin=twin)
        inside(code, told, spec=spec, period=period, level=level)


def invitation(level: Level) -> None:
    """The inside of the card before a place is chosen."""
    markup.heading(f"Kies een {level.singular}")
    markup.paragraph(
        "Typ een naam bij ‘Zoek’, of klik op de kaart. U ziet dan het cijfer, hoe zeker het is en hoe het zich "
        "verhoudt tot andere plaatsen."
    )


def inside(code: str, told: Words | None, *, spec: IndicatorSpec, period: Period, level: Level) -> None:
    """The inside of the card of one place; ``told`` is None for a place that did not exist in the period."""
    name = registry.name_in(code, year=period.calendar_year)
    with markup.together():
        markup.heading(name, subtitle=f"{spec.title}, {period.label}")
        if told is None:
            markup.paragraph(f"Voor {name} is er geen cijfer over {period.in_words}: bestond niet in deze periode.")
        else:
            say(told)
        _ways_on(code, level=level)


@dataclass(frozen=True)
class Words:
    """What one row has to say, ready to show; without a figure only ``situation`` is filled."""

    value: str
    unit: str
    chip: str
    situation: str
    comparison: str


def words(
    row: Row,
    *,
    spec: IndicatorSpec,
    comparator: Comparator | NoComparator,
    twin: Row | None = None,
    decided: Comparison | None = None,
) -> Words:
    """The number of one IndicatorValue row, how it stands, and the sentences on both; without a figure, why not.

    ``decided`` is what ``compare`` says of the row, for who knows it already.
    """
    place = registry.region(str(row["region"]))
    situation = sentences.situation(row, place, spec=spec, twin=twin, twin_spec=INDICATORS.get(spec.twin or ""))
    if pd.isna(row["value"]):
        return Words("", "", "", situation, "")
    share = spec.per == _HUNDRED
    decided = decided or compare(row, comparator, spec=spec)
    chip = ""
    if isinstance(comparator, Comparator) and decided.position is not Position.NONE:
        than = "aan" if decided.position is Position.SIMILAR else "dan"
        other = decided.rest or comparator
        chip = f"{decided.position} {than} {other.name} ({notation.number(other.value)})"
    return Words(
        value=notation.percent(row["value"]) if share else notation.number(row["value"]),
        unit=spec.unit.removeprefix("% ") if share else f"{spec.short} {spec.unit}",
        chip=chip,
        situation=situation,
        comparison=sentences.comparison(decided, comparator, spec=spec),
    )


def say(told: Words) -> None:
    """Show the words of one row."""
    if told.value:
        markup.big_number(told.value, told.unit, chip=told.chip)
    markup.paragraph(told.situation)
    if told.comparison:
        markup.small(told.comparison)


def twin_row(spec: IndicatorSpec, *, code: str, level: Level, period: Period) -> Row | None:
    """Row of the advice (or reports) twin of the same place and period, when there is one."""
    if spec.twin is None:
        return None
    return comparators.row_of(load.values(spec.twin, level=level), code=code, period=period)


def _ways_on(code: str, *, level: Level) -> None:
    known = {page.path for page in site.existing()}
    if level is not Level.MUNICIPALITY:
        return
    links = [
        (f"/gemeente?gemeente={code}", "Alles over deze gemeente", "gemeente"),
        (f"/vergelijken?gemeente={code}", "Vergelijk met andere", "vergelijken"),
    ]
    markup.buttons([(address, words) for address, words, page in links if page in known])


def nearby(known: Sequence[str], *, code: str | None, year: int, most: int) -> Sequence[str]:
    """Codes to set beside a place: itself, its neighbours, then the ends of the list.

    ``known`` are the places with a figure, highest first.
    """
    if len(known) <= most:
        return known
    around: tuple[str, ...] = ()
    if code is not None and Level.of(code) is Level.MUNICIPALITY:
        around = boundaries.touching(code, year=year)
    first = [one for one in (code, *around) if one in known]
    ends = [one for pair in zip(known, reversed(known), strict=True) for one in pair]
    kept = set(list(dict.fromkeys([*first, *ends]))[:most])
    return [one for one in known if one in kept]
