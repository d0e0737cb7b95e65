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
from language import N_, _

NOT_ZERO = N_("Dat is niet hetzelfde als nul.")


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
            parts.append(_("Daarnaast waren er {counts}.", counts=_twin(twin, spec=twin_spec)))
        return " ".join(parts)
    if state is State.COUNT_ONLY:
        return " ".join(_count_alone(row, place, when, spec=spec, twin=twin, twin_spec=twin_spec))
    return _absent(state, place, when, spec=spec)


def _count(row: Row, state: State, place: str, when: str, *, spec: IndicatorSpec) -> str:
    if not spec.is_rate:
        return _(
            "In {when} was {quantity} in {place} {value} {whole}.",
            when=when,
            quantity=words.quantity(spec),
            place=place,
            value=notation.percent(row["value"]),
            whole=words.whole(spec),
        )
    if state is State.ZERO:
        return _(
            "In {when} telde Veilig Thuis geen {counts} in {place}: echt nul.",
            when=when,
            counts=words.after_none(spec),
            place=place,
        )
    if state is State.ROUNDED_ZERO:
        return _(
            "In {when} telde Veilig Thuis na afronding 0 {counts} in {place}: het waren er minder dan 2,5.",
            when=when,
            counts=words.noun(spec),
            place=place,
        )
    return _(
        "In {when} telde Veilig Thuis {counts} in {place}, op {people} inwoners. "
        "Dat is {rate} per 10.000 inwoners ({larger_rate} per 100.000).",
        when=when,
        counts=words.about(words.counted(row["count"], spec=spec), rounded=words.is_rounded(row, spec=spec)),
        place=place,
        people=notation.count(row["base"]),
        rate=notation.number(row["value"]),
        larger_rate=notation.count(row["value"] * 10),
    )


def _notes(row: Row, *, spec: IndicatorSpec) -> list[str]:
    notes = []
    if words.chance_known(row):
        notes.append(_("Het echte cijfer ligt waarschijnlijk {margin}.", margin=words.margin(row, spec=spec)))
    else:
        notes.append(_("De bron drukt dit percentage af zonder aantal. Hoeveel toeval erin zit, is niet bekend."))
    if row["uncertain"]:
        notes.append(_("Het gaat om minder dan 20 {counts}: het cijfer is onzeker.", counts=words.noun(spec)))
    if words.period_of(row).kind is Kind.HALF_YEAR and spec.is_rate:
        notes.append(_("Dit is een cijfer over een half jaar."))
    if row["status"] == Status.PROVISIONAL:
        notes.append(_("Het cijfer is voorlopig."))
    return notes


def _twin(twin: Row, *, spec: IndicatorSpec) -> str:
    return _(
        "{counts}: {amount} (waarschijnlijk {margin})",
        counts=words.about(words.counted(twin["count"], spec=spec), rounded=words.is_rounded(twin, spec=spec)),
        amount=words.amount(twin["value"], spec=spec),
        margin=words.margin(twin, spec=spec),
    )


def _absent(state: State, place: str, when: str, *, spec: IndicatorSpec) -> str:
    if state is State.NO_SUCH_PLACE:
        return _("{place} bestond in {when} niet, of niet met deze grenzen.", place=words.start(place), when=when)
    if state is State.COLUMN_UNCERTAIN:
        return _(
            "De bron noemt voor {place} in {when} een getal, maar het is niet zeker in welke kolom dat hoort.",
            place=place,
            when=when,
        )
    if state is State.CBS_DOT:
        no_figure = _(
            "Over {when} geeft CBS geen cijfer voor {place}: onbekend, onvoldoende betrouwbaar of geheim.",
            when=when,
            place=place,
        )
        return f"{no_figure} {_(NOT_ZERO)}"
    if words.is_of_document(spec):
        return _(
            "De cijfers van {when} komen uit een document over één regio. Over {place} staat daar dit cijfer niet in.",
            when=when,
            place=place,
        )
    what = _("het aantal {counts}", counts=words.noun(spec)) if spec.is_rate else words.quantity(spec)
    absent = _(
        "{what} in {place} in {when} staat nog niet op deze site.", what=words.start(what), place=place, when=when
    )
    return f"{absent} {_(NOT_ZERO)}"


def _count_alone(
    row: Row, place: str, when: str, *, spec: IndicatorSpec, twin: Row | None, twin_spec: IndicatorSpec | None
) -> list[str]:
    """Sentences on a count that nothing is known to divide by; that of the twin is added when it is known."""
    rounded = bool(spec.rounding)
    if not spec.is_rate:
        return [
            _(
                "In {when} was {quantity} in {place} niet uit te rekenen.",
                when=when,
                quantity=words.quantity(spec),
                place=place,
            ),
            _(
                "Het aantal waar het om gaat is bekend: {count}. Het totaal {whole} is dat niet.",
                count=words.about(notation.count(row["count"]), rounded=rounded),
                whole=words.whole(spec),
            ),
        ]
    parts = [
        _(
            "In {when} telde Veilig Thuis {counts} in {place}.",
            when=when,
            counts=words.about(words.counted(row["count"], spec=spec), rounded=rounded),
            place=place,
        ),
        _(
            "Hoeveel dat per 10.000 inwoners is, kunnen we nog niet zeggen. "
            "Het aantal inwoners in {year} staat nog niet op deze site.",
            year=Period.from_code(str(row["period"])).calendar_year,
        ),
    ]
    if twin is not None and twin_spec is not None and np.isfinite(twin["count"]):
        counts = words.about(words.counted(twin["count"], spec=twin_spec), rounded=rounded)
        parts.append(_("Daarnaast waren er {counts}.", counts=counts))
    if row["status"] == Status.PROVISIONAL:
        parts.append(_("Het aantal is voorlopig."))
    return parts
