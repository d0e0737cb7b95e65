"""What a reader sees when an answer cannot be given: our own Dutch page, never the bare English of a framework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_map import SitePage
from web import index_page


@dataclass(frozen=True)
class Failure:
    """What went wrong, for the tab, the page and (in both languages) for a program."""

    title: str
    head: str
    dutch: str
    english: str


_FAILURES = {
    404: Failure(
        "Niet gevonden", "Dit adres bestaat niet", "Controleer het adres, of kies een pagina:", "There is nothing here."
    ),
    405: Failure(
        "Alleen lezen",
        "Alleen lezen",
        "Op dit adres kunt u alleen lezen. Kies een pagina:",
        "This address is read-only.",
    ),
}
_OUR_FAULT = Failure(
    "Er ging iets mis",
    "Er ging iets mis",
    "Dat ligt aan ons, niet aan u. Probeer het over een paar minuten opnieuw, of kies een andere pagina:",
    "Something went wrong on our side. Try again in a few minutes.",
)
_THEIRS = Failure(
    "Dit kan niet", "Dit verzoek kunnen we niet lezen", "Controleer het adres, of kies een pagina:", "Bad request."
)
_FIRST_OF_OURS = 500


def words_of(status: int) -> Failure:
    """Words for an HTTP status of 400 or more."""
    return _FAILURES.get(status, _OUR_FAULT if status >= _FIRST_OF_OURS else _THEIRS)


def html(pages: Sequence[SitePage], *, words: Failure) -> str:
    """The page that says so, with help, quick exit and ways on."""
    return index_page.failed_html(pages, tab=words.title, heading=words.head, text=words.dutch)
