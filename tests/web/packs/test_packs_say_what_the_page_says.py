"""Forty places, both formats, three data versions: every sentence of a pack is one of the page, every number one of the API."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
import requests

from benchmarks import made_up
from charts.chart import Chart
from charts.files import names
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, current_edition
from editions.place import surroundings
from editions.place_answer import PlaceAnswer, default_answer, in_title
from editions.place_map import place_map
from editions.series import FEWEST_POINTS
from editions.sources import attribution, version_line
from editions.trends import trend_of_place, why_no_line
from geo import registry
from indicators import notation
from indicators.sentences import WHY_HIGHER_TITLE
from indicators.sentences.why_higher import CLOSING
from tests import without_inhabitants
from tests.web.packs.reading import CHART, READ, ReadChart, ReadPack, smallest_text

pytestmark = pytest.mark.slow

PLACES = (
    ["NL01", "LD01", "LD04"]
    + [f"PV{number}" for number in (20, 22, 26, 27, 30, 31)]
    + [f"VT{number:02d}" for number in (1, 5, 10, 15, 20, 25)]
    + ["GM0758", "GM0826", "GM0363", "GM0014", "GM0599", "GM0518", "GM0344", "GM0855", "GM0772", "GM1719", "GM1723"]
    + ["GM0777", "GM1709", "GM0879", "GM0716", "GM0417", "GM0088", "GM0003", "GM1992", "GM1959", "GM0457", "GM0738"]
    + ["GM0788", "GM0744", "GM0798"]
)
HEADS = {
    "Naast andere plaatsen", "Stijgt of daalt het?", "Wat deze cijfers niet zeggen", "Bronnen", "Vragen aan de wethouder",
    "Hier valt nog niets te vergelijken: er is nog geen cijfer op deze site.",
    "Nederland is het geheel: er is niets om het naast te leggen.",
}  # fmt: skip


@pytest.fixture(scope="module", params=["carried", "without the inhabitants of 2023", "full size, made up"])
def edition(request, tmp_path_factory) -> Iterator[Edition]:
    with pytest.MonkeyPatch.context() as patch:
        writers = {"without the inhabitants of 2023": without_inhabitants.write, "full size, made up": made_up.write}
        if request.param in writers:
            patch.setenv("HGIB_DATA", str(writers[request.param](tmp_path_factory.mktemp("data"))))
        yield current_edition()


@pytest.fixture(scope="module")
def published(edition, beside) -> dict[str, dict[tuple[str, str, str], tuple[str, str, str]]]:
    """Figures as the API gives them: by indicator, then by level, name and period, value and limits as text."""
    tables: dict[str, dict[tuple[str, str, str], tuple[str, str, str]]] = {}
    for indicator in INDICATORS:
        answer = requests.get(f"{beside}/data/v1/{indicator}.csv", timeout=120)
        assert not answer.ok or names.part(edition.version) in answer.headers["content-disposition"]
        rows = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))) if answer.ok else ()
        tables[indicator] = {
            (row["code"][:2], row["plaats"], row["periode"]): (row["waarde"], row["ondergrens"], row["bovengrens"])
            for row in rows
        }
    return tables


def pack(beside: str, code: str, ending: str) -> tuple[ReadPack, bytes]:
    answer = requests.get(f"{beside}/raadspakket/{registry.slug(code)}.{ending}", timeout=60)
    assert answer.status_code == 200, (code, answer.text[:300])
    return READ[ending](answer.content), answer.content


def page_says(edition: Edition, answer: PlaceAnswer) -> set[str]:
    """Every text that the page of a place or a figure on it has."""
    spec, region = answer.spec, registry.region(answer.code)
    around = surroundings(edition, answer.indicator, code=answer.code, period=answer.period)
    trend = trend_of_place(edition, answer.code)
    drawn = place_map(edition, answer.code, indicator=answer.indicator, period=answer.period)
    figures = [each for each in (around.table, around.neighbours) if each] if around else []
    figures += [chart for chart, _ in trend.charts]
    words = [text for sentences in trend.words.values() for _, text in sentences]
    where = f"{answer.name} per provincie" if region.level is Level.COUNTRY else f"{answer.name} op de kaart"
    reasons = " ".join(f"({number}) {reason}" for number, reason in enumerate(answer.reasons, start=1))
    why = f"{WHY_HIGHER_TITLE} Vier dingen zijn mogelijk. {reasons} {CLOSING}"
    title = f"Huiselijk geweld in {in_title(region, name=answer.name)}: cijfers over {answer.period.in_words}"
    return {
        title, f"{spec.title}, {answer.period.label}", " · ".join(answer.how_many), *answer.how_many[:1],
        " · ".join(answer.how_many[1:]), answer.how_it_stands, answer.is_it_changing, answer.finding,
        answer.finding_over_time, answer.situation, answer.comparison, answer.ended, *answer.questions,
        f"{answer.question_title} (concept)", f"Die staan in de raadspakketten van {answer.council}.",
        *(line.text for line in answer.nearest), *spec.caveats, why, *words, why_no_line(edition, answer.code), where,
        *(each.text for chart in figures for each in chart.sources), attribution(spec), version_line(edition),
        *([drawn.picture.caption, where + drawn.picture.caption] if drawn else []),
    } | HEADS  # fmt: skip


def note(text: str) -> bool:
    return "= cijfer, streep = " in text


def foot(text: str) -> bool:
    if re.fullmatch(r"Welke cijfers ontbreken, en wie ze heeft: http\S+/gatenkaart\?gemeente=[A-Z]{2}\d+", text):
        return True
    return "/gemeente?gemeente=" in text and text.startswith("Huiselijk geweld in beeld")


@pytest.mark.parametrize("ending", READ)
def test_every_sentence_is_one_of_the_page(edition, beside, ending):
    assert len(set(PLACES)) >= 40
    for code in PLACES:
        answer = default_answer(edition, code)
        read, _ = pack(beside, code, ending)
        allowed = page_says(edition, answer)
        strange = [text for text in read.texts if text not in allowed and not note(text) and not foot(text)]
        assert strange == [], code
        everything = "\n".join(read.texts)
        words_of_place = [
            answer.situation,
            answer.ended,
            *answer.questions,
            *answer.how_many,
            *(x.text for x in answer.nearest),
        ]
        assert [text for text in words_of_place if text not in everything] == [], code
        assert version_line(edition) in everything
        assert "nan" not in everything.split()


def series_of(chart: ReadChart) -> list[tuple[str, list[object], list[list[object]]]]:
    """Name, values and band cells of each series of a workbook."""
    head, *rows = chart.cells
    series_names = [str(each) for each in head[1:] if each and ": " not in str(each) and each != "plaats"]
    return [
        (
            name,
            [row[1 + number] for row in rows],
            [row[1 + len(series_names) + 4 * number : 1 + len(series_names) + 4 * number + 4] for row in rows],
        )
        for number, name in enumerate(series_names)
    ]


def same(left: object, right: str) -> bool:
    return (left is None and right == "") or (
        left is not None and right != "" and float(left) == pytest.approx(float(right), abs=1e-6)
    )


def assert_chart_holds_together(chart: ReadChart) -> None:
    """XML and workbook tell the same figures; error bars are the distances to the limits of the band."""
    for number, (_, values, bands) in enumerate(series_of(chart)):
        cached = chart.numbers("val")[number]
        assert cached == {at: pytest.approx(value) for at, value in enumerate(values) if value is not None}
        for value, (low, high, down, up) in zip(values, bands, strict=True):
            if low is not None:
                assert value - down == pytest.approx(low)
                assert value + up == pytest.approx(high)
    for name, column in (("minus", 2), ("plus", 3)):
        for number, lengths in enumerate(chart.numbers(name)):
            bands = series_of(chart)[number][2]
            wanted = {at: pytest.approx(band[column]) for at, band in enumerate(bands) if band[column] is not None}
            assert lengths == wanted
        assert all(re.fullmatch(r"Cijfers!\$[A-Z]+\$2:\$[A-Z]+\$\d+", each) for each in chart.references(name))
    assert chart.categories == [str(row[0] or "") for row in chart.cells[1:]]
    assert chart.words


@pytest.mark.parametrize("ending", READ)
def test_every_number_of_a_chart_is_one_of_the_api(edition, beside, published, ending):
    drawn = 0
    for code in PLACES:
        answer = default_answer(edition, code)
        read, _ = pack(beside, code, ending)
        for chart in read.charts:
            assert_chart_holds_together(chart)
            if chart.cells[0][-1] == "plaats":
                drawn += bars_are_published(chart, answer, published)
            else:
                drawn += lines_are_published(chart, code, published)
    assert drawn >= 30


def bars_are_published(chart: ReadChart, answer: PlaceAnswer, published) -> int:
    ((_, values, bands),) = series_of(chart)
    known = 0
    for row, value, band in zip(chart.cells[1:], values, bands, strict=True):
        name = str(row[-1])
        assert row[0] == f"{name} {notation.number(value)}"  # the label is the printed figure
        bare = name.removesuffix(f", {answer.period.label}")
        level = "NL" if bare == "Nederland" else answer.code[:2]
        figure = published[answer.indicator].get((level, bare, answer.period.key))
        if figure is not None:  # sums of places are no rows of the API
            assert [same(each, text) for each, text in zip((value, *band[:2]), figure, strict=True)] == [True] * 3, name
            known += 1
    assert known
    return known


def lines_are_published(chart: ReadChart, code: str, published) -> int:
    by_short = {INDICATORS[each].short: each for each in ("meldingen", "adviezen")}
    known = 0
    for short, values, bands in series_of(chart):
        for row, value, band in zip(chart.cells[1:], values, bands, strict=True):
            if value is not None:
                name = registry.name_in(code, year=Period.from_key(str(row[0])).calendar_year)
                figure = published[by_short[short]][(code[:2], name, str(row[0]))]
                assert [same(each, text) for each, text in zip((value, *band[:2]), figure, strict=True)] == [True] * 3
                known += 1
    return known


@pytest.mark.parametrize("ending", READ)
def test_a_chart_is_drawn_where_the_page_draws_one_and_none_is_empty(edition, beside, ending):
    for code in PLACES:
        answer = default_answer(edition, code)
        read, _ = pack(beside, code, ending)
        lines = [chart for chart in read.charts if chart.cells[0][-1] != "plaats"]
        bars = [chart for chart in read.charts if chart.cells[0][-1] == "plaats"]
        assert bool(lines) == (trend_of_place(edition, code).points >= FEWEST_POINTS), code
        around = surroundings(edition, answer.indicator, code=code, period=answer.period)
        neighbours: Chart | None = around.neighbours if around else None
        assert bool(bars) or neighbours is None or not answer.has_figure, code
        assert answer.has_figure or not bars, code
        assert all(any(chart.numbers("val")) for chart in read.charts)


@pytest.mark.parametrize("ending", READ)
def test_language_title_author_and_alternative_texts(edition, beside, ending):
    for code in PLACES[::3]:
        answer = default_answer(edition, code)
        read, _ = pack(beside, code, ending)
        assert read.languages == {"nl-NL"}
        assert read.properties.author == "Huiselijk geweld in beeld"
        assert read.properties.title == read.texts[0]
        assert read.properties.language == "nl-NL"
        assert answer.name in read.properties.title
        assert all(len(words) > 20 for words in [*read.pictures, *(chart.words for chart in read.charts)])


@pytest.mark.usefixtures("edition")
def test_slides_are_readable_from_the_back_of_a_room(beside):
    sizes = {code: smallest_text(pack(beside, code, "pptx")[1]) for code in PLACES}
    assert {code: size for code, size in sizes.items() if size < 12} == {}


def test_no_line_of_a_chart_crosses_a_break_or_a_missing_period(edition, beside):
    for code in ("NL01", "VT15", "LD04"):
        charts = trend_of_place(edition, code).charts
        read, _ = pack(beside, code, "docx")
        drawn = [each for each in read.charts if each.cells[0][-1] != "plaats"]
        assert len(drawn) == min(len(charts), 1)
        for chart in drawn:
            axis = [str(row[0]) for row in chart.cells[1:]]
            ordinals = [Period.from_key(key).ordinal for key in axis if key != "breuk"]
            assert ordinals == list(range(ordinals[0], ordinals[-1] + 1))
            table = charts[0][0].table
            broken = {Period.from_code(str(each)).key for each in table.loc[table["break"] != "", "period"]}
            assert {axis[at + 1] for at, key in enumerate(axis) if key == "breuk"} == broken
            assert all(not any(row[1:]) for row in chart.cells[1:] if row[0] == "breuk")
            assert {each.get("val") for each in chart.xml.iter(f"{{{CHART}}}dispBlanksAs")} == {"gap"}
