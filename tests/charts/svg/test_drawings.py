"""The SVG of every chart of every page: each point, each bar and each word of the figure is in it, inside the picture."""

import re
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

import site_map
from charts import svg
from charts.chart import Chart
from charts.palette import LIGHT
from charts.svg import words
from charts.svg.scales import round_values
from pages._parts.figure import block
from tests.page_run import page_run
from tests.pages.figures_of_pages import SELECTIONS

FILES = {page.path: page.file for page in site_map.PAGES}


@pytest.fixture(scope="module")
def charts() -> dict[str, Chart]:
    """Every chart that a page shows for the selections of the tests, by page and key."""
    seen: dict[str, Chart] = {}
    with pytest.MonkeyPatch.context() as patch:
        show = block.show
        for path, selections in SELECTIONS.items():

            def kept(edition, chart, *, key, path=path, **more):
                seen[f"{path}/{key}"] = chart
                return show(edition, chart, key=key, **more)

            patch.setattr(block, "show", kept)
            for choices, _ in selections[:2]:
                run = page_run(FILES[path])
                for name, value in choices.items():
                    run.query_params[name] = value
                run.run()
                assert not run.exception, path
    return {name: chart for name, chart in seen.items() if svg.can_draw(chart)}


def drawn(chart: Chart, width: int) -> ET.Element:
    return ET.fromstring(svg.plot(chart, width_px=width))


def of_class(picture: ET.Element, name: str) -> list[ET.Element]:
    return [node for node in picture.iter() if name in (node.get("class") or "").split()]


def text(node: ET.Element) -> str:
    return "".join(node.itertext())


@pytest.mark.parametrize("width", [280, 720, 896])
def test_every_point_and_bar_of_every_chart_is_drawn_with_its_words(charts, width):
    assert len(charts) > 15
    for name, chart in charts.items():
        picture, body = drawn(chart, width), chart.figure.to_plotly_json()
        known = [
            (trace, at)
            for trace in body["data"]
            if trace["type"] == "bar" or "markers" in (trace.get("mode") or "")
            for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True))
            if x is not None and y is not None and x == x and y == y  # noqa: PLR0124 -- not a number
        ]
        legend = sum(
            trace.get("showlegend") is not False and "markers" in (trace.get("mode") or "") for trace in body["data"]
        )
        marks = of_class(picture, "hg-mark") + of_class(picture, "hg-bar")
        assert len(marks) == len(known) + (legend if body["layout"].get("showlegend") else 0), name
        spots = [spot.get("data-words") for spot in of_class(picture, "hg-spot")]
        labelled = [pair for pair in known if pair[0].get("hoverinfo") != "skip" and pair[0].get("hovertemplate")]
        assert len(spots) == len(labelled), name
        assert all(re.search(r"\w", each or "") and "%{" not in (each or "") for each in spots), name


@pytest.mark.parametrize("width", [280, 720])
def test_every_word_of_a_figure_is_in_the_picture(charts, width):
    for name, chart in charts.items():
        picture, layout = drawn(chart, width), chart.figure.to_plotly_json()["layout"]
        shown = " ".join(text(node) for node in picture.iter() if node.tag.endswith("text"))
        for note in layout.get("annotations", ()):
            for line in words.lines_of(note["text"]):
                assert words.bare(line) in shown, (name, line)
        for axis in ("yaxis", "xaxis"):
            for label in layout.get(axis, {}).get("ticktext") or ():
                if axis == "yaxis":  # years at a narrow axis may be left out, names never
                    assert set(words.bare(label.replace("<br>", " ")).split()) <= set(shown.split()), (name, label)


def test_nothing_is_drawn_outside_the_picture(charts):
    for name, chart in charts.items():
        for width in (280, 720):
            picture = drawn(chart, width)
            _, _, wide, high = map(float, picture.get("viewBox").split())
            for spot in of_class(picture, "hg-spot"):
                assert 0 <= float(spot.get("data-x")) <= wide, (name, width)
                assert 0 <= float(spot.get("data-y")) <= high, (name, width)
            for node in picture.iter():
                if node.tag.endswith("text"):
                    assert 0 <= float(node.get("y")) <= high + 2, (name, text(node))


def test_colours_are_those_of_the_page_and_numbers_are_numbers(charts):
    for name, chart in charts.items():
        source = svg.plot(chart, width_px=720)
        assert "nan" not in re.sub(r">[^<]*<|data-words=\"[^\"]*\"", "", source), name
        assert re.findall(r"#[0-9a-f]{6}", source) == [], name
        names = set(re.findall(r"var\(--hg-([a-z0-9-]+)\)", source))
        assert names <= set(LIGHT.properties), name


def test_the_drawings_of_a_page_keep_their_height(charts):
    for chart in charts.values():
        assert set(svg.drawings(chart)) == {"narrow", "wide"}
        for drawing in svg.drawings(chart).values():
            assert re.search(r'viewBox="0 0 \d+ \d+(\.\d+)?"', drawing)


def test_words_with_mark_up_cannot_become_mark_up_of_the_page():
    figure = go.Figure(
        go.Scatter(
            x=[1], y=['<img src=x onerror="1">'], mode="markers", marker={"color": LIGHT.ink},
            hovertemplate="<b>%{y}</b><extra></extra>",
        ),
        layout={
            "height": 200, "xaxis": {"range": [0, 2]},
            "yaxis": {"categoryarray": ['<img src=x onerror="1">'], "range": [0.5, -0.5], "tickvals": ['<img src=x onerror="1">']},
        },
    )  # fmt: skip
    chart = Chart("Naam", "", "Woorden", figure, table=[1], printed=[1])
    picture = svg.plot(chart, width_px=280)
    assert "<img" not in picture
    ET.fromstring(picture)


@pytest.mark.parametrize(
    ("low", "high", "marked"),
    [(0, 51.3, [0, 20, 40]), (0, 129.8, [0, 50, 100]), (0, 7, [0, 2, 4, 6]), (0, 0.9, [0, 0.2, 0.4, 0.6, 0.8])],
)
def test_marks_on_an_axis_are_round(low, high, marked):
    assert round_values(low, high, most=6) == marked
