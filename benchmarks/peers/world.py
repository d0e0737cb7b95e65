"""What plotly.js fetches by address: our shapes, and a world without coasts so that it does not ask another host."""

import json
from pathlib import Path

from benchmarks.peers import figures

EMPTY = (Path(__file__).parent / "static" / "world_110m.json").read_text(encoding="utf-8")


def shapes_json() -> str:
    """The shapes as compact GeoJSON."""
    return json.dumps(figures.geojson(), separators=(",", ":"))
