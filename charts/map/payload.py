"""The figures of all periods of one indicator and level, as small as the map component can read them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd

from charts.map.outline import Outline
from charts.map.patterns import LETTERS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.observation import Status
from data_sources.period import Period
from indicators import classes, notation
from indicators.comparator import Comparator, NoComparator
from indicators.compare import positions
from indicators.value import Position, State

Comparators = Mapping[Period, Comparator | NoComparator]
_POSITIONS: Mapping[str, int] = {Position.NONE: 0, Position.LOWER: 1, Position.SIMILAR: 2, Position.HIGHER: 3}
DECIMALS = 1


@dataclass(frozen=True)
class MapData:
    """What the component gets: ``payload`` (all periods, sent once) and the place and period to show first.

    ``payload["periods"][i]["d"]`` maps a code to [value, low, high, class, position, uncertain]; ``"x"`` maps the codes
    without a value to the letter of their state, ``"rest"`` is the letter of all places not named, ``"n"`` (only when there
    are any) maps the codes of which the count alone is known to that count.
    """

    payload: Mapping[str, Any]
    packed: Callable[[], bytes]  # makes the payload as gzipped JSON, once: what the component gets
    period: str
    selected: tuple[str, ...]


@dataclass(frozen=True)
class MapPeriods:
    """The figures of each period of one indicator and level, in order; the same whichever period a map opens on.

    ``breaks`` are between the classes, ``floor`` is the lowest figure, ``digest`` a code for all of it.
    """

    figures: Sequence[Mapping[str, Any]]
    breaks: Sequence[float]
    floor: float
    digest: str


def map_periods(
    values: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    outlines: Mapping[Period, Outline],
    comparators: Comparators,
    notes: Mapping[Period, str],
) -> MapPeriods:
    """The figures of IndicatorValue rows of one level; periods are the keys of ``outlines``, of one kind.

    Raises NoClassBreaksError.
    """
    periods = sorted(outlines)
    breaks = classes.breaks_of(spec, kind=periods[0].kind)
    known = values.loc[values["period"].isin([period.code for period in periods]), "value"].dropna()
    figures = [
        _period(
            values[values["period"] == period.code],
            spec=spec,
            period=period,
            outline=outlines[period],
            breaks=breaks,
            comparator=comparators.get(period, NoComparator("")),
            note=notes.get(period, ""),
        )
        for period in periods
    ]
    digest = hashlib.sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()
    return MapPeriods(figures, breaks, float(np.floor(known.min())) if len(known) else 0.0, digest)


def payload(periods: MapPeriods, *, spec: IndicatorSpec, level: Level, names: Sequence[str]) -> dict[str, Any]:
    """Make the payload of the periods of an indicator and level.

    ``names`` are codes in the order in which places deserve a name on the map.
    """
    body = {
        "v": 1,
        "title": spec.title,
        "unit": spec.unit,
        "decimals": DECIMALS,
        "one": level.singular,
        "many": level.plural,
        "classes": list(classes.labels_of(periods.breaks)),
        "breaks": list(periods.breaks),
        "floor": periods.floor,
        "states": {
            letter: notation.state_words(state, share=spec.share_as_published) for state, letter in LETTERS.items()
        },
        "names": list(names),
    }
    identity = hashlib.sha256((json.dumps(body, sort_keys=True) + periods.digest).encode()).hexdigest()[:12]
    return {"id": identity, **body, "periods": periods.figures}


def packed(body: Mapping[str, Any]) -> bytes:
    """The payload as the component reads it. Packed once here, so that no rerun of a reader writes it out again.

    The figures of each period are a text of their own, read when the period is shown: most never are.
    """
    periods = [{**entry, "d": _written(entry["d"])} for entry in body["periods"]]
    return gzip.compress(_written({**body, "periods": periods}).encode(), 6, mtime=0)


def _written(part: Mapping[str, Any]) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _period(
    rows: pd.DataFrame,
    *,
    spec: IndicatorSpec,
    period: Period,
    outline: Outline,
    breaks: Sequence[float],
    comparator: Comparator | NoComparator,
    note: str,
) -> dict[str, Any]:
    drawn = rows[rows["region"].isin(list(outline.shapes.places))]
    stands = positions(drawn, comparator=comparator, spec=spec)["position"]
    groups = classes.class_of(drawn["value"], breaks=breaks)
    figures: dict[str, list[float | int | None]] = {}
    others: dict[str, str] = {}
    alone: dict[str, int] = {}
    columns = [drawn[name].tolist() for name in ("region", "state", "value", "low", "high", "uncertain", "count")]
    for code, state, value, low, high, uncertain, count, group, position in zip(
        *columns, groups.tolist(), stands.tolist(), strict=True
    ):
        if state == State.VALUE:
            stand = _POSITIONS[position]
            figures[code] = [_round(value), _round(low), _round(high), group, stand, int(uncertain)]
        elif state != State.NOT_IN_SNAPSHOT:
            others[code] = LETTERS[State(state)]
            if state == State.COUNT_ONLY:
                alone[code] = round(count)
    present = set(drawn["region"])
    absent = [code for code in outline.shapes.places if code not in present]
    others |= dict.fromkeys(absent, LETTERS[State.NO_SUCH_PLACE])
    than = _named(comparator, spec=spec) if isinstance(comparator, Comparator) else ""
    comparator_band = (
        [_round(number) for number in (comparator.value, comparator.low, comparator.high)]
        if isinstance(comparator, Comparator)
        else None
    )
    return {
        "key": period.key,
        "label": period.label,
        "url": outline.url,
        "d": figures,
        "x": others,
        **({"n": alone} if alone else {}),
        "rest": LETTERS[State.NOT_IN_SNAPSHOT],
        "max": max((figure[0] for figure in figures.values() if figure[0] is not None), default=None),
        "than": than,
        "against": _against(comparator, figures, spec=spec) if isinstance(comparator, Comparator) else "",
        "held": comparator_band,
        "why": comparator.reason if isinstance(comparator, NoComparator) else comparator.no_verdict,
        "provisional": bool((drawn["status"] == Status.PROVISIONAL).any()),
        "note": note,
    }


def _against(comparator: Comparator, codes: Collection[str], *, spec: IndicatorSpec) -> str:
    """What a place stands against in words: the rest of the comparator, when the places are parts of it."""
    inside = any(comparator.holds(code) for code in codes)
    return comparator.rest if inside else _named(comparator, spec=spec)


def _named(comparator: Comparator, *, spec: IndicatorSpec) -> str:
    return f"{comparator.name} ({notation.figure(comparator.value, share=not spec.is_rate)})"


def _round(value: float) -> float | None:
    return round(float(value), DECIMALS) if isfinite(value) else None
