"""Which share of counts measures an indicator of the programme of Hart van Brabant, in percent, or why none does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from data_sources.protocol import FIRST_YEAR
from indicators.checks.counts import TOTALS

_JUSTICE = "Justitie en veiligheid: totaal"
_POLICE = "J en V: politie: totaal"
_OLDER = "Ouderenmishandeling (ouder dan 65 jaar)"
CATEGORIES = (*TOTALS, _JUSTICE, _POLICE, _OLDER)
"""Categories that the monitor needs; hand them to CbsCounts.of."""


@dataclass(frozen=True)
class SharePart:
    """A count that is added to (sign 1) or taken from (-1) one side of a share."""

    measure: str
    categories: tuple[str, ...] = TOTALS
    sign: int = 1


@dataclass(frozen=True)
class Measured:
    """How one indicator of the programme is measured: a share of counts, or why it is not.

    ``instead`` serves a place for which the counts of the first choice are not loaded (STATISTICS rule 17).
    """

    title: str = ""  # Dutch: the indicator of ours
    above: tuple[SharePart, ...] = ()
    below: tuple[SharePart, ...] = ()
    note: str = ""  # Dutch: what the measure leaves out, or why there is none
    instead: Measured | None = None


_ALL_CONTACTS = (SharePart("advice"), SharePart("reports"))
MEASURED: Mapping[str, Measured] = {
    "I1a": Measured("Adviezen als deel van adviezen en meldingen samen", (SharePart("advice"),), _ALL_CONTACTS),
    "I1b": Measured("Meldingen als deel van adviezen en meldingen samen", (SharePart("reports"),), _ALL_CONTACTS),
    "I2": Measured(
        "Hermeldingen als deel van de meldingen",
        (SharePart("repeat_reports"),),
        (SharePart("reports"),),
        note="Het programma telt hermeldingen per casus. Wij delen door alle meldingen, want die staan in dezelfde tabel.",
    ),
    "I3": Measured(note="Geen tabel over Veilig Thuis telt de kinderen om wie het gaat."),
    "I4": Measured(
        "Meldingen die niet van de politie komen, als deel van de meldingen",
        (SharePart("reports"), SharePart("reports", (_POLICE,), -1)),
        (SharePart("reports"),),
        instead=Measured(
            "Meldingen die niet van politie of justitie komen, als deel van de meldingen",
            (SharePart("reports"), SharePart("reports", (_JUSTICE,), -1)),
            (SharePart("reports"),),
            note="Het programma noemt alleen de politie. Het CBS telt de politie ook apart, maar dat aantal staat voor deze "
            "plaats nog niet op deze site. Daarom staan politie en justitie hier samen.",
        ),
    ),
    "I5": Measured(
        "Hoe vaak het gaat om mishandeling van ouderen, als deel van alle adviezen en meldingen",
        (SharePart("advice", (_OLDER,)), SharePart("reports", (_OLDER,))),
        _ALL_CONTACTS,
    ),
    "I6": Measured(note="Of een gezin een veiligheidsplan heeft, staat in geen tabel over Veilig Thuis."),
}


def spec_of(indicator: str, *, measured: Measured) -> IndicatorSpec:
    """The share that measures one programme indicator as an IndicatorSpec; unit: percent."""
    return IndicatorSpec(
        id=f"monitor-{indicator.lower()}",
        title=measured.title,
        short=measured.title.lower(),
        unit="%",
        definition=measured.title,
        numerator=(),
        levels=(Level.VT_REGION, Level.COUNTRY),
        per=100,
        first_comparable=Period.year(FIRST_YEAR),
        caveats=(measured.note,) if measured.note else (),
        theme="regioprogramma",
    )
