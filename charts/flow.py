"""From report to follow-up as steps: one bar for all reports, and under it each outcome where the one before ended."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from charts import template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.palette import LIGHT
from data_sources.period import Period
from indicators import notation
from indicators.assessment import OUTCOMES
from indicators.value import State

_STEP_PX, _NAME_PX = 22, 24
_TOTAL = "Totaal"
_ROUNDED = "Het CBS rondt af op vijftallen. De stappen zijn samen daardoor soms iets meer of minder dan alle meldingen."


def flow(rows: pd.DataFrame, *, region: str, place: str, period: Period, sources: tuple[SourceLine, ...] = ()) -> Chart:
    """Steps of one place and period; ``rows`` as indicators.assessment.outcomes gives them, unit: reports.

    Raises NothingToDrawError without a total.
    """
    known_total = rows.loc[(rows["outcome"] == _TOTAL) & rows["value"].notna(), "value"]
    if known_total.empty or known_total.iloc[0] <= 0:
        msg = f"no total of reports for {region} in {period.code}"
        raise NothingToDrawError(msg)
    total = float(known_total.iloc[0])
    table = _table(rows, region=region, place=place, period=period, total=total)
    steps = [f"{row['words']}: {_text(row)}" for row in table.to_dict("records")]
    return Chart(
        name=f"Van melding naar vervolg: {place}, {period.label}",
        subtitle="aantal meldingen, en het deel van alle meldingen",
        description=f"Stappen van melding naar vervolg in {place}, {period.label}. {'; '.join(steps)}.",
        drawing=_figure(table, total=total),
        table=table,
        printed=pd.DataFrame(
            {
                "Stap": table["words"],
                "Meldingen": [
                    notation.count(row["value"]) if pd.notna(row["value"]) else notation.state_words(row["state"])
                    for row in table.to_dict("records")
                ],
                "Deel": [notation.percent(share) if pd.notna(share) else "–" for share in table["share"]],
            }
        ),
        sources=sources,
        caveats=(
            _ROUNDED,
            "Overdracht: een ander gaat verder, zoals een wijkteam.",
            "Een melding is geen persoon. Over één persoon kunnen meer meldingen gaan.",
        ),
        key="van-melding-naar-vervolg",
    )


def _table(rows: pd.DataFrame, *, region: str, place: str, period: Period, total: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "place": place,
            "region": region,
            "period": period.code,
            "value": rows["value"],
            "state": rows["state"],
            "status": rows["status"],
            "outcome": rows["outcome"],
            "words": ["Alle meldingen" if name == _TOTAL else OUTCOMES[name] for name in rows["outcome"]],
            "share": rows["value"] / total * 100,
        }
    )


def _text(row: Mapping[Hashable, Any]) -> str:
    if str(row["state"]) not in {State.VALUE, State.ROUNDED_ZERO}:
        return notation.state_words(str(row["state"]))
    return f"{notation.count(row['value'])} ({notation.percent(row['share'])})"


def _figure(table: pd.DataFrame, *, total: float) -> dict[str, Any]:
    block = _STEP_PX + _NAME_PX + 8
    bars: list[Mapping[str, Any]] = []
    names: list[Mapping[str, Any]] = []
    steps: list[Mapping[str, Any]] = []
    reached = 0.0
    for at, row in enumerate(table.to_dict("records")):
        whole = row["outcome"] == _TOTAL
        length = 0.0 if pd.isna(row["value"]) else float(row["value"])
        start = 0.0 if whole else reached
        middle = at * block + _NAME_PX + _STEP_PX / 2
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [start],
                "x": [length],
                "y": [middle],
                "width": _STEP_PX,
                "marker": {"color": LIGHT.accent if whole else LIGHT.classes[2]},
                "hovertemplate": f"<b>{row['words']}</b><br>{_text(row)}<extra></extra>",
                "name": str(row["words"]),
            }
        )
        names.append(
            {
                "x": 0,
                "y": at * block + _NAME_PX / 2,
                "xanchor": "left",
                "align": "left",
                "text": f"<b>{row['words']}</b>  {_text(row)}",
                "font": {"size": template.TEXT_PX},
            }
        )
        if not whole:
            reached += length
            steps.append(
                {
                    "type": "line",
                    "x0": reached,
                    "x1": reached,
                    "y0": middle - _STEP_PX / 2,
                    "y1": min(middle + block, block * len(table)) - _STEP_PX / 2,
                    "line": {"color": LIGHT.edge, "width": 1, "dash": "dot"},
                }
            )
    return template.parts(
        bars,
        height_px=block * len(table) + 12,
        annotations=names,
        shapes=steps,
        barmode="overlay",
        margin={"t": 4, "b": 4, "l": 4, "r": 8},
        xaxis={"range": [0, total * 1.02], "visible": False},
        yaxis={"range": [block * len(table), 0], "visible": False},
    )
