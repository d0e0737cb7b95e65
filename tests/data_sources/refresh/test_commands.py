"""What an operator types and reads; the commands run as processes do, but in this one."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from data_sources import changes, versions
from data_sources.__main__ import main
from data_sources.cbs import DoorName
from data_sources.refresh import progress
from data_sources.refresh.background import start_when_old
from data_sources.refresh.console import Console
from data_sources.snapshots import load
from data_sources.versions import EMBEDDED_VERSION
from tests.data_sources.refresh.conftest import BY_ID, OTHER, TABLE, fingerprint


def test_refresh_says_what_it_published_in_what_time_and_memory(tmp_path, service, capsys) -> None:
    code = main(["refresh", "--data", str(tmp_path), "--service", service.url, "--table", OTHER])
    printed = capsys.readouterr()
    assert code == 0
    assert f"[1/1] {OTHER}: 2.904 cellen" in printed.err
    assert f"Gepubliceerd: versie {load(tmp_path).version}" in printed.out
    assert "Duur: " in printed.out
    assert "Meeste geheugen: " in printed.out


def test_the_memory_of_a_refresh_is_not_that_of_the_program_that_started_it() -> None:
    measure = "from data_sources.refresh.outcome import peak_memory_mb; print(peak_memory_mb())"
    memory_here = bytearray(600_000_000)
    child = subprocess.run([sys.executable, "-c", measure], capture_output=True, text=True, check=True)
    assert 20 < float(child.stdout) < 500 < len(memory_here) / 1e6


def test_refresh_names_the_tables_that_kept_old_figures_and_ends_with_1(data_dir, service, capsys) -> None:
    service.change(TABLE, "negative")
    code = main(["refresh", "--data", str(data_dir), "--service", service.url, "--table", TABLE, OTHER])
    printed = capsys.readouterr()
    assert code == 1
    assert f"Oude cijfers voor {TABLE}: " in printed.out
    assert "OUDE CIJFERS BLIJVEN STAAN" in printed.err


def test_a_second_refresh_at_the_same_time_is_told_so(data_dir, service, capsys) -> None:
    with versions.locked(data_dir):
        code = main(["refresh", "--data", str(data_dir), "--service", service.url, "--table", OTHER])
    assert code == 1
    assert "er loopt al een verversing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "er ontbreekt iets"),
        (["ververs"], "onbekende keuze"),
        (["refresh", "--table", "12345NED"], "onbekende keuze: '12345NED'"),
        (["refresh", "--service", "opendata.cbs.nl"], "geen adres"),
        (["refresh", "--if-older-than", "week"], "geen leeftijd"),
        (["status", "--yaml"], "onbekende opties"),
        (["refresh", "--door", "v5"], "onbekende keuze: 'v5'"),
        (["import"], "er ontbreekt iets"),
    ],
)
def test_wrong_use_ends_with_2_and_a_dutch_hint(arguments, words, capsys) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    printed = capsys.readouterr().err
    assert words in printed
    assert printed.startswith("gebruik:")


def test_young_figures_are_not_fetched_again(data_dir, service, capsys) -> None:
    before = fingerprint(data_dir)
    command = ["refresh", "--data", str(data_dir), "--service", service.url, "--table", OTHER, "--if-older-than"]
    assert main([*command, "7d"]) == 0
    assert "nog nieuw genoeg" in capsys.readouterr().out
    assert service.requests == []
    assert fingerprint(data_dir) == before
    assert main([*command, "0m"]) == 0
    assert service.requests


def test_status_tells_people_and_scripts_the_same(data_dir, capsys) -> None:
    assert main(["status", "--data", str(data_dir), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == load(data_dir).version
    assert found["embedded"] is False
    assert -60 <= found["age_seconds"] < 3600
    entry = next(one for one in found["tables"] if one["id"] == TABLE)
    assert (entry["rows"], entry["regions"], entry["modified"]) == (22464, 52, "2026-03-31T02:00:00")
    assert entry["periods"] == ["2023HJ01", "2023HJ02", "2023JJ00"]
    assert main(["status", "--data", str(data_dir)]) == 0
    text = capsys.readouterr().out
    assert found["version"] in text
    assert "22.464" in text
    assert "2026-03-31T02:00:00" in text


def test_status_without_any_refresh_shows_the_embedded_figures(tmp_path, capsys) -> None:
    assert main(["status", "--data", str(tmp_path)]) == 0
    assert "meegeleverde cijfers" in capsys.readouterr().out


def test_versions_and_rollback_show_which_one_is_in_use(data_dir, service, capsys) -> None:
    first = load(data_dir).version
    main(["refresh", "--data", str(data_dir), "--service", service.url, "--table", OTHER, "--reread"])
    capsys.readouterr()
    main(["versions", "--data", str(data_dir)])
    assert f"→ {load(data_dir).version}" in capsys.readouterr().out
    assert main(["rollback", "--data", str(data_dir)]) == 0
    assert f"Terug naar versie {first}" in capsys.readouterr().out
    assert main(["rollback", "--data", str(data_dir)]) == 0
    assert main(["rollback", "--data", str(data_dir)]) == 1
    main(["versions", "--data", str(data_dir)])
    assert f"→ {EMBEDDED_VERSION}  meegeleverde cijfers" in capsys.readouterr().out


def test_changes_tells_old_and_new_values(data_dir, service, capsys) -> None:
    service.change(OTHER, "revised")
    main(["refresh", "--data", str(data_dir), "--service", service.url, "--table", OTHER])
    capsys.readouterr()
    version = load(data_dir).version
    assert main(["changes", version, "--data", str(data_dir)]) == 0
    assert "44 cijfers zijn herzien" in capsys.readouterr().out
    log = changes.read(data_dir, version)
    table = log.table(OTHER)
    assert table.revised == 44
    assert table.revised_per_region == {"VT27": 44}
    assert {one.new - one.old for one in table.largest} == {5}
    assert changes.revised(log, table_id=OTHER) == 44
    assert changes.revised(log, table_id=TABLE) == 0


def test_changes_names_new_and_lost_periods_and_places(tmp_path, service, capsys) -> None:
    main(["refresh", "--data", str(tmp_path), "--service", service.url, "--table", TABLE])
    table = changes.read(tmp_path, load(tmp_path).version).table(TABLE)
    assert table.new_periods == ("2023HJ01", "2023HJ02")
    assert table.lost_periods == ("2020JJ00", "2025HJ01")
    assert table.firm_periods == ("2023JJ00",)
    assert "GM0003" in table.new_regions
    assert "GM0080" in table.lost_regions
    text = " ".join(changes.sentences(table, name=lambda code: f"plaats {code}"))
    assert "Nu definitief: cijfers over 2023." in text
    assert "Verdwenen gebieden: plaats GM0080" in text
    assert capsys.readouterr().out


def test_an_unknown_version_is_named(data_dir, capsys) -> None:
    assert main(["changes", "2020-01-01T000000Z", "--data", str(data_dir)]) == 1
    assert "2020-01-01T000000Z" in capsys.readouterr().err


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_and_a_file_gets_plain_lines() -> None:
    shown = {}
    for name, stream in (("terminal", _Terminal()), ("file", io.StringIO())):
        console = Console(stream)
        console.table(BY_ID[OTHER], number=1, total=2)
        console.period(1, 3)
        console.period(3, 3)
        console.waiting("geen verbinding; nieuwe poging over 2 s")
        console.good(BY_ID[OTHER], rows=1452, remarks=["iets vreemds"], door=DoorName.V4)
        shown[name] = stream.getvalue()
    assert "\r" in shown["terminal"]
    assert "perioden" in shown["terminal"]
    assert "geen verbinding; nieuwe poging over 2 s" in shown["terminal"]
    assert "\r" not in shown["file"]
    assert shown["file"].splitlines() == [
        f"[1/2] {OTHER}: 1.452 cellen via OData v4. {BY_ID[OTHER].title}",
        "        let op: iets vreemds",
    ]


def test_the_app_starts_a_refresh_beside_itself_when_the_figures_are_old(tmp_path, service, monkeypatch) -> None:
    monkeypatch.setenv("HGIB_SERVICE", service.url)
    monkeypatch.setenv("HGIB_REFRESH", "off")
    assert start_when_old(tmp_path) is None
    monkeypatch.delenv("HGIB_REFRESH")
    process = start_when_old(tmp_path)
    assert process.wait(timeout=120) == 0
    assert not load(tmp_path).embedded
    assert progress.read(tmp_path).stage is progress.Stage.PUBLISHED
    assert start_when_old(tmp_path) is None
