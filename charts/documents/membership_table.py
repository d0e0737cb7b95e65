"""Municipalities per Veilig Thuis region and year, with the evidence: few years have a table of CBS."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources import places
from data_sources.period import Period
from geo import membership, registry
from indicators import notation


def membership_table(regions: Sequence[str]) -> Chart:
    """One row per region and span of years with the same municipalities (by name), oldest first."""
    spans = [span for region in regions for span in _spans(region)]
    return Chart(
        name="Wie hoort bij welke regio?",
        subtitle="gemeenten per Veilig Thuis-regio; de laatste kolom zegt waar dat vandaan komt",
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
                    "Waarop dit rust": span["basis"],
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
            _rests_on(),
            "Weesp ging op 24 maart 2022 naar Amsterdam. Tot en met 2021 hoorde Weesp bij Gooi en Vechtstreek.",
            "Hart van Brabant is de regio die het CBS Midden-Brabant noemt. Zuidoost-Brabant hoort vanaf 2023 bij Oost-Brabant.",
            "Tholen staat in het document van West-Brabant, maar hoort volgens het CBS bij Zeeland.",
        ),
        key="wie-hoort-waar",
    )


def _spans(region: str) -> list[dict[str, object]]:
    known = registry.region(region)
    last = known.last_year or registry.last_year()
    spans: list[dict[str, object]] = []
    resting: list[list[tuple[str, int]]] = []
    before: tuple[str, ...] = ()
    for year in range(known.first_year, last + 1):
        codes = membership.members(region, year=year)
        rests = [(row, year) for row in _bases(codes, year)]
        if codes == before:
            spans[-1]["last_year"] = year
            resting[-1] += rests
            continue
        resting.append(rests)
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
    return [span | {"basis": _basis_words(rests)} for span, rests in zip(spans, resting, strict=True)]


def _bases(codes: Sequence[str], year: int) -> list[str]:
    """What the rows of a region in a year rest on, each once."""
    rows = (row for row in places.membership_rows() if row.year == year and row.municipality in codes)
    return list(dict.fromkeys(row.basis for row in rows))


def _basis_words(rests: Sequence[tuple[str, int]]) -> str:
    """Per source the years that rest on it."""
    years: dict[str, list[Period]] = {}
    for basis, year in rests:
        years.setdefault(places.BASES[basis], []).append(Period.year(year))
    return " ".join(f"{notation.periods(known)}: {source}." for source, known in years.items())


def _rests_on() -> str:
    """How many rows come from a table or map of CBS of their own year, and what the others rest on."""
    bases = [row.basis for row in places.membership_rows()]
    published = sum(basis.startswith("cbs_") for basis in bases)
    unknown = sum(basis == "unknown" for basis in bases)
    return (
        f"Wij hebben {notation.count(len(bases))} regels met een gemeente en een jaar. Daarvan komen er {notation.count(published)} uit "
        "een tabel of kaart van het CBS van dat jaar zelf. De andere zijn afgeleid van een ander jaar of een andere indeling. "
        f"Bij {notation.count(unknown)} regels weten wij de regio niet."
    )


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} tot en met {last}"
