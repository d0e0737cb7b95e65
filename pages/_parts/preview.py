"""What the preview of a link says: the title, words and figure that its page opens with, from the functions of the page.

A link with a value that the page would have to say something about gets the preview of the page without choices.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Mapping
from typing import NamedTuple

from charts.chart import Chart
from charts.files.tracking import is_tracking
from charts.preview import Preview
from data_sources.level import Level
from data_sources.period import Period
from editions import maps
from editions.edition import Edition, cached_per_edition, current_edition, edition_of
from editions.national import REPORTS, national
from editions.national_reporters import national_reporters
from editions.place import periods_of_place
from editions.place_answer import PlaceAnswer, place_answer
from editions.place_card import card_text
from geo import registry
from language import _
from pages._parts import map_opening, overview
from pages._parts.place import answer as place_answer_part
from pages._parts.place import choice as place_choice
from pages._parts.place import picture as place_picture
from pages._parts.preview_of_several import of_comparison, of_trends
from pages._parts.topics import child_protection, repetition, safety, surveys
from pages._parts.ui import address
from site_map import PAGES

Query = Mapping[str, str]
_TABLES = {
    "wie-meldt": "tabel-84849ned",
    "hoe-veilig": "publicaties",
    "herhaling": "tabel-85361ned",
    "onderzoek": "publicaties",
    "kinderbescherming": "publicaties",
    "impactmonitor": "publicaties",
    "west-brabant": "document-productie",
    "regioprogrammas": "document-kerncijfers",
}
"""The open data that the first figure of a page without choices rests on."""
_LOOKS = ("embed", "embed_options", "figuur", address.VERSION_KEY)
"""What an address says about how a page looks, not about what it shows."""

_KEY, _VALUE = re.compile(r"[a-z]{1,20}"), re.compile(r"[A-Za-z0-9,-]{1,60}")
"""Choices that stay in the link of a page that opens with words: its preview is the same with and without them."""


class PreviewOfLink(NamedTuple):
    """A preview with its data version and the choices of the address that it shows; a wrong value is none of them."""

    edition: Edition
    shown: Preview
    choices: Mapping[str, str]


def preview(path: str, query: Query) -> PreviewOfLink:
    """The preview of the page with this path for the parameters of its address."""
    chosen = {key: value for key, value in query.items() if value and key not in _LOOKS and not is_tracking(key)}
    version = chosen.pop("versie", "")
    edition = edition_of(version, newest=current_edition())
    fixed = {"versie": version} if version == edition.version else {}
    if path not in _VIEWS:
        plain = {key: value for key, value in chosen.items() if _KEY.fullmatch(key) and _VALUE.fullmatch(value)}
        return PreviewOfLink(edition, _of_words(path), plain | fixed)
    view = _view(edition, path, tuple(sorted(chosen.items()))) if chosen else None
    if view is not None:
        return PreviewOfLink(edition, view, chosen | fixed)
    return PreviewOfLink(edition, _view(edition, path, ()) or _of_words(path), fixed)


@cached_per_edition(most=512)
def _view(edition: Edition, path: str, chosen: tuple[tuple[str, str], ...]) -> Preview | None:
    return _VIEWS[path](edition, dict(chosen))


def _of_words(path: str) -> Preview:
    """The preview of a page that opens with words."""
    page = next(page for page in PAGES if page.path == path)
    return Preview(page.title, page.help, table=_TABLES.get(path, ""))


def _of_chart(chart: Chart | None, path: str) -> Preview | None:
    """The preview of a page that opens with one figure."""
    return None if chart is None else Preview(chart.name, chart.subtitle, lambda: chart, table=_TABLES[path])


def _reporters(edition: Edition) -> Chart | None:
    reporters = national_reporters(edition)
    return None if reporters is None else reporters.chart


def _overview(edition: Edition, query: Query) -> Preview | None:
    place, country = query.get("gemeente", ""), national(edition)
    if place:
        known = not set(query) - {"gemeente"} and registry.is_place_of(overview.SEARCHED)(place)
        if not known:
            return None
        period = periods_of_place(edition, place).start
        name = registry.name_in(place, year=period.calendar_year)
        return _of_place(edition, registry.region(place), period, name=name)
    if query or country is None:
        return None
    number, about, rate = country.how_many
    return Preview(country.chart.name, f"{number} {about}. {rate}", lambda: country.chart, table=REPORTS)


def _municipality(edition: Edition, query: Query) -> Preview | None:
    code = query.get(place_choice.KEY, "")
    if set(query) - {place_choice.KEY, "periode"} or (code and not registry.is_known(code)):
        return None
    if not code:
        return Preview(place_choice.title(None), _(place_choice.NO_PLACE))
    place = registry.region(code)
    if place.level is Level.DOCUMENT_AREA:
        return Preview(place_choice.title(place), "De cijfers van dit gebied, zoals gedrukt in het document.")
    periods = periods_of_place(edition, code)
    period = {each.key: each for each in periods.every}.get(query.get("periode") or periods.start.key)
    return None if period is None else _of_place(edition, place, period, name=place_choice.title(place))


def _of_place(edition: Edition, place: registry.Region, period: Period, *, name: str) -> Preview:
    """How many, how it stands and whether it changes; without a figure what is known."""
    answer = place_answer(edition, place.code, period=period)
    if answer is None:
        return Preview(name, place_answer_part.not_there(place.code, period=period))
    if not answer.has_figure:
        return Preview(name, answer.situation, place=place.code)
    count, *rest = answer.how_many
    lines = " ".join(line for line in (answer.how_it_stands, answer.is_it_changing) if line)
    about = f"{' · '.join(rest)}. {lines}" if rest else lines
    return Preview(
        f"{name}, {period.label}: {count}", about, _figure_of(edition, answer), table=answer.indicator, place=place.code
    )


def _figure_of(edition: Edition, answer: PlaceAnswer) -> Callable[[], Chart | None]:
    """The first picture of a place, made when it is asked for. What is kept with an edition may not hold it."""
    kept_with = weakref.ref(edition)

    def figure() -> Chart | None:
        alive = kept_with()
        return None if alive is None else place_picture.first_chart(alive, answer)

    return figure


def _map(edition: Edition, query: Query) -> Preview | None:
    chosen = map_opening.opening(query, edition=edition)
    if chosen is None:
        return None
    chart = maps.map_of(edition, chosen.indicator, level=chosen.level, period=chosen.period, place=chosen.place)
    text = chosen.place and card_text(edition, chosen.indicator, code=chosen.place, period=chosen.period)
    if not chosen.place or not text:
        return Preview(chart.name, chart.subtitle, lambda: chart, table=chosen.indicator)
    name = registry.name_in(chosen.place, year=chosen.period.calendar_year)
    if not text.value:
        return Preview(chart.name, text.situation, lambda: chart, table=chosen.indicator, place=chosen.place)
    title = f"{name}, {chosen.period.label}: {text.value} {text.unit}"
    about = f"{chart.name}; {text.chip}" if text.chip else chart.name
    return Preview(title, about, lambda: chart, table=chosen.indicator, place=chosen.place)


_VIEWS: Mapping[str, Callable[[Edition, Query], Preview | None]] = {
    "": _overview,
    "gemeente": _municipality,
    "kaart": _map,
    "vergelijken": of_comparison,
    "ontwikkeling": of_trends,
    "wie-meldt": lambda edition, query: None if query else _of_chart(_reporters(edition), "wie-meldt"),
    "hoe-veilig": lambda edition, query: None if query else _of_chart(safety.acute(edition), "hoe-veilig"),
    "herhaling": lambda edition, query: None if query else _of_chart(repetition.earlier(edition), "herhaling"),
    "onderzoek": lambda _edition, query: None if query else _of_chart(surveys.estimates(), "onderzoek"),
    "kinderbescherming": lambda _edition, query: (
        None if query else _of_chart(child_protection.per_year(), "kinderbescherming")
    ),
}
"""Pages that open with a figure, or with the answer about a place."""
