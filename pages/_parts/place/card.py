"""What one place has to say in one period: its number, its band, how it stands, and where to go from here."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries, registry
from indicators import comparators, notation, sentences
from indicators.compare import Comparator, NoComparator, Row, compare
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
            markup.heading(f"Kies een {level.singular}")
            markup.paragraph(
                "Typ een naam bij ‘Zoek’, of klik op de kaart. U ziet dan het cijfer, hoe zeker het is en hoe het zich "
                "verhoudt tot andere plaatsen."
            )
            return
        name = registry.name_in(code, year=period.calendar_year)
        markup.heading(name, subtitle=f"{spec.title}, {period.label}")
        row = comparators.row_of(values, code=code, period=period)
        if row is None:
            markup.paragraph(f"Voor {name} is er geen cijfer over {period.label}: bestond niet in deze periode.")
        else:
            figure(row, spec=spec, comparator=comparator, twin=twin_row(spec, code=code, level=level, period=period))
        _ways_on(code, level=level)


def figure(row: Row, *, spec: IndicatorSpec, comparator: Comparator | NoComparator, twin: Row | None = None) -> None:
    """The number of one IndicatorValue row, how it stands, and the sentences on both; without a figure, why not."""
    place = registry.region(str(row["region"]))
    if pd.notna(row["value"]):
        share = spec.per == _HUNDRED
        value = notation.percent(row["value"]) if share else notation.number(row["value"])
        decided = compare(row, comparator, spec=spec)
        chip = ""
        if isinstance(comparator, Comparator) and decided.position is not Position.NONE:
            than = "aan" if decided.position is Position.SIMILAR else "dan"
            chip = f"{decided.position} {than} {comparator.name} ({notation.number(comparator.value)})"
        markup.big_number(value, spec.unit.removeprefix("% ") if share else f"{spec.short} {spec.unit}", chip=chip)
    twin_spec = INDICATORS.get(spec.twin or "")
    markup.paragraph(sentences.situation(row, place, spec=spec, twin=twin, twin_spec=twin_spec))
    if pd.notna(row["value"]):
        markup.small(sentences.comparison(compare(row, comparator, spec=spec), comparator, spec=spec))


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


def nearby(table: pd.DataFrame, *, code: str | None, year: int, most: int) -> Sequence[str]:
    """Codes to set beside a place: itself, its neighbours, then the ends of the list; places with a figure only."""
    known = [str(region) for region in table.loc[table["value"].notna(), "region"]]
    if len(known) <= most:
        return known
    around: tuple[str, ...] = ()
    if code is not None and Level.of(code) is Level.MUNICIPALITY:
        around = boundaries.touching(code, year=year)
    first = [one for one in (code, *around) if one in known]
    ends = [one for pair in zip(known, reversed(known), strict=True) for one in pair]
    kept = list(dict.fromkeys([*first, *ends]))[:most]
    return [one for one in known if one in kept]
