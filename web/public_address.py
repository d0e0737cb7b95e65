"""The address at which readers reach this site: for every link that travels alone (sitemap, preview, feed of a machine)."""

from __future__ import annotations

import logging
import os
import re
from functools import lru_cache

from starlette.requests import HTTPConnection
from starlette.types import Scope

_ORIGIN = re.compile(r"https?://[^\s/?#@]+/?")
logger = logging.getLogger(__name__)


def public_address(scope: Scope) -> str:
    """Scheme and host of this site without a slash at the end: HGIB_URL, else as this request asked for it."""
    return _checked(os.environ.get("HGIB_URL", "").strip()) or str(HTTPConnection(scope).base_url).rstrip("/")


@lru_cache(maxsize=8)
def _checked(given: str) -> str:
    """The address of the setting; empty, with one line in the log, when it is no scheme and host."""
    if given and not _ORIGIN.fullmatch(given):
        logger.warning(
            "HGIB_URL is %r: give scheme and host alone, such as https://voorbeeld.nl. It is ignored.", given
        )
        return ""
    return given.rstrip("/")
