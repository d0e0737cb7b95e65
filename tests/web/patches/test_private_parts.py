"""A private name of Streamlit or uvicorn is used in web/patches only."""

import ast

import pytest

from tests.conftest import ROOT

ROOMS = ("charts", "data_sources", "geo", "indicators", "pages", "web")
FILES = [
    path
    for path in [ROOT / "app.py", *(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))]
    if ROOT / "web" / "patches" not in path.parents
]


def private_uses(source: str) -> list[str]:
    """Private attributes of what a module imports from Streamlit or uvicorn, and private names it imports."""
    tree = ast.parse(source)
    names, private = set(), []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {
                (each.asname or each.name).split(".")[0]
                for each in node.names
                if each.name.startswith(("streamlit", "uvicorn"))
            }
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("streamlit", "uvicorn")):
            names |= {each.asname or each.name for each in node.names}
            private += [each.name for each in node.names if each.name.startswith("_")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            root = node.value
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name) and root.id in names:
                private.append(node.attr)
    return private


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_uses_no_private_part(path):
    assert private_uses(path.read_text(encoding="utf-8")) == []


def test_a_private_part_is_seen():
    assert private_uses("from streamlit import delta_generator\ndelta_generator._flag = True") == ["_flag"]
    assert private_uses("import streamlit as st\nst.runtime._x()") == ["_x"]
    assert not private_uses("import streamlit as st\nst.text('a')")
