"""Whatever way the figures come, they are the same; and whatever way is shut, another one is taken and named."""

from __future__ import annotations

import json
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest

from data_sources import changes
from data_sources.__main__ import main
from data_sources.cbs import CbsRefusedError
from data_sources.cbs.bulk_csv import BulkCsv
from data_sources.observation import KEY
from data_sources.refresh.doors import DoorChoice
from data_sources.refresh.run import import_files
from data_sources.snapshots import load
from tests.cbs_service import v4
from tests.cbs_service.server import CbsService
from tests.data_sources.refresh.conftest import BY_ID, OTHER, TABLE, Listening, fingerprint

# no dimension, one, two; shares and groups; years alone
SOME = (TABLE, OTHER, "84852NED", "85361NED", "70072ned")


def cells(data_dir: Path) -> pd.DataFrame:
    """Every refreshed cell, in the order of its key."""
    rows = load(data_dir).observations
    rows = rows[rows["table"].isin(SOME) & rows["table"].isin(_fetched(data_dir))].astype(
        {name: "str" for name in rows if name not in {"value", "rounding"}}
    )
    return rows.sort_values(KEY).reset_index(drop=True)


def _fetched(data_dir: Path) -> list[str]:
    return [entry.id for entry in load(data_dir).manifest.tables if entry.fetched]


def zips(service: CbsService, folder: Path, *ids: str) -> list[Path]:
    """ZIP files as a browser downloads them."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{table_id}.zip" for table_id in ids or SOME]
    for path in paths:
        path.write_bytes(v4.csv_zip(service.tables[path.stem]))
    return paths


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


# files that were handed over


def test_an_import_has_the_checks_the_versions_and_the_changelog_of_a_refresh(service, data_dir, tmp_path) -> None:
    service.change(OTHER, "revised")
    service.change(TABLE, "negative")
    outcome = import_files(data_dir, zips(service, tmp_path / "zips", TABLE, OTHER), listener=Listening())
    assert "onder nul" in outcome.refused[TABLE]
    revised = changes.read(data_dir, outcome.version).table(OTHER).revised_per_region
    assert set(revised) == {"VT27"}
    assert load(data_dir).version == outcome.version
    entry = load(data_dir).manifest.table(OTHER)
    assert (entry.door, entry.modified) == ("csv", "2026-04-01T02:00:00")


@pytest.mark.parametrize("name", ["84853NED.zip", "84853ned (1).zip", "CBS-84853NED-nl.zip"])
def test_the_name_of_a_file_tells_its_table(service, tmp_path, name, capsys) -> None:
    (path,) = zips(service, tmp_path / "zips", OTHER)
    path = path.rename(path.with_name(name))
    assert main(["import", str(path), "--data", str(tmp_path / "data")]) == 0
    assert f"Via het ZIP-bestand van het CBS: {OTHER}." in capsys.readouterr().out


def _without(path: Path, name: str) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist() if one != name}
    with zipfile.ZipFile(path, "w") as archive:
        for one, body in parts.items():
            archive.writestr(one, body)


def _with(path: Path, name: str, body: bytes) -> None:
    _without(path, name)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)


BAD = {
    "geen ZIP-bestand": lambda path: path.write_bytes(b"%PDF-1.7 geen tabel"),
    "bestaat niet": lambda path: path.unlink(),
    "ontbreekt 'Observations.csv'": lambda path: _without(path, "Observations.csv"),
    "ontbreekt 'Dimensions.csv'": lambda path: _without(path, "Dimensions.csv"),
    "ontbreekt 'UitkomstenCodes.csv'": lambda path: _without(path, "UitkomstenCodes.csv"),
    "'MeasureCodes.csv' in 84853NED.zip is beschadigd": lambda path: _with(path, "MeasureCodes.csv", b'"Identifier";"\xff'),
    "'Observations.csv' in 84853NED.zip is beschadigd": lambda path: _with(path, "Observations.csv", b'"Id"\r\n"1"\r\n'),
    "geen ZIP-bestand. Download": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "bij iets.zip is niet te zien van welke tabel": lambda path: path.rename(path.with_name("iets.zip")),
}  # fmt: skip


@pytest.mark.parametrize("words", BAD)
def test_a_file_that_is_no_table_is_named_with_what_to_do(service, data_dir, tmp_path, words, capsys) -> None:
    before = fingerprint(data_dir)
    (path,) = zips(service, tmp_path / "zips", OTHER)
    BAD[words](path)
    path = path if path.exists() else next(iter(path.parent.iterdir()), path)
    assert main(["import", str(path), "--data", str(data_dir)]) == 1
    printed = capsys.readouterr()
    assert words in printed.err + printed.out
    assert "Traceback" not in printed.err
    assert fingerprint(data_dir) == before


def test_a_damaged_file_is_refused_or_gives_the_same_figures(service, tmp_path) -> None:
    (path,) = zips(service, tmp_path / "zips", OTHER)
    whole, where = path.read_bytes(), [("Perioden", "2023JJ00")]
    chance, refused = random.Random(4), 0

    def figures() -> list[dict]:
        with BulkCsv({OTHER: path}) as door:
            keys = [row["Key"] for row in door.properties(OTHER) if row["Key"]]
            return door.rows(OTHER, select=keys, where=where)

    sound = figures()
    for _ in range(100):
        at = chance.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
        refused += 1
        with suppress(CbsRefusedError):
            assert figures() == sound
            refused -= 1
    assert refused > 50


def test_a_zip_bomb_is_not_unpacked(service, data_dir, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("data_sources.cbs.bulk_csv.LARGEST_ZIP", 2**26)
    (path,) = zips(service, tmp_path / "zips", OTHER)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("x.csv", "w", force_zip64=True) as file,
    ):
        for _ in range(65):
            file.write(bytes(2**20))
    assert path.stat().st_size < 2**20
    assert main(["import", str(path), "--data", str(data_dir)]) == 1
    assert "pakt uit tot veel meer dan een tabel van dit beeld" in capsys.readouterr().err


def test_two_files_of_one_table_are_one_too_many(service, tmp_path, capsys) -> None:
    (path,) = zips(service, tmp_path / "zips", OTHER)
    twin = path.with_name(f"{OTHER} (1).zip")
    twin.write_bytes(path.read_bytes())
    assert main(["import", str(path), str(twin), "--data", str(tmp_path / "data")]) == 1
    assert "allebei van tabel" in capsys.readouterr().err


def test_a_sample_is_not_taken_for_a_table(service, data_dir, tmp_path, capsys) -> None:
    before = fingerprint(data_dir)
    saved = str(tmp_path / "saved")
    main(["verify", "--service", service.url, "--save", saved, "--table", OTHER])
    assert main(["import", saved, "--data", str(data_dir)]) == 1
    assert "bevat een proef en geen hele tabellen" in capsys.readouterr().err
    assert fingerprint(data_dir) == before


def test_a_folder_without_answers_is_named(tmp_path, capsys) -> None:
    assert main(["import", str(tmp_path), "--data", str(tmp_path / "data")]) == 1
    assert "geen bewaarde antwoorden" in capsys.readouterr().err


def test_texts_over_several_lines_and_decimal_commas_are_read(service, tmp_path) -> None:
    (path,) = zips(service, tmp_path / "zips", "85361NED")
    with zipfile.ZipFile(path) as archive:
        assert archive.read("MeasureCodes.csv")[:3] == b"\xef\xbb\xbf"
        assert b"tekst\r\nover twee regels" in archive.read("MeasureCodes.csv")
        assert b";34,7;" in archive.read("Observations.csv")
    with BulkCsv({"85361NED": path}) as door:
        shares = [row["Key"] for row in door.properties("85361NED") if row.get("Unit") == "%"]
        rows = door.rows("85361NED", select=["RegioS", "Perioden", *shares], where=[("Perioden", "2023JJ00")])
        assert 34.7 in {row[key] for row in rows for key in shares}
        with pytest.raises(CbsRefusedError, match="geen bestand van deze tabel"):
            door.info(TABLE)
