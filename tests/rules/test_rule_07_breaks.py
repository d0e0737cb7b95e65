"""Rule 7: no line, change or percentage over 2018/2019 or a change of region; files have a column that says so."""

import re
from itertools import pairwise

import pandas as pd
import pytest

from charts import trend as trend_module
from charts.files.rows import file_rows
from data_sources.period import Period
from geo import registry
from indicators import sentences
from indicators.breaks import PROTOCOL
from indicators.trend import Change, NoChange, change
from indicators.value import Position
from tests.rules.holding import ALPHEN_CHAAM, REPORTS, TAKEN, changed, holds, series, trend_of, variants

ROWS = series([500 + 50 * n for n in range(10)], first=2015, code=ALPHEN_CHAAM)  # breaks in 2019 and 2023
BROKEN = (2019, 2023)


def crosses(first, last):
    return any(first < year <= last for year in BROKEN)


def over_everything(values, *, earlier, later, spec):  # noqa: ARG001
    old, new = (values.loc[values["period"] == one.code, "value"].iloc[0] for one in (earlier, later))
    return Change(earlier, later, new - old, 0.0, Position.SIMILAR, None)


def knows_only_the_protocol(values, *, earlier, later, spec):
    if earlier.calendar_year < 2019 <= later.calendar_year:
        return NoChange(PROTOCOL)
    return over_everything(values, earlier=earlier, later=later, spec=spec)


def refuses_everything(values, *, earlier, later, spec):  # noqa: ARG001
    return NoChange("Nooit.")


def stops_at_a_break(give):
    for first in range(2015, 2025):
        for last in range(first + 1, 2025):
            found = give(ROWS, earlier=Period.year(first), later=Period.year(last), spec=REPORTS)
            assert isinstance(found, NoChange) is crosses(first, last), (first, last)


@variants(change, over_everything, knows_only_the_protocol, refuses_everything)
def test_no_change_crosses_a_break(variant, honest):
    assert holds(stops_at_a_break, variant) is honest


def joined_up(values):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trend_module, "runs", lambda line: [[point for point in line.points if point.known]])
        return trend_of(values)


def joined_at_the_region(values):
    from charts.series import runs

    def only_protocol(line):
        made = runs(line)
        return [*made[:-2], [*made[-2], *made[-1]]]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trend_module, "runs", only_protocol)
        return trend_of(values)


def without_a_band(values):
    chart = trend_of(values)
    chart.figure.layout.annotations = ()
    return chart


def has_gaps(draw):
    chart = draw(ROWS)
    lines = [list(trace.x) for trace in chart.figure.data if trace.name == "lijn"]
    assert sum(map(len, lines)) == 10
    assert not any(crosses(one, other) for line in lines for one, other in pairwise(line))
    shown = " ".join(note.text.replace("<br>", " ") for note in chart.figure.layout.annotations)
    assert "vanaf 2019 anders geteld" in shown
    assert "vanaf 2023 ander gebied" in shown


@variants(trend_of, joined_up, joined_at_the_region, without_a_band)
def test_a_line_has_a_labelled_gap_at_every_break(variant, honest):
    assert holds(has_gaps, variant) is honest


def written(values):
    return file_rows(trend_of(values), TAKEN)


def written_from_a_bare_table(values):
    """The table of another figure of the same rows, that knows no breaks itself."""
    chart = trend_of(values)
    return file_rows(changed(chart, table=chart.table.drop(columns=["break"])), TAKEN)


def without_the_column(values):
    return written(values).drop(columns=["breuk"])


def with_an_empty_column(values):
    return written(values).assign(breuk="")


def marked_everywhere(values):
    return written(values).assign(breuk=PROTOCOL)


def marks_the_breaks(write):
    rows = write(ROWS)
    assert "breuk" in rows
    marked = {int(period) for period, why in zip(rows["periode"], rows["breuk"], strict=True) if why}
    assert marked == set(BROKEN)
    assert "Midden-Brabant" in rows.loc[rows["periode"] == "2023", "breuk"].iloc[0]


@variants(written, without_the_column, with_an_empty_column, marked_everywhere)
def test_files_have_a_column_for_the_break(variant, honest):
    assert holds(marks_the_breaks, variant) is honest


def test_a_file_finds_the_breaks_of_a_table_that_does_not_name_them():
    assert holds(marks_the_breaks, written_from_a_bare_table)


def test_the_sentence_on_a_refused_change_gives_the_reason_and_no_number():
    refused = change(ROWS, earlier=Period.year(2018), later=Period.year(2020), spec=REPORTS)
    text = sentences.changed(
        refused, registry.region(ALPHEN_CHAAM), earlier=ROWS.iloc[3], later=ROWS.iloc[5], spec=REPORTS
    )
    assert PROTOCOL in text
    assert "%" not in text


ACROSS = re.compile(
    r"\b[Vv]an (?:het (?:eerste|tweede) halfjaar van )?(201[0-8]) (?:naar|tot en met) (?:het (?:eerste|tweede) halfjaar van )?(20(?:19|2\d))"
)


@pytest.mark.parametrize(
    ("file", "choices"),
    [
        ("trends.py", {}),
        ("trends.py", {"gemeente": "GM0758"}),
        ("municipality.py", {"gemeente": "GM0758"}),
        ("municipality.py", {"gemeente": "NL01"}),
        ("west_brabant.py", {}),
        ("overview.py", {}),
    ],
)
def test_no_sentence_of_a_page_goes_over_2018_and_2019(read_page, file, choices):
    assert ACROSS.search("Van 2018 naar 2020")
    steps = [found[0] for found in ACROSS.finditer(read_page(file, **choices).text)]
    assert not [step for step in steps if re.search(r"steeg|daalde|meer|minder|%", step)], steps


def test_no_published_trend_crosses_a_break(data):
    trends = pd.read_csv(f"{data}/trends.csv", dtype="str").dropna(subset=["trend_van"])
    assert len(trends)
    assert not [
        (row.trend_van, row.trend_tot_en_met)
        for row in trends.itertuples()
        if row.trend_van[:4] < "2019" <= row.trend_tot_en_met[:4]
    ]


def test_the_open_data_name_the_break_of_every_place_that_changed_hands(data):
    rows = pd.read_csv(f"{data}/meldingen.csv", dtype="str", keep_default_na=False)
    alphen = rows[(rows["code"] == ALPHEN_CHAAM) & (rows["periode"] == "2023")]
    assert alphen["breuk"].str.contains("Midden-Brabant").all()
    assert len(alphen) == 1
