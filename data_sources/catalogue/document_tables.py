"""Tables of the regional documents and of inhabitants, as the app carries them."""

from __future__ import annotations

from data_sources.catalogue.model import Measure, Table
from data_sources.catalogue.sources import POPULATION, SOURCES
from data_sources.level import Level

_WEST_BRABANT = SOURCES["west-brabant-2019"]
_AREA = frozenset({Level.DOCUMENT_AREA})
_ADVISED_AGAINST = (
    "Het CBS raadt af om cijfers over 2015-2018 elders te gebruiken: de regio's waren niet goed vergelijkbaar. "
    "Vergelijk deze cijfers niet met cijfers vanaf 2019."
)
_UNROUNDED = "De aantallen staan hier zoals het document ze afdrukt. Ze zijn niet afgerond."
_ALWAYS = (_ADVISED_AGAINST, _UNROUNDED)


def _count(id_: str, title: str) -> Measure:
    return Measure(id_, title, "aantal")


PRODUCTION = Table(
    id="wb-productie",
    title="Productie Veilig Thuis West-Brabant 2015-2018",
    source=_WEST_BRABANT,
    measures=(
        _count("reports", "Meldingen"),
        _count("advice", "Adviezen"),
        _count("inquiries", "Onderzoeken"),
        _count("support", "Ondersteuning"),
        _count("restraining_orders", "Huisverbod"),
        _count("case_direction", "Casusregie"),
    ),
    levels=_AREA,
    rounding=0.0,
    caveats=(*_ALWAYS, "De cijfers zijn onder voorbehoud van formele goedkeuring."),
    place="Tabel 1",
)
MUNICIPALITIES_2018 = Table(
    id="wb-gemeenten-2018",
    title="Veilig Thuis West-Brabant per gemeente, 2018",
    source=_WEST_BRABANT,
    measures=(
        _count("support", "ondersteuning"),
        _count("advice", "adviezen"),
        _count("reports", "meldingen"),
        _count("inquiries", "onderzoeken"),
        _count("case_direction", "casusregie"),
        _count("restraining_orders", "huisverboden"),
        _count("intervention_team", "interventieteam"),
        _count("inhabitants_printed", "inwoners_2017"),
        Measure("reports_share", "meldingen_pct_gedrukt", "%"),
    ),
    levels=_AREA | {Level.MUNICIPALITY},
    rounding=0.0,
    caveats=(
        *_ALWAYS,
        "Van sommige kleine aantallen is niet zeker in welke kolom ze horen. Die staan hier als ‘kolom onzeker’.",
        "Het document drukt inwoners van 2017 af. Ze tellen op tot 729.123, niet tot het gedrukte totaal van 718.345.",
        "De gedrukte percentages van Breda en Oosterhout (0,1) passen niet bij hun eigen aantallen (1,0 en 1,1).",
        "Tholen ligt volgens het CBS in Zeeland, maar staat in dit document bij West-Brabant.",
    ),
    dimensions=("Gemeente of groep",),
    place="Bijlage 3, Tabel 2",
)
REPORTERS = Table(
    id="wb-melders",
    title="Wie meldde bij Veilig Thuis West-Brabant, 2017 en 2018",
    source=_WEST_BRABANT,
    measures=(_count("reports", "Meldingen"), Measure("reports_share", "Percentage (zoals gedrukt)", "%")),
    levels=_AREA,
    rounding=0.0,
    dimensions=("Melder",),
    caveats=(
        *_ALWAYS,
        "De groepen tellen op tot 7.527 van de 7.561 meldingen in 2017 en tot 6.000 van de 6.039 in 2018.",
        "De lijst met soorten melders is in 2018 korter dan in 2017. Verschillen per soort komen dus voor een deel door de lijst.",
    ),
    place="Bijlage 4",
)
AGES = Table(
    id="wb-leeftijden",
    title="Leeftijden in onderzoeken en casusregie, Veilig Thuis West-Brabant, 2018",
    source=_WEST_BRABANT,
    measures=(
        _count("inquiries", "Onderzoeken"),
        _count("case_direction", "Casusregie"),
        Measure("inquiries_share", "Onderzoeken", "%"),
        Measure("case_direction_share", "Casusregie", "%"),
    ),
    levels=_AREA,
    rounding=0.0,
    dimensions=("Leeftijd",),
    caveats=_ALWAYS,
    place="Tabel 4",
)
MONEY = Table(
    id="wb-financien",
    title="Geld voor de aanpak in West-Brabant, 2018-2021",
    source=_WEST_BRABANT,
    measures=(Measure("amount_eur", "Bedrag", "euro"),),
    levels=_AREA,
    rounding=0.0,
    dimensions=("Post",),
    caveats=("PM betekent dat het document het bedrag nog niet noemt.",),
    place="Hoofdstuk 8, Financiën",
)
_COUNTED_BY_CBS = (
    "De inwoners van 2015 tot en met 2018 komen uit kaarten en lijsten van het CBS, vanaf 2019 uit CBS-tabel 03759ned."
)
_INHABITANTS = (Measure("inhabitants", "Inwoners op 1 januari", "aantal"),)
POPULATION_MUNICIPALITIES = Table(
    id="inwoners-gemeenten",
    title="Inwoners op 1 januari per gemeente",
    source=POPULATION,
    measures=_INHABITANTS,
    levels=frozenset({Level.MUNICIPALITY}),
    rounding=0.0,
    caveats=(_COUNTED_BY_CBS,),
)
POPULATION_PROVINCES = Table(
    id="inwoners-provincies",
    title="Inwoners op 1 januari per provincie",
    source=POPULATION,
    measures=_INHABITANTS,
    levels=frozenset({Level.PROVINCE}),
    rounding=0.0,
    caveats=("Vanaf 2019 komen de inwoners uit CBS-tabel 03759ned. Voor de jaren ervoor tellen we de gemeenten op.",),
)
POPULATION_COUNTRY = Table(
    id="inwoners-nederland",
    title="Inwoners van Nederland op 1 januari",
    source=POPULATION,
    measures=_INHABITANTS,
    levels=frozenset({Level.COUNTRY}),
    rounding=0.0,
    caveats=("Vanaf 2019 komen de inwoners uit CBS-tabel 03759ned. Voor 2016 en 2017 tellen we de gemeenten op.",),
)
DOCUMENT_TABLES: tuple[Table, ...] = (PRODUCTION, MUNICIPALITIES_2018, REPORTERS, AGES, MONEY)
POPULATION_TABLES: tuple[Table, ...] = (POPULATION_MUNICIPALITIES, POPULATION_PROVINCES, POPULATION_COUNTRY)
