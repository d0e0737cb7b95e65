"""Everything about the places of a comparison in one table: size, count, figure, margin, position, range, funnel."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from charts.chart import Chart, SourceLine
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Period
from indicators import notation, sentences
from indicators.comparator import Comparator, NoComparator
from indicators.compare import positions
from indicators.funnel import Funnel
from indicators.ranks import RankRange

_OUTSIDE = {"": "", "95": f"buiten{notation.NBSP}95%", "99.8": f"buiten{notation.NBSP}99,8%"}
_NONE = "–"
_BOTH = (
    "Vergelijking en trechter kunnen iets anders zeggen. De vergelijking kijkt of het verschil met de andere plaatsen groter is "
    "dan toeval. De trechter kijkt of een plaats meer afwijkt dan plaatsen onderling gewoon verschillen. Leeg bij trechter: binnen "
    "de grenzen, of te klein."
)


def compared_table(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    period: Period,
    names: Mapping[str, str],
    comparator: Comparator | NoComparator,
    ranges: Mapping[str, RankRange],
    funnel: Funnel | None,
    sources: tuple[SourceLine, ...] = (),
) -> Chart:
    """One row per place of ``names``, highest figure first, places without a figure last with the words of their state."""
    figures = values[(values["period"].astype("str") == period.code) & values["region"].astype("str").isin(list(names))]
    table = figures[
        ["region", "period", "value", "low", "high", "state", "status", "count", "base", "uncertain"]
    ].copy()
    for text in ("region", "period", "state", "status"):
        table[text] = table[text].astype("str")
    table.insert(0, "place", [names[code] for code in table["region"]])
    table["position"] = positions(figures, comparator=comparator, spec=spec)["position"]
    table["rank_best"] = [float(ranges[code].best) if code in ranges else float("nan") for code in table["region"]]
    table["rank_worst"] = [float(ranges[code].worst) if code in ranges else float("nan") for code in table["region"]]
    far = {} if funnel is None else dict(zip(funnel.places["region"], funnel.places["outside"], strict=True))
    table["funnel"] = [_OUTSIDE[far[code]] if code in far else "" for code in table["region"]]
    table = table.sort_values(["value", "place"], ascending=[False, True], na_position="last", ignore_index=True)
    against = (
        f"; vergeleken met {comparator.name} {notation.figure(comparator.value, share=not spec.is_rate)}"
        if isinstance(comparator, Comparator)
        else ""
    )
    return Chart(
        name=f"{spec.title}, {period.label}: alles in één tabel",
        subtitle=f"{spec.unit}{against}",
        description=f"Tabel met {notation.counted(len(table), 'plaats', 'plaatsen')}: aantal, cijfer, band, vergelijking, bereik op de lijst en trechter.",
        drawing=None,
        table=table,
        printed=_printed(table, spec=spec, with_funnel=funnel is not None),
        sources=sources,
        caveats=(
            *((comparator.no_verdict,) if isinstance(comparator, Comparator) and comparator.no_verdict else ()),
            *((_BOTH,) if funnel is not None else ()),
            *without_twin(spec),
            *spec.caveats,
        ),
        key=f"vergelijking-{spec.id}-{period.key}",
        extra={"unit": spec.unit},
    )


def _printed(table: pd.DataFrame, *, spec: IndicatorSpec, with_funnel: bool) -> pd.DataFrame:
    rows = table.to_dict("records")
    whole = {} if spec.share_as_published else {
        spec.short: [notation.count(row["count"]) if pd.notna(row["count"]) else _NONE for row in rows],
        "inwoners" if spec.is_rate else "totaal": [notation.count(row["base"]) if pd.notna(row["base"]) else _NONE for row in rows],
    }  # fmt: skip
    return pd.DataFrame(
        {
            "plaats": [row["place"] for row in rows],
            spec.unit: [notation.value_text(row, share=spec.share_as_published) for row in rows],
            "vergelijking": [row["position"] or _NONE for row in rows],
            **({"trechter": [row["funnel"] for row in rows]} if with_funnel else {}),
            "band": [notation.band(row["low"], row["high"]) if pd.notna(row["low"]) else _NONE for row in rows],
            "op de lijst": [
                sentences.rank_short(int(row["rank_best"]), int(row["rank_worst"]))
                if pd.notna(row["rank_best"])
                else _NONE
                for row in rows
            ],
            **whole,
            "let op": [notation.remarks(uncertain=row["uncertain"], status=row["status"]) for row in rows],
        }
    )
