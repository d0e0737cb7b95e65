"""The comparison of a figure with its files sees what differs: a wrong cell, a row too many, a column left out."""

import pytest

from tests.browser import taken_files

HEADS = ["Gemeente", "per 10.000 inwoners", "band"]
SHOWN = [["Breda", "100,1", "95,6 – 104,7"], ["Altena", "", ""]]
ROWS = [
    {"plaats": "Breda", "waarde": 100.07, "ondergrens": 95.6, "bovengrens": 104.7},
    {"plaats": "Altena", "waarde": None, "ondergrens": None, "bovengrens": None},
]


def changed(head: str, value: object) -> list[taken_files.Row]:
    return [{**ROWS[0], head: value}, ROWS[1]]


def test_a_file_that_says_the_same_has_no_differences():
    assert taken_files.differences(HEADS, SHOWN, ROWS) == []
    assert taken_files.same_rows(ROWS, [{name: value or "" for name, value in row.items()} for row in ROWS]) == []


@pytest.mark.parametrize(
    "rows",
    [changed("waarde", 100.17), changed("plaats", "Oosterhout"), changed("bovengrens", 104.9), changed("waarde", None), ROWS[:1], ROWS[::-1]],
    ids=["value", "place", "band", "empty", "row left out", "order"],
)  # fmt: skip
def test_a_file_that_says_something_else_is_seen(rows):
    assert taken_files.differences(HEADS, SHOWN, rows) != []
    assert taken_files.same_rows(ROWS, rows) != []


def test_a_column_that_no_file_has_is_seen():
    assert taken_files.differences([*HEADS, "oorzaak"], [[*row, "x"] for row in SHOWN], ROWS) != []
