"""Filters of the open data: what they are called, which values they take, and how a wrong one is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl

from charts.files.tracking import is_tracking
from data_sources import manifest, snapshots, versions
from data_sources.level import Level, UnknownRegionCodeError
from data_sources.period import Kind, Period
from data_sources.versions import EMBEDDED_VERSION
from geo import registry
from site_map import DATA
from web.open_data.refusal import BilingualMessage, RefusedError, UnknownError, shown

_CAPITALS = ("gemeente", "regio", "niveau", "van", "tot")  # small letters in these are accepted
MOST_CODES = 50
LONGEST_QUERY = 2000
MOST_FILTERS = 20
LEVELS = [str(level) for level in Level]


@dataclass(frozen=True)
class Filter:
    """One filter: the form of its value (a regular expression that must fit wholly) and what it means."""

    name: str
    form: str
    dutch: str
    english: str
    example: str


_MUNICIPALITY, _REGION, _PERIOD = "GM[0-9]{4}", "(NL01|(LD|PV|VT|DR)[0-9]{2})", "(19|20)[0-9]{2}(-H[12])?"
FILTERS = {
    entry.name: entry
    for entry in (
        Filter("gemeente", f"{_MUNICIPALITY}(,{_MUNICIPALITY}){{0,{MOST_CODES - 1}}}", f"gemeentecodes, hooguit {MOST_CODES}, gescheiden door komma's", f"municipality codes, at most {MOST_CODES}, separated by commas", "GM0758,GM0855"),
        Filter("regio", f"{_REGION}(,{_REGION}){{0,{MOST_CODES - 1}}}", "codes van land, landsdeel, provincie, Veilig Thuis-regio of documentgebied", "codes of country, country part, province, Veilig Thuis region or document area", "NL01,VT15"),
        Filter("niveau", f"({'|'.join(LEVELS)})", "NL land, LD landsdeel, PV provincie, VT Veilig Thuis-regio, GM gemeente, DR documentgebied", "NL country, LD country part, PV province, VT Veilig Thuis region, GM municipality, DR document area", "GM"),
        Filter("van", _PERIOD, "eerste jaar of halfjaar", "first year or half-year", "2019"),
        Filter("tot", _PERIOD, "laatste jaar of halfjaar, dat zelf meetelt", "last year or half-year, included", "2023-H1"),
        Filter("jaar", "(19|20)[0-9]{2}", "jaar", "year", "2023"),
        Filter("versie", "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{4,6}Z)?", "gegevensversie; zonder versie krijgt u de nieuwste", "data version; the newest when left out", EMBEDDED_VERSION),
        Filter("notatie", "(punt|excel-nl)", "excel-nl geeft puntkomma's en decimale komma's (alleen CSV)", "excel-nl gives semicolons and decimal commas (CSV only)", "excel-nl"),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Query:
    """Filters as asked for, checked; also the key under which an answer is kept."""

    codes: tuple[str, ...] = ()
    level: Level | None = None
    first: Period | None = None
    last: Period | None = None
    year: int | None = None
    version: str = ""
    dutch_notation: bool = False

    def holds(self, code: str, period: Period) -> bool:
        """Whether a row of this place and period is asked for."""
        return (not self.codes or code in self.codes) and self.within(period)

    def within(self, period: Period) -> bool:
        """Whether a period lies wholly between the first and the last that are asked for."""
        return (self.first is None or _span(period)[0] >= _span(self.first)[0]) and (
            self.last is None or _span(period)[1] <= _span(self.last)[1]
        )


def pairs(query: bytes) -> list[tuple[str, str]]:
    """Names and values of a query string; raises RefusedError when it is too long, too full or no UTF-8."""
    if len(query) > LONGEST_QUERY:
        raise RefusedError(
            BilingualMessage(
                f"De vraag is te lang: hooguit {LONGEST_QUERY} tekens.",
                f"The query is too long: at most {LONGEST_QUERY} characters.",
            )
        )
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FILTERS)
    except ValueError:
        raise RefusedError(
            BilingualMessage(
                "De vraag is niet te lezen: te veel filters, of tekens die geen UTF-8 zijn.",
                "The query cannot be read: too many filters, or signs that are not UTF-8.",
            )
        ) from None


def parse(given_pairs: Iterable[tuple[str, str]], *, allowed: Collection[str]) -> Query:
    """Filters of a request; ``allowed`` names those that this address has.

    Raises RefusedError for an unknown, doubled or malformed filter and UnknownError for a code that no place has.
    """
    given: dict[str, str] = {}
    for name, value in given_pairs:
        if is_tracking(name):
            continue
        known = _known(name, given=given, allowed=allowed)
        given[known] = _fitting(known, value)
    codes = [code for name in ("gemeente", "regio") for code in given.get(name, "").split(",") if code]
    first, last = (Period.from_key(given[name]) if name in given else None for name in ("van", "tot"))
    if first and last and _span(first)[0] > _span(last)[1]:
        raise UnknownError(
            BilingualMessage(
                "‘van’ ligt na ‘tot’: daar liggen geen perioden tussen.",
                "'van' is after 'tot': no period lies between.",
            ),
            parameter="van",
        )
    return Query(
        codes=tuple(dict.fromkeys(_existing(code) for code in codes)),
        level=Level(given["niveau"]) if "niveau" in given else None,
        first=first,
        last=last,
        year=_year(given["jaar"]) if "jaar" in given else None,
        version=_version(given["versie"]) if "versie" in given else "",
        dutch_notation=given.get("notatie") == "excel-nl",
    )


def _known(name: str, *, given: Collection[str], allowed: Collection[str]) -> str:
    choices = ", ".join(allowed)
    if name not in allowed:
        raise RefusedError(
            BilingualMessage(
                f"Het filter ‘{shown(name)}’ bestaat hier niet. U kunt gebruiken: {choices or 'geen'}.",
                f"There is no filter '{shown(name)}' here. You can use: {choices or 'none'}.",
            ),
            parameter=shown(name),
        )
    if name in given:
        raise RefusedError(
            BilingualMessage(
                f"Het filter ‘{name}’ staat er twee keer. Zet codes achter elkaar met komma's.",
                f"The filter '{name}' is given twice. Join codes with commas.",
            ),
            parameter=name,
        )
    return name


def _fitting(name: str, value: str) -> str:
    wanted = FILTERS[name]
    value = value.upper() if name in _CAPITALS else value
    if re.fullmatch(wanted.form, value) is None:
        raise RefusedError(
            BilingualMessage(
                f"‘{shown(value)}’ past niet bij ‘{name}’: {wanted.dutch}. Voorbeeld: {wanted.example}.",
                f"'{shown(value)}' does not fit '{name}': {wanted.english}. Example: {wanted.example}.",
            ),
            parameter=name,
        )
    return value


def _existing(code: str) -> str:
    try:
        return registry.region(code).code
    except UnknownRegionCodeError:
        dutch = f"Er is geen plaats met de code {code}. De codes staan in {DATA}/regions.json."
        english = f"No place has the code {code}. The codes are in {DATA}/regions.json."
        raise UnknownError(
            BilingualMessage(dutch, english), parameter="gemeente" if code.startswith("GM") else "regio"
        ) from None


def _year(text: str) -> int:
    try:
        registry.known_year(int(text))
    except registry.UnknownYearError:
        raise UnknownError(
            BilingualMessage(f"Van {text} kennen we de plaatsen niet.", f"The places of {text} are not known."),
            parameter="jaar",
        ) from None
    return int(text)


def _version(text: str) -> str:
    if text not in known_versions():
        raise UnknownError(
            BilingualMessage(
                f"De gegevensversie {text} is er niet (meer). Er zijn: {', '.join(known_versions())}.",
                f"The data version {text} is not (or no longer) here. There are: {', '.join(known_versions())}.",
            ),
            parameter="versie",
        )
    return text


def known_versions() -> tuple[str, ...]:
    """Ids of the data versions that can be asked for, newest first."""
    refreshed = versions.identifiers(versions.default_data_dir())
    return tuple(sorted({*refreshed, _embedded()}, reverse=True))


@cache
def _embedded() -> str:
    return manifest.read_manifest(snapshots.EMBEDDED).version


def _span(period: Period) -> tuple[int, int]:
    """First and last half-year of a period, so that years and half-years can be placed in a range."""
    if period.kind is Kind.HALF_YEAR:
        return period.ordinal, period.ordinal
    return period.calendar_year * 2, period.calendar_year * 2 + 1
