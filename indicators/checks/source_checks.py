"""The municipal table of West-Brabant against itself: as printed, as it follows from their own parts, and what that means.

Nothing is repaired (STATISTICS rule 15): a printed figure stays as printed, the recomputed one stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators import notation
from indicators.checks import placements

CERTAIN_COLUMNS = ("ondersteuning", "adviezen", "meldingen")
INHABITANTS, PRINTED_SHARE = "inwoners_2017", "meldingen_pct_gedrukt"
_TABLE_2 = "Bijlage 3, Tabel 2"


@dataclass(frozen=True)
class SourceCheck:
    """One printed figure against what follows from its parts; both in ``unit``, written with ``decimals``."""

    what: str  # Dutch
    place: str  # where in the document
    printed: float
    recomputed: float
    if_holds: str  # Dutch, B1: what it means when both are the same
    if_not: str  # Dutch, B1: what it means when they differ
    unit: str = ""
    decimals: int = 0
    tolerance: float = 0.0

    @property
    def difference(self) -> float:
        """Recomputed minus printed."""
        return self.recomputed - self.printed

    @property
    def holds(self) -> bool:
        """Whether the printed figure follows from its own parts, rounding aside."""
        return abs(self.difference) <= self.tolerance + 1e-9

    @property
    def meaning(self) -> str:
        """What the outcome means for a reader."""
        return self.if_holds if self.holds else self.if_not


def municipal_totals(table: pd.DataFrame) -> tuple[SourceCheck, ...]:
    """Columns of the municipal table of 2018 that add up to their printed total, and those that cannot be checked."""
    totals = column_totals(table)
    sums = _column_sums(table)
    certain = tuple(
        SourceCheck(
            what=f"Alle rijen van de kolom {measure} samen",
            place=_TABLE_2,
            printed=totals[measure],
            recomputed=sums[measure],
            if_holds="De rijen zijn samen precies het gedrukte totaal.",
            if_not="De rijen zijn samen niet het gedrukte totaal. De bron legt dat niet uit.",
        )
        for measure in CERTAIN_COLUMNS
    )
    fitting = placements.placements(table)
    loose = tuple(
        SourceCheck(
            what=f"De zekere cellen van de kolom {measure} samen",
            place=_TABLE_2,
            printed=totals[measure],
            recomputed=sums[measure],
            if_holds="De zekere cellen zijn samen al het gedrukte totaal.",
            if_not=f"Nog {fitting.open_amounts[measure]} te plaatsen uit cellen waarvan de kolom niet zeker is. "
            f"Dat kan op {fitting.total} manieren; wij kiezen er geen.",
        )
        for measure in placements.COLUMNS
    )
    return certain + loose


def inhabitants(table: pd.DataFrame, *, cbs: Mapping[int, float]) -> tuple[SourceCheck, ...]:
    """Printed inhabitants against the sum of the rows, and against CBS on 1 January of the given years.

    ``cbs`` gives per year the inhabitants of the same 19 municipalities. Unit: persons.
    """
    printed_total = column_totals(table)[INHABITANTS]
    total = _column_sums(table)[INHABITANTS]
    check = SourceCheck(
        what="Inwoners van de 19 gemeenten samen",
        place=_TABLE_2,
        printed=printed_total,
        recomputed=total,
        if_holds="De rijen zijn samen precies het gedrukte totaal.",
        if_not="Het gedrukte totaal is niet de som van de rijen. Wij delen per gemeente door de gedrukte inwoners "
        "en gebruiken het totaal nergens.",
    )
    against = tuple(
        SourceCheck(
            what=f"Inwoners van de 19 gemeenten samen, naast het CBS op 1 januari {year}",
            place=_TABLE_2,
            printed=total,
            recomputed=cbs[year],
            if_holds="De gedrukte inwoners zijn die van het CBS op deze dag.",
            if_not="De gedrukte inwoners zijn niet die van het CBS op deze dag. "
            "De bron noemt ‘inwoners 2017’ zonder dag.",
        )
        for year in sorted(cbs)
    )
    return (check, *against)


def printed_shares(table: pd.DataFrame) -> tuple[SourceCheck, ...]:
    """The printed percentage of reports per municipality against its own count and inhabitants; unit: %."""
    wide = (
        table[table["measure"].isin(["meldingen", INHABITANTS, PRINTED_SHARE])]
        .pivot_table(index="municipality", columns="measure", values="value", sort=False, observed=True)
        .dropna()
    )
    checks = []
    for place, row in wide.iterrows():
        share = row["meldingen"] / row[INHABITANTS] * 100
        sum_text = f"{notation.count(row['meldingen'])} / {notation.count(row[INHABITANTS])}"
        checks.append(
            SourceCheck(
                what=f"{place}: meldingen als percentage van de inwoners",
                place=_TABLE_2,
                printed=float(row[PRINTED_SHARE]),
                recomputed=float(round(share, 1)),
                decimals=1,
                unit="%",
                if_holds=f"{sum_text} = {notation.percent(share)}.",
                if_not=f"{sum_text} = {notation.percent(share)}. De gedrukte {notation.percent(row[PRINTED_SHARE])} "
                "past niet bij de eigen aantallen.",
            )
        )
    return tuple(checks)


def printed(checks: tuple[SourceCheck, ...]) -> pd.DataFrame:
    """Checks as a table in Dutch: one row per check."""
    return pd.DataFrame(
        [
            {
                "Wat": check.what,
                "Gedrukt": notation.number(check.printed, decimals=check.decimals),
                "Nagerekend": notation.number(check.recomputed, decimals=check.decimals),
                "Verschil": notation.change(check.difference, decimals=check.decimals) if not check.holds else "geen",
                "Wat het betekent": check.meaning,
                "Plaats": check.place,
            }
            for check in checks
        ]
    )


def column_totals(table: pd.DataFrame) -> dict[str, float]:
    """Printed totals of the municipal table by column."""
    rows = table[table["municipality"] == placements.TOTAL]
    return {str(measure): float(value) for measure, value in zip(rows["measure"], rows["value"], strict=True)}


def _column_sums(table: pd.DataFrame) -> dict[str, float]:
    rows = table[(table["municipality"] != placements.TOTAL) & (table["status"] != placements.UNCERTAIN)]
    sums = rows.groupby("measure", observed=True)["value"].sum()
    return {str(measure): float(value) for measure, value in sums.items()}
