"""Which printed indicator of a report or article is which measure; one that is not listed here stops the build."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data_sources.catalogue.model import Measure

_MEASURES = (
    Measure("advice", "Adviezen Veilig Thuis", "aantal"),
    Measure("advice_thousands", "Adviezen Veilig Thuis", "x 1 000"),
    Measure("advice_share", "Aandeel van de adviezen", "%"),
    Measure("advice_change", "Verandering van de adviezen", "%"),
    Measure("reports", "Meldingen Veilig Thuis", "aantal"),
    Measure("reports_thousands", "Meldingen Veilig Thuis", "x 1 000"),
    Measure("reports_share", "Aandeel van de meldingen", "%"),
    Measure("reports_change", "Verandering van de meldingen", "%"),
    Measure("reports_per_100_000", "Meldingen per 100.000 inwoners", "per 100 000 inwoners"),
    Measure("acute_reports_share", "Meldingen over acute onveiligheid, naar melder", "%"),
    Measure("structural_reports_share", "Meldingen over structurele onveiligheid, naar melder", "%"),
    Measure("child_abuse_reports_share", "Aandeel van de meldingen over kindermishandeling", "%"),
    Measure("inquiries_completed", "Afgeronde onderzoeken Veilig Thuis", "aantal"),
    Measure("cases_open", "Lopende casussen Veilig Thuis", "aantal"),
    Measure("organisations", "Veilig Thuis-organisaties", "aantal"),
    Measure("supervision_orders_started", "Ondertoezichtstelling, instroom", "maatregelen"),
    Measure("supervision_orders_ended", "Ondertoezichtstelling, uitstroom", "maatregelen"),
    Measure("supervision_orders_at_end", "Ondertoezichtstelling, eindstand", "maatregelen"),
    Measure("supervision_orders_at_start", "Ondertoezichtstelling, beginstand", "maatregelen"),
    Measure("protection_orders_at_end", "Jeugdbeschermingsmaatregelen totaal, eindstand", "maatregelen"),
    Measure("prevalence_share", "Onderzoek onder de bevolking, percentage", "%"),
    Measure(
        "prevalence_share_adults", "Onderzoek onder de bevolking, percentage van volwassenen", "% van bevolking 18+"
    ),
    Measure("prevalence_thousands", "Onderzoek onder de bevolking, schatting", "x 1 000 personen"),
    Measure("prevalence_millions", "Onderzoek onder de bevolking, schatting", "miljoen personen"),
    Measure("prevalence_children_thousands", "Onderzoek naar kinderen, schatting", "x 1 000 kinderen"),
)
MEASURES: Mapping[str, Measure] = MappingProxyType({measure.id: measure for measure in _MEASURES})

# Printed indicator (before ': ') -> (what is counted, category). The unit chooses the measure: see measure_of.
# None: the words after ': ' are the category, or 'Totaal' when there are none.
_COUNTED: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "Gestarte adviezen Veilig Thuis": ("advice", "Totaal"),
        "Adviezen Veilig Thuis": ("advice", None),
        "Adviezen alleen kindermishandeling": ("advice", "alleen kindermishandeling"),
        "Aandeel adviezen naar adviesvrager": ("advice", None),
        "Aandeel adviezen aan beroepsmatige adviesvragers": ("advice", "beroepsmatige adviesvragers"),
        "Ontvangen meldingen Veilig Thuis": ("reports", None),
        "Meldingen Veilig Thuis": ("reports", None),
        "Meldingen Veilig Thuis (NSCR-selectie)": ("reports", "NSCR-selectie"),
        "Meldingen huiselijk geweld": ("reports", "huiselijk geweld"),
        "Meldingen van acute onveiligheid": ("reports", "acute onveiligheid"),
        "Meldingen van structurele onveiligheid": ("reports", "structurele onveiligheid"),
        "Meldingen door politie": ("reports", "politie"),
        "Meldingen door zorgprofessionals": ("reports", "zorgprofessionals"),
        "Meldingen door particulieren": ("reports", "particulieren"),
        "Aandeel meldingen over acute en/of structureel onveilige casuïstiek": ("reports", "acuut en/of structureel onveilig"),
        "Aandeel meldingen afkomstig van politie": ("reports", "politie"),
        "Aandeel meldingen gedaan door politie": ("reports", "politie"),
        "Aandeel meldingen van politie en justitie": ("reports", "politie en justitie"),
        "Aandeel meldingen over (vermoeden van) (ex-)partnergeweld": ("reports", "(vermoeden van) (ex-)partnergeweld"),
        "Aandeel meldingen over ouderenmishandeling": ("reports", "ouderenmishandeling"),
        "Aandeel meldingen over geweld tegen ouders": ("reports", "geweld tegen ouders"),
        "Aandeel kindermishandeling in meldingen": ("reports", "kindermishandeling"),
        "Aandeel kindermishandeling in meldingen (NSCR-selectie)": ("reports", "kindermishandeling, NSCR-selectie"),
        "Aandeel kindermishandelingsmeldingen van politie of justitie": ("child_abuse_reports", "politie of justitie"),
        "Aandeel hermeldingen": ("reports", "hermeldingen"),
        "Aandeel nieuwe meldingen (1e melding)": ("reports", "nieuwe meldingen (1e melding)"),
        "Aandeel vervolgmeldingen": ("reports", "vervolgmeldingen"),
        "Meldingen acuut onveilig naar melder": ("acute_reports", None),
        "Meldingen structureel onveilig naar melder": ("structural_reports", None),
        "Ontvangen meldingen per 100 000 inwoners": ("reports", "Totaal"),
        "Ontvangen meldingen kindermishandeling per 100 000 inwoners": ("reports", "kindermishandeling"),
        "Onderzoeken Veilig Thuis": ("inquiries_completed", "Totaal"),
        "Afgeronde onderzoeken Veilig Thuis": ("inquiries_completed", "Totaal"),
        "Kindermishandeling bevestigd (uitkomst onderzoek Veilig Thuis)": ("inquiries_completed", "kindermishandeling bevestigd"),
        "Lopende casussen Veilig Thuis": ("cases_open", "Totaal"),
        "Aantal Veilig Thuis-organisaties": ("organisations", "Totaal"),
        "Ondertoezichtstelling, instroom": ("supervision_orders_started", "Totaal"),
        "Ondertoezichtstelling, uitstroom": ("supervision_orders_ended", "Totaal"),
        "Ondertoezichtstelling, eindstand": ("supervision_orders_at_end", "Totaal"),
        "Ondertoezichtstelling, beginstand": ("supervision_orders_at_start", "Totaal"),
        "Jeugdbeschermingsmaatregelen totaal, eindstand": ("protection_orders_at_end", "Totaal"),
        "Verandering meldingen t.o.v. 1e halfjaar 2022": ("reports_change", "t.o.v. 1e halfjaar 2022"),
        "Verandering adviezen t.o.v. 1e halfjaar 2022": ("advice_change", "t.o.v. 1e halfjaar 2022"),
        "Verandering meldingen t.o.v. 2e halfjaar 2021": ("reports_change", "t.o.v. 2e halfjaar 2021"),
        "Verandering adviezen t.o.v. 2e halfjaar 2021": ("advice_change", "t.o.v. 2e halfjaar 2021"),
        "Verandering meldingen t.o.v. 2020": ("reports_change", "t.o.v. 2020"),
        "Verandering adviezen t.o.v. 2020": ("advice_change", "t.o.v. 2020"),
        "Verandering meldingen t.o.v. zelfde periode vorig jaar": ("reports_change", "t.o.v. zelfde periode vorig jaar"),
        "Verandering adviezen t.o.v. zelfde periode vorig jaar": ("advice_change", "t.o.v. zelfde periode vorig jaar"),
    }
)  # fmt: skip
_ASKED = ("Slachtoffer ", "Slachtoffers ", "Kinderen met ")  # population surveys: the printed words are the category
_SUFFIX_OF_UNIT = {
    "aantal": "",
    "maatregelen": "",
    "%": "_share",
    "x 1 000": "_thousands",
    "per 100 000 inwoners": "_per_100_000",
}
_SURVEY_OF_UNIT = {
    "%": "prevalence_share",
    "% van bevolking 18+": "prevalence_share_adults",
    "x 1 000 personen": "prevalence_thousands",
    "miljoen personen": "prevalence_millions",
    "x 1 000 kinderen": "prevalence_children_thousands",
}


class UnknownIndicatorError(LookupError):
    """A printed indicator or its unit is not in the catalogue; the message gives both."""


def measure_of(indicator: str, *, unit: str) -> tuple[Measure, str]:
    """Return measure and category of a printed indicator; raises UnknownIndicatorError."""
    counted, _, rest = indicator.partition(": ")
    if indicator.startswith(_ASKED) and unit in _SURVEY_OF_UNIT:
        return MEASURES[_SURVEY_OF_UNIT[unit]], indicator
    if counted in _COUNTED:
        name, category = _COUNTED[counted]
        id_ = name if name.endswith("_change") and unit == "%" else f"{name}{_SUFFIX_OF_UNIT.get(unit, '?')}"
        if id_ in MEASURES and MEASURES[id_].unit == unit:
            return MEASURES[id_], category or rest or "Totaal"
    msg = f"indicator {indicator!r} with unit {unit!r} is not in the catalogue of publications"
    raise UnknownIndicatorError(msg)
