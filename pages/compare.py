"""Vergelijken: how do we compare, and may I say so."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions import compared_places
from editions.comparison import Selection
from editions.periods import offered
from editions.periods import periods as periods_of
from geo import registry
from indicators import sentences
from indicators.comparators import FIRST_NATIONAL
from pages._parts import load
from pages._parts.compare import choice, several
from pages._parts.compare import figures as parts
from pages._parts.sharing import packs
from pages._parts.ui import address, in_place, markup, notice, pick
from site_map import PACK_OF_COMPARISON

address.enter()
edition = load.current_edition()
st.title("Vergelijk plaatsen")
warnings = st.container()

given = several.from_address(levels=compared_places.LEVELS, most=compared_places.MOST_CHOSEN)
search = st.container()
with st.expander("Andere keuzes: cijfer, periode, soort gebied", key="keuzes"):
    where, which, when = st.columns([3, 5, 3], vertical_alignment="bottom")
    with where:
        words = {str(each): each.singular[:1].upper() + each.singular[1:] for each in compared_places.LEVELS}
        start = Level.of(given[0]) if given else Level.MUNICIPALITY
        level = Level(pick.option("Niveau", key="niveau", options=words, default=str(start)))
    chosen = tuple(code for code in given if Level.of(code) is level)
    main = chosen[0] if chosen else None
    with which:
        titles = {spec.id: spec.title for spec in offered(edition) if periods_of(edition, spec.id, level=level)}
        start_indicator = compared_places.default_indicator(edition, main, level=level)
        indicator = pick.option("Cijfer", key="indicator", options=titles, default=start_indicator)
    with when:
        periods = {each.key: each.label for each in reversed(periods_of(edition, indicator, level=level))}
        newest = compared_places.default_period(edition, indicator, level=level, code=main)
        period = Period.from_key(pick.option("Periode", key="periode", options=periods, default=newest.key))
    preset = compared_places.default_preset(chosen, level=level)
    if level is Level.MUNICIPALITY and main is not None:
        preset = pick.option("Naast welke gemeenten", key="vergelijk", options=choice.PRESETS, default=preset)
    lines, orders, bars = st.columns(3, vertical_alignment="bottom")
    with lines:
        line = pick.option("Lijn in de grafiek", key="lijn", options=choice.LINES, default="land")
    with orders:
        order = pick.option("Volgorde", key="volgorde", options=choice.ORDERS, default="groep")
    with bars:
        bands = pick.option("Banden", key="banden", options=choice.BANDS, default="samen")
with search:
    several.pick(
        "Plaatsen (de eerste is uw plaats)",
        levels=compared_places.LEVELS,
        most=compared_places.MOST_CHOSEN,
        level=level,
    )

group = compared_places.group(
    edition, preset, code=main, chosen=chosen, level=level, indicator=indicator, period=period
)
selection = Selection(edition, indicator, level, period, group.codes, main, preset, line)
with warnings:
    address.show_wrong()
    notice.version(edition)

if main is None and level is Level.MUNICIPALITY:
    markup.heading("Of begin met een voorbeeld")
    markup.doors(choice.examples(edition))
else:
    known = parts.verdict(selection)
    if period.calendar_year < FIRST_NATIONAL:
        in_place.warning("Vergelijk deze cijfers niet met latere jaren.", notice.WHY_BREAK)
    if known:
        with st.expander("Mag ik dit zo zeggen? Zinnen om over te nemen", key="zinnen"):
            parts.quotable(selection)
    left_out = compared_places.left_out(group, year=period.calendar_year)
    if left_out:
        markup.small(left_out)
    twin = INDICATORS[indicator].twin
    if twin in titles:
        pair = {
            each.id: sentences.subject(each).capitalize()
            for each in INDICATORS.values()
            if each.id in {indicator, twin}
        }
        pick.segment("Meldingen of adviezen", key="indicator", options=pair, default=indicator, widget="pick-twin")
    if parts.side_by_side(selection, order=choice.order_of(order), bands=choice.bands_of(bands)):
        with st.expander("Voor onderzoekers: plaats op de lijst, trechter en de jaren", key="onderzoekers"):
            parts.ranges(selection)
            drawn = parts.funnel(selection)
            parts.over_the_years(selection)
        parts.everything(selection, funnel=drawn)
        markup.fold(sentences.WHY_HIGHER_TITLE, sentences.why_higher())
    if main is not None:
        name = registry.region(main).name
        of_municipality = [
            (f"/gemeente?gemeente={main}", f"Alles over {name}"),
            (f"/ontwikkeling?gemeente={main}", "Stijgt of daalt het?"),
        ]
        pack = packs.opening(edition, PACK_OF_COMPARISON, **choice.of_pack(selection, others=chosen[1:]))
        markup.buttons(of_municipality if level is Level.MUNICIPALITY else of_municipality[:1], more=pack, after=2)
