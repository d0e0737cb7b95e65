"""Which municipality lay where, per year."""

import pytest

from data_sources.level import Level
from geo import membership, registry

VT = Level.VT_REGION


@pytest.mark.parametrize(("year", "count"), [(2018, 18), (2019, 16), (2022, 16), (2023, 14), (2026, 14)])
def test_west_brabant_has_its_members_of_the_year(year, count):
    assert len(membership.members("VT21", year=year)) == count


@pytest.mark.parametrize("code", ["GM1723", "GM0744"])
def test_alphen_chaam_and_baarle_nassau_move_to_midden_brabant_in_2023(code):
    assert membership.parent(code, level=VT, year=2022) == "VT21"
    assert membership.parent(code, level=VT, year=2023) == "VT15"


def test_weesp_moves_to_amsterdam_in_two_steps():
    assert membership.parent("GM0457", level=VT, year=2021) == "VT07"
    assert membership.parent("GM0457", level=VT, year=2022) == "VT01"
    assert membership.parent("GM0457", level=VT, year=2023) is None


@pytest.mark.parametrize("year", range(2015, 2027))
@pytest.mark.parametrize("level", [Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART, Level.COUNTRY])
def test_every_municipality_lies_in_one_place_of_each_level(level, year):
    everyone = {one.code for one in registry.regions(Level.MUNICIPALITY, year=year)}
    parts = [code for one in registry.regions(level, year=year) for code in membership.members(one.code, year=year)]
    unplaced = membership.unplaced(level, year=year)
    assert len(parts) == len(set(parts))
    assert set(parts) | set(unplaced) == everyone
    assert unplaced == (("GM0545", "GM0620", "GM0707") if level is VT and year <= 2018 else ())


def test_regions_that_may_miss_an_unplaced_municipality_are_named():
    assert membership.uncertain(VT, year=2018) == {"VT20", "VT24"}
    assert membership.uncertain(VT, year=2019) == frozenset()


def test_larger_places_lie_in_larger_ones():
    assert membership.parent("VT21", level=Level.PROVINCE, year=2018) == "PV30"
    assert membership.parent("PV30", level=Level.COUNTRY_PART, year=2024) == "LD04"
    assert membership.parent("NL01", level=Level.PROVINCE, year=2024) is None
    assert len(membership.members("NL01", year=2024)) == 342
    assert len(membership.members("PV30", year=2024)) == 56
    assert membership.members("GM0758", year=2024) == ("GM0758",)
    assert membership.members("VT27", year=2022) == ()


def test_an_area_of_a_document_has_the_parts_the_document_names():
    parts = membership.members("DR01", year=2018)
    assert set(parts) - set(membership.members("VT21", year=2018)) == {"GM0716"}  # Tholen lies in Zeeland
    assert len(parts) == 19
    assert membership.members("DR01", year=2019) == ()
    assert membership.parent("DR01", level=Level.PROVINCE, year=2018) is None
