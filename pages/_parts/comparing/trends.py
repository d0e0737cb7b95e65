"""What the page Ontwikkeling says and draws: the lines, the words that may refuse, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
import streamlit as st

from charts.chart import Chart
from charts.trend import trend as draw_trend
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind, Period
from geo import registry
from indicators import notation, sentences
from indicators.trend import change, trend
from pages._parts import load, markup, provenance
from pages._parts.comparing import over_time, several

Told = Mapping[str, Sequence[tuple[str, str]]]  # place: per indicator the word on a chip, and the sentences
_LENGTHS = {Kind.YEAR: "hele jaren", Kind.HALF_YEAR: "halve jaren"}


def with_twin(
    spec: IndicatorSpec, *, codes: Sequence[str], kind: Kind, boundaries: str
) -> list[tuple[IndicatorSpec, pd.DataFrame]]:
    """Rows of an indicator and of its advice (or reports) twin, when it has one."""
    specs = [spec, *([INDICATORS[spec.twin]] if spec.twin else [])]
    return [(one, over_time.rows(one.id, codes=codes, kind=kind, boundaries=boundaries)) for one in specs]


def charts(
    series: Sequence[tuple[IndicatorSpec, pd.DataFrame]],
    *,
    codes: Sequence[str],
    kind: Kind,
    same_area: bool,
    bands: bool,
) -> Iterator[tuple[Chart, str]]:
    """The lines: with the twin in one figure for one place, in a second figure for several."""
    names = {code: several.label(code) for code in codes}
    filled = [(spec, rows) for spec, rows in series if rows["value"].notna().any()]
    if not filled:
        _nothing(codes, spec=series[0][0], kind=kind)
    drawn: list[tuple[IndicatorSpec, IndicatorSpec | None, pd.DataFrame]]
    if len(codes) == 1 and len(filled) > 1:
        (spec, rows), (twin, beside) = filled
        drawn = [(spec, twin, pd.concat([rows, beside], ignore_index=True))]
    else:
        drawn = [(spec, None, rows) for spec, rows in filled]
    for spec, beside_it, rows in drawn:
        chart = draw_trend(
            rows,
            spec=spec,
            twin=beside_it,
            names=names,
            labels=several.short_labels(codes),
            sources=provenance.lines(rows),
            bands=bands,
            same_area=same_area,
        )
        yield chart, f"ontwikkeling-{spec.id}"


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


def words(
    series: Sequence[tuple[IndicatorSpec, pd.DataFrame]], *, codes: Sequence[str], same_area: bool, titled: bool = True
) -> None:
    """For each place and indicator the trend word and the last change, or why there is none."""
    say(told(series, codes=codes, same_area=same_area), titled=titled)


def told(series: Sequence[tuple[IndicatorSpec, pd.DataFrame]], *, codes: Sequence[str], same_area: bool) -> Told:
    """The trend words of each place with a figure, in the order of ``codes``."""
    made = {}
    for code in codes:
        own = [(spec, rows[rows["region"] == code].sort_values("period")) for spec, rows in series]
        place = registry.region(code)
        said = [
            _said(one, spec=spec, place=place, same_area=same_area) for spec, one in own if one["value"].notna().any()
        ]
        if said:
            made[code] = said
    return made


def say(found: Told, *, titled: bool) -> None:
    """Show the trend words of places."""
    if found and titled:
        markup.heading("Mag u dit een trend noemen?")
    for code, said in found.items():
        with st.container(border=True, key=f"blok-trend-{code}"):
            markup.heading(several.label(code), level=3)
            for chip, words_of_it in said:
                markup.chip(chip)
                markup.paragraph(words_of_it)


def _said(own: pd.DataFrame, *, spec: IndicatorSpec, place: registry.Region, same_area: bool) -> tuple[str, str]:
    found = trend(own, spec=spec, same_area=same_area, newest=load.newest_periods())
    lines = [sentences.trend_words(found, place, spec=spec)]
    filled = own[own["value"].notna()]
    if len(filled) > 1:
        old, new = filled.iloc[-2], filled.iloc[-1]
        earlier, later = (Period.from_code(row["period"]) for row in (old, new))
        step = change(own, earlier=earlier, later=later, spec=spec, same_area=same_area)
        lines.append(sentences.changed(step, place, earlier=old, later=new, spec=spec))
    return f"{spec.short}: {found.words}", " ".join(lines)


def reading() -> None:
    """How to read the lines, and which data version they are from."""
    with st.container(border=True, key="blok-lezen"):
        markup.heading("Zo leest u de lijnen")
        markup.bullets(
            [
                "De gekleurde strook om een lijn is de band: zo ver kan het cijfer door afronding en toeval van de werkelijkheid af liggen.",
                "Een open teken en een stippellijn betekenen: voorlopig. Het CBS kan dat cijfer nog veranderen.",
                "Een gat in de lijn betekent: geen cijfer, of niet te vergelijken met de periode ervoor.",
                "Hele en halve jaren staan nooit in één grafiek. Een half jaar is ongeveer de helft van een heel jaar.",
                "We noemen iets pas een stijging of daling bij zes of meer vergelijkbare jaren, of acht halfjaren, en een strenge toets (99%).",
            ]
        )
        markup.small(f"Alle cijfers op deze pagina komen uit momentopname {load.snapshot().version}.")
