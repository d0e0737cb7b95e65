"""A figure of a text with what it says it counts: place, period, unit; and what it does not say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.document_check.mentions import ChangeDirection
from indicators.document_check.numbers import Number
from indicators.document_check.when import When


class ClaimKind(StrEnum):
    """What a figure is."""

    COUNT = "count"
    RATE = "rate"  # per so many inhabitants
    CHANGE = "change"  # per cent more or less
    DIFFERENCE = "difference"  # so many more or less
    TIMES = "times"  # so many times as many
    SHARE = "share"  # a part of the reports, or of reports and advice
    ONE_IN = "one in"  # one report to so many inhabitants


class Lack(StrEnum):
    """What is missing for a check; the words are what a reader sees."""

    PLACE = "plaats"
    YEAR = "jaar"
    UNIT = "eenheid"
    MEASURE = "wat er geteld is"
    COMPARISON = "waarmee vergeleken is"
    OUR_FIGURE = "een cijfer op deze site"
    OUR_QUARTER = "een cijfer over een kwartaal of maand"
    OUR_PART = "een cijfer over dit deel van de meldingen"
    SAME_COUNT = "een cijfer dat op dezelfde manier geteld is"


@dataclass(frozen=True)
class ClaimedFigure:
    """One figure of a sentence. ``places`` may be several readings of one name, the likeliest first.

    ``other`` is the second measure of a comparison (adviezen against meldingen) or the whole of a share; ``from_context`` names in Dutch what an
    earlier sentence gave.
    """

    kind: ClaimKind
    number: Number
    printed: str
    measure: str = ""
    other: str = ""
    places: tuple[str, ...] = ()
    place_words: str = ""
    members: tuple[str, ...] = ()  # municipalities that the sentence counts together
    when: When | None = None
    base: When | None = None
    base_told: bool = False
    per: tuple[int, ...] = ()  # inhabitants; 0 stands for the plain count, where a text leaves it open
    direction: ChangeDirection | None = None
    lacks: tuple[Lack, ...] = ()
    note: str = ""  # Dutch, full sentence: more on what is missing
    people: bool = False  # counts who asked for advice; one of them may have asked more often
    part_near: bool = False  # the sentence also speaks of a part of the reports
    from_context: tuple[str, ...] = ()
