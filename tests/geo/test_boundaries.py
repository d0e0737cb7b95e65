"""The boundary files as the browser gets them."""

import hashlib
import json
import re

import pytest

from data_sources.level import Level
from geo import boundaries, grid, membership, registry

COUNTS = {2018: 380, 2019: 355, 2021: 352, 2022: 345, 2023: 342, 2024: 342}
LEVELS = [Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART, Level.COUNTRY]


def rings(d):
    """Rings of a path; fails on anything but M, l and z with integers."""
    assert re.fullmatch(r"(?:M\d+ \d+l-?\d+(?: \d+|-\d+)*z)+", d)
    found = []
    for ring in d.split("z")[:-1]:
        start, steps = ring[1:].split("l")
        x, y = map(int, re.findall(r"-?\d+", start))
        points = [(x, y)]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        assert len(numbers) % 2 == 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append(points)
    return found


def area_km2(d):
    """Area of a path: holes run the other way round than outlines, so the signed rings add up."""
    return abs(sum(grid.twice_area(ring) for ring in rings(d))) / 2 / grid.UNITS_PER_KM**2


def inside(d, x, y):
    """Whether a point lies in the path by the even-odd rule."""
    crossings = 0
    for ring in rings(d):
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("year", COUNTS)
def test_every_boundary_year_has_exactly_the_municipalities_of_that_year(year):
    places = boundaries.shapes(year, level=Level.MUNICIPALITY).places
    assert len(places) == COUNTS[year]
    assert list(places) == [one.code for one in registry.regions(Level.MUNICIPALITY, year=year)]
    assert places["GM0758"].name == "Breda"


@pytest.mark.parametrize("year", range(2018, 2027))
@pytest.mark.parametrize("level", [Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE])
def test_a_year_is_drawn_with_exactly_the_places_that_existed_in_it(year, level):
    # also 2020, 2025 and 2026, which have no boundaries of their own: no figure of those years is without a shape
    shapes = boundaries.shapes(boundaries.boundary_year(year), level=level)
    assert set(shapes.places) == {one.code for one in registry.regions(level, year=year)}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("year", COUNTS)
def test_paths_are_closed_rings_on_the_one_grid(year, level):
    layer = boundaries.shapes(year, level=level)
    assert (layer.width, layer.height) == (grid.WIDTH, grid.HEIGHT)
    for shape in layer.places.values():
        for ring in rings(shape.d):
            assert len(ring) >= 3
            assert ring[0] != ring[-1]  # z closes it
            assert all(0 <= x <= layer.width and 0 <= y <= layer.height for x, y in ring)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("year", COUNTS)
def test_the_area_is_that_of_the_land_of_the_netherlands(year, level):
    layer = boundaries.shapes(year, level=level)
    if layer.left_out:
        assert (year, level) == (2018, Level.VT_REGION)
        assert layer.left_out == ("GM0545", "GM0620", "GM0707")
    else:
        assert 35_000 < sum(shape.area_km2 for shape in layer.places.values()) < 35_100
    for shape in layer.places.values():
        if shape.area_km2 > 20:
            assert area_km2(shape.d) == pytest.approx(shape.area_km2, rel=0.05)


@pytest.mark.parametrize("level", LEVELS[1:])
@pytest.mark.parametrize("year", COUNTS)
def test_a_dissolved_region_covers_the_area_of_its_municipalities(year, level):
    parts = boundaries.shapes(year, level=Level.MUNICIPALITY).places
    for code, shape in boundaries.shapes(year, level=level).places.items():
        together = sum(area_km2(parts[part].d) for part in membership.members(code, year=year))
        assert area_km2(shape.d) == pytest.approx(together, rel=2e-4)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("year", COUNTS)
def test_neighbours_know_each_other(year, level):
    places = boundaries.shapes(year, level=level).places
    for code, shape in places.items():
        assert code not in shape.neighbours
        assert list(shape.neighbours) == sorted(set(shape.neighbours))
        assert all(code in places[other].neighbours for other in shape.neighbours)


@pytest.mark.parametrize("year", COUNTS)
def test_neighbours_share_points_on_the_grid(year):
    places = boundaries.shapes(year, level=Level.MUNICIPALITY).places
    points = {code: {point for ring in rings(shape.d) for point in ring} for code, shape in places.items()}
    apart = [
        (code, other)
        for code, shape in places.items()
        for other in shape.neighbours
        if code < other and not points[code] & points[other]
    ]
    assert len(apart) <= 4, apart  # a border over a dam or a sandbank that is too small to draw


def test_the_label_point_lies_in_its_place():
    for year in COUNTS:
        for shape in boundaries.shapes(year, level=Level.MUNICIPALITY).places.values():
            assert inside(shape.d, shape.cx + 0.01, shape.cy + 0.01), shape.name


def test_an_enclave_is_a_hole_and_islands_have_no_neighbours():
    places = boundaries.shapes(2024, level=Level.MUNICIPALITY).places
    assert len(rings(places["GM0744"].d)) > 1  # Baarle-Nassau around Belgian Baarle-Hertog
    for island in ("GM0060", "GM0088", "GM0093", "GM0096", "GM0448"):
        assert places[island].neighbours == ()


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2015, 2018), (2018, 2018), (2019, 2019), (2020, 2019), (2021, 2021), (2022, 2022), (2023, 2023), (2026, 2024)],
)
def test_a_year_is_drawn_on_its_boundaries(year, expected):
    assert boundaries.boundary_year(year) == expected


def test_touching_answers_per_year_and_level():
    assert "GM1723" in boundaries.touching("GM0758", year=2026)
    assert "GM0870" in boundaries.touching("GM0874", year=2018)  # Werkendam and Woudrichem, both Altena since
    assert boundaries.touching("GM0874", year=2019) == ()
    assert boundaries.touching("VT21", year=2024) == ("VT06", "VT15", "VT18", "VT23", "VT24")
    assert boundaries.touching("GM1959", year=2018) == ()
    assert boundaries.touching("DR01", year=2018) == ()


def test_the_url_carries_the_hash_of_the_content():
    for year in COUNTS:
        for level in LEVELS:
            name = boundaries.url(year, level=level).removeprefix("app/static/boundaries/")
            content = (boundaries.FOLDER / name).read_bytes()
            assert name == f"{level.lower()}-{year}.{hashlib.sha256(content).hexdigest()[:8]}.json"
    listed = json.loads((boundaries.FOLDER / "index.json").read_text(encoding="utf-8"))["files"]
    assert {entry["file"] for entry in listed.values()} | {"index.json"} == {
        path.name for path in boundaries.FOLDER.iterdir()
    }


def test_a_year_or_level_without_boundaries_is_refused_by_name():
    with pytest.raises(boundaries.NoBoundariesError, match="2020"):
        boundaries.shapes(2020, level=Level.MUNICIPALITY)
    with pytest.raises(boundaries.NoBoundariesError, match="DR"):
        boundaries.url(2024, level=Level.DOCUMENT_AREA)


@pytest.mark.parametrize("level", LEVELS)
def test_the_box_of_a_place_holds_all_of_its_path_and_no_more(level):
    for shape in boundaries.shapes(2024, level=level).places.values():
        across, down = zip(*(point for ring in rings(shape.d) for point in ring), strict=True)
        assert shape.box == (min(across), min(down), max(across), max(down)), shape.name
