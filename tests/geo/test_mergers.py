"""What became of ended municipalities, and what today's consist of."""

from datetime import date

import pytest

from data_sources.level import Level
from geo import mergers, registry

TODAY = {one.code for one in registry.regions(Level.MUNICIPALITY, year=2026)}
ENDED = sorted(
    {one.code for year in range(2015, 2023) for one in registry.regions(Level.MUNICIPALITY, year=year)} - TODAY
)


def test_altena_adds_up_three_municipalities():
    parts = mergers.predecessors("GM1959", year=2018)
    assert parts.codes == ("GM0738", "GM0870", "GM0874")
    assert parts.recomputable
    assert mergers.predecessors("GM1959", year=2019).codes == ("GM1959",)


def test_haaren_was_divided_and_cannot_be_recomputed():
    steps = mergers.successors("GM0788")
    assert [step.new for step in steps] == ["GM0757", "GM0824", "GM0855", "GM0865"]
    assert sum(step.area_share for step in steps) == pytest.approx(1)
    assert not any(step.recomputable for step in steps)
    tilburg = mergers.predecessors("GM0855", year=2020)
    assert (tilburg.codes, tilburg.splits) == (("GM0788", "GM0855"), ("GM0788",))
    assert not tilburg.recomputable


def test_weesp_joined_amsterdam_after_the_first_of_january():
    (step,) = mergers.successors("GM0457")
    assert (step.new, step.day, step.first_year) == ("GM0363", date(2022, 3, 24), 2023)
    assert mergers.predecessors("GM0363", year=2022).codes == ("GM0363", "GM0457")


def test_a_rename_leads_to_the_new_code():
    assert mergers.today("GM1921") == ("GM1940",)
    assert mergers.successors("GM1921")[0].kind is mergers.SuccessionKind.RENAME


def test_a_place_that_exists_leads_to_itself():
    assert mergers.today("GM0758") == ("GM0758",)


@pytest.mark.parametrize("code", ENDED)
def test_every_ended_code_leads_to_places_of_today(code):
    assert mergers.successors(code)
    assert set(mergers.today(code)) <= TODAY


@pytest.mark.parametrize("year", range(2015, 2026))
def test_the_parts_of_today_are_exactly_the_municipalities_of_the_year(year):
    of_year = {one.code for one in registry.regions(Level.MUNICIPALITY, year=year)}
    parts = [mergers.predecessors(code, year=year) for code in TODAY]
    assert {code for one in parts for code in one.codes} == of_year
    shared = {code for one in parts for code in one.splits}
    counted_once = [code for one in parts for code in one.codes if code not in shared]
    assert len(counted_once) == len(set(counted_once))
