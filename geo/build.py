"""Makes the boundary files the browser fetches, from boundary files of municipalities; run as ``python -m geo.build``.

Reads our GeoJSON (properties ``code`` and ``name``) or the CBS/PDOK download (``statcode``, ``statnaam``), in any
coordinate system, and writes per boundary year five files: municipalities, Veilig Thuis regions, provinces, country
parts and the country, plus ``index.json``. The same input gives the same bytes. Only this module knows
geopandas and shapely: the web process reads the result.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from data_sources.level import Level, parse_region_code
from geo import grid, membership, registry

RD_NEW = 28992
SIMPLIFY_M = 400  # under two units of the grid, under one pixel of the map on a wide screen
SHARED_BORDER_M = 50  # shorter than this is a corner, not a border
CLOSED_GAP_M = 50
NOT_A_PLACE = "GM0998"  # Buitenland in the CBS files
ATTRIBUTION = "CBS / Kadaster (CBS Gebiedsindelingen; Wijk- en Buurtkaart), CC BY 4.0, bewerkt: vereenvoudigde grenzen"
LEVELS = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART, Level.COUNTRY)


class BoundarySourceError(ValueError):
    """The source is not usable; the message names the file and the feature."""


def read_source(source: Path, *, year: int, members: Mapping[str, str]) -> gpd.GeoDataFrame:
    """Municipalities of one year: index code, column geometry in RD New, a valid coverage, sorted by code.

    Raises BoundarySourceError naming the feature with a missing property, an unknown or repeated code or no shape,
    and naming the municipalities of the year that the source lacks.
    """
    raw = gpd.read_file(source)
    if raw.crs is None:
        msg = f"{source.name}: states no coordinate system"
        raise BoundarySourceError(msg)
    column = next((name for name in ("code", "statcode") if name in raw.columns), None)
    if column is None:
        msg = f"{source.name}: feature 1 has neither a property 'code' nor 'statcode'"
        raise BoundarySourceError(msg)
    seen: dict[str, Any] = {}
    for number, (code, shape) in enumerate(zip(raw[column], raw.to_crs(RD_NEW).geometry, strict=True), start=1):
        where = f"{source.name}: feature {number}"
        if not isinstance(code, str) or not code.strip():
            msg = f"{where} has no {column}"
            raise BoundarySourceError(msg)
        where = f"{where} ({code.strip()})"
        if code.strip() == NOT_A_PLACE:
            continue
        if code.strip() not in members:
            msg = f"{where} is not a municipality of {year}"
            raise BoundarySourceError(msg)
        known = parse_region_code(code)
        if known in seen or shape is None or shape.is_empty:
            msg = f"{where} {'stands there twice' if known in seen else 'has no shape'}"
            raise BoundarySourceError(msg)
        seen[known] = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    if absent := sorted(set(members) - set(seen)):
        msg = f"{source.name}: no feature for {', '.join(f'{code} {members[code]}' for code in absent)}"
        raise BoundarySourceError(msg)
    frame = gpd.GeoDataFrame({"code": list(seen)}, geometry=list(seen.values()), crs=RD_NEW)
    frame = frame.set_index("code").sort_index()
    if not shapely.coverage_is_valid(frame.geometry.values):
        cleaned = shapely.coverage_clean(frame.geometry.values, gap_maximum_width=CLOSED_GAP_M)
        frame = frame.set_geometry(gpd.GeoSeries(cleaned, index=frame.index, crs=RD_NEW))
    return frame


def touching(shapes: gpd.GeoSeries) -> dict[str, list[str]]:
    """Per code the codes that share a border line of at least SHARED_BORDER_M, sorted."""
    codes, polygons = list(shapes.index), shapes.values
    borders: dict[str, list[str]] = {code: [] for code in codes}
    left, right = shapes.sindex.query(polygons, predicate="intersects")
    pairs = left < right
    shared = shapely.length(shapely.intersection(polygons[left[pairs]], polygons[right[pairs]]))
    for a, b, length_m in zip(left[pairs], right[pairs], shared, strict=True):
        if length_m >= SHARED_BORDER_M:
            borders[codes[a]].append(codes[b])
            borders[codes[b]].append(codes[a])
    return {code: sorted(neighbours) for code, neighbours in borders.items()}


def place(name: str, *, exact: Any, drawn: Any, neighbours: Sequence[str]) -> list[Any]:  # noqa: ANN401  shapely is untyped
    """One entry of a boundary file: name, path, label point x and y, neighbours, area in km² of the exact shape."""
    parts = sorted(shapely.get_parts(drawn), key=lambda part: -part.area)
    rings = [grid.ring_on_grid(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]
    visible = [ring for ring in rings if ring]
    if not visible:
        msg = f"{name} is too small for the grid"
        raise BoundarySourceError(msg)
    label = shapely.maximum_inscribed_circle(parts[0], tolerance=100).coords[0]
    return [name, grid.path(visible), *grid.to_grid(*label), list(neighbours), round(exact.area / 1e6, 1)]


def layers(source: Path, *, year: int) -> list[dict[str, Any]]:
    """Boundary files of one year as JSON-able mappings, one per level; raises BoundarySourceError."""
    members = {place.code: place.name for place in registry.regions(Level.MUNICIPALITY, year=year)}
    exact = read_source(source, year=year, members=members)
    drawn = shapely.coverage_simplify(exact.geometry.values, SIMPLIFY_M)
    return [
        _layer(
            year,
            level,
            belongs=np.array([membership.parent(code, level=level, year=year) or "" for code in exact.index]),
            exact=exact,
            drawn=drawn,
        )
        for level in LEVELS
    ]


def _layer(
    year: int,
    level: Level,
    *,
    belongs: Any,  # noqa: ANN401  numpy is typed, shapely is not
    exact: gpd.GeoDataFrame,
    drawn: Any,  # noqa: ANN401
) -> dict[str, Any]:
    codes = sorted(set(belongs) - {""})
    whole = {code: shapely.coverage_union_all(exact.geometry.values[belongs == code]) for code in codes}
    coarse = {code: shapely.coverage_union_all(drawn[belongs == code]) for code in codes}
    neighbours = touching(gpd.GeoSeries(whole, crs=RD_NEW))
    layer: dict[str, Any] = {
        "v": 1,
        "year": year,
        "level": str(level),
        "w": grid.WIDTH,
        "h": grid.HEIGHT,
        "km": grid.UNITS_PER_KM,
        "p": {
            code: place(
                registry.name_in(code, year=year), exact=whole[code], drawn=coarse[code], neighbours=neighbours[code]
            )
            for code in codes
        },
    }
    left_out = list(exact.index[belongs == ""])
    return layer | ({"left_out": left_out} if left_out else {})


def write(map_layers: Sequence[dict[str, Any]], *, out: Path) -> list[Path]:
    """Write each layer under the hash of its bytes, drop older files of the same layer and renew ``index.json``."""
    out.mkdir(parents=True, exist_ok=True)
    index_file = out / "index.json"
    known = json.loads(index_file.read_text(encoding="utf-8"))["files"] if index_file.exists() else {}
    written = []
    for layer in map_layers:
        content = json.dumps(layer, ensure_ascii=False, separators=(",", ":")).encode()
        stem = f"{layer['level'].lower()}-{layer['year']}"
        target = out / f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.json"
        for older in out.glob(f"{stem}.*.json"):
            older.unlink()
        target.write_bytes(content)
        written.append(target)
        known[stem] = {"file": target.name, "places": len(layer["p"]), "left_out": layer.get("left_out", [])}
    index = {"v": 1, "attribution": ATTRIBUTION, "files": dict(sorted(known.items()))}
    index_file.write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return written


def year_of(source: Path) -> int:
    """Year that stands in the file name; raises BoundarySourceError when none or several do."""
    years = set(re.findall(r"(?<!\d)20[12]\d(?!\d)", source.stem))
    if len(years) != 1:
        msg = f"{source.name}: the name holds no single year, give it with --year"
        raise BoundarySourceError(msg)
    return int(years.pop())


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line: ``python -m geo.build SOURCE... [--year YEAR] [--out FOLDER]``; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    parser.add_argument("--year", type=int, help="boundary year, when the file name does not say it")
    parser.add_argument("--out", type=Path, default=Path("pages/static/boundaries"))
    chosen = parser.parse_args(arguments)
    if chosen.year and len(chosen.sources) > 1:
        parser.error("--year goes with one SOURCE")
    try:
        map_layers = [
            layer for source in chosen.sources for layer in layers(source, year=chosen.year or year_of(source))
        ]
    except (BoundarySourceError, grid.OutsideGridError) as error:
        print(f"geo.build stopped, nothing was written: {error}", file=sys.stderr)
        return 1
    for target in write(map_layers, out=chosen.out):
        print(f"{target} {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
