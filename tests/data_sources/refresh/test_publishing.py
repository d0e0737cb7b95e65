"""What a reader finds after a refresh."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from data_sources import changes, versions
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.observation import KEY
from data_sources.observation_schema import SCHEMA
from data_sources.refresh import progress
from data_sources.snapshots import load
from data_sources.versions import EMBEDDED_VERSION
from tests.data_sources.refresh.conftest import OTHER, TABLE


def test_all_tables_are_published_beside_the_embedded_ones(again, tmp_path) -> None:
    outcome = again(tmp_path)
    assert outcome.complete
    found = load(tmp_path)
    assert found.version == outcome.version
    assert not found.problems
    SCHEMA.validate(found.observations)
    tables = set(found.observations["table"].unique())
    assert {table.id for table in REFRESHED_TABLES if not table.stands_in_for} <= tables
    assert {"wb-productie", "inwoners-gemeenten"} <= tables
    assert {entry.id for entry in found.manifest.tables} == tables
    assert outcome.rows == len(found.observations)
    assert outcome.seconds > 0
    assert outcome.peak_mb > 0


def test_a_refreshed_table_replaces_its_embedded_cells(data_dir) -> None:
    embedded, fresh = load(data_dir, version=EMBEDDED_VERSION), load(data_dir)
    assert "2020JJ00" in set(embedded.observations.query("table == @TABLE", local_dict={"TABLE": TABLE})["period"])
    rows = fresh.observations[fresh.observations["table"] == TABLE]
    assert set(rows["period"]) == {"2023HJ01", "2023HJ02", "2023JJ00"}


def test_figures_arrive_as_served(data_dir, running) -> None:
    table = running.originals[TABLE]
    rows = load(data_dir).observations.query(f"table == '{TABLE}' and period == '2023JJ00'")
    number = next(n for n, one in enumerate(table.topics) if (one.title, one.unit) == ("Ontvangen meldingen", "aantal"))
    served = np.take(table.values, number, axis=0)[:, :, 2]
    titles = [member.title for member in table.dimensions[0].members]
    codes = [member.key.strip() for member in table.dimensions[1].members]
    expected = pd.DataFrame(served, index=titles, columns=codes).stack().dropna()  # noqa: PD013 - a series is wanted
    found = rows[rows["measure"] == "reports"].astype({"category": "str", "region": "str"})
    found = found.set_index(["category", "region"])["value"].dropna()
    assert len(found) == len(expected) > 1000
    assert (found.sort_index() == expected.sort_index()).all()


def test_a_cell_without_a_figure_keeps_its_reason(again, tmp_path) -> None:
    again(tmp_path, "85361NED")
    rows = load(tmp_path).observations.query("table == '85361NED'")
    reasons = rows[rows["value"].isna()].astype("str").groupby("missing")["region"].unique()
    assert "GM0003" in set(reasons["no_such_region"])  # Appingedam merged into Eemsdelta in 2021
    assert set(reasons["cbs_dot"])
    assert not set(reasons["cbs_dot"]) & set(reasons["no_such_region"])


def test_several_dimensions_read_as_the_printed_tables_do(again, tmp_path) -> None:
    again(tmp_path, "84852NED", "84850NED")
    rows = load(tmp_path).observations
    safety = set(rows.loc[rows["table"] == "84852NED", "category"])
    assert "Veiligheidstaxatie: Acute onveiligheid | Veiligheidsbeoordeling: Totaal" in safety
    assert "Aard van het geweld: Totaal | Aanvullende informatie: Mensenhandel" in set(rows["category"])


def test_a_title_that_the_printed_page_cut_off_is_found(again, tmp_path) -> None:
    again(tmp_path, "84851NED")
    rows = load(tmp_path).observations.query("table == '84851NED' and measure == 'conditions_completed'")
    assert rows["value"].notna().any()


def test_inhabitants_come_from_the_table_of_regions(again, tmp_path) -> None:
    again(tmp_path, "70072ned")
    rows = load(tmp_path).observations.query("table == '70072ned'")
    assert set(rows["measure"]) == {"inhabitants"}
    assert set(rows["rounding"]) == {0.0}


@pytest.mark.parametrize("table_id", [TABLE, "84847NED", "84852NED", "85361NED"])
def test_keys_order_and_padding_change_nothing_in_the_result(again, tmp_path, service, table_id) -> None:
    again(tmp_path / "before", table_id)
    service.change(table_id, "changed_keys", "reordered_measures", "trailing_spaces")
    again(tmp_path / "after", table_id)
    before, after = load(tmp_path / "before"), load(tmp_path / "after")
    assert before.manifest.table(table_id).sha256 == after.manifest.table(table_id).sha256
    pd.testing.assert_frame_equal(
        before.observations.astype("str").reset_index(drop=True), after.observations.astype("str")
    )


def test_an_unknown_municipality_is_read_and_named_as_cbs_names_it(again, tmp_path, service) -> None:
    service.change(TABLE, "unknown_region")
    outcome = again(tmp_path, TABLE)
    assert outcome.complete
    found = load(tmp_path)
    entry = found.manifest.table(TABLE)
    assert entry.places == {"GM9999": "Nergenshuizen", "CR01": "Oost-Groningen (CR)"}
    assert "onbekende gebieden, wel ingelezen: GM9999 (Nergenshuizen)" in entry.notes
    assert "gebieden met een andere soort code, niet ingelezen: CR01 (Oost-Groningen (CR))" in entry.notes
    assert found.observations.query("region == 'GM9999'")["value"].notna().any()
    assert "CR01" not in set(found.observations["region"])
    sentences = changes.sentences(outcome.log.table(TABLE))
    assert any("Nergenshuizen (GM9999)" in sentence for sentence in sentences)


def test_the_manifest_says_what_came_from_where(data_dir, running) -> None:
    manifest = load(data_dir).manifest
    entry = manifest.table(TABLE)
    assert manifest.service == running.url
    assert entry.modified == "2026-03-31T02:00:00"
    assert entry.fetched
    assert entry.regions == 52
    assert entry.title.startswith("VERZONNEN")
    assert entry.measures == {
        "advice": "Gestarte adviezen",
        "reports": "Ontvangen meldingen",
        "advice_per_100_000": "Adviezen en meldingen (relatief) | Gestarte adviezen",
        "reports_per_100_000": "Adviezen en meldingen (relatief) | Ontvangen meldingen",
    }
    assert manifest.libraries["cbsodata"] == "1.3.5"


def test_a_table_that_is_not_asked_for_stays_as_it_was(again, data_dir) -> None:
    before = load(data_dir)
    again(data_dir, TABLE)
    after = load(data_dir)
    assert after.version != before.version
    assert after.manifest.table(OTHER) == before.manifest.table(OTHER)

    def rows(snapshot):
        frame = snapshot.observations[snapshot.observations["table"] == OTHER]
        return frame.astype("str").sort_values(KEY).reset_index(drop=True)

    pd.testing.assert_frame_equal(rows(before), rows(after))


def test_the_last_five_versions_stay(again, data_dir) -> None:
    made = [load(data_dir).version, *(again(data_dir, OTHER).version for _ in range(6))]
    assert len(set(made)) == 7
    assert list(versions.identifiers(data_dir)) == made[-5:]
    assert load(data_dir, version=made[-3]).version == made[-3]


def test_rollback_serves_the_version_before_and_in_the_end_the_embedded_one(again, data_dir) -> None:
    first = load(data_dir).version
    again(data_dir, OTHER)
    assert versions.rollback(data_dir) == first
    assert load(data_dir).version == first
    assert versions.rollback(data_dir) is None
    assert load(data_dir).embedded
    with pytest.raises(versions.VersionsError, match="geen oudere versie"):
        versions.rollback(data_dir)


def test_the_progress_file_tells_pages_how_it_went(again, data_dir, service) -> None:
    outcome = again(data_dir, TABLE)
    found = progress.read(data_dir)
    assert (found.stage, found.version) == (progress.Stage.PUBLISHED, outcome.version)
    service.fault(TABLE, "404")
    again(data_dir, TABLE, OTHER)
    found = progress.read(data_dir)
    assert (found.stage, found.refused) == (progress.Stage.PARTLY, (TABLE,))
    assert "Eén tabel hield de oude cijfers" in found.line
    running = json.loads((data_dir / progress.FILE).read_text()) | {"stage": "running", "share": 0.5}
    (data_dir / progress.FILE).write_text(json.dumps(running))
    assert progress.read(data_dir).stage is progress.Stage.BROKEN_OFF
    with versions.locked(data_dir):
        assert "50%" in progress.read(data_dir).line


def test_a_damaged_version_is_refused_and_the_one_before_is_the_basis(again, data_dir, listening) -> None:
    good = load(data_dir).version
    bad = again(data_dir, OTHER).version
    path = data_dir / "versions" / bad / versions.OBSERVATIONS
    path.write_bytes(path.read_bytes()[:-100])
    assert load(data_dir).version == good
    assert again(data_dir, OTHER).complete
    assert any("beschadigd" in line for line in listening.lines)
    assert load(data_dir).version > bad
