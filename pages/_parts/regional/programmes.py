"""What the regions promised: the choice of a region, its plan in one card, and what else the plan names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import streamlit as st

from charts.documents.statements_table import statements_table
from data_sources.documents import DOCUMENTS, tables
from data_sources.documents.programmes import PROGRAMMES, Programme
from data_sources.level import NETHERLANDS, Level
from editions.edition import Edition
from geo import registry
from pages._parts.figure import parts_of_page, table_block
from pages._parts.ui import address, markup, pick

REGIONS = ("VT15", "VT21", "VT26", "VT27")
START = "VT15"  # Hart van Brabant, whose programme the goals are from


def choose() -> str:
    """Code of the region chosen: those with a plan first, then the others. An older link names a document instead."""
    named = address.chosen("document")
    default = next((_code_of(programme) for programme in PROGRAMMES if programme.document == named), START)
    # a goal that is drawn for one region need not have a series in another
    return pick.option(
        "Kies een regio", key="regio", options=regions(), default=default, drops=lambda _region: ("doel",)
    )


@cache
def regions() -> Mapping[str, str]:
    """Name of each region that can be chosen by its code."""
    year = registry.last_year()
    by_name = sorted(registry.regions(Level.VT_REGION, year=year), key=lambda region: registry.fold(region.name))
    names = {NETHERLANDS: "Nederland"} | {region.code: _known_as(region.code, year) for region in by_name}
    planned = [START, *dict.fromkeys(_code_of(programme) for programme in PROGRAMMES)]
    ordered = dict.fromkeys([*planned, *names])
    return {code: names[code] for code in ordered if code in names}


def plans_of(code: str) -> tuple[Programme, ...]:
    """Programmes of a region, the newest first."""
    plans = [programme for programme in PROGRAMMES if _code_of(programme) == code]
    return tuple(sorted(plans, key=lambda programme: -programme.first_year))


def plan(code: str) -> None:
    """The newest plan of a region in one card; an older one under a fold."""
    newest, *older = plans_of(code)
    with st.container(border=True, key=f"blok-programma-{newest.id}"):
        _card(newest)
    for programme in older:
        with parts_of_page.fold(f"Het vorige plan: {_years(programme)}", key=programme.id):
            _card(programme)


def statements(edition: Edition, *, region: str) -> None:
    """Money, targets with a date and other facts of the plans of a region; none can be recomputed."""
    rows = tables.statements()
    of_region = rows[rows["region"] == region]
    if of_region.empty:
        return
    with parts_of_page.fold("Wat staat er nog meer in het plan? Bedragen, doelen en feiten", key="uitspraken"):
        markup.paragraph("Dit staat er zoals het document het noemt. Wij konden het niet narekenen.")
        table_block.show(
            edition,
            statements_table(of_region, name=f"Wat de plannen van {region} verder noemen"),
            key="uitspraken",
            text_columns=("Wat het document zegt", "Soort", "Let op", "Waar"),
            level=3,
            stacked=True,
        )


def _card(programme: Programme) -> None:
    document = DOCUMENTS[programme.document]
    markup.heading(programme.name, level=2, looks=3, subtitle=f"{programme.area}, {_years(programme)}")
    markup.paragraph(programme.partners)
    markup.bullets(programme.aims)
    markup.small(f"Geld: {programme.money[:1].lower()}{programme.money[1:]}")
    markup.source((f"Bron: {document.publisher}, {document.title} ({document.date}). In onze woorden.",))


def _years(programme: Programme) -> str:
    if programme.last_year > programme.first_year:
        return f"{programme.first_year} tot en met {programme.until or programme.last_year}"
    return f"vanaf {programme.first_year}"


def _code_of(programme: Programme) -> str:
    return programme.vt_regions[-1] if programme.vt_regions else NETHERLANDS


def _known_as(code: str, year: int) -> str:
    name, usual = registry.name_in(code, year=year), registry.USUAL_NAMES.get(code)
    return f"{usual} ({name})" if usual else name
