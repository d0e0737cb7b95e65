"""Every publisher and document whose figures or shapes the app shows, by id."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from data_sources.catalogue.model import Source, SourceKind
from data_sources.catalogue.publications import PUBLICATIONS
from data_sources.documents import DOCUMENTS
from language import N_

CBS = Source(
    id="cbs-statline",
    owner="CBS",
    title="CBS StatLine, tabellen over Veilig Thuis",
    licence="CC BY 4.0",
    attribution="Bron: CBS StatLine",
    url="https://opendata.cbs.nl/",
    published=date(2026, 11, 21),
)
POPULATION = Source(
    id="cbs-bevolking",
    owner="CBS",
    title="CBS, inwoners op 1 januari (StatLine 03759ned; tot en met 2018 Wijk- en Buurtkaart en lijsten)",
    licence="CC BY 4.0",
    attribution="Bron: CBS, inwoners op 1 januari",
    url="https://www.cbs.nl/nl-nl/cijfers/detail/03759ned",
)
BOUNDARIES = Source(
    id="cbs-kadaster-grenzen",
    owner="CBS en Kadaster",
    title="CBS Gebiedsindelingen; Wijk- en Buurtkaart",
    licence="CC BY 4.0",
    attribution="Bron: CBS / Kadaster (CBS Gebiedsindelingen; Wijk- en Buurtkaart), CC BY 4.0, bewerkt: vereenvoudigde grenzen.",
    url="https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data",
)

_DOCUMENT_SOURCES = tuple(
    Source(
        id=document.id,
        owner=document.publisher,
        title=document.title,
        licence=N_("Cijfers overgenomen uit een openbaar document, met bronvermelding"),
        attribution=f"Bron: {document.publisher}, {document.title} ({document.date})",
        url="",  # the documents were read as files; none prints an address of its own
        kind=SourceKind.ARTICLE if document.article else SourceKind.DOCUMENT,
    )
    for document in DOCUMENTS.values()
)

SOURCES: Mapping[str, Source] = MappingProxyType(
    {source.id: source for source in (CBS, POPULATION, BOUNDARIES, *PUBLICATIONS, *_DOCUMENT_SOURCES)}
)
