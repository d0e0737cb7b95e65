"""Rule 4: lager / ongeveer gelijk / hoger by a test of the difference, decided once; colours that judge nothing."""

import colorsys
import dataclasses
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import requests

from charts.palette import DARK, LIGHT
from indicators import comparators
from indicators.compare import compare, positions
from tests.charts.test_palette import lab
from tests.indicators.conftest import values_of
from tests.rules import holding
from tests.rules.holding import REPORTS, holds, variants

COUNTS = (500, 690, 760, 800, 845, 1000)  # per 100,000 inhabitants, against 76 per 10,000
WORDS = [("lager", 99.8), ("lager", 95.0), *[("ongeveer gelijk", None)] * 2, ("hoger", 95.0), ("hoger", 99.8)]


def one_by_one(row, comparator):
    found = compare(row, comparator, spec=REPORTS)
    return str(found.position), found.sure


def all_at_once(row, comparator):
    found = positions(pd.DataFrame([row]), comparator=comparator, spec=REPORTS).iloc[0]
    return found["position"], None if np.isnan(found["sure"]) else found["sure"]


def in_the_table(row, comparator):
    rows = values_of([row["count"]], codes=["GM0758"], spec=REPORTS)
    position = holding.compared_table(
        rows, spec=REPORTS, period=holding.Y2023, names={"GM0758": "Breda"}, comparator=comparator, ranges={}, funnel=None
    ).table["position"].iloc[0]  # fmt: skip
    return position, one_by_one(row, comparator)[1]


def by_value_alone(row, comparator):
    return ("hoger" if row["value"] > comparator.value else "lager"), 99.8


def as_if_the_comparator_were_exact(row, comparator):
    many = dataclasses.replace(comparator, count=comparator.count * 1000, base=comparator.base * 1000)
    return one_by_one(row, many)


def by_bands_that_touch(row, comparator):
    apart = row["low"] > comparator.high or row["high"] < comparator.low
    return by_value_alone(row, comparator) if apart else ("ongeveer gelijk", None)


def always_sure(row, comparator):
    word, _ = one_by_one(row, comparator)
    return word, None if word == "ongeveer gelijk" else 99.8


def with_a_judgement(row, comparator):
    word, sure = one_by_one(row, comparator)
    return {"hoger": "slechter", "lager": "beter"}.get(word, word), sure


def goes_by_a_test(decide):
    values = values_of(COUNTS, spec=REPORTS)
    against = holding.country(76_000, base=10_000_000)
    assert [decide(row, against) for _, row in values.iterrows()] == WORDS
    place = values_of([100], bases=10_000, spec=REPORTS).iloc[0]
    small = holding.country(170, base=20_000)  # the rest is 70 on 10,000: 100 does not stand out from so few
    assert decide(place, small)[0] == "ongeveer gelijk"
    inside = values_of([1050], bases=100_000, spec=REPORTS).iloc[
        0
    ]  # half of the whole: 105 against 90, not against 97.5
    assert decide(inside, holding.country(1950, base=200_000)) == ("hoger", 95.0)


WRONG = (by_value_alone, as_if_the_comparator_were_exact, by_bands_that_touch, always_sure, with_a_judgement)


@variants(one_by_one, *WRONG)
def test_a_test_decides_at_two_confidences(variant, honest):
    assert holds(goes_by_a_test, variant) is honest


@variants(one_by_one, by_value_alone, always_sure, with_a_judgement)
def test_one_row_and_many_rows_are_decided_alike(variant, honest):
    against = holding.country(76_000, base=10_000_000)
    rows = [row for _, row in values_of(COUNTS, spec=REPORTS).iterrows()]
    assert ([variant(row, against) for row in rows] == [all_at_once(row, against) for row in rows]) is honest


def test_the_table_says_the_same_word():
    against = holding.country(76_000, base=10_000_000)
    for _, row in values_of(COUNTS, spec=REPORTS).iterrows():
        assert in_the_table(row, against) == one_by_one(row, against)


def hue(colour):
    return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0] * 360


def is_red(colour):
    return hue(colour) < 15 or hue(colour) > 335


def is_green(colour):
    return 75 < hue(colour) < 170


def judges_nothing(palettes):
    for palette in palettes:
        hues = [hue(colour) for colour in palette.classes]
        assert max(hues) - min(hues) < 40, "one scale of one colour"
        assert not any(is_red(colour) or is_green(colour) for colour in palette.classes)
        figures = (palette.accent, palette.second, palette.comparator, *palette.classes)
        assert not (any(map(is_red, figures)) and any(map(is_green, figures)))
        for one, other in combinations(figures[:3], 2):
            assert np.linalg.norm(lab(one, "deutan") - lab(other, "deutan")) >= 10


TRAFFIC_LIGHT = [dataclasses.replace(LIGHT, classes=("#1a9850", "#91cf60", "#fee08b", "#fc8d59", "#d73027"))]
RED_LINE_GREEN_LINE = [dataclasses.replace(DARK, second="#e04040")]
ONLY_SOME_EYES = [dataclasses.replace(LIGHT, accent="#9a6a00", second="#6f8000")]


@variants([LIGHT, DARK], TRAFFIC_LIGHT, RED_LINE_GREEN_LINE, ONLY_SOME_EYES)
def test_no_colour_calls_a_figure_good_or_bad(variant, honest):
    assert holds(judges_nothing, variant) is honest


def test_todays_follow_up_reports_are_about_equal_where_counts_are_small(read_page):
    page = read_page("municipality.py", gemeente="GM1680", periode="2023")
    assert "ongeveer gelijk aan de rest van Nederland (28,5%)" in page.text
    assert "hoger dan dat van de rest van Nederland" not in page.text.split("Aandeel vervolgmeldingen")[1][:600]


@pytest.mark.parametrize(
    ("code", "word"), [("LD02", "ongeveer gelijk"), ("PV29", "ongeveer gelijk"), ("PV20", "lager")]
)
def test_the_open_data_give_the_same_verdicts(data, code, word):
    answer = requests.get(f"{data}/aandeel-vervolgmeldingen.json?regio={code}", timeout=60)
    rows = [row for row in answer.json()["rijen"] if row["code"] == code and row["periode"] == "2023"]
    assert [row["ligging"] for row in rows] == [word]


def test_breda_stands_beside_the_rest_of_west_brabant(read_page):
    page = read_page("municipality.py", gemeente="GM0758", periode="2018")
    assert "hoger dan de rest van West-Brabant (75,6)" in page.text
    assert "Voor de 19 gemeenten samen is het 81,8 per 10.000 inwoners" in page.text


def test_west_brabant_advice_gets_no_verdict_and_the_reason(read_page):
    page = read_page("municipality.py", gemeente="GM0758", periode="2018")
    assert "Geen vergelijking: van 753 van de 3.102 adviezen is de gemeente niet bekend." in page.text
    compared = read_page("compare.py", gemeente="GM0758", indicator="wb-adviezen", periode="2018")
    assert "Geen vergelijking: van 753 van de 3.102 adviezen is de gemeente niet bekend." in compared.text
    words = {"hoger", "lager", "ongeveer gelijk"}
    decided = [row for row in compared.rows if row and row[0] == "Breda" and words & set(row)]
    assert all("100,1" in row for row in decided), "only the reports beside it have a verdict"


def test_no_municipality_is_held_against_a_whole_of_which_much_names_none():
    """More than 5 % of a published figure without a municipality: none gets a verdict, regions still do."""
    codes = ["GM0014", "GM0034", "GM0758"]
    parts = values_of([400, 300, 200], bases=[50_000, 40_000, 30_000], codes=codes, spec=REPORTS)
    region = values_of([450], bases=[60_000], codes=["PV30"], spec=REPORTS)
    for whole, refused in ((940, False), (960, True)):
        against = comparators.placed(holding.country(whole, base=120_000), parts["count"].tolist(), spec=REPORTS)
        assert bool(against.no_verdict) is refused
        words = positions(parts, comparator=against)["position"]
        assert bool((words == "").all()) is refused
        one = compare(parts.iloc[0], against, spec=REPORTS)
        assert one.reason == against.no_verdict
        if refused:
            assert "van 60 van de 960 meldingen van Nederland is de gemeente niet bekend" in one.reason
        assert compare(region.iloc[0], against, spec=REPORTS).position != ""
    unknown = parts.assign(count=[400.0, float("nan"), 200.0])
    counts = unknown["count"].tolist()
    assert not comparators.placed(holding.country(960, base=120_000), counts, spec=REPORTS).no_verdict
