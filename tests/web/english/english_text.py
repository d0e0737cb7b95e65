"""What a reader of an English page reads or hears: its words that are Dutch, and its numbers as signs of no language."""

import re
from html import unescape

from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from geo import registry

DUTCH = set(
    re.findall(
        r"\S+",
        "het een van niet met voor naar zijn maar ook bij uit dat dit deze wij dan nog geen cijfer cijfers melding meldingen "
        "advies adviezen gemeente gemeenten inwoners huiselijk geweld alle meer minder hoger lager eerste tweede halfjaar "
        "bron kaart tegen samen waren werd wordt heeft hoe wat welke staat blad januari februari maart juni juli oktober",
    )
)
NAMES = sorted(
    {place.name for place in registry.everywhere()}
    | {"Hart van Brabant"}
    | {part for table in TABLES.values() for part in (table.id, table.title, table.place)}
    | {
        part for source in SOURCES.values() for part in (source.title, source.owner, source.attribution[6:].rstrip("."))
    },
    key=len,
    reverse=True,
)
"""Names of places, publishers, documents and tables stay as they are."""
IN_ANOTHER_LANGUAGE = re.compile(r'<(a|link)\b[^>]*\blang="nl".*?</a>|\(Dutch: [^)]*\)', re.DOTALL)


def text_of(html: str) -> str:
    """All that a reader sees or hears: text, and the names of pictures and links."""
    html = IN_ANOTHER_LANGUAGE.sub(" ", re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL))
    heard = " ".join(re.findall(r'(?:aria-label|alt|title|content)="([^"]*)"', html))
    return unescape(re.sub(r"<[^>]+>", " ", html)) + " " + unescape(heard)


def dutch_words(text: str) -> set[str]:
    text = re.sub(r"\s+", " ", text)
    for name in filter(None, NAMES):
        text = text.replace(name, " ")
    return set(re.findall(r"[a-zé']+", text.casefold())) & DUTCH


def numbers(text: str, *, thousands: str, decimal: str) -> set[str]:
    text = re.sub(r"CC BY 4\.0|(?<=[ -])4\.1\b", "", text)  # a licence and the number of a figure: signs of no language
    printed = re.findall(rf"[−+]?\d+(?:[{thousands}]\d{{3}})*(?:[{decimal}]\d+)?", text)
    return {number.replace(thousands, "").replace(decimal, ".") for number in printed}
