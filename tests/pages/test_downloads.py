import html
import io
import re
import threading
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest
import requests
import uvicorn
from starlette.applications import Starlette

from data_sources.catalogue.indicators import INDICATORS
from editions import cells
from editions.edition import current_edition
from pages._parts.sharing import examples, whole_tables
from site_map import PAGES
from web.open_data.filters import FILTERS
from web.open_data.resources import resources
from web.open_data.routes import ROUTES


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=ROUTES), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def test_the_page_offers_every_table_there_is(read_page):
    page = read_page("downloads.py")
    offered = set(re.findall(r"/data/v1/([a-z0-9-]+)\.xlsx", page.markup))
    names = set(resources(current_edition()))
    assert offered == names
    cells = {name for name in names if name.startswith(whole_tables.CELLS) or name == whole_tables.PUBLICATIONS}
    assert set(whole_tables.OTHER) == names - set(INDICATORS) - cells
    assert page.headings == sorted(page.headings)[:1] + page.headings[1:]


def test_what_is_asked_for_most_stands_first_and_every_button_says_of_what_it_is(read_page):
    page = read_page("downloads.py")
    first = re.findall(r'href="/data/v1/([a-z0-9-]+)\.csv"', page.markup)
    assert tuple(first[: len(whole_tables.POPULAR)]) == whole_tables.POPULAR
    labels = re.findall(r'class="hg-file"[^>]*aria-label="([^"]+)"', page.markup)
    assert len(labels) == len(set(labels)) == page.markup.count("hg-file") - page.markup.count("hg-files")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("84849ned", "tabel-84849ned"),
        ("Herindelingen", "mergers"),
        ("LEEFTIJDEN", "document-leeftijden"),
        ("geld west-brabant", "document-geld"),
        ("adviezen veilig", "adviezen"),
    ],
)
def test_a_table_is_found_by_words_of_its_title_or_its_number(read_page, words, name):
    page = read_page("downloads.py")
    page.run.text_input(key="zoek-tabel").set_value(words).run()
    shown = re.findall(r'href="/data/v1/([a-z0-9-]+)\.csv"', page.markup)
    assert name in shown
    assert len(shown) < len(resources(current_edition()))
    assert re.search(r"\d+ tabel(len)? gevonden|één tabel gevonden|1 tabel gevonden", page.text)


def test_a_search_without_result_says_what_to_do(read_page):
    page = read_page("downloads.py")
    page.run.text_input(key="zoek-tabel").set_value("fietspaden").run()
    assert "Geen tabel gevonden met ‘fietspaden’" in page.text
    assert "maak het veld leeg" in page.text


def test_the_example_shows_the_rows_that_its_address_gives(read_page, site):
    page = read_page("downloads.py", onderwerp="api")
    address = html.unescape(re.search(r'class="hg-button" href="(/data/v1/[^"]+)"', page.markup)[1])
    answered = pd.read_csv(io.StringIO(requests.get(site + address, timeout=60).text))
    answered = answered[answered["periode"].astype("str") == "2018"]
    _, shown = page.tables["Dit komt eruit (de eerste kolommen)"]
    assert {row[0] for row in shown} == set(answered["plaats"])
    known = answered.dropna(subset=["waarde"])
    for place, value in zip(known["plaats"], known["waarde"], strict=True):
        assert [place, "2018", f"{value:.1f}".replace(".", ",")] in shown


@pytest.mark.slow
def test_every_address_on_the_page_answers(read_page, site):
    pages = [read_page("downloads.py"), read_page("downloads.py", onderwerp="api")]
    for address in {each for page in pages for each in re.findall(r'href="(/data/v1/[^"]+)"', page.markup)}:
        assert requests.get(site + address.replace("&amp;", "&"), timeout=60).status_code == 200, address


def test_no_link_to_a_table_that_is_too_large_leads_to_a_refusal(read_page, site, monkeypatch):
    monkeypatch.setattr(cells, "MOST_ROWS", 100)
    monkeypatch.setattr(whole_tables, "MOST_ROWS", 100)
    page = read_page("downloads.py")
    assert "alleen een deel" in page.text
    assert "krijgt u alleen als CSV in één keer" in page.text
    offered = {address.replace("&amp;", "&") for address in re.findall(r'href="(/data/v1/tabel-[^"]+)"', page.markup)}
    assert "/data/v1/tabel-84849ned.csv" in offered
    assert "/data/v1/tabel-84849ned.json" not in offered
    for address in offered:
        assert requests.get(site + address, timeout=60).status_code == 200, address


def test_the_python_example_prints_figures(site, capsys):
    exec(examples.python(site), {})
    printed = capsys.readouterr().out
    assert "Breda" in printed
    assert "Etten-Leur" in printed


def test_the_r_example_asks_for_columns_that_exist(site):
    address = re.search(r'read\.csv\("([^"]+)"\)', examples.r(site))[1]
    columns = re.search(r"c\((.*?)\)\]", examples.r(site))[1]
    read = pd.read_csv(io.StringIO(requests.get(address, timeout=60).text))
    assert set(re.findall(r'"(\w+)"', columns)) <= set(read.columns)


def test_the_address_for_excel_gives_dutch_notation(site):
    body = requests.get(examples.excel_address(site), timeout=60).content
    assert body.startswith(b"\xef\xbb\xbfindicator;plaats;")


def test_the_filters_on_the_page_are_the_filters_of_the_data():
    assert {name for name, _, _ in examples.FILTERS} == set(FILTERS) - {"jaar"}
    assert all(re.fullmatch(FILTERS[name].form, example) for name, example, _ in examples.FILTERS)


def test_the_code_for_another_site_shows_the_map_of_its_title(read_page):
    source, title = re.search(r'src="([^"]+)" title="([^"]+)"', examples.frame("https://example.org")).groups()
    address = urlsplit(html.unescape(source))
    choices = dict(parse_qsl(address.query))
    assert choices.pop("embed") == "true"
    file = next(page.file for page in PAGES if page.address == address.path)
    page = read_page(file, **choices)
    figures = [node.proto.id.split("-tabs-")[1] for node in page.run.main if node.type == "tab_container"]
    assert choices["figuur"] in figures
    assert html.unescape(title).removeprefix("Kaart: ") in page.text
    assert not page.run.warning


@pytest.mark.parametrize("key", ["indicator", "periode"])
def test_the_page_reads_every_choice_in_the_code_for_another_site(read_page, key):
    source = html.unescape(re.search(r'src="([^"]+)"', examples.frame("https://example.org"))[1])
    choices = dict(parse_qsl(urlsplit(source).query))
    assert set(choices) == {"indicator", "periode", "embed", "figuur"}
    assert read_page("map.py", **{**choices, key: "onbekend"}).run.warning
