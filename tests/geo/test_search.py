"""One search over all places: what readers type, and where they must get."""

import statistics
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_sources import places
from data_sources.level import Level
from geo import mergers, registry
from geo.search import answers, sure
from geo.search.names import NameKind, now

TODAY = registry.regions(Level.MUNICIPALITY, year=registry.last_year())
ENDED = [one for one in registry.everywhere() if mergers.successors(one.code)]

FIRST = {
    # everyday names, and the two apostrophes
    "Breda": "GM0758", "breda ": "GM0758", "Den Haag": "GM0518", "den haag": "GM0518", "'s-Gravenhage": "GM0518",
    "’s-Gravenhage": "GM0518", "s gravenhage": "GM0518", "The Hague": "GM0518", "Den Bosch": "GM0796",
    "den bosch": "GM0796", "'s-Hertogenbosch": "GM0796", "’s-Hertogenbosch": "GM0796", "s-hertogenbosch": "GM0796",
    "‘s Hertogenbosch": "GM0796", "sHertogenbosch": "GM0796", "Friesland": "PV21", "De Friese Meren": "GM1940",
    # accents
    "Sudwest": "GM1900", "Sudwest-Fryslan": "GM1900", "Súdwest-Fryslân": "GM1900", "Noardeast Fryslan": "GM1970",
    # what CBS and others write behind a name
    "Nuenen c.a.": "GM0820", "Nuenen ca": "GM0820", "Nuenen": "GM0820", "Bergen NH": "GM0373", "Bergen (NH.)": "GM0373",
    "Bergen (L.)": "GM0893", "bergen l": "GM0893", "Hengelo (O.)": "GM0164", "Hengelo O": "GM0164", "Hengelo": "GM0164",
    "Hengelo Gld": "GM1876", "Rijswijk (ZH.)": "GM0603", "Beek (L.)": "GM0888", "Laren (NH.)": "GM0417",
    "Laren NH": "GM0417", "Middelburg (Z.)": "GM0687", "Stein (L.)": "GM0971", "Utrecht (gemeente)": "GM0344",
    "gemeente Utrecht": "GM0344", "Utrecht (PV)": "PV26", "provincie Utrecht": "PV26", "Groningen (PV)": "PV20",
    "Groningen (gemeente)": "GM0014", "Utrecht": "GM0344", "Groningen": "GM0014",
    # larger places
    "West-Brabant": "VT21", "West Brabant (VT)": "VT21", "Veilig Thuis Twente": "VT19", "Hart van Brabant": "VT15",
    "Noord-Brabant": "PV30", "Brabant": "PV30", "Nederland": "NL01", "Heel Nederland": "NL01",
    "Zuid-Nederland (LD)": "LD04",
    # former municipalities
    "Woudrichem": "GM1959", "Weesp": "GM0363", "Boxmeer": "GM1982", "Uden": "GM1991", "Haren": "GM0014",
    "Bussum": "GM1942", "GM0874": "GM1959",
    # towns, villages, hamlets
    "Kaatsheuvel": "GM0809", "Prinsenbeek": "GM0758", "Made": "GM1719", "Aalst": "GM0297", "Udenhout": "GM0855",
    "Helvoirt": "GM0865", "Esch": "GM0757", "Biezenmortel": "GM0855", "Oudenbosch": "GM1655",
    # postcodes and codes
    "5171": "GM0809", "5171 AB": "GM0809", "5171ab": "GM0809", "4811": "GM0758", "1381": "GM0363",
    "GM0758": "GM0758", "gm0758": "GM0758", "GM 0758": "GM0758", "0758": "GM0758", "758": "GM0758", "vt21": "VT21",
    # typing errors
    "Bredaa": "GM0758", "Tilbrug": "GM0855", "Eindhovne": "GM0772", "Kaatheuvel": "GM0809", "Kaatsheuvell": "GM0809",
    "Amsterdm": "GM0363", "Hertogenbosh": "GM0796", "Den Hagg": "GM0518", "Roozendaal": "GM1674",
    # the beginning of a name
    "tilb": "GM0855", "kaatsh": "GM0809", "amers": "GM0307",
}  # fmt: skip


@pytest.mark.parametrize("text", FIRST)
def test_the_first_answer_is_the_place_that_is_meant(text):
    found = answers(text)
    assert found, text
    assert found[0].code == FIRST[text], [(one.code, one.label) for one in found]


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Kaatsheuvel", "Kaatsheuvel, in Loon op Zand", "woonplaats"),
        ("Woudrichem", "Woudrichem, nu in Altena", "vroegere gemeente"),
        ("den haag", "Den Haag ('s-Gravenhage)", "gemeente"),
        ("utrecht pv", "Provincie Utrecht", "provincie"),
        ("5171", "5171, in Loon op Zand (Kaatsheuvel)", "postcode"),
    ],
)
def test_an_answer_says_in_words_what_it_is(text, label, kind):
    answer = answers(text)[0]
    assert (answer.label, answer.kind.dutch) == (label, kind)
    assert answer.slug == registry.slug(answer.code)
    assert answer.target == f"/gemeente?gemeente={answer.code}"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Utrecht", {"GM0344", "PV26", "VT20"}),
        ("Groningen", {"GM0014", "PV20", "VT08"}),
        ("Aalst", {"GM0297", "GM0214", "GM0866"}),
        ("Bergen", {"GM0373", "GM0893"}),
        ("Haaren", {"GM0757", "GM0824", "GM0855", "GM0865"}),
        ("Beek", {"GM0888", "GM1945"}),
    ],
)
def test_a_name_of_several_places_shows_all_and_chooses_none(text, codes):
    found = answers(text)
    assert codes <= {one.code for one in found}
    assert sure(found) is None or text == "Beek"


@pytest.mark.parametrize("text", ["Breda", "Kaatsheuvel", "5171", "den bosch", "GM0758", "Rotterdam", "Woudrichem"])
def test_one_exact_place_is_sure(text):
    assert sure(answers(text)) is not None


@pytest.mark.parametrize("text", ["Tilbrug", "", "  '- ", "den", "qqqqqq"])
def test_an_error_a_beginning_of_many_and_nothing_are_not_sure(text):
    assert sure(answers(text)) is None


@pytest.mark.parametrize("text", ["", "  '- ", "qqqqqq", "xzxzxzxzx", "GM9999", "…"])
def test_nothing_near_gives_no_answer(text):
    assert answers(text) == ()


def test_a_town_with_the_name_of_its_municipality_is_not_shown_twice():
    for place in TODAY:
        labels = [one.label for one in answers(place.name)]
        assert f"{place.name}, in {place.name}" not in labels


@pytest.mark.parametrize("place", TODAY, ids=lambda place: place.code)
def test_every_municipality_finds_itself_first(place):
    for text in (
        place.name, place.code, place.code.lower(), place.name.lower(), place.name.upper(), registry.fold(place.name),
        unicodedata.normalize("NFD", place.name), place.name.replace("'", "’"), f"gemeente {place.name}",
        f"{place.name} (gemeente)",
    ):  # fmt: skip
        assert answers(text)[0].code == place.code, text


@pytest.mark.parametrize("place", ENDED, ids=lambda place: place.code)
def test_every_former_municipality_leads_to_its_successor(place):
    for text in (place.name, place.code, unicodedata.normalize("NFD", place.name).upper()):
        assert answers(text)[0].code in mergers.today(place.code), text
    if all(place.name != other.name for other in TODAY):
        assert set(mergers.today(place.code)) <= {one.code for one in answers(place.name)}


def test_every_end_of_a_range_of_postcodes_leads_to_its_municipality():
    wrong = []
    for row in places.place_name_rows():
        for postcode in (row.first_postcode, row.last_postcode):
            wanted = set(mergers.today(now(row)))
            if not wanted <= {one.code for one in answers(str(postcode))}:
                wrong.append((postcode, row))
    assert wrong == []


def test_every_town_leads_to_its_municipality_of_today():
    for row in places.place_name_rows():
        if row.kind == "woonplaats":
            assert set(mergers.today(now(row))) <= {one.code for one in answers(row.name, most=40)}, row


@pytest.mark.parametrize(
    ("text", "year", "codes"),
    [
        ("Woudrichem", 2018, ["GM0874"]),
        ("Altena", 2018, ["GM0738", "GM0870", "GM0874"]),
        ("Weesp", 2021, ["GM0457"]),
        ("Breda", 2018, ["GM0758"]),
        ("Kaatsheuvel", 2018, ["GM0809"]),
    ],
)
def test_in_another_year_the_places_of_that_year_are_meant(text, year, codes):
    found = answers(text, levels=[Level.MUNICIPALITY], year=year)
    assert sorted(one.code for one in found[: len(codes)]) == codes
    assert all(registry.region(one.code).existed(year) for one in found)


def test_only_places_of_the_wanted_levels_are_given():
    assert [one.code for one in answers("Utrecht", levels=[Level.PROVINCE])] == ["PV26"]
    assert answers("Kaatsheuvel", levels=[Level.PROVINCE]) == ()


@given(st.text(max_size=200))
def test_any_text_is_answered(text):
    assert all(registry.region(one.code) and one.kind in NameKind for one in answers(text))


def test_an_answer_takes_less_than_50_ms():
    answers("warm")
    questions = [
        *FIRST,
        *(row.name for row in places.place_name_rows()[::40]),
        *(name.name[:4] for name in TODAY),
        "x" * 80,
    ]
    spent = []
    for text in questions:
        start = time.perf_counter()
        answers(text)
        spent.append(1000 * (time.perf_counter() - start))
    assert statistics.quantiles(spent, n=20)[-1] < 50, "95th percentile in milliseconds"
