"""Every figure of the documents as a claim in our own words, with the way in which it can be checked, if any.

Keyed by the indicator as the key-figure table prints it. ``{value}``, ``{compare}``, ``{period}`` and ``{region}`` are
filled with what the table prints. All texts are messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from language import N_


class Way(StrEnum):
    """How a claim can be checked."""

    RATE = "rate"  # counts of CBS per 10 000 inhabitants, whole year and both half-years
    GROWTH = "growth"  # change of a count of CBS against the year before
    QUARTER = "quarter"  # a count of three months, for which CBS has no table
    REPORT = "report"  # a figure printed in a report of CBS or of research
    OWN_TABLE = "own_table"  # another table of the same document
    RESPONDENTS = "respondents"  # a percentage of a known number of people
    PERSONS = "persons"  # an estimate '1 in so many' against the inhabitants
    NONE = "none"


@dataclass(frozen=True)
class ReportFigure:
    """A figure under its printed title in a report; ``factor`` turns its unit into that of the claim."""

    indicator: str
    unit: str
    period: str
    counts: str  # message: what it counts, of whom and when; the claim must say the same for a verdict
    factor: float = 1.0


@dataclass(frozen=True)
class Claim:
    """One printed figure: what it says in our words, how to check it, and why it cannot be checked when it cannot.

    ``counts`` is what the figure counts, of whom and when. Only a figure that counts the same says whether it is right
    (STATISTICS rule 18).
    """

    text: str
    way: Way
    measure: str = ""
    figures: tuple[ReportFigure, ...] = ()
    counts: str = ""
    why: str = ""  # message: why there is no check, or what the check cannot say


_SAMPLE = N_(
    "Dit komt uit een onderzoek onder een steekproef van gezinnen. Die cijfers staan niet in onze tabellen; "
    "voor andere gezinnen gelden ze niet vanzelf."
)
_PREVALENCE = N_("Het document noemt een onderzoek. Dit onderdeel ervan staat niet in onze tabellen.")
_OWN_COUNT = N_("Dit is een eigen telling van Veilig Thuis West-Brabant. Dit cijfer staat niet in onze tabellen.")

_FIVE_YEARS = N_("volwassenen die in vijf jaar lichamelijk of seksueel geweld meemaakten, volgens het WODC")
_SEVERE_2010 = N_("slachtoffers van ernstig huiselijk geweld per jaar, uit onderzoek van het WODC uit 2010")
_ALL_FORMS = N_("mensen van 16 jaar en ouder die in een jaar een of andere vorm van huiselijk geweld meemaakten")
_CHILDREN_2010 = N_("mishandelde kinderen, uit onderzoek over 2010")
_CHILDREN_2017 = N_("mishandelde kinderen, een schatting over 2017")

CLAIMS: Mapping[str, Claim] = MappingProxyType(
    {
        "adviesvragen per 10.000 inwoners": Claim(
            N_("In {period} kwamen er in {region} {value} adviesvragen per 10.000 inwoners, en landelijk {compare}."),
            Way.RATE,
            measure="advice",
        ),
        "meldingen per 10.000 inwoners": Claim(
            N_("In {period} kwamen er in {region} {value} meldingen per 10.000 inwoners, en landelijk {compare}."),
            Way.RATE,
            measure="reports",
        ),
        "gezinnen met meer dan 22 incidenten per jaar bij melding": Claim(
            N_("Van de gevolgde gezinnen had {value}% bij de melding meer dan 22 incidenten per jaar."),
            Way.NONE,
            why=_SAMPLE,
        ),
        "gezinnen met meer dan 22 incidenten per jaar na een jaar hulp": Claim(
            N_("Na een jaar hulp had nog {value}% van de gevolgde gezinnen meer dan 22 incidenten per jaar."),
            Way.NONE,
            why=_SAMPLE,
        ),
        "ouders met opvoedstress in gemelde gezinnen": Claim(
            N_("In de gemelde gezinnen had {value}% van de ouders stress bij het opvoeden."), Way.NONE, why=_SAMPLE
        ),
        "gezinnen met alcoholmisbruik": Claim(
            N_("In {value}% van de gevolgde gezinnen was er misbruik van alcohol."), Way.NONE, why=_SAMPLE
        ),
        "stijging adviesvragen Veilig Thuis Midden-Brabant": Claim(
            N_("In {period} kreeg Veilig Thuis Midden-Brabant {value}% meer adviesvragen dan het jaar ervoor."),
            Way.GROWTH,
            measure="advice",
        ),
        "18-plussers die in 5 jaar fysiek of seksueel geweld in huiselijke kring meemaakten": Claim(
            N_(
                "Van alle volwassenen maakte {value}% in vijf jaar lichamelijk of seksueel geweld in huiselijke kring mee."
            ),
            Way.REPORT,
            figures=(
                ReportFigure(
                    "Slachtoffers huiselijk geweld, volwassenen, afgelopen 5 jaar (schatting)",
                    "% van bevolking 18+",
                    "2017",
                    counts=_FIVE_YEARS,
                ),
            ),
            counts=_FIVE_YEARS,
        ),
        "daarvan eenmalig": Claim(
            N_("Bij {value}% van de volwassenen die geweld in huiselijke kring meemaakten, was het één keer."),
            Way.NONE,
            why=_PREVALENCE,
        ),
        "daarvan enkele keren": Claim(
            N_("Bij {value}% van de volwassenen die geweld in huiselijke kring meemaakten, was het enkele keren."),
            Way.NONE,
            why=_PREVALENCE,
        ),
        "daarvan structureel": Claim(
            N_("Bij {value}% van de volwassenen die geweld in huiselijke kring meemaakten, was het structureel."),
            Way.NONE,
            why=_PREVALENCE,
        ),
        "kinderen die mishandeld worden": Claim(
            N_("Zeker {value}% van de kinderen wordt mishandeld."),
            Way.NONE,
            why=N_(
                "Voor deze som is het aantal kinderen nodig. Dat staat niet in onze cijfers. "
                "De Impactmonitor noemt voor 2017 een schatting van 90.000 tot 127.000 kinderen."
            ),
        ),
        "gevolgde gezinnen Verwey-Jonker": Claim(
            N_("Het onderzoek volgde in de regio {value} gezinnen."), Way.NONE, why=_SAMPLE
        ),
        "thuiswonende 65-plussers met ouderenmishandeling": Claim(
            N_("Van de 65-plussers die thuis wonen krijgt {value}% te maken met ouderenmishandeling (1 op de 20)."),
            Way.NONE,
            why=N_(
                "Dit is een schatting uit een onderzoek van 2018. Het staat niet in onze tabellen. "
                "Meldingen bij Veilig Thuis tellen iets anders."
            ),
        ),
        "ouderen slachtoffer per jaar (schatting)": Claim(
            N_("In {region} zouden per jaar ruim {value} ouderen slachtoffer zijn: 1 op de 50."), Way.PERSONS
        ),
        "adviesvragen aan Veilig Thuis": Claim(
            N_("Uit {region} kwamen {value} adviesvragen bij Veilig Thuis in {period}."), Way.QUARTER, measure="advice"
        ),
        "meldingen bij Veilig Thuis": Claim(
            N_("Uit {region} kwamen {value} meldingen bij Veilig Thuis in {period}."), Way.QUARTER, measure="reports"
        ),
        "volwassen slachtoffers per jaar": Claim(
            N_("Zo'n {value} volwassenen per jaar zijn slachtoffer."),
            Way.REPORT,
            figures=(
                *(
                    ReportFigure(
                        "Slachtoffers huiselijk geweld (12 maanden), 16+",
                        "miljoen personen",
                        year,
                        counts=_ALL_FORMS,
                        factor=1_000_000,
                    )
                    for year in ("2020", "2022")
                ),
            ),
            counts=_SEVERE_2010,
        ),
        "kinderen slachtoffer per jaar": Claim(
            N_("{value} kinderen per jaar zijn slachtoffer."),
            Way.REPORT,
            figures=tuple(
                ReportFigure(
                    f"Kinderen met kindermishandeling (schatting {end})",
                    "x 1 000 kinderen",
                    "2017",
                    counts=_CHILDREN_2017,
                    factor=1_000,
                )
                for end in ("ondergrens", "bovengrens")
            ),
            counts=_CHILDREN_2010,
        ),
        "vrouw gedood door (ex-)partner: eens per": Claim(
            N_("Eens in de {value} dagen wordt een vrouw gedood door haar partner of ex-partner."),
            Way.NONE,
            why=N_(
                "Dit staat in geen van de tabellen op deze site. Het CBS heeft een eigen cijfer over moord en doodslag."
            ),
        ),
        "onderzoeken buiten de wettelijke termijn": Claim(
            N_("Van de onderzoeken was {value}% niet binnen de wettelijke termijn klaar."), Way.NONE, why=_OWN_COUNT
        ),
        "casussen met inzet interventieteam": Claim(
            N_("In {period} werd bij {value} casussen het interventieteam ingezet."),
            Way.OWN_TABLE,
            measure="interventieteam",
        ),
        "veiligheid gestegen na casusregie": Claim(
            N_("Aan 146 mensen is het gevraagd: volgens {value}% was het na casusregie veiliger."),
            Way.RESPONDENTS,
            why=N_("De vragenlijst is niet openbaar."),
        ),
        "cliënttevredenheid": Claim(
            N_("Cliënten gaven het rapportcijfer {value}. Er waren maar 29 antwoorden."), Way.NONE, why=_OWN_COUNT
        ),
        "cliënttevredenheid netwerkberaden": Claim(
            N_("Netwerkberaden kregen het rapportcijfer {value}."), Way.NONE, why=_OWN_COUNT
        ),
        "daling politiemeldingen 2017-2018": Claim(
            N_("In 2018 kwamen er {value} meldingen minder van de politie dan in 2017."),
            Way.OWN_TABLE,
            measure="politie",
        ),
        "meldingen uit het onderwijs": Claim(
            N_("Nog geen {value}% van de meldingen kwam uit het onderwijs."), Way.OWN_TABLE, measure="onderwijs"
        ),
    }
)
