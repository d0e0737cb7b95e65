"""Vergelijken and Ontwikkeling: what a reader may rely on, on the embedded figures and on made-up ones of full size."""

import html
import re
import time
from pathlib import Path

import pytest

from benchmarks import made_up
from charts.dots import dots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from data_sources.versions import EMBEDDED_VERSION
from editions.comparators import comparator
from editions.edition import current_edition, edition_of
from editions.ranks import funnel_or_reason, rank_ranges
from editions.values import values
from pages._parts.ui import address

TEN = ["GM0758", "GM0855", "GM0748", "GM0826", "GM0777", "GM1674", "GM0779", "GM0840", "GM0851", "GM0873"]


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A data folder in which every municipality has figures for fourteen half-years and no national year is missing."""
    return made_up.write(tmp_path_factory.mktemp("full"))


@pytest.fixture
def full_size(full, monkeypatch):
    monkeypatch.setenv("HGIB_DATA", str(full))


def test_ten_places_stand_side_by_side_with_everything_about_them(read_page):
    page = read_page("compare.py", gemeente=TEN[0], met=",".join(TEN[1:]), indicator="wb-meldingen")
    for wanted in (
        "10 gemeenten naast elkaar", "tussen welke plaatsen", "Er zijn te weinig plaatsen met een cijfer dat groot genoeg is voor een trechter (19, nodig: 30).", "alles in één tabel",
        "Waarom kan dit hoger zijn?", "Mag ik dit zo zeggen?", "vergeleken met 19 gemeenten samen 81,8",
    ):  # fmt: skip
        assert wanted in page.text, wanted
    assert any("U hebt 10 plaatsen gekozen" in caption.value for caption in page.run.caption)
    assert len(page.run.code) >= 3


def test_an_eleventh_place_is_left_out_politely_and_by_name(read_page):
    page = read_page("compare.py", gemeente=TEN[0], met=",".join([*TEN[1:], "GM0363"]), indicator="wb-meldingen")
    assert "10 gemeenten naast elkaar" in page.text
    form = next(one.proto.body for one in page.run.get("html") if "hg-search" in one.proto.body)
    assert f'data-chosen="{",".join(TEN)}"' in form
    assert "disabled" in form
    assert any("Er passen 10 plaatsen" in one.value and "Amsterdam" in one.value for one in page.run.caption)


@pytest.mark.parametrize("preset", ["buren", "regio", "provincie", "grootte", "eigen"])
@pytest.mark.parametrize("code", ["GM0758", "GM0363", "GM0088", "GM0034"])
def test_every_preset_gives_a_page_for_a_city_an_island_and_a_place_without_figures(read_page, preset, code):
    page = read_page("compare.py", gemeente=code, vergelijk=preset)
    assert re.search("naast elkaar|één gemeente|Hier valt nog niets te vergelijken", page.text)
    assert page.run.selectbox(key="pick-vergelijk").value == preset


@pytest.mark.parametrize("year", [2015, 2016, 2017, 2018])
@pytest.mark.parametrize("file", ["compare.py", "municipality.py", "trends.py"])
@pytest.mark.parametrize("indicator", ["meldingen", "adviezen", "wb-meldingen"])
def test_no_control_and_no_link_gives_a_national_value_before_2019(read_page, file, indicator, year):
    page = read_page(
        file, gemeente="GM0758", met="NL01", indicator=indicator, periode=str(year), lijn="land", soort="jaar"
    )
    for row in page.rows:
        if row and row[0] == "Nederland":
            assert not any(cell.startswith(str(year)) for cell in row), row
    if f", {year}" in page.text:
        assert "vergeleken met Nederland" not in page.text
        assert "is hoger dan dat van de rest van Nederland" not in page.text


def test_bands_can_be_shown_apart_or_left_out(read_page):
    drawn = {}
    for bands in ("samen", "apart", "geen"):
        page = read_page("compare.py", gemeente="GM0758", banden=bands)
        drawn[bands] = page.text
    assert "balk = band door afronding en toeval" in drawn["samen"]
    assert "dik = band door afronding" in drawn["apart"]
    assert "band door" not in drawn["geen"].split("tussen welke plaatsen")[0]


@pytest.mark.usefixtures("full_size")
def test_with_a_refreshed_version_the_same_pages_are_rich(read_page):
    page = read_page("compare.py", gemeente="GM0758", met="GM0855,GM0748", periode="2023-H1")
    for wanted in ("van 342 met een cijfer", "cijfer en grootte van 342 plaatsen", "per plaats, eerste halfjaar 2019"):
        assert wanted in page.text, wanted
    assert "tussen plaats" in " ".join(code.value for code in page.run.code)


@pytest.mark.usefixtures("full_size")
def test_rank_and_funnel_of_all_municipalities_are_computed_once_for_a_version(read_page):
    read_page("compare.py", gemeente="GM0758", periode="2023-H1")
    period, level = Period.from_key("2023-H1"), Level.MUNICIPALITY
    start = time.perf_counter()
    edition = current_edition()
    again = rank_ranges(edition, "meldingen", level=level, period=period)
    drawn = funnel_or_reason(edition, "meldingen", level=level, period=period)
    assert time.perf_counter() - start < 0.05
    assert len(again) == 342
    assert len(drawn.places) == 342
    embedded = edition_of(EMBEDDED_VERSION)
    assert rank_ranges(embedded, "meldingen", level=level, period=period) is not again


@pytest.mark.usefixtures("full_size")
def test_boundaries_of_today_add_up_the_parts_and_then_keep_them_apart(read_page):
    now = read_page("trends.py", gemeente="GM1982", soort="halfjaar", grenzen="nu")
    assert "Opgeteld uit" in now.text
    assert "Boxmeer" in now.text
    assert any(row[0] == "Land van Cuijk" and "eerste halfjaar 2019" in row for row in now.rows)
    then = read_page("trends.py", gemeente="GM1982", soort="halfjaar", grenzen="toen")
    assert not any(row[:1] == ["Land van Cuijk"] and "eerste halfjaar 2019" in row for row in then.rows)


@pytest.mark.usefixtures("full_size")
def test_a_change_of_region_breaks_the_line_and_the_words_say_why(read_page):
    text = read_page("trends.py", gemeente="GM1723", soort="halfjaar").text
    assert "Alphen-Chaam hoort sinds 2023 bij Veilig Thuis-regio" in text


def test_whole_years_are_offered_only_when_two_follow_each_other(read_page):
    page = read_page("trends.py", soort="jaar")  # of the carried years only 2020 and 2023 are there
    periods = [row[2] for row in page.rows if len(row) > 3 and row[0] == "Nederland"]
    assert periods
    assert all("halfjaar" in period for period in periods)
    assert "Perioden" not in [control.label for control in page.run.get("button_group")]


def test_only_places_with_a_series_are_offered(read_page):
    form = next(each.proto.body for each in read_page("trends.py").run.get("html") if "hg-search" in each.proto.body)
    assert 'data-series="meldingen"' in form  # what /zoek.json makes of it: tests/web/test_search.py


def test_the_verdict_with_its_period_is_the_title_and_the_label_the_subtitle(read_page):
    text = read_page("trends.py").text
    assert (
        "Nederland: geen duidelijke stijging of daling van meldingen, 2019–2025 Meldingen en adviezen bij Veilig Thuis"
        in text
    )


def test_nothing_chosen_gives_three_examples_that_have_figures(read_page):
    page = read_page("compare.py")
    examples = re.findall(r'href="(/vergelijken[^"]+)" target="_self"><strong>', page.markup)
    assert len(examples) == 3
    for example in examples:
        choices = dict(part.split("=") for part in html.unescape(example).split("?")[1].split("&"))
        assert "naast elkaar" in read_page("compare.py", **choices).text


def test_the_verdict_comes_first_number_then_rate_then_words(read_page):
    text = read_page("compare.py", gemeente="GM0758").text
    verdict = "1.842 meldingen · 100,1 per 10.000 inwoners · hoger dan de rest van West-Brabant (75,6)"
    assert text.index(verdict) < text.index("naast elkaar")


def test_places_stand_in_groups_and_carry_their_values():
    edition, level, period = current_edition(), Level.MUNICIPALITY, Period.year(2018)
    names = {"GM0758": "Breda", "GM0748": "Bergen op Zoom", "GM1674": "Roosendaal", "GM0840": "Rucphen"}
    against = comparator(edition, "wb-meldingen", level=level, period=period)
    rows = values(edition, "wb-meldingen", level=level)
    spec = INDICATORS["wb-meldingen"]
    chart = dots(rows, spec=spec, period=period, names=names, comparator=against, order="group")
    order = ["hoger", "ongeveer gelijk", "lager"]
    assert [order.index(position) for position in chart.table["position"]] == sorted(
        order.index(position) for position in chart.table["position"]
    )
    ticks = list(chart.figure.layout.yaxis.ticktext)
    assert "Breda 100,1" in ticks
    assert [text for text in ticks if text.startswith("<i>")] == [
        f"<i>{each}</i>" for each in order if each in set(chart.table["position"])
    ]


def test_a_place_without_a_series_gets_an_explanation_and_the_country(read_page):
    text = read_page("trends.py", gemeente="GM0758", met="GM0855").text
    assert "Nog geen lijn te tekenen" in text
    assert "Wel een lijn: heel Nederland" in text


@pytest.mark.parametrize("indicator", ["meldingen", "adviezen"])
def test_reports_and_advice_are_shown_together(read_page, indicator):
    text = read_page("trends.py", indicator=indicator).text
    for short in ("meldingen", "adviezen"):
        assert f"duidelijke stijging of daling van het aantal {short} per 10.000 inwoners" in text
    assert INDICATORS[indicator].twin is not None


@pytest.mark.parametrize(
    ("key", "value"), [("periode", "1999"), ("niveau", "XX"), ("vergelijk", "vijand"), ("met", "GM9999")]
)
def test_a_wrong_value_is_named_and_ignored(read_page, key, value):
    page = read_page("compare.py", gemeente="GM0758", **{key: value})
    assert [warning for warning in page.run.warning if value in warning.value]
    assert "naast elkaar" in page.text


@pytest.mark.parametrize("file", ["overview.py", "map.py", "compare.py", "trends.py"])
def test_an_unknown_parameter_is_named_and_one_of_a_mail_program_is_not(read_page, file):
    page = read_page(file, kleur="rood", utm_source="nieuwsbrief", fbclid="x1")
    named = [warning.value for warning in page.run.warning]
    assert named == ["In de link staat ‘kleur’. Dat kennen we niet, dus we laten het weg."]


def test_every_parameter_that_a_page_reads_is_known():
    pages = Path(__file__).resolve().parents[2] / "pages"
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages.rglob("*.py"))
    pickers = re.findall(
        r"(?:pick\.(?:option|segment|place)|address\.(?:read|read_many))\((.*?)\n?\s*\)", text, re.DOTALL
    )
    read = {key for call in pickers for key in re.findall(r"(?:key=|^)\"([a-z]+)\"", call)}
    assert len(read) > 10
    assert read <= address.KEYS
