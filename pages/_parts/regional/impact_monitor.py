"""The figures of the Impactmonitor that are embedded, each with its definition and what to mind."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from charts.bars import bars
from charts.chart import Chart, SourceLine
from charts.columns import columns
from charts.counts import CountLabels
from charts.documents.prevalence import prevalence as prevalence_table
from charts.dots import dots
from charts.shares import ShareWords, shares
from charts.trend import trend_chart
from data_sources import publications
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.tables import TABLES
from data_sources.level import NETHERLANDS, Level
from data_sources.observation import Status
from data_sources.period import Kind, Period, of_kind
from editions.comparators import comparator as comparator_of
from editions.edition import Edition
from editions.periods import periods as periods_of
from editions.series import national_series
from editions.sources import source_lines
from editions.values import values as values_of
from geo import registry
from pages._parts.figure import block, table_block
from pages._parts.sharing import embed
from pages._parts.ui import markup

_WHO_TABLE, _ACUTE_TABLE, _STRUCTURAL_TABLE = (
    "impactmonitor-2022-4.2",
    "impactmonitor-2023-5.1",
    "impactmonitor-2023-5.2",
)
_EARLIER_TABLE = "85361NED"
_EARLIER = {
    "first_reports": "Eerste melding: niemand was bekend",
    "repeat_reports": "Hermelding: eerder bekend, daarna gestopt",
    "follow_up_reports": "Vervolgmelding: Veilig Thuis is nog bezig",
    "reports_unclassified": "Niet ingedeeld",
}
_ORDERS = {"supervision_orders_started": "Begonnen", "supervision_orders_ended": "Gestopt"}
_OF_KIND = {Kind.YEAR: "in dat jaar", Kind.HALF_YEAR: "in dat halfjaar"}
_NOT_ONE_HUNDRED = (
    "De percentages zijn die van het CBS. Het CBS rekent ze uit met aantallen die op vijftallen zijn afgerond."
)
_ROUGH_YEAR = "De cijfers van 2022 zijn voorlopig en door het CBS afgerond."


def matrix(edition: Edition, chart: Chart) -> None:
    """The list of indicators with links to the figures of this site."""
    if embed.hides("impactmonitor"):
        return
    with st.container(border=True, key="figuur-impactmonitor"):
        block.title(chart, level=3)
        links: Mapping[int, Mapping[str, str]] = chart.extra["links"]
        markup.table(
            chart.printed, caption=chart.name, text_columns=tuple(chart.printed.columns), links=links, stacked=True
        )
        block.under(edition, chart, key="impactmonitor")


def advice_and_reports(edition: Edition) -> None:
    """National reports and advice per half-year."""
    half_years = national_series(edition, ("meldingen", "adviezen"), kind=Kind.HALF_YEAR)
    for indicator in ("meldingen", "adviezen"):
        markup.paragraph(INDICATORS[indicator].definition)
    block.show(
        edition,
        trend_chart(
            half_years,
            spec=INDICATORS["meldingen"],
            twin=INDICATORS["adviezen"],
            names={NETHERLANDS: "Nederland"},
            sources=source_lines(half_years),
        ),
        key="adviezen-en-meldingen",
        level=3,
    )


def who_asks(edition: Edition) -> None:
    """Advice by who asks, the first half of 2020, 2021 and 2022."""
    markup.paragraph(
        "Bij elk advies schrijft Veilig Thuis op wie er belt: een burger, of iemand die dat voor zijn werk doet."
    )
    words = ShareWords(
        key="wie-vraagt-advies",
        title="Wie advies vraagt bij Veilig Thuis",
        whole="van de adviezen",
        group_head="Wie belt",
        sources=(_source(_WHO_TABLE),),
        caveats=(_NOT_ONE_HUNDRED, "Het gaat om eerste halfjaren. Over één gezin kan iemand vaker bellen."),
    )
    block.show(
        edition, shares(_cells(edition, _WHO_TABLE, "advice_share"), words=words), key="wie-vraagt-advies", level=3
    )


def unsafety(edition: Edition) -> None:
    """Reports about acute and about structural unsafety by who reported them."""
    markup.paragraph(
        "Acuut onveilig: er is nu direct gevaar. Structureel onveilig: het is al langer en steeds weer onveilig."
    )
    for table, measure, word, key in (
        (_ACUTE_TABLE, "acute_reports_share", "acute onveiligheid", "acuut-onveilig"),
        (_STRUCTURAL_TABLE, "structural_reports_share", "structurele onveiligheid", "structureel-onveilig"),
    ):
        words = ShareWords(
            key=key,
            title=f"Wie {word} meldt",
            whole=f"van de meldingen over {word}",
            group_head="Wie meldt",
            sources=(_source(table),),
            caveats=(
                _NOT_ONE_HUNDRED,
                "Niet elke groep staat erbij: waar de gedrukte cijfers niet te scheiden waren, lieten wij ze weg.",
            ),
        )
        block.show(edition, shares(_cells(edition, table, measure), words=words), key=key, level=3)


def follow_up(edition: Edition) -> None:
    """Follow-up reports per province, the newest year, beside the country."""
    spec = INDICATORS["aandeel-vervolgmeldingen"]
    periods = periods_of(edition, spec.id, level=Level.PROVINCE, kind=Kind.YEAR)
    if not periods:
        markup.paragraph("Er zijn nog geen cijfers per provincie op deze site.")
        return
    period = periods[-1]
    values = values_of(edition, spec.id, level=Level.PROVINCE)
    names = {one.code: one.name for one in registry.regions(Level.PROVINCE, year=period.calendar_year)}
    markup.paragraph(spec.definition)
    comparator = comparator_of(edition, spec.id, level=Level.PROVINCE, period=period)
    chart = dots(
        values,
        spec=spec,
        period=period,
        names=names,
        comparator=comparator,
        sources=source_lines(values, periods=[period]),
    )
    block.show(edition, chart, key="vervolgmeldingen", text_columns=("vergelijking", "let op"), level=3)


def earlier_involvement(edition: Edition) -> None:
    """National reports by what Veilig Thuis knew before: first, repeat and follow-up reports, the newest year."""
    rows = edition.observations
    own = rows[
        (rows["table"] == _EARLIER_TABLE)
        & (rows["region"] == NETHERLANDS)
        & rows["measure"].isin(list(_EARLIER))
        & rows["value"].notna()
    ]
    own = own[of_kind(own["period"], Kind.YEAR)]
    if own.empty:
        return
    newest = own[own["period"] == own["period"].astype("str").max()]
    period = Period.from_code(newest["period"].iloc[0])
    words = CountLabels(
        key="eerdere-betrokkenheid",
        title="Was Veilig Thuis al eerder betrokken?",
        place="Nederland",
        region=NETHERLANDS,
        unit="meldingen",
        group_head="soort melding",
        status=str(newest["status"].iloc[0]),
        sources=(
            _source(
                _EARLIER_TABLE, date=period.label, provisional=bool((newest["status"] == Status.PROVISIONAL).any())
            ),
        ),
        caveats=("Het CBS rondt af op vijftallen. Een melding is geen persoon.",),
    )
    counted = pd.DataFrame(
        {
            "group": [_EARLIER[measure] for measure in newest["measure"].astype("str")],
            "period": period.key,
            "value": newest["value"].to_numpy(),
        }
    )
    block.show(edition, bars(counted, words=words), key="eerdere-betrokkenheid", level=3)


def prevalence(edition: Edition) -> None:
    """Estimates from surveys among the population; never beside reports."""
    markup.paragraph(
        "Niet iedereen die geweld meemaakt, komt bij Veilig Thuis in beeld. Daarom zijn er ook onderzoeken. "
        "Het CBS vraagt het aan mensen van 16 jaar en ouder. Het WODC vroeg het aan volwassenen. Over kinderen vertelden "
        "informanten: niet de kinderen zelf. Dat zijn schattingen: ze tellen iets anders dan meldingen."
    )
    rows = publications.figures()
    table_block.show(
        edition,
        prevalence_table(rows),
        key="prevalentie",
        text_columns=("Eenheid", "Wie is gevraagd", "Bron"),
        level=3,
        stacked=True,
    )


def supervision(edition: Edition) -> None:
    """Supervision orders that began and ended, per year."""
    markup.paragraph(
        "Bij een ondertoezichtstelling bepaalt de kinderrechter dat een gezin hulp moet accepteren. Er kan geweld spelen, "
        "maar ook iets anders."
    )
    yearly = _orders(Kind.YEAR)
    words = CountLabels(
        key="ondertoezichtstellingen",
        title="Ondertoezichtstellingen die begonnen en stopten",
        place="Nederland",
        region=NETHERLANDS,
        unit="maatregelen",
        group_head="wat",
        sources=(_source("jeugdbescherming-2022"),),
        caveats=(_ROUGH_YEAR, "Een maatregel is geen kind: een kind kan in een jaar meer maatregelen hebben."),
    )
    block.show(edition, columns(yearly, words=words), key="ondertoezichtstellingen", level=3)
    half = CountLabels(
        key="ondertoezichtstellingen-halfjaar",
        title="Ondertoezichtstellingen per halfjaar",
        place="Nederland",
        region=NETHERLANDS,
        unit="maatregelen",
        group_head="wat",
        sources=(_source("jeugdbescherming-2023-h1"),),
        caveats=("De cijfers van 2023 zijn voorlopig. Vergelijk een halfjaar niet met een heel jaar.",),
    )
    block.show(edition, columns(_orders(Kind.HALF_YEAR), words=half), key="ondertoezichtstellingen-halfjaar", level=3)


def _orders(kind: Kind) -> pd.DataFrame:
    rows = publications.figures()
    own = rows[rows["measure"].isin(list(_ORDERS)) & (rows["region_code"] == NETHERLANDS)]
    own = own[of_kind(own["period_code"], kind)]
    return pd.DataFrame(
        {
            "group": [f"{_ORDERS[measure]} {_OF_KIND[kind]}" for measure in own["measure"]],
            "period": [Period.from_code(code).key for code in own["period_code"]],
            "value": own["number"].to_numpy(),
        }
    ).sort_values(["group", "period"], ignore_index=True)


def _cells(edition: Edition, table: str, measure: str) -> pd.DataFrame:
    rows = edition.observations
    own = rows[(rows["table"] == table) & (rows["measure"] == measure) & (rows["region"] == NETHERLANDS)]
    return own[["category", "period", "value", "status"]].astype({"status": "str"})


def _source(table: str, *, date: str = "", provisional: bool = False) -> SourceLine:
    known = TABLES[table]
    return SourceLine(
        owner=known.source.owner, table=known.title, licence=known.source.licence, date=date, provisional=provisional
    )
