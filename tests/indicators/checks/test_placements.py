"""What a reader may rely on when a value's column was lost in the source."""

import pandas as pd
import pytest

from data_sources.documents import tables
from indicators.checks.placements import COLUMNS, placements


@pytest.fixture(scope="module")
def printed() -> pd.DataFrame:
    return tables.municipalities_2018()


def test_thirty_three_placements_fit_all_printed_totals(printed):
    assert placements(printed).total == 33


def test_the_possible_columns_printed_with_each_cell_are_the_ones_that_really_fit(printed):
    found = placements(printed)
    loose = printed[printed["status"] == "kolom onzeker"]
    expected = {
        (row["municipality"], position): tuple(row["possible_measures"])
        for _, rows in loose.groupby("municipality", sort=False)
        for position, row in enumerate(rows.to_dict("records"))
    }
    assert {(cell.place, cell.position): found.columns_of(cell) for cell in found.by_cell} == expected


def test_no_cell_is_settled_so_none_may_be_drawn_as_a_value_of_one_column(printed):
    assert placements(printed).settled == ()


def test_every_cell_stands_somewhere_in_every_placement(printed):
    found = placements(printed)
    assert all(sum(columns.values()) == found.total for columns in found.by_cell.values())


def test_another_printed_total_changes_the_number_of_placements(printed):
    changed = printed.copy()
    row = (changed["municipality"] == "Totaal West-Brabant") & (changed["measure"] == "interventieteam")
    changed.loc[row, "value"] += 1
    assert placements(changed).total != 33


def test_a_row_with_one_free_column_settles_its_cell():
    rows = [("A", column, 1.0, "zeker") for column in COLUMNS[:3]]
    rows += [("A", "", 4.0, "kolom onzeker")]
    rows += [("Totaal West-Brabant", column, 1.0, "zeker") for column in COLUMNS[:3]]
    rows += [("Totaal West-Brabant", COLUMNS[3], 4.0, "zeker")]
    found = placements(pd.DataFrame(rows, columns=["municipality", "measure", "value", "status"]))
    assert found.total == 1
    assert [found.columns_of(cell) for cell in found.settled] == [("interventieteam",)]
