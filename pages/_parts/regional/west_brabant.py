"""The parts of the West-Brabant page: opening, tables, checks, and the region year by year."""

from __future__ import annotations

import math
from functools import cache

import pandas as pd
import streamlit as st

from charts.counts import CountLabels
from charts.documents.checks_table import checks_table
from charts.documents.loose_cells import loose_cells as loose_table
from charts.documents.municipal_table import SORTS
from charts.documents.municipal_table import municipal_table as table_2
from charts.documents.source import AREA, AREA_NAME, PROVISIONAL, source_of
from charts.documents.statements_table import statements_table
from charts.map.small import SmallMap, membership_map
from data_sources.catalogue.areas import AREAS
from data_sources.catalogue.document_tables import AGES, MONEY, MUNICIPALITIES_2018, PRODUCTION, REPORTERS
from data_sources.documents import tables
from data_sources.level import Level
from data_sources.places import code_of
from editions.edition import Edition
from editions.inhabitants import inhabitants
from geo import membership as members
from indicators import notation
from indicators.checks import reporters, source_checks, sum_checks
from indicators.checks.placements import TOTAL, Placements, placements
from pages._parts.figure import table_block
from pages._parts.ui import markup, pick

YEAR = 2018
VT_REGION = "VT21"
_GROUPS = ("Buiten regio", "Onbekend", TOTAL)

PRODUCTION_WORDS = CountLabels(
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
POLICE_WORDS = CountLabels(
    key="politie-west-brabant",
    title="Politie en andere melders",
    place=AREA_NAME,
    region=AREA,
    unit="meldingen",
    group_head="wie meldt",
    sources=(source_of(REPORTERS),),
)
REPORTER_WORDS = CountLabels(
    key="melders-west-brabant",
    title="Andere melders dan de politie",
    place=AREA_NAME,
    region=AREA,
    unit="meldingen",
    group_head="wie meldt",
    sources=(source_of(REPORTERS),),
    caveats=REPORTERS.caveats,
)


def opening() -> None:
    """What these figures are, what they may not be used for, and which cells are uncertain: before anything else."""
    loose = len(loose_cells().by_cell)
    unsure = f"Van {loose} kleine getallen in Tabel 2 weten we niet in welke kolom ze horen. Daar staat ‘onzeker’."
    markup.notice(
        "Het CBS raadt af deze cijfers elders te gebruiken.",
        "In 2015 tot en met 2018 telde elke regio op haar eigen manier. Vergelijk ze niet met andere regio's en niet met "
        "cijfers vanaf 2019. Een landelijk cijfer over deze jaren bestaat niet.",
        link=("/bronnen", "Waarom niet?"),
    )
    markup.lead("Een regionaal plan uit 2019 drukt deze tabellen af. Hier kunt u ze lezen, nakijken en meenemen.")
    markup.bullets(
        (
            "Wat is dit? Hoe vaak Veilig Thuis West-Brabant iets deed, zoals meldingen en adviezen. Een melding is geen slachtoffer.",
            "Waarvoor niet? Niet om te zeggen dat het geweld steeg of daalde, en niet om gemeenten als goed of slecht te zien.",
            f"Hoe zeker? De cijfers zijn onder voorbehoud. {unsure}",
        )
    )


@cache
def loose_cells() -> Placements:
    """Placements of the uncertain cells of Tabel 2; the document never changes, so once is enough."""
    return placements(tables.municipalities_2018())


@cache
def codes() -> dict[str, str]:
    """CBS code of every municipality of Tabel 2 by its printed name."""
    names = [name for name in tables.municipalities_2018()["municipality"].unique() if name not in _GROUPS]
    return {name: code_of(name, level=Level.MUNICIPALITY, year=YEAR) for name in names}


def production_rows() -> pd.DataFrame:
    """Tabel 1 as group, period, value."""
    return tables.production().rename(columns={"product": "group", "year": "period", "count": "value"})


def police_rows() -> pd.DataFrame:
    """Police, others and unnamed as group, period, value."""
    return reporters.police_and_others(tables.reporters(), totals=_yearly_reports())


def reporter_rows() -> pd.DataFrame:
    """Bijlage 4 without the police as group, period, value; reporters printed for both years only."""
    own = reporters.printed_for_both_years(tables.reporters())
    return own.rename(columns={"reporter": "group", "year": "period", "count": "value"})


def municipal_table(edition: Edition) -> None:
    """Tabel 2 in full, sorted as the reader asks, and the cells without a certain column."""
    picker, _ = st.columns([1, 3])
    with picker:
        sort = pick.option("Sorteer Tabel 2 op", key="sorteer", options=SORTS, default="naam")
    chart = table_2(tables.municipalities_2018(), placements=loose_cells(), codes=codes(), sort=sort)
    table_block.show(edition, chart, key="tabel-2", level=3)
    loose = loose_table(loose_cells(), codes=codes())
    table_block.show(edition, loose, key="losse-getallen", text_columns=("Mogelijke kolommen",), level=3, stacked=True)


def checks(edition: Edition) -> None:
    """The checks that show a difference, and on request those that do not; the municipal table first."""
    everything = st.toggle("Toon ook de controles die kloppen", key="alle-controles")
    municipal = tables.municipalities_2018()
    totals = _yearly_reports()
    groups = (
        (
            (
                *source_checks.printed_shares(municipal),
                *source_checks.inhabitants(municipal, cbs=_cbs_inhabitants(edition)),
            ),
            (MUNICIPALITIES_2018,),
            "Controle: percentages en inwoners",
            "controle-inwoners",
        ),
        (
            (
                *source_checks.municipal_totals(municipal),
                *sum_checks.table_1_and_2(tables.production(), municipal),
            ),
            (PRODUCTION, MUNICIPALITIES_2018),
            "Controle: totalen van de tabellen",
            "controle-totalen",
        ),
        (
            (
                *sum_checks.reporter_sums(tables.reporters(), totals=totals),
                *sum_checks.ages(tables.ages()),
                *sum_checks.money(tables.money()),
            ),
            (PRODUCTION, REPORTERS, AGES, MONEY),
            "Controle: melders, leeftijden en geld",
            "controle-melders",
        ),
    )
    for made, sources, name, key in groups:
        chart = checks_table(made, sources=sources, name=name, key=key, everything=everything)
        table_block.show(edition, chart, key=key, text_columns=("Wat het betekent", "Plaats"), level=3, stacked=True)


def police() -> None:
    """The fall by the police beside the whole fall, in one sentence."""
    fall = reporters.fall(tables.reporters(), totals=_yearly_reports())
    markup.paragraph(
        f"Van 2017 naar 2018 kwamen er {notation.count(fall.whole)} meldingen minder. De politie alleen meldde "
        f"{notation.count(fall.police)} keer minder: meer dan de hele daling. Alle andere gedrukte melders samen meldden "
        f"{notation.count(fall.others)} keer vaker. Waarom de politie minder meldde, staat er niet bij."
    )


def statements(edition: Edition) -> None:
    """Money of the state, targets with a date and other facts of the plan, beside its tables."""
    rows = tables.statements()
    table_block.show(
        edition,
        statements_table(rows[rows["region"] == AREA_NAME], name="Wat het plan van West-Brabant verder noemt"),
        key="uitspraken",
        text_columns=("Wat het document zegt", "Soort", "Let op", "Waar"),
        level=3,
        stacked=True,
    )


def membership() -> None:
    """Who belonged to West-Brabant in which year, as a series of small maps."""
    series = _membership_maps()
    markup.paragraph(
        "De regio veranderde. Wie West-Brabant van toen naast West-Brabant van nu zet, vergelijkt twee gebieden."
    )
    with st.container(border=True, key="figuur-regio"):
        markup.heading("West-Brabant, jaar voor jaar", level=3, subtitle="gemeentegrenzen van dat jaar")
        markup.pictures([(one.svg, one.description, one.caption) for one in series])
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
    frame = set(document) | set(members.members(VT_REGION, year=2024))
    printed = membership_map(
        document,
        year=YEAR,
        caption=f"Document, 2018: {notation.counted(len(document), 'gemeente', 'gemeenten')}",
        frame=frame,
        extra=set(document) - set(members.members(VT_REGION, year=YEAR)),
    )
    years = {"tot en met 2018": 2018, "2019 tot en met 2022": 2022, "vanaf 2023": 2023}
    by_cbs = []
    for words, year in years.items():
        own = members.members(VT_REGION, year=year)
        by_cbs.append(
            membership_map(
                own,
                year=year,
                caption=f"CBS, {words}: {notation.counted(len(own), 'gemeente', 'gemeenten')}",
                frame=frame,
            )
        )
    return printed, *by_cbs


def _yearly_reports() -> dict[int, float]:
    rows = tables.production()
    rows = rows[(rows["product"] == "Meldingen") & rows["year"].isin([reporters.FIRST, reporters.LAST])]
    return dict(zip(rows["year"].astype(int), rows["count"].astype(float), strict=True))


def _cbs_inhabitants(edition: Edition) -> dict[int, float]:
    """Inhabitants of the 19 municipalities together on 1 January, per year, as CBS publishes them."""
    people = {year: inhabitants(edition, level=Level.MUNICIPALITY, year=year) for year in (2017, 2018)}
    return {year: sum(of_year.get(code, math.nan) for code in codes().values()) for year, of_year in people.items()}
