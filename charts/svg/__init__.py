"""Charts as SVG without a browser: the pictures that a page shows before, and mostly instead of, Plotly."""

from charts.svg.plot import can_draw, drawings, plot

__all__ = ["can_draw", "drawings", "plot"]
