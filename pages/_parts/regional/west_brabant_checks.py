"""Controle of West-Brabant: what is printed beside what follows from its own parts, and the cells without a sure column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from charts.documents.checks_table import checks_table
from charts.documents.loose_cells import loose_cells as loose_table
from data_sources.catalogue.document_tables import AGES, MONEY, MUNICIPALITIES_2018, PRODUCTION, REPORTERS
from data_sources.catalogue.model import Table
from data_sources.documents import tables
from data_sources.level import Level
from editions.edition import Edition
from editions.inhabitants import inhabitants
from indicators import notation
from indicators.checks import source_checks, sum_checks
from indicators.checks.source_checks import SourceCheck
from pages._parts.figure import parts_of_page, table_block
from pages._parts.regional import west_brabant as shared
from pages._parts.ui import markup, whole


@dataclass(frozen=True)
class _Group:
    """Checks that are shown together."""

    key: str
    name: str
    checks: Sequence[SourceCheck]
    sources: tuple[Table, ...]


def show(edition: Edition) -> None:
    """One line that sums up, then the differences per table and the uncertain cells, folded."""
    groups = _groups(edition)
    differing = sum(not check.holds for group in groups for check in group.checks)
    number = sum(len(group.checks) for group in groups)
    loose = len(shared.loose_cells().by_cell)
    markup.heading("Klopt wat er gedrukt staat?")
    markup.paragraph(
        f"Van de {notation.counted(number, 'controle', 'controles')} geven er {differing} een verschil. Van "
        f"{notation.counted(loose, 'klein getal', 'kleine getallen')} in Tabel 2 weten we niet in welke kolom ze horen. "
        "Wij verbeteren niets: het gedrukte cijfer blijft staan."
    )
    everything = whole.is_wanted() or st.toggle("Toon ook de controles die kloppen", key="alle-controles")
    for group in groups:
        differences = sum(not check.holds for check in group.checks)
        words = f"{group.name}: {notation.counted(differences, 'verschil', 'verschillen')}"
        with parts_of_page.fold(words, key=group.key):
            chart = checks_table(
                group.checks,
                sources=group.sources,
                name=f"Controle: {_small(group.name)}",
                key=group.key,
                everything=everything,
            )
            table_block.show(
                edition, chart, key=group.key, text_columns=("Wat het betekent", "Plaats"), level=3, stacked=True
            )
    with parts_of_page.fold(f"{loose} getallen in Tabel 2 zonder zekere kolom", key="losse-getallen"):
        chart = loose_table(shared.loose_cells(), codes=shared.codes())
        table_block.show(
            edition, chart, key="losse-getallen", text_columns=("Mogelijke kolommen",), level=3, stacked=True
        )


def _groups(edition: Edition) -> tuple[_Group, ...]:
    municipal, totals = tables.municipalities_2018(), shared.yearly_reports()
    return (
        _Group(
            "controle-inwoners",
            "Percentages en inwoners",
            (
                *source_checks.printed_shares(municipal),
                *source_checks.inhabitants(municipal, cbs=_cbs_inhabitants(edition)),
            ),
            (MUNICIPALITIES_2018,),
        ),
        _Group(
            "controle-totalen",
            "Totalen van de tabellen",
            (*source_checks.municipal_totals(municipal), *sum_checks.table_1_and_2(tables.production(), municipal)),
            (PRODUCTION, MUNICIPALITIES_2018),
        ),
        _Group(
            "controle-melders",
            "Melders, leeftijden en geld",
            (
                *sum_checks.reporter_sums(tables.reporters(), totals=totals),
                *sum_checks.ages(tables.ages()),
                *sum_checks.money(tables.money()),
            ),
            (PRODUCTION, REPORTERS, AGES, MONEY),
        ),
    )


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _cbs_inhabitants(edition: Edition) -> dict[int, float]:
    """Inhabitants of the 19 municipalities together on 1 January, per year of which all are known, as CBS publishes them."""
    people = {year: inhabitants(edition, level=Level.MUNICIPALITY, year=year) for year in (2017, 2018)}
    codes = shared.codes().values()
    return {
        year: sum(of_year[code] for code in codes)
        for year, of_year in people.items()
        if all(code in of_year for code in codes)
    }
