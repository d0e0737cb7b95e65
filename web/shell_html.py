"""The shell: header, help line, quick exit and menu as plain HTML, in front of Streamlit's root element.

It is static on purpose. A reader at risk must be able to leave before Streamlit has connected, when the connection
is lost and without JavaScript; so nothing here waits for the app.
"""

from collections.abc import Sequence
from html import escape

from data_sources.documents.method import GLOSSARY
from site_map import SitePage

EXIT_ADDRESS = "https://www.knmi.nl/"


def header(pages: Sequence[SitePage], *, current: str | None) -> str:
    """The header with the menu; `current` is the path of the page shown, None on a page outside the menu."""
    terms = "|".join(word for word, _ in GLOSSARY)  # not in the head: its words show in the tab and to search engines
    addresses = " ".join(f"/{page.path}" for page in pages)
    history = '<a href="/wis-geschiedenis">Zo wist u dit bezoek</a>' if "/wis-geschiedenis" in addresses.split() else ""
    return f"""
<header class="hg-shell" data-paths="{escape(addresses)}" data-terms="{escape(terms)}">
  <a class="hg-skip" href="#root">Naar de inhoud</a>
  <div class="hg-bar">
    <a class="hg-exit" href="{EXIT_ADDRESS}" rel="noreferrer" aria-describedby="hg-exit-hint">Sluit deze site snel</a>
    <span id="hg-exit-hint" class="hg-unseen">Of druk drie keer op Shift. Uw browser bewaart wel dat u hier was.</span>
    <a class="hg-brand" href="/"><strong>Huiselijk geweld in beeld</strong> <span>Cijfers per gemeente en regio</span></a>
    <button class="hg-menu-button" type="button" aria-expanded="false" aria-controls="hg-menu">Menu</button>
    <nav id="hg-menu" class="hg-menu" aria-label="Hoofdmenu">
      <ul>{_menu(pages, current=current)}</ul>
    </nav>
  </div>
  <div class="hg-help">
    <p><strong>Hulp nodig?</strong> <a href="tel:08002000">Veilig Thuis 0800-2000</a><span class="hg-wide">, gratis,
    dag en nacht</span>. <span class="hg-wide">Direct gevaar:</span><span class="hg-narrow">Gevaar:</span> <a href="tel:112">112</a>.</p>
    <p class="hg-history">Uw browser bewaart dat u hier was. {history}</p>
  </div>
  <p class="hg-offline" role="status"></p>
  <p class="hg-shift" role="status"></p>
  <p class="hg-announce hg-unseen" role="status"></p>
</header>"""


def without_script(pages: Sequence[SitePage]) -> str:
    """What a reader without JavaScript gets instead of the charts. Contact first, then what can be read."""
    links = "".join(f'<li><a href="/{page.path}">{escape(page.title)}</a>: {escape(page.help)}</li>' for page in pages)
    return f"""
<noscript>
  <div class="hg-noscript">
    <h1>Cijfers per gemeente en regio</h1>
    <p>De kaarten en grafieken op deze site werken alleen met JavaScript. Zet JavaScript aan in uw browser.</p>
    <p>Hulp nodig? Bel Veilig Thuis: <a href="tel:08002000">0800-2000</a>. Dat is gratis en kan dag en nacht.
    Bij direct gevaar belt u <a href="tel:112">112</a>.</p>
    <ul>{links}</ul>
  </div>
</noscript>"""


def _menu(pages: Sequence[SitePage], *, current: str | None) -> str:
    items: list[str] = []
    done: set[str] = set()
    for page in pages:
        if not page.in_menu or page.group in done:
            continue
        if not page.group:
            items.append(_item(page, current=current))
            continue
        done.add(page.group)
        group = [other for other in pages if other.group == page.group and other.in_menu]
        inside = "".join(_item(other, current=current) for other in group)
        mark = " hg-here" if any(other.path == current for other in group) else ""
        items.append(
            f'<li><details class="hg-group{mark}"><summary>{escape(page.group)}</summary>'
            f"<ul>{inside}</ul></details></li>"
        )
    return "".join(items)


def _item(page: SitePage, *, current: str | None) -> str:
    mark = ' aria-current="page"' if page.path == current else ""
    return f'<li><a href="/{page.path}"{mark}>{escape(page.title)}</a></li>'
