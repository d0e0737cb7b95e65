"""HGIB_PATCHES switches all patches off, or some by name; what replaces nothing leaves Streamlit as it came."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from web import patches

ROOM, SOCKET = ROOT / "web" / "patches", ROOT / "web" / "websocket"
ELSEWHERE = {"first_answer": ROOT / "web" / "first_answer.py"}
REPLACED = """
import app
from streamlit import delta_generator
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
replaced = [f for f in (AppSession.handle_backmsg, AppSession._on_scriptrunner_event, AppSession.flush_browser_queue,
    Runtime._send_message) if not f.__module__.startswith("streamlit.")]
print(len(replaced), delta_generator._use_warning_has_been_displayed,
      [one.cls.__name__ for one in app.app._user_middleware])
"""


def module_of(name: str) -> Path:
    places = [ROOM / f"{name}.py", SOCKET / f"{name}.py", SOCKET / f"{name}.js", ELSEWHERE.get(name, ROOM / "-")]
    return next(path for path in places if path.exists())


def test_a_setting_names_what_is_off():
    assert patches.switched_on("") == patches.switched_on("on") == set(patches.NAMES)
    assert patches.switched_on("off") == set()
    assert patches.switched_on("-preload, -prompt_check") == set(patches.NAMES) - {"preload", "prompt_check"}


@pytest.mark.parametrize("setting", ["none", "-promptcheck", "preload"])
def test_a_setting_that_is_not_known_stops_the_start_and_says_what_is(setting):
    with pytest.raises(patches.UnknownPatchError, match=r"prompt_check"):
        patches.switched_on(setting)


@pytest.mark.parametrize(("setting", "replaced"), [("off", "0 False ['SiteMiddleware']"), ("", "4 True")])
def test_off_replaces_nothing_and_on_replaces_all(setting, replaced):
    answer = subprocess.run(
        [sys.executable, "-c", REPLACED],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "HGIB_PATCHES": setting},
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert answer.stdout.startswith(replaced)


@pytest.mark.parametrize("name", patches.NAMES)
def test_each_names_its_upstream_issue_bar_test_and_measurement(name):
    text = module_of(name).read_text(encoding="utf-8")
    head = text.split('"""')[1] if module_of(name).suffix == ".py" else text[:1200]
    for part in ("Upstream:", "Test: ", "make bench NAMES=patches"):
        assert part in head, (name, part)
    assert "Bar" in head or "Serves" in head
    test = head.split("Test: ")[1].split()[0].rstrip(".")
    assert (ROOT / test).is_file(), test
    assert f"`{name}`" in (ROOM / "README.md").read_text(encoding="utf-8")


def test_every_module_of_the_room_is_a_patch_with_a_name():
    assert {path.stem for path in ROOM.glob("*.py")} - {"__init__"} <= set(patches.NAMES)
