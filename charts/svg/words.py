"""Text of a Plotly figure as SVG: lines, bold and slanted parts, and how wide they are in our typeface."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from string import ascii_uppercase, digits
from typing import Any

from indicators import notation

_LINE_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<(/?)(b|i)>")
_ANY_TAG = re.compile(r"<[^>]+>")
_FIELD = re.compile(r"%\{(\w+)(?:\[(\d+)\])?\}")
LINE_PX = 16
_LOOKS = {"b": 'font-weight="700"', "i": 'font-style="italic"'}
_NARROW, _WIDE = frozenset("ijltfrI.,:;'’|!()[] \u00a0-"), frozenset("mwMW%")
_BOLD = 1.06


def lines_of(text: str) -> list[str]:
    """Lines of a text with Plotly's mark-up; a line that is empty without it is left out."""
    lines, tail = [], ""
    for line in _LINE_BREAK.split(text):
        whole = tail + line
        opened = whole.count("<b>") > whole.count("</b>")
        tail = "<b>" if opened else ""
        if bare(whole):
            lines.append(whole + ("</b>" if opened else ""))
    return lines


def bare(text: str) -> str:
    """The text without mark-up."""
    return unescape(_ANY_TAG.sub("", text)).strip()


def width(text: str, *, px: float) -> float:
    """Width in px of one line at a letter height of ``px``: an estimate on the wide side."""
    ems = 0.0
    for letter in bare(text):
        if letter in _NARROW:
            ems += 0.31
        elif letter in _WIDE:
            ems += 0.86
        elif letter in digits:
            ems += 0.56
        elif letter in ascii_uppercase:
            ems += 0.64
        else:
            ems += 0.54
    return ems * px * (_BOLD if "<b>" in text else 1.0)


def spans(line: str) -> str:
    """One line as SVG text content; ``<b>`` and ``<i>`` become parts of their own."""
    body, look = "", ""
    for text, closing, name in zip(*_parted(line), strict=True):
        if text:
            words = escape(unescape(_ANY_TAG.sub("", text)))
            body += f"<tspan {look}>{words}</tspan>" if look else words
        look = "" if closing or not name else _LOOKS[name]
    return body


def _parted(line: str) -> tuple[list[str], list[str], list[str]]:
    """Texts between the tags, and of the tag after each whether it closes, and its name; the last has none."""
    parts = _TAG.split(line)
    return parts[::3], [*parts[1::3], ""], [*parts[2::3], ""]


def hover(trace: Mapping[str, Any], at: int) -> list[str]:
    """Lines of the label of point ``at`` of a trace, from its ``hovertemplate`` as Plotly fills it in."""

    def value(match: re.Match[str]) -> str:
        values = trace.get(match[1])
        point = values if isinstance(values, str) else values[at] if isinstance(values, Sequence) else ""
        if match[2] is not None and not isinstance(point, str):
            point = point[int(match[2])]
        return escape(notation.number(point) if isinstance(point, float) else str(point))

    template = re.sub(r"<extra>.*?</extra>", "", str(trace.get("hovertemplate", "")))
    return [bare(line) for line in lines_of(_FIELD.sub(value, template))]
