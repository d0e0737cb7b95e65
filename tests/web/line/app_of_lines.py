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
    from web import line
    from web.line.whole_runs import WholeRuns

    line.install()
    app = st.App(Path(__file__), middleware=[Middleware(WholeRuns)])
