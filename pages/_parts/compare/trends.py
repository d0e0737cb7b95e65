"""What the page Ontwikkeling says and draws: the lines, the words that may refuse, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.edition import Edition
from editions.series import newest_counts, series
from geo.labels import label
from indicators import notation, sentences
from pages._parts.compare import nearest
from pages._parts.ui import markup

MOST_PLACES = 5
LEVELS = (Level.COUNTRY, Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)
KINDS_OF_PERIOD = {"jaar": Kind.YEAR, "halfjaar": Kind.HALF_YEAR}
"""Kinds of period by their code in the address."""
_LENGTHS = {Kind.YEAR: "hele jaren", Kind.HALF_YEAR: "halve jaren"}


def nothing(edition: Edition, codes: Sequence[str], *, spec: IndicatorSpec, kind: Kind) -> None:
    """Say that there is no line to draw, and where there are figures."""
    other = next(each for each in Kind if each is not kind)
    elsewhere = series(edition, spec.id, codes=codes, kind=other)["value"].notna().any()
    way_out = (
        f"Over {_LENGTHS[other]} zijn er wel cijfers: kies die bij Perioden." if elsewhere else "Dit staat er wel:"
    )
    with st.container(border=True, key="figuur-leeg"):
        markup.heading("Nog geen lijn te tekenen")
        markup.paragraph(
            f"Daarvoor zijn cijfers over meer jaren nodig. Die staan van {notation.listing([label(code) for code in codes])} "
            f"nog niet op deze site. {way_out}"
        )
        if not elsewhere:
            nearest.show(edition, codes[0])


def has_bands(rows: pd.DataFrame) -> bool:
    """Whether a line of these rows has a band, so that hiding bands changes what is drawn."""
    return bool((rows["value"].notna() & rows["low"].notna()).any())


def missing(rows: pd.DataFrame, *, codes: Sequence[str], spec: IndicatorSpec, kind: Kind) -> None:
    """Say which chosen places have no figure, when others do, and how the gaps are filled."""
    known = set(rows.loc[rows["value"].notna(), "region"])
    absent = [label(code) for code in codes if code not in known]
    if known and absent:
        markup.notice(
            f"Zonder cijfers over {_LENGTHS[kind]}: {notation.listing(absent)}.",
            f"{spec.title} staat voor deze plaatsen nog niet op deze site, of het CBS geeft het niet.",
            link=("/bronnen", "Hoe zit dat?"),
        )


def counts_without_rate(rows: pd.DataFrame, *, spec: IndicatorSpec) -> None:
    """Name the newest counts that have no rate yet."""
    for row in newest_counts(rows).to_dict("records"):
        period = Period.from_code(str(row["period"]))
        markup.small(
            f"{label(str(row['region']))}: over {period.in_words} is alleen het aantal bekend, "
            f"{notation.count(row['count'])} {sentences.noun(spec, number=row['count'])}."
        )


def recomputed(notes: Sequence[str]) -> None:
    """Say what was added up to show the past on the boundaries of today."""
    if notes:
        markup.notice("Omgerekend naar de gemeenten van nu.", " ".join(notes))


def reading() -> None:
    """How to read the lines, one tap away."""
    markup.fold(
        "Zo leest u de lijnen",
        [
            "De gekleurde strook om een lijn is de band: zo ver kan het cijfer door afronding en toeval van de werkelijkheid af liggen.",
            "Een open teken en een stippellijn betekenen: voorlopig. Het CBS kan dat cijfer nog veranderen.",
            "Een gat in de lijn betekent: geen cijfer, of niet te vergelijken met de periode ervoor.",
            "Hele en halve jaren staan nooit in één grafiek. Een half jaar is ongeveer de helft van een heel jaar.",
            "We noemen iets pas een stijging of daling bij zes of meer vergelijkbare jaren, of acht halfjaren, en een strenge toets (99%).",
        ],
    )
