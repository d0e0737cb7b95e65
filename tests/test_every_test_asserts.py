"""No test only shows that nothing crashed: each asserts something itself, or through a check that is named as one."""

import ast

import pytest

from tests.conftest import ROOT

ASSERTING = ("raises", "fail", "expect", "warns", "to_", "assert_", "nothing_")
FILES = sorted((ROOT / "tests").rglob("test_*.py"))


def asserts(function: ast.AST) -> bool:
    """Whether a test holds an assert, or calls something that fails by its name."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name.startswith(ASSERTING) and name not in {"expect_download", "expect_event"}:
                return True
    return False


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_test_asserts_something(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    assert not [test.name for test in tests if not asserts(test)]


def test_a_test_without_an_assertion_is_seen():
    assert not asserts(ast.parse("def test_x(page):\n    page.wait_for_url('/')"))
    assert asserts(ast.parse("def test_x():\n    with pytest.raises(ValueError):\n        f()"))
