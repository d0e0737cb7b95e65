"""Which figures the app reads: a published version when it is whole, else older ones, else the embedded one."""

import json
import shutil

import pytest

from data_sources.manifest import DamagedVersionError, read_manifest, write_version
from data_sources.snapshots import EMBEDDED, current_version, load
from data_sources.versions import EMBEDDED_VERSION

OLD, NEW = "2026-11-28T183005Z", "2026-12-05T183005Z"


@pytest.fixture
def data_dir(tmp_path):
    """Two refreshed versions, of which the newer is published; the newer has one row less."""
    rows = load(tmp_path).observations
    write_version(tmp_path / "versions" / OLD, observations=rows, version=OLD, created="2026-11-28T18:30:05Z")
    write_version(tmp_path / "versions" / NEW, observations=rows.iloc[1:], version=NEW, created="2026-12-05T18:30:05Z")
    (tmp_path / "current").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_without_refreshed_figures_the_embedded_ones_are_read(tmp_path):
    found = load(tmp_path)
    assert (found.version, found.embedded, found.problems) == (EMBEDDED_VERSION, True, ())
    assert len(found.observations) == sum(entry.rows for entry in found.manifest.tables)


def test_the_published_version_is_read(data_dir):
    found = load(data_dir)
    assert (found.version, found.embedded, found.problems) == (NEW, False, ())
    assert current_version(data_dir) == NEW


def test_an_older_version_can_be_asked_for(data_dir):
    assert load(data_dir, version=OLD).version == OLD
    assert load(data_dir, version=EMBEDDED_VERSION).embedded


def test_a_version_that_is_not_there_is_named_and_the_newest_is_shown(data_dir):
    found = load(data_dir, version="2019-01-01T000000Z")
    assert found.version == NEW
    assert "2019-01-01T000000Z" in found.problems[0]


def test_a_version_that_is_there_but_not_yet_published_is_not_read(data_dir):
    (data_dir / "current").write_text(OLD, encoding="utf-8")
    assert load(data_dir).version == OLD


@pytest.mark.parametrize("part", ["observations.parquet", "manifest.json"])
def test_a_half_written_version_is_refused_and_the_one_before_is_shown(data_dir, part):
    (data_dir / "versions" / NEW / part).unlink()
    found = load(data_dir)
    assert found.version == OLD
    assert NEW in found.problems[0]


def test_one_changed_byte_in_the_figures_is_noticed(data_dir):
    path = data_dir / "versions" / NEW / "observations.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    found = load(data_dir)
    assert found.version == OLD
    assert "beschadigd" in found.problems[0]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"version": "x"}', '{"version":1,"created":1,"tables":[1],"files":{},"libraries":{}}'],
)
def test_a_damaged_manifest_is_refused(data_dir, text):
    (data_dir / "versions" / NEW / "manifest.json").write_text(text, encoding="utf-8")
    assert load(data_dir).version == OLD


def test_a_manifest_that_names_no_hash_for_the_figures_is_refused(data_dir):
    path = data_dir / "versions" / NEW / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"files": {}}), encoding="utf-8")
    assert load(data_dir).version == OLD


def test_a_version_put_in_the_folder_of_another_is_refused(data_dir):
    shutil.rmtree(data_dir / "versions" / NEW)
    shutil.copytree(data_dir / "versions" / OLD, data_dir / "versions" / NEW)
    assert load(data_dir).version == OLD


def test_when_every_refreshed_version_is_damaged_the_embedded_one_is_shown_with_the_reason(data_dir):
    for version in (OLD, NEW):
        (data_dir / "versions" / version / "manifest.json").unlink()
    found = load(data_dir)
    assert found.embedded
    assert len(found.problems) == 2


def test_a_published_version_that_has_gone_is_named(data_dir):
    shutil.rmtree(data_dir / "versions" / NEW)
    found = load(data_dir)
    assert found.version == OLD
    assert NEW in found.problems[0]


def test_a_damaged_embedded_version_is_an_error_of_ours(tmp_path):
    shutil.copytree(EMBEDDED, tmp_path / "snapshot")
    (tmp_path / "snapshot" / "observations.parquet").write_bytes(b"PAR1")
    with pytest.raises(DamagedVersionError, match="sha256"):
        read_manifest(tmp_path / "snapshot")


def test_the_embedded_manifest_names_every_table_with_source_periods_and_hash():
    for entry in read_manifest(EMBEDDED).tables:
        assert entry.title
        assert entry.source
        assert entry.rows > 0
        assert entry.periods
        assert len(entry.sha256) == 64
