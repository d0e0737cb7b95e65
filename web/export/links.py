"""Links of a page of the app, made to lead to files: to a file where there is one, else to the app, else no link at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_LINK = re.compile(r'<a\b(?P<before>[^>]*?)\shref="(?P<address>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)
_OTHER = re.compile(
    r'(?P<tag><(?:link|form|img|script|source|iframe)\b[^>]*?\s(?:href|action|src))="(?P<address>/[^"]*)"(?P<rest>[^>]*>)'
)
_GONE = "\N{OBJECT REPLACEMENT CHARACTER}"  # in the place of a link that is not there; no text of ours has it
_ALONE = (
    re.compile(rf"<li[^>]*>\s*{_GONE}(?:(?!</?li\b).)*</li>", re.DOTALL),
    re.compile(rf'<p class="hg-small">{_GONE}</p>'),
    re.compile(r'<details class="hg-opens">\s*<summary>[^<]*</summary>\s*<p>[\s' + _GONE + r"]*</p>\s*</details>"),
    re.compile(_GONE),
    re.compile(r'<ul class="hg-doors"></ul>|<div class="hg-buttons">\s*</div>'),
)
_STANDS_ALONE = re.compile(r'class="[^"]*\bhg-(?:button|door|file)\b')
_NEAR = 1200  # characters before a link that say what it stands in
Resolve = Callable[[str], str | None]


def rewritten(page: str, *, here: str, resolve: Resolve) -> str:
    """The page with every address of this site replaced by what ``resolve`` makes of it.

    ``here`` is the address of the page in the app, for links that are relative to it. Of a link that leads nowhere the
    words stay when they stand in a sentence; a button or an item of a list goes with it.
    """

    def link(match: re.Match[str]) -> str:
        address = unescape(match["address"])
        if not _is_of_this_site(address):
            return match[0]
        there = resolve(f"{here.partition('?')[0]}{address}" if address.startswith("?") else address)
        if there is not None:
            rest = match["after"].replace(' target="_self"', "")
            return f'<a{match["before"]} href="{escape(there)}"{rest}>{match["words"]}</a>'
        alone = _STANDS_ALONE.search(match["before"] + match["after"]) or _is_an_item(page, match)
        return _GONE if alone else match["words"]

    def other(match: re.Match[str]) -> str:
        there = resolve(unescape(match["address"]))
        if there is None:  # another form of the page that is not there, such as its PDF
            return "" if match["tag"].startswith("<link ") else match[0]
        return f'{match["tag"]}="{escape(there)}"{match["rest"]}'

    page = _OTHER.sub(other, _LINK.sub(link, page))
    for pattern in _ALONE:
        page = pattern.sub("", page)
    return page


def _is_of_this_site(address: str) -> bool:
    return address.startswith(("/", "?")) and not address.startswith("//")


def _is_an_item(page: str, match: re.Match[str]) -> bool:
    """Whether a link is an item of a list, the whole of a small line, or one of a row of ways on."""
    before, after = (
        page[max(0, match.start() - _NEAR) : match.start()].rstrip(),
        page[match.end() : match.end() + 20].lstrip(),
    )
    in_list = re.search(r"<li[^>]*>$", before) is not None and after.startswith(("</li>", "<span", "<small"))
    line = before.endswith('<p class="hg-small">') and after.startswith("</p>")
    row = re.search(r'(?:</summary>\s*<p>|<p class="verder">)(?:(?!</p>).)*$', before, re.DOTALL) is not None
    return in_list or line or row
