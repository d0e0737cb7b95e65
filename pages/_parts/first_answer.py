"""The first screen of a page as HTML, made on the server before Streamlit has started, by the functions of the page itself.

None where the page must say something about its address first (a wrong or unknown value, another data version): then
the app alone answers. web/first_answer.py puts it in the first HTML answer; the app takes its place later.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from charts.files.tracking import is_tracking
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition, current_edition
from editions.national import national
from editions.place import periods_of_place
from editions.place_answer import place_answer
from geo import registry
from language import _
from pages._parts import map_opening, overview
from pages._parts.figure import block
from pages._parts.place import answer as place_answer_part
from pages._parts.place import choice as place_choice
from pages._parts.place import picture as place_picture
from pages._parts.ui import address, markup, notice, place_search

Query = Mapping[str, str]


@dataclass(frozen=True)
class FirstAnswer:
    """HTML of the first screen, and as JSON what the script of the map is to draw ('' on another page).

    ``place`` is the code of the place that it is about, '' for none.
    """

    html: str
    map: str = ""
    place: str = ""


def first_answer(path: str, query: Query) -> FirstAnswer | None:
    """The first screen of the page with this path for the parameters of its address; None when only the app can tell."""
    chosen = {key: value for key, value in query.items() if not is_tracking(key)}
    if path not in PAGES or chosen.pop(address.VERSION_KEY, address.VERSION) != address.VERSION:
        return None
    return _answer(current_edition(), path, tuple(chosen.items()))


@cached_per_edition(most=512)
def _answer(edition: Edition, path: str, chosen: tuple[tuple[str, str], ...]) -> FirstAnswer | None:
    return PAGES[path](edition, dict(chosen))


def _overview(edition: Edition, query: Query) -> FirstAnswer | None:
    place, country = query.get("gemeente", ""), national(edition)
    if set(query) - {"gemeente"} or country is None:
        return None
    if place and not registry.is_place_of(overview.SEARCHED)(place):
        return None
    with markup.written() as parts:
        _title(overview.TITLE)
        notice.version(edition)
        place_search.single(
            overview.SEARCH_LABEL,
            wanted=place_search.Wanted(levels=overview.SEARCHED),
            key="gemeente",
            shown=registry.region(place).name if place else "",
            code=place,
        )
        if place:
            overview.place(edition, place)
        overview.tiles(country)
        block.still(country.chart)
    return FirstAnswer("".join(parts), place=place)


def _municipality(edition: Edition, query: Query) -> FirstAnswer | None:
    code = query.get(place_choice.KEY, "")
    if set(query) - {place_choice.KEY, "periode"} or (code and not registry.is_known(code)):
        return None
    place = registry.region(code) if code else None
    if place is not None and place.level is Level.DOCUMENT_AREA:
        return None
    with markup.written() as parts:
        _title(place_choice.title(place))
        place_choice.lead(place)
        notice.version(edition)
        if place is None:
            place_choice.search(place)
            markup.buttons([("/kaart", _(place_choice.ON_MAP))])
            markup.heading(_(place_choice.A_TO_Z))
            place_choice.a_to_z()
        elif not _place(edition, place, query):
            return None
    return FirstAnswer("".join(parts), place=code)


def _place(edition: Edition, place: registry.Region, query: Query) -> bool:
    """Write the first screen of one place; False for a period that its page does not offer."""
    periods = periods_of_place(edition, place.code)
    key = query.get("periode") or periods.start.key
    if key not in {period.key for period in periods.every}:
        return False
    period = Period.from_key(key)
    if place_choice.has_ended(place):
        place_choice.ended(edition, place)
    answer = place_answer(edition, place.code, period=period)
    place_answer_part.show(answer, code=place.code, period=period)
    _control(_("Periode"), period.label)
    if answer is not None and answer.has_figure:
        chart = place_picture.first_chart(edition, answer)
        if chart is not None:
            block.still(chart, source=False)
    return True


def _map(edition: Edition, query: Query) -> FirstAnswer | None:  # noqa: ARG001 -- every page has the same two
    screen = map_opening.first_screen(query)
    return None if screen is None else FirstAnswer(screen[0], json.dumps(screen[1], separators=(",", ":")))


def _title(text: str) -> None:
    markup.put(f'<h1 tabindex="-1">{escape(text)}</h1>')


def _control(label: str, value: str) -> None:
    """A list as it will look; it works when the app is there."""
    markup.put(
        f'<div class="hg-first-choices" aria-hidden="true"><p>{escape(label)}<span>{escape(value)}</span></p></div>'
    )


PAGES: Mapping[str, Callable[[Edition, Query], FirstAnswer | None]] = {
    "": _overview,
    "gemeente": _municipality,
    "kaart": _map,
}
"""Pages that write their first screen themselves, by their path; of all others the script is run ahead (web/first_screens.py)."""
