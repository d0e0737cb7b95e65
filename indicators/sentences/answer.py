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
from indicators.value import THAN, WITH_VALUE, Position, State
from language import Language, _, current, ngettext

MOST_WORDS = {Language.DUTCH: 12, Language.ENGLISH: 15}
"""Most words of a finding that is a title; English has small words where Dutch joins them."""


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
        return (count, _("inwoners nog niet bekend")) if spec.is_rate else (count,)
    if state not in WITH_VALUE or not np.isfinite(row["value"]):
        return ()
    parts = [words.amount(row["value"], spec=spec)]
    if spec.is_rate:
        parts.insert(0, words.counted(row["count"], spec=spec))
    else:
        parts = [f"{words.subject(spec)} {parts[0]} {words.whole(spec)}"]
    if comparison is not None and isinstance(against, Comparator) and comparison.position is not Position.NONE:
        parts.append(_than(comparison, against))
    return tuple(parts)


def how_it_stands(row: Row, *, spec: IndicatorSpec, comparison: Comparison, against: Comparator | NoComparator) -> str:
    """Both values of a comparison and how sure it is; the reason where there is none; '' without a value.

    The country, which is compared with nothing, says how sure its own figure is.
    """
    if not np.isfinite(row["value"]):
        return ""
    if isinstance(against, Comparator) and against.itself == str(row["region"]):
        if not words.chance_known(row):
            return _("Hoeveel toeval in dit cijfer zit, is niet bekend.")
        return _("Het echte cijfer ligt waarschijnlijk {margin}.", margin=words.margin(row, spec=spec))
    if isinstance(against, NoComparator):
        return against.reason
    if comparison.position is Position.NONE:
        return comparison.reason
    other = comparison.rest or against
    both = _(
        "{value} tegen {other_value} in {other}.",
        value=notation.figure(row["value"], share=not spec.is_rate),
        other_value=notation.figure(other.value, share=not spec.is_rate),
        other=notation.with_article(other.name),
    )
    return f"{both} {how_sure(comparison)}"


def is_it_changing(trend: Trend | None) -> str:
    """What may be said about the direction of a series, in one sentence; that nothing may, and why, where so."""
    if trend is None or trend.first is None or trend.last is None or trend.points == 0:
        return _("Of het stijgt of daalt, is nog niet te zeggen: er is nog niets om mee te vergelijken.")
    if trend.direction is Direction.TOO_FEW:
        return _too_few(trend.points, kind=trend.first.kind)
    if trend.direction is Direction.UNKNOWN:
        return _("Of het stijgt of daalt, is nog niet te zeggen: hoeveel toeval in deze cijfers zit, is niet bekend.")
    if trend.direction is Direction.STALE and trend.newer is None:
        return _("Of het stijgt of daalt, is nog niet te zeggen: de reeks stopt bij {last}.", last=trend.last.in_words)
    if trend.direction is Direction.STALE and trend.newer is not None:
        return _(
            "Of het stijgt of daalt, is nog niet te zeggen: de reeks stopt bij {last}, en er is al een cijfer over {newer}.",
            last=trend.last.in_words,
            newer=trend.newer.in_words,
        )
    last = f" {_('De laatste stap ging de andere kant op.')}" if trend.last_step is not None else ""
    return f"{words.start(trend.words)}.{last}"


def _too_few(points: int, *, kind: Kind) -> str:
    if kind is Kind.YEAR:
        sentence = ngettext(
            "Of het stijgt of daalt, is nog niet te zeggen: er is een cijfer over {points} jaar, en er zijn er {needed} nodig.",
            "Of het stijgt of daalt, is nog niet te zeggen: er zijn cijfers over {points} jaren, en er zijn er {needed} nodig.",
            points,
        )
    else:
        sentence = ngettext(
            "Of het stijgt of daalt, is nog niet te zeggen: er is een cijfer over {points} half jaar, en er zijn er {needed} nodig.",
            "Of het stijgt of daalt, is nog niet te zeggen: er zijn cijfers over {points} halve jaren, en er zijn er {needed} nodig.",
            points,
        )
    return sentence.format(points=notation.small(points), needed=notation.small(FEWEST_POINTS[kind]))


def finding_over_time(
    trend: Trend | None, step: Change | NoChange | None, region: Region, *, spec: IndicatorSpec
) -> str:
    """Title of a line of one place: its trend word, else its last step when that is more than chance; '' when neither."""
    place, counts = words.name_of(region), words.subject(spec)
    if trend is not None and trend.direction in {Direction.RISE, Direction.FALL} and trend.first and trend.last:
        first, last = trend.first, trend.last
        return _title(
            _(
                "{place}: {word} van {counts} van {first} tot en met {last}",
                place=place,
                word=_(str(trend.direction)),
                counts=counts,
                first=first.label if first.kind is Kind.YEAR else first.calendar_year,
                last=last.label if first.kind is Kind.YEAR else last.in_words,
            )
        )
    if isinstance(step, Change) and step.position in {Position.HIGHER, Position.LOWER} and spec.is_rate:
        title = (
            _("{place}: {later} meer {counts} per inwoner dan {earlier}")
            if step.position is Position.HIGHER
            else _("{place}: {later} minder {counts} per inwoner dan {earlier}")
        )
        return _title(title.format(place=place, counts=counts, later=step.later.label, earlier=step.earlier.label))
    return ""


def finding_beside_others(
    row: Row, region: Region, *, comparison: Comparison, against: Comparator | NoComparator
) -> str:
    """Title of a picture of a place among others: how it stands, with its period; '' when nothing was decided."""
    if isinstance(against, NoComparator) or comparison.position is Position.NONE:
        return ""
    short = f"{words.name_of(region)} {_than(comparison, against)}"
    return _title(f"{short}, {words.period_of(row).label}") or _title(short)


def nearest_figure(row: Row, region: Region, *, spec: IndicatorSpec) -> str:
    """Figure of a larger place in one line, for a page of a place without a figure; '' when it has none itself."""
    parts = how_many(row, spec=spec)
    if not parts:
        return ""
    place = words.place(region, period=words.period_of(row))
    return f"{words.start(place)}, {words.period_of(row).in_words}: {' · '.join(parts)}"


def place_title(region: Region) -> str:
    """Name of a place as the title of its page: ``Breda``, ``Provincie Utrecht``, ``Veilig Thuis-regio West-Brabant``."""
    if region.level in {Level.MUNICIPALITY, Level.COUNTRY, Level.DOCUMENT_AREA}:
        return words.start(words.name_of(region))
    return words.start(region.level.named(region.name))


def _than(comparison: Comparison, against: Comparator) -> str:
    return _(THAN[comparison.position], other=notation.with_article((comparison.rest or against).name))


def _title(text: str) -> str:
    """The text when it is short enough for a title, else ''."""
    return words.start(text) if len(text.split()) <= MOST_WORDS[current()] else ""
