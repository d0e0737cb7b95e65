"""The app with one page more, whose script fails: what does a reader see then?"""

from pathlib import Path

import site_map

site_map.PAGES = (
    *site_map.PAGES,
    site_map.SitePage(
        file=str(Path(__file__).with_name("page_that_fails.py")),
        title="Kapot",
        path="kapot",
        help="Kapot.",
        in_menu=False,
    ),
)

from app import app  # noqa: E402

__all__ = ["app"]
