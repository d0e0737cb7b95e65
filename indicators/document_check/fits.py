"""Whether a printed number fits a figure of ours, given how exactly it is printed and meant."""

from __future__ import annotations

from indicators.checks.verdict import Verdict
from indicators.document_check.numbers import Hedge, Number

_ABOUT, _ABOUT_AT_MOST = 0.05, 0.10  # 'ongeveer 130': within 5 per cent; up to 10 per cent it is in the neighbourhood
_OVER, _OVER_AT_MOST = 0.10, 0.15  # 'ruim 120' is not said of 140
_OVER_FEW = 2  # of small numbers: 'ruim 10' of 12
_WRONG_SIDE = 0.01  # 'ruim 120.000' of 119.380
_FAR = 0.50  # 'meer dan 100' is true of 200, but says little
_COARSE = 0.025  # a rounded number that is further off is no more than in the neighbourhood
_ROUND_FROM = 1_000  # smaller numbers are not rounded without a word that says so
_TINY = 1e-9


def fit(number: Number, actual: float, *, slack: float = 0.0, exact: float | None = None) -> Verdict:
    """``klopt``, ``past binnen de schatting`` or ``wijkt af``.

    ``slack``: how far the true figure can lie from ``actual``. ``exact``: half the step of the print, which leaves no room
    for a rounded number; without it a whole number with zeros at the end may be one.
    """
    near = (min(number.step, 1.0) / 2 if exact is None else exact) + slack + _TINY
    value = number.value
    if number.hedge is Hedge.RANGE:
        inside = number.low - slack - _TINY <= actual <= number.high + slack + _TINY
        return Verdict.WITHIN if inside else Verdict.DIFFERS
    gap = abs(value - actual)
    if number.hedge is Hedge.NONE:
        rounded = number.step / 2 + slack + _TINY if exact is None else near
        return _plain(gap, near, rounded, may_round=value >= _ROUND_FROM and gap <= _COARSE * abs(actual))
    if number.hedge is Hedge.ABOUT:
        return _graded(gap, max(near, _ABOUT * value), max(near, _ABOUT_AT_MOST * value))
    beyond = (actual - value) if number.hedge in {Hedge.OVER, Hedge.MORE} else (value - actual)
    if beyond < -slack - _TINY:
        return Verdict.WITHIN if -beyond <= max(near, _WRONG_SIDE * value) else Verdict.DIFFERS
    if number.hedge in {Hedge.MORE, Hedge.LESS}:
        return Verdict.HOLDS if beyond <= _FAR * value else Verdict.WITHIN
    few = 0 if exact is not None else _OVER_FEW
    return _graded(beyond, max(near, _OVER * value), max(2 * near, _OVER_AT_MOST * value, few))


def _plain(gap: float, near: float, rounded: float, *, may_round: bool) -> Verdict:
    if gap <= near or (gap <= rounded and may_round):
        return Verdict.HOLDS
    return Verdict.WITHIN if gap <= rounded else Verdict.DIFFERS


def _graded(gap: float, holds: float, within: float) -> Verdict:
    return Verdict.HOLDS if gap <= holds else Verdict.WITHIN if gap <= within else Verdict.DIFFERS
