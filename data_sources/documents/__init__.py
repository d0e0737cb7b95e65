"""The regional documents whose tables and figures we carry; the tables lie beside this file as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from language import N_


@dataclass(frozen=True)
class Document:
    """One published document of a region; ``date`` is as precise as the document itself ('2019', 'zonder datum')."""

    id: str
    title: str  # Dutch
    publisher: str
    date: str
    region: str  # in words, as the document names it
    note: str = ""  # Dutch: what a reader of its figures has to know
    article: bool = False  # written by an author of its own, on a site of its own (STATISTICS rule 19)


_ALL = (
    Document(
        id="hart-van-brabant-2019-2021",
        title="Regionaal programma Huiselijk geweld en kindermishandeling 2019-2021 (webpagina)",
        publisher="Regio Hart van Brabant",
        date=N_("2019-2021, zonder datum op de pagina"),
        region="Hart van Brabant",
        note="De landelijke cijfers die de pagina voor 2019 noemt, passen bij een half jaar, niet bij heel 2019.",
    ),
    Document(
        id="hart-van-brabant-2023-2027",
        title="Regionaal programma huiselijk geweld en kindermishandeling Hart van Brabant 2023-2027",
        publisher="Regio Hart van Brabant",
        date="2023",
        region="Hart van Brabant",
        note="De landelijke cijfers die het programma voor 2021 noemt, passen bij een half jaar, niet bij heel 2021.",
    ),
    Document(
        id="west-brabant-2019",
        title="Regionaal programma Geweld hoort nergens thuis West-Brabant",
        publisher="Gemeenten in West-Brabant",
        date="2019",
        region="West-Brabant",
        note="De cijfers over 2015-2018 zijn van Veilig Thuis West-Brabant en onder voorbehoud van formele goedkeuring. "
        "Het CBS raadt af om cijfers van vóór 2019 met latere te vergelijken.",
    ),
    Document(
        id="helmond-2023",
        title="Raadsinformatiebrief Helmond over huiselijk geweld en kindermishandeling",
        publisher="Gemeente Helmond",
        date="2023",
        region="Helmond",
        note="De cijfers over het eerste kwartaal van 2023 zijn niet gecontroleerd.",
    ),
    Document(
        id="geweld-hoort-nergens-thuis",
        title="Webartikel over het landelijke programma Geweld hoort nergens thuis",
        publisher="De schrijver van het artikel, op een eigen archiefsite (niet het programma zelf)",
        date="5 november 2019",
        region="Nederland",
        note="Dit is een artikel op een website, geen stuk van de overheid. Het noemt geen cijfers.",
        article=True,
    ),
)
DOCUMENTS: Mapping[str, Document] = MappingProxyType({document.id: document for document in _ALL})
