"""One place beside each of its comparators: a table, because each row has its own name, source and margin."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import pandas as pd

from charts.chart import Chart, SourceLine
from charts.text_table import text_table
from charts.twins import without_twin
from data_sources.catalogue.model import IndicatorSpec
from data_sources.observation import Status
from data_sources.period import Period
from indicators import notation
from indicators.comparator import Comparator, NoComparator, Row
from indicators.compare import Comparison, compare_with_each
from indicators.sentences import words
from indicators.value import THAN, Position, State
from language import Language, _, current

_NUMBERS = dict.fromkeys(("value", "low", "high"), "float64")
Against = tuple[str, Comparator | NoComparator]  # Dutch words for what it is, and what was found


def comparator_table(
    row: Row, *, name: str, spec: IndicatorSpec, against: Sequence[Against], sources: tuple[SourceLine, ...] = ()
) -> Chart:
    """First row the place itself, then each comparator; why there is none stands under it. Unit as in ``spec``.

    ``row`` is the IndicatorValue row of the place; comparators are of the same indicator and period.
    """
    when = Period.from_code(str(row["period"])).label
    comparators = [comparator for _, comparator in against if isinstance(comparator, Comparator)]
    reasons = [
        f"{words.start(label)}: {_after_a_name(missing.reason)}"
        for label, missing in against
        if isinstance(missing, NoComparator)
    ]
    compared = zip(comparators, compare_with_each(row, comparators, spec=spec), strict=True)
    records = [_place_row(row, name=name), *(_other(row, *pair, spec=spec) for pair in compared)]
    columns = [column for column in records[0] if column not in {"words", "against"}]
    table = {column: [record[column] for record in records] for column in columns}
    sentences = [f"{record['place']}: {record['words']}" for record in records]
    return Chart(
        name=_("{title}: {place} naast andere cijfers, {period}", title=spec.title, place=name, period=when),
        subtitle=f"{spec.unit}; {_('band door afronding en toeval (95%)')}",
        description=f"{_('Tabel')}. {'. '.join(sentences)}.",
        drawing=None,
        table=pd.DataFrame({**table, "comparison": [record["words"] for record in records]}, dtype=object).astype(
            _NUMBERS
        ),
        printed=text_table(
            {
                _("waarmee"): [words.start(str(record["place"])) for record in records],
                spec.unit: [_value(record) for record in records],
                _("band"): [
                    notation.band(float(str(record["low"])), float(str(record["high"])))
                    if isfinite(float(str(record["low"])))
                    else ""
                    for record in records
                ],
                _("{place} is", place=words.start(name)): [record["against"] for record in records],
                _("let op"): [
                    notation.remarks(uncertain=record["uncertain"] == "ja", status=str(record["status"]))
                    for record in records
                ],
            }
        ),
        sources=sources,
        caveats=(
            _("Hoger of lager is geen oordeel: een cijfer zegt niet of het beter of slechter gaat."),
            *reasons,
            *without_twin(spec),
            *spec.caveats,
        ),
        key=f"naast-{spec.id}",
        extra={"unit": spec.unit},
    )


def _place_row(row: Row, *, name: str) -> dict[str, Any]:
    number = {column: float(row[column]) for column in ("value", "low", "high")}
    return {
        "place": name, "region": str(row["region"]), "period": str(row["period"]), **number,
        "state": str(row["state"]), "status": str(row["status"]), "position": "", "against": "",
        "uncertain": "ja" if row["uncertain"] else "nee",
        "words": notation.value_text(row),
    }  # fmt: skip


def _other(row: Row, comparator: Comparator, comparison: Comparison, *, spec: IndicatorSpec) -> dict[str, Any]:
    share = not spec.is_rate
    position = str(comparison.position)
    stands = _(position)
    if comparison.rest is not None and comparison.position is not Position.NONE:
        value = notation.figure(comparison.rest.value, share=share)
        stands = f"{_(THAN[comparison.position], other=comparison.rest.name)} ({value})"
    (code,) = (
        comparator.places if comparator.published and len(comparator.places) == 1 else ("",)
    )  # a sum of places has no code
    return {
        "place": f"{comparator.name[:1].upper()}{comparator.name[1:]}", "region": code, "period": str(row["period"]), "value": comparator.value,
        "low": comparator.low, "high": comparator.high, "state": str(State.VALUE),
        "status": str(Status.PROVISIONAL if comparator.provisional else Status.FINAL), "position": position, "against": stands or comparison.reason or "–",
        "words": ", ".join(word for word in (notation.figure(comparator.value, share=share), stands) if word), "uncertain": None,  # of a comparator only the band is known
    }  # fmt: skip


def _value(record: dict[str, object]) -> str:
    value = float(str(record["value"]))
    return notation.number(value) if isfinite(value) else str(record["words"])


def _after_a_name(reason: str) -> str:
    """A reason as it stands after a name and a colon: without its own opening, in Dutch without a capital."""
    for opening in (_("Geen vergelijking:"), _("Geen landelijk cijfer:")):
        if reason.startswith(opening):
            return reason.removeprefix(opening).lstrip()
    return reason[:1].lower() + reason[1:] if current() is Language.DUTCH else reason  # English may start with a name
