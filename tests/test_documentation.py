"""Every route, environment variable and command is documented, and what is documented is there."""

import re

import pytest

from pages._parts import map_opening
from pages._parts.preview import preview
from tests.conftest import ROOT
from web import first_answer, operations, previews
from web.english.routes import ROUTES as ENGLISH
from web.feeds.routes import ROUTES as FEEDS
from web.open_data.routes import ROUTES as OPEN_DATA
from web.packs.routes import ROUTES as PACKS
from web.routes import routes
from web.sheets.routes import ROUTES as SHEETS

DOCUMENTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "deploy" / "README.md",
        ROOT / "benchmarks" / "README.md",
    )
)
CODE = [
    path
    for path in [ROOT / "Makefile", *ROOT.glob("*.py"), *(ROOT / "deploy").rglob("*.*")]
    + [
        file
        for room in ("charts", "data_sources", "language", "editions", "geo", "indicators", "pages", "web")
        for file in (ROOT / room).rglob("*.py")
    ]
    if path.is_file() and path.suffix != ".md"
]
ROUTES = [
    *routes(()),
    *operations.routes(settled=lambda: True),
    *previews.routes((), previews=preview),
    *first_answer.routes(figures=map_opening.figures, picture=map_opening.picture),
    *OPEN_DATA,
    *SHEETS,
    *ENGLISH,
    *PACKS,
    *FEEDS,
]


def variables() -> set[str]:
    return {name for path in CODE for name in re.findall(r"\bHGIB_[A-Z]+\b", path.read_text("utf-8", errors="ignore"))}


def targets() -> list[str]:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return phony[1].split()


@pytest.mark.parametrize("path", sorted({route.path for route in ROUTES}))
def test_every_route_is_documented(path):
    assert f"`{path}`" in DOCUMENTS or f"`{path.rstrip('/')}/`" in DOCUMENTS


@pytest.mark.parametrize("name", sorted(variables()))
def test_every_environment_variable_is_documented(name):
    assert f"`{name}`" in DOCUMENTS


def test_every_documented_variable_is_read_somewhere():
    assert set(re.findall(r"`(HGIB_[A-Z]+)", DOCUMENTS)) == variables()


@pytest.mark.parametrize("name", targets())
def test_every_command_is_documented(name):
    assert re.search(rf"\bmake {name}\b", DOCUMENTS)


def test_every_documented_command_is_there():
    there = set(targets())
    named = set(re.findall(r"`make ([a-z][a-z-]+)\b", DOCUMENTS)) | set(
        re.findall(r"^make ([a-z-]+)", DOCUMENTS, flags=re.MULTILINE)
    )
    assert named <= there | {"bench"}, named - there


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/newcomer.md"])
def test_every_file_a_document_names_is_there(document):
    """A name may be the end of a path, such as ``figure/block.py``."""
    words = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"[`(]([\w./-]+\.(?:py|js|md|csv))[`)]", words))
    folders = [path for path in ROOT.iterdir() if path.is_dir() and path.name[0] != "." and path.name != "node_modules"]
    there = [path.as_posix() for path in ROOT.iterdir()]
    there += [path.as_posix() for folder in folders for path in folder.rglob("*.*")]
    assert len(named) > 3
    assert {name for name in named if not any(path.endswith(f"/{name.removeprefix('../')}") for path in there)} == set()
