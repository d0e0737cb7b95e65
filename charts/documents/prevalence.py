"""Estimates from surveys among the population, as reports print them: one row per figure with its source."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.level import NETHERLANDS
from indicators import notation

_STUDIES = {  # as the note of a figure names the study
    "Prevalentiemonitor": "CBS, Prevalentiemonitor: mensen van 16 jaar en ouder zelf, over 12 maanden",
    "WODC": "WODC: volwassenen zelf, over vijf jaar",
}
_PREFIX = "prevalence"
_UNITS = {"%": "%", "x 1 000 personen": "duizend mensen", "miljoen personen": "miljoen mensen"}


class UnknownStudyError(ValueError):
    """A survey figure whose study is not described; the message names it."""


def prevalence(figures: pd.DataFrame) -> Chart:
    """Rows of data_sources.publications.figures that are survey estimates; unit in our words, national only."""
    estimates = figures[figures["measure"].str.startswith(_PREFIX)].sort_values(
        ["period", "indicator"], ascending=[False, True], ignore_index=True
    )
    units = [_UNITS.get(unit, unit.replace("x 1 000", "duizend")) for unit in estimates["unit"]]
    respondents = [respondents_of(row) for row in estimates.to_dict("records")]
    sources = list(dict.fromkeys(estimates["source"]))
    return Chart(
        name="Wat onderzoek schat",
        subtitle="schattingen uit onderzoek onder de bevolking, Nederland",
        description="; ".join(
            f"{row['indicator']}, {row['period']}: {_amount(row['number'])} {row['unit']}"
            for row in estimates.to_dict("records")
        ),
        drawing=None,
        table=pd.DataFrame(
            {
                "place": "Nederland",
                "region": NETHERLANDS,
                "period": estimates["period"],
                "value": estimates["number"],
                "unit": units,
                "status": estimates["status"],
                "indicator_printed": estimates["indicator"],
                "note": estimates["note"],
                "asked": respondents,
                "publication": [SOURCES[source].title for source in estimates["source"]],
            }
        ),
        printed=pd.DataFrame(
            {
                "Wat": estimates["indicator"],
                "Jaar": estimates["period"],
                "Schatting": [_estimate(value, unit) for value, unit in zip(estimates["number"], units, strict=True)],
            }
        ),
        sources=tuple(
            SourceLine(
                owner=SOURCES[source].owner, table=SOURCES[source].title, licence=SOURCES[source].licence, date=""
            )
            for source in sources
            if SOURCES[source].kind is SourceKind.CBS
        ),
        caveats=(
            "Deze onderzoeken zijn op verschillende manieren gedaan. Zet de jaren niet zomaar naast elkaar.",
            "Wat pers en instellingen overnamen uit onderzoek, staat er met hun naam bij.",
        ),
        key="prevalentie",
    )


def respondents_table(figures: pd.DataFrame) -> pd.DataFrame:
    """Each question and year with who was asked and the publication that prints the figure, under Dutch heads."""
    estimates = figures[figures["measure"].str.startswith(_PREFIX)].sort_values(
        ["period", "indicator"], ascending=[False, True], ignore_index=True
    )
    return pd.DataFrame(
        {
            "Wat": estimates["indicator"],
            "Jaar": estimates["period"],
            "Wie is gevraagd": [respondents_of(row) for row in estimates.to_dict("records")],
            "Bron": [f"‘{SOURCES[source].title}’" for source in estimates["source"]],
        }
    )


def respondents_of(row: Mapping[Hashable, Any]) -> str:
    """Which study asked whom; raises UnknownStudyError for a figure of a study that is not described here."""
    if str(row["measure"]).startswith("prevalence_children"):
        return "informanten: mensen die kinderen kennen, niet de kinderen zelf"
    for study, words in _STUDIES.items():
        if study in str(row["note"]):
            return words
    msg = f"no study is known of {row['indicator']!r} ({row['period']}): {row['note']!r}"
    raise UnknownStudyError(msg)


def _estimate(value: float, unit: str) -> str:
    """A share carries its sign alone, because the question says of whom; people carry their unit."""
    return f"{_amount(value)}%" if unit.startswith("%") else f"{_amount(value)} {unit}"


def _amount(value: float) -> str:
    return notation.number(value, decimals=0 if float(value).is_integer() else 1)
