"""The other tables of West-Brabant against each other and their own sums: totals, reporters, ages, money."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators import notation
from indicators.checks import reporters
from indicators.checks.source_checks import SourceCheck, column_totals

_PRODUCT_OF = {
    "Meldingen": "meldingen",
    "Adviezen": "adviezen",
    "Onderzoeken": "onderzoeken",
    "Ondersteuning": "ondersteuning",
    "Huisverbod": "huisverboden",
    "Casusregie": "casusregie",
}


def table_1_and_2(production: pd.DataFrame, municipalities: pd.DataFrame) -> tuple[SourceCheck, ...]:
    """Totals of 2018 that stand in both tables."""
    totals = column_totals(municipalities)
    of_2018 = production[production["year"].astype(int) == 2018]  # noqa: PLR2004 -- the year of both tables
    return tuple(
        SourceCheck(
            what=f"{row['product']} in 2018: Tabel 1 naast het totaal van Tabel 2",
            place="Tabel 1",
            printed=float(row["count"]),
            recomputed=totals[_PRODUCT_OF[row["product"]]],
            if_holds="Beide tabellen noemen hetzelfde totaal.",
            if_not="De twee tabellen noemen elk een ander totaal.",
        )
        for row in of_2018.to_dict("records")
    )


def reporter_sums(table: pd.DataFrame, *, totals: Mapping[int, float]) -> tuple[SourceCheck, ...]:
    """Rows of bijlage 4 against the totals of Tabel 1, and the police fall against the whole fall; unit: reports."""
    sums = reporters.sums(table)
    added = tuple(
        SourceCheck(
            what=f"Alle melders van {year} samen",
            place="Bijlage 4",
            printed=totals[year],
            recomputed=float(sums[year]),
            if_holds="De rijen zijn samen precies het gedrukte totaal.",
            if_not=f"Bij {notation.count(totals[year] - sums[year])} meldingen staat geen melder. "
            "De percentages in de bron zijn van het gedrukte totaal, dus ze zijn samen net geen 100%.",
        )
        for year in sorted(totals)
    )
    fall = reporters.fall(table, totals=totals)
    police = SourceCheck(
        what="Daling van 2017 naar 2018: alle meldingen naast die van de politie",
        place="Tabel 1 en bijlage 4",
        printed=fall.whole,
        recomputed=fall.police,
        if_holds="De politie meldde precies zo veel minder als alle melders samen.",
        if_not=f"De politie deed {notation.count(fall.police)} meldingen minder. Alle meldingen samen: "
        f"{notation.count(fall.whole)} minder. Alle andere gedrukte melders samen: {notation.change(fall.others, decimals=0)}.",
    )
    return (*added, police)


def ages(table: pd.DataFrame) -> tuple[SourceCheck, ...]:
    """Percentages per age group against 100; unit: %."""
    shares = table[table["unit"] == "%"]
    return tuple(
        SourceCheck(
            what=f"Alle leeftijden bij {str(service).lower()} samen",
            place="Tabel 4",
            printed=100.0,
            recomputed=round(float(rows["value"].sum()), 2),
            decimals=2,
            unit="%",
            tolerance=0.02,
            if_holds="De percentages zijn samen 100%, op afronding na.",
            if_not="De percentages zijn samen geen 100%.",
        )
        for service, rows in shares.groupby("service", sort=False, observed=True)
    )


def money(table: pd.DataFrame) -> tuple[SourceCheck, ...]:
    """The subsidy ceiling of Veilig Thuis against its two parts, per year; unit: euro."""
    wide = table.pivot_table(index="year", columns="item", values="amount_eur", observed=True)
    parts = ["Veilig Thuis WB: vast bedrag uit DUVO", "Veilig Thuis WB: bijdrage regiogemeenten"]
    rows = wide[[*parts, "Veilig Thuis WB: subsidieplafond"]].dropna()
    return tuple(
        SourceCheck(
            what=f"Subsidieplafond Veilig Thuis {year}: vast bedrag plus bijdrage van de gemeenten",
            place="8. Financiën",
            printed=float(row.iloc[2]),
            recomputed=float(row.iloc[0] + row.iloc[1]),
            unit="euro",
            if_holds="De twee delen zijn samen precies het gedrukte plafond.",
            if_not="De twee delen zijn samen niet het gedrukte plafond.",
        )
        for year, row in rows.iterrows()
    )
