"""The catalogue record of the open data as DCAT-AP-NL 3, in Turtle and JSON-LD: what data.overheid.nl and Europe harvest.

Every table and file is a data set with its distributions, and the API is a data service. Every thing has an address of its own
in the record, so that the same version gives the same bytes (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from charts.files.provenance import SITE
from editions.edition import Edition
from site_map import DATA, contact
from web.open_data.csvw import METADATA
from web.open_data.described import Described, dutch, iri, literal
from web.open_data.resource import Resource
from web.open_data.resources import FORMATS, MEDIA_TYPES, days_covered, resources

if TYPE_CHECKING:
    from rdflib import URIRef

MEDIA_TYPES_OF_RECORD = {"ttl": "text/turtle; charset=utf-8", "jsonld": "application/ld+json"}
"""Ending of the record to its media type."""
NAME = "dcat"

_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"
_FILE_TYPES = {"csv": "CSV", "json": "JSON", "xlsx": "XLSX"}
_THEMES = {f"{_EU}/data-theme/SOCI": "Bevolking en samenleving", f"{_EU}/data-theme/JUST": "Justitie en veiligheid"}
_LICENCE = f"{_EU}/licence/CC_BY_4_0"
_PUBLIC, _DUTCH, _NETHERLANDS = f"{_EU}/access-right/PUBLIC", f"{_EU}/language/NLD", f"{_EU}/country/NLD"
_KEYWORDS = ("huiselijk geweld", "kindermishandeling", "Veilig Thuis", "meldingen", "gemeenten")
_CBS_TABLE = "tabel-"
_ABOUT = (
    "Meldingen en adviezen bij Veilig Thuis per plaats, met band, breuk en vergelijking, en de tabellen van het CBS en van "
    "regionale documenten waar ze uit komen."
)


@dataclass(frozen=True)
class ListedFile:
    """A file that is no table: name, Dutch title and description, source."""

    name: str
    title: str
    about: str
    source: str


OTHER_FILES = (
    ListedFile(
        "boundaries",
        "Vereenvoudigde grenzen van gemeenten en regio's per jaar",
        "Waar de grenzen als SVG-paden staan, per soort gebied en jaar. Voor kaarten, niet om mee te meten.",
        "CBS / Kadaster (CBS Gebiedsindelingen; Wijk- en Buurtkaart), CC BY 4.0, bewerkt: vereenvoudigde grenzen",
    ),
    ListedFile(
        "indicators",
        "Codeboek van de cijfers",
        "Van elk cijfer: wat het betekent, in welke eenheid, voor welke gebieden, en welke kanttekeningen erbij horen.",
        f"{SITE}",
    ),
)


def record(edition: Edition, *, site: str, ending: str) -> bytes:
    """The record of a data version; ``site`` is the address of this site, ``ending`` one of ``MEDIA_TYPES_OF_RECORD``."""
    described = _Record(site, edition).described()
    return described.turtle() if ending == "ttl" else described.json_ld()


class _Record:
    """The record of one data version at one address, put together as a graph."""

    def __init__(self, site: str, edition: Edition) -> None:
        self._site, self._edition = site, edition
        self._graph = Described()

    def described(self) -> Described:
        """Everything that the record says."""
        tables = resources(self._edition.newest).values()
        data_sets = [self._table(table) for table in tables] + [self._file(file) for file in OTHER_FILES]
        service = self._service(data_sets)
        self._graph.add(
            self._part("catalogus"),
            "dcat:Catalog",
            {
                "dct:title": dutch(f"{SITE}: open data"),
                "dct:description": dutch(_ABOUT),
                "dct:publisher": self._publisher(),
                "dct:license": self._graph.shared(_LICENCE, "dct:LicenseDocument", "CC BY 4.0"),
                "dct:language": self._language(),
                "dct:spatial": self._country(),
                "dct:modified": self._modified(),
                "foaf:homepage": self._document("/downloads"),
                "dcat:contactPoint": self._contact(),
                "dcat:themeTaxonomy": iri(f"{_EU}/data-theme"),
                "dcat:dataset": data_sets,
                "dcat:service": service,
            },
        )
        return self._graph

    def _table(self, table: Resource) -> URIRef:
        files = [self._distribution(table.name, ending, described=ending == "csv") for ending in FORMATS]
        span = self._span(table)
        return self._data_set(table, files=files, more={"dct:temporal": span} if span is not None else {})

    def _file(self, file: ListedFile) -> URIRef:
        return self._data_set(file, files=[self._distribution(file.name, "json")], more={})

    def _data_set(self, file: Resource | ListedFile, *, files: list[URIRef], more: Mapping[str, Any]) -> URIRef:
        subject = self._part(file.name)
        described = {
            **self._common(subject, title=file.title, about=file.about),
            "dct:creator": self._cbs() if file.name.startswith(_CBS_TABLE) else self._publisher(),
            "dct:spatial": self._country(),
            "dcat:keyword": [dutch(word) for word in _KEYWORDS],
            "dcat:version": literal(self._edition.version),
            "dcat:distribution": files,
            "dcat:landingPage": self._document("/downloads"),
            **more,
        }
        if file.source:
            statement = self._part(f"{file.name}-herkomst")
            self._graph.add(statement, "dct:ProvenanceStatement", {"rdfs:label": dutch(file.source)})
            described["dct:provenance"] = statement
        return self._graph.add(subject, "dcat:Dataset", described)

    def _common(self, subject: URIRef, *, title: str, about: str) -> dict[str, Any]:
        """What data sets and the service all say."""
        return {
            "dct:title": dutch(title),
            "dct:description": dutch(about),
            "dct:identifier": literal(str(subject)),
            "dct:publisher": self._publisher(),
            "dct:accessRights": self._graph.shared(_PUBLIC, "dct:RightsStatement", "openbaar"),
            "dct:language": self._language(),
            "dct:modified": self._modified(),
            "dcat:contactPoint": self._contact(),
            "dcat:theme": [self._graph.shared(address, "skos:Concept", words) for address, words in _THEMES.items()],
            "foaf:page": self._document("/bronnen"),
        }

    def _distribution(self, name: str, ending: str, *, described: bool = False) -> URIRef:
        address, media_type = self._address(f"{DATA}/{name}.{ending}"), MEDIA_TYPES[ending].split(";")[0]
        file_type = _FILE_TYPES[ending]
        says = {
            "dct:title": dutch(f"{name}.{ending}"),
            "dct:license": self._graph.shared(_LICENCE, "dct:LicenseDocument", "CC BY 4.0"),
            "dct:format": self._graph.shared(f"{_EU}/file-type/{file_type}", "dct:MediaTypeOrExtent", file_type),
            "dct:modified": self._modified(),
            "dcat:mediaType": self._graph.shared(f"{_IANA}/{media_type}", "dct:MediaType", media_type),
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:accessService": self._part("api"),
        }
        if described:
            says["foaf:page"] = self._document(f"{DATA}/{name}{METADATA}.json")
        return self._graph.add(self._part(f"{name}-{ending}"), "dcat:Distribution", says)

    def _service(self, data_sets: list[URIRef]) -> URIRef:
        subject = self._part("api")
        return self._graph.add(
            subject,
            "dcat:DataService",
            {
                **self._common(subject, title=f"{SITE}: API", about=f"{_ABOUT} Met filters, zonder sleutel."),
                "dct:license": self._graph.shared(_LICENCE, "dct:LicenseDocument", "CC BY 4.0"),
                "dcat:endpointURL": self._address(f"{DATA}/"),
                "dcat:endpointDescription": self._address(f"{DATA}/openapi.json"),
                "dcat:servesDataset": data_sets,
            },
        )

    def _span(self, table: Resource) -> URIRef | None:
        """From the first to the last day that an indicator has figures of; None for another table."""
        days = days_covered(self._edition.newest, table.name)
        if days is None:
            return None
        says = {"dcat:startDate": literal(days[0], "xsd:date"), "dcat:endDate": literal(days[1], "xsd:date")}
        return self._graph.add(self._part(f"{table.name}-periode"), "dct:PeriodOfTime", says)

    def _publisher(self) -> URIRef:
        says = {"foaf:name": dutch(SITE), "foaf:homepage": self._document("/")}
        return self._graph.add(self._part("uitgever"), "foaf:Agent", says)

    def _cbs(self) -> URIRef:
        return self._graph.add(
            iri("https://www.cbs.nl/"), "foaf:Agent", {"foaf:name": dutch("Centraal Bureau voor de Statistiek")}
        )

    def _contact(self) -> URIRef:
        given = contact()
        key = "vcard:hasEmail" if given.startswith("mailto:") else "vcard:hasURL"
        where = iri(given) if given else self._address("/toegankelijkheid")
        return self._graph.add(self._part("contact"), "vcard:Kind", {"vcard:fn": literal(SITE), key: where})

    def _language(self) -> URIRef:
        return self._graph.shared(_DUTCH, "dct:LinguisticSystem", "Nederlands")

    def _country(self) -> URIRef:
        return self._graph.shared(_NETHERLANDS, "dct:Location", "Nederland")

    def _document(self, path: str) -> URIRef:
        return self._graph.add(self._address(path), "foaf:Document", {})

    def _modified(self) -> Any:  # noqa: ANN401 -- a literal of rdflib
        return literal(self._edition.created.isoformat(), "xsd:dateTime")

    def _part(self, name: str) -> URIRef:
        return self._address(f"{DATA}/{NAME}.ttl#{name}")

    def _address(self, path: str) -> URIRef:
        return iri(f"{self._site}{path}")
