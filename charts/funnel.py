"""Funnel: figure against size, so that small places are not read as extremes (STATISTICS rule 10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from charts import line_label, template
from charts.chart import Chart, NothingToDrawError, SourceLine
from charts.palette import LIGHT
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from indicators import notation
from indicators.funnel import PHI_OF_CHANCE, Funnel

MOST_MARKED = 10
_HEIGHT = 368  # without the name of the line above it
_KEY_ROW_PX = 24
_SIZES = (1_000, 5_000, 20_000, 100_000, 500_000, 2_000_000, 10_000_000)
_READING = (
    "Een kleine plaats kan door toeval ver van het midden liggen. Daarom is de trechter links breder dan rechts. "
    "Buiten de grenzen betekent: dit verschil is groter dan we bij zulke plaatsen verwachten. Het zegt niet waardoor."
)
_WORDS = {"": "binnen de grenzen", "95": "buiten de binnenste grens", "99.8": "buiten beide grenzen"}
MARKS = (
    (LIGHT.ink, "circle"), (LIGHT.second, "square"), (LIGHT.accent, "diamond"), (LIGHT.comparator, "triangle-up"),
    (LIGHT.ink, "x"), (LIGHT.second, "triangle-down"), (LIGHT.accent, "star"), (LIGHT.comparator, "cross"),
    (LIGHT.ink, "hexagon"), (LIGHT.second, "bowtie"),
)  # fmt: skip
"""Colour and shape per chosen place: the shapes alone tell them apart, also on a black and white print."""


def funnel_chart(
    funnel: Funnel,
    *,
    spec: IndicatorSpec,
    period: Period,
    names: Mapping[str, str],
    marked: Sequence[str],
    sources: tuple[SourceLine, ...] = (),
    size_words: str = "inwoners",
) -> Chart:
    """All places of a funnel, the chosen ones with a colour and a shape of their own and named below the drawing.

    ``names`` gives every region code of the funnel its name. Raises NothingToDrawError for more than ten marks.
    """
    if len(marked) > MOST_MARKED:
        msg = f"a funnel marks at most {MOST_MARKED} places, not {len(marked)}"
        raise NothingToDrawError(msg)
    table = _table(funnel, names=names, marked=marked, period=period)
    chosen = table[table["chosen"]]
    outside = int((funnel.places["outside"] != "").sum())
    return Chart(
        name=f"{spec.title}, {period.label}: cijfer en grootte van {notation.counted(len(table), 'plaats', 'plaatsen')}",
        subtitle=(
            f"{spec.unit}; rond {funnel.target_name} {notation.number(funnel.target)}, met grenzen van 95% en 99,8% "
            f"(spreiding {notation.number(funnel.phi)})"
        ),
        description=_description(funnel, chosen, spec=spec, period=period, outside=outside),
        drawing=_figure(funnel, table, spec=spec, marked=marked, size_words=size_words),
        table=table,
        printed=_printed(table, unit=spec.unit, size_words=size_words),
        sources=sources,
        caveats=(
            _READING,
            _spread(funnel),
            *_too_small(funnel),
            *without_twin(spec),
            *spec.caveats,
        ),
        key=f"trechter-{spec.id}-{period.key}",
    )


def _spread(funnel: Funnel) -> str:
    phi, chance = notation.number(funnel.phi), notation.number(PHI_OF_CHANCE)
    if funnel.tau2 > 0:
        return (
            f"Plaatsen verschillen meer van elkaar dan toeval alleen: de spreiding is {phi}, en door toeval alleen is die ongeveer {chance}. "
            "De grenzen zijn daarop verruimd."
        )
    return f"De spreiding is {phi}. Door toeval alleen is die ongeveer {chance}, dus de grenzen zijn niet verruimd."


def _too_small(funnel: Funnel) -> tuple[str, ...]:
    if not funnel.too_small:
        return ()
    places = notation.count(funnel.too_small)
    verb = "staat 1 plaats" if funnel.too_small == 1 else f"staan {places} plaatsen"
    return (f"Niet in de trechter {verb} waar minder dan vijf zou worden verwacht.",)


def _table(funnel: Funnel, *, names: Mapping[str, str], marked: Sequence[str], period: Period) -> pd.DataFrame:
    places = funnel.places
    frame = pd.DataFrame(
        {
            "place": [names[code] for code in places["region"]],
            "region": places["region"],
            "period": period.code,
            "value": places["value"],
            "state": "value",
            "uncertain": places["uncertain"],
            "size": places["size"],
            "outside": places["outside"],
            "side": places["side"],
            "chosen": places["region"].isin(list(marked)),
        }
    )
    return frame.sort_values(["chosen", "size"], ascending=[False, False], ignore_index=True)


def _printed(table: pd.DataFrame, *, unit: str, size_words: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "plaats": table["place"],
            size_words: [notation.count(size) for size in table["size"]],
            unit: [notation.number(value) for value in table["value"]],
            "trechter": [_WORDS[outside] if outside else "" for outside in table["outside"]],
            "kant": table["side"],
            "let op": [notation.remarks(uncertain=uncertain) for uncertain in table["uncertain"]],
        }
    )


def _figure(
    funnel: Funnel, table: pd.DataFrame, *, spec: IndicatorSpec, marked: Sequence[str], size_words: str
) -> go.Figure:
    shown = [code for code in marked if code in set(table["region"])]
    above = line_label.room_px(name=funnel.target_name, value=funnel.target)
    figure = template.figure(height_px=_HEIGHT + above + _KEY_ROW_PX * ((len(shown) + 1) // 2))
    for name, width, dash in (("998", 1.0, "solid"), ("95", 1.0, "dash")):
        for side in ("low", "high"):
            figure.add_trace(
                go.Scatter(
                    x=funnel.curve["size"].tolist(), y=funnel.curve[f"{side}_{name}"].tolist(), mode="lines",
                    line={"color": LIGHT.edge, "width": width, "dash": dash}, hoverinfo="skip", showlegend=False,
                    name=f"grens {name}",
                )
            )  # fmt: skip
    figure.add_hline(y=funnel.target, line={"color": LIGHT.comparator, "width": 2, "dash": "dash"})
    line_label.over_level(figure, name=funnel.target_name, value=funnel.target)
    figure.add_trace(
        _marks(table[~table["chosen"]], colour=LIGHT.classes[2], symbol="circle-open", size=6, name="andere plaatsen")
    )
    for code, (colour, symbol) in zip(shown, MARKS, strict=False):
        place = table[table["region"] == code]
        figure.add_trace(_marks(place, colour=colour, symbol=symbol, size=13, name=str(place["place"].iloc[0])))
    _axes(figure, funnel, unit=spec.unit, size_words=size_words)
    return figure


def _marks(rows: pd.DataFrame, *, colour: str, symbol: str, size: int, name: str) -> go.Scatter:
    return go.Scatter(
        x=rows["size"].tolist(),
        y=rows["value"].tolist(),
        mode="markers",
        marker={"color": colour, "symbol": symbol, "size": size, "line": {"width": 1, "color": LIGHT.paper if size > 10 else colour}},  # noqa: PLR2004 -- a large mark keeps clear of what lies under it
        customdata=[
            [place, notation.number(value), notation.count(people), _WORDS[outside]]
            for place, value, people, outside in zip(rows["place"], rows["value"], rows["size"], rows["outside"], strict=True)
        ],
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
        name=name,
        showlegend=True,
    )  # fmt: skip


def _axes(figure: go.Figure, funnel: Funnel, *, unit: str, size_words: str) -> None:
    low, high = float(funnel.curve["size"].min()), float(funnel.curve["size"].max())
    ticks = [size for size in _SIZES if low <= size <= high] or [round(low), round(high)]
    top = max(float(funnel.places["value"].max()), float(funnel.curve["high_95"].iloc[-1]) * 1.2) * 1.08
    figure.update_xaxes(
        type="log",
        tickvals=ticks,
        ticktext=[notation.count(size) for size in ticks],
        title={"text": size_words},
        showline=True,
    )
    figure.update_yaxes(range=[0, top], nticks=6, tickformat=",", title={"text": unit})
    figure.update_layout(
        showlegend=True,
        legend={
            "orientation": "h", "y": -0.22, "yanchor": "top", "x": 0, "xanchor": "left", "itemclick": False,
            "itemdoubleclick": False, "font": {"size": template.SMALL_TEXT_PX, "color": LIGHT.ink},
        },
    )  # fmt: skip


def _description(
    funnel: Funnel, chosen_places: pd.DataFrame, *, spec: IndicatorSpec, period: Period, outside: int
) -> str:
    sentences = [
        f"{place}: {notation.number(value)}, {_WORDS[far]}"
        for place, value, far in zip(
            chosen_places["place"], chosen_places["value"], chosen_places["outside"], strict=True
        )
    ]
    chosen = f" Gekozen: {'; '.join(sentences)}." if sentences else ""
    return (
        f"Trechter: {spec.title}, {spec.unit}, {period.label}, tegen de grootte van {notation.counted(len(funnel.places), 'plaats', 'plaatsen')}, rond "
        f"{funnel.target_name} ({notation.number(funnel.target)}). Buiten de binnenste grens liggen er {notation.count(outside)}."
        f"{chosen} De tabel heeft alle cijfers."
    )
