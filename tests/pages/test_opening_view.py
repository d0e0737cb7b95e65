"""The map opens on the fullest real map of what is loaded, and says how many places a choice has before it is chosen."""

import pytest

from benchmarks import made_up
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.level import Level
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from editions import opening_view
from editions.edition import current_edition
from editions.periods import coverage, offered
from indicators.notation import count
from tests import without_inhabitants
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.page_run import page_run


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """A data folder after a refresh in which every municipality has reports."""
    folder = tmp_path_factory.mktemp("refreshed")
    tables = [table for table in REFRESHED_TABLES if table.id in {"84849NED", "70072ned"}]
    with CbsService(full(years=(2022, 2023))) as service:
        outcome = refresh(folder, service=Service.at(service.url), listener=Console(), tables=tables)
    assert outcome.complete
    return folder


def run_map(**choices):
    run = page_run("map.py")
    for key, value in choices.items():
        run.query_params[key] = value
    run.run()
    assert not run.exception, [error.message for error in run.exception]
    return run


def share(edition, view):
    covered = coverage(edition, view.indicator, level=view.level, period=view.period)
    return (covered.known - covered.counted) / covered.places


def test_the_carried_figures_open_on_a_full_map():
    edition = current_edition()
    view = opening_view.fullest(edition)
    assert share(edition, view) == 1
    assert len(opening_view.levels(edition, view.indicator)) >= 1
    finer = [
        opening_view.View(each, level, opening_view.period(edition, each, level=level, place=None))
        for each in opening_view.titles(edition)
        for level in opening_view.levels(edition, each)
        if opening_view.LEVELS.index(level) < opening_view.LEVELS.index(view.level)
    ]
    assert finer
    assert all(share(edition, other) < opening_view.FULL for other in finer)


def test_after_a_refresh_the_map_opens_on_every_municipality(refreshed, monkeypatch):
    monkeypatch.setenv("HGIB_DATA", str(refreshed))
    view = opening_view.fullest(current_edition())
    assert (view.indicator, view.level) == ("meldingen", Level.MUNICIPALITY)
    assert share(current_edition(), view) >= opening_view.FULL
    run = run_map()
    assert run.selectbox(key="pick-indicator").value == "meldingen"
    assert run.pills(key="pick-niveau").value == "GM"
    assert " 342" in run.pills(key="pick-niveau").options[0]


def test_choices_say_how_many_places_they_have():
    run = run_map(indicator="meldingen")
    edition = current_edition()
    options = run.pills(key="pick-niveau").options
    for level, option in zip(opening_view.levels(edition, "meldingen"), options, strict=True):
        period = opening_view.period(edition, "meldingen", level=level, place=None)
        covered = coverage(edition, "meldingen", level=level, period=period)
        assert option.endswith(f"· {covered.known} van {covered.places}")
        assert covered.known > 0


@pytest.mark.parametrize("version", [None, without_inhabitants, made_up], ids=["carried", "without 2023", "full size"])
def test_the_cells_tell_what_computing_a_level_would(version, tmp_path, monkeypatch):
    if version:
        monkeypatch.setenv("HGIB_DATA", str(version.write(tmp_path)))
    edition = current_edition()
    for spec in offered(edition):
        labels = opening_view.level_labels(edition, spec.id)
        for level in opening_view.levels(edition, spec.id):
            period = opening_view.period(edition, spec.id, level=level, place=None)
            covered = coverage(edition, spec.id, level=level, period=period)
            assert labels[str(level)].endswith(f"· {count(covered.known)} van {count(covered.places)}"), (
                spec.id,
                level,
            )


@pytest.mark.parametrize(
    ("place", "indicator", "level"),
    [("GM0758", "wb-meldingen", "GM"), ("GM0363", "meldingen", "GM"), ("PV25", "meldingen", "PV")],
)
def test_a_place_in_the_link_opens_on_its_own_level_and_the_first_figure_it_has(place, indicator, level):
    run = run_map(gemeente=place)
    assert run.selectbox(key="pick-indicator").value == indicator
    assert run.pills(key="pick-niveau").value == level
    assert not run.warning


def test_another_level_takes_along_only_what_it_has():
    run = run_map(indicator="meldingen", niveau="GM", gemeente="GM0855", periode="2023")
    run.pills(key="pick-niveau").set_value("LD").run()
    assert not run.warning
    assert "LD" in run.query_params.get("niveau")
    assert "gemeente" not in run.query_params
    run.selectbox(key="pick-indicator").set_value("wb-meldingen").run()
    assert not run.warning
    assert run.pills(key="pick-niveau").value == "GM"
