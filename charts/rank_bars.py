"""Where places stand, as ranges: a bar from the highest to the lowest place that chance leaves open (STATISTICS rule 9)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from charts import template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.palette import LIGHT
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from indicators import notation, sentences
from indicators.ranks import RankRange

MOST_PLACES = 26
_READING = (
    "Eén plaats op een ranglijst bestaat niet: met iets ander toeval was de volgorde anders geweest. Daarom een bereik, "
    "uit 10.000 nagebootste uitkomsten. Hoog of laag is geen oordeel."
)
_ROW_PX = 30
_FOOT_PX = 74


def rank_bars(
    ranges: Mapping[str, RankRange],
    *,
    spec: IndicatorSpec,
    period: Period,
    names: Mapping[str, str],
    selected: Collection[str] = (),
    sources: tuple[SourceLine, ...] = (),
) -> Chart:
    """One bar per place of ``names`` that has a range, in the order of the middle of the ranges; 1 is the highest figure.

    Raises NothingToDrawError without any range or with more than 26 places.
    """
    ordered = sorted(
        (ranges[code] for code in names if code in ranges), key=lambda rank: (rank.best + rank.worst, rank.best)
    )
    if not ordered or len(ordered) > MOST_PLACES:
        msg = f"ranges need 1 to {MOST_PLACES} places, not {len(ordered)}"
        raise NothingToDrawError(msg)
    total = ordered[0].of
    table = pd.DataFrame(
        {
            "place": [names[rank.region] for rank in ordered], "region": [rank.region for rank in ordered], "period": period.code,
            "rank_best": [rank.best for rank in ordered], "rank_worst": [rank.worst for rank in ordered], "rank_of": total,
            "rank_words": [sentences.rank(rank) for rank in ordered],
        }
    )  # fmt: skip
    rank_words = [f"{names[rank.region]} {sentences.rank(rank)}" for rank in ordered]
    return Chart(
        name=f"{spec.title}, {period.label}: tussen welke plaatsen",
        subtitle=f"plaats 1 = het hoogste cijfer van {notation.count(total)} met een cijfer; balk = wat toeval en afronding openlaten (95%)",
        description=f"{spec.title}, {spec.unit}, {period.label}. Balken van de hoogste tot de laagste plaats die mogelijk is: {'; '.join(rank_words)}.",
        drawing=_figure(table, ordered, total=total, selected=selected),
        table=table,
        printed=pd.DataFrame(
            {
                "plaats": table["place"],
                "hoogst": [notation.count(rank.best) for rank in ordered],
                "laagst": [notation.count(rank.worst) for rank in ordered],
                "van": [notation.count(rank.of) for rank in ordered],
                "in woorden": table["rank_words"],
            }
        ),
        sources=sources,
        caveats=(
            _READING,
            *without_twin(spec),
            *spec.caveats,
        ),
        key=f"plaatsen-{spec.id}-{period.key}",
        extra={"unit": "plaats op de lijst"},
    )


def _figure(table: pd.DataFrame, ordered: Sequence[RankRange], *, total: int, selected: Collection[str]) -> go.Figure:
    figure = template.figure(height_px=_ROW_PX * len(table) + _FOOT_PX)
    chosen = table["region"].isin(list(selected))
    places = table["place"].tolist()
    figure.add_trace(
        go.Bar(
            orientation="h",
            y=places,
            base=[best - 0.5 for best in table["rank_best"]],
            x=[worst - best + 1 for best, worst in zip(table["rank_best"], table["rank_worst"], strict=True)],
            width=0.42,
            marker={"color": [LIGHT.ink if bold else LIGHT.classes[3] for bold in chosen]},
            customdata=[[sentences.rank(rank)] for rank in ordered],
            hovertemplate="<b>%{y}</b><br>%{customdata[0]}<extra></extra>",
            name="bereik",
        )
    )  # fmt: skip
    for row in table.to_dict("records"):
        figure.add_annotation(
            x=row["rank_worst"] + 0.5,
            y=row["place"],
            xanchor="left",
            xshift=6,
            text=sentences.rank_short(int(row["rank_best"]), int(row["rank_worst"])),
            font={"color": LIGHT.soft_ink, "size": template.SMALL_TEXT_PX},
        )
    ticks = sorted({1, round(total / 2), total})
    figure.update_xaxes(
        range=[0.5 - total * 0.01, total * 1.4], tickvals=ticks, ticktext=[notation.count(tick) for tick in ticks],
        title={"text": "plaats op de lijst (1 = hoogste cijfer)"}, showline=True,
    )  # fmt: skip
    figure.update_yaxes(
        categoryorder="array", categoryarray=places, range=[len(table) - 0.5, -0.5], tickvals=places,
        ticktext=[f"<b>{place}</b>" if bold else place for place, bold in zip(places, chosen, strict=True)],
        tickfont={"color": LIGHT.ink}, ticklabelstandoff=8, showgrid=False,
    )  # fmt: skip
    return figure
