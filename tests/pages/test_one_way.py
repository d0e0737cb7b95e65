"""A component that only shows has no answer to prepare; one that a reader can use has, as before."""

import inspect
from types import SimpleNamespace

from streamlit.components.v2.bidi_component import main

from pages._parts import one_way


def test_only_a_component_that_can_answer_has_its_answer_shaped():
    one_way.install()
    assert main.make_bidi_component_presenter("events", "id", None) is None
    present = main.make_bidi_component_presenter("events", "id", {"place"})
    metadata = {"events": SimpleNamespace(value_type="json_trigger_value")}

    class Values(dict):
        widget_metadata = metadata

    state = SimpleNamespace(_new_widget_state=Values(events=[{"event": "place", "value": "GM0758"}]))
    assert present({}, state)["place"] == "GM0758"


def test_streamlit_still_asks_for_it_in_the_same_way():
    assert list(inspect.signature(one_way._made).parameters) == ["aggregator_id", "component_id", "allowed_state_keys"]
    source = inspect.getsource(main.BidiComponentMixin._bidi_component)
    assert "presenter = make_bidi_component_presenter(" in source
    assert "set(callbacks_by_event.keys()) if callbacks_by_event else None" in source
