"""The smallest page that shows the map; the browser tests drive it."""

import figures
import streamlit as st

from data_sources.period import Period
from pages._parts.figure import municipal_map

st.set_page_config(page_title="Proef", layout="wide")
st.title("Kaart")
key = st.query_params.get("periode", "2022")
place = st.query_params.get("gemeente", "")
only = {"GM0758", "GM0777", "GM1674", "GM0748", "GM0840"} if st.query_params.get("deel") else None
chart = figures.chart(only=only, period=Period.from_key(key), selected=(place,) if place else ())
municipal_map.show(chart, key="kaart")
st.text(f"Gekozen: {place or None}; periode: {key}")
