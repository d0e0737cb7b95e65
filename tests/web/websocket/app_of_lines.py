"""A page of thirty lines, to see how the messages of its run travel; with `?rust=` it rests before the last line."""

import time
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

if __name__ == "__main__":
    for number in range(29):
        st.text(number)
    time.sleep(float(st.query_params.get("rust", "0")))
    st.text("laatste")
else:
    from web.patches import event_loop_batching
    from web.websocket.script_run_buffer import ScriptRunBuffer

    event_loop_batching.install()
    app = st.App(Path(__file__), middleware=[Middleware(ScriptRunBuffer)])
