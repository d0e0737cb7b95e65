"""What the page Ontwikkeling says and draws: the lines, the words that may refuse, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from charts.chart import Chart, NothingToDrawError
from charts.trend import trend as draw_trend
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from geo import registry
from indicators import notation, sentences
from indicators.trend import change, trend
from pages._parts import load, markup, over_time, provenance, several

_LENGTHS = {Kind.YEAR: "hele jaren", Kind.HALF_YEAR: "halve jaren"}


def charts(
    rows: pd.DataFrame, *, codes: Sequence[str], spec: IndicatorSpec, kind: Kind, boundaries: str, bands: bool
) -> Iterator[tuple[Chart, str]]:
    """The lines, with their advice twin: in one figure for one place, in a second figure for several."""
    twin = INDICATORS.get(spec.twin or "")
    names = {code: several.label(code) for code in codes}
    beside = rows.iloc[:0]
    if twin is not None:
        beside = over_time.rows(twin.id, codes=codes, kind=kind, boundaries=boundaries)
    today = boundaries == over_time.TODAY
    together = twin is not None and len(codes) == 1 and beside["value"].notna().any()
    if together:
        parts = [(pd.concat([rows, beside], ignore_index=True), spec, twin, "ontwikkeling")]
    else:
        parts = [(rows, spec, None, "ontwikkeling"), *([(beside, twin, None, "tweeling")] if twin is not None else [])]
    for values, one, other, key in parts:
        try:
            yield (
                draw_trend(
                    values,
                    spec=one,
                    twin=other,
                    names=names,
                    sources=provenance.lines(values),
                    bands=bands,
                    same_area=today,
                ),
                key,
            )
        except NothingToDrawError:
            if one is spec:
                _nothing(codes, spec=one, kind=kind)
                break


def _nothing(codes: Sequence[str], *, spec: IndicatorSpec, kind: Kind) -> None:
    other = next(one for one in Kind if one is not kind)
    elsewhere = over_time.rows(spec.id, codes=codes, kind=other)["value"].notna().any()
    way_out = (
        f"Over {_LENGTHS[other]} zijn er wel cijfers: kies die hierboven."
        if elsewhere
        else "Kies Nederland of een andere plaats erbij, of een ander cijfer. Een verversing bij het CBS vult de reeksen aan."
    )
    with st.container(border=True, key="figuur-leeg"):
        markup.heading("Nog geen lijn te tekenen")
        markup.paragraph(
            f"Voor {notation.listing([several.label(code) for code in codes])} staan over {_LENGTHS[kind]} geen cijfers in "
            f"deze momentopname. {way_out}"
        )


def missing(rows: pd.DataFrame, *, codes: Sequence[str], spec: IndicatorSpec, kind: Kind) -> None:
    """Say which chosen places have no figure, when others do, and how the gaps are filled."""
    known = set(rows.loc[rows["value"].notna(), "region"])
    absent = [several.label(code) for code in codes if code not in known]
    if known and absent:
        markup.notice(
            f"Zonder cijfers over {_LENGTHS[kind]}: {notation.listing(absent)}.",
            f"{spec.title} staat voor deze plaatsen niet in deze momentopname, of het CBS geeft het niet.",
            link=("/bronnen", "Hoe zit dat?"),
        )


def recomputed(notes: Sequence[str]) -> None:
    """Say what was added up to show the past on the boundaries of today."""
    if notes:
        markup.notice("Omgerekend naar de gemeenten van nu.", " ".join(notes))


def words(rows: pd.DataFrame, *, codes: Sequence[str], spec: IndicatorSpec, same_area: bool) -> None:
    """For each place the change since the period before and the trend word, or why there is none."""
    known = [code for code in codes if rows.loc[rows["region"] == code, "value"].notna().any()]
    if not known:
        return
    markup.heading("Mag u dit een trend noemen?", subtitle=f"{spec.title}, {spec.unit}")
    columns = st.columns(min(len(known), 3), gap="medium")
    for number, code in enumerate(known):
        own = rows[rows["region"] == code].sort_values("period")
        place = registry.region(code)
        found = trend(own, spec=spec, same_area=same_area)
        with columns[number % len(columns)], st.container(border=True, key=f"trend-{code}"):
            markup.heading(several.label(code), level=3)
            markup.chip(found.words)
            markup.paragraph(sentences.trend_words(found, place, spec=spec))
            filled = own[own["value"].notna()]
            if len(filled) > 1:
                old, new = filled.iloc[-2], filled.iloc[-1]
                earlier, later = (Period.from_code(row["period"]) for row in (old, new))
                step = change(own, earlier=earlier, later=later, spec=spec, same_area=same_area)
                markup.paragraph(sentences.changed(step, place, earlier=old, later=new, spec=spec))


def reading() -> None:
    """How to read the lines, and which data version they are from."""
    with st.container(border=True, key="lezen"):
        markup.heading("Zo leest u de lijnen")
        markup.bullets(
            [
                "De gekleurde strook om een lijn is de band: zo ver kan het cijfer door afronding en toeval van de werkelijkheid af liggen.",
                "Een open teken en een stippellijn betekenen: voorlopig. Het CBS kan dat cijfer nog veranderen.",
                "Een gat in de lijn betekent: geen cijfer, of niet te vergelijken met de periode ervoor.",
                "Hele en halve jaren staan nooit in één grafiek. Een half jaar is ongeveer de helft van een heel jaar.",
                "We noemen iets pas een stijging of daling bij vijf of meer vergelijkbare perioden en een strenge toets (99,8%).",
            ]
        )
        markup.small(f"Alle cijfers op deze pagina komen uit momentopname {load.snapshot().version}.")
