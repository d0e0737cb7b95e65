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

from streamlit import config, file_util

from web import early_parts, own_files, shell_html

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
    """

# What comes over the line together is drawn together.
ONE_DRAW = Path(__file__).with_name("line").joinpath("one_draw.js").read_text(encoding="utf-8")

LATER = "hg-app"  # where Streamlit's scripts wait on a page whose map is drawn first (web/first_map.py)


class ChangedIndexPageError(RuntimeError):
    """The index page of the installed Streamlit no longer has a piece that we rewrite."""


@lru_cache(maxsize=1)
def installed() -> str:
    """Streamlit's own index page, as installed."""
    return Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")


def page_html(pages: Sequence[shell_html.SitePage], *, path: str, embedded: bool, ahead: str = "") -> str:
    """The first answer for one page; `ahead` comes first in its head. An embedded page has neither that nor a shell."""
    current = next(page for page in pages if page.path == path)
    page = installed()
    page = _once(page, r'<html lang="en">', f'<html lang="nl"{" class=hg-embedded" if embedded else ""}>')
    page = _once(page, r'<link rel="shortcut icon"[^>]*>', ("" if embedded else ahead) + _typeface() + _head(current))
    page = _once(page, r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^>]*>', "")
    page = _once(page, r"<title>Streamlit</title>", f"<title>{escape(title(current))}</title>")
    page = _once(page, r'<link rel="service-desc"[^>]*>', "")
    page = _once(page, r"(?<=<script>)\s*window\.prerenderReady = false\s*(?=</script>)", _start_script())
    page = _once(page, r"</head>", f"    {early_parts.links()}\n  </head>")
    page = _once(page, r"<noscript>.*?</noscript>", "")
    loading = '<p class="hg-loading">De cijfers worden geladen…</p>'
    shell = "" if embedded else shell_html.header(pages, current=path)
    page = _once(
        page,
        r'<div id="root"></div>',
        f'{shell}\n<div id="root" tabindex="-1">{loading}{shell_html.without_script(pages)}</div>',
    )
    page = re.sub(r"<!--.*?-->\s*", "", page, flags=re.DOTALL)
    if ahead and not embedded:
        page = _once(page, r'(?=<script type="module" crossorigin)', f'<template id="{LATER}">')
        page = _once(page, r"</head>", "</template>\n  </head>")
    return page.replace('="./static/', '="/static/')


def title(page: shell_html.SitePage) -> str:
    """The title in the tab and in the browser history: neutral, because others may see it."""
    return f"{NEUTRAL_TITLE} - {page.title}" if page.path else NEUTRAL_TITLE


def not_found_html(pages: Sequence[shell_html.SitePage]) -> str:
    """The answer to an address that does not exist: our own page with the shell, without Streamlit."""
    return plain_html(
        pages,
        title="Pagina niet gevonden",
        head="Deze pagina bestaat niet",
        text="Controleer het adres, of kies een pagina:",
    )


def plain_html(pages: Sequence[shell_html.SitePage], *, title: str, head: str, text: str) -> str:
    """A page of our own with the shell and the list of pages, without Streamlit."""
    links = "".join(f'<li><a href="/{page.path}">{escape(page.title)}</a></li>' for page in pages)
    return f"""<!DOCTYPE html>
<html lang="nl">
  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{NEUTRAL_TITLE} - {escape(title)}</title>
    {_style_and_script()}
    {_typeface()}
  </head>
  <body>{shell_html.header(pages, current=None)}
    <main id="root" class="hg-plain" tabindex="-1">
      <h1>{escape(head)}</h1>
      <p>{escape(text)}</p>
      <ul>{links}</ul>
    </main>
  </body>
</html>"""


def inline_script_hashes(page: str) -> list[str]:
    """The `sha256-…` sources of the inline scripts of a page, for the content security policy."""
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    return [
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii") for script in scripts
    ]


def _start_script() -> str:
    return Template(_START_SCRIPT).substitute(light=_theme("light"), dark=_theme("dark")) + ONE_DRAW


def _head(page: shell_html.SitePage) -> str:
    return f"""{_style_and_script()}
    <meta name="description" content="{escape(NEUTRAL_DESCRIPTION)}" />
    <link rel="canonical" href="/{page.path}" />"""


def _style_and_script() -> str:
    return f"""<link rel="icon" href="{own_files.address("icon.svg")}" type="image/svg+xml" />
    <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#16131f" media="(prefers-color-scheme: dark)" />
    <link rel="preload" href="{own_files.address("beeld-sans.woff2")}" as="font" type="font/woff2" crossorigin />
    <link rel="stylesheet" href="{own_files.address("style.css")}" />
    <script src="{own_files.address("shell.js")}" data-points="{own_files.address("points.js")}"
      data-words="{own_files.address("words.js")}" defer></script>"""


def _typeface() -> str:
    font = own_files.address("beeld-sans.woff2")
    face = f'font-family:"Beeld Sans";src:url({font}) format("woff2");font-weight:400 800;font-display:swap'
    return f"<style>@font-face{{{face}}}</style>"


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
