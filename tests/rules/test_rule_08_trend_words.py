"""Rule 8: a trend word needs five comparable points and a test that no single outlier passes."""

import numpy as np
import pytest

from geo import registry
from indicators import sentences
from indicators import trend as trends
from indicators.trend import Direction, Trend, trend
from tests.rules.holding import BREDA, REPORTS, holds, series, variants

CASES = [
    ([500, 560, 610, 670, 730], 2019, Direction.RISE),
    ([730, 670, 610, 560, 500], 2019, Direction.FALL),
    ([500, 505, 495, 500, 515], 2019, Direction.UNCLEAR),  # not significant
    ([500, 500, 500, 500, 1500], 2019, Direction.UNCLEAR),  # one outlier
    ([500, 600, 700, 800], 2019, Direction.TOO_FEW),
    ([300, 400, 500, 600, 700, 800, 900], 2016, Direction.TOO_FEW),  # four of them after the break of 2019
    ([500, 600, np.nan, 800, 900], 2019, Direction.TOO_FEW),  # a missing year is no point
]


def first_against_last(values, *, spec):
    found = trend(values, spec=spec)
    known = values["value"].dropna().tolist()
    if found.direction is Direction.TOO_FEW:
        return found
    return Trend(Direction.RISE if known[-1] > known[0] else Direction.FALL, found.points)


def with_its_outliers(values, *, spec):
    def chance_alone(count, base, step, when, *, share):  # noqa: ARG001
        expected = base * count.sum() / base.sum()
        top = (when * (count - expected)).sum()
        spread = (when**2 * expected).sum() - (when * expected).sum() ** 2 / expected.sum()
        return np.sign(top) * top**2 / spread

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trends, "_weakest", chance_alone)
        return trend(values, spec=spec)


def from_four_points(values, *, spec):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trends, "FEWEST_POINTS", 4)
        return trend(values, spec=spec)


def across_the_break(values, *, spec):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trends, "with_segments", lambda rows, **_: rows.assign(segment=0, **{"break": ""}))
        return trend(values, spec=spec)


def never_speaks(values, *, spec):
    found = trend(values, spec=spec)
    return Trend(Direction.UNCLEAR if found.points >= 5 else Direction.TOO_FEW, found.points)


def speaks_only_when_it_may(find):
    for counts, first, direction in CASES:
        assert find(series(counts, first=first), spec=REPORTS).direction is direction, counts


@variants(trend, first_against_last, with_its_outliers, from_four_points, across_the_break, never_speaks)
def test_a_trend_word_can_refuse(variant, honest):
    assert holds(speaks_only_when_it_may, variant) is honest


def always_a_word(found, region, *, spec):
    return sentences.trend_words(Trend(Direction.RISE, found.points, found.first, found.last), region, spec=spec)


def refuses_in_words(say):
    few = trend(series([500, 600, 700, 800]), spec=REPORTS)
    text = say(few, registry.region(BREDA), spec=REPORTS)
    assert "te weinig jaren om een trend te noemen" in text
    assert "stijging" not in text


@variants(sentences.trend_words, always_a_word)
def test_the_sentence_refuses_too(variant, honest):
    assert holds(refuses_in_words, variant) is honest
