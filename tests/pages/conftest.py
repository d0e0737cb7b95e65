"""Reading a page as a reader does: its words, tables and headings, from Streamlit's own test runner."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from tests.page_run import page_run

_TAG = re.compile(r"<[^>]+>")
_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)


_TABLE = re.compile(r"<table[^>]*>(.*?)</table>", re.DOTALL)
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup)).replace("\u00a0", " ").strip()


@dataclass(frozen=True)
class ReadPage:
    """A page that ran without an error."""

    run: AppTest

    @property
    def markup(self) -> str:
        """All HTML of the page, in order."""
        return "\n".join(element.proto.body for element in self.run.get("html"))

    @property
    def text(self) -> str:
        """All words of the page in our HTML, titles included."""
        titles = " ".join(title.value for title in self.run.title)
        return re.sub(r"[ \n]+", " ", f"{titles} {html.unescape(_TAG.sub(' ', self.markup))}").replace("\u00a0", " ")

    @property
    def rows(self) -> list[list[str]]:
        """Cells of every table row, as text."""
        return [
            [html.unescape(_TAG.sub("", cell)).replace("\u00a0", " ") for cell in _CELL.findall(row)]
            for row in _ROW.findall(self.markup)
        ]

    @property
    def tables(self) -> dict[str, tuple[list[str], list[list[str]]]]:
        """Heads and rows of every table, by its caption."""
        return {
            _words(_CAPTION.search(table)[1]): (
                [_words(cell) for cell in _CELL.findall(table.partition("</thead>")[0])],
                [[_words(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(table.partition("</thead>")[2])],
            )
            for table in _TABLE.findall(self.markup)
        }

    @property
    def headings(self) -> list[int]:
        """Levels of the headings in order; the title is 1."""
        return [1] * len(self.run.title) + [int(level) for level in re.findall(r"<h(\d)", self.markup)]


@pytest.fixture(scope="session")
def read_page() -> Callable[..., ReadPage]:
    """Run a page file with choices in its address; fails on any exception."""

    def _read(file: str, **choices: str) -> ReadPage:
        run = page_run(file)
        for key, value in choices.items():
            run.query_params[key] = value
        run.run()
        for figure in [node.proto.id.split("-tabs-")[1] for node in run.main if node.type == "tab_container"]:
            run.session_state[f"tabs-{figure}"] = "Tabel"  # each table comes when its tab is opened
        run.run()
        whole = [toggle for toggle in run.toggle if re.fullmatch(r"Alle \d+ rijen tonen", toggle.label)]
        for toggle in whole:
            toggle.set_value(True)
        if whole:
            run.run()
        assert not run.exception, [error.message for error in run.exception]
        return ReadPage(run)

    return _read
