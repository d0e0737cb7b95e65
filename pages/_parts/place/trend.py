"""What may be said about the lines of a place, and why there may be no line yet."""

from __future__ import annotations

from data_sources.level import NETHERLANDS
from editions.edition import Edition
from editions.place import periods_with_figure
from editions.series import FEWEST_POINTS
from editions.trends import trend_of_place
from geo import registry
from indicators import notation
from indicators.comparators import FIRST_NATIONAL
from pages._parts.ui import markup, trend_words


def explained(edition: Edition, code: str) -> None:
    """The trend words of reports and advice in full; with one figure or none, which years there are."""
    trend = trend_of_place(edition, code)
    name = registry.region(code).name
    if trend.points >= FEWEST_POINTS:
        trend_words.show(trend.words)
    else:
        markup.paragraph(_no_line(edition, code, name))
    beside = f"/ontwikkeling?gemeente={code}" + ("" if code == NETHERLANDS else f"&met={NETHERLANDS}")
    markup.link(beside, f"De ontwikkeling van {name}" if code == NETHERLANDS else f"{name} naast Nederland")


def _no_line(edition: Edition, code: str, name: str) -> str:
    """Why no line can be drawn: the years since 2019 in which the place has a count, as they stand in the figures."""
    years = sorted({period.calendar_year for period in periods_with_figure(edition, code)})
    years = [year for year in years if year >= FIRST_NATIONAL]
    place = registry.region(code)
    if place.last_year is not None and place.last_year < FIRST_NATIONAL:
        return f"{name} bestond tot en met {place.last_year}. Vanaf {FIRST_NATIONAL} zijn er dus geen cijfers over {name}, en geen lijn."
    start = "Om een lijn te tekenen zijn er cijfers per inwoner over meer jaren nodig."
    if not years:
        return f"{start} Van {name} staan er nog geen cijfers vanaf 2019 op deze site."
    return f"{start} Van {name} staan er vanaf 2019 cijfers over {notation.listing([str(year) for year in years])} op deze site."
