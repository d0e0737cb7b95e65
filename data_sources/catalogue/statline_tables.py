"""The twelve Veilig Thuis tables of CBS StatLine. Titles are printed ones; '..' is where the page cut them off."""

from __future__ import annotations

from data_sources.catalogue.model import Measure, Table
from data_sources.catalogue.sources import CBS
from data_sources.level import Level
from data_sources.period import Period
from data_sources.protocol import FIRST_YEAR

_UP_TO_VT = frozenset({Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION})
_ALL_LEVELS = _UP_TO_VT | {Level.MUNICIPALITY}
_FIRST = Period.year(FIRST_YEAR)  # new registration protocol on 1 January 2019

_ROUNDED = "Het CBS rondt aantallen af op vijftallen. De delen tellen daardoor niet altijd precies op tot het totaal."
_DOT = "Een punt in de tabel betekent: onbekend, onvoldoende betrouwbaar of geheim. Het CBS gebruikt één teken voor alle drie."
_NOT_PEOPLE = "Een melding is geen persoon. Over één persoon kunnen meer meldingen gaan."
_NOT_MORE = (
    "Meer meldingen betekent niet vanzelf meer geweld. Het kan ook betekenen dat mensen eerder melden "
    "of dat er anders wordt gewerkt."
)
_FIRST_HALF_2019 = "Het eerste halfjaar van 2019 is minder volledig dan latere halfjaren."
_KINDS_OVERLAP = "In één melding kunnen meer soorten geweld staan. De soorten tellen daarom niet op tot het totaal."
_REGIONS_2023 = "Tot en met 2022 waren er 26 Veilig Thuis-regio's, vanaf 2023 zijn het er 25."
_ALWAYS = (_ROUNDED, _DOT, _NOT_PEOPLE, _NOT_MORE, _FIRST_HALF_2019, _REGIONS_2023)

_ADVICE = Measure("advice", "Gestarte adviezen", "aantal")
_REPORTS = Measure("reports", "Ontvangen meldingen", "aantal")
_PATH = "Adviezen, meldingen en diensten"
_SERVICES = f"{_PATH} | Afgeronde diensten"
_FIVE = (
    Measure("advice", f"{_PATH} | Gestarte adviezen", "aantal"),
    Measure("reports", f"{_PATH} | Ontvangen meldingen", "aantal"),
    Measure("cases", f"{_PATH} | Casussen met ontvangen melding(en)", "aantal"),
    Measure("inquiries_completed", f"{_SERVICES} | Afgeronde diensten onderzoek", "aantal"),
    Measure("conditions_completed", f"{_SERVICES} | Afgeronde diensten voorwaarden en verv..", "aantal"),
)

_COUNTS, _SHARES = "Ontvangen meldingen", "Ontvangen meldingen (relatief)"
_FOLLOW_UP = "Vervolgmelding tijdens betrokkenheid VT"
_EARLIER = (  # measure id, path below the counts, path below the shares where the page prints another one
    ("reports", "Ontvangen meldingen, totaal", None),
    ("first_reports", "1e melding, geen betrokkenen bekend VT", None),
    ("repeat_reports", "Hermelding | Totaal", None),
    ("repeat_reports_several_known", "Hermelding | Meerdere betrokkenen al bekend bij VT", None),
    ("repeat_reports_one_known", "Hermelding | Eén betrokkene al bekend bij VT", None),
    ("follow_up_reports", f"{_FOLLOW_UP} | Totaal", None),
    ("follow_up_during_assessment", f"{_FOLLOW_UP} | Tijdens veiligheidsbeoordeling", None),
    ("follow_up_after_assessment", f"{_FOLLOW_UP} | Na veiligheidsbeoordeling", None),
    ("follow_up_during_monitoring", f"{_FOLLOW_UP} | Tijdens monitoring door VT", f"{_FOLLOW_UP} | Tijdens monitoring"),
    ("reports_unclassified", "Melding niet ingedeeld", None),
)
_EARLIER_MEASURES = (
    *(Measure(id_, f"{_COUNTS} | {path}", "aantal") for id_, path, _ in _EARLIER),
    *(Measure(f"{id_}_share", f"{_SHARES} | {cut or path}", "%") for id_, path, cut in _EARLIER),
)


def _statline(
    id_: str,
    title: str,
    *,
    measures: tuple[Measure, ...],
    dimensions: tuple[str, ...] = (),
    levels: frozenset[Level] = _ALL_LEVELS,
    caveats: tuple[str, ...] = (),
    total: str = "Totaal",
    national: bool = False,
) -> Table:
    return Table(
        id=id_,
        title=f"Huiselijk geweld; {title}",
        source=CBS,
        measures=measures,
        levels=levels,
        rounding=5.0,
        dimensions=dimensions,
        first_comparable=_FIRST,
        caveats=(*_ALWAYS, *caveats),
        total=total,
        national=national,
    )


_WHO = ("Kenmerken adviezen/meldingen",)
_SEVERAL_GROUPS = "De tabel zet kenmerken van de melder, zijn organisatie en de duur van het geweld onder elkaar. Tel ze niet bij elkaar op."

STATLINE_TABLES: tuple[Table, ...] = (
    _statline("84847NED", "kerncijfers Veilig Thuis, regio", measures=()),
    _statline(
        "84848NED",
        "rol/functie, organisatie, duur geweld, Veilig Thuis-regio",
        measures=(_ADVICE, _REPORTS),
        dimensions=_WHO,
        levels=_UP_TO_VT,
        caveats=(_SEVERAL_GROUPS,),
    ),
    _statline(
        "84849NED",
        "rol/functie, organisatie, duur geweld, regio",
        measures=(_ADVICE, _REPORTS),
        dimensions=_WHO,
        caveats=(_SEVERAL_GROUPS,),
    ),
    _statline(
        "84850NED",
        "aard geweld, aanvullende informatie, Veilig Thuis-regio",
        measures=_FIVE,
        dimensions=("Aard van het geweld", "Aanvullende informatie"),
        levels=_UP_TO_VT,
        caveats=(_KINDS_OVERLAP,),
    ),
    _statline(
        "84851NED",
        "aard geweld, aanvullende informatie, regio",
        measures=_FIVE,
        dimensions=("Kenmerken adviezen, meldingen, diensten",),
        caveats=(_KINDS_OVERLAP,),
    ),
    _statline(
        "84852NED",
        "veiligheidsbeoordeling en -taxatie Veilig Thuis, regio",
        measures=(_REPORTS,),
        dimensions=("Veiligheidstaxatie", "Veiligheidsbeoordeling"),
    ),
    _statline(
        "84853NED",
        "uitkomsten onderzoeken Veilig Thuis, Veilig Thuis-regio",
        measures=(Measure("inquiries_completed", "Afgeronde diensten onderzoek", "aantal"),),
        dimensions=("Uitkomsten onderzoek",),
        levels=_UP_TO_VT,
        total="Totaal afgeronde onderzoeken",
        caveats=("In één onderzoek kunnen meer uitkomsten staan. De uitkomsten tellen daarom niet op tot het totaal.",),
    ),
    _statline(
        "84854NED",
        "organisatie van overdracht, type hulp, Veilig Thuis-regio",
        measures=(),
        levels=_UP_TO_VT,
    ),
    _statline("84855NED", "organisatie van overdracht, type hulp, regio", measures=()),
    _statline(
        "85361NED",
        "meldingen naar eerdere betrokkenheid Veilig Thuis, regio",
        measures=_EARLIER_MEASURES,
        caveats=(
            "Hermelding: de mensen waren in de drie jaar ervoor al bekend bij Veilig Thuis, maar de bemoeienis was gestopt.",
            "Vervolgmelding: Veilig Thuis is op dat moment nog bezig met deze mensen. Het kan om hetzelfde voorval gaan.",
            "Het CBS berekent de percentages uit afgeronde aantallen.",
        ),
    ),
    _statline(
        "86315NED",
        "aard geweld, aanvullende informatie, organisatie",
        measures=(),
        levels=_UP_TO_VT,
        caveats=(_KINDS_OVERLAP,),
        national=True,
    ),
    _statline(
        "86316NED",
        "aard geweld, organisatie, Veilig Thuis-regio",
        measures=(),
        levels=_UP_TO_VT,
        caveats=(_KINDS_OVERLAP,),
    ),
)
