"""Which place the page Gemeente is about: one of today, one that ended, a larger area, or none yet."""

from __future__ import annotations

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition
from editions.ended_place import added_up
from editions.inhabitants import newest_inhabitants
from editions.place import headline_of
from editions.values import row_of
from geo import membership, mergers, places_index, registry
from indicators import notation, sentences
from indicators.sentences import words
from language import N_, _
from pages._parts.sharing import packs
from pages._parts.ui import address, in_place, markup, place_search
from site_map import feed_address, gaps_address, sheet_address, sheet_name

KEY = "gemeente"
NO_PLACE = N_("Zoek uw gemeente op naam, of kies een naam uit de lijst of een plek op de kaart.")
ON_MAP = N_("Kies op de kaart")
A_TO_Z = N_("Alle gemeenten van A tot Z")
_SEARCHED = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART, Level.COUNTRY)


def chosen() -> registry.Region | None:
    """Place in the address, ended ones and larger areas too; None without one. A code nobody knows is named."""
    code = address.read(
        KEY, what="de gemeente", default="", valid=lambda value: value == "" or registry.is_known(value)
    )
    return registry.region(code) if code else None


def search(place: registry.Region | None, *, label: str = "") -> None:
    """The search field: every place of today, of every level."""
    place_search.single(
        label or _("Zoek een plaats"),
        wanted=place_search.Wanted(levels=_SEARCHED),
        key=KEY,
        shown=place.name if place else "",
        code=place.code if place else "",
        drop=("periode",),
    )


def a_to_z() -> None:
    """All municipalities of today by letter, as links that work without typing."""
    groups = [
        (letter, [(f"/gemeente?gemeente={entry.code}", entry.label) for entry in entries])
        for letter, entries in places_index.by_letter().items()
    ]
    markup.link_groups(groups, label=_(A_TO_Z))


def ended(edition: Edition, place: registry.Region) -> None:
    """What became of a municipality that ended, with links to where it went on."""
    summed = added_up(edition, place.code)
    meaning = sentences.what_it_means(place) if summed is None else summed.words
    markup.notice(sentences.became(place), meaning)
    final = [registry.region(code) for code in mergers.today(place.code)]
    links = [(f"/gemeente?gemeente={successor.code}", _("Naar {place}", place=successor.name)) for successor in final]
    markup.buttons([*links, *([] if summed is None else [(summed.address, summed.label)])])


def has_ended(place: registry.Region) -> bool:
    """Whether a municipality no longer exists under this code."""
    return bool(mergers.successors(place.code))


def title(place: registry.Region | None) -> str:
    """The one heading of the page."""
    if place is None:
        return _("Alles over één gemeente")
    if has_ended(place):
        return _("{place} (tot en met {year})", place=place.name, year=place.last_year)
    return sentences.place_title(place)


def lead(place: registry.Region | None) -> None:
    """One line: what it is and in which larger places it lies, with links, as of the newest year in which it existed."""
    if place is None:
        markup.lead(_(NO_PLACE))
        return
    year = place.last_year or registry.last_year()
    links = {
        _in_text(code, level, year=year): f"/gemeente?gemeente={code}"
        for level in (Level.PROVINCE, Level.VT_REGION, Level.COUNTRY)
        if (code := membership.parent(place.code, level=level, year=year)) is not None and code != place.code
    }
    if place.level is Level.MUNICIPALITY:
        names = notation.listing(list(links)[:2])
        text = _("Dit was een gemeente in {places}.") if has_ended(place) else _("Gemeente in {places}.")
        in_place.lead(text.format(places=names), links)
        return
    number = len(membership.members(place.code, year=year))
    kind = place.level.singular
    name = next(iter(links), "")  # the smallest that it lies in: a province lies in the country too
    text = _("{level} met {municipalities} in {place}.") if name else _("{level} met {municipalities}.")
    counted = notation.counted(number, "gemeente", "gemeenten")
    in_place.lead(text.format(level=words.start(kind), municipalities=counted, place=name), links)


def _in_text(code: str, level: Level, *, year: int) -> str:
    name = words.name_of(registry.region(code), year=year)
    return _("de Veilig Thuis-regio {name}", name=name) if level is Level.VT_REGION else name


def before(place: registry.Region) -> None:
    """Veilig Thuis regions in which a municipality lay before; nothing when it never moved."""
    if text := _before(place):
        markup.small(text)


def _before(place: registry.Region) -> str:
    """Veilig Thuis regions in which a municipality lay before, with their last year; '' when it never moved."""
    return " ".join(
        _(
            "Tot en met {year} hoorde {place} bij Veilig Thuis-regio {region}.",
            year=last,
            place=place.name,
            region=registry.name_in(code, year=last),
        )
        for code, _first, last in membership.spans(place.code, level=Level.VT_REGION)[:-1]
    )


def inhabitants(edition: Edition, place: registry.Region, *, period: Period) -> None:
    """Inhabitants on 1 January of the year of the figures, or else of the newest year before; the document's own beside it."""
    indicator = headline_of(edition, place.code, period=period)
    row = row_of(edition, indicator, code=place.code, period=period)
    year, people = newest_inhabitants(edition, place.code, year=period.calendar_year)
    text = sentences.inhabitants_sentence(people.get(place.code), year=year, row=row, spec=INDICATORS[indicator])
    markup.small(text or _("Het aantal inwoners staat nog niet op deze site."))


def ways_on(edition: Edition, place: registry.Region, *, period: Period) -> None:
    """Where to go from here: the sheet to print, comparison, the map and the pack for a council of this period."""
    level = {} if place.level is Level.MUNICIPALITY else {"niveau": str(place.level)}
    level_query = "".join(f"&{key}={value}" for key, value in level.items())
    links = [
        (sheet_address(registry.slug(place.code)), _("{sheet} (A4)", sheet=_(sheet_name(place.code)))),
        (f"/vergelijken?gemeente={place.code}{level_query}", _("Vergelijk {place}", place=place.name)),
        (f"/kaart?gemeente={place.code}{level_query}", _("Bekijk op de kaart")),
    ]
    pack = packs.opening(edition, registry.slug(place.code), periode=period.key)
    markup.buttons(links[:1] if place.level is Level.COUNTRY else links, more=pack)


def missing_and_new(place: registry.Region) -> None:
    """Links to what figures are missing of the place, and to the feed with new ones."""
    markup.link(gaps_address(place.code), _("Welke cijfers ontbreken, en wie heeft ze?"))
    notice = _("Bericht bij nieuwe cijfers over {place} (feed)", place=words.name_of(place))
    markup.link(feed_address(registry.slug(place.code)), notice)
