"""Links to the pack for a council: the same view as the page, for Word and for PowerPoint."""

from __future__ import annotations

from editions.edition import Edition
from pages._parts.ui import markup
from site_map import pack_address

FORMATS = {"docx": "Word (DOCX)", "pptx": "PowerPoint (PPTX)"}


def links(edition: Edition, slug: str, **choices: str) -> None:
    """A row with both files of the pack of a place or a comparison; an older data version stands in their addresses."""
    if edition.version != edition.newest.version:
        choices["versie"] = edition.version
    files = [
        (pack_address(slug, ending=ending, **choices), f"Raadspakket: {words}") for ending, words in FORMATS.items()
    ]
    markup.inline_links(files, label="Raadspakket")
