"""A walk over all places, periods and indicators on the path of sheet, sentence and file (STATISTICS rules 12 and 16).

No forbidden kind of sentence, no "geen cijfer" beside a count, no wrong plural, no figure without its state, no failure.
"""

import io
import re
from collections.abc import Iterator
from html import unescape

import numpy as np
import pandas as pd
import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, current_edition
from editions.periods import offered
from editions.place import periods_with_figure
from editions.values import values
from geo import mergers, registry
from indicators import comparators, sentences
from indicators.comparator import Comparator
from indicators.compare import compare
from indicators.place_opening import default_period
from indicators.value import WITH_FIGURE, State
from tests import without_inhabitants
from tests.rules.linter import Context, forbidden
from web.open_data.filters import Query
from web.open_data.resources import body, indicator_rows, resources
from web.sheets import facts, page, years

pytestmark = pytest.mark.slow

NO_FIGURE = re.compile(r"\bgeen cijfers?\b", re.IGNORECASE)
ONE_OF_MANY = re.compile(
    r"(?<![\d.,–-])\b1 (gemeenten|provincies|landsdelen|plaatsen|regio's|meldingen|adviezen|inwoners|jaren|halfjaren|periodes?n"
    r"|cijfers|tabellen|documenten|controles|rijen|landen|andere gemeenten)\b"
)
NOT_FOR_READERS = re.compile(
    r"momentopname|verversing|make refresh|python -m|\bnan\b|\bNone\b|onbekend, onbetrouwbaar", re.IGNORECASE
)
INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
ALL_OF_ALL = re.compile(r"\b(?:van )?([\d.]+) van de \1 (?:gemeenten|provincies|regio's|plaatsen)")


@pytest.fixture(scope="module", params=["carried", "without the inhabitants of 2023"])
def edition(request, tmp_path_factory) -> Iterator[Edition]:
    """The newest data version: the carried one, and one that lacks a year of inhabitants."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "carried":
            patch.setenv("HGIB_DATA", str(without_inhabitants.write(tmp_path_factory.mktemp("without"))))
        yield current_edition()


def faults(text: str) -> list[str]:
    """What no text for readers may hold."""
    return [
        found[0] for pattern in (ONE_OF_MANY, NOT_FOR_READERS, INFORMAL, ALL_OF_ALL) for found in pattern.finditer(text)
    ]


def words_of(html: str) -> str:
    bare = re.sub(r"<style.*?</style>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", bare)))


def wanted(edition: Edition) -> Iterator[tuple[registry.Region, int]]:
    """Every place with its usual year; every year of a place that ended; every year in which a place has a figure."""
    for place in years.municipalities(edition):
        usual = years.usual_year(edition, place.code)
        with_figure = {period.calendar_year for period in periods_with_figure(edition, place.code)}
        every = years.years(edition, place.code) if mergers.successors(place.code) else ()
        for year in sorted({usual, *with_figure, *every} - {None}):
            yield place, year


def test_every_sheet_tells_what_is_there(edition):
    wrong, count = [], 0
    for place, year in wanted(edition):
        sheet = facts.sheet(edition, place.code, year=year)
        html = page.html(sheet, code=place.code, canonical="http://x/gemeenteblad/plaats", version="")
        count += 1
        own = (
            sheet.big,
            sheet.unit,
            sheet.situation,
            sheet.comparison,
            sheet.trend,
            *(row.value for row in sheet.rows),
        )
        period = Period.year(year)
        known = any(one.calendar_year == year for one in periods_with_figure(edition, place.code))
        if known:
            wrong += [(place.name, year, text) for text in own if NO_FIGURE.search(text)]
            wrong += [(place.name, year, "no number at the top")] * (not re.search(r"\d", sheet.big))
            wrong += [(place.name, year, "no row with its figures")] * (not sheet.rows)
        elif sheet.indicator.startswith("wb-"):
            wrong.append((place.name, year, "headed by the document of another region"))
        context = Context(place.code, period, national="Nederland" in sheet.comparison)
        for text in (sheet.situation, *(() if sheet.ended else sheet.questions)):
            wrong += [(place.name, year, name) for name in forbidden(text, context)]
        if sheet.ended:
            assert sheet.goes_on
            assert sheet.council != place.name
            wrong += [(place.name, year, text) for text in sheet.questions if place.name == sheet.council]
        wrong += [(place.name, year, fault) for fault in faults(words_of(html))]
    assert wrong == []
    assert count > 400


def test_a_place_opens_with_its_newest_count(edition):
    for place in years.municipalities(edition):
        counted = set()
        for indicator in ("meldingen", "adviezen", "wb-meldingen"):
            rows = values(edition, indicator, level=Level.MUNICIPALITY)
            own = rows[(rows["region"] == place.code) & rows["count"].notna()]
            counted |= {Period.from_code(code) for code in own["period"].astype("str")}
        newest = default_period(counted)
        if newest is not None:
            assert years.usual_year(edition, place.code) >= newest.calendar_year


def test_every_sentence_is_true_for_its_row(edition):
    wrong, seen = [], set()
    for spec in offered(edition):
        for level in spec.levels:
            rows = values(edition, spec.id, level=level)
            for code, here in rows.groupby(rows["period"].astype("str")):
                period = Period.from_code(str(code))
                country = (
                    values(edition, spec.id, level=Level.COUNTRY) if Level.COUNTRY in spec.levels else rows.iloc[:0]
                )
                against = comparators.national(country, spec=spec, period=period)
                for row in here.to_dict("records"):
                    if row["state"] == State.NOT_IN_SNAPSHOT and row["region"][-1] != "4":
                        continue  # one text for all of them: a tenth of the places is enough
                    place = registry.region(str(row["region"]))
                    told = [sentences.situation(row, place, spec=spec)]
                    found = compare(row, against, spec=spec)
                    told += sentences.quotable(row, place, spec=spec, comparator=against, comparison=found)
                    seen.add(str(row["state"]))
                    text = " ".join(told)
                    known = np.isfinite(row["count"]) or np.isfinite(row["value"])
                    context = Context(
                        place.code, period, national=isinstance(against, Comparator) or place.level is Level.COUNTRY
                    )
                    faulty = [
                        *faults(text),
                        *forbidden(text, context),
                        *(["denies a count"] if known and NO_FIGURE.search(text) else []),
                    ]
                    faulty += (
                        ["keeps a count to itself"]
                        if row["state"] == State.COUNT_ONLY and len(told) < 2 and spec.is_rate
                        else []
                    )
                    wrong += [(spec.id, place.code, period.key, fault) for fault in faulty]
    assert wrong == []
    lacking = {"count_only"} if edition.version == without_inhabitants.VERSION else set()
    assert {"value", "not_in_snapshot"} | lacking <= seen


def test_every_row_of_the_open_data_says_which_answer_it_is(edition):
    alone = 0
    for name, resource in resources(edition).items():
        for content in (body(resource, edition, Query(), ending="csv").content,):
            table = pd.read_csv(io.BytesIO(content), keep_default_na=False, na_values=[""])
            assert len(table.columns) > 2, name
            assert not any(faults(str(text)) for text in table.columns)
            if name not in INDICATORS:
                continue
            without = table["waarde"].isna() & table["aantal"].notna()
            assert (table.loc[without, "toestand"] == "count_only").all(), name
            assert table.loc[table["toestand"] == "count_only", "aantal"].notna().all(), name
            assert (table.loc[without, "uitleg"] == "alleen het aantal is bekend").all(), name
            assert table["toestand"].isin(list(State)).all()
            assert table.loc[table["waarde"].notna(), "toestand"].isin(list(WITH_FIGURE)).all()
            alone += int(without.sum())
    assert (alone > 0) is (edition.version == without_inhabitants.VERSION)


def test_a_version_without_inhabitants_shows_the_counts_of_that_year(tmp_path, monkeypatch):
    monkeypatch.setenv("HGIB_DATA", str(without_inhabitants.write(tmp_path)))
    edition = current_edition()
    assert edition.version == without_inhabitants.VERSION
    sheet = facts.sheet(edition, "GM0363", year=2023)
    assert sheet.big.startswith("8.975 meldingen")
    assert "ongeveer 8.975 meldingen in Amsterdam" in sheet.situation
    assert any(row.value == "8.975 (alleen aantal)" for row in sheet.rows)
    assert "aantal 8.975" in sheet.map.svg
    assert "8.975 meldingen" in sheet.questions[0]
    assert not NO_FIGURE.search(f"{sheet.big} {sheet.unit} {sheet.situation} {sheet.comparison} {sheet.trend}")
    rows = indicator_rows(edition, "meldingen", query=Query(codes=("GM0363",)))
    row = rows[rows["periode"] == "2023"].iloc[0]
    assert (row["toestand"], row["aantal"]) == ("count_only", 8975)


@pytest.mark.parametrize(
    "text",
    ["Som van 1 gemeenten rond Zandvoort", "1 plaatsen naast elkaar", "Geen van deze 1 plaatsen", "1 provincies", "(1 meldingen)", "in deze momentopname", "Dat kun je niet optellen.", "niet van 26 van de 26 gemeenten", "haalt met ‘python -m data_sources refresh’"],
)  # fmt: skip
def test_the_walk_sees_what_is_planted(text):
    assert faults(text)
    assert not faults("21 gemeenten, 2,1 meldingen, 1.001 plaatsen, 1 gemeente, 2021 meldingen")
