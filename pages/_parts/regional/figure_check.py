"""Cijfercheck: every figure that the documents of a region print, with its outcome; a tap tells why."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from charts.documents.figure_check_table import figure_check_table
from data_sources.documents import DOCUMENTS
from editions.edition import Edition
from editions.figure_checks import checks
from indicators import notation
from indicators.checks.verdict import ORDER, FigureCheck, Verdict
from pages._parts.figure import block, parts_of_page
from pages._parts.sharing import embed
from pages._parts.ui import check_list, markup, once

_TONES = {
    Verdict.HOLDS: check_list.Tone.HOLDS,
    Verdict.HALF_YEAR: check_list.Tone.DIFFERS,
    Verdict.WITHIN: check_list.Tone.HOLDS,
    Verdict.DIFFERS: check_list.Tone.DIFFERS,
}


def show(edition: Edition, *, documents: Collection[str], place: str) -> None:
    """The checks of these documents: what was found in the open, what cannot be checked under a fold."""
    if embed.hides("cijfercheck"):
        return
    everything = [check for check in checks(edition) if check.document in documents]
    if not everything:
        markup.paragraph(f"In het plan voor {place} vonden wij geen cijfers om na te rekenen.")
        return
    chart = figure_check_table(everything, name=f"Cijfercheck: {place}")
    outcomes = sorted(everything, key=lambda check: ORDER.index(check.verdict))
    decided = [check for check in outcomes if check.verdict is not Verdict.NOT_CHECKABLE]
    open_ = [check for check in outcomes if check.verdict is Verdict.NOT_CHECKABLE]
    with st.container(border=True, key="figuur-cijfercheck"):
        block.title(chart, level=3)
        check_list.show([_item(check) for check in decided])
        if open_:
            with parts_of_page.fold(
                f"{notation.counted(len(open_), 'cijfer', 'cijfers')} niet te controleren", key="niet-te-controleren"
            ):
                check_list.show([_item(check) for check in open_])
        with parts_of_page.fold("Alles als tabel", key="cijfercheck-tabel"):
            columns: Sequence[str] = ("Uitkomst", "Waarom", "Waar")
            markup.table(chart.printed, caption=chart.name, text_columns=columns, stacked=True)
        once.first_time([source.owner for source in chart.sources])  # the card of the plan names the same documents
        block.under(edition, chart, key="cijfercheck")


def _item(check: FigureCheck) -> check_list.CheckItem:
    document = DOCUMENTS[check.document]
    lines: list[str] = []
    for part in check.parts:
        lines += part.steps
        lines.append(f"{part.subject}, gedrukt {part.printed}: {part.verdict}. {part.why}")
        if part.against:
            lines.append(f"Vergeleken met: {part.against}.")
    lines.append(f"Staat in: ‘{document.title}’, {document.date}, {check.place}.")
    return check_list.CheckItem(
        check.claim, check.outcome, tuple(lines), _TONES.get(check.verdict, check_list.Tone.OPEN)
    )
