"""Funnel, ranges, small panels and the table of a comparison say the same as their tables and refuse what cannot be read."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from charts import funnel as funnel_module
from charts.chart import NothingToDrawError
from charts.funnel import MARKS, funnel_chart
from charts.rank_bars import rank_bars
from charts.small_multiples import small_multiples
from data_sources.catalogue.indicators import INDICATORS
from data_sources.period import Period
from indicators import rates
from indicators.funnel import funnel
from indicators.ranks import RankRange
from indicators.value import BANDS, indicator_values

SPEC, PERIOD = INDICATORS["meldingen"], Period.year(2023)


def rows(counts, *, bases, codes, period="2023JJ00"):
    count, base = pd.Series(counts, dtype="float64"), pd.Series(bases, dtype="float64")
    bands = rates.rate_per_10_000(count, base, rounding=pd.Series(5.0, index=count.index))
    return indicator_values(
        pd.DataFrame(
            {
                "indicator": "meldingen", "region": codes, "level": "GM", "period": period, "count": count, "base": base,
                **{name: bands[name] for name in ["value", *BANDS]}, "state": "value", "status": "final",
                "uncertain": count < 20, "source": "cbs", "table": "T1",
            }
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def drawn_funnel():
    dice = np.random.default_rng(3)
    bases = dice.integers(5_000, 300_000, 60)
    codes = [f"GM{number:04d}" for number in range(60)]
    values = rows(dice.poisson(bases * 0.007), bases=bases, codes=codes)
    found = funnel(values, spec=SPEC)
    names = {code: f"Plaats {code}" for code in codes}
    return found, names, codes


def test_a_funnel_shows_every_place_once_with_the_chosen_ones_named_in_a_shape_of_their_own(drawn_funnel):
    found, names, codes = drawn_funnel
    chart = funnel_chart(found, spec=SPEC, period=PERIOD, names=names, marked=codes[:10])
    dots = [trace for trace in chart.figure.data if trace.mode == "markers"]
    seen = sorted((x, y) for trace in dots for x, y in zip(trace.x, trace.y, strict=True))
    assert seen == sorted(zip(chart.table["size"], chart.table["value"], strict=True))
    assert [trace.name for trace in dots[1:]] == [names[code] for code in codes[:10]]
    assert len({trace.marker.symbol for trace in dots}) == 11
    assert "het gemiddelde van deze plaatsen" in chart.subtitle
    assert "spreiding" in chart.subtitle
    with pytest.raises(NothingToDrawError):
        funnel_chart(found, spec=SPEC, period=PERIOD, names=names, marked=codes[:11])


def test_the_shapes_of_chosen_places_differ_without_their_colour():
    assert len({symbol for _, symbol in MARKS}) == len(MARKS) == funnel_module.MOST_MARKED


def test_a_place_is_shown_between_two_ranks_and_never_on_one():
    ranges = {"GM0001": RankRange("GM0001", 9, 31, 342), "GM0002": RankRange("GM0002", 200, 260, 342)}
    chart = rank_bars(ranges, spec=SPEC, period=PERIOD, names={"GM0001": "Een", "GM0002": "Twee", "GM0003": "Drie"})
    assert list(chart.table["place"]) == ["Een", "Twee"]
    assert "tussen plaats 9 en 31 van 342" in chart.description
    (bar,) = chart.figure.data
    assert [(base + 0.5, base + width - 0.5) for base, width in zip(bar.base, bar.x, strict=True)] == [
        (9, 31),
        (200, 260),
    ]
    assert "Dit cijfer is zonder adviezen." in chart.caveats
    with pytest.raises(NothingToDrawError):
        rank_bars(ranges, spec=SPEC, period=PERIOD, names={"GM0009": "Nergens"})


def test_panels_share_one_scale_and_leave_out_places_with_one_figure():
    series = pd.concat(
        [
            rows([300, 320], bases=[50_000, 50_000], codes=["GM0758", "GM0855"], period=f"{year}JJ00")
            for year in (2019, 2020)
        ]
        + [rows([90], bases=[9_000], codes=["GM0748"])],
        ignore_index=True,
    )
    chart = small_multiples(
        series, spec=SPEC, names={"GM0758": "Breda", "GM0855": "Tilburg", "GM0748": "Bergen op Zoom"}
    )
    assert set(chart.table["place"]) == {"Breda", "Tilburg"}
    ranges = {
        tuple(axis.range)
        for key, axis in chart.figure.to_dict()["layout"].items()
        if key.startswith("yaxis")
        for axis in [chart.figure.layout[key]]
    }
    assert len(ranges) == 1
    assert next(iter(ranges))[0] == 0
    with pytest.raises(NothingToDrawError):
        small_multiples(series, spec=SPEC, names={"GM0748": "Bergen op Zoom"})


@pytest.mark.parametrize(
    "name", ["Nederland", "som van 20 andere gemeenten van dezelfde grootte (minder dan 20.000 inwoners)"]
)
def test_the_name_of_the_line_stands_above_the_plot_where_no_place_can_lie(drawn_funnel, name):
    found, names, codes = drawn_funnel
    chart = funnel_chart(replace(found, target_name=name), spec=SPEC, period=PERIOD, names=names, marked=codes[:10])
    (label,) = chart.figure.layout.annotations
    assert name in label.text.replace("<br>", " ")
    assert (label.yref, label.y, label.yanchor) == ("paper", 1, "bottom")
    rows = label.text.split("<br>")
    assert max(map(len, rows)) <= 40, "letters that fit on a phone"
    assert chart.figure.layout.margin.t >= 17 * len(rows)
