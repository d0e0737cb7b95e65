"""The first screen of a place: its answer in three lines, or without a figure the nearest real ones."""

from __future__ import annotations

from data_sources.period import Period
from editions.place_answer import PlaceAnswer
from geo import registry
from indicators.comparators import FIRST_NATIONAL
from language import _
from pages._parts.ui import in_place, markup, notice


def show(answer: PlaceAnswer | None, *, code: str, period: Period, brief: bool = False) -> None:
    """Three lines and at most one warning; for a place without a figure what is known around it.

    ``brief`` leaves out which larger places have no figure either.
    """
    if answer is None:
        in_place.answer((), [not_there(code, period=period)])
        return
    with markup.together():
        if answer.has_figure:
            lines = [answer.how_it_stands, answer.is_it_changing]
            in_place.answer(answer.how_many, lines, about=f"{answer.spec.title}, {period.label}")
        else:
            in_place.answer((), [answer.situation])
            in_place.linked_lines(
                [(line.text, line.address, line.where) for line in answer.nearest if line.address or not brief]
            )
        if answer.has_figure and period.calendar_year < FIRST_NATIONAL:
            in_place.warning(_("Vergelijk deze cijfers niet met latere jaren."), _(notice.WHY_BREAK))


def not_there(code: str, *, period: Period) -> str:
    """That a place did not exist in a period."""
    return _(
        "{place} bestond in {when} niet, of niet met deze grenzen.",
        place=registry.region(code).name,
        when=period.in_words,
    )


def explained(answer: PlaceAnswer) -> None:
    """The same answer in full sentences, with its band and sources, and the reasons why it can be higher."""
    markup.paragraph(f"{answer.situation} {answer.comparison}".strip())
    markup.small(answer.spec.definition)
