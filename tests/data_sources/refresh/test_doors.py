"""Whatever way the figures come, they are the same; and whatever way is shut, another one is taken and named."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from data_sources import changes
from data_sources.__main__ import main
from data_sources.observation import KEY
from data_sources.refresh.doors import DoorChoice
from data_sources.refresh.run import import_files
from data_sources.snapshots import load
from tests.cbs_service import v4
from tests.data_sources.refresh.conftest import BY_ID, OTHER, SOME, TABLE, Listening, fingerprint, zips

pytestmark = pytest.mark.slow


def cells(data_dir: Path) -> pd.DataFrame:
    """Every refreshed cell, in the order of its key."""
    rows = load(data_dir).observations
    rows = rows[rows["table"].isin(SOME) & rows["table"].isin(_fetched(data_dir))].astype(
        {name: "str" for name in rows if name not in {"value", "rounding"}}
    )
    return rows.sort_values(KEY).reset_index(drop=True)


def _fetched(data_dir: Path) -> list[str]:
    return [entry.id for entry in load(data_dir).manifest.tables if entry.fetched]


@pytest.fixture(scope="module")
def through_v3(running, tmp_path_factory) -> pd.DataFrame:
    from data_sources.cbs import Service
    from data_sources.refresh.run import refresh

    running.heal()
    folder = tmp_path_factory.mktemp("v3")
    outcome = refresh(
        folder,
        service=Service.at(running.url),
        listener=Listening(),
        door=DoorChoice.V3,
        tables=[BY_ID[one] for one in SOME],
    )
    assert outcome.complete
    assert set(outcome.doors.values()) == {"v3"}
    return cells(folder)


def test_v4_gives_the_same_table_cell_by_cell(again, tmp_path, service, through_v3) -> None:
    service.page_v4 = 5_000
    outcome = again(tmp_path, *SOME, door=DoorChoice.V4)
    service.page_v4 = v4.PAGE
    assert outcome.complete
    assert set(outcome.doors.values()) == {"v4"}
    pd.testing.assert_frame_equal(cells(tmp_path), through_v3)


def test_the_zip_files_of_cbs_give_the_same_table_cell_by_cell(service, tmp_path, through_v3) -> None:
    outcome = import_files(tmp_path / "data", zips(service, tmp_path / "files"), listener=Listening())
    assert outcome.complete
    assert set(outcome.doors.values()) == {"csv"}
    pd.testing.assert_frame_equal(cells(tmp_path / "data"), through_v3)


@pytest.mark.parametrize("door", ["v3", "v4"])
def test_a_folder_of_whole_saved_tables_gives_the_same_table_cell_by_cell(
    service, tmp_path, through_v3, door, capsys
) -> None:
    saved = str(tmp_path / "saved")
    assert main(["verify", "--service", service.url, "--door", door, "--save", saved, "--whole", "--table", *SOME]) == 0
    service.close("v3")
    service.close("v4")
    assert main(["import", saved, "--data", str(tmp_path / "data")]) == 0
    capsys.readouterr()
    pd.testing.assert_frame_equal(cells(tmp_path / "data"), through_v3)


@pytest.mark.parametrize("kind", ["reset", "404", "410", "html", "503"])
def test_a_closed_v3_is_passed_by_through_v4_and_that_is_said(
    again, tmp_path, service, listening, through_v3, kind
) -> None:
    service.close("v3", kind)
    outcome = again(tmp_path, TABLE, OTHER)
    assert outcome.complete
    assert outcome.doors == {TABLE: "v4", OTHER: "v4"} == listening.doors
    assert any(f"{TABLE}: OData v3 lukt niet (" in line and "via OData v4" in line for line in listening.lines)
    manifest = load(tmp_path).manifest
    assert {manifest.table(one).door for one in (TABLE, OTHER)} == {"v4"}
    assert {table.door for table in changes.read(tmp_path, outcome.version).tables} == {"v4"}
    expected = through_v3[through_v3["table"].isin([TABLE, OTHER])].reset_index(drop=True)
    pd.testing.assert_frame_equal(cells(tmp_path), expected)


def test_a_v3_that_nobody_answers_is_not_tried_first_for_every_table(again, tmp_path, service) -> None:
    service.close("v3")
    again(tmp_path, TABLE, OTHER, "70072ned")
    assert len([path for path in service.requests if "ODataFeed" in path]) == 2  # both tries of the first table


def test_one_table_that_is_gone_from_v3_does_not_move_the_others(again, tmp_path, service) -> None:
    service.fault(TABLE, "404", door="v3")
    assert again(tmp_path, TABLE, OTHER).doors == {TABLE: "v4", OTHER: "v3"}


def test_a_line_that_breaks_halfway_a_table_finishes_it_through_v4(again, tmp_path, service, through_v3) -> None:
    service.fault(TABLE, "truncated", entity="TypedDataSet", door="v3")
    outcome = again(tmp_path, TABLE)
    assert outcome.doors == {TABLE: "v4"}
    pd.testing.assert_frame_equal(cells(tmp_path), through_v3[through_v3["table"] == TABLE].reset_index(drop=True))


def test_a_table_of_another_shape_is_not_asked_for_at_the_other_door(again, data_dir, service) -> None:
    service.change(TABLE, "no_rows")
    assert again(data_dir, TABLE).refused
    assert not any("odata/v1" in path for path in service.requests)


def test_both_doors_shut_is_named_for_each(again, data_dir, service) -> None:
    before = fingerprint(data_dir)
    service.close("v3", "410")
    service.close("v4", "503")
    outcome = again(data_dir, TABLE)
    assert "OData v3: " in outcome.refused[TABLE]
    assert "(410)" in outcome.refused[TABLE]
    assert "OData v4: de dienst kan nu geen antwoord geven (503)" in outcome.refused[TABLE]
    assert fingerprint(data_dir) == before


def test_the_commands_say_which_door_was_taken(service, tmp_path, capsys) -> None:
    service.close("v3", "410")
    assert main(["refresh", "--service", service.url, "--data", str(tmp_path), "--table", OTHER]) == 0
    printed = capsys.readouterr()
    assert "cellen via OData v4" in printed.err
    assert f"Via OData v4: {OTHER}." in printed.out
    main(["status", "--data", str(tmp_path)])
    assert " v4 " in next(line for line in capsys.readouterr().out.splitlines() if line.startswith(OTHER))
    main(["changes", "--data", str(tmp_path)])
    assert "(via OData v4)" in capsys.readouterr().out


# what did not change at CBS


def test_a_table_that_cbs_did_not_change_costs_one_request(again, data_dir, service, listening) -> None:
    before = fingerprint(data_dir)
    outcome = again(data_dir, TABLE, OTHER, reread=False)
    assert outcome.complete
    assert outcome.version is None
    assert outcome.unchanged == (TABLE, OTHER)
    assert len(service.requests) == 2
    assert listening.lines[-1] == f"unchanged {OTHER}"
    assert fingerprint(data_dir) == before


def test_only_the_table_that_changed_is_fetched_and_the_others_stay(again, data_dir, service) -> None:
    before = load(data_dir)
    service.change(OTHER, "revised")
    outcome = again(data_dir, TABLE, OTHER, reread=False)
    assert outcome.complete
    assert outcome.unchanged == (TABLE,)
    after = load(data_dir)
    assert after.manifest.table(TABLE) == before.manifest.table(TABLE)
    assert after.manifest.table(OTHER).sha256 != before.manifest.table(OTHER).sha256


def test_figures_that_other_code_read_are_read_again(again, data_dir, monkeypatch) -> None:
    monkeypatch.setattr("data_sources.refresh.one_table.reading", lambda: "another")
    assert again(data_dir, OTHER, reread=False).version is not None


def test_figures_of_another_service_are_read_again(data_dir, service) -> None:
    path = next((data_dir / "versions").glob("*/manifest.json"))
    manifest = json.loads(path.read_text())
    for entry in manifest["tables"]:
        entry["service"] = "https://elders.example"
    path.write_text(json.dumps(manifest))
    assert main(["refresh", "--service", service.url, "--data", str(data_dir), "--table", OTHER]) == 0
    assert any("TypedDataSet" in path for path in service.requests)


def test_a_refresh_without_news_says_so_and_counts_as_asked(service, data_dir, capsys) -> None:
    command = ["refresh", "--service", service.url, "--data", str(data_dir), "--table", OTHER]
    assert main(command) == 0
    printed = capsys.readouterr()
    assert "Het CBS heeft geen nieuwere cijfers" in printed.out
    assert f"Ongewijzigd bij het CBS: {OTHER}." in printed.out
    assert "ongewijzigd" in printed.err
    for version in (data_dir / "versions").iterdir():
        version.rename(version.with_name("2026-01-01T000000Z"))
    (data_dir / "current").write_text("2026-01-01T000000Z\n")
    assert main([*command, "--if-older-than", "7d"]) == 0
    assert "nog nieuw genoeg" in capsys.readouterr().out


def test_rows_that_cbs_counts_and_did_not_send_are_named(again, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(
        "tests.cbs_service.server._listed", lambda table: {"Identifier": table.id, "RecordCount": 1_000_000}
    )
    assert again(tmp_path, OTHER).complete
    assert any("regels meer dan het stuurde" in note for note in load(tmp_path).manifest.table(OTHER).notes)
