"""Which of two places a number belongs to when one lies in the other: ``1.842 van de 6.039``, ``uit Almelo bij Veilig Thuis Twente``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data_sources.level import Level
from geo import membership, registry
from indicators.document_check.numbers import Number
from indicators.document_check.places import PlaceMention
from indicators.document_check.reading import Reading

_PART, _WHOLE = (
    re.compile(r"\s+van\s+de\s+(?:\w+\s+)?\d", re.IGNORECASE),
    re.compile(r"\d\s+van\s+de\s+(?:\w+\s+)?$", re.IGNORECASE),
)
_OFFICE = re.compile(r"\b(?:Veilig[ -]Thuis|VT)\s+(?:regio\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:uit|over|in)\s+(?:de\s+)?(?:gemeente\s+|stad\s+)?$", re.IGNORECASE)
_IN = re.compile(r"\s+(?:in|te|\()\s*", re.IGNORECASE)
_THAT = re.compile(r"\b(?:dat|hoorde|meldde|bekend|weten|volgens)\b|['\"‘“]", re.IGNORECASE)
_SEATED = re.compile(r"\b(?:gevestigd\w*|kantoor|locatie|zetel\w*|vestiging)\b", re.IGNORECASE)


def part_or_whole(reading: Reading, number: Number) -> PlaceMention | None:
    """The place of a number of ``1.842 van de 6.039`` when the sentence names one place and one that it lies in."""
    is_part = bool(_PART.match(reading.text[number.end :]))
    is_whole = bool(_WHOLE.search(reading.text[: number.start]))
    if is_part is is_whole:
        return None
    named = list({place.codes: place for place in reading.places if place.codes}.values())
    if len(named) != 2:  # noqa: PLR2004 -- the part and the whole
        return None
    for small, large in (named, named[::-1]):
        if _lies_in(small, large):
            return small if is_part else large
    return None


def without_office(reading: Reading) -> Sequence[PlaceMention]:
    """The places of a sentence with one number without the region whose Veilig Thuis only received what came from a municipality."""
    seated = [place for place in reading.places if _IN.fullmatch(_between(reading, place))]
    if seated:  # 'Veilig Thuis West-Brabant in Breda' may be the region or the town
        office = {town: reading.places[reading.places.index(town) - 1] for town in seated}
        return [
            replace(place, codes=(*place.codes, *office[place].codes)) if place in office else place
            for place in reading.places
        ]
    if len(reading.numbers) != 1 or _SEATED.search(reading.text):
        return reading.places
    clause = reading.clause(reading.numbers[0])
    towns = [
        place
        for place in reading.places
        if _FROM.search(reading.text[: place.start])
        and clause.start <= place.start < clause.end
        and not _THAT.search(reading.text[place.end : reading.numbers[0].start])
    ]
    return [
        place
        for place in reading.places
        if not (
            _OFFICE.search(reading.text[: place.start])
            and any(town is not place and _lies_in(town, place) for town in towns)
        )
    ]


def _between(reading: Reading, place: PlaceMention) -> str:
    """What stands between a place and the Veilig Thuis region before it; '-' when none does."""
    position = reading.places.index(place)
    before = reading.places[position - 1] if position else None
    if before is None or not _OFFICE.search(reading.text[: before.start]) or not _lies_in(place, before):
        return "-"
    return reading.text[before.end : place.start]


def _lies_in(small: PlaceMention, large: PlaceMention) -> bool:
    """Whether the first is a municipality of the second, in any year that the sentence may be of."""
    if not small.codes or Level.of(small.codes[0]) is not Level.MUNICIPALITY:
        return False
    wider = [code for code in large.codes if Level.of(code) is not Level.MUNICIPALITY]
    years = range(registry.FIRST_YEAR, registry.last_year() + 1)
    return any(small.codes[0] in membership.members(code, year=year) for code in wider for year in years)
