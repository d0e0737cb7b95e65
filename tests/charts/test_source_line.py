"""The line of a source reads as one sentence."""

import pytest

from charts.chart import SourceLine


@pytest.mark.parametrize(
    ("terms", "read"),
    [("CC BY 4.0", "CC BY 4.0"), ("Cijfers overgenomen met bronvermelding", "cijfers overgenomen met bronvermelding")],
)
def test_terms_keep_a_capital_only_in_an_abbreviation(terms, read):
    assert SourceLine("CBS", "tabel", terms, "2018").text == f"Bron: CBS, tabel, 2018, {read}."
