"""What a reader typed, taken apart: the name, and a level, province or postcode that stands with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_sources.level import Level
from geo.registry import fold

LONGEST = 80
"""Letters of a question that are read; no name is longer."""

LEVEL_WORDS = {
    "gemeente": Level.MUNICIPALITY, "gem": Level.MUNICIPALITY, "gm": Level.MUNICIPALITY,
    "provincie": Level.PROVINCE, "prov": Level.PROVINCE, "pv": Level.PROVINCE,
    "veilig thuis regio": Level.VT_REGION, "veilig thuis": Level.VT_REGION, "veiligthuis": Level.VT_REGION,
    "vt regio": Level.VT_REGION, "vt": Level.VT_REGION, "regio": Level.VT_REGION,
    "landsdeel": Level.COUNTRY_PART, "ld": Level.COUNTRY_PART,
}  # fmt: skip
PROVINCE_WORDS = {
    "gr": "PV20", "fr": "PV21", "frl": "PV21", "dr": "PV22", "o": "PV23", "ov": "PV23", "fl": "PV24", "gld": "PV25",
    "gel": "PV25", "ut": "PV26", "nh": "PV27", "n h": "PV27", "zh": "PV28", "z h": "PV28", "z": "PV29", "zl": "PV29",
    "nb": "PV30", "n b": "PV30", "l": "PV31", "lb": "PV31", "li": "PV31",
}  # fmt: skip
"""Letters behind a name for the province, as CBS and the post write them: Hengelo (O.), Bergen NH."""

_POSTCODE = re.compile(r"([1-9]\d{3})(?: ?[a-z]{2})?")
_CODE = re.compile(r"(?:(nl|ld|pv|vt|gm) ?)?(\d{2,4})")
_WITH_OTHERS = re.compile(r" (?:c a|ca|cum annexis)$")


@dataclass(frozen=True)
class Question:
    """A folded name with what narrows it; ``code`` and ``postcode`` are set when the whole text is one."""

    name: str
    level: Level | None = None
    province: str | None = None
    postcode: int | None = None
    code: str | None = None

    @property
    def joined(self) -> str:
        """The name without spaces, so that ``s Hertogenbosch`` and ``shertogenbosch`` are the same."""
        return self.name.replace(" ", "")


def parse_question(text: str) -> Question:
    """Take apart what was typed; an empty name when it holds no letter or digit."""
    folded = fold(text[:LONGEST])
    postcode = _POSTCODE.fullmatch(folded)
    code = _CODE.fullmatch(folded)
    if postcode or code:
        return Question(
            folded, postcode=int(postcode[1]) if postcode else None, code=_full_code(code) if code else None
        )
    return Question(_WITH_OTHERS.sub("", folded))


def narrowed(question: Question) -> list[Question]:
    """The question read with its first or last word as a level or a province: ``utrecht gemeente``, ``bergen nh``."""
    readings = []
    for word, level in LEVEL_WORDS.items():
        if question.name.startswith(f"{word} "):
            readings.append(Question(question.name.removeprefix(f"{word} "), level=level))
        elif question.name.endswith(f" {word}"):
            readings.append(Question(question.name.removesuffix(f" {word}"), level=level))
    readings += [
        Question(question.name.removesuffix(f" {word}"), province=province)
        for word, province in PROVINCE_WORDS.items()
        if question.name.endswith(f" {word}")
    ]
    return readings


def _full_code(match: re.Match[str]) -> str:
    letters, digits = match.groups()
    return f"{letters.upper()}{digits}" if letters else f"GM{digits.zfill(4)}"
