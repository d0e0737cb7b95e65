"""Indicators of which the project carries figures; those that a refresh fills stand in refreshed_indicators."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from data_sources.protocol import FIRST_YEAR

_CBS_LEVELS = (Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION, Level.MUNICIPALITY)
_FIRST = Period.year(FIRST_YEAR)  # new registration protocol on 1 January 2019: nothing before it is comparable
_SAFETY_TOTAL = "Veiligheidstaxatie: Totaal | Veiligheidsbeoordeling: Totaal"
_NATURE_TOTAL = "Aard van het geweld: Totaal | Aanvullende informatie: Totaal"

# Class borders are fixed over all periods, so that a colour keeps its meaning. Years: the country had 72 reports and
# 80 advices per 10,000 in 2023; the municipalities known so far lie between 31 and 111, so 15 wide around the country
# and a wider step to the thin tail. Half-years are about half of that. Five classes, because the map has five colours.
# Reports and advice share their borders: they are shown side by side and one colour must mean one value.
_PER_YEAR = (45.0, 60.0, 75.0, 95.0)
_PER_HALF_YEAR = (20.0, 30.0, 40.0, 50.0)
_RATE_BREAKS = MappingProxyType({Kind.YEAR: _PER_YEAR, Kind.HALF_YEAR: _PER_HALF_YEAR})
# A share does not depend on the length of the period. Provinces of 2023: 18.8 to 37.5, half of them between 25 and 30.
_SHARE = (20.0, 25.0, 30.0, 35.0)
_SHARE_BREAKS = MappingProxyType({Kind.YEAR: _SHARE, Kind.HALF_YEAR: _SHARE})

# The country moved from 45 to 53; the municipalities known so far lie between 30 and 64.
_ADVICE = (45.0, 50.0, 55.0, 60.0)
_ADVICE_BREAKS = MappingProxyType({Kind.YEAR: _ADVICE, Kind.HALF_YEAR: _ADVICE})

_NOT_PEOPLE = "Een melding is geen persoon. Over één persoon kunnen meer meldingen gaan."
_NOT_MORE = (
    "Een hoger cijfer betekent niet vanzelf dat er meer geweld is. Mensen kunnen ook eerder melden of bellen, "
    "of er wordt anders gewerkt. Ook toeval speelt mee."
)
_FIVES = "Het CBS rondt aantallen af op vijftallen. Bij kleine aantallen is het cijfer daardoor minder precies."
_OUR_RATE = "Wij delen door het aantal inwoners op 1 januari van dat jaar. Het CBS schrijft niet op welk aantal inwoners het zelf gebruikt."
_HALF = "Een cijfer over een half jaar is ongeveer de helft van een cijfer over een heel jaar. Vergelijk ze niet met elkaar."
_HALF_2019 = "Het eerste halfjaar van 2019 is minder volledig dan latere halfjaren."
_RATE_CAVEATS = (_NOT_MORE, _OUR_RATE, _FIVES, _HALF, _HALF_2019)

_WB = "wb-gemeenten-2018"
_WB_CAVEATS = (
    _NOT_MORE,
    "Dit zijn cijfers van vóór 2019. Het CBS raadt af om ze te vergelijken met cijfers vanaf 2019 of met andere regio's.",
    "Wij delen door het aantal inwoners dat in het document staat (2017). Het CBS noemt een ander aantal.",
    "Tholen ligt volgens het CBS in Zeeland, maar staat in dit document bij West-Brabant.",
)
_PRINTED_INHABITANTS = (Cells(_WB, "inhabitants_printed"),)


def _west_brabant(  # one argument per text of an indicator
    id_: str, measure: str, *, title: str, short: str, definition: str, breaks: tuple[float, ...], twin: str | None
) -> IndicatorSpec:
    return IndicatorSpec(
        id=id_,
        title=title,
        short=short,
        unit="per 10.000 inwoners",
        definition=definition,
        numerator=(Cells(_WB, measure),),
        denominator=_PRINTED_INHABITANTS,
        levels=(Level.MUNICIPALITY,),
        rounding=0.0,
        class_breaks=MappingProxyType({Kind.YEAR: breaks}),
        twin=twin,
        caveats=_WB_CAVEATS,
        theme="west-brabant",
    )


_ALL = (
    IndicatorSpec(
        id="meldingen",
        title="Meldingen bij Veilig Thuis",
        short="meldingen",
        unit="per 10.000 inwoners",
        definition="Het aantal meldingen dat Veilig Thuis kreeg over (een vermoeden van) huiselijk geweld of kindermishandeling, "
        "per 10.000 inwoners. Bij een melding staat om wie het gaat. Veilig Thuis kijkt daarna of het veilig is.",
        numerator=(
            Cells("84849NED", "reports"),
            Cells("84851NED", "reports"),
            Cells("84848NED", "reports"),
            Cells("84850NED", "reports", _NATURE_TOTAL),
            Cells("84852NED", "reports", _SAFETY_TOTAL),
            Cells("85361NED", "reports"),
            Cells("impactmonitor-2022-4.1", "reports"),
        ),
        levels=_CBS_LEVELS,
        class_breaks=_RATE_BREAKS,
        twin="adviezen",
        first_comparable=_FIRST,
        caveats=(_NOT_PEOPLE, *_RATE_CAVEATS),
    ),
    IndicatorSpec(
        id="adviezen",
        title="Adviezen van Veilig Thuis",
        short="adviezen",
        unit="per 10.000 inwoners",
        definition="Het aantal keren dat Veilig Thuis begon met advies geven aan iemand die zich zorgen maakt, "
        "per 10.000 inwoners. Wie advies vraagt, blijft zelf verantwoordelijk voor wat er daarna gebeurt.",
        numerator=(
            Cells("84849NED", "advice"),
            Cells("84851NED", "advice"),
            Cells("84848NED", "advice"),
            Cells("84850NED", "advice", _NATURE_TOTAL),
            Cells("impactmonitor-2022-4.1", "advice"),
        ),
        levels=_CBS_LEVELS,
        class_breaks=_RATE_BREAKS,
        twin="meldingen",
        first_comparable=_FIRST,
        caveats=("Een advies is geen melding. Over één gezin kan iemand meer keren advies vragen.", *_RATE_CAVEATS),
    ),
    IndicatorSpec(
        id="aandeel-adviezen",
        title="Aandeel adviezen",
        short="adviezen",
        unit="% van adviezen en meldingen samen",
        definition="Van alle adviezen en meldingen samen: het deel dat een advies is. Wie vroeg belt, krijgt vaker advies; "
        "een melding volgt vaak pas als er meer aan de hand is.",
        numerator=(Cells("84849NED", "advice"), Cells("84848NED", "advice"), Cells("impactmonitor-2022-4.1", "advice")),
        complement=(
            Cells("84849NED", "reports"),
            Cells("84848NED", "reports"),
            Cells("impactmonitor-2022-4.1", "reports"),
        ),
        levels=_CBS_LEVELS,
        per=100,
        class_breaks=_ADVICE_BREAKS,
        first_comparable=_FIRST,
        caveats=("Een advies is geen melding. Over één gezin kunnen adviezen én meldingen gaan.", _FIVES),
    ),
    IndicatorSpec(
        id="aandeel-vervolgmeldingen",
        title="Aandeel vervolgmeldingen",
        short="vervolgmeldingen",
        unit="% van de meldingen",
        definition="Het deel van de meldingen dat gaat over mensen bij wie Veilig Thuis op dat moment al betrokken is. "
        "Zo'n vervolgmelding kan over hetzelfde voorval gaan als een eerdere melding.",
        numerator=(Cells("85361NED", "follow_up_reports_share"),),
        printed_count=Cells("85361NED", "follow_up_reports"),
        printed_total=Cells("85361NED", "reports"),
        levels=_CBS_LEVELS,
        per=100,
        share_as_published=True,
        rounding=0.1,
        class_breaks=_SHARE_BREAKS,
        first_comparable=_FIRST,
        caveats=(
            _NOT_PEOPLE,
            _NOT_MORE,
            "Het CBS berekent dit percentage uit aantallen die op vijftallen zijn afgerond.",
        ),
        theme="eerdere-betrokkenheid",
    ),
    # Borders below from the 19 municipalities of the document: no class holds more than 7 of them.
    _west_brabant(
        "wb-meldingen",
        "reports",
        title="Meldingen in West-Brabant",
        short="meldingen",
        definition="Zo veel meldingen kreeg Veilig Thuis West-Brabant in 2018, per 10.000 inwoners. Dit cijfer staat in een document "
        "van de regio uit 2019.",
        breaks=(50.0, 60.0, 75.0, 90.0),
        twin="wb-adviezen",
    ),
    _west_brabant(
        "wb-adviezen",
        "advice",
        title="Adviezen in West-Brabant",
        short="adviezen",
        definition="Zo veel adviezen gaf Veilig Thuis West-Brabant in 2018, per 10.000 inwoners. Dit cijfer staat in een document van de "
        "regio uit 2019. Van 753 van de 3.102 adviezen is de gemeente niet bekend.",
        breaks=(15.0, 20.0, 25.0, 35.0),
        twin="wb-meldingen",
    ),
    _west_brabant(
        "wb-ondersteuning",
        "support",
        title="Ondersteuning in West-Brabant",
        short="ondersteuning",
        definition="Het aantal keren dat Veilig Thuis West-Brabant in 2018 ondersteuning gaf volgens het regionale document "
        "van 2019, per 10.000 inwoners. De aantallen zijn klein, dus toeval speelt een grote rol.",
        breaks=(1.0, 2.0, 4.0, 8.0),
        twin=None,
    ),
)
EMBEDDED_INDICATORS: Mapping[str, IndicatorSpec] = MappingProxyType({spec.id: spec for spec in _ALL})
