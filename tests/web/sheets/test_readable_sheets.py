"""Gemeentebladen are as plain as the pages: the same formula, on sheets of every kind, carried and refreshed figures."""

import dataclasses
from collections.abc import Iterator

import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.level import Level
from data_sources.period import Kind, of_kind
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from editions.edition import Edition, current_edition
from editions.values import values
from geo import registry
from indicators import sentences
from indicators.trend import Direction, trend
from indicators.value import State
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.pages.test_readable import LEAST_PAGE, flesch_douma, hard, paragraphs
from web.sheets import facts, page

pytestmark = pytest.mark.slow

# what the words on a sheet depend on, and a sheet that has it in the carried figures
CARRIED = {
    "figure of the region": ("GM0758", 2018, "1.842 meldingen"),
    "no figure, no country": ("GM1959", 2021, "Nederland, het eerste halfjaar van 2025"),
    "no figure, but a country": ("GM0034", 2023, "Dat is niet hetzelfde als nul"),
    "higher than the country": ("GM0363", 2023, "hoger dan dat van de rest van Nederland"),
    "about the same": ("GM0014", 2023, "ongeveer gelijk aan dat van de rest van Nederland"),
    "lower than the country": ("GM1731", 2023, "lager dan dat van de rest van Nederland"),
}
# what only a refresh can bring, in the words that page and sheet share: enough years, or too few of them
TRENDS = ("Geen duidelijke stijging of daling", "nog niet te zeggen")


def made(code: str, year: int, edition: Edition) -> str:
    return page.html(
        facts.sheet(edition, code, year=year), code=code, canonical="http://x/gemeenteblad/plaats", version=""
    )


def plain(markup: str) -> list[str]:
    texts = paragraphs(markup)
    assert texts
    easy = flesch_douma(" ".join(texts))
    return hard(texts) + ([] if easy >= LEAST_PAGE else [f"the whole sheet: {easy:.0f}"])


@pytest.mark.parametrize("kind", CARRIED)
def test_a_sheet_of_every_kind_is_plain_dutch(kind):
    code, year, words = CARRIED[kind]
    markup = made(code, year, current_edition())
    assert words in markup
    assert plain(markup) == []


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """Data version with made-up figures of six years for every municipality."""
    folder = tmp_path_factory.mktemp("refreshed")
    tables = [table for table in REFRESHED_TABLES if table.id in {"84849NED", "70072ned"}]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HGIB_DATA", str(folder))
        with CbsService(full(years=(2019, 2020, 2021, 2022, 2023, 2024))) as service:
            assert refresh(folder, service=Service.at(service.url), listener=Console(), tables=tables).complete
        yield current_edition()


def test_sheets_of_refreshed_figures_are_plain_dutch(refreshed):
    everything, wrong = "", []
    for region in registry.regions(Level.MUNICIPALITY, year=2023)[::6]:
        markup = made(region.code, 2023, refreshed)
        everything += markup
        wrong += plain(markup)
    assert wrong == []
    assert all(words in everything for words in TRENDS)


@pytest.mark.parametrize("direction", Direction)
def test_the_sentence_of_every_direction_is_plain_dutch(refreshed, direction):
    rows = values(refreshed, "meldingen", level=Level.MUNICIPALITY)
    own = rows[(rows["region"] == "GM0758") & (of_kind(rows["period"], Kind.YEAR))]
    spec = INDICATORS["meldingen"]
    found = dataclasses.replace(trend(own, spec=spec), direction=direction)
    assert hard([sentences.trend_sentence(found, registry.region("GM0758"), spec=spec)]) == []


@pytest.mark.parametrize("state", sorted(set(State) - {State.VALUE}))
def test_the_sentence_of_a_place_without_a_figure_is_plain_dutch(state):
    rows = values(current_edition(), "meldingen", level=Level.MUNICIPALITY)
    row = rows[(rows["region"] == "GM0363") & (rows["period"].astype("str") == "2023JJ00")].iloc[0].copy()
    row["state"], nothing = state, 0.0 if state in {State.ZERO, State.ROUNDED_ZERO} else float("nan")
    row[["value", "low", "high"]] = nothing
    row["count"] = 40.0 if state == State.COUNT_ONLY else nothing
    said = sentences.situation(row, registry.region("GM0363"), spec=INDICATORS["meldingen"])
    assert hard([said]) == []


def test_the_sentence_of_an_uncertain_figure_is_plain_dutch():
    rows = values(current_edition(), "wb-meldingen", level=Level.MUNICIPALITY)
    row = rows[rows["region"] == "GM0758"].iloc[0].copy()
    row["uncertain"] = True
    assert hard([sentences.situation(row, registry.region("GM0758"), spec=INDICATORS["wb-meldingen"])]) == []


def test_the_index_and_a_refusal_are_plain_dutch():
    places = registry.regions(Level.MUNICIPALITY, year=2023)
    assert hard(paragraphs(page.index(places))) == []
    assert (
        hard(
            paragraphs(
                page.refusal("Wij kennen geen gemeente met deze naam. Kies een gemeente uit de lijst van A tot Z.")
            )
        )
        == []
    )


def test_officialese_on_a_sheet_is_seen():
    markup = made("GM0758", 2018, current_edition())
    worse = markup.replace(
        "</main>",
        "<p>Ten behoeve van de multidisciplinaire ketensamenwerking faciliteert het gemeentelijk beleidsinstrumentarium "
        "implementatie van geprioriteerde verantwoordelijkheden.</p></main>",
    )
    assert plain(worse) != []
