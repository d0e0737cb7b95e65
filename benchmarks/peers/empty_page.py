"""An empty Streamlit app that imports pandas and plotly."""

import pandas as pd  # noqa: F401
import plotly.express as px  # noqa: F401
import streamlit as st

st.title("Leeg")
