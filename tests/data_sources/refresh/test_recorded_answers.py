"""Contract with the real service: answers of OData v3 that were recorded in the wild go through our reader.

None of them is a table on Veilig Thuis; they show the form CBS really writes (``recorded/v3``, long texts cut, the first rows
of data). Our made-up service is held against the same form.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data_sources.catalogue.model import Table
from data_sources.catalogue.sources import CBS
from data_sources.level import Level
from data_sources.refresh.columns import columns_of
from data_sources.refresh.labels import labels_of
from data_sources.refresh.shape import ShapeError, shape_of
from data_sources.refresh.tidy import Oddities, tidy
from data_sources.refresh.units import UnitKind
from tests.cbs_service.made_up import small

RECORDED = Path(__file__).parents[1] / "recorded" / "v3"
TABLES = sorted(path.name for path in RECORDED.iterdir())
SAYS = {
    "45012NED": "de tabel heeft geen kolom voor perioden; wel: 'FunctieKostenplaatsBalanspost', 'Categorie', 'Provincies'",
    "80137ned": "de tabel heeft geen kolom voor regio's; wel: 'Persoonskenmerken', 'Bedrijfstakken SBI '93', 'Perioden'",
    "83583NED": "de tabel heeft geen kolom voor regio's; wel: 'Bedrijfstakken/branches (SBI 2008)'",
    "84799NED": "de tabel heeft geen kolom voor perioden; wel: 'Wijken en buurten'",
}


def answer(table_id: str, entity: str):
    """Rows of a recorded answer; some were kept without the envelope around them."""
    raw = json.loads((RECORDED / table_id / f"{entity}.json").read_text(encoding="utf-8"))
    return raw["value"] if isinstance(raw, dict) else raw


def table_of(table_id: str, *, national: bool = False) -> Table:
    return Table(table_id, table_id, CBS, (), frozenset({Level.COUNTRY}), 1.0, national=national)


@pytest.mark.parametrize("table_id", TABLES)
def test_a_recorded_table_says_in_one_sentence_why_it_is_none_of_ours(table_id) -> None:
    with pytest.raises(ShapeError) as error:
        shape_of(answer(table_id, "DataProperties"), table=table_of(table_id))
    assert str(error.value).startswith(SAYS[table_id])
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("table_id", TABLES)
def test_every_measure_of_a_recorded_table_is_understood(table_id) -> None:
    columns = columns_of(answer(table_id, "DataProperties"))
    assert columns
    assert all(column.key and column.title for column in columns)
    assert {column.unit.kind for column in columns} <= set(UnitKind)
    assert all(column.is_text for column in columns if column.unit.text in {"code", "naam"})


def test_figures_without_regions_are_read_as_recorded() -> None:
    table = table_of("80137ned", national=True)
    shape = shape_of(answer("80137ned", "DataProperties"), table=table)
    members = {one.key: answer("80137ned", one.key) for one in shape.present}
    labels = labels_of(answer("80137ned", "Perioden"), members, shape=shape, table=table)
    rows = answer("80137ned", "TypedDataSet")
    oddities = Oddities()
    wanted = [row for row in rows if row["Perioden"] == "2005JJ00"]
    found = tidy(wanted, period_key="2005JJ00", table=table, shape=shape, labels=labels, oddities=oddities)
    assert set(found["region"]) == {"NL01"}
    assert len(found) == len(wanted) * 12
    jobs = found[found["measure"] == "gemiddeld_aantal_banen_totaal"].astype({"category": "str"})
    people, branches = (labels.members[key] for key in ("Persoonskenmerken", "BedrijfstakkenSBI93"))
    expected = {}
    for row in wanted:
        person, branch = people[row["Persoonskenmerken"].strip()], branches[row["BedrijfstakkenSBI93"].strip()]
        both = f"Persoonskenmerken: {person} | Bedrijfstakken SBI '93: {branch}"
        expected["Totaal" if person == branch == "Totaal" else both] = row["Totaal_1"]
    assert dict(zip(jobs["category"], jobs["value"], strict=True)) == expected


def _fields(rows, *, of: str) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for row in rows:
        kinds.setdefault(str(row.get(of, "")), set()).update(row)
    return kinds


def test_our_service_gives_each_property_the_fields_that_cbs_gives_it() -> None:
    real = _fields(answer("80137ned", "DataProperties"), of="Type")
    ours = _fields(small()["84851NED"].properties(), of="Type")
    for kind, fields in real.items():
        assert ours[kind] == fields, kind


@pytest.mark.parametrize("entity", ["TableInfos", "Perioden", "Persoonskenmerken"])
def test_our_service_gives_other_rows_the_fields_that_cbs_gives_them(entity) -> None:
    table = small()["84851NED"]
    real = set(answer("80137ned", entity)[0])
    ours = {
        "TableInfos": table.infos,
        "Perioden": lambda: table.members("Perioden"),
        "Persoonskenmerken": lambda: table.members(table.dimensions[0].key),
    }[entity]()
    assert set(ours[0]) == real
