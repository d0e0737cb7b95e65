"""Where links of the app lead in the site of files, and what becomes of a link that leads nowhere."""

import pytest

from editions.edition import current_edition
from web.export import links
from web.export.addresses import file_address, file_path, view_of
from web.export.plan import Plan

PLACES = ("NL01", "GM0758", "GM0855", "VT21")
APP = "https://app.example"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan(current_edition(), url="https://cijfers.example", only=PLACES)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/kaart?indicator=adviezen&niveau=VT", "kaart/indicator/adviezen/niveau/VT/index.html"),
        ("/gemeente?gemeente=GM0758", "gemeente/GM0758/index.html"),
        ("/gemeente?periode=2023-H1&gemeente=GM0758&v=1", "gemeente/GM0758/2023-H1/index.html"),
        ("/gemeenteblad/breda?jaar=2018", "gemeenteblad/breda/2018/index.html"),
        ("/gemeenteblad/breda.pdf?jaar=2018", "gemeenteblad/breda/2018.pdf"),
        ("/gemeenteblad/breda.pdf", "gemeenteblad/breda.pdf"),
        ("/data/v1/meldingen.csv?notatie=excel-nl", "data/v1/meldingen/notatie-excel-nl.csv"),
        ("/west-brabant?onderwerp=melders", "west-brabant/onderwerp/melders/index.html"),
    ],
)
def test_a_view_has_one_file_whose_path_says_what_was_chosen(address, file):
    assert file_path(file_address(view_of(address))) == file


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/gemeente?gemeente=GM0758", "/gemeente/GM0758/"),
        ("/?gemeente=GM0758", "/gemeente/GM0758/"),
        ("/bronnen#woord-melding", "/bronnen/#woord-melding"),
        ("/huisstijl/style.12345678.css", "/huisstijl/style.12345678.css"),
        ("/gemeente?gemeente=GM0363", None),  # not among the places of this export
        ("/gemeente?gemeente=GM0758&periode=1999", None),
        ("/vergelijken?gemeente=GM0758", None),
        ("/cijfercheck", None),
        ("/gatenkaart?stand=open", "/gatenkaart/stand/open/"),
        ("/feed.atom", "/feed.atom"),
        ("/feed/breda.atom", "/feed/breda.atom"),
        ("/feed/amsterdam.atom", None),
        ("/verwacht.ics", "/verwacht.ics"),
        ("/raadspakket/breda.docx?periode=2018", None),
        ("/data/v1/meldingen.csv?versie=2026-11-28", None),
        ("/impactmonitor?onderwerp=x&plaats=GM0758", None),
    ],
)
def test_a_link_leads_to_a_file_or_nowhere(plan, address, there):
    assert plan.resolve(address) == there


def test_with_an_app_what_has_no_file_leads_to_the_app():
    plan = Plan(current_edition(), app=APP, only=PLACES)
    assert plan.resolve("/vergelijken?gemeente=GM0758") == f"{APP}/vergelijken?gemeente=GM0758"
    assert plan.resolve("/gemeente?gemeente=GM0758") == "/gemeente/GM0758/"


def test_a_place_on_the_map_opens_a_map_that_has_a_figure_of_it(plan):
    path, _, query = plan.resolve("/kaart?gemeente=GM0758").partition("?")
    assert path.startswith("/kaart/")
    assert "gemeente=GM0758" in query


def only(known):
    return lambda address: f"{address}/" if address in known else None


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ('<p>Lees <a href="/weg" target="_self">meer</a> hier.</p>', "<p>Lees meer hier.</p>"),
        ('<ul><li><a href="/weg">Weg</a></li><li><a href="/kaart">Kaart</a></li></ul>', '<ul><li><a href="/kaart/">Kaart</a></li></ul>'),
        ('<div class="hg-buttons"><a class="hg-button" href="/weg">Weg</a></div>', ""),
        ('<div class="hg-buttons"><a class="hg-button" href="/kaart">Kaart</a> <a class="hg-button" href="/weg">Weg</a></div>',
         '<div class="hg-buttons"><a class="hg-button" href="/kaart/">Kaart</a> </div>'),
        ('<p class="hg-small"><a href="/weg">Alles daarover</a></p>', ""),
        ('<ul class="hg-lines"><li><a href="/weg">Breda</a> had er meer.</li></ul>', '<ul class="hg-lines"><li>Breda had er meer.</li></ul>'),
        ('<details class="hg-opens"><summary>Raadspakket</summary><p><a href="/weg">Word</a> <a href="/weg">Slides</a></p></details>', ""),
        ('<a href="https://elders.example/x">Elders</a> <a href="tel:112">112</a> <a href="#deel">Deel</a>',) * 2,
        ('<form action="/kaart"><img src="/kaart"></form>', '<form action="/kaart/"><img src="/kaart/"></form>'),
        ('<li><a href="?a=1&amp;b=2">x</a></li>', ""),
    ],
)  # fmt: skip
def test_words_in_a_sentence_stay_and_buttons_and_items_go_with_their_link(whole, shown):
    assert links.rewritten(whole, here="/bladzijde", resolve=only({"/kaart"})) == shown


def test_a_choice_on_a_page_is_relative_to_that_page():
    seen = []
    links.rewritten('<a href="?a=1&amp;b=2">x</a>', here="/kaart?c=3", resolve=seen.append)
    assert seen == ["/kaart?a=1&b=2"]
