"""Whether a printed number fits a figure of ours, given how exactly it is printed and meant."""

from __future__ import annotations

from indicators.checks.verdict import Verdict
from indicators.document_check.numbers import Hedge, Number

_ABOUT, _ABOUT_AT_MOST = 0.05, 0.10  # 'ongeveer 130': within 5 per cent; up to 10 per cent it is in the neighbourhood
_OVER, _OVER_AT_MOST = 0.10, 0.20  # 'ruim 120' is not said of 140
_FAR = 0.50  # 'meer dan 100' is true of 200, but says little
_COARSE = 0.025  # a print as coarse as this is no more than in the neighbourhood
_TINY = 1e-9


def fit(number: Number, actual: float, *, slack: float = 0.0, half: float | None = None) -> Verdict:
    """``klopt``, ``past binnen de schatting`` or ``wijkt af``.

    ``slack``: how far the true figure can lie from ``actual``. ``half``: half the step of the print, when not its own.
    """
    print_half = (number.step / 2 if half is None else half) + slack + _TINY
    value = number.value
    if number.hedge is Hedge.RANGE:
        inside = number.low - slack - _TINY <= actual <= number.high + slack + _TINY
        return Verdict.WITHIN if inside else Verdict.DIFFERS
    if number.hedge is Hedge.NONE:
        return _plain(value, actual, half=print_half, slack=slack)
    if number.hedge is Hedge.ABOUT:
        gap = abs(value - actual)
        return _graded(gap, max(print_half, _ABOUT * value), max(print_half, _ABOUT_AT_MOST * value))
    above = number.hedge in {Hedge.OVER, Hedge.MORE}
    beyond = (actual - value) if above else (value - actual)
    if beyond < -slack - _TINY:
        return Verdict.WITHIN if -beyond <= print_half else Verdict.DIFFERS
    loose = number.hedge in {Hedge.MORE, Hedge.LESS}
    if loose:
        return Verdict.HOLDS if beyond <= _FAR * value else Verdict.WITHIN
    return _graded(beyond, max(print_half, _OVER * value), max(2 * print_half, _OVER_AT_MOST * value))


def _plain(value: float, actual: float, *, half: float, slack: float) -> Verdict:
    gap = abs(value - actual)
    if gap > half:
        return Verdict.DIFFERS
    coarse = gap > max(slack, _COARSE * abs(actual)) + _TINY and half > 1
    return Verdict.WITHIN if coarse else Verdict.HOLDS


def _graded(gap: float, holds: float, within: float) -> Verdict:
    return Verdict.HOLDS if gap <= holds else Verdict.WITHIN if gap <= within else Verdict.DIFFERS
