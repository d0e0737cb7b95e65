"""The first HTML answer: Streamlit's own index page, in Dutch, with a neutral title and our shell in the body.

Streamlit has no setting for any of this. The installed page is rewritten piece by piece; a piece that is no longer
there stops the start, so that an upgrade cannot quietly bring back English or drop the quick exit.
"""

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template

from markupsafe import Markup
from streamlit import config, file_util

from charts import palette
from site_map import SitePage
from web import autodiscovery, html, patches, shell_html
from web.patches import preload

NEUTRAL_TITLE = "Cijfers per gemeente"
NEUTRAL_DESCRIPTION = "Cijfers van het CBS per gemeente en regio, als kaart, grafiek en bestand."

# The app and its files come from one address, so Streamlit need not ask where its server is: that saves two requests
# in a row before the socket opens, and two 404s on every deep link. Its error dialogs are English; the shell says it
# in Dutch instead.
_START_SCRIPT = """
      window.prerenderReady = false
      window.__streamlit = {
        BACKEND_BASE_URL: location.origin + "/",
        MAIN_PAGE_BASE_URL: location.origin + "/",
        LIGHT_THEME: $light,
        DARK_THEME: $dark,
        HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false,
          enableCustomParentMessages: false, blockErrorDialogs: true },
      }
      document.documentElement.classList.add("hg-script")
      // a frame with its own sandbox has no origin: nothing of this site may be fetched there, so nothing more will come
      if (origin === "null") addEventListener("DOMContentLoaded", () => {
        const words = document.getElementById("hg-closed-frame")?.content
        if (!words) return
        const there = new URL(location.href)
        for (const key of ["embed", "embed_options", "figuur"]) there.searchParams.delete(key)
        words.querySelector("a").href = there.href
        words.querySelector("code").textContent = there.href
        document.querySelector(".hg-loading").replaceWith(words)
      })
    """

# Messages that arrive together are drawn together.
MESSAGE_BATCHING = re.sub(
    r"^//.*\n",
    "",
    Path(__file__).with_name("websocket").joinpath("message_batching.js").read_text("utf-8"),
    flags=re.MULTILINE,
)

LATER = "hg-app"  # where Streamlit's scripts wait on a page with a first screen (web/first_answer.py)


class ChangedIndexPageError(RuntimeError):
    """The index page of the installed Streamlit no longer has a piece that we rewrite."""


@lru_cache(maxsize=1)
def installed() -> str:
    """Streamlit's own index page, as installed."""
    return Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")


def page_html(
    pages: Sequence[SitePage],
    *,
    path: str,
    embedded: bool,
    head_extras: str = "",
    screen: str = "",
    place: str = "",
    identity: Markup | None = None,
    address: str = "",
) -> str:
    """The first answer for one page; `address` is its own with choices, for the link to English; `head_extras` comes first in its head, `screen` is its first screen.

    `place` is the code of the place that the screen is about: its feed stands in the head beside that of the site.
    `identity` is what other sites and search engines read of it (web/page_identity.py); it is long and comes last.

    An embedded page has neither of these nor a shell; Streamlit's scripts wait on a page with a first screen.
    """
    current = next(page for page in pages if page.path == path)
    head = html.render("head", description=NEUTRAL_DESCRIPTION, feeds=autodiscovery.feeds(place))
    page = installed()
    page = _once(
        page,
        r'<html lang="en">',
        f'<html lang="nl"{" class=hg-embedded" if embedded else " class=hg-ahead" if screen else ""}>',
    )
    page = _once(page, r'<link rel="shortcut icon"[^>]*>', f"{'' if embedded else head_extras}{look()}{head}")
    page = _once(page, r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^>]*>', "")
    page = _once(page, r"<title>Streamlit</title>", f"<title>{escape(title(current))}</title>")
    page = _once(page, r'<link rel="service-desc"[^>]*>', "")
    page = _once(page, r"(?<=<script>)\s*window\.prerenderReady = false\s*(?=</script>)", _start_script())
    page = _once(page, r"</head>", f"    {_preloads()}\n    {identity or ''}\n  </head>")
    page = _once(page, r"<noscript>.*?</noscript>", "")
    loading = '<p class="hg-loading">De cijfers worden geladen…</p>'
    closed = html.render("closed_frame", path=path) if embedded else ""
    shell = closed or shell_html.header(pages, current=path, address=address)
    page = _once(
        page,
        r'<div id="root"></div>',
        f'{shell}\n<div id="root" tabindex="-1">{loading}{"" if screen else shell_html.without_script(pages)}</div>{screen}',
    )
    page = re.sub(r"<!--.*?-->\s*", "", page, flags=re.DOTALL)
    if screen:
        page = _once(page, r'(?=<script type="module" crossorigin)', f'<template id="{LATER}">')
        page = _once(page, r"</head>", "</template>\n  </head>")
    return page.replace('="./static/', '="/static/')


def title(page: SitePage) -> str:
    """The title in the tab and in the browser history: neutral, because others may see it."""
    return f"{NEUTRAL_TITLE} - {page.title}" if page.path else NEUTRAL_TITLE


def not_found_html(pages: Sequence[SitePage]) -> str:
    """The answer to an address that does not exist: our own page with the shell, without Streamlit."""
    return plain_html(pages, "not_found", heading="Deze pagina bestaat niet", tab="Pagina niet gevonden")


def failed_html(pages: Sequence[SitePage], *, tab: str, heading: str, text: str) -> str:
    """A page of our own that says what went wrong, with the list of pages."""
    return plain_html(pages, "failed", heading=heading, tab=tab, text=text)


def plain_html(pages: Sequence[SitePage], template: str, *, heading: str, tab: str = "", **context: object) -> str:
    """A page with the shell and without Streamlit; ``tab`` is what its title says, else the heading."""
    return html.render(
        template,
        title=f"{NEUTRAL_TITLE} - {tab or heading}",
        heading=heading,
        head=html.render("head", description=""),
        look=look(),
        header=shell_html.header(pages, current=None),
        pages=pages,
        **context,
    )


def inline_script_hashes(page: str) -> list[str]:
    """The `sha256-…` sources of the inline scripts of a page, for the content security policy."""
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    return [
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii") for script in scripts
    ]


def _start_script() -> str:
    return Template(_START_SCRIPT).substitute(light=_theme("light"), dark=_theme("dark")) + (
        MESSAGE_BATCHING if patches.is_on("message_batching") else ""
    )


def _preloads() -> str:
    addresses = preload.addresses() if patches.is_on("preload") else ()
    return "\n    ".join(f'<link rel="modulepreload" href="{address}" />' for address in addresses)


@lru_cache(maxsize=1)
def look() -> Markup:
    """Colours and typeface, in the page itself: nothing is drawn in others first."""
    return html.render("look", colours=html.trusted(palette.root_css()))


def _theme(mode: str) -> str:
    """Our theme for the moment before the server has sent it: no flash of other colours, no other typeface."""
    names = ("primaryColor", "backgroundColor", "secondaryBackgroundColor", "textColor")
    theme = {name: config.get_option(f"theme.{mode}.{name}") for name in names}
    return json.dumps({**theme, "bodyFont": config.get_option("theme.font")})


def _once(page: str, pattern: str, replacement: str) -> str:
    changed, count = re.subn(pattern, lambda _match: replacement, page, flags=re.DOTALL)
    if count != 1:
        message = f"The index page of this Streamlit has {count} times {pattern!r}; it should be there once."
        raise ChangedIndexPageError(message)
    return changed
