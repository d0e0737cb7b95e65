"""Places as open data: all places, which region a municipality lay in per year, and mergers."""

from __future__ import annotations

import pandas as pd

from data_sources import places
from editions.edition import Edition
from geo import mergers, registry
from site_map import sheet_address
from web.open_data.filters import Query
from web.open_data.resource import Resource, headed

_CBS = "Bron: CBS, Gebieden in Nederland (CC BY 4.0)"
_MEANINGS = {
    "naam": "naam van de plaats",
    "soort": "soort plaats of soort verandering",
    "eerste_jaar": "eerste jaar waarin de plaats bestond, voor zover bekend",
    "laatste_jaar": "laatste jaar waarin de plaats bestond; leeg als die nog bestaat",
    "link": f"naam van de plaats in links, zoals {sheet_address('breda')}",
    "van": "code voor de verandering",
    "naar": "code na de verandering",
    "datum": "dag waarop de verandering inging",
    "deel_oppervlakte": "bij een splitsing: welk deel van de oppervlakte overging (0 tot 1), een benadering",
    "gemeente": "code van de gemeente",
    "jaar": "stand op 1 januari van dit jaar",
    "vt_regio": "code van de Veilig Thuis-regio; leeg als geen bron die geeft",
    "vt_regio_naam": "naam van de Veilig Thuis-regio",
    "provincie": "code van de provincie",
    "provincie_naam": "naam van de provincie",
    "landsdeel": "code van het landsdeel",
    "landsdeel_naam": "naam van het landsdeel",
    "zekerheid": "hoe zeker de Veilig Thuis-regio is",
}


def _regions(_edition: Edition, query: Query) -> pd.DataFrame:
    rows = [
        (
            place.code,
            place.name if query.year is None else registry.name_in(place.code, year=query.year),
            str(place.level),
            place.level.singular,
            place.first_year,
            place.last_year,
            registry.slug(place.code),
        )
        for place in registry.everywhere()
        if (query.level is None or place.level is query.level)
        and (query.year is None or place.existed(registry.known_year(query.year)))
    ]
    columns = ["code", "naam", "niveau", "soort", "eerste_jaar", "laatste_jaar", "link"]
    return pd.DataFrame(rows, columns=columns).astype({"eerste_jaar": "Int64", "laatste_jaar": "Int64"})


def _memberships(_edition: Edition, query: Query) -> pd.DataFrame:
    frame = places.memberships()
    frame = frame if query.year is None else frame[frame["year"] == registry.known_year(query.year)]
    heads = {
        "municipality": "gemeente",
        "name": "naam",
        "year": "jaar",
        "vt_region": "vt_regio",
        "vt_region_name": "vt_regio_naam",
        "province": "provincie",
        "province_name": "provincie_naam",
        "country_part": "landsdeel",
        "country_part_name": "landsdeel_naam",
        "basis": "zekerheid",
    }
    return headed(frame, heads)


def _mergers(_edition: Edition, _query: Query) -> pd.DataFrame:
    words = {"merge": "samengegaan", "split": "gesplitst", "rename": "nieuwe naam of code"}
    steps = [
        (step.old, step.new, step.day.isoformat(), words[step.kind], step.area_share) for step in mergers.successions()
    ]
    frame = pd.DataFrame(steps, columns=["van", "naar", "datum", "soort", "deel_oppervlakte"])
    return frame.astype({"deel_oppervlakte": "float64"})


RESOURCES = (
    Resource(
        name="regions",
        title="Plaatsen",
        description="Alle plaatsen sinds 2015 met hun code, naam en jaren.",
        rows=_regions,
        filters=("niveau", "jaar"),
        source=_CBS,
        key=("code",),
        meanings=_MEANINGS,
    ),
    Resource(
        name="memberships",
        title="Bij welke regio hoort een gemeente",
        description="Per jaar de Veilig Thuis-regio, de provincie en het landsdeel van elke gemeente.",
        rows=_memberships,
        filters=("jaar",),
        source=_CBS,
        key=("gemeente", "jaar"),
        meanings=_MEANINGS,
    ),
    Resource(
        name="mergers",
        title="Herindelingen",
        description="Welke gemeente in welke opging, en wanneer.",
        rows=_mergers,
        source=_CBS,
        meanings=_MEANINGS,
    ),
)
