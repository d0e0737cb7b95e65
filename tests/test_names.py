"""Names that a newcomer can search for: nouns for what is held, one meaning per name, and a reason for a long module."""

import ast
import collections
import re

import pytest

from tests.conftest import ROOT

ROOMS = ("language", "data_sources", "geo", "indicators", "charts", "editions", "web", "pages", "tools")
FILES = sorted(
    [*(file for room in ROOMS for file in (ROOT / room).rglob("*.py")), ROOT / "app.py", ROOT / "site_map.py"]
)
EMPTY_WORDS = {"found", "one", "own", "told", "asked", "made", "kept", "said", "held"}
"""Words that say how a value came about, not what it is."""
OF_A_PROTOCOL = {"connection_made", "not_found_html"}
"""Names that others give: a method of asyncio, the words of HTTP."""
LONGEST = 250
"""Lines of a module that need no reason."""
SAME_NAME_FOR_A_REASON = {"routes": "each part of web gives the addresses it answers; app.py joins them"}
"""Public names that more than one module gives to callers bare, with the reason."""

by_path = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))


def tree_of(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def named(tree):
    """Every name that a module gives to a value: variables, arguments, attributes, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name, node.lineno


def empty_names(tree):
    return [(line, name) for name, line in named(tree) if name.lstrip("_") in EMPTY_WORDS]


def empty_functions(tree):
    """Functions and classes whose name has such a word in it; *one* and *own* may stand beside a noun."""
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef))
    names = (node.name for node in nodes if node.name not in OF_A_PROTOCOL)
    return [name for name in names if {*name.lower().split("_")} & (EMPTY_WORDS - {"one", "own"})]


@by_path
def test_a_name_says_what_it_holds(file):
    tree = tree_of(file)
    assert empty_names(tree) == []
    assert empty_functions(tree) == []


def test_an_empty_name_is_seen():
    for text in (
        "found = 1",
        "def f(*, own): ...",
        "[one for one in x]",
        "self.kept = 1",
        "if (told := f()): ...",
        "_made = 0",
    ):
        assert empty_names(ast.parse(text)), text
    assert not empty_names(ast.parse("f(own=1, kind='found')"))
    assert empty_functions(ast.parse("def places_told(): ...")) == ["places_told"]
    assert not empty_functions(ast.parse("def own_rates(): ..."))


def gives_a_reason(text):
    """Whether a module is short enough, or its docstring says why it has so many lines."""
    return bool(
        text.count("\n") <= LONGEST
        or re.search(r"\b(lines|long) because\b", ast.get_docstring(ast.parse(text)) or "", re.IGNORECASE)
    )


@by_path
def test_a_module_above_250_lines_says_why(file):
    assert gives_a_reason(file.read_text(encoding="utf-8"))


def test_a_long_module_without_a_reason_is_seen():
    assert not gives_a_reason('"""Figures."""\n' + "x = 1\n" * LONGEST)
    assert gives_a_reason('"""Figures.\n\nLong because it is one list.\n"""\n' + "x = 1\n" * LONGEST)


def module_of(file):
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def ambiguous(trees):
    """Public functions and classes that two modules define and that callers read without the module in front.

    ``notation.change`` and ``trend.change`` are told apart by their module; two that are both imported as ``change``
    are not. A class is always read alone, so no two may have one name.
    """
    defined = collections.defaultdict(set)
    classes = collections.Counter()
    for module, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith(
                "_"
            ):
                defined[node.name].add(module)
                classes[node.name] += isinstance(node, ast.ClassDef)
    bare = collections.defaultdict(set)
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if node.module in defined[alias.name]:
                        bare[alias.name].add(node.module)
    several = {name: sorted(modules) for name, modules in bare.items() if len(modules) > 1}
    return several | {name: sorted(defined[name]) for name, number in classes.items() if number > 1}


def test_a_public_name_means_one_thing():
    double = ambiguous({module_of(file): tree_of(file) for file in FILES})
    assert {name: modules for name, modules in double.items() if name not in SAME_NAME_FOR_A_REASON} == {}
    assert set(SAME_NAME_FOR_A_REASON) <= set(double), "an exception that is no longer needed"


def test_a_name_with_two_meanings_is_seen():
    function, other = ast.parse("def rate(): ..."), ast.parse("def rate(): ...")
    reader = ast.parse("from a import rate\nfrom b import rate as rate_b")
    assert ambiguous({"a": function, "b": other, "c": reader}) == {"rate": ["a", "b"]}
    assert ambiguous({"a": function, "b": other, "c": ast.parse("import a, b\nfrom a import rate")}) == {}
    assert ambiguous({"a": ast.parse("class Row: ..."), "b": ast.parse("class Row: ...")}) == {"Row": ["a", "b"]}
