"""What may be said about the lines of a place, and why there may be no line yet."""

from __future__ import annotations

from data_sources.level import NETHERLANDS
from editions.edition import Edition
from editions.series import FEWEST_POINTS
from editions.trends import trend_of_place, why_no_line
from geo import registry
from indicators.sentences import words
from language import _
from pages._parts.ui import markup, trend_words


def explained(edition: Edition, code: str) -> None:
    """The trend words of reports and advice in full; with one figure or none, which years there are."""
    trend = trend_of_place(edition, code)
    name = words.name_of(registry.region(code))
    if trend.points >= FEWEST_POINTS:
        trend_words.show(trend.words)
    else:
        markup.paragraph(why_no_line(edition, code))
    beside = f"/ontwikkeling?gemeente={code}" + ("" if code == NETHERLANDS else f"&met={NETHERLANDS}")
    alone, with_country = _("De ontwikkeling van {place}"), _("{place} naast Nederland")
    markup.link(beside, (alone if code == NETHERLANDS else with_country).format(place=name))
