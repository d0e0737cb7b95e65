"""The same page in Dash: shapes by address, a patch of the values when the period changes."""

import sys
from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, Input, Output, Patch, callback, dcc, html
from flask import Response

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.peers import figures, world

app = Dash(__name__)
rates = figures.rates()
drawing = go.Figure(
    go.Choropleth(geojson="/shapes.json", locations=list(rates.index), z=rates[figures.periods()[-1]].tolist())
)
drawing.update_geos(visible=False, projection_type="mercator", lonaxis_range=[3.2, 7.4], lataxis_range=[50.7, 53.7])
drawing.update_layout(height=700, margin={"l": 0, "r": 0, "t": 0, "b": 0})
trend = go.Figure(go.Scatter(x=figures.periods(), y=rates.loc["GM0014"].tolist()))
trend.add_scatter(mode="markers", x=figures.periods()[-1:], y=rates.loc["GM0014"].tolist()[-1:])
config = {"topojsonURL": "/", "displayModeBar": False}


def table(period: str) -> html.Table:
    """The ten highest rows."""
    rows = rates[period].nlargest(10)
    return html.Table([html.Tr([html.Th(figures.name_of(code)), html.Td(value)]) for code, value in rows.items()])


app.layout = html.Div(
    [
        html.H1(figures.TITLE),
        html.Button("Volgende", id="next"),
        dcc.Graph(id="map", figure=drawing, config=config),
        dcc.Graph(id="trend", figure=trend, config=config),
        html.Div(table(figures.periods()[-1]), id="table"),
    ]
)


@callback(
    Output("map", "figure"),
    Output("trend", "figure"),
    Output("table", "children"),
    Input("next", "n_clicks"),
    prevent_initial_call=True,
)
def step(clicks: int) -> tuple[Patch, Patch, html.Table]:
    """Show the next period: colours, the mark in the trend, the table."""
    period = figures.periods()[(clicks - 1) % len(figures.periods())]
    colours, mark = Patch(), Patch()
    colours["data"][0]["z"] = rates[period].tolist()
    mark["data"][1]["x"] = [period]
    mark["data"][1]["y"] = [rates.loc["GM0014", period]]
    return colours, mark, table(period)


@app.server.route("/shapes.json")
def shapes() -> Response:
    """The shapes, for ever."""
    return Response(world.shapes_json(), mimetype="application/json", headers={"cache-control": "max-age=31536000"})


@app.server.route("/world_110m.json")
def nothing() -> Response:
    """An empty world: plotly.js asks for it before it draws anything."""
    return Response(world.EMPTY, mimetype="application/json")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
