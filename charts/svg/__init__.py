"""Charts as SVG without a browser, for pages and files (docs/decisions/charts-without-plotly-in-the-browser.md)."""

from charts.svg.plot import can_draw, drawings, plot

__all__ = ["can_draw", "drawings", "plot"]
