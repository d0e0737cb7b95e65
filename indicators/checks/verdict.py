"""The outcome of a check of one printed figure: verdict, why, and the arithmetic as steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What holding a printed figure against its evidence gives; the words are what a reader sees."""

    HOLDS = "klopt"
    HALF_YEAR = "klopt voor een half jaar"
    NOT_CHECKABLE = "niet te controleren"
    DIFFERS = "wijkt af"


_WEIGHT = (Verdict.DIFFERS, Verdict.HALF_YEAR, Verdict.HOLDS, Verdict.NOT_CHECKABLE)


@dataclass(frozen=True)
class Part:
    """One number of a claim: the region's own, or the one it is compared with."""

    subject: str  # Dutch: 'Nederland', 'Hart van Brabant'
    printed: str  # as the document prints it
    verdict: Verdict
    why: str  # Dutch, full sentences
    steps: tuple[str, ...] = ()  # Dutch: the arithmetic, one line per step
    against: str = ""  # Dutch: what it was held against, with table


@dataclass(frozen=True)
class FigureCheck:
    """One row of the key figures, checked."""

    claim: str  # Dutch, our words
    region: str
    indicator: str
    period: str
    printed: str
    unit: str
    document: str  # id
    place: str
    parts: tuple[Part, ...]

    @property
    def verdict(self) -> Verdict:
        """The strongest finding among the parts; what cannot be checked never hides what can."""
        found = {part.verdict for part in self.parts}
        return next(verdict for verdict in _WEIGHT if verdict in found)

    @property
    def why(self) -> str:
        """The reason of the part that decided."""
        return next(part.why for part in self.parts if part.verdict is self.verdict)
