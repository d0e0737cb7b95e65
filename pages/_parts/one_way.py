"""Components that only show: Streamlit prepares no answer for them.

It makes a class of its own for what a component could answer, each time that it looks at the state of a page: 18 per
run of the map, of which 12 for components that cannot answer. They were 4% of a choice, and rubbish to collect. There is
no public way; a test tells when it has changed.
"""

from __future__ import annotations

from streamlit.components.v2 import presentation
from streamlit.components.v2.bidi_component import main
from streamlit.runtime.state.common import WidgetValuePresenter

_made = presentation.make_bidi_component_presenter


def _only_for_answers(
    aggregator_id: str, component_id: str | None = None, allowed_state_keys: set[str] | None = None
) -> WidgetValuePresenter | None:
    """What shapes the answer of a component; ``allowed_state_keys`` are what it can answer, and None is nothing."""
    return None if allowed_state_keys is None else _made(aggregator_id, component_id, allowed_state_keys)


def install() -> None:
    """From now on, for every component."""
    main.make_bidi_component_presenter = _only_for_answers  # type: ignore[attr-defined, assignment]
