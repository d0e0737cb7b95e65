"""Kaart: what does my area look like next to others."""

import streamlit as st

from charts.chart import Chart
from charts.dots import MOST_PLACES, dots
from charts.map import MapContext, municipal_map, outlines
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from geo import registry
from pages._parts import address, block, load, markup, notice, pick, provenance
from pages._parts import municipal_map as component
from pages._parts.comparing import against
from pages._parts.place import card as place_card

START = "wb-meldingen"  # the view with most published figures: 19 of 19 municipalities of the document
LEVELS = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)

address.enter("kaart")
st.title("Kaart van meldingen en adviezen")
markup.lead(notice.REPORT_IS_NOT_VICTIM)
told = st.container()

which, where, when, who = st.columns([3, 2, 2, 3], vertical_alignment="bottom")
with which:
    on_map = {
        spec.id: spec.title
        for spec in load.offered()
        if any(load.periods(spec.id, level=one) for one in LEVELS if one in spec.levels)
    }
    indicator = pick.one("Cijfer", key="indicator", options=on_map, default=START)
spec = INDICATORS[indicator]
filled = {level: load.periods(indicator, level=level) for level in LEVELS if level in spec.levels}
with where:
    levels = {str(one): one.singular.capitalize() for one, known in filled.items() if known}
    level = Level(pick.one("Niveau", key="niveau", options=levels, default=next(iter(levels))))
with when:
    period = pick.period(filled[level], label="Perioden")
with who:
    place = pick.place(level=level, year=period.calendar_year, label=f"Zoek een {level.singular}")

values = load.values(indicator, level=level)
same_kind = [one for one in filled[level] if one.kind is period.kind]
comparators = against.per_period(indicator, level=level, periods=same_kind)
sources = provenance.lines(values, periods=same_kind)
with told:
    address.show_wrong()
    notice.version(load.snapshot())
    notice.coverage(values, level=level, period=period)
    if period.calendar_year < notice.FIRST_COMPARABLE:
        markup.notice("Vergelijk deze cijfers niet met latere jaren.", notice.WHY_BREAK)

chart = municipal_map(
    values,
    spec=spec,
    level=level,
    period=period,
    context=MapContext(
        outlines(same_kind, level=level),
        comparators,
        inhabitants=load.inhabitants(level=level, year=period.calendar_year),
    ),
    selected=[place] if place else [],
    sources=sources,
)


def _draw(chart: Chart) -> None:
    choice = component.show(chart, key="kaart")
    chosen = {"gemeente": choice.place, "periode": choice.period}
    changes = {key: value for key, value in chosen.items() if value}
    if changes:
        address.write(changes)
        st.rerun()


left, right = st.columns([7, 5], gap="medium")
with left:
    marked = [position for position, code in enumerate(chart.table["region"]) if code == place]
    block.show(chart, key="kaart", draw=_draw, marked=marked, text_columns=("vergelijking", "let op"))
with right:
    place_card.show(values, spec=spec, code=place, period=period, comparator=comparators[period], level=level)
    names = place_card.nearby(chart.table, code=place, year=period.calendar_year, most=MOST_PLACES)
    if names:
        block.show(
            dots(
                values,
                spec=spec,
                period=period,
                names={code: registry.name_in(code, year=period.calendar_year) for code in names},
                comparator=comparators[period],
                selected=[place] if place else [],
                sources=sources,
            ),
            key="verschil",
        )
