"""The regional programmes and the national one, in our own words; figures stand in the document tables, not here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Programme:
    """What one programme set out to do. All texts are Dutch, B1, ours."""

    id: str
    name: str
    area: str  # in words
    first_year: int
    last_year: int
    document: str  # id of a Document
    partners: str
    aims: tuple[str, ...]
    money: str
    until: str = ""  # Dutch: until when in the last year, when it was not the whole year
    vt_regions: tuple[str, ...] = ()  # Veilig Thuis regions of CBS that cover the area, oldest first


PROGRAMMES: tuple[Programme, ...] = (
    Programme(
        id="geweld-hoort-nergens-thuis",
        name="Geweld hoort nergens thuis",
        area="Nederland",
        first_year=2018,
        last_year=2022,
        document="geweld-hoort-nergens-thuis",
        partners="Het Rijk en de gemeenten samen. Regio's maakten er een eigen programma bij.",
        aims=(
            "Geweld eerder en beter in beeld krijgen.",
            "Geweld stoppen en zorgen dat het niet terugkomt.",
            "Aandacht voor bepaalde groepen, omdat niet voor iedereen hetzelfde werkt.",
        ),
        money="Wij hebben uit dit artikel geen bedragen.",
        until="halverwege 2022",
    ),
    Programme(
        id="west-brabant-2019-2021",
        name="Geweld hoort nergens thuis West-Brabant",
        area="West-Brabant",
        first_year=2019,
        last_year=2021,
        document="west-brabant-2019",
        partners="Zestien gemeenten doen mee. Breda is de centrumgemeente: die beheert het geld van het Rijk.",
        aims=(
            "Eerder in beeld: scholen beter laten werken met de meldcode.",
            "Stoppen: ernstige gevallen samen aanpakken met de werkwijze MDA++.",
            "Bepaalde groepen: mishandeling van ouderen eerder zien.",
        ),
        money="Het Rijk gaf € 75.000 per jaar voor de programmaleider en € 50.000 per jaar voor MDA++. De andere bedragen uit "
        "hoofdstuk 8 staan op de pagina West-Brabant 2015-2018.",
        vt_regions=("VT21",),
    ),
    Programme(
        id="hart-van-brabant-2019-2021",
        name="Huiselijk geweld en kindermishandeling Hart van Brabant 2019-2021",
        area="Hart van Brabant",
        first_year=2019,
        last_year=2021,
        document="hart-van-brabant-2019-2021",
        partners="Negen gemeenten doen mee. Tilburg is de centrumgemeente.",
        aims=(
            "Het programma heeft zes lijnen waarop de regio haar aanpak wil ontwikkelen.",
            "De namen van de lijnen staan op de webpagina van de regio. Ze staan nog niet op deze site.",
        ),
        money="De webpagina noemt € 75.000 per jaar van het Rijk en € 80.000 uit ‘Koers samen met de Jeugd’.",
        vt_regions=("VT15",),
    ),
    Programme(
        id="hart-van-brabant-2023-2027",
        name="Huiselijk geweld en kindermishandeling Hart van Brabant 2023-2027",
        area="Hart van Brabant",
        first_year=2023,
        last_year=2027,
        document="hart-van-brabant-2023-2027",
        partners="De gemeenten van Hart van Brabant. Tilburg is de centrumgemeente.",
        aims=(
            "De drie lijnen van het landelijke programma blijven gelden.",
            "Met zes cijfers volgen of het de goede kant op gaat.",
            "Werken in stappen: eerst directe veiligheid, dan zorg die bij het risico past, dan herstel.",
        ),
        money="Wij hebben uit dit programma geen bedragen.",
        vt_regions=("VT15",),
    ),
    Programme(
        id="zuidoost-brabant-2023",
        name="Nieuwe opdracht na 2022, Zuidoost-Brabant",
        area="Zuidoost-Brabant",
        first_year=2023,
        last_year=2023,
        document="helmond-2023",
        partners="De gemeenten van Zuidoost-Brabant. Eindhoven en Helmond zijn de centrumgemeenten.",
        aims=(
            "Mensen meer bewust maken van geweld thuis.",
            "Welzijn, zorg, justitie en veiligheid laten samenwerken; de regio begon met MDA++.",
            "Aandacht voor bepaalde groepen.",
        ),
        money="Wij hebben uit deze brief geen bedragen.",
        vt_regions=("VT26", "VT27"),
    ),
)
SUCCESSOR = "Sinds halverwege 2022 gaat de aanpak in het hele land verder. Die heet nu: Toekomstscenario kind- en gezinsbescherming."


@dataclass(frozen=True)
class Explanation:
    """Context for a newcomer: a heading and a few short paragraphs, Dutch, B1, ours."""

    title: str
    paragraphs: tuple[str, ...]


EXPLANATIONS: tuple[Explanation, ...] = (
    Explanation(
        "Wat doet Veilig Thuis?",
        (
            "Advies: iemand maakt zich zorgen en belt. Veilig Thuis denkt mee. De beller blijft zelf verantwoordelijk voor de volgende stap.",
            "Melding: iemand zegt om wie het gaat. Vanaf dan kijkt Veilig Thuis of het veilig is.",
            "Beoordeling: Veilig Thuis bekijkt de melding en kiest wat er moet gebeuren.",
            "Overdracht: een ander gaat ermee verder, zoals een wijkteam of de jeugdhulp.",
            "Voorwaarden en vervolg: Veilig Thuis maakt zelf afspraken met de mensen over veiligheid.",
            "Onderzoek: als nog niet duidelijk is of er geweld is, zoekt Veilig Thuis dat uit.",
        ),
    ),
    Explanation(
        "Werken aan veiligheid in stappen",
        (
            "Stap 1: zorgen dat mensen nu direct veilig zijn.",
            "Stap 2: hulp bij de oorzaken van het risico, zoals verslaving of schulden.",
            "Stap 3: herstel, zodat mensen verder kunnen.",
        ),
    ),
    Explanation(
        "Wat is MDA++?",
        (
            "MDA++ is een werkwijze voor ernstig geweld dat steeds terugkomt. Zorg, politie en justitie maken samen één plan voor het hele gezin.",
            "MDA staat voor multidisciplinaire aanpak. Dat wil zeggen: mensen met elk een eigen beroep gaan samen aan het werk.",
        ),
    ),
    Explanation(
        "Wat is de meldcode?",
        (
            "De meldcode is een stappenplan voor mensen die werken in bijvoorbeeld zorg, onderwijs of kinderopvang.",
            "Het helpt hen te bepalen wat zij moeten doen als zij geweld vermoeden.",
            "Sinds 2019 zegt de meldcode ook wanneer een melding bij Veilig Thuis nodig is. Dat kan het aantal meldingen veranderen.",
        ),
    ),
    Explanation(
        "Welke soorten geweld zijn er?",
        (
            "Bij huiselijk geweld gaat het om de relatie: de dader hoort bij de huiselijke kring. Het hoeft niet in huis te gebeuren.",
            "Het kan gaan om geweld door een partner of een ex, tegen kinderen, tegen ouders of tegen ouderen.",
            "In één melding kunnen meer soorten staan. Daarom kunt u soorten niet bij elkaar optellen.",
        ),
    ),
)
