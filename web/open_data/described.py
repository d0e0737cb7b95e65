"""A description in RDF: things with a type and what is said of them, written as Turtle or JSON-LD in one order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rdflib import URIRef
    from rdflib.term import Literal, Node

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Described:
    """Things and what is said of them; every thing has an address, so that the same content gives the same bytes."""

    def __init__(self) -> None:
        """Start empty."""
        from rdflib import Graph  # takes 10 MB, which a worker that nobody asks for a record does without

        self._graph = Graph()
        for prefix, address in _PREFIXES.items():
            self._graph.bind(prefix, address)

    def add(self, subject: URIRef, kind: str, says: Mapping[str, Node | list[URIRef] | list[Literal]]) -> URIRef:
        """Say of a thing what it is and what belongs to it, in terms like ``dct:title``; gives the thing back."""
        from rdflib import RDF

        self._graph.add((subject, RDF.type, _term(kind)))
        for key, values in says.items():
            for value in values if isinstance(values, list) else [values]:
                self._graph.add((subject, _term(key), value))
        return subject

    def shared(self, address: str, kind: str, words: str) -> URIRef:
        """A term of a list that others keep, with its type and Dutch name for who cannot fetch it."""
        name = "skos:prefLabel" if kind == "skos:Concept" else "rdfs:label"
        return self.add(iri(address), kind, {name: dutch(words)})

    def turtle(self) -> bytes:
        """The description as Turtle."""
        return self._graph.serialize(format="turtle").encode()

    def json_ld(self) -> bytes:
        """The description as JSON-LD."""
        written = json.loads(self._graph.serialize(format="json-ld", context=_PREFIXES, auto_compact=True))
        return (json.dumps(_in_order(written), ensure_ascii=False, indent=1) + "\n").encode()


def iri(text: str) -> URIRef:
    """An address as a thing."""
    from rdflib import URIRef

    return URIRef(text)


def dutch(text: str) -> Literal:
    """A Dutch text."""
    from rdflib import Literal

    return Literal(text, lang="nl")


def literal(text: str, kind: str = "") -> Literal:
    """A text without language, of a type such as ``xsd:date`` when given."""
    from rdflib import Literal

    return Literal(text, datatype=_term(kind) if kind else None)


def _term(text: str) -> URIRef:
    prefix, _, name = text.partition(":")
    return iri(f"{_PREFIXES[prefix]}{name}")


def _in_order(thing: Any) -> Any:  # noqa: ANN401 -- JSON
    """JSON in one order, whatever order a graph gave."""
    if isinstance(thing, dict):
        return {key: _in_order(thing[key]) for key in sorted(thing)}
    if isinstance(thing, list):
        return sorted((_in_order(each) for each in thing), key=lambda each: json.dumps(each, sort_keys=True))
    return thing
