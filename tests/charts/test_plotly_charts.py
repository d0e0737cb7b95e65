"""The Plotly charts: their content, their table, their words, and what they refuse. No pictures."""

import json

import numpy as np
import pandas as pd
import pytest

from charts.bars import bars
from charts.chart import NothingToDrawError
from charts.columns import columns
from charts.counts import CountLabels
from charts.dots import dots
from charts.trend import trend_chart
from data_sources.period import MixedPeriodsError, Period
from indicators.comparator import NoComparator, comparator_of
from indicators.value import indicator_values
from tests.charts.map.figures import SPEC

WORDS = CountLabels(
    key="proef", title="Proefproducten", place="Proefregio", region="DR01", unit="keer", group_head="product"
)


def row(
    region: str, period: str, value: float, *, state: str = "value", status: str = "final", uncertain: bool = False
):
    band = {
        name: value - 3 if "low" in name else value + 3
        for name in ("rounding_low", "rounding_high", "chance_low", "chance_high", "low", "high")
    }
    return {
        "indicator": "proef", "region": region, "level": region[:2], "period": period, "count": value, "base": 10_000.0,
        "value": value, **band, "rounding": 5.0, "dispersion": 1.55, "state": state, "status": status, "uncertain": uncertain, "source": "s", "table": "t",
    }  # fmt: skip


def series(*rows) -> pd.DataFrame:
    return indicator_values(pd.DataFrame(list(rows)))


def years(*values: float, first: int = 2017) -> pd.DataFrame:
    return series(
        *(
            row("NL01", f"{first + at}JJ00", value, state="cbs_dot" if np.isnan(value) else "value")
            for at, value in enumerate(values)
        )
    )


def drawn_lines(chart) -> list[list[float]]:
    return [list(trace.x) for trace in chart.figure.data if trace.name == "lijn"]


def test_no_line_crosses_the_break_of_2019():
    chart = trend_chart(years(40, 41, 50, 51), spec=SPEC, names={"NL01": "Nederland"})
    assert drawn_lines(chart) == [[2017, 2018], [2019, 2020]]
    assert any("vanaf 2019<br>anders geteld" in note.text for note in chart.figure.layout.annotations)
    assert any("onderbroken" in caveat for caveat in chart.caveats)


def test_a_missing_period_is_a_gap_and_stays_in_the_table_with_its_reason():
    chart = trend_chart(years(40, 41, np.nan, 43, 44, first=2019), spec=SPEC, names={"NL01": "Nederland"})
    assert drawn_lines(chart) == [[2019, 2020], [2022, 2023]]
    assert "geheim (CBS)" in chart.printed.iloc[2][SPEC.unit]
    assert len(chart.table) == 5


def test_periods_without_any_figure_do_not_stretch_the_axis_but_one_in_between_stays():
    empty = float("nan")
    found = trend_chart(
        series(
            row("NL01", "2019JJ00", empty, state="not_in_snapshot"), row("NL01", "2020JJ00", 30.0),
            row("NL01", "2021JJ00", empty, state="not_in_snapshot"), row("NL01", "2022JJ00", 31.0),
            row("NL01", "2023JJ00", empty, state="cbs_dot"), row("NL01", "2025JJ00", empty, state="not_in_snapshot"),
        ),
        spec=SPEC, names={"NL01": "Nederland"},
    )  # fmt: skip
    assert found.table["period"].tolist() == ["2020JJ00", "2021JJ00", "2022JJ00", "2023JJ00"]


def test_years_and_half_years_are_refused_together():
    values = series(row("NL01", "2020JJ00", 40), row("NL01", "2020HJ01", 20))
    with pytest.raises(MixedPeriodsError):
        trend_chart(values, spec=SPEC, names={"NL01": "Nederland"})
    counts = pd.DataFrame({"group": ["a", "a"], "period": ["2020", "2020-H1"], "value": [4, 2]})
    for draw in (columns, bars):
        with pytest.raises(MixedPeriodsError):
            draw(counts, words=WORDS)


def test_a_provisional_period_has_an_open_mark_and_a_dotted_line():
    values = series(
        row("NL01", "2021JJ00", 40), row("NL01", "2022JJ00", 41), row("NL01", "2023JJ00", 42, status="provisional")
    )
    chart = trend_chart(values, spec=SPEC, names={"NL01": "Nederland"})
    marks = next(trace for trace in chart.figure.data if trace.mode == "markers")
    assert list(marks.marker.symbol) == ["circle", "circle", "circle-open"]
    assert [trace.line.dash for trace in chart.figure.data if trace.name == "lijn"] == ["solid", "dot"]


def test_a_trend_starts_at_zero_and_names_each_line_at_its_end():
    chart = trend_chart(years(40, 41, first=2020), spec=SPEC, names={"NL01": "Nederland"})
    assert chart.figure.layout.yaxis.range[0] == 0
    assert not chart.figure.layout.template.layout.showlegend
    assert any("Nederland" in note.text and "41,0" in note.text for note in chart.figure.layout.annotations)


def test_a_trend_describes_indicator_place_period_value_and_unit_and_no_change_over_the_break():
    text = trend_chart(years(40, 41, 50, 51), spec=SPEC, names={"NL01": "Nederland"}).description
    for part in (
        "Nederland: meldingen",
        "per 10.000 inwoners",
        "van 40,0 in 2017 naar 41,0 in 2018",
        "van 50,0 in 2019 naar 51,0 in 2020",
    ):
        assert part in text
    assert "van 40,0 in 2017 naar 51,0" not in text


def test_a_trend_shows_the_figures_of_its_table():
    chart = trend_chart(years(40, 41, 50, 51), spec=SPEC, names={"NL01": "Nederland"})
    marks = next(trace for trace in chart.figure.data if trace.mode == "markers")
    assert list(marks.y) == list(chart.table["value"].dropna())
    assert [words[1] for words in marks.customdata] == list(chart.printed[SPEC.unit])


def test_dots_stand_in_order_of_value_and_compare_with_a_named_line():
    shown = (("GM0758", 40), ("GM0855", 60), ("GM0777", 50))
    values = series(
        *(row(code, "2022JJ00", value) | {"count": value * 100.0, "base": 1_000_000.0} for code, value in shown)
    )
    names = {"GM0758": "Breda", "GM0855": "Tilburg", "GM0777": "Etten-Leur"}
    against = comparator_of(
        series(row("NL01", "2022JJ00", 50) | {"count": 85_000.0, "base": 17_000_000.0}).iloc[0],
        name="Nederland",
        spec=SPEC,
    )
    chart = dots(values, spec=SPEC, period=Period.year(2022), names=names, comparator=against, selected={"GM0758"})
    assert list(chart.table["place"]) == ["Tilburg", "Etten-Leur", "Breda"]
    assert list(chart.table["position"]) == ["hoger", "ongeveer gelijk", "lager"]
    assert any("Nederland 50,0" in note.text for note in chart.figure.layout.annotations)
    assert {
        (y, x) for trace in chart.figure.data if trace.mode == "markers" for x, y in zip(trace.x, trace.y, strict=True)
    } == set(zip(chart.table["place"], chart.table["value"], strict=True))
    for part in ("Breda 40,0", "tussen 37,0 en 43,0", "2022", "per 10.000 inwoners", "Nederland"):
        assert part in chart.description
    by_name = dots(
        values, spec=SPEC, period=Period.year(2022), names=names, comparator=NoComparator("Geen."), order="name"
    )
    assert list(by_name.table["place"]) == ["Breda", "Etten-Leur", "Tilburg"]


def test_dots_refuse_more_places_than_can_be_read_and_nothing_at_all():
    many = {f"GM{number:04d}": str(number) for number in range(27)}
    values = series(*(row(code, "2022JJ00", 40) for code in many))
    for names in (many, {"GM9999": "Nergens"}):
        with pytest.raises(NothingToDrawError):
            dots(values, spec=SPEC, period=Period.year(2022), names=names, comparator=NoComparator("Geen."))


COUNTS = pd.DataFrame(
    {"group": ["Meldingen"] * 2 + ["Huisverbod"] * 2, "period": [2017, 2018] * 2, "value": [7561, 6039, 57, 70]}
)


@pytest.mark.parametrize("draw", [columns, bars])
def test_counts_are_shown_described_and_tabled_alike(draw):
    chart = draw(COUNTS, words=WORDS)
    shown = sorted(value for trace in chart.figure.data for value in (trace.x if trace.orientation == "h" else trace.y))
    assert shown == sorted(chart.table["value"]) == [57, 70, 6039, 7561]
    for part in ("Proefproducten", "Proefregio", "keer", "7.561 in 2017", "70 in 2018", "Huisverbod"):
        assert part in chart.description
    assert "6.039" in set(chart.printed["keer"])


def test_a_count_that_was_not_printed_is_not_a_zero():
    chart = bars(COUNTS.iloc[:3], words=WORDS)
    assert "niet gedrukt" in set(chart.printed["keer"])
    assert any("niet gedrukt" in text for trace in chart.figure.data for text in trace.text)
    assert chart.table["value"].isna().sum() == 1


def test_bars_refuse_three_periods():
    rows = pd.concat([COUNTS, COUNTS.assign(period=2016).drop_duplicates(["group", "period"])])
    with pytest.raises(NothingToDrawError):
        bars(rows, words=WORDS)


def all_charts():
    values = series(row("NL01", "2022JJ00", 40), row("NL01", "2023JJ00", 41))
    names = {"NL01": "Nederland"}
    yield trend_chart(values, spec=SPEC, names=names)
    yield dots(
        values,
        spec=SPEC,
        period=Period.year(2022),
        names=names,
        comparator=comparator_of(values.iloc[0], name="Nederland", spec=SPEC),
    )
    yield columns(COUNTS, words=WORDS)
    yield bars(COUNTS, words=WORDS)


@pytest.mark.parametrize("chart", all_charts(), ids=lambda chart: chart.key)
def test_every_chart_speaks_dutch_numbers_and_reads_on_a_phone(chart):
    spec = json.loads(chart.figure.to_json())
    text = json.dumps(spec)
    assert spec["layout"]["template"]["layout"]["separators"] == ",."
    assert "bdata" not in text
    assert all(size >= 12 for size in sizes(spec))


def sizes(node) -> list[float]:
    """Sizes of all fonts in a figure."""
    if isinstance(node, list):
        return [size for part in node for size in sizes(part)]
    if not isinstance(node, dict):
        return []
    own = [
        part["size"] for key, part in node.items() if key.endswith("font") and isinstance(part, dict) and "size" in part
    ]
    return own + [size for part in node.values() for size in sizes(part)]
