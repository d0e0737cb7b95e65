"""The index as plain data, for a browser that searches without a server (web/export/browser/answers.js): places of today."""

from __future__ import annotations

from typing import Any

from data_sources.level import Level
from geo import membership, registry
from geo.search.answer import Answer, answer_of_postcode, answers_of_name
from geo.search.index import index
from geo.search.names import NameKind
from geo.search.question import LEVEL_WORDS, PROVINCE_WORDS

_IN_A_PLACE = frozenset({NameKind.TOWN, NameKind.HAMLET})


def portable() -> dict[str, Any]:
    """Names, postcodes and places, in the order of the index; the same figures of a year give the same data."""
    places: dict[str, list[str]] = {}

    def remember(answers: tuple[Answer, ...]) -> list[str]:
        for answer in answers:
            places.setdefault(answer.code, [answer.slug, str(answer.level), answer.shown])
        return [answer.code for answer in answers]

    names = []
    for name in index().names:
        answers = answers_of_name(name)
        codes = remember(answers)
        labels = [] if name.kind in _IN_A_PLACE else [answer.label for answer in answers]
        names.append([name.text, int(name.kind), name.origin, codes, labels])
    postcodes = []
    for first, last, origin, town, kind in index().ranges:
        codes = remember(answer_of_postcode(first, origin))
        postcodes.append([first, last, int(kind), town, codes])
    return {
        "namen": names,
        "postcodes": postcodes,
        "plaatsen": places,
        "provincies": _provinces({str(name[2]) for name in names}),
        "soorten": [kind.dutch for kind in NameKind],
        "niveauwoorden": {word: str(level) for word, level in LEVEL_WORDS.items()},
        "provinciewoorden": dict(PROVINCE_WORDS),
    }


def _provinces(codes: set[str]) -> dict[str, str]:
    """Province of each municipality, as of the newest year in which it existed."""
    every = {}
    for code in sorted(codes):
        if Level.of(code) is Level.MUNICIPALITY:
            year = registry.region(code).last_year or registry.last_year()
            province = membership.parent(code, level=Level.PROVINCE, year=year)
            if province is not None:
                every[code] = province
    return every
