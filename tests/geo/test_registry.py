"""Places by code, name, link and year."""

import pytest

from data_sources.level import Level, UnknownRegionCodeError
from geo import places_index, registry


@pytest.mark.parametrize(
    ("year", "count"),
    [
        (2015, 393), (2018, 380), (2019, 355), (2020, 355), (2021, 352),
        (2022, 345), (2023, 342), (2024, 342), (2025, 342), (2026, 342),
    ],
)  # fmt: skip
def test_every_year_has_its_number_of_municipalities(year, count):
    assert len(registry.regions(Level.MUNICIPALITY, year=year)) == count


@pytest.mark.parametrize(("year", "count"), [(2015, 26), (2022, 26), (2023, 25), (2026, 25)])
def test_veilig_thuis_regions_go_from_26_to_25_in_2023(year, count):
    codes = {one.code for one in registry.regions(Level.VT_REGION, year=year)}
    assert len(codes) == count
    assert ("VT27" in codes) == (year >= 2023)
    assert ({"VT16", "VT26"} <= codes) == (year <= 2022)


def test_the_larger_levels_are_complete():
    assert [one.code for one in registry.regions(Level.PROVINCE, year=2024)] == [f"PV{n}" for n in range(20, 32)]
    assert [one.name for one in registry.regions(Level.COUNTRY_PART, year=2024)] == [
        "Noord-Nederland", "Oost-Nederland", "West-Nederland", "Zuid-Nederland",
    ]  # fmt: skip
    assert registry.region("NL01").name == "Nederland"


def test_a_place_has_the_name_of_the_year():
    assert registry.name_in("VT15", year=2022) == "Noord-Brabant Midden"
    assert registry.name_in("VT15", year=2023) == "Midden-Brabant"
    assert registry.name_in("VT21", year=2018) == "West-Brabant"


def test_an_ended_place_keeps_its_years():
    haaren = registry.region("GM0788")
    assert (haaren.first_year, haaren.last_year) == (2015, 2020)
    assert haaren.existed(2020)
    assert not haaren.existed(2021)


@pytest.mark.parametrize("code", ["GM9999", "VT99", "Breda", ""])
def test_an_unknown_code_is_refused_by_name(code):
    with pytest.raises(UnknownRegionCodeError, match=repr(code)):
        registry.region(code)


def test_a_year_before_the_memberships_is_refused():
    with pytest.raises(registry.UnknownYearError, match="2014"):
        registry.regions(Level.MUNICIPALITY, year=2014)


def test_link_names_are_unique_and_lead_back():
    codes = [one.code for level in Level for year in range(2015, 2026) for one in registry.regions(level, year=year)]
    links = {code: registry.slug(code) for code in codes}
    assert len(set(links.values())) == len(set(codes))
    for code, link in links.items():
        found = registry.by_slug(link)
        assert found is not None
        assert found.code == code
        assert link == registry.fold(link).replace(" ", "-")
    assert links["GM0758"] == "breda"
    assert (links["GM0344"], links["PV26"], links["VT20"]) == ("utrecht", "provincie-utrecht", "veilig-thuis-utrecht")


def test_the_list_from_a_to_z_holds_every_municipality_of_today():
    letters = places_index.by_letter()
    assert list(letters) == sorted(letters)
    listed = {entry.code for entries in letters.values() for entry in entries}
    assert listed == {one.code for one in registry.regions(Level.MUNICIPALITY, year=2026)}
    assert "Den Haag ('s-Gravenhage)" in [entry.label for entry in letters["D"]]
