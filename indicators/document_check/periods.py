"""Years, half-years and quarters as Dutch text names them, and the period that a change is measured from."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from indicators.document_check.spans import Span, free_of
from indicators.document_check.when import Role, When, WhenMention

_YEAR = r"(?P<year>20[0-4]\d)"
_NTH = r"(?P<nth>eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e|1ste|2de|3de|4de)"
_NUMBER = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 2}
_OF = r"(?:\s+van)?(?:\s+het\s+jaar)?"
_TO = r"\s*(?:tot\s+en\s+met|t/m|tot|en\s+met|[–-])\s*"
_FIRST_DAY, _SAME_YEAR = r"(?:(?:1|een)\s+)?", r"(?:\s+20\d\d)?"
_WHOLE_YEARS = (rf"\b{_FIRST_DAY}januari{_SAME_YEAR}{_TO}(?:31\s+)?december\s+{_YEAR}",)
_HALVES = (
    rf"{_NTH}\s+(?:half\s?jaar|helft){_OF}\s+{_YEAR}",
    rf"{_NTH}\s+(?:zes|6)\s+maanden{_OF}\s+{_YEAR}",
    rf"\bH(?P<nth>[12])[ -]?{_YEAR}",
    rf"{_YEAR}[ -]?H(?P<nth>[12])\b",
    rf"\b{_FIRST_DAY}(?P<nth>januari){_SAME_YEAR}{_TO}(?:30\s+)?juni\s+{_YEAR}",
    rf"\b{_FIRST_DAY}(?P<nth>juli){_SAME_YEAR}{_TO}(?:31\s+)?december\s+{_YEAR}",
    rf"\btussen\s+{_FIRST_DAY}(?P<nth>januari)\s+en\s+{_FIRST_DAY}juli\s+{_YEAR}",
)
_QUARTERS = (
    rf"{_NTH}\s+kwartaal{_OF}\s+{_YEAR}",
    rf"{_NTH}\s+(?:drie|3)\s+maanden{_OF}\s+{_YEAR}",
    rf"\b[QK](?P<nth>[1-4])[ -]?{_YEAR}",
    rf"{_YEAR}[ -]?[QK](?P<nth>[1-4])\b",
    rf"\b(?P<nth>januari){_TO}maart\s+{_YEAR}",
)
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_PARTS = (
    rf"{_NTH}\s+(?:\w+)\s+(?:maanden|weken){_OF}\s+{_YEAR}",
    rf"(?:tot\s+en\s+met|t/m|tot|sinds|vanaf|in|eind|begin|medio)\s+(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+{_YEAR}",
    rf"(?:{_MONTH}){_TO}(?:{_MONTH})\s+{_YEAR}",
    rf"(?:{_MONTH})\s+{_YEAR}",
    rf"\b(?:eind|begin|medio|najaar|voorjaar|zomer|winter|herfst|lente)\s+(?:van\s+)?{_YEAR}",
)
_DATE = re.compile(rf"\b\d{{1,2}}\s+(?:{_MONTH})(?:\s+20\d\d)?|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}", re.IGNORECASE)
_PART_ONLY = re.compile(
    rf"{_NTH}\s+(?:half\s?jaar|helft(?:\s+van\s+(?:het|dat|dit)\s+jaar)?|kwartaal)(?!\s+20\d\d)", re.IGNORECASE
)
_SHORTENED = re.compile(
    r"\b(?:het|de)\s+(?P<nth>eerste|tweede|derde)\b(?!\s+(?:half|kwart))(?=(?:[^.;]|\.\d){0,60}?\b(?:tweede|derde|vierde)\s+(?P<part>half\s?jaar|helft|kwartaal)\b)",
    re.IGNORECASE,
)
_SHORTENED_LATER = re.compile(
    r"(?:(?<=\bin )|(?<=\bdan ))(?:het|de)\s+(?P<nth>eerste|tweede|derde|vierde)(?=\s*(?:[.,;:)(]|$|\s(?:en|nog|was|waren)\b))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:vorig|afgelopen|dit|volgend|komend)\s+(?:kalender)?jaar\b|\b(?:de\s+)?(?:afgelopen|laatste)\s+"
    r"(?:tijd|jaren|periode|maanden|weken|(?:\w+)\s+jaar)\b|\bper\s+(?:dag|week|maand)\b|\b(?:elke|iedere)\s+(?:dag|week|maand)\b",
    re.IGNORECASE,
)
_BEFORE_BASE = re.compile(
    r"(?:ten\s+opzichte\s+van|t\.?\s?o\.?\s?v\.?|vergeleken\s+met|in\s+vergelijking\s+met|dan|als|sinds|vanaf|tegenover|tegen)"
    r"(?:\s+(?:in|het|over|het\s+jaar|in\s+het|in\s+heel|heel|de|in\s+de|dezelfde\s+periode\s+in))*\s*$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<word>tussen|van|periode)\s+(?P<first>20[0-4]\d)\s+(?:en|naar|tot\s+en\s+met|t/m|tot)\s+{_YEAR}",
    re.IGNORECASE,
)
_MANY = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_YEARS_LATER = re.compile(
    r"(?<!dan )(?<!als )(?<!van )\b(?P<many>een|één|het|twee|drie|vier|vijf|[1-5])\s+jaar\s+(?:(?P<later>later|erna|daarna|erop|daarop)|eerder|ervoor|daarvoor|terug)\b",
    re.IGNORECASE,
)
_BETWEEN_BEFORE = re.compile(r"\btussen\s+(?:het\s+|de\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+en\s+(?:het\s+|de\s+)?", re.IGNORECASE)
_DASHED = re.compile(rf"(?<![\d.,])(?P<first>20[0-4]\d)\s?[–-]\s?{_YEAR}(?![\d-])")
_YEAR_BEFORE = re.compile(
    r"\b(?:dan|als|ten\s+opzichte\s+van|vergeleken\s+met|t\.?o\.?v\.?)\s+(?:in\s+)?(?:een|het|dezelfde\s+periode(?:\s+een)?)\s+"
    r"(?:jaar\s+(?:eerder|ervoor|daarvoor)|(?:voor)?(?:gaande|gaand|vorige)\s+jaar)\b|\bten\s+opzichte\s+van\s+(?:het\s+)?(?:jaar\s+ervoor|voorgaande\s+jaar)\b",
    re.IGNORECASE,
)
_AMOUNT = r"(?:(?:ruim|bijna|ongeveer|circa|zo['’]n|nog)\s+)?\d[\d.]*(?:\s+(?:meldingen|adviezen|adviesvragen|keer))?"
_BESIDE_AMOUNT = re.compile(
    rf"(?:\b(?:dan|als|dubbele\s+van|helft\s+van|tegenover|tegen|vergeleken\s+met|ten\s+opzichte\s+van)\s+(?:de\s+)?{_AMOUNT}\s+(?:in|van|uit|over)\s*$)",
    re.IGNORECASE,
)
_FROM_AMOUNT = re.compile(rf"\bvan\s+{_AMOUNT}\s+in\s+(?:het\s+jaar\s+)?$", re.IGNORECASE)
_TO_AMOUNT = re.compile(r"\s*(?:,\s*)?(?:via|naar|tot)\b", re.IGNORECASE)
_PLAIN = re.compile(rf"(?<![\w.,/-]){_YEAR}(?![\w/]|[.,]\d|-\d)(?!\s+(?:meldingen|adviezen|keer|inwoners|euro))")


_MAY_NAME = re.compile(
    r"20\d\d|jaar|jaren|kwartaal|helft|\b(?:dag|week|weken|maand|maanden|tijd|periode)\b", re.IGNORECASE
)


def when_mentions(text: str) -> tuple[WhenMention, ...]:
    """Every period that a sentence names, in order."""
    if not _MAY_NAME.search(text):
        return ()
    marks: list[WhenMention] = []
    for match in [*_SPAN.finditer(text), *_DASHED.finditer(text)]:
        _add(marks, _span(match))
    _add_all(marks, _WHOLE_YEARS, text, kind="year")
    _add_all(marks, _HALVES, text, kind="half")
    _add_all(marks, _QUARTERS, text, kind="quarter")
    for match in _YEAR_BEFORE.finditer(text):
        _add(marks, [WhenMention(match.start(), match.end(), None, Role.BASE)])
    _add_all(marks, _PARTS, text, kind="months")
    for match in _PLAIN.finditer(text):
        _add(marks, [WhenMention(match.start(), match.end(), When(int(match["year"])))])
    for match in _PART_ONLY.finditer(text):
        number = _NUMBER.get(match["nth"].lower()) or int(match["nth"][0])
        part = When(0, quarter=number) if "kwartaal" in match[0].lower() else When(0, half=number)
        _add(marks, [WhenMention(match.start(), match.end(), part, part_only=True)])
    for match in _SHORTENED.finditer(text):  # 'in het eerste en 62.910 in het tweede halfjaar'
        number = _NUMBER[match["nth"].lower()]
        part = When(0, quarter=number) if match["part"].lower() == "kwartaal" else When(0, half=number)
        _add(marks, [WhenMention(match.start(), match.end(), part, part_only=True)])
    for match in _SHORTENED_LATER.finditer(text) if any(_is_part(mark) for mark in marks) else ():
        number, quarters = _NUMBER[match["nth"].lower()], any(mark.when and mark.when.quarter for mark in marks)
        part = When(0, quarter=number) if quarters else When(0, half=min(number, 2))
        _add(marks, [WhenMention(match.start(), match.end(), part, part_only=True)])
    for match in _RELATIVE.finditer(text):
        _add(marks, [WhenMention(match.start(), match.end(), None, Role.RELATIVE)])
    ordered = sorted((_as_base(text, mark) for mark in marks), key=lambda mark: mark.start)
    return _with_years(_years_later(text, _between(text, ordered)))


def dates(text: str) -> tuple[Span, ...]:
    """Days in a text; their numbers are no figures."""
    return tuple(Span(match.start(), match.end()) for match in _DATE.finditer(text))


def _span(match: re.Match[str]) -> list[WhenMention]:
    first, last = int(match["first"]), int(match["year"])
    if match.groupdict().get("word", "").lower() not in {"tussen", "van"}:
        return [WhenMention(match.start(), match.end(), When(last), Role.SEVERAL, since=When(first))]
    middle = match.start("year")
    return [
        WhenMention(match.start(), middle, When(first), Role.BASE),
        WhenMention(middle, match.end(), When(last)),
    ]


def _add(marks: list[WhenMention], more: list[WhenMention]) -> None:
    if all(free_of(mark, marks) for mark in more):
        marks += more


def _add_all(marks: list[WhenMention], patterns: tuple[str, ...], text: str, *, kind: str) -> None:
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            year = int(match["year"])
            nth = (match.groupdict().get("nth") or "").lower()
            number = {"januari": 1, "juli": 2}.get(nth) or _NUMBER.get(nth) or int(nth[0] if nth else 0)
            if kind == "year":
                when = When(year)
            elif kind == "half":
                when = When(year, half=min(number, 2))
            elif kind == "quarter":
                when = When(year, quarter=4 if nth == "laatste" else number)
            else:
                when = When(year, months=True)
            _add(marks, [WhenMention(match.start(), match.end(), when)])


def _as_base(text: str, mark: WhenMention) -> WhenMention:
    if mark.role is Role.OF and _BEFORE_BASE.search(text[: mark.start]):
        return replace(mark, role=Role.BASE)
    before = text[: mark.start]
    from_to = _FROM_AMOUNT.search(before) and _TO_AMOUNT.match(text[mark.end :])
    if mark.role is Role.OF and not mark.part_only and (from_to or _BESIDE_AMOUNT.search(before)):
        return replace(mark, role=Role.BASE)
    return mark


def _between(text: str, marks: list[WhenMention]) -> list[WhenMention]:
    """``tussen het eerste halfjaar van 2022 en dat van 2025``: a change is measured from the first."""
    joined = {
        first
        for first, second in pairwise(marks)
        if _BETWEEN_BEFORE.search(text[: first.start]) and _AND.fullmatch(text[first.end : second.start])
    }
    return [replace(mark, role=Role.BASE) if mark in joined else mark for mark in marks]


def _years_later(text: str, marks: list[WhenMention]) -> list[WhenMention]:
    """``drie jaar later`` as a period, counted from the last one that stands before it."""
    counted: list[WhenMention] = []
    for match in _YEARS_LATER.finditer(text):
        before = [mark for mark in marks if mark.end <= match.start() and mark.when and mark.when.year]
        mark = Span(match.start(), match.end())
        if not before or not free_of(mark, marks):
            continue
        since = before[-1].when
        years = int(match["many"]) if match["many"].isdigit() else _MANY.get(match["many"].lower(), 1)
        when = replace(since, year=since.year + (years if match["later"] else -years)) if since else None
        counted.append(WhenMention(mark.start, mark.end, when, since=since))
    return sorted([*marks, *counted], key=lambda mark: mark.start)


def _with_years(marks: list[WhenMention]) -> tuple[WhenMention, ...]:
    """Give ``het eerste halfjaar`` the one year that its sentence names; a year that only served for that is spent."""
    years = {mark.when.year for mark in marks if mark.when and not mark.part_only and mark.role is Role.OF}
    if len(years) > 1 and (part := _leading_part(marks)):
        return _in_each_year(marks, part)
    if not any(mark.part_only for mark in marks) or len(years) != 1:
        return tuple(marks)
    year = years.pop()
    parts = {mark.when for mark in marks if mark.part_only}
    whole = When(year) if len(parts) == 1 else None  # with both halves the year itself may be counted as well
    return tuple(
        replace(mark, when=replace(mark.when, year=year), part_only=False)
        if mark.part_only and mark.when
        else replace(mark, role=Role.SPENT)
        if mark.when == whole and mark.role is Role.OF
        else mark
        for mark in marks
    )


def _leading_part(marks: list[WhenMention]) -> WhenMention | None:
    """The half-year of ``eerste halfjaar: 75.000 (2024) en 85.000 (2025)``, which stands before all years."""
    parts = [mark for mark in marks if mark.part_only]
    return parts[0] if len(parts) == 1 and parts[0] == marks[0] and parts[0].when else None


def _in_each_year(marks: list[WhenMention], part: WhenMention) -> tuple[WhenMention, ...]:
    return tuple(
        replace(mark, role=Role.SPENT)
        if mark is part
        else replace(mark, when=replace(part.when, year=mark.when.year))
        if part.when and mark.when == When(mark.when.year if mark.when else 0)
        else mark
        for mark in marks
    )


def _is_part(mark: WhenMention) -> bool:
    return mark.when is not None and bool(mark.when.half or mark.when.quarter)
