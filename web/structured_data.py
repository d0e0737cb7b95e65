"""What search engines read in the head of a page: where it stands (BreadcrumbList) and which figures it shows (Dataset).

Terms of schema.org as JSON-LD. A browser runs nothing of it, so the content security policy needs no hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts.files.provenance import SITE
from data_sources.catalogue.indicators import INDICATORS
from editions.edition import Edition, cached_per_edition
from geo import registry
from language import _, current
from site_map import START, data_address
from web import html
from web.open_data.package import CC_BY
from web.open_data.resource import Resource
from web.open_data.resources import FORMATS, MEDIA_TYPES, days_covered, resources

_CONTEXT = "https://schema.org"
_DATASET_TYPES = {"csv": "CSV", "json": "JSON", "xlsx": "XLSX"}
_FEWEST_LETTERS = 50  # of a description: Google leaves out a data set with fewer


def script(things: Iterable[Mapping[str, Any]]) -> Markup:
    """One block of JSON-LD for each thing; no text in it can end the block."""
    blocks = (
        json.dumps({"@context": _CONTEXT, **thing}, ensure_ascii=False, separators=(",", ":")) for thing in things
    )
    safe = (block.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") for block in blocks)
    return html.trusted("\n".join(f'<script type="application/ld+json">{block}</script>' for block in safe))


def breadcrumbs(trail: Sequence[tuple[str, str]], *, site: str) -> dict[str, Any]:
    """The way from the start page: ``trail`` is (name, path) of each step after it."""
    steps = [(_(START.title), f"{current().prefix}{START.address}"), *trail]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": f"{site}{path}"}
            for number, (name, path) in enumerate(steps, start=1)
        ],
    }


def dataset(edition: Edition, name: str, *, site: str, place: str = "") -> dict[str, Any] | None:
    """The table of the open data with this name, of one place when ``place`` is its code; None without such a table."""
    resource = _resources(edition).get(name)
    return None if resource is None else _described(edition, resource, site=site, place=place)


def catalogue(edition: Edition, *, site: str) -> dict[str, Any]:
    """All tables of the open data."""
    return {
        "@type": "DataCatalog",
        "name": f"{SITE}: open data",
        "url": f"{site}/downloads",
        "inLanguage": "nl",
        "license": CC_BY["path"],
        "dataset": [_described(edition, resource, site=site, place="") for resource in _resources(edition).values()],
    }


@cached_per_edition(most=1, wordless=True)
def _resources(edition: Edition) -> Mapping[str, Resource]:
    return resources(edition.newest)


def _described(edition: Edition, resource: Resource, *, site: str, place: str) -> dict[str, Any]:
    filters = _filters(resource, place)
    name = registry.region(place).name if filters else "Nederland"
    about = resource.about if len(resource.about) >= _FEWEST_LETTERS else f"{resource.about} {SITE}: {resource.title}."
    return {
        "@type": "Dataset",
        "name": f"{resource.title}: {name}" if filters else resource.title,
        "description": about,
        "url": f"{site}{data_address(resource.name, ending='csv', **filters)}",
        "license": CC_BY["path"],
        "isAccessibleForFree": True,
        "inLanguage": "nl",
        "version": edition.version,
        "dateModified": edition.created.isoformat(),
        "spatialCoverage": {"@type": "Place", "name": name},
        "creator": {"@type": "Organization", "name": SITE, "url": site},
        "includedInDataCatalog": {"@type": "DataCatalog", "name": f"{SITE}: open data", "url": f"{site}/downloads"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": _DATASET_TYPES[ending],
                "encodingFormat": MEDIA_TYPES[ending].split(";")[0],
                "contentUrl": f"{site}{data_address(resource.name, ending=ending, **filters)}",
            }
            for ending in FORMATS
        ],
        **({"creditText": resource.source} if resource.source else {}),
        **_of_indicator(edition, resource.name),
    }


def _of_indicator(edition: Edition, name: str) -> dict[str, Any]:
    """What is measured, in which unit and over which days; nothing for a table of another kind."""
    spec, days = INDICATORS.get(name), days_covered(edition.newest, name)
    if spec is None or days is None:
        return {}
    measured = {"@type": "PropertyValue", "name": spec.title, "unitText": spec.unit}
    return {"temporalCoverage": "/".join(days), "variableMeasured": measured}


def _filters(resource: Resource, place: str) -> dict[str, str]:
    """The filter that leaves one place, where the table has it."""
    key = "gemeente" if place.startswith("GM") else "regio"
    return {key: place} if place and key in resource.filters else {}
