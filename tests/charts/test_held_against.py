"""The file of one place beside other figures: every row says which place it is and how the place compares."""

from charts.comparator_table import comparator_table
from charts.files.rows import file_rows
from indicators.comparator import comparator_of
from tests.indicators.conftest import values_of
from tests.rules.holding import REPORTS, TAKEN, country


def place(count, *, code, base=240_000):
    return values_of([count], bases=base, codes=[code], spec=REPORTS).iloc[0]


def written(count):
    region = comparator_of(place(4_000, code="VT01", base=580_000), name="Veilig Thuis-regio Groningen", spec=REPORTS)
    around = comparator_of(
        {**place(1_500, code="GM0034"), "region": ""},
        name="som van 2 gemeenten", spec=REPORTS, published=False, places=("GM0034", "GM0037"),
    )  # fmt: skip
    one = comparator_of(
        {**place(1_500, code="GM0034"), "region": ""},
        name="som van 1 gemeente", spec=REPORTS, published=False, places=("GM0034",),
    )  # fmt: skip
    against = [("Nederland", country()), ("Regio", region), ("Eromheen", around), ("Grootte", one)]
    own = place(count, code="GM0014")
    return file_rows(comparator_table(own, name="Groningen", spec=REPORTS, against=against), TAKEN)


def test_a_published_figure_has_its_code_and_a_sum_has_none():
    assert written(1_800)["code"].tolist() == ["GM0014", "NL01", "VT01", "", ""]


def test_each_row_says_the_figure_and_how_the_place_compares():
    assert written(2_400)["vergelijking"].tolist()[1:3] == [
        "71,3, hoger dan de rest van Nederland (71,0)",
        "69,0, hoger",
    ]


def test_without_a_figure_of_the_place_no_comma_stays_behind():
    assert written(float("nan"))["vergelijking"].tolist()[1:3] == ["71,3", "69,0"]
