"""Estimates from surveys among the population; never beside reports."""

from __future__ import annotations

from dataclasses import replace

from charts.chart import Chart
from charts.documents.prevalence import prevalence, respondents_table
from data_sources import publications
from editions.edition import Edition
from indicators import notation
from indicators.sentences import topics
from language import _
from pages._parts.figure import parts_of_page, table_block
from pages._parts.sharing import embed
from pages._parts.ui import markup

_MEASURE, _QUESTION = "prevalence_share", "Slachtoffer huiselijk geweld (12 maanden), 16+"


def show(edition: Edition) -> None:
    """One line per question and year; who was asked, and where it is printed, under a fold."""
    rows, chart = publications.figures(), estimates()
    markup.paragraph(
        _(
            "Niet iedereen die geweld meemaakt, komt bij Veilig Thuis in beeld. Daarom zijn er ook onderzoeken. Dat zijn "
            "schattingen: ze tellen iets anders dan meldingen."
        )
    )
    table_block.show(edition, chart, key="prevalentie", text_columns=("Schatting",))
    if embed.wanted() is not None:
        return
    with parts_of_page.fold(_("Wie is gevraagd, en waar staat het?"), key="gevraagd"):
        markup.paragraph(
            _(
                "Het CBS vraagt het aan mensen van 16 jaar en ouder. Het WODC vroeg het aan volwassenen. Over kinderen vertelden "
                "informanten: mensen die kinderen kennen, niet de kinderen zelf."
            )
        )
        respondents = respondents_table(rows)
        markup.table(
            respondents,
            caption=_("Wie is gevraagd, en waar het staat"),
            text_columns=tuple(respondents.columns[1:]),
            stacked=True,
        )


def estimates() -> Chart:
    """One line per question and year; the finding is that of the newest survey."""
    rows = publications.figures()
    newest = rows[(rows["measure"] == _MEASURE) & (rows["indicator"] == _QUESTION)].sort_values("period").tail(1)
    chart = prevalence(rows)
    if newest.empty:
        return chart
    percent = float(newest["number"].iloc[0])
    share = notation.percent(percent, decimals=0)
    whom = _("{share} van de mensen van 16 jaar en ouder, in twaalf maanden", share=share)
    titled = replace(chart, subtitle=f"{whom}; {chart.subtitle}")
    return titled.headed(topics.estimated_victims(percent, year=str(newest["period"].iloc[0])))
