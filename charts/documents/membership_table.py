"""Who belonged to which Veilig Thuis region in which years, as CBS drew them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import Chart, SourceLine
from geo import membership, registry


def membership_table(regions: Sequence[str]) -> Chart:
    """One row per region and span of years with the same municipalities (by name), oldest first."""
    spans = [span for region in regions for span in _spans(region)]
    return Chart(
        name="Wie hoort bij welke regio?",
        subtitle="gemeenten per Veilig Thuis-regio, zoals het CBS ze in dat jaar indeelde",
        description="; ".join(
            f"{span['place']} {span['first_year']} tot en met {span['last_year']}: {span['municipalities']} gemeenten"
            for span in spans
        ),
        drawing=None,
        table=pd.DataFrame(spans),
        printed=pd.DataFrame(
            [
                {
                    "Regio": span["place"],
                    "Jaren": _years(int(str(span["first_year"])), int(str(span["last_year"]))),
                    "Gemeenten": str(span["municipalities"]),
                    "Welke": span["names"],
                }
                for span in spans
            ]
        ),
        sources=(
            SourceLine(
                owner="CBS",
                table="Gebieden in Nederland",
                licence="CC BY 4.0",
                date=f"{registry.FIRST_YEAR}-{registry.last_year()}",
            ),
        ),
        caveats=(
            "Hart van Brabant is de regio die het CBS Midden-Brabant noemt. Zuidoost-Brabant hoort vanaf 2023 bij Oost-Brabant.",
            "Tholen staat in het document van West-Brabant, maar hoort bij het CBS in elk jaar bij Zeeland.",
        ),
        key="wie-hoort-waar",
    )


def _spans(region: str) -> list[dict[str, object]]:
    known = registry.region(region)
    last = known.last_year or registry.last_year()
    spans: list[dict[str, object]] = []
    before: tuple[str, ...] = ()
    for year in range(known.first_year, last + 1):
        codes = membership.members(region, year=year)
        if codes == before:
            spans[-1]["last_year"] = year
            continue
        before = codes
        names = sorted((registry.name_in(code, year=year) for code in codes), key=registry.fold)
        spans.append(
            {
                "place": registry.name_in(region, year=year),
                "region": region,
                "first_year": year,
                "last_year": year,
                "municipalities": len(codes),
                "names": ", ".join(names),
            }
        )
    return spans


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} tot en met {last}"
