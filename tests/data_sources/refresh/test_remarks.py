"""What CBS may change without a figure becoming wrong: the table is published, and a remark names the change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from data_sources import changes
from data_sources.__main__ import main
from data_sources.cbs import Service
from data_sources.marks import texts
from data_sources.refresh.run import refresh
from data_sources.snapshots import load
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.data_sources.refresh.conftest import BY_ID, OTHER, TABLE, Listening

pytestmark = pytest.mark.slow

CHANGES = {
    "regrouped": "staat nu als",
    "renamed_measure": "de maat 'Ontvangen meldingen' (aantal) staat niet (meer) in de tabel",
    "missing_measure": "de oude cijfers blijven, met hun datum: 'reports', 'reports_per_100_000'",
    "changed_dimension": "onbekende dimensie 'Geslacht'; alleen het totaal 'Totaal mannen en vrouwen' is ingelezen",
    "nameless_total": "onbekende dimensie 'Geslacht'; alleen het totaal 'Iedereen' is ingelezen",
    "dimension_without_total": "onbekende dimensie 'Geslacht' zonder herkenbaar totaal",
    "renamed_dimension": "de dimensie 'Kenmerken adviezen/meldingen' heet nu 'Kenmerken van het contact'",
    "renamed_total": "het totaal van 'Kenmerken adviezen/meldingen' heet nu 'Alles bij elkaar'",
    "moved_total": "het totaal van 'Kenmerken adviezen/meldingen' heet nu 'Adviezen en meldingen'",
    "new_member": "nieuwe onderdelen: 'Beroep: nieuw beroep'",
    "unknown_region": "GM9999 (Nergenshuizen)",
    "month_period": "niet ingelezen: '2025MM04 (2025 april)'",
    "text_column": "kolommen met tekst, niet ingelezen: 'Codering'",
    "wrong_clock": "ligt in de toekomst",
    "not_fives": "geen veelvoud van vijf",
    "some_sums_off": "sommen wijken meer af dan de afronding",
    "other_population": "Geen van de drie soorten inwoners past",
}
SAME_FIGURES = [
    "regrouped",
    "changed_dimension",
    "nameless_total",
    "renamed_dimension",
    "renamed_total",
    "moved_total",
    "geo_detail",
]
KEY = ["measure", "category", "region", "period"]


@pytest.mark.parametrize("change", CHANGES)
def test_the_table_is_published_with_a_remark_everywhere(again, data_dir, service, listening, capsys, change) -> None:
    table_id = "84851NED" if change == "regrouped" else TABLE  # the measures of the other one stand in no group
    service.change(table_id, change)
    with_people = ("70072ned",) if change == "other_population" else ()
    outcome = again(data_dir, table_id, *with_people)
    assert outcome.refused == {}
    words = CHANGES[change]
    entry = load(data_dir).manifest.table(table_id)
    assert any(words in note for note in entry.notes), entry.notes
    assert any(words in line for line in listening.lines)
    assert any(words in line for line in changes.sentences(outcome.log.table(table_id)))
    main(["status", "--data", str(data_dir)])
    assert words in capsys.readouterr().out
    main(["changes", "--data", str(data_dir)])
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("change", SAME_FIGURES)
def test_another_name_or_place_leaves_every_figure_as_it_was(again, tmp_path, service, change) -> None:
    table_id = "84851NED" if change == "regrouped" else TABLE
    assert again(tmp_path / "before", table_id).complete
    service.change(table_id, change)
    assert again(tmp_path / "after", table_id).complete
    before, after = (_rows(tmp_path / name, table_id) for name in ("before", "after"))
    pd.testing.assert_frame_equal(before, after)


def _rows(folder, table_id: str) -> pd.DataFrame:
    rows = load(folder).observations
    rows = rows[rows["table"] == table_id]
    texts_ = [column for column in rows.columns if column not in {"value", "rounding"}]
    return rows.astype(dict.fromkeys(texts_, "str")).set_index(KEY).sort_index()


def test_figures_that_cbs_gives_no_more_stay_with_their_date_and_a_mark(again, data_dir, service) -> None:
    first = load(data_dir)
    day = datetime.fromisoformat(first.manifest.table(TABLE).fetched).date()
    service.change(TABLE, "missing_measure")
    for _ in range(2):  # the date is that of the figures, also at the next refresh
        assert again(data_dir, TABLE).complete
        second = load(data_dir)
        before, after = (_rows_of(one, "reports") for one in (first, second))
        pd.testing.assert_frame_equal(before, after)
        marks = second.manifest.table(TABLE).marks
        cell = {"category": "Totaal", "region": "NL01", "period": "2023JJ00"}
        (told,) = texts(marks, measure="reports", **cell)
        assert told.startswith("Dit cijfer staat niet meer in de tabel van het CBS.")
        assert told.endswith(f"U ziet het cijfer zoals het op {day:%d-%m-%Y} is opgehaald.")
        assert texts(marks, measure="advice", **cell) == ()
    service.heal()
    assert again(data_dir, TABLE).complete
    assert load(data_dir).manifest.table(TABLE).marks == ()


def _rows_of(snapshot, measure: str) -> pd.DataFrame:
    rows = snapshot.observations
    rows = rows[(rows["table"] == TABLE) & (rows["measure"] == measure)]
    return rows.astype("str").sort_values(KEY).reset_index(drop=True)


def test_a_lost_category_that_an_indicator_needs_keeps_its_old_figures(again, data_dir, service) -> None:
    table = service.tables[TABLE]
    first = table.dimensions[0]
    members = tuple(
        replace(one, title="Zorg") if one.title == "Gezondheidszorg: totaal" else one for one in first.members
    )
    service.tables[TABLE] = table.with_dimension(first.key, replace(first, members=members))
    assert again(data_dir, TABLE).complete
    found = load(data_dir)
    categories = set(found.observations.query("table == @TABLE", local_dict={"TABLE": TABLE})["category"])
    assert {"Zorg", "Gezondheidszorg: totaal"} <= categories
    entry = found.manifest.table(TABLE)
    assert "onderdelen die er niet meer in staan: 'Gezondheidszorg: totaal'" in entry.notes
    cell = {"measure": "reports", "category": "Gezondheidszorg: totaal", "region": "NL01", "period": "2023JJ00"}
    assert texts(entry.marks, **cell)


def test_sums_that_are_off_are_marked_at_the_total_and_its_parts(again, data_dir, service) -> None:
    service.change(TABLE, "some_sums_off")
    assert again(data_dir, TABLE).complete
    marks = load(data_dir).manifest.table(TABLE).marks
    category = service.tables[TABLE].dimensions[0].members[3].title
    cell = {"measure": "reports", "category": category, "period": "2023JJ00"}
    for region in ("NL01", "PV20"):
        assert any("tellen niet op tot Nederland" in text for text in texts(marks, region=region, **cell))
    assert not texts(marks, region="GM0014", **cell)
    assert not texts(marks, measure="reports", category="Totaal", region="NL01", period="2023JJ00")


def test_a_share_above_hundred_is_published_and_marked(again, tmp_path, service) -> None:
    service.change("85361NED", "share_above_hundred")
    assert again(tmp_path, "85361NED").complete
    entry = load(tmp_path).manifest.table("85361NED")
    assert any("boven 100 procent" in note for note in entry.notes)
    assert any(
        texts(entry.marks, measure=measure, category="Totaal", region="NL01", period="2023JJ00")
        for measure in entry.measures
        if measure.endswith("_share")
    )


def test_a_half_year_that_just_came_out_is_read(tmp_path) -> None:
    listening = Listening()
    with CbsService(full(years=(2025,), only=4, half=2026)) as service:
        outcome = refresh(
            tmp_path,
            service=Service.at(service.url),
            listener=listening,
            tables=[BY_ID[TABLE]],
            clock=lambda: datetime(2026, 11, 29, tzinfo=UTC),
        )
    assert outcome.complete
    found = load(tmp_path)
    assert found.manifest.table(TABLE).periods == ("2025HJ01", "2025HJ02", "2025JJ00", "2026HJ01")
    rows = found.observations.query("table == @TABLE and period == '2026HJ01'", local_dict={"TABLE": TABLE})
    assert rows["value"].notna().any()
    assert set(rows["status"]) == {"provisional"}


def test_a_period_that_has_not_begun_is_named_and_not_read(tmp_path) -> None:
    with CbsService(full(years=(2025,), only=4, half=2026)) as service:
        outcome = refresh(
            tmp_path,
            service=Service.at(service.url),
            listener=Listening(),
            tables=[BY_ID[OTHER]],
            clock=lambda: datetime(2025, 11, 29, tzinfo=UTC),
        )
    assert outcome.complete
    entry = load(tmp_path).manifest.table(OTHER)
    assert any("perioden in de toekomst, niet ingelezen (2026HJ01)" in note for note in entry.notes)
    assert "2026HJ01" not in entry.periods


def test_provisional_in_every_spelling_of_cbs(tmp_path) -> None:
    with CbsService(full(years=(2023, 2024, 2025), only=2, half=None)) as service:
        refresh(tmp_path, service=Service.at(service.url), listener=Listening(), tables=[BY_ID[OTHER]])
    rows = load(tmp_path).observations.query("table == @OTHER", local_dict={"OTHER": OTHER}).astype("str")
    found = dict(zip(rows["period"], rows["status"], strict=True))
    assert found["2023JJ00"] == "final"
    assert found["2024JJ00"] == found["2025JJ00"] == "provisional"  # NaderVoorlopig and Voorlopig


def test_every_table_has_what_cbs_prints_per_100_000_and_a_sentence_on_it(again, tmp_path, service) -> None:
    service.change(TABLE, "other_population")
    assert again(tmp_path).complete
    manifest = load(tmp_path).manifest
    same, other = (" ".join(manifest.table(one).notes) for one in ("84851NED", TABLE))
    assert "verschillen er 0 meer van de onze dan door afronding kan" in same
    assert "Het best past: de inwoners op 1 januari van het jaar" in same
    assert "CBS" in other
    assert "de grootste verschillen: " in other
    assert "verschillen er 0 meer" not in other


def test_what_nobody_can_see_apart_is_not_read_as_one_of_both(again, data_dir, service) -> None:
    table = service.tables[TABLE]
    double = next(n for n, one in enumerate(table.topics) if (one.title, one.unit) == ("Ontvangen meldingen", "aantal"))
    topics = (*table.topics, type(table.topics[double])("Nogmaals_900", "Ontvangen meldingen"))
    figures = table.values  # noqa: PD011 - a made-up table, no frame
    values = np.concatenate([figures, figures[double : double + 1]])
    service.tables[TABLE] = replace(table, topics=topics, values=values)
    assert again(data_dir, TABLE).complete
    found = load(data_dir)
    assert any("staat meer dan eens in de tabel" in note for note in found.manifest.table(TABLE).notes)
    assert texts(
        found.manifest.table(TABLE).marks, measure="reports", category="Totaal", region="NL01", period="2023JJ00"
    )
