"""HTML of the pages of the English edition; all their words are messages, and the figures are those of the Dutch pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from charts import svg
from charts.preview import Preview
from data_sources.documents import erase_history as history
from editions.edition import Edition
from editions.national import national
from geo.search import Answer
from indicators.sentences.how_to_read import HOW_TO_READ_TITLE, how_to_read
from language import N_, _, current
from site_map import ERASE_HISTORY, GLOSSARY, PAGES, RUN_IN_ENGLISH, SEARCH, SHEETS, START, sheet_address
from web import html, page_identity
from web.languages import Alternate, of_path
from web.sheets.glossary import glossary
from web.sheets.page import templates

START_TITLE = N_("Huiselijk geweld in Nederland in cijfers")
START_ABOUT = N_(
    "Hoeveel meldingen en adviesvragen over huiselijk geweld en kindermishandeling Veilig Thuis krijgt, per gemeente, "
    "regio en provincie en voor heel Nederland."
)
GLOSSARY_TITLE = N_("Woordenlijst")
GLOSSARY_ABOUT = N_("Deze woorden staan bij de cijfers. Tussen haakjes staat het Nederlandse woord.")
SEARCH_TITLE = N_("Zoek een plaats")
_MAP = "/kaart"
_FOLDER = Path(__file__).parent


def start(edition: Edition, *, site: str, canonical: str = "") -> str:
    """The overview: search, the country at a glance with its line over time, and how to read it."""
    country = national(edition)
    return _page(
        "start.html",
        path=START.address,
        title=_(START_TITLE),
        about=_(START_ABOUT),
        site=site,
        canonical=canonical,
        same_in_dutch=True,
        tab="",
        country=country,
        chart=None if country is None else country.chart,
        drawings={} if country is None else svg.drawings(country.chart),
        reading_title=_(HOW_TO_READ_TITLE),
        reading=how_to_read(),
        run_pages=[page for page in PAGES if page.address in RUN_IN_ENGLISH],
        to="",
    )


def words(_edition: Edition, *, site: str, canonical: str = "") -> str:
    """The glossary."""
    return _page(
        "words.html",
        path=GLOSSARY,
        title=_(GLOSSARY_TITLE),
        about=_(GLOSSARY_ABOUT),
        site=site,
        canonical=canonical,
        glossary=sorted(glossary(), key=lambda entry: entry[0].casefold()),
    )


def erase_history(_edition: Edition, *, site: str, canonical: str = "") -> str:
    """How a reader removes this visit from the browser."""
    return _page(
        "erase_history.html",
        path=ERASE_HISTORY,
        title=_(history.TITLE),
        about=_(history.LEAD),
        site=site,
        canonical=canonical,
        same_in_dutch=True,
        texts=history,
    )


def target(place: Answer, *, query: Mapping[str, str]) -> str:
    """Where a place that was looked for leads: its page; its sheet or the map where the search was on such a page."""
    to = f"/{query.get('naar', '')}"
    if to == SHEETS:
        return sheet_address(place.slug)
    if to != _MAP:
        return f"{current().prefix}{place.target}"
    same_level = query.get("niveau", place.level) == place.level
    choices = {key: query[key] for key in ("indicator", "niveau", "periode") if query.get(key) and same_level}
    return f"{current().prefix}{_MAP}?{urlencode({**choices, 'gemeente': place.code}, safe=',')}"


def search_answers(text: str, answers: Sequence[Answer], near: Sequence[Answer], *, query: Mapping[str, str]) -> str:
    """Places that a search may mean, each with its address; ``near`` are guesses where there are none."""
    places = [(each.label, target(each, query=query)) for each in (answers or near)]
    return _page(
        "search_answers.html", path=SEARCH, title=_(SEARCH_TITLE), about="", site="",
        text=text, known=bool(answers), places=places, to=query.get("naar", ""),
    )  # fmt: skip


def _page(
    template: str, *, path: str, title: str, about: str, site: str, canonical: str = "", same_in_dutch: bool = False,
    tab: str | None = None,
    **context: object,
) -> str:  # fmt: skip
    """A page at a path without the prefix of its language; ``same_in_dutch`` when the Dutch site has it at that path.

    ``canonical`` is its whole address where that is another one: in a site of files.
    """
    there = f"{current().prefix}{path}"
    both = of_path(path, site=site) if same_in_dutch else ()
    identity = page_identity.canonical_alone(canonical) if canonical else Markup()
    if site and not canonical:
        identity = page_identity.of_readable_page(Preview(title, about), site=site, path=there)
    return templates(_FOLDER).get_template(template).render(
        title=title,
        about=about,
        tab=title if tab is None else tab,
        alternates=both or _start_of_each(site),
        linked=bool(both),
        identity=identity,
        trusted=html.trusted,
        **context,
    )  # fmt: skip


def _start_of_each(site: str) -> tuple[Alternate, ...]:
    """The start page in every language, for the switch of a page that the Dutch site does not have."""
    return of_path(START.address, site=site)
