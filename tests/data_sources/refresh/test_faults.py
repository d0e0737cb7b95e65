"""Whatever goes wrong on the way: the version in use stays byte for byte, and the message names the table."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import resource
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from data_sources import versions
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh import progress
from data_sources.refresh.run import refresh
from data_sources.snapshots import load
from tests.data_sources.refresh.conftest import BY_ID, OTHER, TABLE, Listening, fingerprint

ANSWERS = {
    "truncated": "brak halverwege af",
    "half_json": "onvolledig",
    "html": "HTML",
    "not_odata": "geen OData",
    "404": "404",
    "403": "403",
    "429": "429",
    "500": "500",
    "reset": "geen verbinding",
}
CHANGES = {
    "shrunk": "--accept-shrink",
    "parts_do_not_add_up": "provincies tellen niet op tot Nederland",
    "empty": "geen enkel cijfer",
    "no_rows": "geen enkel cijfer",
    "negative": "onder nul",
    "no_regions": "de tabel heeft geen kolom voor regio's",
}


def assert_kept(data_dir, before, outcome, listening, words) -> None:
    assert outcome.version is None
    assert words in outcome.refused[TABLE]
    assert any(line.startswith(f"bad {TABLE}: ") and words in line for line in listening.lines)
    assert fingerprint(data_dir) == before
    assert progress.read(data_dir).stage is progress.Stage.FAILED
    assert TABLE in progress.read(data_dir).reason


@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("entity", ["DataProperties", "TypedDataSet"])
def test_a_bad_answer_leaves_the_old_version(again, data_dir, service, listening, kind, entity) -> None:
    before = fingerprint(data_dir)
    service.fault(TABLE, kind, entity=entity)
    assert_kept(data_dir, before, again(data_dir, TABLE), listening, ANSWERS[kind])


def test_an_answer_that_does_not_come_leaves_the_old_version(again, data_dir, service, listening) -> None:
    before = fingerprint(data_dir)
    service.fault(TABLE, "slow", entity="TypedDataSet", seconds=1)
    outcome = again(data_dir, TABLE, patience={"read_timeout_s": 0.3, "attempts": 1})
    assert_kept(data_dir, before, outcome, listening, "geen antwoord binnen")


@pytest.mark.parametrize("change", CHANGES)
def test_a_table_whose_figures_cannot_be_right_leaves_the_old_version(
    again, data_dir, service, listening, change
) -> None:
    before = fingerprint(data_dir)
    service.change(TABLE, change)
    assert_kept(data_dir, before, again(data_dir, TABLE), listening, CHANGES[change])


def test_a_table_that_changes_while_it_is_read_leaves_the_old_version(again, data_dir, service, listening) -> None:
    before = fingerprint(data_dir)
    original = service.tables[TABLE]
    changed = iter(["2026-03-31T02:00:00", "2026-10-24T02:00:00"])
    object.__setattr__(original, "infos", lambda: [type(original).infos(original)[0] | {"Modified": next(changed)}])
    try:
        assert_kept(data_dir, before, again(data_dir, TABLE), listening, "tijdens het ophalen")
    finally:
        object.__delattr__(original, "infos")


def test_a_fault_that_passes_is_no_fault(again, data_dir, service) -> None:
    service.fault(TABLE, "503", times=1)
    service.fault(TABLE, "truncated", entity="TypedDataSet", times=1)
    assert again(data_dir, TABLE, patience={"attempts": 4}).complete


def test_a_service_that_is_down_is_not_waited_for_table_after_table(again, data_dir, service) -> None:
    before = fingerprint(data_dir)
    for table_id in service.tables:
        service.fault(table_id, "503")
    outcome = again(data_dir, patience={"attempts": 4})
    assert len(outcome.refused) == len(REFRESHED_TABLES)
    assert len(service.requests) == 2 * (4 + len(REFRESHED_TABLES) - 1)  # through both doors
    assert fingerprint(data_dir) == before


def test_a_smaller_table_is_published_when_the_operator_says_so(again, data_dir, service) -> None:
    service.change(TABLE, "shrunk")
    assert again(data_dir, TABLE, accept_shrink=True).complete
    assert load(data_dir).manifest.table(TABLE).rows < 22_000


def test_one_bad_table_keeps_its_old_rows_while_the_others_are_published(again, data_dir, service) -> None:
    before = load(data_dir)
    old_files = fingerprint(data_dir)
    service.change(TABLE, "negative")
    service.change(OTHER, "revised")
    outcome = again(data_dir, TABLE, OTHER)
    assert list(outcome.refused) == [TABLE]
    after = load(data_dir)
    assert after.version == outcome.version != before.version
    assert after.manifest.table(TABLE) == before.manifest.table(TABLE)
    assert after.manifest.table(OTHER).sha256 != before.manifest.table(OTHER).sha256
    rows = [found.observations.query(f"table == '{TABLE}'").astype("str") for found in (before, after)]
    pd.testing.assert_frame_equal(*(one.reset_index(drop=True) for one in rows))
    del old_files["current"]
    assert old_files.items() <= fingerprint(data_dir).items()
    log = json.loads((data_dir / "versions" / after.version / versions.CHANGES).read_text())
    assert [one["id"] for one in log["refused"]] == [TABLE]


def test_a_clock_before_the_newest_version_publishes_nothing(again, data_dir) -> None:
    before = fingerprint(data_dir)
    with pytest.raises(versions.VersionsError, match="de klok van deze computer staat op 2025-01-01"):
        again(data_dir, TABLE, clock=lambda: datetime(2025, 1, 1, tzinfo=UTC))
    assert fingerprint(data_dir) == before
    assert "klok" in progress.read(data_dir).reason


def test_a_clock_that_is_years_behind_is_noticed_without_any_version(again, tmp_path) -> None:
    outcome = again(tmp_path, TABLE, clock=lambda: datetime(2021, 1, 1, tzinfo=UTC))
    assert outcome.version is None
    assert "klok" in outcome.refused[TABLE]
    assert load(tmp_path).embedded


def test_two_refreshes_exclude_each_other(again, data_dir) -> None:
    before = fingerprint(data_dir)
    with versions.locked(data_dir), pytest.raises(versions.BusyError, match="er loopt al een verversing"):
        again(data_dir, TABLE)
    assert fingerprint(data_dir) == before
    assert again(data_dir, OTHER).complete


def test_whoever_asks_whether_a_refresh_runs_does_not_stop_one(again, data_dir) -> None:
    assert not versions.is_locked(data_dir)
    assert again(data_dir, OTHER).complete
    with versions.locked(data_dir):
        assert versions.is_locked(data_dir)


def _hold_the_lock(data_dir, ready) -> None:
    with versions.locked(data_dir):
        ready.set()
        while True:
            os.sched_yield()


def _full_disk(data_dir, url, limit, answers) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        outcome = refresh(
            data_dir, service=Service.at(url), listener=Listening(), tables=[BY_ID[TABLE], BY_ID[OTHER]], reread=True
        )
        answers.put(f"published {outcome.version}")
    except versions.VersionsError as error:
        answers.put(str(error))


@pytest.fixture(scope="module")
def processes():
    # a fork server would be shared with, and outlive, whatever else this test process has started
    return multiprocessing.get_context("spawn")


def test_the_lock_of_a_killed_process_is_free(again, data_dir, processes) -> None:
    ready = processes.Event()
    holder = processes.Process(target=_hold_the_lock, args=(data_dir, ready))
    holder.start()
    assert ready.wait(30)
    with pytest.raises(versions.BusyError):
        again(data_dir, OTHER)
    holder.kill()
    holder.join()
    assert again(data_dir, OTHER).complete


@pytest.mark.parametrize("limit", [0, 200, 4_000, 30_000, 70_000])
def test_a_full_disk_leaves_the_old_version(data_dir, service, processes, limit) -> None:
    before = fingerprint(data_dir)
    answers = processes.Queue()
    child = processes.Process(target=_full_disk, args=(data_dir, service.url, limit, answers))
    child.start()
    said = answers.get(timeout=60)
    child.join()
    assert "de schijf is vol" in said, said
    assert fingerprint(data_dir) == before
    assert load(data_dir).problems == ()


def test_a_failing_disk_of_another_kind_is_not_called_full(again, data_dir, monkeypatch) -> None:
    def broken(*_args, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("data_sources.refresh.publish.writing", broken)
    before = fingerprint(data_dir)
    with pytest.raises(OSError, match="Input/output error"):
        again(data_dir, OTHER)
    assert fingerprint(data_dir) == before


def test_the_age_of_a_version_from_the_future_does_not_stop_refreshes(data_dir) -> None:
    from data_sources.status import is_older

    week = timedelta(days=7)
    assert not is_older(data_dir, than=week)
    assert is_older(data_dir, than=week, now=datetime.now(UTC) + timedelta(days=8))
    assert is_older(data_dir, than=week, now=datetime(2020, 1, 1, tzinfo=UTC))
