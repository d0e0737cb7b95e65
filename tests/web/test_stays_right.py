"""What was right when readers' reports of other sites were tried here, on every kind of route: it stays right."""

import csv
import io
import json

import pytest
import requests

ROUTES = ["/", "/kaart", "/gemeente?gemeente=GM0758", "/gemeenteblad/", "/gemeenteblad/breda", "/gemeenteblad/tilburg.pdf", "/data/v1/", "/data/v1/wb-meldingen.csv",
          "/data/v1/wb-meldingen.json", "/data/v1/adviezen.csv?notatie=excel-nl", "/data/v1/regions.csv", "/robots.txt", "/sitemap.xml", "/bestaat-niet"]  # fmt: skip
JSON = [
    "wb-meldingen.json",
    "meldingen.json?gemeente=GM0758,GM0855",
    "meldingen.json?niveau=PV",
    "document-gemeenten-2018.json",
    "regions.json",
]
TIMEOUT = 120


@pytest.mark.parametrize("route", ROUTES)
def test_a_question_for_the_head_alone_gets_the_same_head(server, route):
    whole, head = requests.get(server + route, timeout=TIMEOUT), requests.head(server + route, timeout=TIMEOUT)
    varying = {"date", "content-length", "transfer-encoding"}
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert {name.lower(): value for name, value in head.headers.items() if name.lower() not in varying} == {
        name.lower(): value for name, value in whole.headers.items() if name.lower() not in varying
    }


@pytest.mark.parametrize(
    "route", [route for route in ROUTES if route not in {"/robots.txt", "/sitemap.xml", "/bestaat-niet"}]
)
def test_who_has_an_answer_already_does_not_get_it_again(server, route):
    first = requests.get(server + route, timeout=TIMEOUT)
    again = requests.get(server + route, headers={"If-None-Match": first.headers["etag"]}, timeout=TIMEOUT)
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("file", JSON)
def test_json_is_strict_and_no_code_for_missing_stands_in_it(server, file):
    def refuse(constant: str) -> None:
        pytest.fail(f"{constant} is no JSON")

    text = requests.get(f"{server}/data/v1/{file}", timeout=TIMEOUT).text
    for row in json.loads(text, parse_constant=refuse)["rijen"]:
        assert not {-99, -99.0, -99.99, "-99", "-99,0"} & {
            value for value in row.values() if isinstance(value, int | float | str)
        }, row


def test_dutch_csv_has_semicolons_and_decimal_commas_in_every_row(server):
    body = requests.get(f"{server}/data/v1/wb-meldingen.csv?notatie=excel-nl", timeout=TIMEOUT).content
    assert body.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";")
    values = [row[heads.index("waarde")] for row in rows]
    assert {len(row) for row in rows} == {len(heads)}
    assert any("," in value for value in values)
    assert not any("." in value for value in values)
