"""The map and the ranking of West-Brabant 2018, for each column that is certain, with the place a reader chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from charts.documents.source import AREA
from charts.dots import dots
from charts.map.municipal import MapContext, municipal_map
from charts.map.outline import outlines
from data_sources.catalogue.areas import AREAS
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.documents import tables
from data_sources.level import Level
from data_sources.period import Period
from editions.comparators import comparator, comparators_per_period, comparisons
from editions.edition import Edition
from editions.sources import source_lines
from editions.values import row_of
from editions.values import values as values_of
from geo import registry
from indicators import notation, sentences
from indicators.checks.source_checks import printed_shares
from indicators.compare import compare
from pages._parts.figure import block
from pages._parts.figure import municipal_map as component
from pages._parts.sharing import embed
from pages._parts.ui import address, in_place, markup, pick

PERIOD = Period.year(2018)
CHOICES = {"wb-meldingen": "Meldingen", "wb-adviezen": "Adviezen", "wb-ondersteuning": "Ondersteuning"}
START = "GM0758"  # Breda, the centre municipality
_KEY = "west-brabant-kaart"


@dataclass(frozen=True)
class MapChoice:
    """Which figure and which municipality a reader looks at, with the names of all that have the figure."""

    spec: IndicatorSpec
    place: str
    names: Mapping[str, str]


def is_chosen() -> bool:
    """Whether the address asks for a figure, an order of the table, or a municipality of West-Brabant."""
    of_the_region = set(AREAS[AREA].members)
    return any(address.chosen(key) for key in ("cijfer", "sorteer")) or address.chosen("gemeente") in of_the_region


def choose(edition: Edition) -> MapChoice:
    """Pickers, and the answer about the chosen municipality."""
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        indicator = pick.segment(
            "Cijfer",
            key="cijfer",
            options=CHOICES,
            default="wb-meldingen",
            drops=lambda wanted: ["gemeente"] if address.chosen("gemeente") not in _names(edition, wanted) else [],
        )
    names = _names(edition, indicator)
    with right:
        options = dict(sorted(names.items(), key=lambda named: registry.fold(named[1])))
        place = pick.option("Zoek een gemeente", key="gemeente", options=options, default=START)
    choice = MapChoice(INDICATORS[indicator], place, names)
    if embed.wanted() is None:
        _answer(edition, choice)
    return choice


def _names(edition: Edition, indicator: str) -> Mapping[str, str]:
    """Names by code of the municipalities that have the figure."""
    values = values_of(edition, indicator, level=Level.MUNICIPALITY)
    drawn = values.loc[values["value"].notna(), "region"].astype("str")
    return {code: registry.name_in(code, year=PERIOD.calendar_year) for code in drawn}


def show(edition: Edition, choice: MapChoice) -> None:
    """The map, and all municipalities beside each other."""
    spec, place = choice.spec, choice.place
    values = values_of(edition, spec.id, level=Level.MUNICIPALITY)
    comparators = comparators_per_period(edition, spec.id, level=Level.MUNICIPALITY, periods=[PERIOD])
    sources = source_lines(values, periods=[PERIOD])
    chart = municipal_map(
        values,
        spec=spec,
        level=Level.MUNICIPALITY,
        period=PERIOD,
        context=MapContext(outlines=outlines([PERIOD], level=Level.MUNICIPALITY), comparators=comparators),
        selected=[place],
        sources=sources,
    )
    map_box, side = st.columns([7, 5], gap="medium")
    with map_box:
        block.show(
            edition,
            chart,
            key=_KEY,
            draw=partial(component.show, key=_KEY),
            place=place,
            text_columns=("vergelijking", "let op"),
        )
    with side:
        ranking = dots(
            values,
            spec=spec,
            period=PERIOD,
            names=choice.names,
            comparator=comparators[PERIOD],
            selected=[place],
            sources=sources,
        )
        drawn_by = partial(component.rows, on=chart, key="volgorde-rijen", alone=embed.hides(_KEY))
        block.show(
            edition,
            ranking,
            key="volgorde",
            draw=drawn_by,
            tab="Grafiek",
            text_columns=("vergelijking", "let op"),
        )


def _answer(edition: Edition, choice: MapChoice) -> None:
    """How many, the rate and how it stands; for reports also the printed percentage beside what follows from the counts."""
    spec, place, name = choice.spec, choice.place, choice.names[choice.place]
    row = row_of(edition, spec.id, code=place, period=PERIOD)
    if row is None:
        return
    level = Level.MUNICIPALITY
    against = comparator(edition, spec.id, level=level, period=PERIOD)
    decided = comparisons(edition, spec.id, level=level, period=PERIOD).get(place) or compare(row, against, spec=spec)
    parts = sentences.how_many(row, spec=spec, comparison=decided, against=against)
    lines = [sentences.how_it_stands(row, spec=spec, comparison=decided, against=against)]
    if spec.id == "wb-meldingen":
        lines.append(_own_sum(name, count=row["count"], inhabitants=row["base"]))
    with st.container(key="blok-plaats"):
        in_place.answer(parts, lines, about=f"{name}, {PERIOD.label}")
    markup.inline_links(
        [
            (f"/gemeente?gemeente={place}", f"Alles over {name}"),
            (f"/vergelijken?gemeente={place}&indicator={spec.id}&periode={PERIOD.key}", "Vergelijk met andere"),
        ],
        label=f"Verder met {name}",
    )


def _own_sum(name: str, *, count: float, inhabitants: float) -> str:
    """The rate as a sum with the printed inhabitants, and the percentage as printed with the check beside it."""
    rate = count / inhabitants
    check = next(share for share in printed_shares(tables.municipalities_2018()) if share.what.startswith(f"{name}:"))
    printed = f"In het document staat {notation.percent(check.printed)} van de inwoners."
    verdict = f"Nagerekend: {check.if_holds}" if check.holds else f"Dat klopt niet: {check.if_holds}"
    return (
        f"De som: {notation.count(count)} meldingen op {notation.count(inhabitants)} gedrukte inwoners is "
        f"{notation.number(rate * 10_000)} per 10.000, of {notation.number(rate * 1_000)} per 1.000. {printed} {verdict}"
    )
