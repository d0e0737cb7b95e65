"""The app with one page more, whose script fails: what does a reader see then?"""

from pathlib import Path

from pages._parts import site

site.PAGES = (
    *site.PAGES,
    site.SitePage(
        file=str(Path(__file__).with_name("page_that_fails.py")),
        title="Kapot",
        path="kapot",
        help="Kapot.",
        in_menu=False,
    ),
)

from app import app  # noqa: E402

__all__ = ["app"]
