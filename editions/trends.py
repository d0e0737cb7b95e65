"""Lines of places over time, and the words that may be said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from charts.chart import Chart
from charts.trend import trend_chart
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from editions.periods import newest_count, newest_periods
from editions.place import periods_with_figure
from editions.series import FEWEST_POINTS, last_step, richest_kind, trend_of, with_twin
from editions.sources import source_lines
from geo import registry
from geo.labels import label, short_labels
from indicators import notation, sentences
from indicators.comparators import FIRST_NATIONAL
from indicators.sentences import findings
from indicators.sentences import words as place_words
from indicators.trend import Change, NoChange, Trend, change, trend
from language import _

Series = Sequence[tuple[IndicatorSpec, pd.DataFrame]]
TrendWords = Mapping[str, Sequence[tuple[str, str]]]
"""By place: for each indicator the word with its place as a title, and the sentences."""

_REPORTS = "meldingen"


@dataclass(frozen=True)
class PlaceTrend:
    """Lines of reports and advice of one place; without a line below FEWEST_POINTS figures in one series."""

    points: int
    charts: tuple[tuple[Chart, str], ...] = ()
    words: TrendWords = field(default_factory=dict)


@cached_per_edition(most=64)
def trend_of_place(edition: Edition, code: str) -> PlaceTrend:
    """Lines and words of one municipality on its own page, in the kind of period that has most figures."""
    kind = richest_kind(edition, _REPORTS, codes=[code])
    series = with_twin(edition, _REPORTS, codes=[code], kind=kind)
    points = max(int(rows["value"].notna().sum()) for _, rows in series)
    if points < FEWEST_POINTS:
        return PlaceTrend(points)
    charts = trend_charts(series, codes=[code], same_area=False, bands=True)
    words = [_words_of_place(edition, rows, spec=spec, code=code, kind=kind) for spec, rows in series if _filled(rows)]
    return PlaceTrend(points, charts, {code: words})


def _filled(rows: pd.DataFrame) -> bool:
    return bool(rows["value"].notna().any())


def _words_of_place(
    edition: Edition, rows: pd.DataFrame, *, spec: IndicatorSpec, code: str, kind: Kind
) -> tuple[str, str]:
    """The same as ``_words`` on boundaries of then, from what the rest of the page has asked for already."""
    result = trend_of(edition, spec.id, code=code, kind=kind)
    rows = rows.sort_values("period")
    return _in_words(rows, result, last_step(edition, spec.id, code=code, kind=kind), spec=spec, code=code)


def trend_charts(
    series: Series, *, codes: Sequence[str], same_area: bool, bands: bool
) -> tuple[tuple[Chart, str], ...]:
    """Lines with the key of their figure: with the twin in one figure for one place, in a second figure for several.

    Empty when no place has a figure.
    """
    filled = [(spec, rows) for spec, rows in series if rows["value"].notna().any()]
    drawn: list[tuple[IndicatorSpec, IndicatorSpec | None, pd.DataFrame]]
    if len(codes) == 1 and len(filled) > 1:
        (spec, rows), (twin, twin_rows) = filled
        drawn = [(spec, twin, pd.concat([rows, twin_rows], ignore_index=True))]
    else:
        drawn = [(spec, None, rows) for spec, rows in filled]
    return tuple(
        (
            trend_chart(
                rows,
                spec=spec,
                twin=twin_spec,
                names={code: label(code) for code in codes},
                labels=short_labels(codes),
                sources=source_lines(rows),
                bands=bands,
                same_area=same_area,
            ),
            f"ontwikkeling-{spec.id}",
        )
        for spec, twin_spec, rows in drawn
    )


def finding(edition: Edition, series: Series, *, codes: Sequence[str], same_area: bool) -> str:
    """What the first series shows, as a title: the trend word of one place, or that of several where it is the same.

    '' without a trend word, or when a place has no figure.
    """
    spec, rows = series[0]
    trends = {}
    for code in codes:
        of_place = rows[rows["region"] == code].sort_values("period")
        if of_place["value"].isna().all():
            return ""
        counted = newest_count(edition, spec.id, code=code)
        trends[code] = trend(of_place, spec=spec, same_area=same_area, newest=newest_periods(edition), counted=counted)
    if len(trends) == 1:
        return findings.over_time(trends[codes[0]], registry.region(codes[0]), spec=spec)
    return findings.over_time_together(trends, names={code: label(code) for code in codes}, spec=spec)


def trend_words(edition: Edition, series: Series, *, codes: Sequence[str], same_area: bool) -> TrendWords:
    """The trend words of each place with a figure, in the order of ``codes``."""
    words = {}
    for code in codes:
        of_place = [(spec, rows[rows["region"] == code].sort_values("period")) for spec, rows in series]
        filled = [(spec, rows) for spec, rows in of_place if rows["value"].notna().any()]
        if filled:
            words[code] = [_words(edition, rows, spec=spec, code=code, same_area=same_area) for spec, rows in filled]
    return words


def _words(edition: Edition, rows: pd.DataFrame, *, spec: IndicatorSpec, code: str, same_area: bool) -> tuple[str, str]:
    counted = newest_count(edition, spec.id, code=code)
    result = trend(rows, spec=spec, same_area=same_area, newest=newest_periods(edition), counted=counted)
    filled = rows.loc[rows["value"].notna(), "period"]
    step = None
    if len(filled) > 1:
        earlier, later = (Period.from_code(each) for each in filled.iloc[-2:])
        step = change(rows, earlier=earlier, later=later, spec=spec, same_area=same_area)
    return _in_words(rows, result, step, spec=spec, code=code)


def _in_words(
    rows: pd.DataFrame, result: Trend, step: Change | NoChange | None, *, spec: IndicatorSpec, code: str
) -> tuple[str, str]:
    """The word of a trend with its place as a title, and the sentences on it and on the last step, if any."""
    place = registry.region(code)
    lines = [sentences.trend_sentence(result, place, spec=spec)]
    if step is not None:
        old, new = rows[rows["value"].notna()].iloc[-2:].to_dict("records")
        lines.append(sentences.changed(step, place, earlier=old, later=new, spec=spec))
    title = findings.over_time(result, place, spec=spec) or f"{label(code)}, {spec.short}: {result.words}"
    return title, " ".join(lines)


def why_no_line(edition: Edition, code: str) -> str:
    """Why no line can be drawn: the years since 2019 in which the place has a count, as they stand in the figures."""
    place = registry.region(code)
    name = place_words.name_of(place)
    years = sorted({period.calendar_year for period in periods_with_figure(edition, code)})
    years = [year for year in years if year >= FIRST_NATIONAL]
    if place.last_year is not None and place.last_year < FIRST_NATIONAL:
        return _(
            "{place} bestond tot en met {year}. Vanaf {first} zijn er dus geen cijfers over {place}, en geen lijn.",
            place=name,
            year=place.last_year,
            first=FIRST_NATIONAL,
        )
    start = _("Voor een lijn zijn cijfers per inwoner over meer jaren nodig.")
    if years:
        there = _(
            "Van {place} staan er vanaf 2019 cijfers over {years} op deze site.",
            place=name,
            years=notation.listing([str(year) for year in years]),
        )
    else:
        there = _("Van {place} staan er nog geen cijfers vanaf 2019 op deze site.", place=name)
    return f"{start} {there}"
