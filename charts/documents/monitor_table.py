"""The wishes of a regional programme beside what open figures say about them, for one Veilig Thuis region."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.documents import DOCUMENTS
from data_sources.period import Period
from indicators import notation
from indicators.checks.monitor import MonitorRow

PROGRAMME = "hart-van-brabant-2023-2027"
_NONE = "–"


def monitor_table(rows: Sequence[MonitorRow], *, region: str, place: str) -> Chart:
    """One row per indicator of the programme; a figure of the region is its newest, as published or as a named sum."""
    document = DOCUMENTS[PROGRAMME]
    return Chart(
        name=f"De doelen als cijfer: {place}",
        subtitle="zes indicatoren van het programma Hart van Brabant 2023-2027, met het cijfer dat erbij past",
        description="; ".join(f"{row.indicator}, gewenst: {row.wish}; uitkomst: {row.verdict}" for row in rows),
        drawing=None,
        table=pd.DataFrame(
            [
                {
                    "place": place,
                    "region": region,
                    "programme_id": row.id,
                    "wish": f"{row.indicator}: {row.wish}",
                    "measured_by": row.measured.title,
                    "remark": row.measured.note if row.measured.title else "",
                    "newest_period": _newest_period(row.series),
                    "newest_percent": _newest(row.series),
                    "country_period": _newest_period(row.country),
                    "country_percent": _newest(row.country),
                    "how": row.how if len(row.series) else "",
                    "verdict": str(row.verdict),
                    "why": row.why,
                }
                for row in rows
            ]
        ),
        printed=pd.DataFrame(
            [
                {
                    "Doel": f"{row.id}. {row.indicator[0].upper()}{row.indicator[1:]}",
                    "Gewenst": str(row.wish),
                    "Hoe wij het meten": f"{row.measured.title}. {row.measured.note}".strip()
                    if row.measured.title
                    else _NONE,
                    place: _printed(row.series, how=row.how),
                    "Nederland": _printed(row.country),
                    "Uitkomst": str(row.verdict),
                    "Waarom": row.why,
                }
                for row in rows
            ]
        ),
        sources=(
            SourceLine(
                owner=document.publisher,
                table=f"{document.title}, 6.3",
                licence="doelen overgenomen met bronvermelding",
                date=document.date,
            ),
            SourceLine(owner="CBS", table="tabellen 84849NED, 84851NED en 85361NED", licence="CC BY 4.0", date=""),
        ),
        caveats=(
            "Een richting is geen oordeel: meer adviezen of minder meldingen kunnen veel oorzaken hebben.",
            "Een richting noemen wij pas bij zes jaren of acht halfjaren die u met elkaar mag vergelijken.",
        ),
        key="doelen",
    )


def _newest(series: pd.DataFrame) -> float:
    return float(series["value"].iloc[-1]) if len(series) else float("nan")


def _newest_period(series: pd.DataFrame) -> str:
    return Period.from_code(str(series["period"].iloc[-1])).key if len(series) else ""


def _printed(series: pd.DataFrame, *, how: str = "") -> str:
    if series.empty:
        return _NONE
    named = f", {how}" if how and not how.startswith("zoals") else ""
    period = Period.from_code(str(series["period"].iloc[-1])).label
    return f"{notation.percent(_newest(series))} ({period}{named})"
