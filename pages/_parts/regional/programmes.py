"""The parts of the page about regional programmes: cards, Cijfercheck, monitor and the way from report to follow-up."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.chart import NothingToDrawError, SourceLine
from charts.documents.figure_check_table import figure_check_table
from charts.documents.monitor_table import monitor_table
from charts.documents.statements_table import statements_table
from charts.flow import flow as flow_chart
from charts.trend import trend_chart
from data_sources.catalogue.tables import TABLES
from data_sources.documents import DOCUMENTS, tables
from data_sources.documents.programmes import PROGRAMMES, Programme
from data_sources.level import NETHERLANDS, Level
from data_sources.observation import Status
from data_sources.period import Period
from editions.edition import Edition
from editions.figure_checks import checks, monitor_rows
from geo import registry
from indicators import assessment
from indicators.checks import monitor as monitoring
from indicators.checks.verdict import FigureCheck
from pages._parts.figure import block, table_block
from pages._parts.ui import markup, pick

REGIONS = ("VT15", "VT21", "VT26", "VT27")
START = "VT15"  # Hart van Brabant, whose programme the indicators are from
_ALL = "alle"


def cards() -> None:
    """What each programme set out to do, in short."""
    for row in (PROGRAMMES[:1], PROGRAMMES[1:3], PROGRAMMES[3:]):
        for column, programme in zip(st.columns(len(row), gap="medium"), row, strict=True):
            with column, st.container(border=True, key=f"blok-programma-{programme.id}"):
                _card(programme)


def _card(programme: Programme) -> None:
    document = DOCUMENTS[programme.document]
    years = (
        f"{programme.first_year} tot en met {programme.until or programme.last_year}"
        if programme.last_year > programme.first_year
        else f"vanaf {programme.first_year}"
    )
    markup.heading(programme.name, level=3, subtitle=f"{programme.area}, {years}")
    markup.paragraph(programme.partners)
    markup.bullets(programme.aims)
    markup.small(f"Geld: {programme.money}")
    markup.source((f"Bron: {document.publisher}, {document.title} ({document.date}). In onze woorden.",))


def figure_check(edition: Edition) -> None:
    """Every printed figure with its verdict; the arithmetic opens on request."""
    markup.paragraph(
        "Elk cijfer uit de plannen legden wij naast een open cijfer, als dat er is. De site rekent dit zelf na, "
        "steeds met de nieuwste cijfers."
    )
    everything = checks(edition)
    names = {_ALL: "Alle documenten"} | {
        document: f"{DOCUMENTS[document].region}, {DOCUMENTS[document].date}"
        for document in dict.fromkeys(check.document for check in everything)
    }
    picker, _ = st.columns([2, 3])
    with picker:
        chosen = pick.option("Document", key="document", options=names, default=_ALL)
    shown = [check for check in everything if chosen in {_ALL, check.document}]
    table_block.show(
        edition,
        figure_check_table(shown),
        key="cijfercheck",
        text_columns=("Uitkomst", "Waarom", "Waar"),
        level=3,
        first=12,
        stacked=True,
    )
    with_steps = [check for check in shown if any(part.steps for part in check.parts)]
    if with_steps:
        markup.heading("De rekensommen", level=3)
        for check in with_steps:
            markup.steps(f"{check.claim} Uitkomst: {check.outcome}.", _steps(check))


def _steps(check: FigureCheck) -> list[str]:
    lines: list[str] = []
    for part in check.parts:
        lines += part.steps
        lines.append(f"{part.subject}, gedrukt {part.printed}: {part.verdict}. {part.why}")
        if part.against:
            lines.append(f"Vergeleken met: {part.against}.")
    return lines


def statements(edition: Edition) -> None:
    """Money, targets with a date and other facts of the plans; none can be recomputed."""
    markup.paragraph(
        "Deze bedragen, doelen en feiten staan er zoals het document ze noemt. Wij konden ze niet narekenen."
    )
    table_block.show(
        edition,
        statements_table(tables.statements()),
        key="uitspraken",
        text_columns=("Wat het document zegt", "Soort", "Let op", "Waar"),
        level=3,
        stacked=True,
    )


def monitor(edition: Edition) -> None:
    """The indicators of the programme for a chosen Veilig Thuis region, with the series of one of them."""
    markup.paragraph(
        "Het programma van Hart van Brabant noemt zes dingen die moeten veranderen. Wij zochten bij elk een open cijfer. "
        "U kunt dezelfde doelen ook voor een andere regio bekijken."
    )
    year = registry.last_year()
    regions = sorted(registry.regions(Level.VT_REGION, year=year), key=lambda one: registry.fold(one.name))
    options = {NETHERLANDS: "Nederland"} | {one.code: _known_as(one.code, year) for one in regions}
    first, second = st.columns(2)
    with first:
        region = pick.option("Veilig Thuis-regio", key="regio", options=options, default=START)
    rows = monitor_rows(edition, region)
    place = options[region]
    table_block.show(
        edition,
        monitor_table(rows, region=region, place=place),
        key="doelen",
        text_columns=("Gewenst", "Hoe wij het meten", place, "Nederland", "Uitkomst", "Waarom"),
        level=3,
        stacked=True,
    )
    drawable = {row.id: row for row in rows if len(row.series) + len(row.country)}
    if drawable:
        with second:
            named = {row.id: f"{row.id}. {row.measured.title}" for row in drawable.values()}
            wanted = pick.option("Reeks in de grafiek", key="doel", options=named, default=next(iter(named)))
        _series(edition, drawable[wanted], names={region: place, NETHERLANDS: "Nederland"})


def _series(edition: Edition, row: monitoring.MonitorRow, *, names: dict[str, str]) -> None:
    both = pd.concat([row.series, row.country]).drop_duplicates(["region", "period"])
    used = sorted({str(table) for table in both["table"]})
    sources = tuple(
        SourceLine(
            owner=TABLES[table].source.owner,
            table=f"{TABLES[table].title} ({TABLES[table].place or table})",
            licence=TABLES[table].source.licence,
            date="",
        )
        for table in used
    )
    block.show(edition, trend_chart(both, spec=row.spec, names=names, sources=sources), key="doel", level=3)
    if row.series.empty:
        markup.small("De gekozen regio heeft nog geen cijfers op deze site. De grafiek toont alleen Nederland.")


def flow(edition: Edition) -> None:
    """What happened after a report, for a place and year of which CBS's outcomes are here."""
    markup.paragraph(
        "Na een melding beoordeelt Veilig Thuis of het veilig is. Daarna gaat een andere organisatie verder, of Veilig Thuis zelf."
    )
    observations = edition.observations
    found = assessment.available(observations)
    if found.empty:
        markup.notice(
            "Geen cijfers.", "Er staat nog geen enkele plaats met uitkomsten op deze site (CBS-tabel 84852NED)."
        )
        return
    options = {
        f"{region}-{Period.from_code(period).key}": f"{_name(region, period)}, {Period.from_code(period).label}"
        for region, period in found.itertuples(index=False, name=None)
    }
    picker, _ = st.columns([2, 3])
    with picker:
        chosen = pick.option("Plaats en periode", key="weg", options=options, default=next(iter(options)))
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


def _known_as(code: str, year: int) -> str:
    name, usual = registry.name_in(code, year=year), registry.USUAL_NAMES.get(code)
    return f"{name} ({usual})" if usual else name


def _name(region: str, period: str) -> str:
    year = Period.from_code(period).calendar_year
    level = Level.of(region)
    name = registry.name_in(region, year=year)
    return name if level is Level.COUNTRY else f"{name} ({level.singular})"
