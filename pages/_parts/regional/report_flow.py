"""The way from a report to what followed, for a place and year of which CBS's outcomes are here."""

from __future__ import annotations

import streamlit as st

from charts.chart import NothingToDrawError, SourceLine
from charts.flow import flow as flow_chart
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.observation import Status
from data_sources.period import Period
from editions.edition import Edition
from geo import registry
from indicators import assessment
from pages._parts.figure import block
from pages._parts.ui import address, markup, pick

KEY = "weg"


def is_chosen() -> bool:
    """Whether the address asks for a place and period."""
    return bool(address.chosen(KEY))


def show(edition: Edition) -> None:
    """What happened after a report, for a place and year of which CBS's outcomes are here."""
    markup.paragraph(
        "Na een melding beoordeelt Veilig Thuis of het veilig is. Daarna gaat een andere organisatie verder, of Veilig Thuis zelf."
    )
    observations = edition.observations
    flows = assessment.available(observations)
    if flows.empty:
        markup.notice(
            "Geen cijfers.", "Er staat nog geen enkele plaats met uitkomsten op deze site (CBS-tabel 84852NED)."
        )
        return
    options = {
        f"{region}-{Period.from_code(period).key}": f"{_name(region, period)}, {Period.from_code(period).label}"
        for region, period in flows.itertuples(index=False, name=None)
    }
    picker, _ = st.columns([2, 3])
    with picker:
        chosen = pick.option("Plaats en periode", key=KEY, options=options, default=next(iter(options)))
    region, _, key = chosen.partition("-")
    period = Period.from_key(key)
    rows = assessment.outcomes(observations, region=region, period=period.code)
    table = TABLES[assessment.TABLE]
    line = SourceLine(
        owner=table.source.owner,
        table=f"{table.title} ({table.id})",
        licence=table.source.licence,
        date=period.label,
        provisional=bool((rows["status"] == Status.PROVISIONAL).any()),
    )
    try:
        chart = flow_chart(rows, region=region, place=_name(region, period.code), period=period, sources=(line,))
    except NothingToDrawError:
        markup.notice("Geen totaal.", "Voor deze plaats en periode geeft het CBS geen totaal aantal meldingen.")
        return
    block.show(edition, chart, key="van-melding-naar-vervolg", level=3)


def _name(region: str, period: str) -> str:
    year = Period.from_code(period).calendar_year
    level = Level.of(region)
    name = registry.name_in(region, year=year)
    return name if level is Level.COUNTRY else f"{name} ({level.singular})"
