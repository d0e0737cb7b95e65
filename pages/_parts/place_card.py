"""What one place has to say in one period: its number, its band, how it stands, and where to go from here."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from geo import boundaries, registry
from indicators import comparators, notation
from indicators.compare import Comparator, NoComparator, compare
from indicators.value import Position
from pages._parts import markup, site

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
        if row is None or pd.isna(row["value"]):
            words = notation.state_words(row["state"]) if row is not None else "bestond niet in deze periode"
            markup.paragraph(f"Voor {name} is er geen cijfer over {period.label}: {words}.")
        else:
            _figure(row, spec=spec, comparator=comparator)
        _ways_on(code, level=level)


def _figure(row: pd.Series, *, spec: IndicatorSpec, comparator: Comparator | NoComparator) -> None:
    share = spec.per == _HUNDRED
    value = notation.percent(row["value"]) if share else notation.number(row["value"])
    decided = compare(row, comparator, spec=spec)
    chip = ""
    if isinstance(comparator, Comparator) and decided.position is not Position.NONE:
        than = "aan" if decided.position is Position.SIMILAR else "dan"
        chip = f"{decided.position} {than} {comparator.name} ({notation.number(comparator.value)})"
    markup.big_number(value, spec.unit.removeprefix("% ") if share else f"{spec.short} {spec.unit}", chip=chip)
    markup.paragraph(_sentence(row, spec=spec))
    if isinstance(comparator, NoComparator) and comparator.reason:
        markup.small(comparator.reason)


def _sentence(row: pd.Series, *, spec: IndicatorSpec) -> str:
    band = notation.band_words(row["low"], row["high"])
    parts = []
    if pd.notna(row["count"]):
        base = "adviezen en meldingen" if spec.complement else ("inwoners" if spec.is_rate else "meldingen")
        parts.append(f"Dat zijn {notation.count(row['count'])} {spec.short} op {notation.count(row['base'])} {base}.")
    if spec.is_rate:
        parts.append(f"Per 100.000 inwoners is dat {notation.count(row['value'] * 10)}.")
    parts.append(f"Door afronding en toeval kan het cijfer {band} liggen.")
    if row["uncertain"]:
        parts.append("Het gaat om minder dan 20: dit cijfer is onzeker.")
    if row["status"] == "provisional":
        parts.append("Het cijfer is voorlopig.")
    return " ".join(parts)


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
