"""The figures every page shows: made-up rates per municipality and half-year, and their shapes.

Read from the made-up data version and our own boundary file, so that all pages draw the same. Runs in the
environments of Dash and Panel too, hence pandas and the standard library only.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
_BOUNDARIES = ROOT / "pages" / "static" / "boundaries"
TITLE = "Verzonnen cijfers om snelheid te meten"


@cache
def boundary_file() -> dict[str, Any]:
    """Our boundary file of the newest year: w, h and per code name, path, label point."""
    path = max(_BOUNDARIES.glob("gm-*.json"))
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@cache
def rates() -> pd.DataFrame:
    """Reports per 10 000 inhabitants: a row per municipality of the newest boundaries, a column per half-year."""
    data = Path(os.environ["HGIB_DATA"])
    version = (data / "current").read_text(encoding="utf-8").strip()
    rows = pd.read_parquet(data / "versions" / version / "observations.parquet").astype(
        {"region": "str", "period": "str", "measure": "str", "table": "str"}
    )
    reports = rows[(rows["table"] == "84849NED") & (rows["measure"] == "reports")]
    counts = reports.pivot_table(index="region", columns="period", values="value")
    people = rows[(rows["measure"] == "inhabitants") & (rows["period"] == "2024JJ00")].set_index("region")["value"]
    codes = sorted(boundary_file()["p"])
    table = counts.loc[codes].div(people.loc[codes], axis=0) * 10_000
    return table.round(1).fillna(0.0)


def periods() -> list[str]:
    """Codes of the half-years, oldest first."""
    return list(rates().columns)


def name_of(code: str) -> str:
    """Name of a municipality."""
    return str(boundary_file()["p"][code][0])


@cache
def geojson() -> dict[str, Any]:
    """Our shapes as GeoJSON: the grid laid on degrees, which is near enough for drawing."""
    features = []
    for code, (name, path, *_) in boundary_file()["p"].items():
        rings = [[_ring(part)] for part in re.findall(r"M[^z]*z", path)]
        geometry = {"type": "MultiPolygon", "coordinates": rings}
        features.append({"type": "Feature", "id": code, "properties": {"naam": name}, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def _ring(path: str) -> list[list[float]]:
    start, steps = path.removeprefix("M").removesuffix("z").split("l")
    numbers = [int(number) for number in re.findall(r"-?\d+", start + " " + steps)]
    x, y = numbers[:2]
    points = [(x, y)]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    if area < 0:  # plotly fills the other side of the world when a ring runs the wrong way
        points.reverse()
    degrees = [[round(3.3 + px / 270, 4), round(53.6 - py / 445, 4)] for px, py in points]
    return [*degrees, degrees[0]]
