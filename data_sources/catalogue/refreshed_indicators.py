"""Indicators of which a refresh brings the figures: who reports, kinds of violence, assessment, services, repeats.

Longer than 250 lines because it is one list of declarations. The carried cells hold a few of the figures only:
``indicators.available`` says which indicators a data version can show. Class borders were proposed from those cells by ``python -m
indicators.propose_breaks`` and rounded to whole steps that show the spread between places; run it again after a refresh.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from data_sources.protocol import FIRST_YEAR

_UP_TO_VT = (Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION)
_ALL_LEVELS = (*_UP_TO_VT, Level.MUNICIPALITY)
_FIRST = Period.year(FIRST_YEAR)  # new registration protocol on 1 January 2019
_OF_REPORTS = "% van de meldingen"
_PER_10_000 = "per 10.000 inwoners"

_NOT_PEOPLE = "Een melding is geen persoon. Over één persoon kunnen meer meldingen gaan."
_NOT_MORE = (
    "Een hoger cijfer betekent niet vanzelf dat er meer geweld is. Mensen kunnen ook eerder melden, of er wordt anders gewerkt. "
    "Ook toeval speelt mee."
)
_FIVES = "Het CBS rondt aantallen af op vijftallen. Bij kleine aantallen is het cijfer daardoor minder precies."
_PRINTED_SHARE = "Het CBS berekent dit percentage uit aantallen die op vijftallen zijn afgerond."
_KINDS_OVERLAP = "In één melding kunnen meer soorten geweld staan. De soorten tellen daarom niet op tot 100 procent."
_KNOWN_ROLE = "Niet bij elke melding is bekend wie meldde. In 2019 ontbrak dit nog vaak."
_OUR_RATE = "Wij delen door het aantal inwoners op 1 januari van dat jaar. Het CBS schrijft niet op welk aantal inwoners het zelf gebruikt."
_HALF = "Een cijfer over een half jaar is ongeveer de helft van een cijfer over een heel jaar. Vergelijk ze niet met elkaar."
_UNSEEN = (
    "De precieze namen in deze tabel van het CBS worden bij het ophalen gelezen. Controleer de definitie bij het CBS."
)

_NATURE = "Aard van het geweld: {} | Aanvullende informatie: Totaal"
_SAFETY = "Veiligheidstaxatie: {} | Veiligheidsbeoordeling: {}"
_TOTAL = "Totaal"


def _breaks(*borders: float, half_year: tuple[float, ...] | None = None) -> MappingProxyType[Kind, tuple[float, ...]]:
    """Borders for years; a share keeps them for half-years, a rate has its own."""
    return MappingProxyType({Kind.YEAR: borders, Kind.HALF_YEAR: half_year or borders})


def _share(  # noqa: PLR0913 - one argument per text of an indicator
    id_: str,
    *,
    title: str,
    short: str,
    definition: str,
    numerator: tuple[Cells, ...],
    denominator: tuple[Cells, ...],
    breaks: MappingProxyType[Kind, tuple[float, ...]],
    theme: str,
    caveats: tuple[str, ...] = (),
) -> IndicatorSpec:
    return IndicatorSpec(
        id=id_,
        title=title,
        short=short,
        unit=_OF_REPORTS,
        definition=definition,
        numerator=numerator,
        denominator=denominator,
        levels=_ALL_LEVELS,
        per=100,
        class_breaks=breaks,
        first_comparable=_FIRST,
        caveats=(_NOT_PEOPLE, *caveats, _FIVES),
        theme=theme,
    )


def _who(id_: str, member: str, **texts: str) -> IndicatorSpec:
    """Share of the reports that came from one kind of reporter."""
    tables = ("84849NED", "84848NED")
    return _share(
        id_,
        title=texts["title"],
        short=texts["short"],
        definition=texts["definition"],
        numerator=tuple(Cells(table, "reports", member) for table in tables),
        denominator=tuple(Cells(table, "reports") for table in tables),
        breaks=_WHO_BREAKS[id_],
        theme="melders",
        caveats=(_KNOWN_ROLE,),
    )


def _kind(id_: str, member: str, **texts: str) -> IndicatorSpec:
    """Share of the reports in which one kind of violence is recorded."""
    return _share(
        id_,
        title=texts["title"],
        short=texts["short"],
        definition=texts["definition"],
        numerator=(Cells("84851NED", "reports", member), Cells("84850NED", "reports", _NATURE.format(member))),
        denominator=(Cells("84851NED", "reports"), Cells("84850NED", "reports", _NATURE.format(_TOTAL))),
        breaks=_KIND_BREAKS[id_],
        theme="aard",
        caveats=(_KINDS_OVERLAP,),
    )


def _assessed(id_: str, *, safety: str = _TOTAL, decision: str = _TOTAL, **texts: str) -> IndicatorSpec:
    """Share of the reports with one outcome of the safety assessment."""
    return _share(
        id_,
        title=texts["title"],
        short=texts["short"],
        definition=texts["definition"],
        numerator=(Cells("84852NED", "reports", _SAFETY.format(safety, decision)),),
        denominator=(Cells("84852NED", "reports", _SAFETY.format(_TOTAL, _TOTAL)),),
        breaks=_ASSESSED_BREAKS[id_],
        theme="veiligheid",
    )


def _earlier(id_: str, measure: str, **texts: str) -> IndicatorSpec:
    """Share that CBS prints itself: what Veilig Thuis knew of the people before."""
    return IndicatorSpec(
        id=id_,
        title=texts["title"],
        short=texts["short"],
        unit=_OF_REPORTS,
        definition=texts["definition"],
        numerator=(Cells("85361NED", measure),),
        printed_count=Cells("85361NED", measure.removesuffix("_share")),
        printed_total=Cells("85361NED", "reports"),
        levels=_ALL_LEVELS,
        per=100,
        share_as_published=True,
        rounding=0.1,
        class_breaks=_EARLIER_BREAKS[id_],
        first_comparable=_FIRST,
        caveats=(_NOT_PEOPLE, _NOT_MORE, _PRINTED_SHARE),
        theme="eerdere-betrokkenheid",
    )


def _service(id_: str, numerator: tuple[Cells, ...], *extra: str, **texts: str) -> IndicatorSpec:
    """Services of Veilig Thuis per inhabitants."""
    return IndicatorSpec(
        id=id_,
        title=texts["title"],
        short=texts["short"],
        unit=_PER_10_000,
        definition=texts["definition"],
        numerator=numerator,
        levels=_ALL_LEVELS,
        class_breaks=_SERVICE_BREAKS[id_],
        first_comparable=_FIRST,
        caveats=(_NOT_MORE, *extra, _OUR_RATE, _FIVES, _HALF),
        theme="diensten",
    )


# In 2023 the country had 92 % professionals, 67 % police and justice, 8 % others (table 84849NED).
_WHO_BREAKS = {
    "aandeel-beroepsmatig": _breaks(85.0, 88.0, 91.0, 94.0),
    "aandeel-politie-en-justitie": _breaks(50.0, 60.0, 65.0, 75.0),
    "aandeel-zorg": _breaks(4.0, 6.0, 9.0, 12.0),
    "aandeel-onderwijs": _breaks(2.0, 3.0, 5.0, 7.0),
}
# In Drenthe and Midden-Drenthe in 2023: the only places of which kinds are known so far.
_KIND_BREAKS = {
    "aandeel-kindermishandeling": _breaks(30.0, 40.0, 50.0, 60.0),
    "aandeel-partnergeweld": _breaks(20.0, 30.0, 40.0, 50.0),
    "aandeel-geweld-tegen-ouders": _breaks(2.0, 4.0, 7.0, 10.0),
    "aandeel-ouderenmishandeling": _breaks(1.0, 2.0, 4.0, 6.0),
}
# Gelderland and its three regions in 2023.
_ASSESSED_BREAKS = {
    "aandeel-acuut-onveilig": _breaks(1.0, 2.0, 4.0, 6.0),
    "aandeel-vervolg-veilig-thuis": _breaks(20.0, 30.0, 40.0, 50.0),
    "aandeel-overdracht": _breaks(30.0, 40.0, 50.0, 60.0),
    "aandeel-geen-vervolg": _breaks(1.0, 2.0, 4.0, 8.0),
}
# The country (38 % repeat, 32 % first) and Amsterdam (35 and 32) in 2023.
_EARLIER_BREAKS = {
    "aandeel-hermeldingen": _breaks(25.0, 30.0, 35.0, 40.0),
    "aandeel-eerste-meldingen": _breaks(25.0, 30.0, 35.0, 45.0),
}
# Drenthe in 2023: 2.9 inquiries, 2.5 times conditions and follow-up; about half of 72 reports are handed over.
_SERVICE_BREAKS = {
    "onderzoeken": _breaks(1.0, 2.0, 4.0, 6.0, half_year=(0.5, 1.0, 2.0, 3.0)),
    "voorwaarden-en-vervolg": _breaks(1.0, 2.0, 4.0, 6.0, half_year=(0.5, 1.0, 2.0, 3.0)),
    "overdrachten": _breaks(20.0, 30.0, 45.0, 60.0, half_year=(10.0, 15.0, 20.0, 30.0)),
}


def _completed(measure: str) -> tuple[Cells, ...]:
    return Cells("84851NED", measure), Cells("84850NED", measure, _NATURE.format(_TOTAL))


_ALL: tuple[IndicatorSpec, ...] = (
    _who(
        "aandeel-beroepsmatig",
        "Beroepsmatig totaal",
        title="Aandeel meldingen door beroepskrachten",
        short="beroepsmatige meldingen",
        definition="Het deel van de meldingen dat komt van iemand die dit voor het werk doet, zoals een agent, arts of leraar.",
    ),
    _who(
        "aandeel-politie-en-justitie",
        "Justitie en veiligheid: totaal",
        title="Aandeel meldingen door politie en justitie",
        short="meldingen van politie en justitie",
        definition="Het deel van de meldingen dat komt van politie, openbaar ministerie, reclassering of andere organisaties "
        "voor justitie en veiligheid.",
    ),
    _who(
        "aandeel-zorg",
        "Gezondheidszorg: totaal",
        title="Aandeel meldingen door de gezondheidszorg",
        short="meldingen van de zorg",
        definition="Het deel van de meldingen dat komt van de gezondheidszorg, zoals een huisarts of ziekenhuis.",
    ),
    _who(
        "aandeel-onderwijs",
        "Onderwijs: totaal",
        title="Aandeel meldingen door het onderwijs",
        short="meldingen van het onderwijs",
        definition="Het deel van de meldingen dat komt van een school.",
    ),
    _kind(
        "aandeel-kindermishandeling",
        "Kindermishandeling",
        title="Aandeel meldingen over kindermishandeling",
        short="meldingen over kindermishandeling",
        definition="Het deel van de meldingen waarin (een vermoeden van) kindermishandeling staat.",
    ),
    _kind(
        "aandeel-partnergeweld",
        "(Ex-)Partnergeweld",
        title="Aandeel meldingen over partnergeweld",
        short="meldingen over partnergeweld",
        definition="Het deel van de meldingen waarin (een vermoeden van) geweld tussen partners of ex-partners staat.",
    ),
    _kind(
        "aandeel-geweld-tegen-ouders",
        "Geweld tegen ouders",
        title="Aandeel meldingen over geweld tegen ouders",
        short="meldingen over geweld tegen ouders",
        definition="Het deel van de meldingen waarin (een vermoeden van) geweld van kinderen tegen hun ouders staat.",
    ),
    _kind(
        "aandeel-ouderenmishandeling",
        "Ouderenmishandeling (ouder dan 65 jaar)",
        title="Aandeel meldingen over ouderenmishandeling",
        short="meldingen over ouderenmishandeling",
        definition="Het deel van de meldingen waarin (een vermoeden van) mishandeling van iemand ouder dan 65 jaar staat.",
    ),
    _assessed(
        "aandeel-acuut-onveilig",
        safety="Acute onveiligheid",
        title="Aandeel meldingen met acute onveiligheid",
        short="acute onveiligheid",
        definition="Het deel van de meldingen waarbij Veilig Thuis vindt dat het op dat moment direct onveilig is.",
    ),
    _assessed(
        "aandeel-vervolg-veilig-thuis",
        decision="Vervolgstappen beleggen bij Veilig Thuis",
        title="Aandeel meldingen met vervolg bij Veilig Thuis",
        short="vervolg bij Veilig Thuis",
        definition="Het deel van de meldingen waarbij Veilig Thuis na de veiligheidsbeoordeling zelf verder gaat.",
    ),
    _assessed(
        "aandeel-overdracht",
        decision="Overdracht",
        title="Aandeel meldingen met overdracht",
        short="overdracht na beoordeling",
        definition="Het deel van de meldingen dat Veilig Thuis na de veiligheidsbeoordeling overdraagt aan een andere organisatie.",
    ),
    _assessed(
        "aandeel-geen-vervolg",
        decision="Geen vervolgstappen nodig",
        title="Aandeel meldingen zonder vervolgstappen",
        short="geen vervolgstappen",
        definition="Het deel van de meldingen waarbij Veilig Thuis na de veiligheidsbeoordeling geen vervolgstappen nodig vindt.",
    ),
    _earlier(
        "aandeel-hermeldingen",
        "repeat_reports_share",
        title="Aandeel hermeldingen",
        short="hermeldingen",
        definition="Het deel van de meldingen over mensen die in de drie jaar ervoor al bekend waren bij Veilig Thuis, "
        "terwijl de bemoeienis was gestopt.",
    ),
    _earlier(
        "aandeel-eerste-meldingen",
        "first_reports_share",
        title="Aandeel eerste meldingen",
        short="eerste meldingen",
        definition="Het deel van de meldingen over mensen die nog niet bekend waren bij Veilig Thuis.",
    ),
    _service(
        "onderzoeken",
        _completed("inquiries_completed"),
        title="Afgeronde onderzoeken van Veilig Thuis",
        short="onderzoeken",
        definition="Het aantal onderzoeken dat Veilig Thuis afrondde, per 10.000 inwoners. Veilig Thuis onderzoekt als nog niet "
        "duidelijk is of er huiselijk geweld of kindermishandeling is.",
    ),
    _service(
        "voorwaarden-en-vervolg",
        _completed("conditions_completed"),
        title="Afgeronde diensten voorwaarden en vervolg",
        short="voorwaarden en vervolg",
        definition="Het aantal keren dat Veilig Thuis de dienst voorwaarden en vervolg afrondde, per 10.000 inwoners. Veilig Thuis "
        "maakt dan afspraken over veiligheid en kijkt of de hulp start.",
    ),
    _service(
        "overdrachten",
        (Cells("84855NED", "transfers"), Cells("84854NED", "transfers")),
        _UNSEEN,
        title="Overdrachten door Veilig Thuis",
        short="overdrachten",
        definition="Het aantal keren dat Veilig Thuis een casus overdroeg aan een andere organisatie, per 10.000 inwoners.",
    ),
)
REFRESHED_INDICATORS: Mapping[str, IndicatorSpec] = MappingProxyType({spec.id: spec for spec in _ALL})
