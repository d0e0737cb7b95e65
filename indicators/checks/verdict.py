"""The outcome of a check of one printed figure: verdict, why, and the arithmetic as steps (STATISTICS rule 18)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What holding a printed figure against its evidence gives; the words are what a reader sees.

    ``klopt`` and ``wijkt af`` need the same definition, period and place.
    """

    HOLDS = "klopt"
    HALF_YEAR = "klopt voor een half jaar"
    WITHIN = "past binnen de schatting"
    DIFFERS = "wijkt af"
    NOT_COMPARABLE = "niet te vergelijken (andere definitie of jaar)"
    NOT_CHECKABLE = "niet te controleren"


ORDER = (
    Verdict.DIFFERS,
    Verdict.HALF_YEAR,
    Verdict.HOLDS,
    Verdict.WITHIN,
    Verdict.NOT_COMPARABLE,
    Verdict.NOT_CHECKABLE,
)
"""From the strongest finding to none; the order in which they are listed."""


@dataclass(frozen=True)
class Part:
    """One number of a claim: the region's own, or the one it is compared with."""

    subject: str  # Dutch: 'Nederland', 'Hart van Brabant'
    printed: str  # as the document prints it
    verdict: Verdict
    why: str  # Dutch, full sentences
    steps: tuple[str, ...] = ()  # Dutch: the arithmetic, one line per step
    against: str = ""  # Dutch: what it was checked against, with table


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
        reached = {part.verdict for part in self.parts}
        return next(verdict for verdict in ORDER if verdict in reached)

    @property
    def limit(self) -> str:
        """Which of several numbers were recomputed, when not all of them were; '' otherwise."""
        checked = [part for part in self.parts if part.verdict is not Verdict.NOT_CHECKABLE]
        if not checked or len(checked) == len(self.parts):
            return ""
        names = [_ADJECTIVE.get(part.subject, f"cijfer van {part.subject}") for part in checked]
        return f"alleen het {' en het '.join(names)} is nagerekend"

    @property
    def outcome(self) -> str:
        """Verdict with its limit, as a reader sees it."""
        return f"{self.verdict} ({self.limit})" if self.limit else str(self.verdict)

    @property
    def why(self) -> str:
        """The reason of the part that decided, and that the other part was not recomputed."""
        reason = next(part.why for part in self.parts if part.verdict is self.verdict)
        if not self.limit:
            return reason
        others = [part.subject for part in self.parts if part.verdict is Verdict.NOT_CHECKABLE]
        return f"{reason} Het cijfer van {' en '.join(others)} is niet nagerekend."


_ADJECTIVE = {"Nederland": "landelijke cijfer"}
