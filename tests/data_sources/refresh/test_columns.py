"""Units in every spelling of CBS, and what a column is chosen by."""

from __future__ import annotations

import pytest

from data_sources.catalogue.model import Measure
from data_sources.refresh.columns import choose, columns_of, rate_measures, uncatalogued_measures
from data_sources.refresh.units import UnitKind, stem, unit_of

REPORTS = Measure("reports", "Meldingen | Ontvangen meldingen", "aantal")


def properties(*topics: tuple[str, str, str]) -> list[dict]:
    """Rows of DataProperties for (group, title, unit)."""
    groups = list(dict.fromkeys(group for group, _, _ in topics if group))
    rows = [
        {"ID": number, "Type": "TopicGroup", "Key": "", "Title": title, "ParentID": None, "Position": None}
        for number, title in enumerate(groups)
    ]
    return rows + [
        {
            "ID": 100 + number, "Type": "Topic", "Key": f"M{number}", "Title": title, "Unit": unit, "Decimals": 0,
            "ParentID": groups.index(group) if group else None, "Description": None, "Datatype": "Long",
        }
        for number, (group, title, unit) in enumerate(topics)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("per 100 000 inwoners", "per 100.000 inwoners"),
        ("per 100.000 inwoners", "per 100.000 inwoners"),
        ("Per 100\u00a0000 inw.", "per 100.000 inwoners"),
        ("aantal per 100 000 inwoners", "per 100.000 inwoners"),
        ("per 1 000 inwoners", "per 1.000 inwoners"),
        ("aantal", "aantal"),
        (None, "aantal"),
        ("x 1", "aantal"),
        ("%", "%"),
        ("% van ontvangen meldingen", "%"),
        ("x 1 000", "x 1 000"),
        ("1 000 banen", "1 000 banen"),
    ],
)
def test_a_unit_has_one_spelling(printed, text) -> None:
    assert unit_of(printed).text == text


def test_a_rate_without_a_unit_is_no_count() -> None:
    assert unit_of("", titles=("Meldingen per 100 000 inwoners",)).kind is UnitKind.RATE
    assert unit_of("", titles=("Meldingen (relatief)", "Ontvangen meldingen")).kind is UnitKind.OTHER
    assert unit_of("aantal", titles=("Relatief nieuwe meldingen",)).kind is UnitKind.COUNT


@pytest.mark.parametrize("title", ["Meldingen (relatief)", "Meldingen, per 100 000 inwoners", "meldingen - aantal"])
def test_a_title_loses_the_words_that_only_say_its_unit(title) -> None:
    assert stem(title) == "meldingen"


def test_the_group_decides_only_between_equals() -> None:
    columns = columns_of(properties(("Elders", "Ontvangen meldingen", "aantal")))
    assert [column.key for column, _ in choose([REPORTS], columns).measures] == ["M0"]
    columns = columns_of(
        properties(("Elders", "Ontvangen meldingen", "aantal"), ("Meldingen", "Ontvangen meldingen", "aantal"))
    )
    assert [column.key for column, _ in choose([REPORTS], columns).measures] == ["M1"]


def test_a_total_is_not_taken_from_another_group() -> None:
    wanted = [Measure("repeat", "Hermelding | Totaal", "aantal"), Measure("follow_up", "Vervolg | Totaal", "aantal")]
    choice = choose(wanted, columns_of(properties(("Vervolg", "Totaal", "aantal"), ("Anders", "Totaal", "aantal"))))
    assert [(column.key, measure.id) for column, measure in choice.measures] == [("M0", "follow_up")]
    assert [measure.id for measure in choice.lost] == ["repeat"]


def test_a_count_in_thousands_is_not_taken_for_a_count() -> None:
    choice = choose([REPORTS], columns_of(properties(("Meldingen", "Ontvangen meldingen", "x 1 000"))))
    assert choice.lost == (REPORTS,)


def test_a_title_that_one_of_both_cut_off_is_the_same() -> None:
    wanted = [Measure("conditions", "Afgeronde diensten voorwaarden en verv..", "aantal")]
    columns = columns_of(properties(("", "Afgeronde diensten voorwaarden en vervolg", "aantal")))
    assert not choose(wanted, columns).lost
    wanted = [Measure("kind", "Mishandeling kind: emotionele mishandeling", "aantal")]
    assert not choose(wanted, columns_of(properties(("", "Mishandeling kind: emotionele mish...", "aantal")))).lost


def test_the_rate_belongs_to_the_count_of_its_own_title() -> None:
    columns = columns_of(
        properties(
            ("Meldingen", "Ontvangen meldingen", "per 100 000 inwoners"),
            ("Meldingen", "Ontvangen meldingen", "aantal"),
            ("Meldingen", "Ontvangen meldingen", "per 1 000 inwoners"),
        )
    )
    choice = choose([REPORTS], columns)
    assert [(column.key, measure.id) for column, measure in rate_measures(choice.measures, columns)] == [
        ("M0", "reports_per_100_000")
    ]


def test_names_of_unknown_columns_follow_from_titles_and_never_clash() -> None:
    columns = columns_of(
        properties(
            ("Een", "Totaal", "aantal"),
            ("Twee", "Totaal", "aantal"),
            ("Twee", "Iets nieuws", "aantal"),
            ("Twee", "Iets nieuws", "%"),
            ("Twee", "Ontvangen meldingen", "aantal"),
        )
    )
    ids = {column.key: measure.id for column, measure in uncatalogued_measures(columns, taken={"reports"})}
    assert ids == {
        "M0": "een_totaal",
        "M1": "twee_totaal",
        "M2": "iets_nieuws",
        "M3": "iets_nieuws_share",
        "M4": "twee_ontvangen_meldingen",
    }
