"""Names to codes, and where a municipality lay."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources.level import Level
from data_sources.places import UnknownRegionNameError, code_of, memberships, mergers
from data_sources.published import FOLDER

PLACES = memberships()


@pytest.mark.parametrize(
    ("name", "level", "year", "code"),
    [
        ("Nederland", "NL", 2023, "NL01"),
        ("Zuid-Nederland (LD)", "LD", 2023, "LD04"),
        ("Groningen (PV)", "PV", 2023, "PV20"),
        ("Groningen (VT)", "VT", 2023, "VT08"),
        ("Groningen (gemeente)", "GM", 2023, "GM0014"),
        ("'s-Gravenhage (gemeente)", "GM", 2024, "GM0518"),
        ("Utrecht (gemeente)", "GM", 2020, "GM0344"),
        ("Hengelo (O.)", "GM", 2020, "GM0164"),
        ("Laren (NH.)", "GM", 2020, "GM0417"),
        ("Rijswijk (ZH.)", "GM", 2020, "GM0603"),
        ("Middelburg (Z.)", "GM", 2020, "GM0687"),
        ("Beek (L.)", "GM", 2020, "GM0888"),
        ("Stein (L.)", "GM", 2020, "GM0971"),
        ("Bergen (L.)", "GM", 2020, "GM0893"),
        ("Bergen (NH.)", "GM", 2020, "GM0373"),
        ("Nuenen, Gerwen en Nederwetten", "GM", 2025, "GM0820"),
        ("  Breda ", "GM", 2018, "GM0758"),
        ("West-Brabant", "VT", 2024, "VT21"),
        ("West-brabant (VT)", "VT", 2024, "VT21"),
        ("Noord-Brabant Midden (VT)", "VT", 2024, "VT15"),
        ("Midden-Brabant", "VT", 2020, "VT15"),
        ("Noord-Brabant Noord", "VT", 2020, "VT16"),
        ("Brabant Noordoost (VT)", "VT", 2023, "VT16"),
        ("Friesland (VT)", "VT", 2023, "VT04"),
        ("Zuid-Holland Zuid (VT)", "VT", 2017, "VT24"),
        ("Aalburg", "GM", 2018, "GM0738"),
    ],
)
def test_a_name_as_statline_or_the_press_prints_it_gives_its_code(name, level, year, code):
    assert code_of(name, level=Level(level), year=year) == code


@pytest.mark.parametrize(("name", "level"), [("Atlantis", "GM"), ("Bergen", "GM"), ("West-Brabant", "DR"), ("", "PV")])
def test_an_unknown_or_ambiguous_name_is_refused_with_name_level_and_year(name, level):
    with pytest.raises(UnknownRegionNameError) as refused:
        code_of(name, level=Level(level), year=2020)
    assert repr(name) in str(refused.value)
    assert f"level {level}, year 2020" in str(refused.value)


@given(st.integers(0, len(PLACES) - 1))
def test_every_name_of_a_year_leads_to_the_code_of_that_year(number):
    row = PLACES.iloc[number]
    assert code_of(row["name"], level=Level.MUNICIPALITY, year=row["year"]) == row["municipality"]
    assert code_of(row["province_name"], level=Level.PROVINCE, year=row["year"]) == row["province"]
    if row["vt_region"]:
        assert code_of(row["vt_region_name"], level=Level.VT_REGION, year=row["year"]) == row["vt_region"]


@pytest.mark.parametrize(
    ("year", "count"), [(2015, 393), (2018, 380), (2019, 355), (2021, 352), (2022, 345), (2024, 342)]
)
def test_each_year_has_its_own_number_of_municipalities(year, count):
    of_year = PLACES[PLACES["year"] == year]
    assert len(of_year) == of_year["municipality"].nunique() == count


def test_there_are_26_veilig_thuis_regions_up_to_2022_and_25_from_2023():
    known = PLACES[PLACES["vt_region"] != ""]
    assert known.groupby("year")["vt_region"].nunique().to_dict() == {
        year: 26 if year <= 2022 else 25 for year in range(2015, 2027)
    }


def test_west_brabant_lost_two_municipalities_to_midden_brabant_in_2023_and_tholen_was_never_in_it():
    for code in ("GM1723", "GM0744"):  # Alphen-Chaam, Baarle-Nassau
        assert PLACES[PLACES["municipality"] == code].set_index("year")["vt_region"].loc[2022:2023].tolist() == [
            "VT21",
            "VT15",
        ]
    assert set(PLACES.loc[PLACES["municipality"] == "GM0716", "vt_region"]) == {"VT23"}
    counts = PLACES[PLACES["vt_region"] == "VT21"].groupby("year").size()
    assert (counts[2018], counts[2022], counts[2023]) == (18, 16, 14)


def test_a_region_that_is_not_known_stays_empty():
    unknown = PLACES[PLACES["vt_region"] == ""]
    assert set(unknown["name"]) == {"Leerdam", "Vianen", "Zederik"}
    assert set(unknown["basis"]) == {"unknown"}


def test_every_municipality_has_a_province_and_a_country_part():
    assert PLACES[["province", "province_name", "country_part", "country_part_name"]].ne("").all(axis=None)
    assert PLACES["country_part"].nunique() == 4


def test_mergers_only_name_codes_that_existed():
    known = set(PLACES["municipality"])
    changes = mergers()
    assert len(changes) == 86
    assert set(changes["old_code"]) | set(changes["new_code"]) <= known
    assert changes.loc[changes["kind"] == "split", "area_share"].notna().all()


def test_region_names_never_overlap_in_time():
    table = pd.read_csv(FOLDER / "places" / "region_names.csv").astype({"first_year": int, "last_year": int})
    for _, names in table.groupby("code"):
        ordered = names.sort_values("first_year")
        assert (ordered["first_year"].iloc[1:].to_numpy() > ordered["last_year"].iloc[:-1].to_numpy()).all()
