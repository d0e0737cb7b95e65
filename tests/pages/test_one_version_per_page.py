"""Figures that are published while a page is being made wait for the next run of that page."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_sources import snapshots
from site_map import PAGES
from tests.page_run import page_run


def page() -> None:
    import os
    from pathlib import Path

    import streamlit as st

    from pages._parts import load

    edition = load.current_edition()
    current = Path(os.environ["HGIB_DATA"], "current")
    current.write_text(current.read_text(encoding="utf-8") + "1", encoding="utf-8")  # published halfway
    st.write(edition.published, edition.newest is edition)


@pytest.fixture
def current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    (tmp_path / "current").write_text("2099-01-0", encoding="utf-8")
    return tmp_path / "current"


@pytest.mark.parametrize("file", [each.file for each in PAGES])
def test_a_page_asks_what_is_published_once_a_run(file, monkeypatch):
    questions = []
    monkeypatch.setattr(snapshots, "current_version", lambda: questions.append(file) or "")
    assert not page_run(file).run().exception
    assert len(questions) <= 1


@pytest.mark.usefixtures("current")
def test_a_run_reads_one_version_and_the_next_run_the_newest():
    app = AppTest.from_function(page).run()
    assert not app.exception
    assert app.markdown[0].value == "2099-01-0 `True`"
    assert app.run().markdown[0].value == "2099-01-01 `True`"


def test_what_is_kept_for_an_older_publication_holds_nothing_newer(current, monkeypatch):
    versions = current.parent / "versions"
    for name in ("2099-01-01T000000Z", "2099-01-02T000000Z"):
        (versions / name).mkdir(parents=True)
    monkeypatch.setattr(
        snapshots, "_read", lambda folder, **_: snapshots.Snapshot(folder.name, None, None, embedded=False)
    )
    current.write_text("2099-01-02T000000Z", encoding="utf-8")
    assert snapshots.load(published="2099-01-01T000000Z").version == "2099-01-01T000000Z"
    assert snapshots.load().version == "2099-01-02T000000Z"
