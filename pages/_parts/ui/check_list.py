"""A list of claims, each with a coloured word for its outcome; a tap opens why, also by keyboard and screen reader."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pages._parts.ui import markup


class Tone(StrEnum):
    """How an outcome looks; its words always say the same."""

    HOLDS = "holds"
    DIFFERS = "differs"
    OPEN = "open"


@dataclass(frozen=True)
class CheckItem:
    """A claim, its outcome in words, and the lines that say why."""

    claim: str
    outcome: str
    lines: tuple[str, ...]
    tone: Tone


def show(items: Sequence[CheckItem]) -> None:
    """Write the list, closed."""
    markup.put('<div class="hg-checks">' + "".join(_entry(item) for item in items) + "</div>")


def _entry(item: CheckItem) -> str:
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in item.lines)
    return (
        f"<details><summary>{html.escape(item.claim)} "
        f'<strong class="hg-outcome hg-outcome-{item.tone}">{html.escape(item.outcome)}</strong></summary>'
        f"<ul>{lines}</ul></details>"
    )
