"""Who made the reports of the whole country, by organisation, in the newest period in which CBS tells police and justice apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from charts.bars import bars
from charts.chart import Chart, SourceLine
from charts.counts import CountLabels
from data_sources.catalogue.tables import TABLES
from data_sources.level import NETHERLANDS
from data_sources.observation import Status
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from indicators import notation
from indicators.sentences import topics
from indicators.sentences.words import NATIONAL
from language import N_, _

TABLE, MEASURE = "84849NED", "reports"
POLICE_AND_JUSTICE = ("Justitie en veiligheid: totaal", "Beroep: justitie: totaal")
GROUPS: Mapping[str, str] = {
    **dict.fromkeys(POLICE_AND_JUSTICE, N_("Politie en justitie")),
    "Gezondheidszorg: totaal": N_("Gezondheidszorg"),
    "Geestelijke gezondheidszorg: totaal": N_("Geestelijke gezondheidszorg"),
    "Onderwijs: totaal": N_("Onderwijs"),
    "Jeugdzorg: totaal": N_("Jeugdzorg"),
    "Kinderopvang": N_("Kinderopvang"),
    "Bureau Leerplicht": N_("Leerplicht"),
    "Andere organisatie: anders": N_("Andere organisaties"),
    "Anders: Veilig Thuis: andere regio": N_("Veilig Thuis in een andere regio"),
    "Anders: VT: inzet regionaal maatwerk": N_("Veilig Thuis: regionaal maatwerk"),
    "Niet beroepsmatig totaal": N_("Burgers"),
}
"""Groups that leave no report out and hold none twice, by their name in the table; two names of a group are two spellings."""
_TOTAL = "Totaal"
_REST = N_("Niet in deze groepen")
_REST_WORDS = N_("‘Niet in deze groepen’ is het totaal min de groepen die hier staan: onze eigen berekening.")
_SLACK_PER_GROUP = 2.5  # rounding to fives


@dataclass(frozen=True)
class NationalReporters:
    """The figure with its finding as title, and what it was made of: counts of one period."""

    chart: Chart
    period: Period
    police_and_justice: float
    total: float


@cached_per_edition(most=1)
def national_reporters(edition: Edition) -> NationalReporters | None:
    """Reports of the country by who made them; None when no period has both the total and police and justice."""
    rows = edition.observations
    rows = rows[(rows["table"] == TABLE) & (rows["measure"] == MEASURE) & (rows["region"] == NETHERLANDS)]
    rows = rows[rows["value"].notna()].astype({"category": "str", "period": "str", "status": "str"})
    rows = rows[rows["category"].isin([*GROUPS, _TOTAL])]
    filled = [
        Period.from_code(str(code))
        for code, cells in rows.groupby("period")
        if _TOTAL in set(cells["category"]) and set(cells["category"]) & set(POLICE_AND_JUSTICE)
    ]
    if not filled:
        return None
    period = min(filled, key=lambda each: (each.kind is Kind.HALF_YEAR, -each.ordinal))
    cells = rows[rows["period"] == period.code]
    total = float(cells.loc[cells["category"] == _TOTAL, "value"].iloc[0])
    groups = cells[cells["category"] != _TOTAL]
    groups = groups.assign(group=groups["category"].map(GROUPS)).drop_duplicates("group")
    justice = float(groups.loc[groups["category"].isin(POLICE_AND_JUSTICE), "value"].iloc[0])
    chart = _chart(groups, period=period, total=total).headed(topics.not_from_police_or_justice(justice, total))
    return NationalReporters(chart, period, justice, total)


def _chart(groups: pd.DataFrame, *, period: Period, total: float) -> Chart:
    table = TABLES[TABLE]
    provisional = bool((groups["status"] == Status.PROVISIONAL).any())
    drawn = groups[["group", "value"]].assign(group=groups["group"].map(_), period=period.key)
    known = float(drawn["value"].sum())
    caveats = [_("Het CBS rondt elk aantal af op een vijftal. Een melding is geen slachtoffer.")]
    if total - known > _SLACK_PER_GROUP * (len(drawn) + 1):
        rest = {"group": _(_REST), "period": period.key, "value": total - known}
        drawn = pd.concat([drawn, pd.DataFrame([rest])], ignore_index=True)
        caveats.append(_(_REST_WORDS))
    chart = bars(
        drawn,
        words=CountLabels(
            key="wie-meldt-landelijk",
            title=_("Wie deden de meldingen"),
            place=_(NATIONAL),
            region=NETHERLANDS,
            unit=_("meldingen"),
            group_head=_("wie meldt"),
            status=str(Status.PROVISIONAL if provisional else Status.FINAL),
            sources=(
                SourceLine(
                    table.source.owner, f"{table.title} ({table.id})", table.source.licence, period.label, provisional
                ),
            ),
            caveats=tuple(caveats),
        ),
    )
    together = _("{counts}, samen {total}", counts=chart.subtitle, total=notation.count(total))
    return replace(chart, subtitle=together)
