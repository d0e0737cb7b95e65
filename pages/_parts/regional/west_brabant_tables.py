"""The tables of the West-Brabant document: work per year, municipalities, who reported, ages and money."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import streamlit as st

from charts.bars import bars
from charts.chart import Chart
from charts.columns import columns
from charts.counts import CountLabels
from charts.documents.ages import ages
from charts.documents.money import money
from charts.documents.municipal_table import SORTS
from charts.documents.municipal_table import municipal_table as table_2
from charts.documents.reporters_table import reporters_table
from charts.documents.source import AREA, AREA_NAME, PROVISIONAL, source_of
from charts.documents.statements_table import statements_table
from charts.map.small import SmallMap, membership_map
from data_sources.catalogue.areas import AREAS
from data_sources.catalogue.document_tables import PRODUCTION, REPORTERS
from data_sources.documents import tables
from editions.edition import Edition
from geo import membership as members
from indicators import notation
from indicators.checks import reporters as checked_reporters
from indicators.sentences import topics
from pages._parts.figure import block, parts_of_page, table_block
from pages._parts.regional import west_brabant as shared
from pages._parts.sharing import embed
from pages._parts.ui import markup, pick

MOST_REPORTERS = 8
_PRODUCTION = CountLabels(
    key="productie-west-brabant",
    title="Zes soorten werk van Veilig Thuis",
    place=AREA_NAME,
    region=AREA,
    unit="keer",
    group_head="soort werk",
    status=PROVISIONAL,
    sources=(source_of(PRODUCTION, provisional=True),),
    caveats=PRODUCTION.caveats,
)
_POLICE = CountLabels(
    key="politie-west-brabant",
    title="Politie en andere melders",
    place=AREA_NAME,
    region=AREA,
    unit="meldingen",
    group_head="wie meldt",
    sources=(source_of(REPORTERS),),
)
_REPORTERS = replace(_POLICE, key="melders-west-brabant", caveats=REPORTERS.caveats)


def production(edition: Edition) -> None:
    """Tabel 1 as printed, six by four; then as a picture, and which municipalities it is about."""
    if embed.wanted() is None:
        _table_1()
    block.show(edition, production_chart(), key="tabel-1")
    with parts_of_page.fold("Welke gemeenten zijn West-Brabant? Dat veranderde", key="regio"):
        _membership()


def _table_1() -> None:
    rows = tables.production()
    wide = rows.pivot_table(index="product", columns="year", values="count", sort=False).astype(int)
    printed = wide.map(notation.count).reset_index().rename(columns={"product": "Soort werk"})
    with st.container(key="smal-tabel-1"):
        markup.table(
            printed.set_axis([str(head) for head in printed], axis=1), caption="Tabel 1: zo vaak deed Veilig Thuis dit"
        )
    markup.small(
        "Vier jaren: te weinig jaren om een trend te noemen. Vanaf 2019 telt Veilig Thuis anders: de cijfers lopen niet door."
    )


def municipalities(edition: Edition) -> None:
    """Tabel 2 in full, sorted as the reader asks."""
    sort = pick.option("Sorteer Tabel 2 op", key="sorteer", options=SORTS, default="naam")
    chart = table_2(tables.municipalities_2018(), placements=shared.loose_cells(), codes=shared.codes(), sort=sort)
    table_block.show(edition, chart, key="tabel-2")


def reporters(edition: Edition) -> None:
    """The police against all others, the largest others, and on request the whole list."""
    fall = checked_reporters.fall(tables.reporters(), totals=shared.yearly_reports())
    block.show(edition, police_chart(), key="politie")
    markup.small(
        f"Alle meldingen samen: {notation.count(fall.whole)} minder. De politie alleen: {notation.count(fall.police)} minder, "
        f"meer dan de hele daling. Alle andere gedrukte melders samen: {notation.count(fall.others)} meer. Waarom de politie "
        "minder meldde, staat er niet bij."
    )
    block.show(edition, reporters_chart(), key="melders")
    with parts_of_page.fold("Bijlage 4: alle melders, ook de kleine", key="bijlage-4"):
        table_block.show(edition, reporters_table(tables.reporters()), key="bijlage-4", level=3)


def production_chart() -> Chart:
    """Tabel 1 as columns, a panel for each kind of work."""
    rows = tables.production().rename(columns={"product": "group", "year": "period", "count": "value"})
    return columns(rows, words=_PRODUCTION)


def police_chart() -> Chart:
    """Reports by the police, by all others and by who was not printed, 2017 and 2018."""
    printed, totals = tables.reporters(), shared.yearly_reports()
    chart = bars(checked_reporters.police_and_others(printed, totals=totals), words=_POLICE)
    return chart.headed(topics.fewer_by_the_police(checked_reporters.fall(printed, totals=totals)))


def reporters_chart() -> Chart:
    """The largest reporters of Bijlage 4 without the police; only those printed for both years."""
    rows = checked_reporters.printed_for_both_years(tables.reporters())
    rows = rows.rename(columns={"reporter": "group", "year": "period", "count": "value"})
    largest = rows.groupby("group", observed=True)["value"].max().nlargest(MOST_REPORTERS).index
    words = replace(_REPORTERS, title=f"De {notation.small(len(largest))} grootste melders na de politie")
    return bars(rows[rows["group"].isin(largest)], words=words)


def ages_and_money(edition: Edition) -> None:
    """Tabel 4, chapter 8 and what else the plan names."""
    table_block.show(edition, ages(tables.ages()), key="tabel-4")
    table_block.show(
        edition, money(tables.money()), key="geld", text_columns=("Opmerking in de bron",), stacked=True, first=6
    )
    rows = tables.statements()
    with parts_of_page.fold("Wat het plan verder noemt: bedragen, doelen en feiten", key="uitspraken"):
        table_block.show(
            edition,
            statements_table(rows[rows["region"] == AREA_NAME], name="Wat het plan van West-Brabant verder noemt"),
            key="uitspraken",
            text_columns=("Wat het document zegt", "Soort", "Let op", "Waar"),
            level=3,
            stacked=True,
        )


def _membership() -> None:
    """Who belonged to West-Brabant in which year, as a series of small maps."""
    series = _membership_maps()
    markup.paragraph(
        "De regio veranderde. Wie West-Brabant van toen naast West-Brabant van nu zet, vergelijkt twee gebieden."
    )
    markup.pictures([(picture.svg, picture.description, picture.caption) for picture in series])
    markup.small(
        "Tholen (oranje) staat in het document, maar ligt volgens het CBS in Zeeland. In 2019 gingen Aalburg, Werkendam "
        "en Woudrichem samen verder als Altena. Alphen-Chaam en Baarle-Nassau horen vanaf 2023 bij Midden-Brabant."
    )
    markup.source(
        (
            "Grenzen: CBS / Kadaster, CC BY 4.0, bewerkt: vereenvoudigd.",
            "Indeling: CBS 2022 en 2024; andere jaren zijn daarvan afgeleid.",
        )
    )


@cache
def _membership_maps() -> tuple[SmallMap, ...]:
    document = AREAS[AREA].members
    frame = set(document) | set(members.members(shared.VT_REGION, year=2024))
    printed = membership_map(
        document,
        year=shared.YEAR,
        caption=f"Document, 2018: {notation.counted(len(document), 'gemeente', 'gemeenten')}",
        frame=frame,
        extra=set(document) - set(members.members(shared.VT_REGION, year=shared.YEAR)),
    )
    years = {"tot en met 2018": 2018, "2019 tot en met 2022": 2022, "vanaf 2023": 2023}
    by_cbs = []
    for words, year in years.items():
        municipalities = members.members(shared.VT_REGION, year=year)
        by_cbs.append(
            membership_map(
                municipalities,
                year=year,
                caption=f"CBS, {words}: {notation.counted(len(municipalities), 'gemeente', 'gemeenten')}",
                frame=frame,
            )
        )
    return printed, *by_cbs
