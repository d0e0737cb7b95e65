"""What the check of one figure gives: verdict, reason, arithmetic, and what is missing when there is no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo import labels
from indicators import notation
from indicators.checks.verdict import Verdict
from indicators.document_check.claims import ClaimedFigure, Lack
from indicators.document_check.mentions import WORDS

DECIDED = frozenset({Verdict.HOLDS, Verdict.WITHIN, Verdict.HALF_YEAR, Verdict.DIFFERS})
"""Verdicts that say something about the figure."""


@dataclass(frozen=True)
class CheckOutcome:
    """One figure, checked. ``missing`` names what is lacking for a verdict; it is never empty when there is none."""

    claim: ClaimedFigure
    verdict: Verdict
    why: str  # Dutch, full sentences
    place: str = ""  # code of the place that it was held against
    steps: tuple[str, ...] = ()  # Dutch: the arithmetic
    against: str = ""  # Dutch: source
    missing: tuple[Lack, ...] = ()

    @property
    def read_as(self) -> str:
        """How the figure was read: what, where and when, in Dutch."""
        place = labels.label(self.place) if self.place else self.claim.place_words
        parts = [WORDS.get(self.claim.measure, ""), place, self.claim.when.words if self.claim.when else ""]
        return ", ".join(part for part in parts if part)

    @property
    def context_words(self) -> str:
        """Which of these an earlier sentence gave; '' when the sentence says it all itself."""
        pieces = self.claim.from_context
        return f"Uit een eerdere zin of kop: {notation.listing(pieces)}." if pieces else ""


def refusal(
    claim: ClaimedFigure,
    lacks: Sequence[Lack],
    *,
    why: str = "",
    place: str = "",
    steps: Sequence[str] = (),
    against: str = "",
) -> CheckOutcome:
    """No verdict, and what is missing for one; another definition makes it ``niet te vergelijken``."""
    other = Lack.SAME_COUNT in lacks
    verdict = Verdict.NOT_COMPARABLE if other else Verdict.NOT_CHECKABLE
    missing = tuple(dict.fromkeys(lacks))
    lacking = f"Wat ontbreekt: {notation.listing([str(lack) for lack in missing])}."
    note = why or claim.note
    return CheckOutcome(claim, verdict, f"{lacking} {note}".strip(), place, tuple(steps), against, missing)
