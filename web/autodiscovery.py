"""Where a feed reader that is given the address of a page or a sheet finds the feeds that belong to it."""

from __future__ import annotations

from data_sources.level import Level
from editions.feeds.entry import SITE_TITLE, title_of_place
from geo import registry
from site_map import FEED, feed_address


def feeds(code: str) -> list[tuple[str, str]]:
    """Title and path of the feeds in the head of a page: that of the site and, with the code of a place, that of the place."""
    of_site = (SITE_TITLE, FEED)
    place = registry.region(code) if code else None
    if place is None or place.level is Level.DOCUMENT_AREA:
        return [of_site]
    return [(title_of_place(place.name), feed_address(registry.slug(code))), of_site]
