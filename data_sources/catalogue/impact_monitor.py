"""The themes and indicators of CBS's Impactmonitor, and where each can be found: here, or in a named table of CBS.

The list is that of CBS's own dashboard; which indicators it also gives per region was read there. What is drawn on this
site has its address here; whether cells of a CBS table are loaded beside that is computed (STATISTICS rule 17).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Location:
    """Where an indicator can be seen: words, and the address on this site ('' when only CBS has it)."""

    words: str  # Dutch
    address: str = ""


@dataclass(frozen=True)
class Loaded:
    """Cells of the CBS tables that give an indicator: a subject, and which of its measures and categories."""

    subject: str  # id of data_sources.catalogue.subjects
    measures: tuple[str, ...] = ()
    starts: tuple[str, ...] = ("",)
    without: tuple[str, ...] = ("Totaal",)  # categories that only say how many there are of all


@dataclass(frozen=True)
class ImpactIndicator:
    """One indicator of the dashboard. ``regional`` is whether CBS also gives it per region."""

    name: str  # Dutch
    regional: bool
    national_here: Location | None = None
    regional_here: Location | None = None
    series_here: Location | None = None
    elsewhere: str = ""  # Dutch: the table or publication of CBS that has it
    loaded: Loaded | None = None


@dataclass(frozen=True)
class ImpactTheme:
    """A theme of the dashboard with its indicators, in CBS's order."""

    name: str
    indicators: tuple[ImpactIndicator, ...]


_DASHBOARD = "Dashboard Impactmonitor van het CBS"
_PREVALENCE = "CBS, Prevalentiemonitor huiselijk geweld en seksueel geweld"
_ADVICE_AND_REPORTS = ImpactIndicator(
    "Aantal adviezen en meldingen",
    regional=True,
    national_here=Location("Adviezen en meldingen", "#adviezen-en-meldingen"),
    regional_here=Location("Kaart", "/kaart"),
    series_here=Location("Ontwikkeling", "/ontwikkeling"),
    elsewhere="CBS-tabellen 84847NED en 84849NED",
)

THEMES: tuple[ImpactTheme, ...] = (
    ImpactTheme(
        "Omvang",
        (
            ImpactIndicator(
                "Geschat percentage slachtoffers van huiselijk geweld",
                regional=False,
                national_here=Location("Onderzoek", "/onderzoek"),
                elsewhere=_PREVALENCE,
            ),
            ImpactIndicator(
                "Geschat percentage slachtoffers van kindermishandeling",
                regional=False,
                national_here=Location("Onderzoek", "/onderzoek"),
                elsewhere="Impactmonitor 2023 van het CBS",
            ),
            ImpactIndicator("Recidive van plegers", regional=False, elsewhere=_DASHBOARD),
        ),
    ),
    ImpactTheme(
        "Aard en kenmerken",
        (
            ImpactIndicator(
                "Aard van het geweld in adviezen en meldingen",
                regional=True,
                elsewhere="CBS-tabellen 84850NED en 84851NED",
                loaded=Loaded("aard", measures=("advice", "reports")),
            ),
            ImpactIndicator("Kenmerken van slachtoffers van huiselijk geweld", regional=False, elsewhere=_PREVALENCE),
            ImpactIndicator("Kenmerken van kindermishandeling", regional=False, elsewhere=_DASHBOARD),
            ImpactIndicator("Kenmerken van slachtoffers van kindermishandeling", regional=False, elsewhere=_DASHBOARD),
            ImpactIndicator("Kenmerken van plegers van huiselijk geweld", regional=False, elsewhere=_DASHBOARD),
        ),
    ),
    ImpactTheme(
        "Vergroting bereik Veilig Thuis",
        (
            _ADVICE_AND_REPORTS,
            ImpactIndicator(
                "Type adviesvrager en melder",
                regional=True,
                national_here=Location("Wie meldt", "/wie-meldt"),
                series_here=Location("Wie meldt", "/wie-meldt"),
                elsewhere="CBS-tabellen 84848NED en 84849NED",
                loaded=Loaded("wie"),
            ),
            ImpactIndicator(
                "Duur van het geweld",
                regional=True,
                elsewhere="CBS-tabellen 84848NED en 84849NED",
                loaded=Loaded("duur", starts=("Duur geweld",)),
            ),
            ImpactIndicator(
                "Vervolg op basis van de veiligheidsbeoordeling",
                regional=True,
                regional_here=Location("Van melding naar vervolg", "/regioprogrammas"),
                elsewhere="CBS-tabel 84852NED",
                loaded=Loaded(
                    "veiligheid",
                    starts=("Veiligheidstaxatie: Totaal",),
                    without=("Veiligheidstaxatie: Totaal | Veiligheidsbeoordeling: Totaal",),
                ),
            ),
            ImpactIndicator(
                "Acuut of structureel onveilig",
                regional=True,
                national_here=Location("Hoe veilig", "/hoe-veilig"),
                series_here=Location("Hoe veilig", "/hoe-veilig"),
                elsewhere="CBS-tabel 84852NED",
                loaded=Loaded(
                    "veiligheid",
                    starts=("Veiligheidstaxatie: Acute onveiligheid", "Veiligheidstaxatie: Structurele onveiligheid"),
                ),
            ),
        ),
    ),
    ImpactTheme(
        "Verbinding zorg en veiligheid",
        (
            ImpactIndicator(
                "Ondertoezichtstellingen",
                regional=True,
                national_here=Location("Kinderbescherming", "/kinderbescherming"),
                series_here=Location("Kinderbescherming", "/kinderbescherming"),
                elsewhere="CBS, Jeugdbescherming en jeugdreclassering",
            ),
            ImpactIndicator(
                "Politiemeldingen aan Veilig Thuis",
                regional=True,
                elsewhere="CBS-tabellen 84848NED en 84849NED",
                loaded=Loaded(
                    "wie", measures=("reports",), starts=("J en V: politie", "Beroep: justitie: politieagent")
                ),
            ),
            ImpactIndicator("Onderzoeken van de Raad voor de Kinderbescherming", regional=True, elsewhere=_DASHBOARD),
            ImpactIndicator(
                "Casussen bij Veilig Thuis",
                regional=True,
                elsewhere="CBS-tabellen 84850NED en 84851NED",
                loaded=Loaded("aard", measures=("cases",), without=()),
            ),
            ImpactIndicator(
                "Overdracht van acute en structureel onveilige casussen",
                regional=True,
                elsewhere="CBS-tabellen 84854NED en 84855NED",
                loaded=Loaded("overdracht"),
            ),
        ),
    ),
    ImpactTheme(
        "Verbetering van de uitkomst",
        (
            ImpactIndicator("Percentage afname en stoppen van geweld", regional=True, elsewhere=_DASHBOARD),
            ImpactIndicator("Oordeel van cliënten over hun welzijn", regional=True, elsewhere=_DASHBOARD),
            ImpactIndicator("Ervaren veiligheid van kinderen en volwassenen", regional=True, elsewhere=_DASHBOARD),
            ImpactIndicator("Betere band tussen ouder en kind", regional=True, elsewhere=_DASHBOARD),
            ImpactIndicator("Tevredenheid van cliënten over de hulp", regional=True, elsewhere=_DASHBOARD),
        ),
    ),
    ImpactTheme(
        "Eerder signaleren en bespreken",
        (ImpactIndicator("Met iemand gepraat over het geweld", regional=False, elsewhere=_DASHBOARD),),
    ),
    ImpactTheme(
        "Ook bij het CBS: eerdere betrokkenheid en onderzoeken",
        (
            ImpactIndicator(
                "Uitkomsten van onderzoeken door Veilig Thuis",
                regional=True,
                elsewhere="CBS-tabel 84853NED",
                loaded=Loaded("onderzoeken"),
            ),
            ImpactIndicator(
                "Hermeldingen en vervolgmeldingen",
                regional=True,
                national_here=Location("Herhaling", "/herhaling"),
                regional_here=Location("Vervolgmeldingen per provincie", "/herhaling"),
                elsewhere="CBS-tabel 85361NED",
                loaded=Loaded("eerder", without=()),
            ),
        ),
    ),
)
