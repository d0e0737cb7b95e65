"""How many here: the figure of one place with its band, or why there is none."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from data_sources.observation import Status
from data_sources.period import Kind, Period
from geo.registry import Region
from indicators import notation
from indicators.comparator import Row
from indicators.sentences import words
from indicators.value import WITH_VALUE, State

NOT_ZERO = "Dat is niet hetzelfde als nul."


def situation(
    row: Row, region: Region, *, spec: IndicatorSpec, twin: Row | None = None, twin_spec: IndicatorSpec | None = None
) -> str:
    """Sentences on one IndicatorValue row; the twin (advice beside reports) is added when it has a figure."""
    period = words.period_of(row)
    place, when = words.place(region, period=period), period.in_words
    state = State(row["state"])
    if state in WITH_VALUE:
        parts = [_count(row, state, place, when, spec=spec), *_notes(row, spec=spec)]
        if twin is not None and twin_spec is not None and np.isfinite(twin["value"]):
            parts.append(f"Daarnaast waren er {_twin(twin, spec=twin_spec)}.")
        return " ".join(parts)
    if state is State.COUNT_ONLY:
        return " ".join(_count_alone(row, place, when, spec=spec, twin=twin, twin_spec=twin_spec))
    return _absent(state, place, when, spec=spec)


def _count(row: Row, state: State, place: str, when: str, *, spec: IndicatorSpec) -> str:
    if not spec.is_rate:
        whole = spec.unit.removeprefix("%").strip()
        return f"In {when} was {words.quantity(spec)} in {place} {notation.percent(row['value'])} {whole}."
    if state is State.ZERO:
        return f"In {when} telde Veilig Thuis geen {words.noun(spec).removeprefix('keer ')} in {place}: echt nul."
    if state is State.ROUNDED_ZERO:
        return (
            f"In {when} telde Veilig Thuis na afronding 0 {words.noun(spec)} in {place}: het waren er minder dan 2,5."
        )
    about = "ongeveer " if words.is_rounded(row, spec=spec) else ""
    return (
        f"In {when} telde Veilig Thuis {about}{words.counted(row['count'], spec=spec)} in {place}, "
        f"op {notation.count(row['base'])} inwoners. Dat is {notation.number(row['value'])} per 10.000 inwoners ({notation.count(row['value'] * 10)} per 100.000)."
    )


def _notes(row: Row, *, spec: IndicatorSpec) -> list[str]:
    notes = []
    if words.chance_known(row):
        notes.append(f"Het echte cijfer ligt waarschijnlijk {words.margin(row, spec=spec)}.")
    else:
        notes.append("De bron drukt dit percentage af zonder aantal. Hoeveel toeval erin zit, is niet bekend.")
    if row["uncertain"]:
        notes.append(f"Het gaat om minder dan 20 {words.noun(spec)}: het cijfer is onzeker.")
    if words.period_of(row).kind is Kind.HALF_YEAR and spec.is_rate:
        notes.append("Dit is een cijfer over een half jaar.")
    if row["status"] == Status.PROVISIONAL:
        notes.append("Het cijfer is voorlopig.")
    return notes


def _twin(twin: Row, *, spec: IndicatorSpec) -> str:
    about = "ongeveer " if words.is_rounded(twin, spec=spec) else ""
    return (
        f"{about}{words.counted(twin['count'], spec=spec)}: {words.amount(twin['value'], spec=spec)} "
        f"(waarschijnlijk {words.margin(twin, spec=spec)})"
    )


def _absent(state: State, place: str, when: str, *, spec: IndicatorSpec) -> str:
    start = place[:1].upper() + place[1:]
    if state is State.NO_SUCH_PLACE:
        return f"{start} bestond in {when} niet, of niet met deze grenzen."
    if state is State.COLUMN_UNCERTAIN:
        return f"De bron noemt voor {place} in {when} een getal, maar het is niet zeker in welke kolom dat hoort."
    if state is State.CBS_DOT:
        return (
            f"Over {when} geeft CBS geen cijfer voor {place}: onbekend, onvoldoende betrouwbaar of geheim. {NOT_ZERO}"
        )
    if words.is_of_document(spec):
        return (
            f"De cijfers van {when} komen uit een document over één regio. Over {place} staat daar dit cijfer niet in."
        )
    what = f"het aantal {words.noun(spec)}" if spec.is_rate else words.quantity(spec)
    return f"{what[:1].upper()}{what[1:]} in {place} in {when} staat nog niet op deze site. {NOT_ZERO}"


def _count_alone(
    row: Row, place: str, when: str, *, spec: IndicatorSpec, twin: Row | None, twin_spec: IndicatorSpec | None
) -> list[str]:
    """Sentences on a count that nothing is known to divide by; that of the twin is added when it is known."""
    about = "ongeveer " if spec.rounding else ""
    if not spec.is_rate:
        whole = spec.unit.removeprefix("%").strip()
        return [
            f"In {when} was {words.quantity(spec)} in {place} niet uit te rekenen.",
            f"Het aantal waar het om gaat is bekend: {about}{notation.count(row['count'])}. Het totaal {whole} is dat niet.",
        ]
    parts = [
        f"In {when} telde Veilig Thuis {about}{words.counted(row['count'], spec=spec)} in {place}.",
        f"Hoeveel dat per 10.000 inwoners is, kunnen we nog niet zeggen. Het aantal inwoners in {Period.from_code(str(row['period'])).calendar_year} staat nog niet op deze site.",
    ]
    if twin is not None and twin_spec is not None and np.isfinite(twin["count"]):
        parts.append(f"Daarnaast waren er {about}{words.counted(twin['count'], spec=twin_spec)}.")
    if row["status"] == Status.PROVISIONAL:
        parts.append("Het aantal is voorlopig.")
    return parts
