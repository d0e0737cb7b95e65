"""The build stops at what it does not know, names the row, and makes the same bytes twice."""

import pandas as pd
import pytest

from data_sources import publications, statline
from data_sources.build import DuplicateCellError, embedded_rows, shaped
from data_sources.manifest import write_version
from data_sources.observation_schema import SCHEMA
from data_sources.published import UnknownColumnError, read_published, read_rows
from data_sources.snapshots import EMBEDDED
from data_sources.statline import BadRowError, cells, statline_rows
from data_sources.versions import EMBEDDED_VERSION


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("region_name", "Atlantis"),
        ("period", "2023-Q1"),
        ("table_id", "99999NED"),
        ("measure", "Aantal regenbuien"),
        ("status", "misschien"),
        ("value", "veel"),
        ("unit", "kilo"),
    ],
)
def test_an_unknown_word_in_a_statline_row_stops_the_build_and_names_the_row(column, value):
    rows = cells().head(3).copy()
    rows.loc[1, column] = value
    with pytest.raises(BadRowError, match=rf"line 3: .*{value}"):
        statline_rows(rows)


@pytest.mark.parametrize(
    ("column", "value"),
    [("region", "Atlantis (GM)"), ("region", "Ergens (regio)"), ("period", "vorig jaar"), ("indicator", "Regenbuien"),
     ("unit", "kilo"), ("source", "onbekende-krant")],
)  # fmt: skip
def test_an_unknown_word_in_a_publication_row_stops_the_build_and_names_the_row(column, value):
    rows = publications.printed().head(3).copy()
    rows.loc[2, column] = value
    with pytest.raises(BadRowError, match="line 4: ") as stopped:
        publications.figures(rows)
    assert value in str(stopped.value)


@pytest.mark.parametrize("read", [read_published, read_rows])
def test_a_new_column_in_a_source_file_stops_the_build_and_is_named(tmp_path, read):
    (tmp_path / "regions.csv").write_text("code,name,extra\nGM0014,Groningen,x\n", encoding="utf-8")
    with pytest.raises(UnknownColumnError, match=r"regions\.csv.*extra"):
        read(tmp_path / "regions.csv", columns=("code", "name"))


@pytest.mark.parametrize("read", [read_published, read_rows])
def test_a_lost_column_in_a_source_file_stops_the_build_and_is_named(tmp_path, read):
    (tmp_path / "regions.csv").write_text("code\nGM0014\n", encoding="utf-8")
    with pytest.raises(UnknownColumnError, match=r"missing columns \['name'\]"):
        read(tmp_path / "regions.csv", columns=("code", "name"))


def test_two_rows_for_one_cell_stop_the_build_and_are_listed():
    rows = statline_rows()
    with pytest.raises(DuplicateCellError, match="GM0080"):
        shaped(pd.concat([rows, rows[rows["region"] == "GM0080"].head(1)]))


def test_the_embedded_version_is_what_the_csv_files_give_byte_for_byte(tmp_path):
    rows = embedded_rows()
    SCHEMA.validate(rows)
    first = write_version(
        tmp_path / "a", observations=rows, version=EMBEDDED_VERSION, created=f"{EMBEDDED_VERSION}T00:00:00Z"
    )
    write_version(tmp_path / "b", observations=rows, version=EMBEDDED_VERSION, created=f"{EMBEDDED_VERSION}T00:00:00Z")
    for name in ("observations.parquet", "manifest.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    pd.testing.assert_frame_equal(pd.read_parquet(EMBEDDED / "observations.parquet"), rows)
    assert first.version == EMBEDDED_VERSION


def test_figures_of_different_kinds_of_source_never_share_a_table():
    typed = publications.figures()
    assert not typed[["table", "kind"]].drop_duplicates()["table"].duplicated().any()
    own = typed[typed["note"].str.contains("eigen opgave")]
    assert set(own["kind"]) == {"own_count"}
    assert not set(statline.cells()["table_id"]) & set(typed["table"])
