"""Inhabitants of a refresh: the totals of 03759ned alone, and 70072ned when that one cannot be used."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from data_sources.level import Level
from data_sources.snapshots import load
from geo import population
from tests.cbs_service.population_count import ID as COUNT
from tests.cbs_service.tables import Member
from tests.data_sources.refresh.conftest import BY_ID

STAND_IN = "70072ned"
CONDITIONS = ("Geslacht eq 'T001038'", "Leeftijd eq '10000'", "BurgerlijkeStaat eq 'T001019'")


def people(tmp_path, table: str) -> dict[tuple[str, str], float]:
    rows = load(tmp_path).observations.query("table == @table", local_dict={"table": table}).dropna(subset=["value"])
    pairs = zip(rows["region"].astype("str"), rows["period"].astype("str"), strict=True)
    return dict(zip(pairs, rows["value"], strict=True))


def test_only_the_total_of_sex_age_and_marital_status_is_asked_for(again, tmp_path, service) -> None:
    assert again(tmp_path, COUNT).complete
    asked = [unquote(path).replace("+", " ") for path in service.requests if "TypedDataSet" in path]
    assert asked
    for path in asked:
        assert all(condition in path for condition in (*CONDITIONS, "Perioden eq '2023JJ00'")), path
    rows = load(tmp_path).observations.query("table == '03759ned'")
    assert set(rows["measure"]) == {"inhabitants"}
    assert set(rows["category"]) == {"Totaal"}
    assert set(rows["rounding"]) == {0.0}
    assert set(rows["status"]) == {"final"}
    table = service.originals[COUNT]
    assert people(tmp_path, COUNT)["NL01", "2023JJ00"] == table.values[0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        ("Geslacht", {"T001038": "Totaal"}),
        ("Leeftijd", {"10010": "Totaal 0 jaar"}),  # another total among the parts: the one called just 'Totaal' counts
        ("BurgerlijkeStaat", {"T001019": "Totaal alle staten"}),
    ],
)
def test_the_total_is_known_by_its_title(again, tmp_path, service, key, titles) -> None:
    again(tmp_path / "before", COUNT)
    service.tables[COUNT] = retitled(service.tables[COUNT], key, titles)
    assert again(tmp_path / "after", COUNT).complete
    assert people(tmp_path / "after", COUNT) == people(tmp_path / "before", COUNT)


def test_another_code_of_the_total_changes_nothing(again, tmp_path, service) -> None:
    again(tmp_path / "before", COUNT)
    table = service.tables[COUNT]
    sexes = table.dimensions[0]
    other = replace(sexes, members=(Member("9999999", sexes.members[0].title), *sexes.members[1:]))
    service.tables[COUNT] = table.with_dimension("Geslacht", other)
    again(tmp_path / "after", COUNT)
    assert people(tmp_path / "after", COUNT) == people(tmp_path / "before", COUNT)


@pytest.mark.parametrize("titles", [{"T001038": "Mannen en vrouwen"}, {"3000   ": "Totaal mannen"}])
def test_without_one_total_the_table_is_refused_and_the_other_one_comes_in(again, tmp_path, service, titles) -> None:
    service.tables[COUNT] = retitled(service.tables[COUNT], "Geslacht", titles)
    outcome = again(tmp_path, COUNT, STAND_IN)
    assert "'Geslacht'" in outcome.refused[COUNT]
    assert people(tmp_path, STAND_IN)


def test_the_stand_in_is_not_asked_for_when_the_count_came_in(again, tmp_path, service) -> None:
    assert again(tmp_path, COUNT, STAND_IN).complete
    assert not [path for path in service.requests if STAND_IN in path]
    assert load(tmp_path).manifest.table(STAND_IN) is None


def test_without_the_count_the_stand_in_gives_the_same_inhabitants(again, tmp_path, service) -> None:
    again(tmp_path / "count", COUNT, STAND_IN)
    service.fault(COUNT, "404")
    outcome = again(tmp_path / "other", COUNT, STAND_IN)
    assert set(outcome.refused) == {COUNT}
    found = [
        population.known_inhabitants(load(tmp_path / name).observations, level=level, years=[2023])
        for name in ("count", "other")
        for level in (Level.COUNTRY, Level.PROVINCE)
    ]
    assert found[:2] == found[2:]
    assert found[0]["NL01", 2023] != 17_811_291  # the made-up figure, not the embedded one


def test_figures_of_the_stand_in_go_when_the_count_is_back(again, tmp_path, service) -> None:
    service.fault(COUNT, "404")
    again(tmp_path, COUNT, STAND_IN)
    service.heal()
    again(tmp_path, COUNT, STAND_IN)
    assert people(tmp_path, COUNT)
    assert not people(tmp_path, STAND_IN)


def test_years_before_2015_are_not_asked_for_and_the_embedded_years_stay(again, tmp_path, service) -> None:
    again(tmp_path, COUNT)
    assert not [path for path in service.requests if "2014JJ00" in path]
    observations = load(tmp_path).observations
    for year in (2015, 2020, 2026):
        assert population.known_inhabitants(observations, level=Level.COUNTRY, years=[year])


def test_the_catalogue_says_which_dimensions_are_asked_as_a_total() -> None:
    assert BY_ID[COUNT].totals_of == ("Geslacht", "Leeftijd", "Burgerlijke staat")
    assert BY_ID[STAND_IN].stands_in_for == COUNT


def retitled(table, key: str, titles: dict[str, str]):
    """The same table with other titles for members of a dimension."""
    dimension = next(one for one in table.dimensions if one.key == key)
    members = tuple(replace(member, title=titles.get(member.key, member.title)) for member in dimension.members)
    return table.with_dimension(key, replace(dimension, members=members))
