"""Rule 18: a verdict on a document needs the same definition, period and place; only what was recomputed is called right."""

import pytest

from data_sources.documents import DOCUMENTS, tables

VERDICTS = {
    "klopt",
    "klopt voor een half jaar",
    "past binnen de schatting",
    "wijkt af",
    "niet te vergelijken (andere definitie of jaar)",
    "niet te controleren",
}
HEADS = ["Wat het document zegt", "Uitkomst", "Waarom", "Waar"]


@pytest.fixture(scope="module")
def checks(read_page) -> list[dict[str, str]]:
    """Rows of the Cijfercheck as the page shows them, of each region that has a plan."""
    pages = [read_page("programmes.py", regio=region) for region in ("VT15", "VT21", "VT27", "NL01")]
    rows = [
        dict(zip(HEADS, row, strict=True))
        for page in pages
        for heads, rows in page.tables.values()
        if heads == HEADS
        for row in rows
    ]
    assert len(rows) >= len(tables.key_figures())
    return rows


def starting(checks, text):
    return [row for row in checks if text in row["Wat het document zegt"]]


def test_the_page_uses_six_verdicts_and_a_limit(checks):
    for row in checks:
        verdict, _, limit = row["Uitkomst"].partition(" (alleen ")
        assert verdict in VERDICTS, row
        assert not limit or limit.endswith("nagerekend)"), row
    assert len({row["Uitkomst"].partition(" (alleen ")[0] for row in checks}) >= 5


def test_every_row_says_why_and_where(checks):
    for row in checks:
        assert row["Waarom"].endswith((".", "?")), row
        assert any(document.publisher in row["Waar"] for document in DOCUMENTS.values()), row


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        ("200.000", "niet te vergelijken (andere definitie of jaar)"),
        ("119.000", "past binnen de schatting"),
        ("14.000", "wijkt af"),
    ],
)
def test_the_verdicts_of_the_estimates(checks, figure, verdict):
    rows = starting(checks, figure)
    assert rows
    assert {row["Uitkomst"] for row in rows} == {verdict}


def test_hart_van_brabant_is_held_to_one_rule_and_only_the_country_was_recomputed(checks):
    rows = [row for row in checks if row["Uitkomst"].startswith("klopt voor een half jaar")]
    assert len(rows) == 4
    for row in rows:
        assert "Hart van Brabant" in row["Waar"]
        assert row["Uitkomst"] == "klopt voor een half jaar (alleen het landelijke cijfer is nagerekend)"


def test_what_has_no_figure_beside_it_is_never_called_right(checks):
    for row in checks:
        if "bij ons staat geen" in row["Waarom"].lower():
            assert not row["Uitkomst"].startswith(("klopt", "wijkt")), row
