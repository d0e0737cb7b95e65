"""Which counts of the tables are parts of which, and which are one count in several tables. For data_sources.disclosure."""

from collections.abc import Mapping
from types import MappingProxyType

from data_sources.catalogue.indicators import INDICATORS

WHO, NATURE, SAFETY, EARLIER, OUTCOMES = "who", "nature", "safety", "85361NED", "84853NED"
_FAMILY = {"84848NED": WHO, "84849NED": WHO, "84850NED": NATURE, "84851NED": NATURE, "84852NED": SAFETY}
_TOTALS = {
    (cells.table, cells.measure, cells.category): spec.id
    for spec in (INDICATORS["meldingen"], INDICATORS["adviezen"])
    for cells in spec.numerator
}
_NATURE = ("Aard van het geweld: ", "Aanvullende informatie: ")
_SAFETY = ("Veiligheidstaxatie: ", "Veiligheidsbeoordeling: ")
TOTAL = "Totaal"
_QUOTED = ("pers-", "opgave-", "impactmonitor-", "onderzoek-")


def same_quantity(table: str, *, measure: str, category: str) -> tuple[str, str, str]:
    """Name (family, measure, category) that equal counts of different tables share.

    All totals of reports, and all totals of advice, are one quantity: also when the press or a region prints one.
    """
    if (table, measure, category) in _TOTALS or (
        measure in {"reports", "advice"} and category == TOTAL and _quotes(table)
    ):
        return WHO, measure, TOTAL
    family = _FAMILY.get(table, table)
    if family == NATURE:
        return family, measure, _single_category(category, _NATURE)
    return (WHO, measure, category) if family == EARLIER and measure == "reports" else (family, measure, category)


def _quotes(table: str) -> bool:
    return table in {WHO, EARLIER} or table.startswith(_QUOTED)


def _single_category(category: str, heads: tuple[str, str]) -> str:
    """'First: A | Second: Totaal' is A in the edition with one dimension; both totals are the total."""
    parts = category.split(" | ")
    if len(parts) != len(heads):
        return category
    members = [part.removeprefix(head) for part, head in zip(parts, heads, strict=True)]
    special = [member for member in members if member != TOTAL]
    return category if len(special) > 1 else (special or [TOTAL])[0]


CATEGORY_SUMS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        (WHO, TOTAL): ("Niet beroepsmatig totaal", "Beroepsmatig totaal", "Rol/functie onbekend"),
        (WHO, "Beroep: justitie: totaal"): (
            "Beroep: justitie: politieagent", "Beroep: justitie: officier van justitie", "Beroep: justitie: anders",
        ),
        (WHO, "Justitie en veiligheid: totaal"): (
            "J en V: politie: totaal", "J en V: openbaar ministerie", "J en V: reclassering", "J en V: anders",
        ),
        (WHO, "Beroepsmatig totaal"): (
            "Beroep: onderwijs: totaal", "Beroep: kinderopvang: totaal", "Beroep: medisch totaal",
            "Beroep: psychologen e.a.: totaal", "Beroep: paramedisch: totaal", "Beroep: justitie: totaal",
            "Beroepsmatig: anders",
        ),
        (SAFETY, f"{_SAFETY[0]}{TOTAL} | {_SAFETY[1]}{TOTAL}"): tuple(
            f"{_SAFETY[0]}{TOTAL} | {_SAFETY[1]}{member}"
            for member in (
                "Vervolgstappen beleggen bij Veilig Thuis", "Overdracht", "Geen vervolgstappen nodig",
                "Inzet regionaal maatwerk Veilig Thuis", "Nog niet beoordeeld",
            )
        ),
    }
)  # fmt: skip
MEASURE_SUMS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(  # parts are measures of 85361NED
    {
        (WHO, "reports"): ("first_reports", "repeat_reports", "follow_up_reports", "reports_unclassified"),
        (EARLIER, "repeat_reports"): ("repeat_reports_several_known", "repeat_reports_one_known"),
        (EARLIER, "follow_up_reports"): (
            "follow_up_during_assessment", "follow_up_after_assessment", "follow_up_during_monitoring",
        ),
    }
)  # fmt: skip

# Hidden cells that one table of CBS gives away by itself: the joining of sources adds nothing to them.
GIVEN_AWAY_BY_CBS: frozenset[tuple[str, str, str, str, str]] = frozenset(
    {
        # advice in Leeuwarden in 2020: the two printed parts add up to five more than the printed total
        ("84849NED", "advice", "Rol/functie onbekend", "GM0080", "2020JJ00"),
    }
)
