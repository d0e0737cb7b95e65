"""Supervision orders that began and ended, per year and per half-year."""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart
from charts.columns import columns
from charts.counts import CountLabels
from data_sources import publications
from data_sources.level import NETHERLANDS
from data_sources.period import Kind, Period, of_kind
from editions.edition import Edition
from indicators.sentences import topics
from indicators.sentences.words import NATIONAL
from language import N_, _
from pages._parts.figure import block, parts_of_page
from pages._parts.topics.document_rows import source_line
from pages._parts.ui import markup

_BEGAN, _ENDED = "supervision_orders_started", "supervision_orders_ended"
_ORDERS = {
    Kind.YEAR: {_BEGAN: N_("Begonnen in dat jaar"), _ENDED: N_("Gestopt in dat jaar")},
    Kind.HALF_YEAR: {_BEGAN: N_("Begonnen in dat halfjaar"), _ENDED: N_("Gestopt in dat halfjaar")},
}


def show(edition: Edition) -> None:
    """Orders per year, with their finding; half-years under a fold."""
    block.show(edition, per_year(), key="ondertoezichtstellingen")
    markup.small(
        _(
            "Bij een ondertoezichtstelling bepaalt de kinderrechter dat een gezin hulp moet accepteren. Er kan geweld "
            "spelen, maar ook iets anders."
        )
    )
    with parts_of_page.fold(_("Per halfjaar"), key="halfjaar"):
        block.show(edition, per_half_year(), key="ondertoezichtstellingen-halfjaar", level=3)


def per_year() -> Chart:
    """Orders that began and ended in each year; the finding is that of the newest year with both."""
    rows = _rows(Kind.YEAR)
    wide = rows.pivot_table(index="period", columns="group", values="value").dropna()
    words = _words(
        "ondertoezichtstellingen",
        title=_("Ondertoezichtstellingen die begonnen en stopten"),
        table="jeugdbescherming-2022",
        caveats=(
            _("De cijfers van 2022 zijn voorlopig en door het CBS afgerond."),
            _("Een maatregel is geen kind: een kind kan in een jaar meer maatregelen hebben."),
        ),
    )
    chart = columns(rows, words=words)
    if wide.empty:
        return chart
    newest = wide.sort_index().iloc[-1]
    began, ended = (float(newest[_(_ORDERS[Kind.YEAR][measure])]) for measure in (_BEGAN, _ENDED))
    return chart.headed(topics.more_ended_than_began(began, ended, year=str(wide.index.max())))


def per_half_year() -> Chart:
    """Orders that began and ended in each half-year that is printed."""
    words = _words(
        "ondertoezichtstellingen-halfjaar",
        title=_("Ondertoezichtstellingen per halfjaar"),
        table="jeugdbescherming-2023-h1",
        caveats=(_("De cijfers van 2023 zijn voorlopig. Vergelijk een halfjaar niet met een heel jaar."),),
    )
    return columns(_rows(Kind.HALF_YEAR), words=words)


def _words(key: str, *, title: str, table: str, caveats: tuple[str, ...]) -> CountLabels:
    return CountLabels(
        key=key,
        title=title,
        place=_(NATIONAL),
        region=NETHERLANDS,
        unit=_("maatregelen"),
        group_head=_("wat"),
        sources=(source_line(table),),
        caveats=caveats,
    )


def _rows(kind: Kind) -> pd.DataFrame:
    rows = publications.figures()
    orders = rows[rows["measure"].isin(list(_ORDERS[kind])) & (rows["region_code"] == NETHERLANDS)]
    orders = orders[of_kind(orders["period_code"], kind)]
    return pd.DataFrame(
        {
            "group": [_(_ORDERS[kind][str(measure)]) for measure in orders["measure"]],
            "period": [Period.from_code(code).key for code in orders["period_code"]],
            "value": orders["number"].to_numpy(),
        }
    ).sort_values(["group", "period"], ignore_index=True)
