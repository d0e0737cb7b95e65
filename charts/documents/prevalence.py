"""Estimates from surveys among the population, as reports print them: one row per figure with its source."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.level import NETHERLANDS
from indicators import notation
from language import N_, _

_STUDIES = {  # as the note of a figure names the study
    "Prevalentiemonitor": N_("CBS, Prevalentiemonitor: mensen van 16 jaar en ouder zelf, over 12 maanden"),
    "WODC": N_("WODC: volwassenen zelf, over vijf jaar"),
}
_PREFIX = "prevalence"
_UNITS = {
    "%": "%",
    "% van bevolking 18+": N_("% van bevolking 18+"),
    "x 1 000 personen": N_("duizend mensen"),
    "x 1 000 kinderen": N_("duizend kinderen"),
    "miljoen personen": N_("miljoen mensen"),
}


class UnknownStudyError(ValueError):
    """A survey figure whose study is not described; the message names it."""


def prevalence(figures: pd.DataFrame) -> Chart:
    """Rows of data_sources.publications.figures that are survey estimates; question and unit in our words, national only."""
    estimates = _estimates(figures)
    units = [_(_UNITS[unit]) for unit in estimates["unit"]]
    respondents = [respondents_of(row) for row in estimates.to_dict("records")]
    sources = list(dict.fromkeys(estimates["source"]))
    return Chart(
        name=_("Wat onderzoek schat"),
        subtitle=_("schattingen uit onderzoek onder de bevolking, Nederland"),
        description="; ".join(
            f"{row['indicator']}, {row['period']}: {_amount(row['number'])} {row['unit']}"
            for row in estimates.to_dict("records")
        ),
        drawing=None,
        table=pd.DataFrame(
            {
                "place": _("Nederland"),
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
                _("Wat"): estimates["indicator"],
                _("Jaar"): estimates["period"],
                _("Schatting"): [
                    _estimate(value, unit) for value, unit in zip(estimates["number"], units, strict=True)
                ],
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
            _("Deze onderzoeken zijn op verschillende manieren gedaan. Zet de jaren niet zomaar naast elkaar."),
            _("Wat pers en instellingen overnamen uit onderzoek, staat er met hun naam bij."),
        ),
        key="prevalentie",
    )


def respondents_table(figures: pd.DataFrame) -> pd.DataFrame:
    """Each question and year with who was asked and the publication that prints the figure."""
    estimates = _estimates(figures)
    return pd.DataFrame(
        {
            _("Wat"): estimates["indicator"],
            _("Jaar"): estimates["period"],
            _("Wie is gevraagd"): [respondents_of(row) for row in estimates.to_dict("records")],
            _("Bron"): [_("‘{text}’", text=SOURCES[source].title) for source in estimates["source"]],
        }
    )


def questions(figures: pd.DataFrame) -> Sequence[str]:
    """What the surveys ask, in the Dutch words of the rows: messages that no code has."""
    return list(figures.loc[figures["measure"].str.startswith(_PREFIX), "indicator"].unique())


def _estimates(figures: pd.DataFrame) -> pd.DataFrame:
    estimates = figures[figures["measure"].str.startswith(_PREFIX)].sort_values(
        ["period", "indicator"], ascending=[False, True], ignore_index=True
    )
    return estimates.assign(indicator=estimates["indicator"].map(_))


def respondents_of(row: Mapping[Hashable, Any]) -> str:
    """Which study asked whom; raises UnknownStudyError for a figure of a study that is not described here."""
    if str(row["measure"]).startswith("prevalence_children"):
        return _("informanten: mensen die kinderen kennen, niet de kinderen zelf")
    for study, words in _STUDIES.items():
        if study in str(row["note"]):
            return _(words)
    msg = f"no study is known of {row['indicator']!r} ({row['period']}): {row['note']!r}"
    raise UnknownStudyError(msg)


def _estimate(value: float, unit: str) -> str:
    """A share carries its sign alone, because the question says of whom; people carry their unit."""
    return f"{_amount(value)}%" if unit.startswith("%") else f"{_amount(value)} {unit}"


def _amount(value: float) -> str:
    return notation.number(value, decimals=0 if float(value).is_integer() else 1)
