"""An edition is one data version: computed once, never mixed with another, and gone when nobody holds it."""

from __future__ import annotations

import gc
import inspect
import pkgutil
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from time import sleep

import pytest

import editions
from benchmarks import made_up
from data_sources import snapshots
from data_sources.level import Level
from editions.edition import MOST_EDITIONS, Edition, cached_per_edition, current_edition, edition_of
from editions.periods import periods
from editions.values import values

ROOT = Path(__file__).resolve().parents[2]


def an_edition() -> Edition:
    """A new edition of the embedded figures, of which nothing is computed."""
    return Edition(current_edition().snapshot, published="")


@cached_per_edition(most=2)
def listed(edition: Edition, name: str, *, number: int = 0, other: int = 0) -> list[object]:
    """A new list each time it is computed."""
    return [edition.version, name, number, other]


def test_an_answer_is_computed_once_per_edition_and_arguments():
    first, second = an_edition(), an_edition()
    assert listed(first, "a") is listed(first, "a")
    assert listed(first, "a") is not listed(first, "b")
    assert listed(first, "a") is not listed(second, "a")


def test_many_readers_of_one_answer_compute_it_once():
    computed = []

    @cached_per_edition(most=2)
    def slow(_edition: Edition, number: int) -> int:
        computed.append(number)
        sleep(0.05)
        return number

    edition = an_edition()
    with ThreadPoolExecutor(8) as readers:
        assert list(readers.map(lambda number: slow(edition, number), [1, 2] * 8)) == [1, 2] * 8
    assert sorted(computed) == [1, 2]


def test_an_answer_that_failed_is_asked_for_again():
    tries = []

    @cached_per_edition(most=2)
    def fails_once(_edition: Edition) -> int:
        tries.append(True)
        if len(tries) == 1:
            raise LookupError
        return 3

    edition = an_edition()
    with pytest.raises(LookupError):
        fails_once(edition)
    assert fails_once(edition) == 3


def test_the_order_of_named_arguments_makes_no_second_answer():
    edition = an_edition()
    assert listed(edition, "a", number=1, other=2) is listed(edition, "a", other=2, number=1)


def test_only_the_last_answers_are_kept():
    edition = an_edition()
    oldest = listed(edition, "a")
    listed(edition, "b")
    listed(edition, "c")
    assert listed(edition, "a") is not oldest


def test_an_edition_that_nobody_holds_goes_with_everything_computed_from_it_without_the_collector():
    edition = an_edition()
    frame = weakref.ref(values(edition, "wb-meldingen", level=Level.MUNICIPALITY))
    assert periods(edition, "wb-meldingen", level=Level.MUNICIPALITY)
    assert frame() is not None
    gc.disable()  # a start freezes what it made: circles in it would stay for ever
    try:
        del edition
        assert frame() is None
    finally:
        gc.enable()


def test_a_number_of_editions_stays_in_memory_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    held = []
    for number in range(MOST_EDITIONS + 2):
        (tmp_path / "current").write_text(f"2099-01-0{number}", encoding="utf-8")
        held.append(weakref.ref(current_edition()))
    assert [edition() is not None for edition in held] == [False, False, *[True] * MOST_EDITIONS]


def test_the_current_edition_is_the_one_published_now_and_keeps_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    (tmp_path / "current").write_text("2099-01-01", encoding="utf-8")
    before = current_edition()
    (tmp_path / "current").write_text("2099-01-02", encoding="utf-8")
    assert before.newest is before
    assert edition_of(before.version, newest=before) is before
    assert current_edition() is not before
    assert current_edition().published == "2099-01-02"


def test_a_version_that_does_not_exist_gives_the_newest_figures_and_says_so():
    edition = edition_of("2001-01-01")
    assert edition.version == current_edition().version
    assert any("2001-01-01" in problem for problem in edition.snapshot.problems)


def test_whoever_asks_an_edition_gives_it_first():
    """Callers hold an edition and pass it on: only edition.py looks up what is published."""
    for found in pkgutil.iter_modules(editions.__path__):
        module = import_module(f"editions.{found.name}")
        if found.name == "edition":
            continue
        assert "current_version" not in inspect.getsource(module), found.name
        assert "current_edition" not in inspect.getsource(module), found.name
        for name, function in inspect.getmembers(module, inspect.isfunction):
            names = list(inspect.signature(function).parameters)
            if function.__module__ == module.__name__ and "edition" in names:
                assert names[0] == "edition", f"{found.name}.{name}"


def test_editions_do_without_streamlit():
    modules = [f"editions.{found.name}" for found in pkgutil.iter_modules(editions.__path__)]
    code = f"import sys, importlib; [importlib.import_module(each) for each in {modules}]; print('streamlit' in sys.modules)"
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert output.stdout.strip() == "False"


def test_the_published_version_is_read_from_disk_once_per_question(monkeypatch: pytest.MonkeyPatch):
    reads = []
    monkeypatch.setattr(snapshots, "current_version", lambda: reads.append(1) or "")
    edition = current_edition()
    for _ in range(3):
        values(edition, "wb-meldingen", level=Level.MUNICIPALITY)
        assert edition.newest
    assert reads == [1]


def test_two_folders_with_a_version_of_the_same_name_have_their_own_figures(tmp_path, monkeypatch):
    editions = []
    for folder, times in (("one", 1), ("other", 2)):
        made_up.write(tmp_path / folder, periods=1, times=times)
        monkeypatch.setenv("HGIB_DATA", str(tmp_path / folder))
        editions.append(current_edition())
    first, second = editions
    assert first.version == second.version
    assert second.observations["value"].sum() > first.observations["value"].sum()
