"""What became of a municipality that ended, in words."""

from __future__ import annotations

from geo import mergers, registry
from geo.mergers import SuccessionKind
from geo.registry import Region
from indicators import notation

_PERCENT = 100


def became(place: Region) -> str:
    """Sentence on where an ended municipality went, with the day; '' for one that still exists."""
    steps = mergers.successors(place.code)
    if not steps:
        return ""
    first = steps[0]
    new, day = registry.name_in(first.new, year=first.first_year), notation.date(first.day)
    if first.kind is SuccessionKind.RENAME:
        return f"{place.name} heet sinds {day} {new}."
    if first.kind is SuccessionKind.MERGE:
        return f"{place.name} is op {day} opgegaan in {new}."
    parts = [
        registry.name_in(step.new, year=step.first_year)
        + ("" if step.area_share is None else f" (ongeveer {round(step.area_share * _PERCENT)}%)")
        for step in steps
    ]
    return f"{place.name} is op {day} opgesplitst. Het gebied hoort nu bij {notation.listing(parts)}."


def what_it_means(place: Region) -> str:
    """Sentence on what that does to the figures of then; '' when there is nothing to say."""
    steps = mergers.successors(place.code)
    if not steps or steps[0].kind is SuccessionKind.MERGE:
        return ""
    if steps[0].kind is SuccessionKind.SPLIT:
        return "Oude cijfers van een opgesplitste gemeente zijn niet om te rekenen naar de gemeenten van nu."
    return "Het gebied bleef hetzelfde, dus de cijfers lopen door."


def council(place: Region) -> str:
    """Names of the municipalities whose council decides about the place today: itself, or those it went into."""
    return notation.listing([registry.region(code).name for code in mergers.today(place.code)])
