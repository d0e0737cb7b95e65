"""The build from a boundary file: its inputs, its refusals, its bytes."""

import json

import geopandas as gpd
import pytest
from shapely.geometry import box

from data_sources.level import Level
from geo import boundaries, build, membership, registry

YEAR = 2024
CODES = [one.code for one in registry.regions(Level.MUNICIPALITY, year=YEAR)]
CELL_M = 4_000


def squares(codes=CODES):
    """One square per municipality, 19 in a row, touching: made up, but a valid coverage in RD New."""
    return gpd.GeoDataFrame(
        {"code": codes, "name": codes},
        geometry=[
            box(x := 60_000 + CELL_M * (n % 19), y := 400_000 + CELL_M * (n // 19), x + CELL_M, y + CELL_M)
            for n in range(len(codes))
        ],
        crs=28992,
    )


def written(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def made(source, out, *more):
    assert build.main([str(source), "--out", str(out), *more]) == 0
    return written(out)


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("source") / "municipalities_2024.geojson"
    squares().to_crs(4326).to_file(path)
    return path


def test_the_same_input_gives_the_same_bytes(source, tmp_path):
    first = made(source, tmp_path / "a")
    assert first == made(source, tmp_path / "b")
    assert first == made(source, tmp_path / "a")  # again over itself
    assert sorted(name.split(".")[0] for name in first) == [
        "gm-2024", "index", "ld-2024", "nl-2024", "pv-2024", "vt-2024",
    ]  # fmt: skip


def test_the_cbs_download_gives_the_same_shapes(source, tmp_path):
    download = squares().rename(columns={"code": "statcode", "name": "statnaam"})
    download["statcode"] = download["statcode"] + "  "  # CBS pads codes
    abroad = gpd.GeoDataFrame(
        {"statcode": ["GM0998"], "statnaam": ["Buitenland"]},
        geometry=[box(20_000, 310_000, 21_000, 311_000)],
        crs=28992,
    )
    path = tmp_path / "cbs_download.gpkg"
    gpd.pd.concat([download, abroad]).to_file(path, layer="gemeente_gegeneraliseerd")
    ours = made(source, tmp_path / "ours")
    theirs = made(path, tmp_path / "theirs", "--year", "2024")
    assert {name for name in ours if name.startswith("gm-")} == {name for name in theirs if name.startswith("gm-")}


def test_neighbours_share_a_border_and_not_only_a_corner(source, tmp_path):
    files = made(source, tmp_path / "out")
    (name,) = (name for name in files if name.startswith("gm-"))
    places = json.loads(files[name])["p"]
    middle = 19 * 5 + 7
    expected = sorted(CODES[middle + step] for step in (-19, -1, 1, 19))
    assert places[CODES[middle]][4] == expected
    assert places[CODES[middle]][5] == CELL_M**2 / 1e6


def test_municipalities_without_a_region_are_left_out_and_named(tmp_path):
    path = tmp_path / "squares_2018.geojson"
    squares([one.code for one in registry.regions(Level.MUNICIPALITY, year=2018)]).to_file(path)
    files = made(path, tmp_path / "out")
    (name,) = (name for name in files if name.startswith("vt-"))
    assert json.loads(files[name])["left_out"] == list(membership.unplaced(Level.VT_REGION, year=2018))
    assert json.loads(files["index.json"])["files"]["vt-2018"]["left_out"] == ["GM0545", "GM0620", "GM0707"]


def unknown(frame):
    frame.loc[3, "code"] = "GM9999"
    return frame


def twice(frame):
    frame.loc[3, "code"] = CODES[0]
    return frame


def nameless(frame):
    frame.loc[3, "code"] = None
    return frame


def shapeless(frame):
    frame.loc[3, "geometry"] = None
    return frame


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (unknown, "feature 4 (GM9999) is not a municipality of 2024"),
        (twice, f"feature 4 ({CODES[0]}) stands there twice"),
        (nameless, "feature 4 has no code"),
        (shapeless, f"feature 4 ({CODES[3]}) has no shape"),
        (lambda frame: frame.drop(columns="code"), "neither a property 'code' nor 'statcode'"),
        (lambda frame: frame.iloc[1:], f"no feature for {CODES[0]} Groningen"),
        (lambda frame: frame.set_crs(3857, allow_override=True), "is not in the Netherlands"),
    ],
)
def test_a_bad_source_stops_the_build_and_names_the_feature(tmp_path, capsys, broken, says):
    path = tmp_path / "broken_2024.gpkg"
    broken(squares()).to_file(path)
    out = tmp_path / "out"
    assert build.main([str(path), "--out", str(out)]) == 1
    assert says in capsys.readouterr().err
    assert not out.exists()


def test_a_file_name_without_a_year_asks_for_it(tmp_path, capsys):
    path = tmp_path / "gemeenten.geojson"
    squares().to_file(path)
    assert build.main([str(path), "--out", str(tmp_path / "out")]) == 1
    assert "--year" in capsys.readouterr().err


def test_a_hole_stays_a_hole(tmp_path):
    frame = squares()
    around = frame.geometry[0]
    frame.loc[0, "geometry"] = around.difference(box(*(around.centroid.buffer(900).bounds)))
    path = tmp_path / "holes_2024.geojson"
    frame.to_file(path)
    files = made(path, tmp_path / "out")
    (name,) = (name for name in files if name.startswith("gm-"))
    assert json.loads(files[name])["p"][CODES[0]][1].count("M") == 2


def test_the_embedded_files_come_from_this_build():
    """Names, order and keys of the committed files are those the build writes today."""
    for year in boundaries.BOUNDARY_YEARS:
        layer = json.loads(
            (boundaries.FOLDER / boundaries.url(year, level=Level.VT_REGION).split("/")[-1]).read_bytes()
        )
        assert {code: entry[0] for code, entry in layer["p"].items()} == {
            one.code: registry.name_in(one.code, year=year) for one in registry.regions(Level.VT_REGION, year=year)
        }
