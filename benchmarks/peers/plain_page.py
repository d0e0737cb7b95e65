"""The page as most people would first write it in Streamlit: px.choropleth with the shapes inside the figure."""

import plotly.express as px
import streamlit as st

from benchmarks.peers import figures

st.title(figures.TITLE)
rates = figures.rates()
period = st.radio("Periode", figures.periods(), index=len(figures.periods()) - 1, horizontal=True)
shown = rates.reset_index().rename(columns={"region": "code", period: "waarde"})
shown["naam"] = shown["code"].map(figures.name_of)
drawing = px.choropleth(
    shown, geojson=figures.geojson(), locations="code", color="waarde", hover_name="naam", projection="mercator"
)
drawing.update_geos(fitbounds="locations", visible=False)
st.plotly_chart(drawing, config={"topojsonURL": "app/static/"})
line = px.line(rates.loc["GM0014"].reset_index(), x="period", y="GM0014")
line.add_scatter(mode="markers", x=[period], y=[rates.loc["GM0014", period]])
st.plotly_chart(line)
st.table(shown.nlargest(10, "waarde")[["naam", "waarde"]])
