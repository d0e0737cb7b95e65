"""Rows of figures as lines: points in order, the runs between breaks, their words, table and description."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite, nan
from typing import Any

import pandas as pd

from charts.text_table import text_table
from data_sources.catalogue.model import IndicatorSpec
from data_sources.observation import Status
from data_sources.period import Kind, MixedPeriodsError, Period
from indicators import notation
from indicators.breaks import Break, breaks
from indicators.value import State
from language import _

OF_POINTS = ["indicator", "region", "period", "value", "low", "high", "count", "state", "status", "uncertain"]
"""Columns of IndicatorValue rows that ``lines`` reads."""


@dataclass(frozen=True)
class Point:
    """One period of one line."""

    period: Period
    value: float
    low: float
    high: float
    state: State
    status: str
    uncertain: bool
    count: float = nan

    @property
    def x(self) -> float:
        """Place on the axis of years; a second half-year stands half a year on."""
        return self.period.calendar_year + (0.5 if self.period.number == 2 else 0.0)  # noqa: PLR2004

    @property
    def known(self) -> bool:
        """Whether there is something to draw."""
        return isfinite(self.value)

    @property
    def provisional(self) -> bool:
        """Whether the source may still change it."""
        return self.status == Status.PROVISIONAL

    @property
    def value_text(self) -> str:
        """The figure in Dutch notation, or the words of its state with the count where that is all there is."""
        if self.known:
            return notation.number(self.value)
        return notation.count_alone(self.count) if self.state is State.COUNT_ONLY else notation.state_words(self.state)

    @property
    def remarks(self) -> str:
        """What to mind with this figure, in words."""
        return notation.remarks(uncertain=self.uncertain, status=self.status)

    @property
    def hover_more(self) -> str:
        """Band and remarks as further lines of a hover text."""
        band = f"<br>{_('band')} {notation.band(self.low, self.high)}" if isfinite(self.low) else ""
        return band + (f"<br>{self.remarks}" if self.remarks else "")


@dataclass(frozen=True)
class Line:
    """One place and indicator over time."""

    region: str
    place: str
    indicator: str
    name: str  # for hover and description
    label: str  # at the end of the line: as short as the chart allows
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()  # years from which this place cannot be compared with before


def lines(
    values: pd.DataFrame,
    *,
    specs: Mapping[str, IndicatorSpec],
    names: Mapping[str, str],
    labels: Mapping[str, str] | None = None,
    same_area: bool = False,
) -> list[Line]:
    """Lines with at least one figure, in the order of ``specs`` and ``names``; raises MixedPeriodsError.

    ``labels`` are shorter names for the end of a line; ``same_area`` says that figures of municipalities were recomputed to one area: then a merger is no break.
    """
    if len({Period.from_code(str(code)).kind for code in values["period"].unique()}) > 1:
        msg = "years and half-years share no axis: choose one kind of period"
        raise MixedPeriodsError(msg)
    every: dict[tuple[str, str], list[Point]] = {}
    for row in values[values["region"].isin(list(names))][OF_POINTS].to_dict("records"):
        every.setdefault((str(row["indicator"]), str(row["region"])), []).append(_point(row))
    span = _from_first_to_last_figure([point for of_line in every.values() for point in of_line])
    drawn = []
    for spec in specs.values():
        for region, place in names.items():
            points = sorted(
                (point for point in every.get((spec.id, region), ()) if point.period.ordinal in span),
                key=lambda point: point.period.ordinal,
            )
            if any(point.known for point in points):
                short = (labels or names).get(region, place)
                label = {(True, False): spec.short, (False, True): short}.get(
                    (len(specs) > 1, len(names) > 1), f"{short} {spec.short}" if len(specs) > 1 else short
                )
                first, last = points[0].period.calendar_year, points[-1].period.calendar_year
                line_breaks = breaks(region, first_year=first, last_year=last, same_area=same_area)
                drawn.append(Line(region, place, spec.id, f"{place}: {spec.short}", label, tuple(points), line_breaks))
    return drawn


def _from_first_to_last_figure(points: Sequence[Point]) -> range:
    """Ordinals from the first to the last period that some place has something to say about; of all without any.

    A period of which nothing is in the data version would only stretch the axis.
    """
    in_snapshot = [point.period.ordinal for point in points if point.state is not State.NOT_IN_SNAPSHOT]
    ordinals = in_snapshot or [point.period.ordinal for point in points]
    return range(min(ordinals), max(ordinals) + 1) if ordinals else range(0)


def _point(row: Mapping[Hashable, Any]) -> Point:
    number = {name: float(str(row[name])) for name in ("value", "low", "high", "count")}
    return Point(
        period=Period.from_code(str(row["period"])),
        state=State(str(row["state"])),
        status=str(row["status"]),
        uncertain=bool(row["uncertain"]),
        **number,
    )


def runs(line: Line) -> list[list[Point]]:
    """Points that a line may join: neighbouring periods, all known, no break between them."""
    stretches: list[list[Point]] = []
    for before, point in pairwise([None, *line.points]):
        if point is None or not point.known:
            continue
        joined = (
            before is not None
            and before.known
            and point.period.ordinal - before.period.ordinal == 1
            and not any(before.x < crossed.year <= point.x for crossed in line.breaks)
        )
        if joined:
            stretches[-1].append(point)
        else:
            stretches.append([point])
    return stretches


def series_rows(drawn: Sequence[Line]) -> pd.DataFrame:
    """The table of the chart: every period of every line, missing ones too."""
    return pd.DataFrame(
        [
            {
                "place": line.place, "region": line.region, "period": point.period.code, "value": point.value,
                "low": point.low, "high": point.high, "state": str(point.state), "status": point.status,
                "uncertain": point.uncertain, "count": point.count, "indicator": line.indicator, "break": _reason(line, before, point),
            }
            for line in drawn
            for before, point in pairwise([None, *line.points])
            if point is not None
        ]
    )  # fmt: skip


def _reason(line: Line, before: Point | None, point: Point) -> str:
    """Why this point cannot be compared with the one before it; empty when it can."""
    crossed = [crossing.dated for crossing in line.breaks if before is not None and before.x < crossing.year <= point.x]
    return "; ".join(dict.fromkeys(crossed))


def printed_series(drawn: Sequence[Line], *, unit: str, with_indicator: bool) -> pd.DataFrame:
    """The same rows in words."""
    rows = [(line, point) for line in drawn for point in line.points]
    names = {_("cijfer"): [line.name.removeprefix(f"{line.place}: ") for line, _point in rows]}
    return text_table(
        {
            _("plaats"): [line.place for line, _point in rows],
            **(names if with_indicator else {}),
            _("periode"): [point.period.label for _line, point in rows],
            unit: [point.value_text for _line, point in rows],
            _("band"): [notation.band(point.low, point.high) if isfinite(point.low) else "" for _line, point in rows],
            _("let op"): [point.remarks for _line, point in rows],
        }
    )


def description(drawn: Sequence[Line], *, unit: str) -> str:
    """First and last figure of every stretch that can be compared; never a change over a break."""
    half = drawn[0].points[0].period.kind is Kind.HALF_YEAR
    parts = [_("Lijngrafiek, {unit} per halfjaar.", unit=unit) if half else _("Lijngrafiek, {unit}.", unit=unit)]
    broken = False
    for line in drawn:
        stretches = runs(line)
        broken |= len(stretches) > 1
        words = [_stretch(stretch) for stretch in stretches]
        parts.append(f"{line.name}: {notation.listing(words)}.")
    if broken:
        parts.append(_("De lijn heeft een gat waar cijfers ontbreken of niet te vergelijken zijn."))
    parts.append(_("De tabel heeft alle cijfers."))
    return " ".join(parts)


def _stretch(run: Sequence[Point]) -> str:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return _("{value} in {when}", value=first.value_text, when=first.period.in_words)
    return _(
        "van {first} in {first_period} naar {last} in {last_period}",
        first=first.value_text,
        first_period=first.period.in_words,
        last=last.value_text,
        last_period=last.period.in_words,
    )
