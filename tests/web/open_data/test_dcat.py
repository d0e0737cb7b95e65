"""The catalogue record against the mandatory rules of DCAT-AP-NL 3, and against what can really be fetched."""

from pathlib import Path

import pyshacl
import pytest
import rdflib
import requests
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef

SHAPES = Graph().parse(Path(__file__).with_name("dcat_ap_nl_3.ttl"))


@pytest.fixture(scope="module")
def turtle(data) -> str:
    answer = requests.get(f"{data}/dcat.ttl", timeout=60)
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    return answer.text


@pytest.fixture(scope="module")
def record(turtle) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


def problems(graph: Graph) -> str:
    conforms, _, words = pyshacl.validate(graph, shacl_graph=SHAPES, advanced=False)
    return "" if conforms else words


def test_the_record_keeps_the_rules(record):
    assert problems(record) == ""


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        (DCAT.Dataset, DCTERMS.title),
        (DCAT.Dataset, DCTERMS.creator),
        (DCAT.Dataset, DCAT.theme),
        (DCAT.Distribution, DCTERMS.license),
        (DCAT.Catalog, DCAT.contactPoint),
        (DCAT.DataService, DCAT.endpointDescription),
    ],
)
def test_a_record_that_lacks_a_mandatory_property_does_not_pass(turtle, kind, term):
    graph = Graph().parse(data=turtle, format="turtle")
    graph.remove((next(graph.subjects(RDF.type, kind)), term, None))
    assert "MinCountConstraint" in problems(graph)


def test_turtle_and_json_ld_say_the_same(data, record):
    answer = requests.get(f"{data}/dcat.jsonld", timeout=60)
    assert answer.headers["content-type"] == "application/ld+json"
    assert set(Graph().parse(data=answer.text, format="json-ld")) == set(record)


def test_every_table_and_file_is_in_the_record_and_can_be_fetched(data, record):
    identifiers = {str(each).rpartition("#")[2] for each in record.subjects(RDF.type, DCAT.Dataset)}
    listed = requests.get(f"{data}/index.json", timeout=60).json()["bestanden"]
    names = {each.removeprefix("/data/v1/").removesuffix(".json") for each in listed}
    assert names - {"index", "versions", "datapackage", "openapi"} == identifiers
    addresses = {str(each) for term in (DCAT.downloadURL, DCAT.endpointURL) for each in record.objects(None, term)}
    assert all(address.startswith(data) for address in addresses)
    wanted = sorted(each for each in addresses if each.endswith((".csv", "/", "boundaries.json", "indicators.json")))
    assert [each for each in wanted if requests.get(each, timeout=120).status_code != 200] == []


def test_an_indicator_says_of_which_years_it_has_figures(record):
    spans = {
        str(subject).rpartition("#")[2]: tuple(
            str(record.value(record.value(subject, DCTERMS.temporal), term)) for term in (DCAT.startDate, DCAT.endDate)
        )
        for subject in record.subjects(DCTERMS.temporal, None)
    }
    assert spans["wb-meldingen"] == ("2018-01-01", "2018-12-31")
    assert spans["meldingen"][0] == "2019-01-01"


def test_addresses_are_those_of_the_setting(data, monkeypatch):
    monkeypatch.setenv("HGIB_URL", "https://voorbeeld.nl/")
    graph = Graph().parse(data=requests.get(f"{data}/dcat.ttl", timeout=60).text, format="turtle")
    homes = {str(each) for each in graph.objects(None, rdflib.FOAF.homepage)}
    assert homes == {"https://voorbeeld.nl/downloads", "https://voorbeeld.nl/"}
    assert URIRef("https://voorbeeld.nl/data/v1/dcat.ttl#meldingen") in set(graph.subjects())


def test_the_same_version_gives_the_same_bytes(data, turtle):
    from editions.edition import current_edition
    from web.open_data import dcat

    site = data.removesuffix("/data/v1")
    assert dcat.record(current_edition(), site=site, ending="ttl").decode() == turtle
    assert (
        dcat.record(current_edition(), site=site, ending="jsonld")
        == requests.get(f"{data}/dcat.jsonld", timeout=60).content
    )
