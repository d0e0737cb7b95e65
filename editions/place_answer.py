"""The answer about one place in one period: what its page and its sheet both tell, from one object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from editions.beside import sentences_beside
from editions.comparators import comparator, comparisons
from editions.edition import Edition, cached_per_edition
from editions.nearest import Nearest, nearest_figures
from editions.place import headline_of, periods_of_place
from editions.quotable import quotable_sentences
from editions.series import last_step, richest_kind, series, trend_of
from editions.values import row_of
from geo import mergers, registry
from geo.registry import Region
from indicators import sentences
from indicators.answers import EarlierInvolvement, earlier_involvement
from indicators.comparator import Comparator, NoComparator, Row
from indicators.compare import Comparison
from indicators.larger_questions import larger_questions
from indicators.questions import questions
from indicators.sentences import words
from indicators.trend import Change, NoChange, Trend
from indicators.value import WITH_FIGURE, WITH_VALUE
from language import _

MOST_SENTENCES = 3


@dataclass(frozen=True)
class PlaceAnswer:
    """What may be said about a place in a period, in the language of the reader; '' or empty where there is nothing to say.

    ``how_many``: number, rate and verdict apart; ``finding`` titles a picture of the place among others,
    ``finding_over_time`` one of its line. ``nearest`` is filled for a place without a figure only.
    """

    code: str
    name: str
    period: Period
    indicator: str
    has_figure: bool
    how_many: tuple[str, ...]
    how_it_stands: str
    is_it_changing: str
    finding: str
    finding_over_time: str
    situation: str
    comparison: str
    to_copy: tuple[str, ...]
    question_title: str
    questions: tuple[str, ...]
    council: str
    ended: str
    reasons: tuple[str, ...]
    nearest: tuple[Nearest, ...]

    @property
    def spec(self) -> IndicatorSpec:
        """The indicator it is about."""
        return INDICATORS[self.indicator]


@cached_per_edition(most=1024)
def place_answer(edition: Edition, code: str, *, period: Period) -> PlaceAnswer | None:
    """Answer about a place of any level in a period; None when it did not exist then."""
    region, indicator = registry.region(code), headline_of(edition, code, period=period)
    spec, row = INDICATORS[indicator], row_of(edition, indicator, code=code, period=period)
    if row is None:
        return None
    known = row["state"] in WITH_FIGURE
    against = comparator(edition, indicator, level=region.level, period=period)
    itself = isinstance(against, Comparator) and against.itself == code
    decided = comparisons(edition, indicator, level=region.level, period=period)[code]
    line, step = _over_time(edition, code, spec.id) if known else (None, None)
    twin_spec = INDICATORS.get(spec.twin or "")
    twin = None if twin_spec is None else row_of(edition, twin_spec.id, code=code, period=period)
    beside = sentences_beside(edition, indicator, level=region.level, period=period).get(code, ())
    ended = sentences.became(region)
    three_questions = _questions(edition, region, row, spec, decided, against, twin)
    return PlaceAnswer(
        code=code,
        name=words.name_of(region, year=period.calendar_year),
        period=period,
        indicator=indicator,
        has_figure=known,
        how_many=sentences.how_many(row, spec=spec, comparison=None if itself else decided, against=against),
        how_it_stands=sentences.how_it_stands(row, spec=spec, comparison=decided, against=against),
        is_it_changing=sentences.is_it_changing(line) if known else "",
        finding="" if itself else sentences.finding_beside_others(row, region, comparison=decided, against=against),
        finding_over_time=sentences.finding_over_time(line, step, region, spec=spec),
        situation=sentences.situation(row, region, spec=spec, twin=twin, twin_spec=twin_spec),
        comparison=_comparison(row, decided, against, spec=spec, itself=itself, beside=beside),
        to_copy=_to_copy(edition, code, spec, period=period, against=against, decided=None if itself else decided)
        if known
        else (),
        question_title=_question_title(region, ended=ended),
        questions=three_questions,
        council=sentences.council(region) if region.level is Level.MUNICIPALITY else words.name_of(region),
        ended=ended,
        reasons=sentences.why_higher() if np.isfinite(row["value"]) else (),
        nearest=() if known else nearest_figures(edition, code),
    )


@cached_per_edition(most=512)  # the same in every period of a place
def _over_time(edition: Edition, code: str, indicator: str) -> tuple[Trend | None, Change | NoChange | None]:
    """Trend of the series with most figures, and its last step; None where there is no figure."""
    kind = richest_kind(edition, indicator, codes=[code])
    rows = series(edition, indicator, codes=[code], kind=kind)
    if not rows["value"].notna().any():
        return None, None
    line = trend_of(edition, indicator, code=code, kind=kind)
    return line, last_step(edition, indicator, code=code, kind=kind)


def _comparison(
    row: Row,
    decided: Comparison,
    against: Comparator | NoComparator,
    *,
    spec: IndicatorSpec,
    itself: bool,
    beside: Sequence[str],
) -> str:
    """How a figure stands in full sentences, and what stands beside it."""
    sentence = sentences.comparison(decided, against, spec=spec) if row["state"] in WITH_VALUE and not itself else ""
    return " ".join([*([sentence] if sentence else []), *beside])


def _to_copy(
    edition: Edition,
    code: str,
    spec: IndicatorSpec,
    *,
    period: Period,
    against: Comparator | NoComparator,
    decided: Comparison | None,
) -> tuple[str, ...]:
    """Three sentences at most: on the figure itself, and where those are fewer, the figure of its twin.

    ``decided``: how the place stands against ``against``; None for the country, which is compared with nothing.
    """
    if decided is None:
        against = NoComparator(_("Nederland is het geheel."))
    main = quotable_sentences(edition, spec.id, code=code, period=period, against=against, comparison=decided)
    if not main or spec.twin is None or Level.of(code) not in INDICATORS[spec.twin].levels:
        return tuple(main)[:MOST_SENTENCES]
    none = NoComparator(_("Alleen het cijfer zelf."))
    twin = quotable_sentences(edition, spec.twin, code=code, period=period, against=none)
    return (*main[: MOST_SENTENCES - 1], *twin[:1], *main[MOST_SENTENCES - 1 :])[:MOST_SENTENCES]


def _question_title(region: Region, *, ended: str) -> str:
    """Head of the questions; of a municipality that ended they go to the council of its successor."""
    if region.level is not Level.MUNICIPALITY:
        return _("Drie vragen bij deze cijfers")
    if ended:
        return _("Drie vragen aan de wethouder van {council}", council=sentences.council(region))
    return _("Drie vragen aan de wethouder")


def _questions(
    edition: Edition,
    region: Region,
    row: Row,
    spec: IndicatorSpec,
    decided: Comparison,
    against: Comparator | NoComparator,
    twin: Row | None,
) -> tuple[str, ...]:
    """Three questions; those of an ended municipality are of the one it went into, none when there are several."""
    other = against.name if isinstance(against, Comparator) else ""
    if region.level is not Level.MUNICIPALITY:
        return larger_questions(row, region, comparison=decided, other=other)
    if mergers.successors(region.code):
        final = mergers.today(region.code)
        answer = default_answer(edition, final[0]) if len(final) == 1 else None
        return () if answer is None else answer.questions
    return questions(
        row, region, spec=spec, comparison=decided, other=other, twin=twin, earlier=_earlier(edition).get(region.code)
    )


def default_answer(edition: Edition, code: str) -> PlaceAnswer | None:
    """Answer in the period that the page and the sheet of a place open with."""
    return place_answer(edition, code, period=periods_of_place(edition, code).start)


@cached_per_edition(most=1, wordless=True)
def _earlier(edition: Edition) -> Mapping[str, EarlierInvolvement]:
    """What the loaded tables say of repeat and follow-up reports, per place."""
    return earlier_involvement(edition.observations)


def in_title(region: Region, *, name: str) -> str:
    """Name of a place as a title has it, after ‘in’."""
    if region.level is Level.VT_REGION:
        return _("de Veilig Thuis-regio {name}", name=name)
    if region.level is Level.PROVINCE:
        return _("de provincie {name}", name=name)
    return name
