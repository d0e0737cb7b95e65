"""The nearest real figures of a place that has none to draw here: its own newest one, else those around it."""

from __future__ import annotations

from editions.edition import Edition
from editions.place_answer import default_answer
from pages._parts.ui import in_place


def show(edition: Edition, code: str) -> None:
    """The newest figure of a place in a line, or without one what lies around it; each leads to its page."""
    answer = default_answer(edition, code)
    if answer is None:
        return
    if answer.has_figure:
        where = f"{answer.name}, {answer.period.in_words}"
        lines = [(f"{where}: {' · '.join(answer.how_many)}", f"/gemeente?gemeente={code}", where)]
    else:
        lines = [(line.text, line.address, line.where) for line in answer.nearest]
    in_place.linked_lines(lines)
