"""The files of deploy/ say what they promise, and their linters agree."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from site_map import FEEDS, PACKS, SHEETS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx" / "beeld.conf").read_text(encoding="utf-8")
UNITS = sorted((DEPLOY / "systemd").iterdir())
_BIN = Path(sys.executable).parent


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("name", ["Containerfile", "Containerfile.nginx"])
def test_hadolint_has_nothing_to_say_about_the_container_files(name):
    found = run(_BIN / "hadolint", DEPLOY / name)
    assert (found.returncode, found.stdout) == (0, "")


def test_compose_lint_passes_the_compose_file():
    found = run(_BIN / "compose-lint", DEPLOY / "compose.yaml")
    assert found.returncode == 0, found.stdout


def test_the_compose_file_follows_the_schema_of_compose_files():
    found = run(_BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")
    assert found.returncode == 0, found.stdout


def test_the_compose_file_has_the_same_parts_as_one_machine():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert set(services) == {"a", "b", "refresh", "nginx"}
    assert services["a"]["volumes"] == services["b"]["volumes"] == ["figures:/data:ro"], "workers only read the figures"


@pytest.mark.parametrize("folder", [SHEETS, f"/en{SHEETS}", PACKS, FEEDS])
def test_the_log_of_nginx_leaves_out_what_stands_in_the_folder_of_a_place(folder):
    kinds = re.search(r'"~\*\^/\(\?<logged_folder>([^)]+)\)/\."', NGINX)[1].split("|")
    assert folder.removeprefix("/") in kinds
    assert "$uri " not in re.search(r"log_format beeld '([^']+)'", NGINX)[1]


@pytest.mark.parametrize("unit", UNITS, ids=[unit.name for unit in UNITS])
def test_systemd_accepts_the_units(unit):
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("this machine has no systemd-analyze")
    said = run(program, "verify", unit)
    assert (said.returncode, said.stderr) == (0, "")


def test_a_running_process_keeps_the_release_it_started_from_when_the_link_moves():
    for unit in UNITS:
        if unit.suffix == ".service":
            start = re.search(r"^ExecStart=(.*)$", unit.read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
            assert '"$(readlink -f /opt/beeld)/.venv/bin/python"' in start


def test_every_worker_is_started_with_the_same_switches_as_make_run():
    wanted = {
        "--ws web.websocket.coalescing_transport:CoalescingProtocol",
        "--ws-ping-interval 30",
        "--ws-ping-timeout 30",
        "--no-access-log",
    }
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    unit = (DEPLOY / "systemd" / "beeld@.service").read_text(encoding="utf-8")
    container = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace('", "', " ")
    for text in (makefile, unit, container):
        assert all(switch in text for switch in wanted)


def test_the_log_holds_no_address_query_referrer_or_browser_of_a_reader():
    log_format = re.search(r"log_format beeld (.*?);", NGINX, flags=re.DOTALL)[1]
    allowed = {
        "time_iso8601",
        "request_method",
        "logged_path",
        "status",
        "body_bytes_sent",
        "request_time",
        "upstream_response_time",
    }
    assert set(re.findall(r"\$(\w+)", log_format)) == allowed
    assert re.findall(r"access_log \S+ (\w+);", NGINX) == ["beeld"]
    assert "error_log /var/log/nginx/beeld-error.log crit;" in NGINX, "lower levels write addresses and query strings"


def test_the_cookie_of_the_worker_holds_the_name_of_the_worker_and_nothing_else():
    assert set(re.findall(r'"(werker=[^;]+);', NGINX)) == {"werker=$worker"}
    assert re.search(r"map \$cookie_werker \$known_worker \{\s+default \"\";\s+a a;\s+b b;\s+\}", NGINX)


def test_what_nginx_says_by_itself_is_dutch_and_names_the_help_line():
    for page in (DEPLOY / "nginx" / "beeld-html").iterdir():
        text = page.read_text(encoding="utf-8")
        assert 'lang="nl"' in text
        assert "0800-2000" in text
        assert "<title>Cijfers per gemeente</title>" in text, "others may see the tab"


def test_the_container_holds_every_room_of_the_app():
    project = tomllib.loads((DEPLOY.parent / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = set(project["tool"]["importlinter"]["root_packages"]) - {"tools"}  # what people run, the app never
    copied = re.findall(r"^COPY (.+) \./", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert names >= {*rooms, "app.py", "site_map.py", "upload_gate.py"}
