"""Columns of the files: the Dutch head and the meaning of every column that a figure's table can have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pandas.api import types

from charts.files.extra_columns import EXTRA
from data_sources.period import Period

UNEXPLAINED = "hoort alleen bij deze figuur"


@dataclass(frozen=True)
class FileColumn:
    """Head as it stands in a file, and what the column holds (Dutch, plain)."""

    head: str
    meaning: str


COLUMNS: dict[str, FileColumn] = {
    "indicator": FileColumn("indicator", "kenmerk van het cijfer, zoals in de links van deze site"),
    "place": FileColumn("plaats", "naam van de plaats in die periode"),
    "region": FileColumn("code", "CBS-code van de plaats: GM gemeente, VT Veilig Thuis-regio, PV provincie, LD landsdeel, NL01 Nederland, DR gebied zoals een document het tekent"),
    "level": FileColumn("niveau", "soort plaats, met de letters van de code"),
    "period": FileColumn("periode", "jaar (2023) of halfjaar (2023-H1); die twee zijn niet met elkaar te vergelijken"),
    "value": FileColumn("waarde", "het cijfer; leeg als er geen cijfer is"),
    "unit": FileColumn("eenheid", "waarin de waarde is uitgedrukt"),
    "low": FileColumn("ondergrens", "onderkant van de band door afronding en toeval samen (95%)"),
    "high": FileColumn("bovengrens", "bovenkant van de band door afronding en toeval samen (95%)"),
    "rounding_low": FileColumn("ondergrens_afronding", "onderkant van de band door afronding alleen"),
    "rounding_high": FileColumn("bovengrens_afronding", "bovenkant van de band door afronding alleen"),
    "chance_low": FileColumn("ondergrens_toeval", "onderkant van de band door toeval alleen (95%)"),
    "chance_high": FileColumn("bovengrens_toeval", "bovenkant van de band door toeval alleen (95%)"),
    "dispersion": FileColumn("spreiding", "φ: zo veel meer dan toeval alleen verschillen aantallen van dezelfde plaats; de band is met de wortel ervan verruimd"),
    "count": FileColumn("aantal", "aantal zoals de bron het geeft"),
    "base": FileColumn("noemer", "inwoners op 1 januari, of het totaal waardoor is gedeeld"),
    "state": FileColumn("toestand", "soort antwoord; de kolom uitleg zegt het in woorden"),
    "words": FileColumn("uitleg", "de toestand in woorden"),
    "status": FileColumn("status", "definitief, voorlopig of niet vermeld"),
    "uncertain": FileColumn("onzeker", "ja als het om minder dan 20 meldingen of adviezen gaat"),
    "break": FileColumn("breuk", "sinds welke dag en waarom deze periode niet met de vorige is te vergelijken; leeg als dat wel kan"),
    "comparator": FileColumn("vergelijking_met", "waarmee is vergeleken, of waarom dat niet kan"),
    "comparator_value": FileColumn("vergelijking_waarde", "cijfer waarmee is vergeleken"),
    "comparator_low": FileColumn("vergelijking_ondergrens", "onderkant van de band daarvan"),
    "comparator_high": FileColumn("vergelijking_bovengrens", "bovenkant van de band daarvan"),
    "rest": FileColumn("vergelijking_zonder_deze_plaats", "cijfer van de vergelijking zonder deze plaats; daarmee is getoetst als de plaats er deel van is"),
    "position": FileColumn("ligging", "lager, ongeveer gelijk of hoger dan de vergelijking (zonder deze plaats zelf), met een toets van 5%; zonder oordeel"),
    "sure": FileColumn("zekerheid", "95 of 99,8: bij welke zekerheid het verschil groter is dan toeval en afronding; leeg bij ongeveer gelijk"),
    "own_rate": FileColumn("cbs_per_100000", "wat het CBS zelf per 100.000 inwoners afdrukt; leeg als het dat niet doet"),
    "remark": FileColumn("opmerking", "opmerking bij het cijfer"),
    "source": FileColumn("bron", "wie het cijfer publiceert"),
    "table": FileColumn("tabel", "nummer van de tabel of plaats in het document"),
    "caveats": FileColumn("kanttekeningen", "wat bij dit cijfer hoort te staan, zoals dat de adviezen er niet in zitten"),
    "sources": FileColumn("bronregel", "bron, tabel, datum en licentie"),
    "version": FileColumn("gegevensversie", "versie van de cijfers waaruit dit bestand is gemaakt"),
}  # fmt: skip

FIRST = (
    "thema",
    "groep",
    "reeks",
    "melder",
    "uitkomst",
    "onderwerp",
    "plaats",
    "periode",
    "waarde",
    "tekens",
    "cijfer",
    "eenheid",
    "ondergrens",
    "bovengrens",
    "aantal",
    "vergelijking_met",
    "vergelijking_waarde",
    "ligging",
    "uitleg",
)
"""Heads of what a figure shows, in the order in which a reader wants them; other columns follow in their own order."""

TECHNICAL = frozenset(
    {
        "indicator",
        "code",
        "niveau",
        "ondergrens_afronding",
        "bovengrens_afronding",
        "ondergrens_toeval",
        "bovengrens_toeval",
        "spreiding",
        "noemer",
        "toestand",
        "vergelijking_ondergrens",
        "vergelijking_bovengrens",
        "vergelijking_zonder_deze_plaats",
        "zekerheid",
        "cbs_per_100000",
        "tabel",
        "bron",
        "kanttekeningen",
        "bronregel",
        "gegevensversie",
    }
)
"""Heads that a workbook hides: programs need them, and its sheet Uitleg has what a reader needs of them."""

_PERIOD = re.compile(r"(?:19|20)\d{2}(?:JJ00|HJ0[12])")


def column(name: str) -> FileColumn:
    """Head and meaning of a column; one that nothing explains keeps its own name."""
    if _PERIOD.fullmatch(name):
        period = Period.from_code(name)
        return FileColumn(period.key, f"cijfer over {period.label}")
    if name in EXTRA:
        return FileColumn(*EXTRA[name])
    return COLUMNS.get(name) or FileColumn(name, UNEXPLAINED)


def in_order(heads: Iterable[str]) -> list[str]:
    """The heads of a file, with what the figure shows first."""
    places = {head: place for place, head in enumerate(FIRST)}
    return sorted(heads, key=lambda head: places.get(head, len(places) + (head in TECHNICAL)))


def kind(values: Any) -> str:  # noqa: ANN401 -- a Series of any type
    """Type of a column in the words of a data package: boolean, integer, number or string."""
    if types.is_bool_dtype(values):
        return "boolean"
    if types.is_integer_dtype(values):
        return "integer"
    return "number" if types.is_float_dtype(values) else "string"
