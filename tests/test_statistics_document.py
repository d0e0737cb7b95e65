"""The rules for the figures stand in the project, and code cites no rule that is not there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("charts", "data_sources", "geo", "indicators", "pages", "tests", "web", "benchmarks")
DOCUMENT = (ROOT / "docs" / "STATISTICS.md").read_text(encoding="utf-8")
CITED = re.compile(r"\brules?\s+(\d+(?:(?:\s*,\s*|\s+and\s+|\s*-\s*|\s+en\s+)\d+)*)|\bRule (\d+)\b")


def rules(document: str) -> set[int]:
    return {int(number) for number in re.findall(r"^(\d+)\. \*\*", document, re.MULTILINE)}


def cited(text: str) -> set[int]:
    """Numbers after the word rule: 'rule 4', 'rules 7 and 8', 'rules 1-3'."""
    numbers: set[int] = set()
    for plural, single in CITED.findall(text):
        told = plural or single
        for part in re.split(r"\s*,\s*|\s+and\s+|\s+en\s+", told):
            ends = [int(number) for number in re.findall(r"\d+", part)]
            numbers |= set(range(ends[0], ends[-1] + 1))
    return numbers


def test_the_document_numbers_its_rules_without_a_gap():
    assert rules(DOCUMENT) == set(range(1, 20))


@pytest.mark.parametrize("room", ROOMS)
def test_every_rule_cited_in_code_exists(room):
    files = [path for kind in ("*.py", "*.js", "*.html") for path in (ROOT / room).rglob(kind)]
    files = [path for path in files if "node_modules" not in path.parts]  # of the phone benchmark
    assert files
    wrong = {
        str(path.relative_to(ROOT)): unknown
        for path in files
        if path != Path(__file__) and (unknown := cited(path.read_text(encoding="utf-8")) - rules(DOCUMENT))
    }
    assert wrong == {}


def test_a_rule_that_does_not_exist_would_be_seen():
    assert cited("as STATISTICS rule 23 says; rules 7 and 8; rules 1-3") == {23, 7, 8, 1, 2, 3}
    assert cited("# Rule 40: something") == {40}
    assert rules("1. **Rates only on maps.** x\n4. **Comparison** y") == {1, 4}
