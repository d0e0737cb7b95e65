"""The foot of every page: where the figures come from, help once more, and the pages about the site itself."""

from indicators import notation
from pages._parts.ui import markup
from site_map import PAGES

_FOOTER = """
<div class="hg-footer">
<p><strong>Hulp nodig?</strong> Bel <a href="tel:08002000">Veilig Thuis 0800-2000</a>, gratis, dag en nacht.
Direct gevaar: <a href="tel:112">112</a>.</p>
<p>{stand}Bron van de cijfers: Centraal Bureau voor de Statistiek (CBS) en regionale documenten. Gemeentegrenzen: CBS en Kadaster.
Cijfers en grenzen zijn vrij te gebruiken met bronvermelding (CC BY 4.0).</p>
<p>{links}</p>
<p>Deze site gebruikt geen volgcookies en vraagt niets aan andere sites. Uw browser bewaart wel dat u hier was.</p>
</div>
"""


def show(created: str = "") -> None:
    """Write the footer; ``created`` is the ISO moment of the data version shown, '' when none could be."""
    wanted = ("bronnen", "toegankelijkheid", "wis-geschiedenis")
    links = " · ".join(f'<a href="{p.address}">{p.title}</a>' for p in PAGES if p.path in wanted)
    stand = f"Cijfers: {notation.stand(created)}. " if created else ""
    markup.put(_FOOTER.format(links=links, stand=stand))
