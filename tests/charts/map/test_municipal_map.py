"""The map as data: what it holds, refuses and prints; its static twin and its published files."""

import dataclasses
import json
import re
import xml.etree.ElementTree as ET

import pytest

from charts import map as kaart
from charts.map import publish
from charts.palette import PALETTES, Theme
from data_sources.level import Level
from data_sources.period import Kind, Period
from indicators.value import State
from tests.charts.map import figures


def draw(**changes):
    values = figures.rows()
    arguments = {
        "spec": figures.SPEC, "level": Level.MUNICIPALITY, "period": Period.year(2022),
        "context": kaart.MapContext(kaart.outlines(figures.PERIODS, level=Level.MUNICIPALITY)),
    } | changes  # fmt: skip
    return kaart.municipal_map(values, **arguments)


def test_a_map_of_raw_counts_is_refused():
    for spec in (dataclasses.replace(figures.SPEC, per=1), dataclasses.replace(figures.SPEC, unit="aantal meldingen")):
        with pytest.raises(kaart.RawCountsOnMapError):
            draw(spec=spec)


def test_counts_dressed_as_values_are_refused_too():
    values = figures.rows().assign(base=float("nan"))
    with pytest.raises(kaart.RawCountsOnMapError):
        kaart.municipal_map(
            values, spec=figures.SPEC, level=Level.MUNICIPALITY, period=Period.year(2022),
            context=kaart.MapContext(kaart.outlines(figures.PERIODS, level=Level.MUNICIPALITY)),
        )  # fmt: skip


def test_the_map_shows_exactly_the_figures_of_its_table():
    chart = draw()
    shown = next(period for period in chart.figure.payload["periods"] if period["key"] == "2022")
    known = chart.table[chart.table["state"] == State.VALUE]
    assert {code: figure[0] for code, figure in shown["d"].items()} == dict(
        zip(known["region"], known["value"].round(1), strict=True)
    )
    assert len(chart.table) == len(chart.printed) == 345


def test_every_period_of_one_kind_is_in_it_and_no_other_kind():
    half = Period.half_year(2022, 1)
    outlines = kaart.outlines([*figures.PERIODS, half], level=Level.MUNICIPALITY)
    chart = draw(context=kaart.MapContext(outlines))
    assert [period["key"] for period in chart.figure.payload["periods"]] == ["2018", "2022", "2023"]
    assert Kind.HALF_YEAR not in {Period.from_key(period["key"]).kind for period in chart.figure.payload["periods"]}


def test_the_description_names_indicator_place_period_value_and_unit():
    text = draw().description
    for part in ("Proefmeldingen", "per 10.000 inwoners", "gemeente", "2022", "341 van 345", "99,0"):
        assert part in text


def test_missing_states_travel_as_states_and_never_as_a_number():
    shown = draw().figure.payload["periods"][1]
    assert {code: shown["x"][code] for code in figures.STATES} == {
        "GM0034": "z",
        "GM0037": "r",
        "GM0050": "c",
        "GM0059": "k",
    }
    assert not set(figures.STATES) & set(shown["d"])


def test_the_payload_stays_small():
    assert len(json.dumps(draw().figure.payload, separators=(",", ":"))) < 45_000


@pytest.mark.parametrize("theme", Theme)
def test_the_static_picture_speaks_for_itself(theme):
    chart = figures.chart(selected=("GM0758",))
    picture = kaart.static_svg(chart, palette=PALETTES[theme])
    root = ET.fromstring(picture)
    name = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{name}title").text == chart.name
    assert root.find(f"{name}desc").text == chart.description
    words = " ".join(text.text or "" for text in root.iter(f"{name}text"))
    for part in (
        "Proefmeldingen, 2022",
        "per 10.000 inwoners",
        "minder dan 20",
        "CBS / Kadaster",
        "Een melding is geen slachtoffer.",
        "Breda",
    ):
        assert part in words
    ids = re.findall(r' id="([^"]+)"', picture)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", picture)) <= set(ids)


def test_the_files_of_the_component_are_built_once_and_those_of_an_older_content_go(tmp_path, monkeypatch):
    names = publish.publish(tmp_path)
    (tmp_path / "index.00000000.js").write_text("old")
    assert publish.publish(tmp_path) == names, "what is there is left as it is"
    monkeypatch.setattr(publish, "contents", lambda: {"index.js": "new", "style.css": "new"})
    newer = publish.publish(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(newer.values())
    assert not set(newer.values()) & set(names.values())


def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(publish.UnwritableFolderError, match=r"python -m charts\.map\.publish"):
        publish.publish(tmp_path / "file" / "built")
