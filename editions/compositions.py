"""Who reports, and the kinds of violence in the reports of one municipality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from charts.bars import bars
from charts.chart import Chart, SourceLine
from charts.counts import CountLabels
from data_sources.catalogue.tables import TABLES
from data_sources.observation import Status
from data_sources.period import Kind, Period
from editions.cells import report_cells
from editions.edition import Edition, cached_per_edition
from geo import registry
from indicators import notation

_FEWEST_GROUPS = 2
_UNPUBLISHED = "Bij {groups} geeft het CBS geen cijfer (onbekend, onvoldoende betrouwbaar of geheim)."


@dataclass(frozen=True)
class Composition:
    """One division of the reports: its table, its words, and the groups of the table under their Dutch names."""

    table: str
    key: str
    title: str
    group_head: str
    caveat: str
    groups: Mapping[str, str]


COMPOSITIONS = (
    Composition(
        table="84849NED",
        key="wie-meldt",
        title="Wie deden de meldingen",
        group_head="wie meldt",
        caveat="Het CBS rondt elk aantal af op een vijftal. Daardoor tellen de groepen niet precies op tot het totaal.",
        groups={
            "Beroep: justitie: totaal": "Politie en justitie",
            "Beroep: medisch totaal": "Medische beroepen",
            "Beroep: onderwijs: totaal": "Onderwijs",
            "Beroep: kinderopvang: totaal": "Kinderopvang",
            "Beroep: paramedisch: totaal": "Paramedische beroepen",
            "Beroep: psychologen e.a.: totaal": "Psychologen en vergelijkbare beroepen",
            "Beroepsmatig: anders": "Andere beroepen",
            "Niet beroepsmatig totaal": "Niet beroepsmatig",
            "Rol/functie onbekend": "Onbekend",
        },
    ),
    Composition(
        table="84851NED",
        key="soorten-geweld",
        title="Soorten geweld in de meldingen",
        group_head="soort",
        caveat="In één melding kunnen meer soorten geweld voorkomen. De aantallen tellen dus niet op tot het totaal.",
        groups={
            "Kindermishandeling": "Kindermishandeling",
            "(Ex-)Partnergeweld": "Geweld door (ex-)partner",
            "Geweld tegen ouders": "Geweld tegen ouders",
            "Ouderenmishandeling (ouder dan 65 jaar)": "Ouderenmishandeling (ouder dan 65 jaar)",
            "Huiselijk geweld overig": "Ander huiselijk geweld",
            "Geen kindermishandeling/huiselijk geweld": "Geen kindermishandeling of huiselijk geweld",
            "Andere problematiek...": "Andere problemen",
        },
    ),
)


@cached_per_edition(most=64)
def compositions(edition: Edition, code: str, *, period: Period) -> Sequence[tuple[Chart, str]]:
    """Figures with their keys, in the period or else the newest one with figures; those without figures left out."""
    charts = []
    for composition in COMPOSITIONS:
        rows = _rows(edition, composition, code=code, period=period)
        if rows is not None:
            charts.append((_bars(rows, composition=composition, code=code), composition.key))
    return tuple(charts)


def _bars(rows: pd.DataFrame, *, composition: Composition, code: str) -> Chart:
    table, groups = TABLES[composition.table], composition.groups
    known = rows[rows["value"].notna()]
    period = Period.from_code(str(rows["period"].iloc[0]))
    unpublished = [groups[str(name)] for name in rows.loc[rows["value"].isna(), "category"]]
    caveats = [composition.caveat]
    if unpublished:
        caveats.append(_UNPUBLISHED.format(groups=notation.listing([f"‘{group}’" for group in unpublished])))
    provisional = bool((known["status"] == Status.PROVISIONAL).any())
    source = SourceLine(
        table.source.owner, f"{table.title} ({table.id})", table.source.licence, period.label, provisional
    )
    return bars(
        known.assign(group=known["category"].map(groups), period=period.key)[["group", "period", "value"]],
        words=CountLabels(
            key=composition.key,
            title=composition.title,
            place=registry.region(code).name,
            region=code,
            unit="meldingen",
            group_head=composition.group_head,
            status=str(Status.PROVISIONAL if provisional else Status.FINAL),
            sources=(source,),
            caveats=tuple(caveats),
        ),
    )


def _rows(edition: Edition, composition: Composition, *, code: str, period: Period) -> pd.DataFrame | None:
    """Cells of one table and place: of the period, else of the newest one; None without any figure."""
    cells = report_cells(edition, table=composition.table, code=code)
    cells = cells[cells["category"].isin(list(composition.groups))]
    cells = cells.astype({"category": "str", "period": "str", "status": "str"})
    counts = cells[cells["value"].notna()].groupby("period").size()
    filled = [Period.from_code(str(each)) for each in counts.index[counts >= _FEWEST_GROUPS]]
    if not filled:
        return None
    best = min(filled, key=lambda each: (each != period, each.kind is Kind.HALF_YEAR, -each.ordinal))
    return cells[cells["period"] == best.code]
