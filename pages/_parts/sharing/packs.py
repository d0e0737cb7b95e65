"""The pack for a council as a way on: the same view as the page, for Word and for PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence

from editions.edition import Edition
from language import _
from site_map import pack_address

FORMATS = {"docx": "Word (DOCX)", "pptx": "PowerPoint (PPTX)"}


def opening(edition: Edition, slug: str, **choices: str) -> tuple[str, Sequence[tuple[str, str]]]:
    """Words of a button, and the files it opens: both formats of the pack of a place or a comparison.

    An older data version stands in their addresses.
    """
    if edition.version != edition.newest.version:
        choices["versie"] = edition.version
    files = [(pack_address(slug, ending=ending, **choices), words) for ending, words in FORMATS.items()]
    return _("Raadspakket"), files
