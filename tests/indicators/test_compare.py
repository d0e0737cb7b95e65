import numpy as np
import pandas as pd
import pytest

from indicators.comparator import Comparator, NoComparator, comparator_of
from indicators.compare import WITHOUT_CHANCE, NotComparableError, compare, compare_each, positions
from indicators.value import Position


@pytest.fixture
def country(make_values, specs):
    row = make_values([76_000], bases=10_000_000, codes=["NL01"]).iloc[0]
    return comparator_of(row, name="Nederland", spec=specs["rate"])


def test_a_place_is_lower_about_equal_or_higher_by_a_test_of_the_difference(make_values, specs, country):
    # 76 per 10.000 in the country; 100.000 inhabitants per place; phi 1.55
    values = make_values([500, 690, 760, 800, 845, 1000])
    decided = positions(values, comparator=country, spec=specs["rate"])
    assert decided["position"].tolist() == ["lager", "lager", *["ongeveer gelijk"] * 2, "hoger", "hoger"]
    assert decided["sure"].iloc[[0, 1, 4, 5]].tolist() == [99.8, 95.0, 95.0, 99.8]
    assert decided["sure"].iloc[[2, 3]].isna().all()


@pytest.mark.parametrize("counts", [[500, 690, 760, np.nan], [0, 10, 20, 5000]])
def test_one_place_and_many_places_get_the_same_decision(make_values, specs, country, counts):
    values = make_values(counts)
    many = positions(values, comparator=country, spec=specs["rate"])
    for index, row in values.iterrows():
        one = compare(row, country, spec=specs["rate"])
        assert one.position == many.loc[index, "position"]
        assert (one.sure is None) == np.isnan(many.loc[index, "sure"])


@pytest.mark.parametrize("against", ["the country", "itself", "nothing"])
def test_each_place_gets_the_whole_answer_that_it_gets_alone(make_values, specs, country, against):
    values = make_values([500, 690, 760, np.nan, 0, 1000])
    comparator = {
        "the country": country,
        "itself": comparator_of(values.iloc[0], name="de eerste", spec=specs["rate"]),
        "nothing": NoComparator("Geen landelijk cijfer."),
    }[against]
    each = compare_each(values, comparator=comparator, spec=specs["rate"])
    rows = {row["region"]: row for _, row in values.iterrows()}
    assert each == {code: compare(row, comparator, spec=specs["rate"]) for code, row in rows.items()}
    assert len({one.reason for one in each.values()}) > 1 or against == "nothing"


def test_a_place_is_not_held_against_itself_in_another_period(make_values, specs):
    values = make_values([500, 600], codes=["GM0014", "GM0014"], period=["2022JJ00", "2023JJ00"])
    own = comparator_of({**values.iloc[0], "region": "GM0015"}, name="de eerste", spec=specs["rate"])
    with pytest.raises(NotComparableError):
        compare(values.iloc[1], own, spec=specs["rate"])


def value_only(values, comparator):
    """Wrong on purpose: compares the values and forgets the bands."""
    return np.where(values["value"] > comparator.value, "hoger", "lager")


@pytest.mark.parametrize(
    ("decide", "honest"),
    [
        (lambda values, comparator, spec: positions(values, comparator=comparator, spec=spec)["position"], True),
        (lambda values, comparator, spec: pd.Series(value_only(values, comparator)), False),  # noqa: ARG005
    ],
)
def test_chance_alone_seldom_makes_a_place_differ(make_values, specs, country, decide, honest):
    chance = np.random.default_rng(3).poisson(76.0, 2000)
    values = make_values(5 * np.round(chance / 5), bases=10_000, codes=[f"GM{n:04d}" for n in range(2000)])
    differ = (decide(values, country, specs["rate"]) != "ongeveer gelijk").mean()
    assert bool(differ <= 0.05) is honest


def test_the_band_of_the_comparator_counts_too(make_values, specs):
    place = make_values([100], bases=10_000).iloc[0]
    small = make_values([70], bases=10_000, codes=["GM0002"]).iloc[0]
    large = make_values([70_000], bases=10_000_000, codes=["NL01"]).iloc[0]
    assert compare(place, small, spec=specs["rate"]).position == Position.SIMILAR
    assert compare(place, large, spec=specs["rate"]).position == Position.HIGHER


def test_a_place_without_a_figure_has_no_position_but_a_reason(make_values, specs, country):
    answer = compare(make_values([np.nan]).iloc[0], country, spec=specs["rate"])
    assert answer.position == Position.NONE
    assert "geheim (CBS)" in answer.reason
    reason = "Geen landelijk cijfer: het CBS vond de regio's in 2016 niet vergelijkbaar."
    none = compare(make_values([20]).iloc[0], NoComparator(reason), spec=specs["rate"])
    assert (none.position, none.reason) == (Position.NONE, reason)


def test_another_period_or_indicator_is_refused(make_values, specs, country):
    with pytest.raises(NotComparableError, match="2022JJ00"):
        positions(make_values([10], period="2022JJ00"), comparator=country, spec=specs["rate"])
    with pytest.raises(NotComparableError, match="aandeel"):
        positions(make_values([10], spec=specs["share"]), comparator=country, spec=specs["rate"])


def test_a_printed_share_without_a_count_gets_no_verdict_but_the_reason(make_values, specs):
    rows = make_values([38.1, 38.2, 40.0], spec=specs["printed"], rounding=0.1)
    nation = {**rows.iloc[0].to_dict(), "region": "NL01"}
    country = comparator_of(nation, name="Nederland", spec=specs["printed"])
    answers = [compare(rows.iloc[n], country, spec=specs["printed"]) for n in range(3)]
    assert {(answer.position, answer.sure, answer.reason) for answer in answers} == {
        (Position.NONE, None, WITHOUT_CHANCE)
    }


def test_a_place_is_taken_out_of_its_comparator_first(make_values, specs):
    # 30 % of the whole: against the whole the difference would look a third smaller than it is
    place = make_values([3300], bases=300_000).iloc[0]
    whole = comparator_of(
        make_values([10_000], bases=1_000_000, codes=["NL01"]).iloc[0], name="Nederland", spec=specs["rate"]
    )
    answer = compare(place, whole, spec=specs["rate"])
    assert (answer.rest.name, answer.rest.value) == ("de rest van Nederland", pytest.approx(6700 / 700_000 * 10_000))
    decided = positions(make_values([3300], bases=300_000), comparator=whole, spec=specs["rate"])
    assert decided["rest"].iloc[0] == pytest.approx(answer.rest.value)


@pytest.mark.parametrize(("name", "table"), [("", "T1"), ("Nederland", "")])
def test_a_comparator_without_name_or_table_cannot_be_made(country, name, table):
    fields = {**vars(country), "name": name, "table": table}
    with pytest.raises(ValueError, match="needs a name and a table"):
        Comparator(**fields)


def test_a_place_is_not_compared_with_itself(make_values, specs, country):
    rows = make_values([76_000], bases=10_000_000, codes=["NL01"])
    assert compare(rows.iloc[0], country, spec=specs["rate"]).reason == "Dit is zelf het cijfer van Nederland."
    assert positions(rows, comparator=country, spec=specs["rate"])["position"].tolist() == [Position.NONE]
