"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from charts.files.provenance import SITE
from editions.feeds.entry import Feed
from web import shell_assets

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_SINCE = "2026"  # the first year of the ids, never changed: RFC 4151
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed, *, path: str, site: str, host: str, place: bool) -> bytes:
    """The feed as a file; ``path`` is its address from the root, ``site`` that of this site, ``host`` its name in the ids."""

    def tag(key: str) -> str:
        return f"tag:{host},{_SINCE}:{key}"

    text = _template().render(feed=feed, path=path, site=site, place=place, tag=tag)
    return text.encode()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _of_xml(value: object) -> object:
    """Text without the signs that XML has no way to write; a source can print anything."""
    return _NOT_IN_XML.sub("", value) if type(value) is str else value


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_of_xml,
    )
    environment.globals |= {"moment": _moment, "author": SITE, "icon": shell_assets.address("icon.svg")}
    return environment.get_template("feed.xml")
