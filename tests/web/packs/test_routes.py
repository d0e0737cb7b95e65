"""The addresses of the packs: files with their headers, one address per place, and refusals in Dutch."""

import re
import time

import pytest
import requests

from data_sources.level import Level
from editions.comparison import finding, quotable, side_by_side, verdict
from editions.edition import current_edition
from editions.place_answer import default_answer
from geo import registry
from tests.web.packs.reading import READ
from web.packs import choices, routes

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def get(address: str, **headers: str) -> requests.Response:
    return requests.get(address, headers=headers, timeout=60, allow_redirects=False)


@pytest.mark.parametrize("ending", MEDIA)
def test_a_pack_is_a_file_with_a_dutch_name_that_is_kept(beside, ending):
    address = f"{beside}/raadspakket/breda.{ending}"
    answer = get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == MEDIA[ending]
    version = current_edition().version
    assert answer.headers["content-disposition"] == f'inline; filename="raadspakket_breda_2018_v{version}.{ending}"'
    assert answer.headers["cache-control"] == "public, max-age=300"
    made = routes.ANSWERS.computed
    assert get(address, **{"if-none-match": answer.headers["etag"]}).status_code == 304
    assert get(address).content == answer.content
    assert routes.ANSWERS.computed == made


@pytest.mark.parametrize("name", ["breda.docx", "breda.pptx", "vergelijking.docx?gemeente=GM0758", "bestaat-niet.docx"])
def test_head_tells_what_get_tells(beside, name):
    address = f"{beside}/raadspakket/{name}"
    read, head = get(address), requests.head(address, timeout=60)
    assert head.status_code == read.status_code
    assert head.content == b""
    hidden = {"date"}
    assert {k: v for k, v in head.headers.items() if k not in hidden} == {
        k: v for k, v in read.headers.items() if k not in hidden
    }


def test_a_place_has_one_address(beside):
    answer = get(f"{beside}/raadspakket/Den%20Bosch.docx?jaar=2023")
    assert answer.status_code == 308
    assert answer.headers["location"] == "/raadspakket/s-hertogenbosch.docx?jaar=2023"
    assert get(f"{beside}/raadspakket/Breda.PPTX").headers.get("location") == "/raadspakket/breda.pptx"


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("breda.odt", 404, "‘breda.odt’ is er niet. Een raadspakket is er als .docx (Word) en als .pptx (PowerPoint)."),
        ("breda", 404, "als .docx (Word) en als .pptx (PowerPoint)"),
        ("atlantis.docx", 404, "Er is geen raadspakket met het adres ‘atlantis’"),
        ("x" * 300 + ".pptx", 404, "Er is geen raadspakket"),
        ("breda.docx?periode=gisteren", 400, "‘gisteren’ is geen periode. Schrijf een jaar als 2023 of een half jaar als 2023-H1."),
        ("breda.docx?periode=1999", 404, "Over 1999 is er geen raadspakket voor Breda. Wel over: "),
        ("breda.docx?jaar=23", 400, "past niet bij ‘jaar’"),
        ("weesp.docx?jaar=2024", 404, "Over 2024 is er geen raadspakket voor Weesp. Wel over "),
        ("breda.docx?versie=1999-01-01", 404, "De gegevensversie 1999-01-01 is er niet (meer)."),
        ("breda.docx?periode=2018&periode=2023", 400, "‘periode’ staat twee keer in het adres."),
        ("vergelijking.docx", 400, "Zeg om welke plaats het gaat"),
        ("vergelijking.docx?gemeente=GM9999", 404, "‘GM9999’ is geen gemeente"),
        ("vergelijking.docx?gemeente=GM0758&met=DR01", 404, "‘DR01’ is geen gemeente"),
        ("vergelijking.docx?gemeente=GM0758&indicator=slachtoffers", 404, "Het cijfer ‘slachtoffers’ is er niet."),
        ("vergelijking.docx?gemeente=GM0758&periode=2023-H3", 400, "‘2023-H3’ is geen periode"),
        ("vergelijking.docx?gemeente=GM0758&vergelijk=alles", 404, "De keuze ‘alles’ is er niet."),
        ("vergelijking.docx?gemeente=%3Cscript%3E", 404, "‘&lt;SCRIPT&gt;’ is geen gemeente"),
    ],
)  # fmt: skip
def test_a_refusal_says_in_dutch_what_to_do(beside, name, status, words):
    answer = get(f"{beside}/raadspakket/{name}")
    assert answer.status_code == status
    assert "<h1>Dit raadspakket is er niet</h1>" in answer.text
    assert words in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert 'lang="nl"' in answer.text


def test_what_others_put_in_an_address_means_nothing(beside):
    plain = get(f"{beside}/raadspakket/breda.docx").content
    assert get(f"{beside}/raadspakket/breda.docx?utm_source=krant").content == plain


@pytest.mark.parametrize("ending", MEDIA)
def test_the_year_and_the_period_choose_the_figures(beside, ending):
    words_of_answers = {
        choice: "\n".join(READ[ending](get(f"{beside}/raadspakket/nederland.{ending}?{choice}").content).texts)
        for choice in ("periode=2022-H1", "periode=2025-H1", "jaar=2023")
    }
    assert "34,1 per 10.000 inwoners" in words_of_answers["periode=2022-H1"]
    assert "36,7 per 10.000 inwoners" in words_of_answers["periode=2025-H1"]
    assert "71,5 per 10.000 inwoners" in words_of_answers["jaar=2023"]


def test_an_ended_municipality_has_the_questions_of_its_successor(beside):
    texts = READ["docx"](get(f"{beside}/raadspakket/weesp.docx").content).texts
    assert "Weesp is op 24 maart 2022 opgegaan in Amsterdam." in texts
    assert "Drie vragen aan de wethouder van Amsterdam (concept)" in texts
    assert set(default_answer(current_edition(), "GM0363").questions) <= set(texts)


@pytest.mark.parametrize("ending", MEDIA)
@pytest.mark.parametrize(
    "query",
    [
        {"gemeente": "GM0758"},
        {"gemeente": "GM0758", "met": "GM0826,GM0777", "indicator": "wb-adviezen"},
        {"gemeente": "GM0363", "met": "GM0014", "periode": "2023", "lijn": "groep"},
        {"gemeente": "PV30", "met": "PV31"},
        {"gemeente": "GM0855", "met": "GM0772"},
        {"gemeente": "VT15"},
    ],
)
def test_a_comparison_says_what_vergelijken_says(beside, ending, query):
    asked = choices.of_comparison(query)
    answer = requests.get(f"{beside}/raadspakket/vergelijking.{ending}", params=query, timeout=60)
    assert answer.status_code == 200
    read = READ[ending](answer.content)
    everything = "\n".join(read.texts)
    chart = side_by_side(asked.chosen)
    assert all(part in everything for part in verdict(asked.chosen))
    if verdict(asked.chosen):
        assert quotable(asked.chosen)[0] in read.texts
    if chart is None:
        assert not read.charts
        assert "Hier valt nog niets te vergelijken." in everything
    else:
        assert (finding(asked.chosen, chart) or chart.name) in read.texts
        names = [row[-1] for row in read.charts[0].cells[1:]]
        assert (
            list(chart.table.loc[chart.table["value"].notna(), "place"]) == names[: chart.table["value"].notna().sum()]
        )
    assert f"/vergelijken?gemeente={query['gemeente']}" in everything


@pytest.mark.parametrize("ending", MEDIA)
def test_a_pack_is_made_within_a_second(beside, ending):
    get(f"{beside}/raadspakket/goes.{ending}")  # what is made once for all places
    seconds = []
    for place in registry.regions(Level.MUNICIPALITY, year=2023)[::40]:
        started = time.process_time()
        assert get(f"{beside}/raadspakket/{registry.slug(place.code)}.{ending}?periode=2023").status_code == 200
        seconds.append(time.process_time() - started)
    assert sorted(seconds)[len(seconds) // 2] < 1
    assert max(seconds) < 3


def test_the_same_pack_has_the_same_bytes_in_every_process(beside):
    address = f"{beside}/raadspakket/amsterdam.docx"
    first = get(address).content
    routes.ANSWERS._entries.clear()
    assert get(address).content == first


def test_the_sheet_and_the_pack_lead_to_each_other(beside):
    page = get(f"{beside}/gemeenteblad/breda?jaar=2018").text
    links = re.findall(r'<a href="(/raadspakket/[^"]+)">([^<]+)</a>', page)
    assert [words for _, words in links] == ["Raadspakket: Word (DOCX)", "Raadspakket: PowerPoint (PPTX)"]
    for address, _ in links:
        assert get(beside + address.replace("&amp;", "&")).status_code == 200
