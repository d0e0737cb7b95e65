"""The first run does not look up the source of every module; fails when Streamlit checks for a prompt in another way."""

import pytest
from streamlit import delta_generator

from web.patches import prompt_check


def test_streamlit_does_not_ask_whether_it_is_used_in_a_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[str] = []
    monkeypatch.setattr(delta_generator, "_use_warning_has_been_displayed", False)  # an error when it is gone
    monkeypatch.setattr(delta_generator.env_util, "is_repl", lambda: bool(checks.append("prompt")))
    delta_generator._maybe_print_use_warning()
    assert checks, "without the patch it asks: else the patch has no use any more"
    monkeypatch.setattr(delta_generator, "_use_warning_has_been_displayed", False)
    checks.clear()
    prompt_check.install()
    delta_generator._maybe_print_use_warning()
    assert not checks
