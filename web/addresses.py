"""One canonical address for what people type: another case, a slash too many, a code in small letters, a usual name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from urllib.parse import parse_qsl, quote, urlencode

from charts.files.tracking import is_tracking
from geo import registry
from language import Language
from site_map import DATA, FEED, FEEDS, PACK_OF_COMPARISON, PACKS, PREVIEWS, SHEETS, without_language

_ENDINGS = {SHEETS: {"", "pdf"}, PACKS: {"docx", "pptx"}, FEEDS: {"atom"}}
_START = ("overzicht", "index", "home")
_DIGITS = re.compile(r"\d{4}")
_CODE = re.compile(r"NL01|(?:GM\d{4})|(?:VT|PV|LD|DR)\d{2}")


def canonical_path(path: str, *, known: Collection[str]) -> str | None:
    """The address a path means, when it is not that address itself; None when there is nothing to change it into.

    ``known`` are the addresses of the pages and of the small files beside them, each without a slash at the end.
    """
    language, plain = without_language("/" + path.strip("/").lower())
    if language is Language.DUTCH:
        return _canonical(plain, known=known)
    same_language = {there for folder, there in map(without_language, known) if folder is language}
    target = "/" if plain == "/" else _canonical(plain, known=same_language)
    return None if target is None else f"{language.prefix}{target}"


def _canonical(plain: str, *, known: Collection[str]) -> str | None:
    """The same for a path in small letters without the prefix of a language."""
    if plain in {DATA, SHEETS}:
        return f"{plain}/"
    if plain == FEEDS:
        return FEED
    if plain in known:
        return plain
    if plain.startswith(f"{DATA}/"):
        return plain
    return _file_of_place(plain) or _as_typed(plain, known=known)


def _as_typed(plain: str, *, known: Collection[str]) -> str | None:
    """The page, or picture of one, that is meant where spaces and signs differ: ``/wie_meldt``, ``/kaart).``; or None."""
    folder, _, file = plain.rpartition("/")
    if folder == PREVIEWS and file.endswith(".png"):
        return plain
    if folder:  # files in folders are asked for with every page: no time is spent on those
        return None
    words = registry.fold(plain.removesuffix(".html"))
    if words in _START:
        return "/"
    return next((page for page in known if page != "/" and words and registry.fold(page) == words), None)


def _file_of_place(plain: str) -> str | None:
    """Address of a sheet, pack or feed under the one name of its place; None for any other path."""
    folder, _, file = plain.rpartition("/")
    name, _, ending = file.partition(".")
    if folder == PACKS and name == PACK_OF_COMPARISON:
        return plain
    if ending not in _ENDINGS.get(folder, set()):
        return None
    place = registry.by_any_name(name)
    return None if place is None else f"{folder}/{registry.slug(place.code)}{f'.{ending}' if ending else ''}"


def canonical_query(query: str) -> str:
    """The query without what others add to an address, and with names and codes in the form that the site writes.

    A capital in the name of a choice means nothing (a phone begins with one), and neither does ``&amp;`` for ``&``.
    """
    pairs = parse_qsl(query, keep_blank_values=True)
    named = [(name.lower().removeprefix("amp;"), value) for name, value in pairs]
    cleaned = [(name, _FORMS.get(name, str)(value)) for name, value in named if not is_tracking(name)]
    return query if cleaned == pairs else urlencode(cleaned, safe=",", quote_via=quote)


def _places(value: str) -> str:
    return ",".join(dict.fromkeys(_place(part) for part in value.split(",")))


def _place(text: str) -> str:
    """Code of a place that is written in small letters, as its number alone or as its name; other text as it is."""
    code = f"GM{text}" if _DIGITS.fullmatch(text) else text.strip().upper()
    if _CODE.fullmatch(code):
        return code
    place = registry.by_any_name(text) if text else None
    return text if place is None else place.code


_FORMS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("gemeente", "met", "regio"), _places),
    **dict.fromkeys(("niveau", "periode"), str.upper),
    "indicator": str.lower,
}
"""How the value of a choice is written, for the choices that people type."""
