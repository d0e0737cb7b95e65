"""Files that were handed over: read with the checks of a refresh, or refused by name with what to do."""

from __future__ import annotations

import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from data_sources import changes
from data_sources.__main__ import main
from data_sources.cbs import CbsRefusedError
from data_sources.cbs.bulk_csv import BulkCsv
from data_sources.refresh.run import import_files
from data_sources.snapshots import load
from tests.data_sources.refresh.conftest import OTHER, TABLE, Listening, fingerprint, zips


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
