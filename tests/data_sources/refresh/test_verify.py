"""The doctor looks at every table and changes nothing: a service, a folder it saved, recorded answers."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from data_sources.__main__ import main
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.refresh.verify import Report, TableReport, TableVerdict
from data_sources.refresh.verify_text import line_to_send
from tests.data_sources.refresh.conftest import OTHER, TABLE, fingerprint

TWO = ("--table", TABLE, OTHER)


def last_line(text: str) -> str:
    return text.strip().splitlines()[-1]


def paragraph(text: str, table_id: str) -> str:
    return next(part for part in text.split("\n\n") if part.startswith(f"{table_id}  "))


def test_every_table_is_looked_at_with_few_rows_and_nothing_changes(service, data_dir, capsys, monkeypatch) -> None:
    before = fingerprint(data_dir)
    monkeypatch.setenv("HGIB_DATA", str(data_dir))
    assert main(["verify", "--service", service.url]) == 0
    text = capsys.readouterr().out
    for table in REFRESHED_TABLES:
        assert re.search(rf"^{table.id} +past", text, re.MULTILINE)
    assert "11 tabellen" not in text
    assert last_line(text).startswith("Stuur deze regel: verify 20")
    assert "OData v3: " in last_line(text)
    assert fingerprint(data_dir) == before
    rows = [path for path in service.requests if "TypedDataSet" in path]
    assert len(rows) <= 4 * len(REFRESHED_TABLES)
    assert all("filter" in path for path in rows)


def test_a_paragraph_tells_what_would_be_published(service, capsys) -> None:
    main(["verify", "--service", service.url, *TWO])
    text = paragraph(capsys.readouterr().out, TABLE)
    assert "Een refresh zou deze tabel publiceren." in text
    assert "Maten: Gestarte adviezen (advice); Ontvangen meldingen (reports)" in text
    assert "Onderdelen: KenmerkenAdviezenMeldingen 36." in text
    assert re.search(r"Nederland, 2023: Gestarte adviezen \d+\.\d{3}; Ontvangen meldingen \d+\.\d{3}", text)


def test_a_table_that_would_be_refused_is_named_and_ends_with_1(service, capsys) -> None:
    service.change(TABLE, "negative")
    assert main(["verify", "--service", service.url, *TWO]) == 1
    text = capsys.readouterr().out
    assert re.search(
        rf"^{TABLE} +zou worden geweigerd +OData v3 +2026-04-01 +2023 – 2023-H2 \(3\) +52", text, re.MULTILINE
    )
    assert "onder nul" in paragraph(text, TABLE)
    assert f"1 zou worden geweigerd ({TABLE}: " in last_line(text)


def test_a_table_that_cannot_be_asked_is_named_with_the_reason(service, capsys) -> None:
    service.fault(TABLE, "403")
    assert main(["verify", "--service", service.url, *TWO]) == 1
    assert f"1 niet gelezen ({TABLE}: de dienst weigert het verzoek (403))" in last_line(capsys.readouterr().out)


def test_the_door_is_chosen_and_named(service, capsys) -> None:
    service.close("v3", "410")
    assert main(["verify", "--service", service.url, *TWO]) == 0
    text = capsys.readouterr().out
    assert "OData v4: " in last_line(text)
    assert f"let op: {TABLE}: OData v3 lukt niet" in text
    assert main(["verify", "--service", service.url, "--door", "v3", *TWO]) == 1


@pytest.mark.parametrize("door", ["v3", "v4"])
def test_a_saved_folder_tells_the_same_without_a_connection(service, tmp_path, capsys, door) -> None:
    saved = tmp_path / "saved"
    assert main(["verify", "--service", service.url, "--door", door, "--save", str(saved), *TWO]) == 0
    asked = capsys.readouterr().out
    service.close("v3")
    service.close("v4")
    service.requests.clear()
    assert main(["verify", "--from", str(saved)]) == 0
    read = capsys.readouterr().out
    assert service.requests == []
    for table_id in (TABLE, OTHER):
        assert paragraph(read, table_id) == paragraph(asked, table_id)
    names = {path.name for path in (saved / door / TABLE).iterdir()}
    shape = {"v3": {"TableInfos.json", "DataProperties.json"}, "v4": {"Properties.json", "Dimensions.json"}}
    assert shape[door] <= names
    assert all(isinstance(json.loads(path.read_text()), dict) for path in saved.rglob("*.json"))


@pytest.mark.parametrize("door", ["v3", "v4"])
def test_a_table_that_is_asked_for_its_totals_alone_is_read_back(service, tmp_path, capsys, door) -> None:
    saved = tmp_path / "saved"
    ask = ("--service", service.url, "--door", door, "--save", str(saved))
    assert main(["verify", *ask, "--table", "03759ned"]) == 0
    asked = capsys.readouterr().out
    assert main(["verify", "--from", str(saved)]) == 0
    read = capsys.readouterr().out
    assert paragraph(read, "03759ned") == paragraph(asked, "03759ned")


def test_whole_tables_have_their_date_and_places_too(service, tmp_path, capsys) -> None:
    assert main(["verify", "--service", service.url, "--save", str(tmp_path / "new"), "--whole", "--table", OTHER]) == 0
    assert re.search(
        rf"^{OTHER} +past +OData v3 +2026-\d\d-\d\d +2023 – 2023-H2 \(3\) +44", capsys.readouterr().out, re.MULTILINE
    )


def test_the_line_takes_tables_with_the_same_remark_together_and_tells_how_many() -> None:
    made = datetime(2026, 11, 29, tzinfo=UTC)
    tables = (
        TableReport("1NED", "Een", TableVerdict.FITS),
        TableReport("2NED", "Twee", TableVerdict.FITS),
        TableReport("3NED", "Drie", TableVerdict.REMARKS, remarks=("er is iets",)),
        TableReport("4NED", "Vier", TableVerdict.REMARKS, remarks=("er is iets",)),
        TableReport("5NED", "Vijf", TableVerdict.REFUSED, reason="er is niets"),
    )
    assert line_to_send(Report("adres", made, tables)) == (
        "verify 2026-11-29, geen deur: 2 passen; 2 passen, met opmerkingen (3NED, 4NED: er is iets); "
        "1 zou worden geweigerd (5NED: er is niets)."
    )


def test_what_cbs_prints_per_100_000_is_not_counted_as_a_measure_of_ours(service, capsys) -> None:
    main(["verify", "--service", service.url, "--table", TABLE])
    text = capsys.readouterr().out
    assert "2 van 2 (+ 2 per 100.000)" in text
    assert re.search(r"Ontvangen meldingen \d+ per 100\.000 inwoners", text)


def test_a_table_outside_our_list_is_read_or_has_one_sentence(service, tmp_path, capsys) -> None:
    saved = tmp_path / "saved"
    main(["verify", "--service", service.url, "--save", str(saved), "--table", OTHER])
    (saved / "v3" / OTHER).rename(saved / "v3" / "99999NED")
    without = saved / "v3" / "88888NED"
    without.mkdir()
    for path in (saved / "v3" / "99999NED").iterdir():
        (without / path.name).write_text(path.read_text().replace("GeoDimension", "Dimension"))
    capsys.readouterr()
    assert main(["verify", "--from", str(saved)]) == 0
    text = capsys.readouterr().out
    assert "de tabel is te lezen" in paragraph(text, "99999NED")
    assert re.search(r"de tabel heeft geen \w+ voor regio's", paragraph(text, "88888NED"))


def test_answers_are_only_saved_in_an_empty_folder(service, tmp_path, capsys) -> None:
    (tmp_path / "brief.txt").write_text("van iemand")
    assert main(["verify", "--service", service.url, "--save", str(tmp_path), "--table", OTHER]) == 1
    assert "is niet leeg; kies voor de antwoorden een nieuwe map" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


@pytest.mark.parametrize("text", ["{", '{"value": 1}', '["iets"]', "<html>"])
def test_a_saved_file_that_is_broken_is_named(service, tmp_path, capsys, text) -> None:
    saved = tmp_path / "saved"
    main(["verify", "--service", service.url, "--save", str(saved), "--table", OTHER])
    capsys.readouterr()
    (saved / "v3" / OTHER / "DataProperties.json").write_text(text)
    assert main(["verify", "--from", str(saved)]) == 1
    assert f"{OTHER}/DataProperties.json" in capsys.readouterr().out
