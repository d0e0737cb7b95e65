"""Rule 6: a figure of reports carries the advice, or says 'zonder adviezen' on the page and in its files."""

import io
import json
import re

import pandas as pd
import pytest

from charts.comparator_table import comparator_table
from charts.files.rows import file_rows
from charts.files.text import chart_csv, chart_json
from charts.map.static import static_svg
from charts.trend import trend_chart
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from geo import registry
from tests.indicators.conftest import values_of
from tests.rules import holding
from tests.rules.holding import BREDA, REPORTS, TAKEN, changed, holds

CODES = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)][:12]
PLACES = values_of([400 + 10 * n for n in range(12)], codes=CODES, spec=REPORTS)
MANY = values_of([400 + 10 * n for n in range(30)], spec=REPORTS)  # a funnel needs thirty
YEARS = holding.series([500, 510, 520])


def beside():
    return comparator_table(PLACES.iloc[0], name="Groningen", spec=REPORTS, against=[("land", holding.country())])


def with_its_twin():
    twin = values_of([300, 310, 320], codes=[BREDA] * 3, period=list(YEARS["period"]), spec=INDICATORS["adviezen"])
    return trend_chart(
        pd.concat([YEARS, twin], ignore_index=True), spec=REPORTS, twin=INDICATORS["adviezen"], names={BREDA: "Breda"}
    )


DRAWN = {
    "map": lambda: holding.map_of(PLACES),
    "table": lambda: holding.table_of(PLACES),
    "dots": lambda: holding.dots_of(PLACES),
    "funnel": lambda: holding.funnel_of(MANY),
    "ranks": lambda: holding.ranks_of(PLACES),
    "trend": lambda: holding.trend_of(YEARS),
    "panels": lambda: holding.panels_of(YEARS),
    "beside": beside,
    "trend with its twin": with_its_twin,
}


def tells_of_advice(chart):
    if "indicator" in chart.table and set(chart.table["indicator"]) >= {"meldingen", "adviezen"}:
        assert "adviezen" in chart.name
        assert set(file_rows(chart, TAKEN)["indicator"]) == {"meldingen", "adviezen"}
        return
    assert "zonder adviezen" in " ".join((chart.name, *chart.caveats)).lower()
    written = pd.read_csv(io.BytesIO(chart_csv(chart, TAKEN)))
    assert written["kanttekeningen"].str.contains("Dit cijfer is zonder adviezen").all()
    assert "Dit cijfer is zonder adviezen." in json.loads(chart_json(chart, TAKEN))["kanttekeningen"]


def silent(chart):
    return changed(chart, caveats=REPORTS.caveats)


@pytest.mark.parametrize("draw", DRAWN)
def test_reports_never_stand_without_a_word_on_advice(draw):
    chart = DRAWN[draw]()
    assert holds(tells_of_advice, chart)
    if draw == "trend with its twin":
        alone = changed(chart, table=chart.table[:3], printed=chart.printed[:3])
        assert not holds(tells_of_advice, alone), "a name that promises the twin, and only reports in the table"
    else:
        assert not holds(tells_of_advice, silent(chart))


def test_the_picture_of_the_map_says_it_too():
    chart = DRAWN["map"]()
    assert "Dit cijfer is zonder adviezen." in static_svg(chart)
    assert "Dit cijfer is zonder adviezen." not in static_svg(silent(chart))


WITHOUT_ADVICE = re.compile(r"zonder adviezen", re.IGNORECASE)
PAGES = [
    ("overview.py", {}),
    ("map.py", {"indicator": "meldingen"}),
    ("map.py", {"indicator": "wb-meldingen"}),
    ("compare.py", {"gemeente": "GM0363", "indicator": "meldingen"}),
    ("compare.py", {"gemeente": "GM0758", "indicator": "wb-meldingen"}),
    ("trends.py", {"indicator": "meldingen"}),
    ("municipality.py", {"gemeente": "GM0758"}),
    ("municipality.py", {"gemeente": "NL01"}),
]


@pytest.mark.parametrize(("file", "choices"), PAGES)
def test_a_page_with_reports_has_the_advice_too_or_says_it_has_not(read_page, file, choices):
    text = read_page(file, **choices).text
    assert re.search(r"[Mm]eldingen", text)
    assert WITHOUT_ADVICE.search(text) or re.search(r"[\d.]+ (adviezen|keer advies)|[Aa]dviezen[^.]{0,40}\d", text)


@pytest.mark.parametrize("indicator", ["meldingen", "wb-meldingen"])
def test_every_row_of_reports_in_the_open_data_says_without_advice(data, indicator):
    rows = pd.read_csv(f"{data}/{indicator}.csv")
    assert rows["kanttekeningen"].str.contains(WITHOUT_ADVICE).all()
