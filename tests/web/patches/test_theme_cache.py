"""The theme is made once, and every run of a page still sends that of .streamlit/config.toml."""

import tomllib
from pathlib import Path

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from web.patches import theme_cache

ROOT = Path(__file__).resolve().parents[3]
SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


def whole_theme() -> CustomThemeConfig:
    """The theme as Streamlit puts it together for the first message of a run."""
    made = CustomThemeConfig()
    for section, part in zip(
        SECTIONS,
        (made, made.light, made.dark, made.sidebar, made.light.sidebar, made.dark.sidebar),
        strict=True,
    ):
        app_session._populate_theme_msg(part, section)
    return made


def test_the_theme_is_the_same_and_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_session, "_populate_theme_msg", theme_cache._populate)  # put back afterwards
    plainly = whole_theme()
    wanted = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["theme"]
    assert (plainly.light.primary_color, plainly.dark.primary_color) == tuple(
        wanted[one]["primaryColor"] for one in ("light", "dark")
    )
    theme_cache.install()
    assert whole_theme() == plainly

    def never(*_: object) -> None:
        pytest.fail("the settings are gone through again")

    monkeypatch.setattr(theme_cache, "_populate", never)
    assert whole_theme() == plainly
    assert whole_theme().SerializeToString(deterministic=True) == plainly.SerializeToString(deterministic=True)


def test_what_a_caller_changes_stays_its_own() -> None:
    message = CustomThemeConfig()
    theme_cache.populate(message, "theme.light")
    message.primary_color = "#000000"
    again = CustomThemeConfig()
    theme_cache.populate(again, "theme.light")
    assert again.primary_color != "#000000"
