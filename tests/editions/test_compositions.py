"""Who reports: the groups come from what is loaded, and a chart of parts says how much of the total it shows."""

from dataclasses import replace

import pytest

from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.period import Period
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from editions import compositions
from editions.compositions import COMPOSITIONS, group_names
from editions.edition import current_edition
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService

WHO, KINDS = COMPOSITIONS
PLACE, PERIOD = "GM0014", Period.year(2023)


def spelled(table, names):
    """The same table with other names for some of its members."""
    first = table.dimensions[0]
    members = tuple(replace(member, title=names.get(member.title, member.title)) for member in first.members)
    return table.with_dimension(first.key, replace(first, members=members))


def refreshed(folder, names):
    tables = full(years=(2023,), only=8)
    tables["84849NED"] = spelled(tables["84849NED"], names)
    wanted = [table for table in REFRESHED_TABLES if table.id in {"84849NED", "70072ned"}]
    with CbsService(tables) as service:
        assert refresh(folder, service=Service.at(service.url), listener=Console(), tables=wanted).complete


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("Beroep: justitie: totaal", "Politie en justitie"),
        ("Beroep: justitie totaal", "Politie en justitie"),
        ("Beroep - Justitie, totaal", "Politie en justitie"),
        ("Niet-beroepsmatig totaal", "Niet beroepsmatig"),
        ("Beroep: sport en vrije tijd: totaal", "Sport en vrije tijd"),
        ("Beroepsmatig totaal", None),
        ("Totaal", None),
        ("Beroep: justitie: politieagent", None),
        ("Duur geweld: > 1 week, < 1 maand", None),
    ],
)
def test_a_group_is_known_by_its_words_and_a_sum_is_no_group(category, words):
    assert group_names(WHO, [category]).get(category) == words


def test_of_two_spellings_of_one_group_the_declared_one_is_shown():
    names = group_names(WHO, ["Beroep: justitie totaal", "Beroep: justitie: totaal"])
    assert names == {"Beroep: justitie: totaal": "Politie en justitie"}


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"Beroep: justitie: totaal": "Beroep: justitie totaal"}, "Politie en justitie"),
        ({"Beroep: medisch totaal": "Beroep: zorg: totaal"}, "Zorg"),
    ],
)
def test_groups_that_a_service_spells_otherwise_are_not_left_out(tmp_path, monkeypatch, names, shown):
    refreshed(tmp_path, names)
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    charts = {key: chart for chart, key in compositions.compositions(current_edition(), PLACE, period=PERIOD)}
    assert shown in set(charts["wie-meldt"].table["group"])


def test_what_the_groups_leave_of_the_total_is_said_and_drawn(tmp_path, monkeypatch):
    gone = {name: f"Onbekende rubriek {n}" for n, name in enumerate(list(WHO.groups)[:-3])}
    refreshed(tmp_path, gone)
    monkeypatch.setenv("HGIB_DATA", str(tmp_path))
    edition = current_edition()
    chart = next(chart for chart, key in compositions.compositions(edition, PLACE, period=PERIOD) if key == "wie-meldt")
    cells = compositions.report_cells(edition, table="84849NED", code=PLACE)
    newest = chart.table["period"].iloc[0]
    own = cells[(cells["period"].astype("str") == Period.from_key(newest).code) & (cells["category"] == "Totaal")]
    total = float(own["value"].iloc[0])
    parts = chart.table[chart.table["group"] != "Niet in deze groepen"]["value"].sum()
    rest = chart.table.loc[chart.table["group"] == "Niet in deze groepen", "value"]
    assert rest.tolist() == [total - parts]
    assert "deze groepen zijn samen" in chart.subtitle
    assert "Deze groepen zijn samen" in chart.description


def test_kinds_overlap_so_they_are_set_beside_the_total_and_have_no_rest():
    assert not KINDS.exclusive
    assert group_names(KINDS, ["Kindermishandeling totaal"]) == {"Kindermishandeling totaal": "Kindermishandeling"}
    assert group_names(KINDS, ["Mishandeling kind: verwaarlozing", "Totaal", "Onbekend"]) == {}
