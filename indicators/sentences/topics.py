"""Findings of pages about one topic: at most twelve words, true of exactly the counts given; '' when nothing may be said.

The period and the place stand in the subtitle of the figure, which is its plain label.
"""

from __future__ import annotations

from math import isfinite

from indicators import notation
from indicators.checks.reporters import FIRST, LAST, Fall
from indicators.sentences.words import start
from language import N_, _

_NEAR = 0.025
"""How far, as a part of one, a share may lie from the fraction in words."""
_FRACTIONS = (
    (1 / 4, N_("een kwart")),
    (1 / 3, N_("een derde")),
    (1 / 2, N_("de helft")),
    (2 / 3, N_("twee derde")),
    (3 / 4, N_("drie kwart")),
)
_LEAST_DIFFERENCE = 0.05
"""Two counts that lie closer than this part of the larger one get no word: rounding and corrections could turn them."""


def about(share: float) -> str:
    """A share (part of one) in words: ``ongeveer een derde``, or else ``41%``; '' for a share that is unknown."""
    if not isfinite(share) or not 0 <= share <= 1:
        return ""
    near = [words for fraction, words in _FRACTIONS if abs(share - fraction) <= _NEAR]
    return _("ongeveer {count}", count=_(near[0])) if near else notation.percent(share * 100, decimals=0)


def not_from_police_or_justice(police_and_justice: float, total: float) -> str:
    """Which part of the reports others than police and justice made; counts of the same place and period."""
    words = _part(total - police_and_justice, total)
    return _("{part} van de meldingen kwam niet van politie of justitie", part=start(words)) if words else ""


def already_known(repeat: float, follow_up: float, total: float) -> str:
    """In which part of the reports Veilig Thuis knew someone already: repeat and follow-up reports of all."""
    words = _part(repeat + follow_up, total)
    return _("Bij {part} van de meldingen was al iemand bekend", part=words) if words else ""


def acute_from_police(percent: float) -> str:
    """Which part of the reports of acute unsafety the police made, in percent as printed."""
    words = about(percent / 100)
    return _("De politie deed {part} van de meldingen over acute onveiligheid", part=words) if words else ""


def estimated_victims(percent: float, *, year: str) -> str:
    """Which part of people of 16 and over a survey of ``year`` estimates to have lived through domestic violence in a year."""
    if not isfinite(percent):
        return ""
    share = notation.percent(percent, decimals=0)
    return _("Onderzoek {year}: naar schatting {share} maakte huiselijk geweld mee", year=year, share=share)


def more_ended_than_began(began: float, ended: float, *, year: str) -> str:
    """Whether more supervision orders ended than began in a year, when the two lie well apart."""
    if not (isfinite(began) and isfinite(ended)) or abs(ended - began) <= _LEAST_DIFFERENCE * max(began, ended):
        return ""
    if ended > began:
        return _("In {year} stopten meer ondertoezichtstellingen dan er begonnen", year=year)
    return _("In {year} begonnen meer ondertoezichtstellingen dan er stopten", year=year)


def fewer_by_the_police(fall: Fall) -> str:
    """How many reports fewer the police of West-Brabant made, as the document prints them."""
    return (
        f"In {LAST} deed de politie {notation.count(fall.police)} meldingen minder dan in {FIRST}"
        if fall.police > 0
        else ""
    )


def _part(part: float, total: float) -> str:
    return about(part / total) if isfinite(part) and isfinite(total) and total > 0 else ""
