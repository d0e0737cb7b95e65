"""Settings are read once, and every run of a page still sends the theme of .streamlit/config.toml."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime.app_session import _populate_theme_msg

from web import fixed_settings

ROOT = Path(__file__).resolve().parents[2]


def theme() -> CustomThemeConfig:
    """What Streamlit puts in the first message of a run."""
    made = CustomThemeConfig()
    _populate_theme_msg(made, "theme.light")
    return made


def test_the_theme_is_the_same_and_the_settings_are_not_gone_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_options_for_section", fixed_settings._read)  # put back afterwards
    plainly = theme()
    fixed_settings.install()
    assert theme() == plainly
    wanted = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["theme"]["light"]
    assert plainly.primary_color == wanted["primaryColor"]

    def never() -> None:
        pytest.fail("the settings are gone through again")

    monkeypatch.setattr(config, "get_config_options", never)
    assert theme() == plainly


def test_what_a_caller_changes_stays_its_own() -> None:
    fixed_settings._options("theme.dark").clear()
    assert fixed_settings._options("theme.dark")
