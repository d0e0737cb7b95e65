"""Which population CBS divides by is found from its own figures; a difference is named with its place."""

from __future__ import annotations

import pandas as pd
import pytest

from data_sources.refresh.published_rates import population_of, rate_notes, rate_pairs

PEOPLE = {2022: 100_000.0, 2023: 110_000.0, 2024: 120_000.0}
DIVIDED_BY = {
    "de inwoners op 1 januari van het jaar": 110_000.0,
    "de inwoners halverwege het jaar": 115_000.0,
    "de inwoners op 1 januari van het jaar ervoor": 100_000.0,
}


def _pairs(people: float) -> pd.DataFrame:
    """A year of three places with 700, 800 and 900 reports, and what CBS prints of them."""
    rows = []
    for region, count in (("GM0758", 700.0), ("GM0855", 800.0), ("GM0014", 900.0)):
        for measure, value, step in (
            ("reports", count, 5.0),
            ("reports_per_100_000", round(count / people * 1e5), 1.0),
        ):
            rows.append(("84849NED", measure, "Totaal", region, "2023JJ00", value, step))
    return rate_pairs(
        pd.DataFrame(rows, columns=["table", "measure", "category", "region", "period", "value", "rounding"])
    )


def _population() -> dict:
    rows = [
        ("70072ned", region, f"{year}JJ00", people)
        for year, people in PEOPLE.items()
        for region in ("GM0758", "GM0855", "GM0014")
    ]
    older = [("inwoners-gemeenten", "GM0758", "2023JJ00", 1.0)]
    columns = ["table", "region", "period", "value"]
    return population_of(
        [pd.DataFrame(rows, columns=columns), pd.DataFrame(older, columns=columns)], best_first=["70072ned"]
    )


@pytest.mark.parametrize("words", DIVIDED_BY)
def test_the_population_that_fits_is_found(words) -> None:
    (note,) = rate_notes(_pairs(DIVIDED_BY[words]), population=_population())
    assert f"Het best past: {words} (" in note
    assert f"0 van de 3 met {words}" in note


def test_a_difference_is_named_with_its_place() -> None:
    (note,) = rate_notes(_pairs(100_000.0), population=_population())
    assert "verschillen er 3 meer van de onze dan door afronding kan" in note
    assert "GM0014 2023JJ00 reports: CBS 900, wij 818.2" in note


def test_nothing_is_called_fitting_when_nothing_fits() -> None:
    (note,) = rate_notes(_pairs(50_000.0), population=_population())
    assert "Geen van de drie soorten inwoners past" in note


def test_without_inhabitants_it_says_that_it_cannot_tell() -> None:
    (note,) = rate_notes(_pairs(100_000.0), population={})
    assert "wij kennen de inwoners niet" in note


def test_a_table_with_counts_alone_has_nothing_to_say() -> None:
    pairs = _pairs(100_000.0)
    assert list(rate_notes(pairs.iloc[:0], population=_population())) == []


def test_of_two_tables_with_inhabitants_the_best_one_counts() -> None:
    assert _population()["GM0758", 2023] == PEOPLE[2023]
