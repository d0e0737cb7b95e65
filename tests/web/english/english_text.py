"""What a reader of an English page reads or hears: its words that are Dutch, and its numbers as signs of no language."""

import re
from html import unescape

from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.documents import DOCUMENTS, tables
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
    | {"Hart van Brabant", "Koers samen met de Jeugd"}
    | {name for document in DOCUMENTS.values() for name in (document.title, document.publisher)}
    | {part for part in (*tables.key_figures()["place"], *tables.statements()["place"]) if len(part) > len("1.3")}
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


def without_names(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    for name in filter(None, NAMES):
        text = text.replace(name, " ")
    return text


def dutch_words(text: str) -> set[str]:
    return set(re.findall(r"[a-zé']+", without_names(text).casefold())) & DUTCH


def numbers(text: str, *, thousands: str, decimal: str) -> set[str]:
    text = re.sub(r"CC BY 4\.0|(?<=[ -])4\.1\b", "", text)  # a licence and the number of a figure: signs of no language
    printed = re.findall(rf"[−+]?\d+(?:[{thousands}]\d{{3}})*(?:[{decimal}]\d+)?", text)
    return {number.replace(thousands, "").replace(decimal, ".") for number in printed}


def numbers_of_both(english: str, dutch: str) -> tuple[set[str], set[str]]:
    """The numbers of both texts. That of a part of a document (``figuur 5.1``) is a sign of no language, and left out."""
    part = r"(?<![\d.,])\d{1,2}\.\d{1,2}(?![.,]?\d)"  # which no Dutch number looks like
    english, dutch = without_names(english), without_names(dutch)
    signs = set(re.findall(part, dutch))
    dutch = re.sub(part, " ", dutch)
    return (
        numbers(english, thousands=",", decimal=".") - signs,
        numbers(dutch, thousands=".", decimal=",") - signs,
    )
