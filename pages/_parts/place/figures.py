"""The figures of one place on its page: its period, a card for each figure, and how it stands beside others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.period import Period
from editions.edition import Edition
from editions.place import (
    further_indicators,
    has_further_indicators,
    indicators_with_card,
    periods_of_place,
    surroundings,
)
from editions.place_card import card_text
from editions.values import has_figure
from geo import registry
from indicators.sentences import words
from language import N_, _
from pages._parts.figure import table_block
from pages._parts.ui import markup, pick, place_card, whole

_NAMED = 4
NOT_BEFORE_2019 = N_(
    "Over de jaren tot en met 2018 geeft het CBS geen cijfers die u kunt vergelijken. Alleen over de gemeenten van "
    "West-Brabant staan er cijfers uit een document."
)


def pick_period(edition: Edition, code: str) -> Period:
    """Choose a period in which the place existed."""
    periods = periods_of_place(edition, code)
    options = {each.key: each.label for each in periods.every}
    return Period.from_key(pick.option(_("Periode"), key="periode", options=options, default=periods.start.key))


def cards(edition: Edition, code: str, *, period: Period) -> list[str]:
    """One card for each indicator of the period; returns the indicators with a figure."""
    indicators = indicators_with_card(edition, code, period=period)
    if not indicators:
        with st.container(border=True, key="blok-geen-cijfer"):
            name = registry.name_in(code, year=period.calendar_year)
            nothing = _("Over {place} in {when} staat er geen cijfer op deze site.", place=name, when=period.in_words)
            markup.paragraph(nothing)
            markup.small(_(NOT_BEFORE_2019))
    for pair in _pairs(indicators):
        for indicator, column in zip(pair, st.columns(2, gap="medium"), strict=False):
            spec = INDICATORS[indicator]
            text = card_text(edition, indicator, code=code, period=period, with_twin=False)
            with column, st.container(border=True, key=f"blok-cijfer-{indicator}"):
                markup.heading(f"{spec.title}, {period.label}")
                if text is None:
                    gone = _("De plaats bestond in {when} niet, of niet met deze grenzen.", when=period.in_words)
                    markup.paragraph(gone)
                else:
                    place_card.show(text)
                markup.small(spec.definition)
    return [indicator for indicator in indicators if has_figure(edition, indicator, code=code, period=period)]


def _pairs(shown: Sequence[str]) -> Iterator[Sequence[str]]:
    """Two beside each other, so that a phone shows them in reading order."""
    return (shown[at : at + 2] for at in range(0, len(shown), 2))


def further(edition: Edition, code: str, *, period: Period) -> None:
    """All other figures of the place in one table, computed for who opens it; nothing when this version has no others."""
    if not has_further_indicators(edition):
        return
    name = words.name_of(registry.region(code), year=period.calendar_year)
    title = _("Andere cijfers over {place}, {period}", place=name, period=period.label)
    opened = st.expander(title, key="andere-cijfers", on_change="rerun")
    if not (opened.open or whole.is_wanted()):
        return
    texts = {
        indicator: card_text(edition, indicator, code=code, period=period, with_twin=False)
        for indicator in further_indicators(edition, code, period=period)
    }
    rows = [
        (INDICATORS[indicator].title, text.value, INDICATORS[indicator].unit, text.chip)
        for indicator, text in texts.items()
        if text is not None
    ]
    with opened:
        if rows:
            heads = [_("onderwerp"), _("cijfer"), _("eenheid"), _("vergeleken met Nederland")]
            markup.table(
                pd.DataFrame(rows, columns=heads),
                caption=_("Andere cijfers van het CBS over {place}, {period}", place=name, period=period.label),
                text_columns=heads[2:],
                stacked=True,
            )
        else:
            text = _(
                "Andere cijfers over {place} in {when} staan nog niet op deze site.", place=name, when=period.in_words
            )
            markup.paragraph(text)


def titles(edition: Edition, code: str, *, period: Period) -> list[str]:
    """Short names of the figures of the period that a place has, for the title of their part."""
    shown = [*indicators_with_card(edition, code, period=period), *further_indicators(edition, code, period=period)]
    short = [
        INDICATORS[indicator].short for indicator in shown if has_figure(edition, indicator, code=code, period=period)
    ]
    return list(dict.fromkeys(short))[:_NAMED]


def beside_others(edition: Edition, code: str, *, indicator: str, period: Period) -> None:
    """The place against its comparators as a table."""
    around = surroundings(edition, indicator, code=code, period=period)
    if around is not None:
        text_columns = (str(around.table.printed.columns[-1]),)
        table_block.show(edition, around.table, key=f"naast-{indicator}", text_columns=text_columns)
