"""Compute the theme message once per process instead of six times per script run.

The settings of the theme are fixed at the start (no settings file is watched), but Streamlit goes through its hundreds
of settings to make the same message in every run: a quarter of the processor time of a choice on the map.
Replaces: ``app_session._populate_theme_msg``. Upstream: no issue; streamlit/streamlit#16452 works on the same function.
Bar: rerun_cpu. Test: tests/web/patches/test_theme_cache.py. Measure: make bench NAMES=patches.
"""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_populate = app_session._populate_theme_msg  # noqa: SLF001 -- no public API; a test fails if it changes


@cache
def _section(name: str) -> CustomThemeConfig | None:
    message = CustomThemeConfig()
    _populate(message, name)
    return message if message.ByteSize() else None  # merging nothing would still say that the section is there


def populate(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Fill a message with the cached theme of a section."""
    cached = _section(section)
    if cached is not None:
        msg.MergeFrom(cached)


def install() -> None:
    """Use the cache for every run from now on."""
    app_session._populate_theme_msg = populate  # noqa: SLF001 -- the same
