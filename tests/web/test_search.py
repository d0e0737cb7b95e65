"""The search as a page that works without script, and as suggestions; nothing of it is kept."""

import http.client
import json
import re
from urllib.parse import quote, urlsplit

import pytest


def ask(server, path):
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    headers = {name.lower(): value for name, value in answer.getheaders()}
    return answer.status, headers, answer.read().decode()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kaatsheuvel", "/gemeente?gemeente=GM0809"), ("den bosch", "/gemeente?gemeente=GM0796"),
        ("5171", "/gemeente?gemeente=GM0809"), ("gm0758", "/gemeente?gemeente=GM0758"),
        ("’s-Hertogenbosch", "/gemeente?gemeente=GM0796"), ("Woudrichem", "/gemeente?gemeente=GM1959"),
        ("provincie Utrecht", "/gemeente?gemeente=PV26"),
    ],
)  # fmt: skip
def test_one_sure_place_is_opened_at_once(server, text, target):
    status, headers, _ = ask(server, f"/zoek?q={quote(text)}")
    assert (status, headers["location"]) == (303, target)
    assert headers["cache-control"] == "no-store"


def test_from_the_list_of_sheets_a_place_opens_its_sheet(server):
    assert ask(server, "/zoek?q=Kaatsheuvel&naar=gemeenteblad")[1]["location"] == "/gemeenteblad/loon-op-zand"
    assert ask(server, "/zoek?q=Kaatsheuvel&naar=//elders.example")[1]["location"] == "/gemeente?gemeente=GM0809"


@pytest.mark.parametrize(
    ("query", "status", "wanted"),
    [
        ("?q=Utrecht", 200, ["Welke plaats bedoelt u", "gemeente=GM0344", "gemeente=PV26", "Provincie Utrecht"]),
        ("?q=Tilbrug", 200, ["gemeente=GM0855"]),
        ("?q=qqqqqq", 200, ["Geen plaats gevonden met ‘qqqqqq’", "lijkt er het meest op", "/gemeente?gemeente=GM"]),
        ("?q=<script>alert(1)</script>", 200, ["&lt;script&gt;"]),
        ("?q=" + "a" * 81, 400, ["te lang", "80"]),
        ("", 200, ['name="q"', "Alle gemeenten van A tot Z"]),
    ],
)
def test_else_a_page_helps_on(server, query, status, wanted):
    found, headers, body = ask(server, "/zoek" + quote(query, safe="?=&"))
    assert found == status
    assert headers["x-robots-tag"] == "noindex"
    assert headers["cache-control"] == "no-store"
    assert 'class="hg-exit"' in body
    assert "<script>alert" not in body
    for words in wanted:
        assert words in body


def test_a_slash_too_many_leads_to_the_search(server):
    status, headers, _ = ask(server, "/zoek/?q=breda")
    assert (status, headers["location"]) == (308, "/zoek?q=breda")


def test_suggestions_say_where_each_leads(server):
    status, headers, body = ask(server, "/zoek.json?q=kaatsheuvel")
    answer = json.loads(body)
    assert status == 200
    assert (headers["cache-control"], headers["x-robots-tag"]) == ("no-store", "noindex")
    assert answer["zeker"] == "GM0809"
    assert answer["antwoorden"][0] == {
        "code": "GM0809", "naam": "Kaatsheuvel, in Loon op Zand", "soort": "woonplaats", "niveau": "GM",
        "slug": "loon-op-zand", "adres": "/gemeente?gemeente=GM0809",
    }  # fmt: skip
    assert json.loads(ask(server, "/zoek.json?q=")[2]) == {"zeker": None, "antwoorden": []}


def test_suggestions_can_be_narrowed_to_levels_and_a_year(server):
    codes = [one["code"] for one in json.loads(ask(server, "/zoek.json?q=Utrecht&niveau=PV,VT")[2])["antwoorden"]]
    assert codes == ["PV26", "VT20"]
    assert json.loads(ask(server, "/zoek.json?q=Woudrichem&jaar=2018")[2])["antwoorden"][0]["code"] == "GM0874"


def test_suggestions_say_which_places_have_a_series(server):
    def series(query):
        answers = json.loads(ask(server, f"/zoek.json?{query}&reeks=meldingen")[2])["antwoorden"]
        return {one["code"]: one["reeks"] for one in answers}

    assert series("q=Nederland&niveau=NL") == {"NL01": True}
    assert series("q=Tilburg&niveau=GM")["GM0855"] is False
    plain = json.loads(ask(server, "/zoek.json?q=Tilburg")[2])["antwoorden"]
    assert all("reeks" not in one for one in plain)


@pytest.mark.parametrize(
    "query",
    ["q=a&reeks=moord", "q=" + "a" * 81, "q=a&niveau=XX", "q=a&jaar=1999", "q=a&jaar=%C2%B2018", "q=a&jaar=99999"],
)
def test_what_cannot_be_used_is_refused_in_dutch(server, query):
    status, _, body = ask(server, f"/zoek.json?{query}")
    assert status == 400
    assert re.search(r"te lang|kennen we niet", json.loads(body)["fout"])


@pytest.mark.parametrize("path", ["/bestaat-niet", "/gemeenteblad/", "/gemeenteblad/atlantis", "/zoek"])
def test_a_page_outside_the_app_has_the_form(server, path):
    body = ask(server, path)[2]
    assert re.search(r'<form[^>]* role="search" action="/zoek" method="get"', body)
    assert 'name="q"' in body
    assert ('name="naar" value="gemeenteblad"' in body) == ("gemeenteblad" in path)
