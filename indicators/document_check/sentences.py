"""A text as sentences and headings, with their place in it; lines that a PDF broke are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_ABBREVIATIONS = frozenset(
    [
        "ca",
        "bijv",
        "nr",
        "o.a",
        "t.o.v",
        "m.b.t",
        "jl",
        "resp",
        "d.w.z",
        "p",
        "blz",
        "art",
        "incl",
        "excl",
        "mln",
        "mld",
        "vgl",
        "nl",
        "evt",
        "mr",
        "dr",
        "drs",
        "ir",
        "prof",
        "st",
        "m.n",
        "t.a.v",
        "d.d",
        "i.v.m",
        "a.u.b",
        "tel",
        "max",
        "min",
        "gem",
        "ong",
        "etc",
        "afb",
        "tab",
        "par",
        "enz",
        "inw",
    ]
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Ý0-9])")
_LAST_WORD = re.compile(r"([\w.]+)\.[\"'”’)\]]*$")
_BULLET = re.compile(r"^\s*(?:[-–•*▪·◦]|\d{1,2}[.)])\s+")
_LONGEST_HEADING = 90
_LOOK_BACK = 40  # characters before the end of a sentence that can be an abbreviation
_CLOSED = (".", "!", "?", ";", ",", "…")


@dataclass(frozen=True)
class Sentence:
    """One sentence or heading; ``start`` is its place in the text and ``block`` the number of its paragraph."""

    text: str
    start: int
    block: int
    heading: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences and headings of a text in order; each is a piece of the text as it stands, line breaks included."""
    parts: list[Sentence] = []
    for number, (start, end) in enumerate(_blocks(text)):
        block = text[start:end]
        if _is_heading(block):
            parts.append(Sentence(block, start, number, heading=True))
            continue
        parts += [Sentence(block[a:b], start + a, number) for a, b in _sentences(block)]
    return tuple(parts)


def _blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs: lines that belong together, because the line before was broken off."""
    blocks: list[tuple[int, int]] = []
    position, fresh = 0, True
    for line in text.splitlines(keepends=True):
        start, end = position + len(line) - len(line.lstrip()), position + len(line.rstrip())
        position += len(line)
        if start >= end:
            fresh = True
            continue
        if (
            not fresh
            and not _BULLET.match(line)
            and _goes_on(
                text[max(blocks[-1][0], blocks[-1][1] - 2 * _LONGEST_HEADING) : blocks[-1][1]], text[start:end]
            )
        ):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        fresh = False
    return blocks


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on with the one before it: that one does not end, and it is long or this one starts small."""
    if before.endswith((".", "!", "?", ":", ";", "…")):
        return False
    last = before.rpartition("\n")[2].strip()
    return line[0].islower() or len(last) > _LONGEST_HEADING * 2 // 3


def _is_heading(block: str) -> bool:
    return len(block) <= _LONGEST_HEADING and not block.endswith(_CLOSED) and not _BULLET.match(block)


def _sentences(block: str) -> list[tuple[int, int]]:
    ends = [0]
    for match in _END.finditer(block):
        before = block[max(ends[-1], match.start() - _LOOK_BACK) : match.start()]
        last = _LAST_WORD.search(before)
        word = last[1].lower() if last else ""
        if (
            word in _ABBREVIATIONS
            or (len(word) == 1 and word.isalpha())
            or (word.isdigit() and len(before) <= len(word) + 1)
        ):
            continue
        ends.append(match.end())
    ends.append(len(block))
    return [(a, a + len(block[a:b].rstrip())) for a, b in pairwise(ends) if block[a:b].strip()]
