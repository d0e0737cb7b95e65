"""Numbers as Dutch text writes them: digits, words, fractions, ranges, and the words before them that soften them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from indicators.document_check.spans import Span, free_of


class Hedge(StrEnum):
    """How exactly a number is meant."""

    NONE = "none"
    ABOUT = "about"  # ongeveer, circa, zo'n
    OVER = "over"  # ruim
    MORE = "more"  # meer dan, minstens
    UNDER = "under"  # bijna
    LESS = "less"  # minder dan, hooguit
    RANGE = "range"  # tussen 100 en 120


@dataclass(frozen=True)
class Number(Span):
    """One printed number; ``low`` and ``high`` differ for a range only.

    ``step`` is the width of the print: 0.1 for 36,4; 1 for 1.842; 1.000 for 127.000, which may be a rounded number.
    ``fraction`` says that it is a part of one (een derde), given in per cent.
    """

    low: float
    high: float
    step: float
    hedge: Hedge = Hedge.NONE
    fraction: bool = False
    decimals: int = 0
    in_words: bool = False

    @property
    def value(self) -> float:
        """The number itself; the middle of a range."""
        return (self.low + self.high) / 2


_MOST_DIGITS = 2  # digits that a rounded number keeps: 127.000 may be rounded to thousands, 2.000 to hundreds only
_DIGITS = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+,\d+|\d+\.\d{1,2}(?![\d.])|\d+"
_TIMES = {"duizend": 1_000.0, "miljoen": 1_000_000.0, "mln": 1_000_000.0}
_NUMERAL = re.compile(
    rf"(?<![\w.,/])(?<![^\d]-)(?<!^-)(?P<digits>{_DIGITS})(?:[ \u00a0](?P<times>duizend|miljoen|mln)\b\.?)?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_UNITS = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
]  # fmt: skip
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_FRACTIONS = {
    "driekwart": 75.0, "drie kwart": 75.0, "een kwart": 25.0, "de helft": 50.0, "een derde": 100 / 3,
    "een vierde": 25.0, "een vijfde": 20.0, "een zesde": 100 / 6, "een tiende": 10.0, "twee derde": 200 / 3,
    "tweederde": 200 / 3, "drie vierde": 75.0, "twee vijfde": 40.0, "drie vijfde": 60.0, "vier vijfde": 80.0,
}  # fmt: skip
_FRACTION_WORDS = "|".join(_FRACTIONS).replace(" ", r"\s+").replace("een", "[eé][eé]n")
_FRACTION = re.compile(rf"\b(?:{_FRACTION_WORDS})\b", re.IGNORECASE)
_FRACTION_STEP = 5.0
_ONE_IN = re.compile(r"\b(?:[eé][eé]n|1)\s+op\s+de\s+(?P<of>[^\W\d_]+|\d{1,2})(?![\w.,]*\d)", re.IGNORECASE)
_SOME_IN = re.compile(
    r"\b(?P<many>twee|drie|vier|vijf|zes|zeven|acht|negen|[2-9])\s+op\s+de\s+(?P<of>drie|vier|vijf|zes|zeven|acht|negen|tien|[3-9]|10)\b(?![.,]?\d)",
    re.IGNORECASE,
)
_ONE_TO_PEOPLE = re.compile(
    rf"\b(?:(?i:[eé][eé]n)|1)\s+(?:melding|advies|adviesvraag)?\s*(?:op|per)\s+(?:(?:de|elke|iedere|ongeveer|zo['’]n|ruim|bijna)\s+)*(?P<of>{_DIGITS}|[a-zé]+)"
    r"(?=\s+(?:(?i:inwoners|mensen|personen|ingezetenen)|[A-Z]\w+(?:aars|ers|aren|ezen|anen)\b))"
)
_ONE_AND_A_HALF = re.compile(r"\banderhalf\b(?!\s+miljoen)", re.IGNORECASE)
_HALF_A_MILLION = re.compile(r"\b(?:een\s+)?half\s+miljoen\b", re.IGNORECASE)
_HEDGES = {
    Hedge.OVER: r"ruim|dik|iets meer dan|net iets meer dan|net boven(?: de)?|iets boven(?: de)?|goed",
    Hedge.MORE: r"(?<!niet )(?<!nooit )meer dan|niet minder dan|minstens|minimaal|ten minste|tenminste|(?<!niet )boven de|(?<!niet )hoger dan",
    Hedge.UNDER: r"bijna|net geen|nog geen|krap|een kleine|iets minder dan|net onder(?: de)?|vrijwel|amper|tegen de",
    Hedge.LESS: r"(?<!niet )minder dan|(?:niet|nooit) meer dan|hooguit|maximaal|ten hoogste|hoogstens|onder de|lager dan",
    Hedge.ABOUT: r"ongeveer|circa|ca\.?|zo['’]?n|rond de|rond|om en nabij(?: de)?|grofweg|naar schatting|afgerond|plusminus|±|een|de",
}
_BEFORE = {hedge: re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE) for hedge, words in _HEDGES.items()}
_ARTICLE = re.compile(r"(?<!\w)(?:een|de)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)tussen\s+(?:de\s+)?$", re.IGNORECASE)
_JOINS_RANGE = re.compile(r"\s+en\s+(?:de\s+)?", re.IGNORECASE)
_DASHES = re.compile(r"\s*[–-]\s*|\s+(?:à|tot)\s+")


def numbers(text: str, *, taken: tuple[Span, ...] = ()) -> tuple[Number, ...]:
    """Every number of a text in order; those inside ``taken`` spans (years, places, units) are left out."""
    fractions = _fractions(text)
    singles = [*fractions, *(each for each in _digits(text) if free_of(each, fractions))]
    singles += [each for each in _words(text) if free_of(each, singles)]
    usable = sorted((each for each in singles if free_of(each, taken)), key=lambda each: each.start)
    return tuple(_hedged(text, each) for each in _ranges(text, usable))


def _digits(text: str) -> list[Number]:
    return [number for match in _NUMERAL.finditer(text) if (number := _of_digits(match)) is not None]


def _of_digits(match: re.Match[str]) -> Number | None:
    digits = re.sub(r"[\u00a0\u202f]", ".", match["digits"])
    if re.fullmatch(r"\d+\.\d{1,2}", digits):
        digits = digits.replace(".", ",")  # a decimal point, as a spreadsheet prints it
    whole, _, decimals = digits.partition(",")
    whole = whole.replace(".", "")
    times = _TIMES[match["times"].lower()] if match["times"] else 1.0
    value = float(f"{whole}.{decimals or 0}") * times
    step = times * 10.0 ** -len(decimals) if decimals else _rounded_step(value, at_least=times)
    return Number(match.start(), match.end(), value, value, step, decimals=len(decimals))


def _rounded_step(value: float, *, at_least: float = 1.0) -> float:
    """How coarsely a whole number may be rounded: by its zeros at the end, keeping two digits."""
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0")) if value else 0
    return max(10.0 ** min(zeros, max(len(digits) - _MOST_DIGITS, 0)), at_least)


def _fractions(text: str) -> list[Number]:
    parts = []
    for match in _FRACTION.finditer(text):
        share = _FRACTIONS[re.sub(r"\s+", " ", match[0].lower()).replace("één", "een")]
        parts.append(Number(match.start(), match.end(), share, share, _FRACTION_STEP, fraction=True, in_words=True))
    for match in _ONE_IN.finditer(text):
        of = float(match["of"]) if match["of"].isdigit() else in_figures(match["of"])
        if of and 1 < of < 100:  # noqa: PLR2004 -- 'een op de 10.000' is a rate
            parts.append(
                Number(match.start(), match.end(), 100 / of, 100 / of, _FRACTION_STEP, fraction=True, in_words=True)
            )
    for match in _SOME_IN.finditer(text):
        many, of = (float(part) if part.isdigit() else in_figures(part) for part in (match["many"], match["of"]))
        if many and of and many < of:
            share = 100 * many / of
            parts.append(Number(match.start(), match.end(), share, share, _FRACTION_STEP, fraction=True, in_words=True))
    parts += [
        Number(match.start(), match.end(), 500_000, 500_000, 100_000, in_words=True)
        for match in _HALF_A_MILLION.finditer(text)
    ]
    parts += [
        Number(match.start(), match.end(), 1.5, 1.5, 0.1, decimals=1, in_words=True)
        for match in _ONE_AND_A_HALF.finditer(text)
    ]
    return parts


def one_in(text: str) -> tuple[Number, ...]:
    """``één melding op de 140 inwoners`` as 140: one to so many people; 'een op de drie' without people is a share."""
    ratios = []
    for match in _ONE_TO_PEOPLE.finditer(text):
        digits = re.fullmatch(_DIGITS, match["of"])
        value = float(match["of"].replace(".", "").replace(",", ".")) if digits else in_figures(match["of"])
        if value and value > 1:
            ratios.append(Number(match.start(), match.end("of"), value, value, _rounded_step(value)))
    return tuple(ratios)


def _words(text: str) -> list[Number]:
    parts, skip = [], -1
    for match in _WORD.finditer(text):
        value = in_figures(match[0])
        if value is None or match.start() < skip:
            continue
        end = match.end()
        times = re.match(r"\s+(duizend|miljoen|mln)\b", text[end:], re.IGNORECASE)
        if times:
            value, end = value * _TIMES[times[1].lower()], end + times.end()
        rest = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        hundreds = in_figures(rest[0]) if rest else None
        if rest and hundreds and value % 1_000 == 0 and 0 < hundreds < 1_000 <= value:  # noqa: PLR2004 -- 'vijfduizend negenhonderd'
            value, end = value + hundreds, rest.end()
        skip = end
        parts.append(Number(match.start(), end, value, value, _rounded_step(value), in_words=True))
    return parts


@lru_cache(maxsize=4096)
def in_figures(word: str) -> float | None:
    """Value of a number written as one word: ``tweehonderdzeventig`` is 270; None for another word and for 'een'."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return None if plain in {"een", "honderden", "duizenden"} else _value(plain)


def _value(word: str) -> float | None:
    for name, size in (("duizend", 1_000), ("honderd", 100)):
        before, there, after = word.partition(name)
        if there:
            head = 1.0 if not before else _value(before)
            tail = 0.0 if not after else _value(after.removeprefix("en") if after.startswith("en") else after)
            return None if head is None or tail is None or tail >= size else head * size + tail
    if word in _UNITS:
        return float(_UNITS.index(word))
    for position, ten in enumerate(_TENS, start=2):
        if word == ten:
            return position * 10.0
        unit = word.removesuffix(ten).removesuffix("en")
        if word.endswith(f"en{ten}") and unit in _UNITS[1:10]:
            return position * 10.0 + _UNITS.index(unit)
    return None


def _ranges(text: str, singles: list[Number]) -> list[Number]:
    """Two numbers of ``tussen 100 en 120`` or ``100-120`` as one range."""
    joined: list[Number] = []
    rest = list(singles)
    while rest:
        first = rest.pop(0)
        second = rest[0] if rest else None
        between = text[first.end : second.start] if second else ""
        between_word = _BETWEEN.search(text[: first.start])
        joins = (between_word and _JOINS_RANGE.fullmatch(between)) or _DASHES.fullmatch(between)
        if second is not None and joins and first.low < second.low:
            rest.pop(0)
            start = between_word.start() if between_word else first.start
            joined.append(Number(start, second.end, first.low, second.high, second.step, Hedge.RANGE))
        else:
            joined.append(first)
    return joined


def _hedged(text: str, number: Number) -> Number:
    if number.hedge is Hedge.RANGE:
        return number
    before = text[: number.start]
    article = _ARTICLE.search(before)
    for hedge, pattern in _BEFORE.items():
        match = pattern.search(before)
        if match and not (article and match[0].split()[0].lower() in {"een", "de"} and len(match[0].split()) == 1):
            return replace(number, hedge=hedge, start=match.start())
    return number
