"""Notation of numbers, bands and dates in the language of a reader, the same in sentences, charts, tables and files.

The examples are Dutch; English has ``1,842`` and ``12.3``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date as Date  # noqa: N812 -- the function `date` below is the word that other rooms use
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import Any

from data_sources.observation import Status
from data_sources.period import Kind, Period
from indicators.value import STATE_WORDS, WITH_VALUE, State
from language import N_, Language, _, current, ngettext

NBSP = "\u00a0"
MINUS = "\u2212"
_SIGNS = {
    Language.DUTCH: str.maketrans({",": ".", ".": ",", "-": MINUS}),
    Language.ENGLISH: str.maketrans({"-": MINUS}),
}
_SPAN = 3  # fewer periods in a row are named one by one
_MONTHS = (
    N_("januari"),
    N_("februari"),
    N_("maart"),
    N_("april"),
    N_("mei"),
    N_("juni"),
    N_("juli"),
    N_("augustus"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)
_ARTICLES = {
    Language.DUTCH: {"som van": "de", "provincie": "de", "Veilig Thuis-regio": "de", "landsdeel": "het"},
    Language.ENGLISH: {"sum of": "the", "province": "the", "Veilig Thuis region": "the", "part of the country": "the"},
}
"""Article before names of comparators that begin like this, as their messages begin in each language."""
_SMALL_NUMBERS = (
    N_("nul"),
    N_("één"),
    N_("twee"),
    N_("drie"),
    N_("vier"),
    N_("vijf"),
    N_("zes"),
    N_("zeven"),
    N_("acht"),
    N_("negen"),
    N_("tien"),
    N_("elf"),
    N_("twaalf"),
)


class MissingNumberError(ValueError):
    """A missing number was asked for in digits; write the words of its state instead (`value_text`)."""


def number(value: float, *, decimals: int = 1) -> str:
    """Write a number with the signs of the language: ``12,3``, ``1.842``; raises MissingNumberError for NaN."""
    if not math.isfinite(value):
        msg = f"{value} has no digits: write the words of its state"
        raise MissingNumberError(msg)
    return _written(float(value), decimals, current())


@lru_cache(maxsize=8192)  # the same figures come back in every table and sentence
def _written(value: float, decimals: int, language: Language) -> str:
    # As Babel writes it for nl_NL and en_GB (the tests compare the two), without the 5 MB that loading Babel takes.
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
    text = f"{rounded:,f}".translate(_SIGNS[language])
    zero = not any(digit in text for digit in "123456789")
    return text.replace(MINUS, "") if zero else text


def count(value: float) -> str:
    """Write a whole number: ``1.842``; raises MissingNumberError for NaN."""
    return number(value, decimals=0)


def percent(value: float, *, decimals: int = 1) -> str:
    """Write a percentage (0-100): ``38,1%``."""
    return f"{number(value, decimals=decimals)}%"


def figure(value: float, *, share: bool) -> str:
    """Write a rate as a number and a share with its sign: ``81,1``, ``38,1%``."""
    return percent(value) if share else number(value)


def change(value: float, *, decimals: int = 1) -> str:
    """Write a difference with its sign: ``+3,4``, ``−3,4`` (a true minus), ``0,0``."""
    text = number(value, decimals=decimals)
    return f"+{text}" if value > 0 and any(digit in text for digit in "123456789") else text


def band(low: float, high: float, *, decimals: int = 1) -> str:
    """Write a band with an en dash between non-breaking spaces: ``4,8 – 18,4``."""
    return f"{number(low, decimals=decimals)}{NBSP}–{NBSP}{number(high, decimals=decimals)}"


def band_words(low: float, high: float, *, decimals: int = 1) -> str:
    """Write a band as words, for sentences and alternative texts: ``tussen 4,8 en 18,4``."""
    return _("tussen {low} en {high}", low=number(low, decimals=decimals), high=number(high, decimals=decimals))


def date(day: Date) -> str:
    """Write a date: ``1 maart 2026``."""
    return f"{day.day} {_(_MONTHS[day.month - 1])} {day.year}"


def stand(moment: str) -> str:
    """Write how far the figures of a data version go, from its ISO moment: ``stand van 21 november 2026``."""
    return _("stand van {day}", day=date(datetime.fromisoformat(moment).date()))


def euro(amount: float) -> str:
    """Write whole euros: ``€ 80.000``."""
    space = NBSP if current() is Language.DUTCH else ""
    return f"€{space}{count(amount)}"


def counted(amount: float, singular: str, plural: str) -> str:
    """Write a number of things with their noun: ``1 gemeente``, ``0 gemeenten``, ``1.842 meldingen``."""
    return f"{count(amount)} {ngettext(singular, plural, amount)}"


def small(amount: int) -> str:
    """Write a count of things in running text: words up to twelve, digits above."""
    return _(_SMALL_NUMBERS[amount]) if 0 <= amount < len(_SMALL_NUMBERS) else count(amount)


def periods(known: Iterable[Period], *, dash: str = "") -> str:
    """Periods as they are there: three or more in a row as a span, others one by one; a gap is never bridged.

    ``2019 tot en met 2022 en 2024``. Years come before half-years; the same half of several years is named once:
    ``eerste halfjaren van 2020 tot en met 2022``. ``dash`` stands between the ends of a span, instead of words.
    """
    dash = dash or _(" tot en met ")
    ordered = sorted(set(known), key=lambda period: (period.kind is Kind.HALF_YEAR, period.ordinal))
    halves = {period.number for period in ordered if period.kind is Kind.HALF_YEAR}
    if len(ordered) > 1 and len(halves) == 1 and all(period.kind is Kind.HALF_YEAR for period in ordered):
        years = periods((Period.year(period.calendar_year) for period in ordered), dash=dash)
        first = ordered[0].number == 1
        return (
            _("eerste halfjaren van {years}", years=years) if first else _("tweede halfjaren van {years}", years=years)
        )
    runs: list[list[Period]] = []
    for period in ordered:
        if runs and runs[-1][-1].kind is period.kind and runs[-1][-1].ordinal == period.ordinal - 1:
            runs[-1].append(period)
        else:
            runs.append([period])
    parts: list[str] = []
    for run in runs:
        labels = [period.label for period in run]
        parts += [f"{labels[0]}{dash}{labels[-1]}"] if len(run) >= _SPAN else labels
    return listing(parts)


def listing(parts: Sequence[str], *, last: str = N_("en")) -> str:
    """Join parts as in running text: ``Breda, Tilburg en Zundert``."""
    if len(parts) < 2:  # noqa: PLR2004 -- one thing needs no comma and no 'en'
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {_(last)} {parts[-1]}"


def state_words(state: State | str, *, share: bool = False) -> str:
    """Give the words of a state; a share printed as zero has no 'minder dan 2,5'."""
    if share and State(state) is State.ROUNDED_ZERO:
        return _("nul na afronding")
    return _(STATE_WORDS[State(state)])


def remarks(*, uncertain: bool, status: str = "") -> str:
    """What to keep in mind with one figure, for a table or a tooltip; '' when there is nothing."""
    words = (_("onzeker: minder dan 20") if uncertain else "", _("voorlopig") if status == Status.PROVISIONAL else "")
    return ", ".join(word for word in words if word)


def value_text(row: Any, *, decimals: int = 1, share: bool = False) -> str:  # noqa: ANN401 -- a Series or a mapping
    """Write what a place has to say: its number, or the words of its state (never an empty text)."""
    state = State(row["state"])
    if state in WITH_VALUE and math.isfinite(row["value"]):
        text = percent(row["value"], decimals=decimals) if share else number(row["value"], decimals=decimals)
        return text if row["state"] == State.VALUE else f"{text} ({state_words(row['state'], share=share)})"
    if state is State.COUNT_ONLY:
        return count_alone(row["count"])
    return state_words(row["state"], share=share)


def count_alone(number_of: float) -> str:
    """Write a count that nothing is known to divide by, so that nobody takes it for a rate."""
    return f"{_(STATE_WORDS[State.COUNT_ONLY])}: {count(number_of)}"


def with_article(name: str) -> str:
    """Name of a comparator in running text: ``Nederland``, ``de provincie Utrecht``, ``de som van 7 gemeenten``."""
    for start, article in _ARTICLES[current()].items():
        if name.startswith(start):
            return f"{article} {name}"
    return name
