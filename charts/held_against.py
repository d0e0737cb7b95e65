"""One place against everything it can be held against: a table, because each row has its own name, source and margin."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.catalogue.model import IndicatorSpec
from indicators import notation
from indicators.compare import Comparator, NoComparator, Row, compare
from indicators.value import State

Against = tuple[str, Comparator | NoComparator]  # Dutch words for what it is, and what was found


def held_against(
    row: Row, *, name: str, spec: IndicatorSpec, against: Sequence[Against], sources: tuple[SourceLine, ...] = ()
) -> Chart:
    """First row the place itself, then each comparator or the reason there is none; unit as in ``spec``.

    ``row`` is the IndicatorValue row of the place; comparators are of the same indicator and period.
    """
    when = next((one.period.label for _, one in against if isinstance(one, Comparator)), str(row["period"])[:4])
    records = [_own(row, name=name), *(_other(row, label, one, spec=spec) for label, one in against)]
    table = pd.DataFrame(records)
    told = [f"{record['place']}: {record['words']}" for record in records]
    return Chart(
        name=f"{spec.title}: {name} naast andere cijfers, {when}",
        subtitle=f"{spec.unit}; marge door afronding en toeval (95%)",
        description=f"Tabel. {'. '.join(told)}.",
        figure=None,
        table=table.drop(columns=["words", "against"]).assign(comparison=table["words"]),
        printed=pd.DataFrame(
            {
                "waarmee": table["place"],
                spec.unit: [_value(record) for record in records],
                "marge": [
                    notation.band(record["low"], record["high"]) if pd.notna(record["low"]) else ""
                    for record in records
                ],
                f"{name} is": table["against"],
            }
        ),
        sources=sources,
        caveats=("Hoger of lager is geen oordeel: een cijfer zegt niet of het beter of slechter gaat.", *spec.caveats),
        key=f"naast-{spec.id}",
        extra={"unit": spec.unit},
    )


def _own(row: Row, *, name: str) -> dict[str, object]:
    number = {column: float(row[column]) for column in ("value", "low", "high")}
    return {
        "place": name, "region": str(row["region"]), "period": str(row["period"]), **number,
        "state": str(row["state"]), "status": str(row["status"]), "position": "", "against": "",
        "words": notation.value_text(row),
    }  # fmt: skip


def _other(row: Row, label: str, one: Comparator | NoComparator, *, spec: IndicatorSpec) -> dict[str, object]:
    base = {"region": "", "period": str(row["period"])}
    if isinstance(one, NoComparator):
        missing = dict.fromkeys(("value", "low", "high"), float("nan"))
        return {
            "place": label, **base, **missing, "state": str(State.NOT_IN_SNAPSHOT), "status": "", "position": "",
            "against": one.reason, "words": one.reason,
        }  # fmt: skip
    position = str(compare(row, one, spec=spec).position)
    return {
        "place": f"{one.name[:1].upper()}{one.name[1:]}", **base, "value": one.value, "low": one.low, "high": one.high,
        "state": str(State.VALUE), "status": "provisional" if one.provisional else "final", "position": position,
        "against": position, "words": f"{notation.number(one.value)}, {position}",
    }  # fmt: skip


def _value(record: dict[str, object]) -> str:
    return notation.number(float(str(record["value"]))) if pd.notna(record["value"]) else "–"
