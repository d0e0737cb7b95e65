"""What became of a municipality that ended, in words."""

from __future__ import annotations

from geo import mergers, registry
from geo.mergers import SuccessionKind
from geo.registry import Region
from indicators import notation
from language import _

_PERCENT = 100


def became(place: Region) -> str:
    """Sentence on where an ended municipality went, with the day; '' for one that still exists."""
    steps = mergers.successors(place.code)
    if not steps:
        return ""
    first = steps[0]
    new, day = registry.name_in(first.new, year=first.first_year), notation.date(first.day)
    if first.kind is SuccessionKind.RENAME:
        return _("{place} heet sinds {day} {new}.", place=place.name, day=day, new=new)
    if first.kind is SuccessionKind.MERGE:
        return _("{place} is op {day} opgegaan in {new}.", place=place.name, day=day, new=new)
    parts = [
        registry.name_in(step.new, year=step.first_year)
        + ("" if step.area_share is None else f" ({_('ongeveer {share}%', share=round(step.area_share * _PERCENT))})")
        for step in steps
    ]
    return _(
        "{place} is op {day} opgesplitst. Het gebied hoort nu bij {parts}.",
        place=place.name,
        day=day,
        parts=notation.listing(parts),
    )


def what_it_means(place: Region) -> str:
    """Sentence on what that does to the figures of then; '' when there is nothing to say."""
    steps = mergers.successors(place.code)
    if not steps or steps[0].kind is SuccessionKind.MERGE:
        return ""
    if steps[0].kind is SuccessionKind.SPLIT:
        return _("Oude cijfers van een opgesplitste gemeente zijn niet om te rekenen naar de gemeenten van nu.")
    return _("Het gebied bleef hetzelfde, dus de cijfers lopen door.")


def council(place: Region) -> str:
    """Names of the municipalities whose council decides about the place today: itself, or those it went into."""
    return notation.listing([registry.region(code).name for code in mergers.today(place.code)])
