"""Links of an English page: to the English page where there is one; others say that what they lead to is in Dutch."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from language import Language, _
from site_map import ERASE_HISTORY, GLOSSARY, RUN_IN_ENGLISH, SEARCH, SHEETS, START

_ENGLISH = Language.ENGLISH.prefix
_LINK = re.compile(r'(<a\b[^>]*?\shref=")(/[^"]*)("[^>]*>)')
_WHOLE_LINK = re.compile(r'(<a\b[^>]*\shreflang="nl"[^>]*>)(.*?)(</a>)', re.DOTALL)
_SAME_PATH = frozenset({START.address, *RUN_IN_ENGLISH, ERASE_HISTORY, SEARCH, GLOSSARY})
_WORDS_OF_DUTCH_SITE = re.compile(r"/bronnen#woord-.*")


def in_english(page: str) -> str:
    """The page with its links to what is there in English, and ``hreflang`` on those to what is not."""
    return _LINK.sub(_led, page)


def _led(match: re.Match[str]) -> str:
    before, address, after = match.groups()
    there = english_address(unescape(address))
    if there is not None:
        return f"{before}{there.replace('&', '&amp;')}{after}"
    return match[0] if "hreflang=" in match[0] else f'{before}{address}" hreflang="nl"{after[1:]}'


def english_address(address: str) -> str | None:
    """The English address of what stands at an address of this site; None where there is none."""
    parts = urlsplit(address)
    if parts.netloc or parts.path == _ENGLISH or parts.path.startswith(f"{_ENGLISH}/"):
        return address
    if _WORDS_OF_DUTCH_SITE.fullmatch(address):
        return f"{_ENGLISH}{GLOSSARY}"
    if parts.path in _SAME_PATH or parts.path == SHEETS or parts.path.startswith(f"{SHEETS}/"):
        return f"{_ENGLISH}{address}"
    return None


def named(page: str) -> str:
    """The page with words behind every link to what is there in Dutch alone; a link in Dutch, and one whose words have it, say so themselves."""
    return _WHOLE_LINK.sub(_named, page)


def _named(match: re.Match[str]) -> str:
    opening, words, closing = match.groups()
    remark = _("(in het Nederlands)")
    if ' lang="nl"' in opening or remark.strip("()") in words:
        return match[0]
    return f"{opening}{words} {remark}{closing}"
