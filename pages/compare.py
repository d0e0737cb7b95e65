"""Vergelijken: how do we compare, and may I say so."""

import streamlit as st

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.periods import offered
from editions.periods import periods as periods_of
from geo import registry
from indicators.comparators import FIRST_NATIONAL
from pages._parts import load
from pages._parts.compare import choice, several
from pages._parts.compare import figures as parts
from pages._parts.ui import address, markup, notice, pick, quotes

address.enter()
edition = load.current_edition()
st.title("Vergelijk met andere plaatsen")
markup.lead("Zet plaatsen naast elkaar. U ziet hoe zeker een verschil is en hoe u het eerlijk kunt zeggen.")
notices = st.container()

given = several.from_address(levels=choice.LEVELS, most=choice.MOST_CHOSEN)
where, who = st.columns([3, 9], vertical_alignment="top")
with where:
    words = {str(each): each.singular[:1].upper() + each.singular[1:] for each in choice.LEVELS}
    start = Level.of(given[0]) if given else Level.MUNICIPALITY
    level = Level(pick.option("Niveau", key="niveau", options=words, default=str(start)))
chosen = tuple(code for code in given if Level.of(code) is level)
main = chosen[0] if chosen else None
with who:
    several.pick("Plaatsen (de eerste is uw plaats)", levels=choice.LEVELS, most=choice.MOST_CHOSEN, level=level)

which, when, kinds = st.columns([5, 3, 4], vertical_alignment="bottom")
with which:
    titles = {spec.id: spec.title for spec in offered(edition) if periods_of(edition, spec.id, level=level)}
    start_indicator = choice.default_indicator(edition, main, level=level)
    indicator = pick.option("Cijfer", key="indicator", options=titles, default=start_indicator)
with when:
    periods = {each.key: each.label for each in reversed(periods_of(edition, indicator, level=level))}
    newest = choice.default_period(edition, indicator, level=level, code=main)
    period = Period.from_key(pick.option("Periode", key="periode", options=periods, default=newest.key))
preset = "eigen" if len(chosen) > 1 or level is not Level.MUNICIPALITY else "buren"
if level is Level.MUNICIPALITY and main is not None:
    with kinds:
        preset = pick.option("Naast welke gemeenten", key="vergelijk", options=choice.PRESETS, default=preset)
with st.expander("Meer keuzes: lijn, volgorde, banden"):
    lines, orders, bars = st.columns(3, vertical_alignment="bottom")
    with lines:
        line = pick.option("Lijn in de grafiek", key="lijn", options=choice.LINES, default="land")
    with orders:
        order = pick.option("Volgorde", key="volgorde", options=choice.ORDERS, default="cijfer")
    with bars:
        bands = pick.option("Banden", key="banden", options=choice.BANDS, default="samen")

group = choice.group(edition, preset, code=main, chosen=chosen, level=level, indicator=indicator, period=period)
selection = parts.Selection(edition, indicator, level, period, group.codes, main, preset, line)
with notices:
    address.show_wrong()
    notice.version(edition)
    if period.calendar_year < FIRST_NATIONAL:
        markup.notice("Vergelijk deze cijfers niet met latere jaren.", notice.WHY_BREAK)
    left_out = choice.left_out(group, year=period.calendar_year)
    if main is None and level is Level.MUNICIPALITY:
        markup.notice(
            "Kies hieronder een gemeente.",
            "Dan zetten we die naast de gemeenten eromheen. Nu ziet u " + group.words + ".",
        )
    elif left_out:
        markup.notice("Niet alle gemeenten passen naast elkaar.", left_out)

markup.heading(group.words[:1].upper() + group.words[1:], subtitle=f"{INDICATORS[indicator].title}, {period.label}")
if parts.side_by_side(selection, order="name" if order == "naam" else "value", bands=choice.bands_of(bands)):
    parts.ranges(selection)
    with st.expander("Voor onderzoekers: de trechter"):
        drawn = parts.funnel(selection)
    parts.everything(selection, funnel=drawn)
    parts.over_the_years(selection)
    quotes.reasons(key="hoger")
parts.quotable(selection)
if main is not None and level is Level.MUNICIPALITY:
    name = registry.region(main).name
    markup.buttons(
        [
            (f"/gemeente?gemeente={main}", f"Alles over {name}"),
            (f"/ontwikkeling?gemeente={main}", "Stijgt of daalt het?"),
        ]
    )
