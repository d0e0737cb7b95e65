"""Skip Streamlit's check for an interactive prompt, which reads the source of every loaded module in the first run.

Replaces: ``delta_generator._use_warning_has_been_displayed``. Upstream: streamlit/streamlit#2643 added the check,
streamlit/streamlit#13530 is about what else loads with it; there is no setting.
Bar: first_run. Test: tests/web/patches/test_prompt_check.py. Measure: make bench NAMES=patches.
"""

from streamlit import delta_generator


def install() -> None:
    """Say that the warning has been shown; from now on nothing is looked up."""
    delta_generator._use_warning_has_been_displayed = True  # noqa: SLF001 -- no public API; a test fails if it changes
