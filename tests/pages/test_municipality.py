"""Gemeente is complete and sensible for every municipality, every code that ended, and for nonsense."""

import re

import pytest

from data_sources.level import Level
from editions.edition import current_edition
from editions.place import periods_with_figure
from geo import boundaries, mergers, registry
from indicators import sentences
from indicators.place_opening import default_period
from tests import without_inhabitants
from web.sheets import facts

TODAY = [place.code for place in registry.regions(Level.MUNICIPALITY, year=registry.last_year())]
DRAWN = {
    code for year in boundaries.BOUNDARY_YEARS for code in boundaries.shapes(year, level=Level.MUNICIPALITY).places
}
SOME_WITH_FIGURES = ("GM0106", "GM0228", "GM0363", "GM0758")
ENDED = sorted(DRAWN - set(TODAY))


SOME_WITH_FIGURES = {"GM0758", "GM0363", "GM0228", "GM0080", "GM1680", "GM0738"}


def test_there_are_342_municipalities_and_the_codes_that_ended_since_2018():
    assert len(TODAY) == 342
    assert {"GM0788", "GM0870", "GM1684"} <= set(ENDED)
    assert len(ENDED) > 30


def _again(page, code):
    """The same visit with another place, which is what a reader who clicks on does."""
    page.run.query_params["gemeente"] = code
    page.run.run()
    assert not page.run.exception, (code, [error.message for error in page.run.exception])
    return page


@pytest.mark.slow
@pytest.mark.parametrize("start", range(6))
def test_every_municipality_of_today_has_a_complete_page(read_page, start):
    page = read_page("municipality.py", gemeente=TODAY[start])
    for code in TODAY[start::6]:
        place, text = registry.region(code), _again(page, code).text
        assert page.run.title[0].value == place.name
        for wanted in (
            "Veilig Thuis-regio", "meldingen", "Drie vragen aan de wethouder", "Ongeveer even groot",
            "84849NED", "stand van", "Gemeenteblad",
        ):  # fmt: skip
            assert wanted in text, (code, wanted)
        assert "inwoners op 1 januari" in text or "inwoners volgens het document" in text, code
        neighbours = boundaries.touching(code, year=registry.last_year())
        linked = set(re.findall(r'href="/gemeente\?gemeente=(GM\d{4})"', page.markup))
        assert set(neighbours) <= linked, code
        assert not list(page.run.warning), code
        assert "nan" not in text.lower().split(), code


@pytest.mark.slow
def test_every_code_that_ended_leads_to_where_it_went_on_with_an_explanation(read_page):
    page = read_page("municipality.py", gemeente=ENDED[0])
    for code in ENDED:
        place, text = registry.region(code), _again(page, code).text
        assert f"tot en met {place.last_year}" in page.run.title[0].value
        assert re.search(r"is op \d+ \w+ \d{4} op(gegaan|gesplitst)|heet sinds", text), code
        for successor in mergers.today(code):
            assert f'href="/gemeente?gemeente={successor}"' in page.markup, code
        assert "84849NED" in text


def test_a_split_says_that_old_figures_cannot_be_recomputed(read_page):
    text = read_page("municipality.py", gemeente="GM0788").text
    assert "Haaren is op 1 januari 2021 opgesplitst" in text
    for part in ("Boxtel", "Oisterwijk", "Tilburg", "Vught"):
        assert f"Naar {part}" in text
    assert "niet om te rekenen" in text


@pytest.mark.parametrize("code", ["GM9999", "GM758", "Breda", "' OR 1=1", "<script>alert(1)</script>", "x" * 300])
def test_a_nonsense_code_is_named_ignored_and_followed_by_a_way_out(read_page, code):
    page = read_page("municipality.py", gemeente=code)
    (warning,) = page.run.warning
    assert code[:20] in warning.value
    assert "Kies hieronder opnieuw" in warning.value
    assert page.run.title[0].value == "Alles over één gemeente"
    assert page.markup.count("/gemeente?gemeente=GM") >= 342
    assert "<script>alert" not in page.markup


@pytest.mark.parametrize("code", ["VT17", "PV30", "LD01", "NL01"])
def test_a_larger_area_offers_its_municipalities(read_page, code):
    page = read_page("municipality.py", gemeente=code)
    assert not list(page.run.warning)
    assert page.run.title[0].value == sentences.place_title(registry.region(code))
    assert "Drie vragen bij deze cijfers" in page.text
    assert "/gemeente?gemeente=GM" in page.markup


def test_breda_shows_its_printed_figures_of_2018_with_the_advice_not_to_compare(read_page):
    text = read_page("municipality.py", gemeente="GM0758").text
    assert "100,1 meldingen per 10.000 inwoners" in text
    assert "1.842 meldingen" in text
    assert "Vergelijk deze cijfers niet met latere jaren" in text
    assert "het CBS vond de regio's in 2018 niet vergelijkbaar" in text


def test_a_place_without_a_figure_says_that_this_is_not_zero(read_page):
    text = read_page("municipality.py", gemeente="GM0034").text
    assert "staat nog niet op deze site" in text
    assert "niet hetzelfde als nul" in text
    assert "Waarom kan dit hoger zijn?" not in text
    assert "momentopname" not in text


def test_a_place_opens_on_the_newest_period_with_a_count_as_its_sheet_does(read_page):
    assert "Meldingen bij Veilig Thuis, 2023" in read_page("municipality.py", gemeente="GM0106").text
    edition = current_edition()
    for code in SOME_WITH_FIGURES:
        newest = default_period(periods_with_figure(edition, code))
        if newest is not None:
            page = read_page("municipality.py", gemeente=code)
            assert page.run.selectbox(key="pick-periode").value == newest.key, code
            sheet = facts.sheet(edition, code, year=newest.calendar_year)
            assert sheet.unit.endswith(newest.label)
            assert sheet.big in page.text


def test_a_count_without_inhabitants_is_shown_and_never_denied(read_page, tmp_path, monkeypatch):
    monkeypatch.setenv("HGIB_DATA", str(without_inhabitants.write(tmp_path)))
    page = read_page("municipality.py", gemeente="GM0363")
    assert "8.975 meldingen" in page.text
    assert "staan er vanaf 2019 cijfers over 2023 op deze site" in page.text
    assert not re.search(r"\bgeen cijfers? (?!van het CBS)", page.text)
    assert "alleen het aantal is bekend: 8.975" in str(page.rows)
    compared = read_page("compare.py", gemeente="GM0363", indicator="meldingen", periode="2023")
    assert "Amsterdam 8.975" in compared.text
    on_map = read_page("map.py", gemeente="GM0363", indicator="meldingen", periode="2023")
    assert "8.975" in on_map.text


def test_which_years_are_there_is_read_from_the_figures(read_page):
    assert "staat nog niet op deze site" in read_page("municipality.py", gemeente="GM0034").text
    for code, told in (("GM0363", "cijfers over 2023"), ("GM0228", "2025")):
        text = read_page("municipality.py", gemeente=code).text
        assert "geen cijfers vanaf 2019" not in text
        assert told in text


@pytest.mark.parametrize("code", ["GM0381", "GM0363", "GM0034"])
def test_no_place_is_headed_by_the_document_of_another_region(read_page, code):
    place = registry.region(code)
    period = {"periode": "2015"} if place.last_year else {"periode": "2018"}
    assert "Meldingen in West-Brabant, 20" not in read_page("municipality.py", gemeente=code, **period).markup
    if place.last_year is None:
        assert (
            "Meldingen in West-Brabant"
            not in re.search(r"blok-plaats.*", read_page("map.py", gemeente=code).markup + "blok-plaats")[0]
        )
        assert read_page("map.py", gemeente=code).run.selectbox(key="pick-indicator").value == "meldingen"
    assert read_page("map.py", gemeente="GM0758").run.selectbox(key="pick-indicator").value == "wb-meldingen"


def test_breda_says_why_there_are_two_numbers_of_inhabitants(read_page):
    text = read_page("municipality.py", gemeente="GM0758").text
    assert (
        "184.069 inwoners volgens het document waar deze cijfers uit komen. Het CBS telde er 183.448 op 1 januari 2018."
        in text
    )


def test_what_an_ended_place_promises_to_add_up_is_there(read_page):
    page = read_page("municipality.py", gemeente="GM0738")
    assert "313 meldingen op 54.644 inwoners: 57,3 per 10.000" in page.text
    address = re.search(r'href="/ontwikkeling\?([^"]+)"[^>]*>Altena opgeteld', page.markup)[1]
    choices = dict(pair.split("=") for pair in address.replace("&amp;", "&").split("&"))
    assert choices == {"gemeente": "GM1959", "indicator": "wb-meldingen", "grenzen": "nu"}
    trends = read_page("trends.py", **choices)
    assert "57,3" in str(trends.rows)
    assert not trends.run.warning
    for code in ("GM0381", "GM0788"):  # nothing to add up, or a split
        assert "opgeteld" not in read_page("municipality.py", gemeente=code).markup
