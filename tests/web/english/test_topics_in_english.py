"""The topic pages in English: the figures of the Dutch pages, in English alone but for names."""

from types import SimpleNamespace

import pandas as pd
import pytest

from charts.dots import dots
from data_sources import changes, versions
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.tables import TABLES
from data_sources.level import NETHERLANDS, Level
from data_sources.observation import Status
from data_sources.period import Period
from editions import compositions, sources
from editions.comparators import comparator
from editions.compositions import COMPOSITIONS
from editions.edition import Edition, current_edition
from editions.values import values
from geo import registry
from indicators.sentences import topics
from indicators.sentences.answer import MOST_WORDS
from language import Language, in_language
from tests.web.english.english_text import NAMES, dutch_words, numbers, text_of
from web import page_elements
from web.export import recording
from web.page_files import Assets

EDITION = current_edition()
TOPICS = ("/wie-meldt", "/hoe-veilig", "/herhaling", "/onderzoek", "/kinderbescherming")
SITE = "https://cijfers.example"


def shown(path: str, language: Language) -> str:
    """All that a reader of a topic page sees or hears, without names."""
    with in_language(language):
        root = recording.record(path, {}, site=SITE)
        text = text_of(page_elements.html_of(root, assets=Assets()))
    return without_names(text)


def without_names(text: str) -> str:
    for name in filter(None, NAMES):
        text = text.replace(name, " ")
    return text


def chart_text(chart) -> str:
    cells = chart.printed.to_csv(index=False, sep=" ")
    return without_names(" ".join([chart.name, chart.subtitle, chart.description, *chart.caveats, cells]))


def assert_same_figures_in_english_alone(dutch: str, english: str) -> None:
    assert numbers(english, thousands=",", decimal=".") == numbers(dutch, thousands=".", decimal=",")
    assert dutch_words(english) == set()
    assert dutch_words(dutch) != set()


@pytest.mark.parametrize("path", TOPICS)
def test_a_topic_has_the_numbers_of_the_dutch_page_and_no_dutch_word(path):
    dutch, english = (shown(path, language) for language in Language)
    assert_same_figures_in_english_alone(dutch, english)


def cells_of(table: str, *, total: float) -> pd.DataFrame:
    """Made-up counts of every declared group of a table; CBS gives the last one no figure."""
    groups = next(list(composition.groups) for composition in COMPOSITIONS if composition.table == table)
    values = [*(1000.0 + 5 * number for number in range(len(groups) - 1)), float("nan"), total]
    cells = pd.DataFrame({"category": [*groups, TABLES[table].total], "value": values})
    return cells.assign(period=Period.year(2023).code, status=str(Status.FINAL))


@pytest.mark.parametrize("total", [12_345.0, 99_990.0, float("nan")])  # without a rest, with one, unknown
@pytest.mark.parametrize("code", ["GM0758", NETHERLANDS])
def test_the_groups_in_the_reports_of_a_place_are_in_english(code, total, monkeypatch):
    monkeypatch.setattr(compositions, "report_cells", lambda _edition, *, table, **_place: cells_of(table, total=total))
    edition, texts = Edition(EDITION.snapshot, published=EDITION.published), {}
    for language in Language:
        with in_language(language):
            charts = compositions.compositions(edition, code, period=Period.year(2023))
            texts[language] = [chart_text(chart) for chart, _ in charts]
    assert len(texts[Language.DUTCH]) == len(COMPOSITIONS)
    for dutch, english in zip(texts[Language.DUTCH], texts[Language.ENGLISH], strict=True):
        assert_same_figures_in_english_alone(dutch, english)


@pytest.mark.parametrize("bands", ["samen", "apart", "geen"])
@pytest.mark.parametrize("indicator", ["meldingen", "aandeel-vervolgmeldingen"])
def test_the_words_around_dots_are_in_english(indicator, bands):
    texts = []
    for language in Language:
        with in_language(language):
            period = Period.year(2023)
            chart = dots(
                values(EDITION, indicator, level=Level.PROVINCE),
                spec=INDICATORS[indicator],
                period=period,
                names={each.code: each.name for each in registry.regions(Level.PROVINCE, year=2023)},
                comparator=comparator(EDITION, indicator, level=Level.PROVINCE, period=period),
                order="group",
                bands=bands,
            )
            points = (point for trace in chart.drawn["data"] for point in trace.get("customdata", []))
            hovers = " ".join(part for point in points for part in point)
            ticks = " ".join(chart.drawn["layout"]["yaxis"]["ticktext"])
            texts.append(chart_text(chart) + without_names(f" {hovers} {ticks}"))
    assert_same_figures_in_english_alone(*texts)


FINDINGS = (
    lambda: topics.not_from_police_or_justice(59, 100),
    lambda: topics.not_from_police_or_justice(67, 100),
    lambda: topics.already_known(40, 35, 100),
    lambda: topics.acute_from_police(50),
    lambda: topics.estimated_victims(9, year="2022"),
    lambda: topics.more_ended_than_began(100, 200, year="2022"),
    lambda: topics.more_ended_than_began(200, 100, year="2022"),
)


@pytest.mark.parametrize("finding", FINDINGS)
def test_a_finding_is_short_in_english_too(finding):
    dutch = finding()
    with in_language(Language.ENGLISH):
        english = finding()
    assert english
    assert dutch_words(english) == set() != dutch_words(dutch)
    assert len(english.split()) <= MOST_WORDS[Language.ENGLISH]


def test_the_two_ways_of_supervision_orders_are_not_mixed_up():
    with in_language(Language.ENGLISH):
        assert (
            topics.more_ended_than_began(100, 200, year="2022") == "In 2022, more supervision orders ended than began"
        )
        assert (
            topics.more_ended_than_began(200, 100, year="2022") == "In 2022, more supervision orders began than ended"
        )


def test_a_revision_is_named_in_the_language_of_the_reader(monkeypatch):
    log = changes.ChangeLog("20261121T080000Z", "", (changes.TableChanges("T", "", 0, 0, revised=1842),))
    monkeypatch.setattr(changes, "read", lambda *_: log)
    monkeypatch.setattr(versions, "moment_of", lambda _: EDITION.created.replace(2026, 11, 21))
    edition = SimpleNamespace(snapshot=SimpleNamespace(embedded=False), version=log.version)
    sentences = {}
    for language in Language:
        with in_language(language):
            sentences[language] = sources.revision.__wrapped__(edition, "T")
    assert sentences == {
        Language.DUTCH: "Op 21-11-2026 zijn 1.842 cijfers in deze tabel herzien door het CBS.",
        Language.ENGLISH: "On 21/11/2026, Statistics Netherlands (CBS) revised 1,842 figures in this table.",
    }
