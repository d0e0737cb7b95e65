"""What other sites and search engines read of a page: one absolute address, a preview, where it stands and which figures it shows."""

import json
import re
import struct
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

import site_map
from editions.edition import current_edition
from pages._parts.preview import preview
from web import page_identity, structured_data
from web.public_address import public_address

ADDRESSES = [
    *(page.address for page in site_map.PAGES),
    "/gemeente?gemeente=GM0758",
    "/kaart?indicator=wb-meldingen&periode=2018&gemeente=GM0758",
    "/vergelijken?gemeente=GM0758&met=GM0826,GM0840",
    "/gemeenteblad/",
    "/gemeenteblad/breda",
    "/gemeenteblad/nederland",
]
_META = re.compile(r'<meta property="(og:[a-z:_]+)" content="([^"]*)"')
_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
PUBLIC = "https://voorbeeld.nl"


def head(server, address: str) -> str:
    answer = requests.get(f"{server}{address}", timeout=60)
    assert answer.status_code == 200
    return answer.text.partition("</head>")[0]


def preview_of(html: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _META.findall(html)}


def things(html: str) -> dict[str, dict]:
    blocks = [json.loads(block) for block in _LD.findall(html)]
    assert all(each["@context"] == "https://schema.org" for each in blocks)
    return {each["@type"]: each for each in blocks}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_says_who_it_is(server, address):
    html = head(server, address)
    (canonical,) = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
    path = urlsplit(address).path
    assert canonical == f"{server}{path}"
    says = preview_of(html)
    assert says["og:url"] == f"{server}{address}"
    assert says["og:title"]
    assert says["og:description"]
    assert (says["og:image:width"], says["og:image:height"]) == ("1200", "630")
    crumbs = things(html)["BreadcrumbList"]["itemListElement"]
    assert [each["position"] for each in crumbs] == list(range(1, len(crumbs) + 1))
    assert all(each["item"].startswith(server) and each["name"] for each in crumbs)
    assert crumbs[0]["item"] == f"{server}/"
    assert (len(crumbs) > 1) == (path != "/")


@pytest.mark.parametrize(
    "address", ["/gemeente?gemeente=GM0758", "/kaart?indicator=wb-meldingen&periode=2018&gemeente=GM0758"]
)
def test_the_preview_is_that_of_the_link_and_its_picture_is_there(server, address):
    says = preview_of(head(server, address))
    query = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
    shown = preview(urlsplit(address).path.strip("/"), query).shown
    assert (says["og:title"], says["og:description"]) == (shown.title, shown.description)
    answer = requests.get(says["og:image"], timeout=60)
    assert answer.headers["content-type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    again = requests.get(says["og:image"], headers={"If-None-Match": answer.headers["etag"]}, timeout=60)
    assert again.status_code == 304


def test_a_sheet_and_its_page_have_one_picture(server):
    sheet = preview_of(head(server, "/gemeenteblad/breda"))
    assert sheet["og:title"] == "Huiselijk geweld in Breda: cijfers over 2018"
    assert "/voorvertoning/gemeente.png?gemeente=GM0758&periode=2018&versie=" in sheet["og:image"]


@pytest.mark.parametrize("address", ["/", "/kaart", "/gemeente?gemeente=GM0758", "/wie-meldt", "/gemeenteblad/breda"])
def test_a_page_with_figures_names_its_data_set(server, address):
    dataset = things(head(server, address))["Dataset"]
    assert 50 <= len(dataset["description"]) <= 5000
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["isAccessibleForFree"] is True
    if address != "/wie-meldt":  # a table of CBS, cell by cell
        assert re.fullmatch(r"20\d\d-\d\d-\d\d/20\d\d-\d\d-\d\d", dataset["temporalCoverage"])
        assert dataset["variableMeasured"]["unitText"]
    assert dataset["dateModified"].startswith(current_edition().version[:10])
    assert {each["encodingFormat"] for each in dataset["distribution"]} >= {"text/csv", "application/json"}
    csv = next(each["contentUrl"] for each in dataset["distribution"] if each["encodingFormat"] == "text/csv")
    answer = requests.get(csv, timeout=60)
    assert answer.status_code == 200
    if "GM0758" in csv:
        assert {line.split(",")[2] for line in answer.text.splitlines()[1:]} == {"GM0758"}


def test_downloads_names_every_table(server):
    listed = things(head(server, "/downloads"))["DataCatalog"]["dataset"]
    names = requests.get(f"{server}/data/v1/index.json", timeout=60).json()["bestanden"]
    assert len(listed) == len(names) - 6  # six lists are no tables
    assert all(50 <= len(each["description"]) <= 5000 and each["name"] for each in listed)


def test_a_page_without_figures_has_none(server):
    assert set(things(head(server, "/toegankelijkheid"))) == {"BreadcrumbList"}


def test_a_figure_in_a_frame_has_an_address_and_no_preview(server):
    html = head(server, "/kaart?embed=true&figuur=kaart")
    assert f'<link rel="canonical" href="{server}/kaart"' in html
    assert preview_of(html) == {}


def test_no_text_ends_a_block_of_structured_data():
    block = structured_data.script([{"@type": "Thing", "name": "</script><script>alert(1)</script>&"}])
    assert block.count("</script>") == 1
    assert json.loads(_LD.search(block)[1])["name"] == "</script><script>alert(1)</script>&"


def test_what_a_reader_writes_in_an_address_is_not_repeated(server):
    html = head(server, "/gemeente?gemeente=GM0758&x=%3Cscript%3Ealert(1)")
    assert preview_of(html)["og:url"] == f"{server}/gemeente"
    assert "alert(1)" not in html


def test_a_picture_of_a_page_that_is_not_there_is_our_own_404(server):
    answer = requests.get(f"{server}/voorvertoning/bestaat-niet.png", timeout=60)
    assert answer.status_code == 404
    assert '<html lang="nl">' in answer.text


def test_with_a_public_address_every_address_is_that_one(beside, monkeypatch):
    monkeypatch.setenv("HGIB_URL", f"{PUBLIC}/")
    assert f"Sitemap: {PUBLIC}/sitemap.xml" in requests.get(f"{beside}/robots.txt", timeout=60).text
    sitemap = requests.get(f"{beside}/sitemap.xml", timeout=60).text
    places = re.findall(r"<loc>(.*?)</loc>", sitemap)
    assert all(each.startswith(f"{PUBLIC}/") for each in places)
    assert f"{PUBLIC}/gemeenteblad/breda" in places
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {current_edition().created.date().isoformat()}
    assert sitemap.count("<lastmod>") == len(places)
    assert (
        f"Canonical: {PUBLIC}/.well-known/security.txt"
        in requests.get(f"{beside}/.well-known/security.txt", timeout=60).text
    )
    sheet = requests.get(f"{beside}/gemeenteblad/breda", timeout=60).text
    assert "127.0.0.1" not in sheet
    assert f'<link rel="canonical" href="{PUBLIC}/gemeenteblad/breda"' in sheet
    link = preview("gemeente", {"gemeente": "GM0758"})
    page = next(page for page in site_map.PAGES if page.path == "gemeente")
    says = preview_of(page_identity.of_page(page, link, site=PUBLIC))
    assert says["og:url"] == f"{PUBLIC}/gemeente?gemeente=GM0758"
    assert says["og:image"].startswith(f"{PUBLIC}/voorvertoning/gemeente.png?")


@pytest.mark.parametrize(
    "wrong", ["voorbeeld.nl", "https://", "https://voorbeeld.nl/map", "ftp://voorbeeld.nl", "https://a b"]
)
def test_a_wrong_public_address_is_ignored_with_a_word_in_the_log(monkeypatch, caplog, wrong):
    monkeypatch.setenv("HGIB_URL", wrong)
    scope = {"type": "http", "scheme": "http", "server": ("localhost", 80), "path": "/", "headers": [], "root_path": "", "query_string": b""}  # fmt: skip
    assert public_address(scope) == "http://localhost"
    assert "HGIB_URL" in caplog.text
