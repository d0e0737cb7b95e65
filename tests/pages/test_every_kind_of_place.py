"""Pages of forty places of all kinds and of the map at every level: no forbidden sentence, no denied count, no failure."""

import re

import pytest

from data_sources.level import Level
from editions.edition import current_edition
from editions.place import periods_with_figure
from geo import mergers, registry
from tests.rules.test_every_selection import faults
from web.sheets import years

CURRENT = ["GM0014", "GM0080", "GM0141", "GM0153", "GM0200", "GM0202", "GM0268", "GM0344", "GM0363", "GM0392", "GM0394", "GM0518",
           "GM0599", "GM0637", "GM0677", "GM0758", "GM0772", "GM0794", "GM0796", "GM0826", "GM0855", "GM0935", "GM1680", "GM1723",
           "GM0744", "GM1731", "GM1959", "GM0093", "GM0448"]  # fmt: skip
ENDED = ["GM0738", "GM0870", "GM0874", "GM0457", "GM0788", "GM0381", "GM0860", "GM0844", "GM0545", "GM0756", "GM0786"]
JUDGEMENT = re.compile(
    r"\b(beter|slechter|zorgwekkend|zorgelijk|gunstig|helaas|schrikbarend) (dan|cijfer)", re.IGNORECASE
)
BARE_RANK = re.compile(r"tussen plaats (\d+) en \1 |(?<!tussen )(?<!en )\bplaats \d+ van de \d+")
DENIES = re.compile(r"geen cijfers? vanaf 2019|Van .{1,40} staan er geen cijfers", re.IGNORECASE)
LEVELS = [Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART]


def wrong_in(text: str) -> list[str]:
    return [*faults(text), *[hit[0] for pattern in (JUDGEMENT, BARE_RANK) for hit in pattern.finditer(text)]]


@pytest.mark.parametrize("code", [*CURRENT, *ENDED])
def test_the_page_of_a_place(read_page, code):
    text = read_page("municipality.py", gemeente=code).text
    edition = current_edition()
    assert wrong_in(text) == []
    filled = periods_with_figure(edition, code)
    if any(period.calendar_year >= 2019 for period in filled):
        assert not DENIES.search(text)
    if filled:
        usual = years.usual_year(edition, code)
        assert str(usual) in text
    if mergers.successors(code):
        assert any(registry.region(step.new).name in text for step in mergers.successions() if step.old == code)


def test_the_sample_holds_all_kinds_of_places():
    assert len(CURRENT) + len(ENDED) == 40
    edition = current_edition()
    now = {place.code for place in registry.regions(Level.MUNICIPALITY, year=registry.last_year())}
    assert set(CURRENT) <= now
    assert now.isdisjoint(ENDED)
    filled = [bool(periods_with_figure(edition, code)) for code in CURRENT]
    assert any(filled)
    assert not all(filled)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("indicator", ["meldingen", "adviezen", "aandeel-adviezen", "aandeel-vervolgmeldingen"])
def test_the_map_at_every_level(read_page, level, indicator):
    text = read_page("map.py", niveau=str(level), indicator=indicator).text
    assert wrong_in(text) == []
    assert "Geen landelijk cijfer: 2019 staat nog niet" not in text


@pytest.mark.parametrize("period", ["2019", "2020", "2023", "2025-H1"])
def test_the_map_in_every_period(read_page, period):
    text = read_page("map.py", periode=period, niveau="PV").text
    assert wrong_in(text) == []
    if period == "2019":
        assert "staat nog niet op deze site" not in text or "halfjaar" in text


def test_the_walk_sees_what_is_planted():
    assert wrong_in("1 gemeenten")
    assert wrong_in("tussen plaats 1 en 1 van 19")
    assert not wrong_in("tussen plaats 9 en 31 van 342")
