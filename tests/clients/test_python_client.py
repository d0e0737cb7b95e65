"""The Python client against the running app: types, parts between breaks, and comparisons that it refuses."""

import math
from itertools import pairwise

import pandas as pd
import pytest

from huiselijkgeweldinbeeld import NotComparableError, RefusedError, Site, compare, row


@pytest.fixture(scope="module")
def site(server) -> Site:
    return Site(server)


@pytest.fixture(scope="module")
def country(site) -> pd.DataFrame:
    return site.figures("meldingen", regio="NL01")


def test_a_frame_has_the_types_of_the_description(country):
    types = country.dtypes.astype(str)
    assert set(types[["waarde", "ondergrens", "bovengrens"]]) == {"Float64"}
    assert (types["aantal"], types["onzeker"], types["deel"]) == ("Int64", "boolean", "Int64")
    assert set(types[["toestand", "status"]]) == {"category"}
    assert (types["breuk"], types["periode"]) == ("string", "string")
    known = country[country["waarde"].notna()]
    assert (known["ondergrens"] <= known["waarde"]).all()
    assert (known["waarde"] <= known["bovengrens"]).all()
    assert country.attrs["version"]
    assert "adviezen" in country.attrs["caveats"].lower()


def test_the_figures_are_those_of_the_site(site, country):
    import requests

    rows = requests.get(f"{site.address}/data/v1/meldingen.json?regio=NL01", timeout=60).json()["rijen"]
    published = {(each["code"], each["periode"]): each["waarde"] for each in rows}
    figures_of_client = {
        (each.code, each.periode): None if pd.isna(each.waarde) else each.waarde for each in country.itertuples()
    }
    assert figures_of_client == published


def test_two_half_years_of_one_part_can_be_compared(country):
    halves = country[country["periode"].str.contains("H") & country["waarde"].notna()]
    same = [
        (a, b) for a, b in pairwise(halves["periode"]) if len(set(halves.set_index("periode")["deel"][[a, b]])) == 1
    ]
    assert same
    earlier, later = (row(country, code="NL01", period=period) for period in same[-1])
    answer = compare(later, earlier)
    assert answer.difference == pytest.approx(float(later["waarde"]) - float(earlier["waarde"]))
    assert answer.percent == pytest.approx(answer.difference / float(earlier["waarde"]) * 100)
    assert (answer.unit, answer.reservations) == (later["eenheid"], ())
    apart = later["ondergrens"] > earlier["bovengrens"] or later["bovengrens"] < earlier["ondergrens"]
    assert (answer.position == "about equal") == (not apart)


def test_the_part_goes_up_at_every_break_and_nowhere_else(site):
    frame = site.figures("meldingen", niveau="GM")
    series = frame.groupby([frame["code"], frame["periode"].str.len()])
    step = series["deel"].diff()
    assert (step[frame["breuk"].notna()].dropna() == 1).all()
    assert (step[frame["breuk"].isna()].dropna() == 0).all()
    assert frame["breuk"].notna().any()


def test_a_break_is_refused_unless_asked(country):
    """The embedded figures have no place with figures on both sides of a break: the later row gets one here."""
    halves = country[country["waarde"].notna() & country["periode"].str.contains("H")]
    before, after = (each.copy() for _, each in halves.iloc[[0, -1]].iterrows())
    after["deel"], after["breuk"] = before["deel"] + 1, "2024-01-01: anders geteld"
    with pytest.raises(NotComparableError, match=r"a break between .* \(2024-01-01: anders geteld\)") as refused:
        compare(after, before)
    answer = compare(after, before, anyway=True)
    assert answer.reservations == refused.value.reasons
    assert math.isfinite(answer.difference)


def test_measures_kinds_and_places_that_differ_are_refused(site, country):
    known = country[country["waarde"].notna()]
    half = known[known["periode"].str.contains("H")].iloc[-1]
    advice = row(site.figures("adviezen", regio="NL01"), code="NL01", period=half["periode"])
    with pytest.raises(NotComparableError, match="two measures"):
        compare(half, advice)
    provinces = site.figures("meldingen", niveau="PV")
    other = provinces[provinces["waarde"].notna()].iloc[-1]
    assert len(other["periode"]) != len(half["periode"]) or other["periode"] != half["periode"]
    with pytest.raises(NotComparableError, match=r"a year against a half-year|two places in two periods"):
        compare(other, half)


def test_a_missing_figure_is_refused_always(country, site):
    frame = site.figures("meldingen", niveau="GM")
    missing, known = frame[frame["waarde"].isna()].iloc[0], frame[frame["waarde"].notna()].iloc[0]
    with pytest.raises(NotComparableError, match="has no figure"):
        compare(missing, known, anyway=True)
    with pytest.raises(KeyError):
        row(country, code="NL01", period="1999")


def test_what_the_site_refuses_comes_with_its_words(site):
    with pytest.raises(RefusedError, match="GM9999"):
        site.figures("meldingen", gemeente=["GM9999"])
    with pytest.raises(RefusedError, match="no file"):
        site.figures("bestaat-niet")
    with pytest.raises(ValueError, match="address of a site"):
        Site("voorbeeld.nl")


def test_the_list_of_tables_names_title_and_unit(site):
    tables = site.tables()
    assert set(tables.columns) == {"title", "unit", "meaning", "levels"}
    assert "10.000" in tables.loc["meldingen", "unit"]
