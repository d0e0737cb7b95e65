"""The West-Brabant tables against themselves: what the page says about each printed figure follows from the tables."""

import pandas as pd
import pytest

from data_sources.documents import tables
from indicators.checks import reporters, source_checks, sum_checks

TOTALS = {2017: 7561.0, 2018: 6039.0}


def by_name(checks, words):
    found = [check for check in checks if words in check.what]
    assert len(found) == 1, [check.what for check in checks]
    return found[0]


@pytest.mark.parametrize(("column", "total"), [("ondersteuning", 194), ("adviezen", 3102), ("meldingen", 6039)])
def test_three_columns_add_up_exactly_to_their_printed_total(column, total):
    check = by_name(source_checks.municipal_totals(tables.municipalities_2018()), f"Alle rijen van de kolom {column}")
    assert (check.printed, check.recomputed, check.holds) == (total, total, True)


def test_the_other_four_columns_say_how_much_is_still_to_be_placed_and_in_how_many_ways():
    checks = source_checks.municipal_totals(tables.municipalities_2018())
    loose = [check for check in checks if not check.holds]
    assert [-check.difference for check in loose] == [7, 8, 10, 5]
    assert all("33 manieren" in check.meaning for check in loose)


def test_the_printed_inhabitants_equal_neither_their_own_sum_nor_cbs():
    checks = source_checks.inhabitants(tables.municipalities_2018(), cbs={2017: 724_659.0, 2018: 728_654.0})
    assert (checks[0].printed, checks[0].recomputed) == (718_345, 729_123)
    assert not any(check.holds for check in checks)


def test_the_printed_percentages_of_breda_and_oosterhout_do_not_fit_their_own_counts_and_the_others_do():
    checks = source_checks.printed_shares(tables.municipalities_2018())
    assert len(checks) == 19
    wrong = {check.what.partition(":")[0]: (check.printed, check.recomputed) for check in checks if not check.holds}
    assert wrong == {"Breda": (0.1, 1.0), "Oosterhout": (0.1, 1.1)}


def test_a_repaired_percentage_would_be_called_right():
    table = tables.municipalities_2018()
    row = (table["municipality"] == "Breda") & (table["measure"] == "meldingen_pct_gedrukt")
    table.loc[row, "value"] = 1.0
    check = by_name(source_checks.printed_shares(table), "Breda")
    assert check.holds
    assert "past niet" not in check.meaning


def test_both_tables_print_the_same_totals_for_2018():
    checks = sum_checks.table_1_and_2(tables.production(), tables.municipalities_2018())
    assert len(checks) == 6
    assert all(check.holds for check in checks)


def test_reporters_miss_some_reports_in_both_years_and_police_fell_by_more_than_all_together():
    checks = sum_checks.reporter_sums(tables.reporters(), totals=TOTALS)
    assert [(check.printed, check.recomputed) for check in checks] == [(7561, 7527), (6039, 6000), (1522, 1786)]
    assert "1.786" in checks[-1].meaning
    assert "1.522" in checks[-1].meaning


def test_a_reporter_printed_for_one_year_keeps_an_empty_other_year_and_no_change():
    wide = reporters.side_by_side(tables.reporters()).set_index("reporter")
    assert pd.isna(wide.loc["Anders", "2018"])
    assert pd.isna(wide.loc["Anders", "change"])
    assert wide.index[0] == "Politie"
    assert "Anders" in reporters.printed_for_one_year_only(tables.reporters())


def test_ages_add_up_to_a_hundred_percent_and_money_to_its_ceiling():
    assert all(check.holds for check in sum_checks.ages(tables.ages()))
    money = sum_checks.money(tables.money())
    assert len(money) == 4
    assert all(check.holds for check in money)


def test_the_printed_table_names_what_was_printed_recomputed_and_meant():
    shown = source_checks.printed(source_checks.printed_shares(tables.municipalities_2018())).set_index("Wat")
    breda = shown.loc["Breda: meldingen als percentage van de inwoners"]
    assert (breda["Gedrukt"], breda["Nagerekend"], breda["Verschil"]) == ("0,1", "1,0", "+0,9")
    assert "past niet bij de eigen aantallen" in breda["Wat het betekent"]
