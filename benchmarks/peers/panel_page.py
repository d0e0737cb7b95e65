"""The same page in Panel."""

import sys
from pathlib import Path

import panel as pn
import plotly.graph_objects as go
from tornado.web import RequestHandler

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.peers import figures, world

pn.extension("plotly")
rates = figures.rates()


class File(RequestHandler):
    """A file that plotly.js fetches by address."""

    def initialize(self, body: str) -> None:
        """Keep what to answer."""
        self.body = body

    def get(self) -> None:
        """Answer."""
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "max-age=31536000")
        self.write(self.body)


def page() -> pn.Column:
    """One reader's page."""
    drawing = go.Figure(
        go.Choropleth(geojson="/shapes.json", locations=list(rates.index), z=rates[figures.periods()[-1]].tolist())
    )
    drawing.update_geos(visible=False, projection_type="mercator", lonaxis_range=[3.2, 7.4], lataxis_range=[50.7, 53.7])
    drawing.update_layout(height=700, width=900, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    config = {"topojsonURL": "/", "displayModeBar": False}
    shown = pn.pane.Plotly(drawing, config=config)
    line = go.Figure(go.Scatter(x=figures.periods(), y=rates.loc["GM0014"].tolist()))
    line.add_scatter(mode="markers", x=figures.periods()[-1:], y=rates.loc["GM0014"].tolist()[-1:])
    trend = pn.pane.Plotly(line, config=config)
    button = pn.widgets.Button(name="Volgende")

    def table(period: str) -> str:
        rows = rates[period].nlargest(10)
        return "".join(f"<tr><th>{figures.name_of(code)}</th><td>{value}</td></tr>" for code, value in rows.items())

    rows = pn.pane.HTML(f"<table>{table(figures.periods()[-1])}</table>")

    def step(_event: object) -> None:
        period = figures.periods()[(button.clicks - 1) % len(figures.periods())]
        drawing.data[0].z = rates[period].tolist()
        shown.param.trigger("object")
        line.data[1].update(x=[period], y=[rates.loc["GM0014", period]])
        trend.param.trigger("object")
        rows.object = f"<table>{table(period)}</table>"

    button.on_click(step)
    return pn.Column(f"# {figures.TITLE}", button, shown, trend, rows)


if __name__ == "__main__":
    extra = [("/shapes.json", File, {"body": world.shapes_json()}), ("/world_110m.json", File, {"body": world.EMPTY})]
    pn.serve(page, port=int(sys.argv[1]), address="127.0.0.1", show=False, extra_patterns=extra)
