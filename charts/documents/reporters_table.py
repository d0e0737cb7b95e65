"""Bijlage 4 as printed: every reporter, both years, counts and printed percentages, and the change where it may be given."""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart
from charts.documents.source import AREA, AREA_NAME, source_of
from data_sources.catalogue.document_tables import REPORTERS
from indicators import notation
from indicators.checks import reporters

_BLANK = "niet gedrukt"


def _shorter_list(printed: pd.DataFrame) -> tuple[str, ...]:
    """That the list of one year is shorter, and what follows for the differences; nothing when both are the same."""
    once = printed[printed["reporter"].isin(reporters.printed_for_one_year_only(printed))]
    per_year = once["year"].astype(int).value_counts().to_dict()
    return tuple(
        f"De lijst van {other} is korter dan die van {year}: "
        f"{notation.counted(number, 'soort melder staat', 'soorten melders staan')} alleen in {year}. Zo'n melder kan in "
        f"{other} bij een andere soort zijn geteld. Verschillen per soort komen dus voor een deel door de lijst, en leeg "
        "betekent niet nul."
        for year, number in per_year.items()
        for other in (reporters.FIRST, reporters.LAST)
        if other != year
    )


def reporters_table(printed: pd.DataFrame) -> Chart:
    """One row per reporter; a year without a printed figure stays empty and gives no change."""
    wide = reporters.side_by_side(printed)
    first, last = str(reporters.FIRST), str(reporters.LAST)
    table = wide.assign(place=AREA_NAME, region=AREA, period=last).rename(
        columns={first: f"reports_{first}", last: f"reports_{last}"}
    )
    order = ["place", "region", "period", "reporter"]

    def counts(column: str) -> list[str]:
        return [notation.count(value) if pd.notna(value) else _BLANK for value in wide[column]]

    def shares(column: str) -> list[str]:
        return [notation.percent(value, decimals=2) if pd.notna(value) else "–" for value in wide[column]]

    return Chart(
        name="Bijlage 4: alle melders, 2017 en 2018",
        subtitle="aantal meldingen en percentage, zoals gedrukt",
        description="Tabel met per soort melder het aantal meldingen in 2017 en 2018, het gedrukte percentage en het verschil.",
        drawing=None,
        table=table[[*order, *(column for column in table.columns if column not in order)]],
        printed=pd.DataFrame(
            {
                "Wie meldt": wide["reporter"],
                first: counts(first),
                f"% {first}": shares(f"percent_{first}"),
                last: counts(last),
                f"% {last}": shares(f"percent_{last}"),
                "Verschil": [
                    notation.change(value, decimals=0) if pd.notna(value) else "–" for value in wide["change"]
                ],
            }
        ),
        sources=(source_of(REPORTERS),),
        caveats=(*_shorter_list(printed), *REPORTERS.caveats),
        key="bijlage-4-tabel",
    )
