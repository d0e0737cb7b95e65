"""The answer about one place in short: how many, higher or lower, changing or not known; and its finding as a title."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind
from geo.registry import Region
from indicators import notation
from indicators.comparator import Comparator, NoComparator, Row
from indicators.compare import Comparison
from indicators.sentences import words
from indicators.sentences.compared import how_sure
from indicators.trend import FEWEST_POINTS, Change, Direction, NoChange, Trend
from indicators.value import WITH_VALUE, Position, State

MOST_WORDS = 12
"""Most words of a finding that is a title."""
_THAN = {Position.LOWER: "lager dan", Position.SIMILAR: "ongeveer gelijk aan", Position.HIGHER: "hoger dan"}


def how_many(
    row: Row,
    *,
    spec: IndicatorSpec,
    comparison: Comparison | None = None,
    against: Comparator | NoComparator | None = None,
) -> tuple[str, ...]:
    """Number, then rate, then words: ``1.842 meldingen``, ``100,1 per 10.000 inwoners``, ``hoger dan …``.

    Empty for a row without a figure. ``comparison`` is what ``compare`` decided of the row and ``against``.
    """
    state = State(row["state"])
    if state is State.COUNT_ONLY:
        count = words.counted(row["count"], spec=spec) if spec.is_rate else notation.count(row["count"])
        return (count, "inwoners nog niet bekend") if spec.is_rate else (count,)
    if state not in WITH_VALUE or not np.isfinite(row["value"]):
        return ()
    parts = [words.amount(row["value"], spec=spec)]
    if spec.is_rate:
        parts.insert(0, words.counted(row["count"], spec=spec))
    else:
        parts = [f"{words.quantity(spec).removeprefix('het ')} {parts[0]} {spec.unit.removeprefix('%').strip()}"]
    if comparison is not None and isinstance(against, Comparator) and comparison.position is not Position.NONE:
        parts.append(f"{_THAN[comparison.position]} {notation.with_article((comparison.rest or against).name)}")
    return tuple(parts)


def how_it_stands(row: Row, *, spec: IndicatorSpec, comparison: Comparison, against: Comparator | NoComparator) -> str:
    """Both values of a comparison and how sure it is; the reason where there is none; '' without a value.

    The country, which is compared with nothing, says how sure its own figure is.
    """
    if not np.isfinite(row["value"]):
        return ""
    if isinstance(against, Comparator) and against.itself == str(row["region"]):
        chance = f"Het echte cijfer ligt waarschijnlijk {words.margin(row, spec=spec)}."
        return chance if words.chance_known(row) else "Hoeveel toeval in dit cijfer zit, is niet bekend."
    if isinstance(against, NoComparator):
        return against.reason
    if comparison.position is Position.NONE:
        return comparison.reason
    other = comparison.rest or against
    sign = "" if spec.is_rate else "%"
    return (
        f"{notation.number(row['value'])}{sign} tegen {notation.number(other.value)}{sign} in "
        f"{notation.with_article(other.name)}. {how_sure(comparison)}"
    )


def is_it_changing(trend: Trend | None) -> str:
    """What may be said about the direction of a series, in one sentence; that nothing may, and why, where so."""
    unknown = "Of het stijgt of daalt, is nog niet te zeggen"
    if trend is None or trend.first is None or trend.last is None or trend.points == 0:
        return f"{unknown}: er is nog niets om mee te vergelijken."
    span = f"van {trend.first.in_words} tot en met {trend.last.in_words}"
    if trend.direction is Direction.TOO_FEW:
        singular, plural = ("jaar", "jaren") if trend.first.kind is Kind.YEAR else ("half jaar", "halve jaren")
        needed = FEWEST_POINTS[trend.first.kind]
        return (
            f"{unknown}: er {'is een cijfer' if trend.points == 1 else 'zijn cijfers'} over "
            f"{notation.small(trend.points)} {singular if trend.points == 1 else plural}, en er zijn er {notation.small(needed)} nodig."
        )
    if trend.direction is Direction.UNKNOWN:
        return f"{unknown}: hoeveel toeval in deze cijfers zit, is niet bekend."
    if trend.direction is Direction.STALE:
        newer = "" if trend.newer is None else f", en er is al een cijfer over {trend.newer.in_words}"
        return f"{unknown}: de reeks stopt bij {trend.last.in_words}{newer}."
    kind = str(trend.direction)
    last = " De laatste stap ging de andere kant op." if trend.last_step is not None else ""
    return f"{kind[:1].upper()}{kind[1:]} {span}.{last}"


def finding_over_time(
    trend: Trend | None, step: Change | NoChange | None, region: Region, *, spec: IndicatorSpec
) -> str:
    """Title of a line of one place: its trend word, else its last step when that is more than chance; '' when neither."""
    noun = words.subject(spec)
    if trend is not None and trend.direction in {Direction.RISE, Direction.FALL} and trend.first and trend.last:
        first, last = trend.first, trend.last
        if first.kind is Kind.YEAR:
            return _title(f"{region.name}: {trend.direction} van {noun} van {first.label} tot en met {last.label}")
        years = f"{first.calendar_year} tot en met {last.in_words}"
        return _title(f"{region.name}: {trend.direction} van {noun} van {years}")
    if isinstance(step, Change) and step.position in {Position.HIGHER, Position.LOWER} and spec.is_rate:
        more = "meer" if step.position is Position.HIGHER else "minder"
        return _title(f"{region.name}: {step.later.label} {more} {noun} per inwoner dan {step.earlier.label}")
    return ""


def finding_beside_others(
    row: Row, region: Region, *, comparison: Comparison, against: Comparator | NoComparator
) -> str:
    """Title of a picture of a place among others: how it stands, with its period; '' when nothing was decided."""
    if isinstance(against, NoComparator) or comparison.position is Position.NONE:
        return ""
    other = notation.with_article((comparison.rest or against).name)
    short = f"{region.name} {_THAN[comparison.position]} {other}"
    return _title(f"{short}, {words.period_of(row).label}") or _title(short)


def nearest_figure(row: Row, region: Region, *, spec: IndicatorSpec) -> str:
    """Figure of a larger place in one line, for a page of a place without a figure; '' when it has none itself."""
    parts = how_many(row, spec=spec)
    if not parts:
        return ""
    place = words.place(region, period=words.period_of(row))
    return f"{place[:1].upper()}{place[1:]}, {words.period_of(row).in_words}: {' · '.join(parts)}"


def place_title(region: Region) -> str:
    """Name of a place as the title of its page: ``Breda``, ``Provincie Utrecht``, ``Veilig Thuis-regio West-Brabant``."""
    if region.level in {Level.MUNICIPALITY, Level.COUNTRY, Level.DOCUMENT_AREA}:
        return region.name
    kind = region.level.singular
    return f"{kind[:1].upper()}{kind[1:]} {region.name}"


def _title(text: str) -> str:
    """The text when it is short enough for a title, else ''."""
    return text if len(text.split()) <= MOST_WORDS else ""
