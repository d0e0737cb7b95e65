"""The outcome of a check of one printed figure: verdict, why, and the arithmetic as steps (STATISTICS rule 18)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators import notation
from language import N_, _


class Verdict(StrEnum):
    """What holding a printed figure against its evidence gives; the words are messages.

    ``klopt`` and ``wijkt af`` need the same definition, period and place.
    """

    HOLDS = N_("klopt")
    HALF_YEAR = N_("klopt voor een half jaar")
    WITHIN = N_("past binnen de schatting")
    DIFFERS = N_("wijkt af")
    NOT_COMPARABLE = N_("niet te vergelijken (andere definitie of jaar)")
    NOT_CHECKABLE = N_("niet te controleren")


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

    subject: str  # as the document names it: 'Nederland', 'Hart van Brabant'
    printed: str  # as the document prints it
    verdict: Verdict
    why: str  # full sentences
    steps: tuple[str, ...] = ()  # Dutch: the arithmetic, one line per step
    against: str = ""  # Dutch: what it was checked against, with table


@dataclass(frozen=True)
class FigureCheck:
    """One row of the key figures, checked."""

    claim: str  # our words
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
        figures = [
            _(_OF_COUNTRY) if part.subject == COUNTRY else _("het cijfer van {place}", place=part.subject)
            for part in checked
        ]
        return _("alleen {figures} is nagerekend", figures=notation.listing(figures))

    @property
    def outcome(self) -> str:
        """Verdict with its limit, as a reader sees it."""
        verdict = _(str(self.verdict))
        return f"{verdict} ({self.limit})" if self.limit else verdict

    @property
    def why(self) -> str:
        """The reason of the part that decided, and that the other part was not recomputed."""
        reason = next(part.why for part in self.parts if part.verdict is self.verdict)
        if not self.limit:
            return reason
        others = [_(part.subject) for part in self.parts if part.verdict is Verdict.NOT_CHECKABLE]
        rest = _("Het cijfer van {places} is niet nagerekend.", places=notation.listing(others))
        return f"{reason} {rest}"


COUNTRY = "Nederland"
_OF_COUNTRY = N_("het landelijke cijfer")
