"""How the figures are made and what the words mean, for the page Bronnen en uitleg. Dutch, B1, ours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One part of the method: a heading and what we do and do not do."""

    title: str
    lines: tuple[str, ...]


METHOD: tuple[Rule, ...] = (
    Rule(
        "Per 10.000 inwoners",
        (
            "Grote gemeenten hebben meer meldingen omdat er meer mensen wonen. Daarom delen wij door het aantal inwoners op 1 januari.",
            "De inwoners komen van het CBS, voor elk jaar vanaf 2015. Van een landsdeel of Veilig Thuis-regio tellen wij de gemeenten van dat jaar op.",
            "Voor 2025 en 2026 nemen wij aan dat elke gemeente in dezelfde regio ligt als in 2024.",
            "Op een kaart staan nooit losse aantallen, alleen cijfers per inwoner of percentages.",
            "Het CBS rekent op zijn eigen dashboards per 100.000 inwoners. Dat is ons cijfer keer tien.",
            "Een half jaar en een heel jaar staan nooit in één grafiek. Een half jaar maken wij nooit tot een jaar.",
        ),
    ),
    Rule(
        "De band om een cijfer",
        (
            "Het CBS rondt aantallen af op vijftallen. 30 kan dus 28 tot en met 32 zijn.",
            "Ook toeval speelt mee: het ene jaar komen er vanzelf wat meer meldingen dan het andere. De band is afronding en toeval samen. Bij zo'n berekening valt de onderliggende waarde in 95 van de 100 gevallen binnen de band, als alleen toeval en afronding meespelen.",
            "Wij rekenen met de exacte grenzen van Garwood, van twee onder tot twee boven het afgeronde aantal. Bij percentages zijn het de grenzen van Clopper en Pearson.",
            "Meldingen hangen met elkaar samen: over één gezin komen er vaak meer. Daarom is de band verruimd met de wortel van de spreiding. Die meten wij aan opeenvolgende halfjaren van gemeenten met ten minste 20 meldingen. Hoe groot die spreiding is, staat hieronder bij elk cijfer.",
            "Drukt een bron een percentage af met een aantal erbij, dan volgt de band uit dat aantal. Zonder aantal is niet bekend hoeveel toeval erin zit.",
            "Bij minder dan 20 meldingen noemen wij het cijfer onzeker.",
        ),
    ),
    Rule(
        "Lager, ongeveer gelijk of hoger",
        (
            "Wij toetsen het verschil. Alleen als toeval en afronding zo'n verschil in minder dan 5 van de 100 gevallen geven, zeggen wij lager of hoger. Anders zeggen wij ongeveer gelijk, ook als het ene getal groter is.",
            "Hoort een plaats zelf bij de vergelijking, dan halen wij haar er eerst uit. Breda vergelijken wij met de rest van Nederland.",
            "Is van meer dan 5 op de 100 meldingen of adviezen de gemeente niet bekend, dan vergelijken wij niet.",
            "Het landelijke cijfer komt altijd van het CBS. Een optelling van gemeenten noemen wij nooit landelijk.",
            "Hoger is niet beter of slechter: meer meldingen kan ook betekenen dat mensen Veilig Thuis beter vinden.",
        ),
    ),
    Rule(
        "Stijging of daling",
        (
            "Een richting noemen wij pas bij zes jaren of acht halfjaren die u mag vergelijken, en als een strenge toets klopt (99%).",
            "Die toets moet ook kloppen als wij telkens één cijfer weglaten. Anders staat er: geen duidelijke stijging of daling.",
            "Bij een richting staat altijd over welke periode die gaat. Stopt een reeks terwijl er nieuwere cijfers zijn, dan noemen wij geen richting.",
        ),
    ),
    Rule(
        "De breuk van 2019",
        (
            "Op 1 januari 2019 ging Veilig Thuis anders tellen. Over de jaren ervoor gaf het CBS geen landelijk cijfer: de regio's waren niet te vergelijken.",
            "Het CBS raadt af de cijfers van 2015 tot en met 2018 elders te gebruiken. Wij tonen die van West-Brabant apart en trekken nergens een lijn over de grens van 2019.",
            "Het eerste halfjaar van 2019 is minder volledig dan latere halfjaren.",
        ),
    ),
    Rule(
        "Volgorde van plaatsen",
        (
            "Wij geven geen rangnummer, maar een bereik: tussen plaats 9 en 31 van 342. Daarvoor trekken wij duizenden keren een cijfer uit elke band.",
            "De trechter is voor onderzoekers. Die zet plaatsen naast hun grootte, met grenzen die rekening houden met de verschillen tussen plaatsen.",
        ),
    ),
    Rule(
        "Grenzen en herindelingen",
        (
            "Elk jaar tekenen wij op de gemeentegrenzen van dat jaar. Als gemeenten samengaan, begint een nieuwe reeks.",
            "Tot en met 2022 waren er 26 Veilig Thuis-regio's, vanaf 2023 zijn het er 25.",
        ),
    ),
)

STATES: tuple[tuple[str, str, str], ...] = (
    ("cijfer", "gekleurd vlak", "Er is een gepubliceerd cijfer."),
    ("nul", "lichtste kleur, met het getal 0", "Er is geteld, en het waren er nul."),
    (
        "nul na afronding (minder dan 2,5)",
        "lichtste kleur, met uitleg",
        "Het CBS drukt 0 af, maar door het afronden kan het 1 of 2 zijn.",
    ),
    (
        "onbekend, onvoldoende betrouwbaar of geheim (CBS)",
        "eigen patroon",
        "Het CBS drukt een punt af. Dat kan drie dingen betekenen; welke, zegt het CBS niet.",
    ),
    (
        "alleen het aantal is bekend",
        "streepjes",
        "Het aantal is er, maar nog niet het aantal inwoners van dat jaar. Delen kan dus niet. Het aantal laten we altijd zien.",
    ),
    (
        "nog geen cijfer op deze site",
        "gearceerd",
        "Het CBS heeft het cijfer misschien wel, maar het staat nog niet op deze site. Zodra wij het hebben opgehaald, vult de site het aan.",
    ),
    ("bestond niet in deze periode", "gestippelde rand", "De gemeente of regio was er toen niet."),
    (
        "kolom onzeker in de bron",
        "alleen in de tabel van West-Brabant",
        "Het getal staat vast, maar niet in welke kolom het hoort.",
    ),
)
"""Each state of a cell: its words, how it looks on the map, what it means."""

SYMBOLS: tuple[tuple[str, str], ...] = (
    (".", "bij het CBS: onbekend, onvoldoende betrouwbaar of geheim"),
    ("*", "bij het CBS, achter een periode: voorlopig cijfer"),
    ("–", "op deze site: hier is niets te tonen"),
    ("leeg", "in tabellen van documenten: in de bron staat niets"),
    ("PM", "in het geld van West-Brabant: nog te bepalen"),
    ("HJ", "in bestanden: halfjaar; 2023-H1 is het eerste halfjaar van 2023"),
)

GLOSSARY: tuple[tuple[str, str], ...] = (
    ("advies", "Iemand vraagt Veilig Thuis om raad. De beller blijft zelf verantwoordelijk."),
    ("casus", "Alle meldingen en hulp over (voor een deel) dezelfde mensen samen."),
    ("casusregie", "Iemand van Veilig Thuis houdt bij wie wat doet."),
    ("hermelding", "Een nieuwe melding over mensen die in de drie jaar ervoor al bekend waren bij Veilig Thuis."),
    (
        "huiselijk geweld",
        "Geweld door iemand die dicht bij u staat, zoals een partner, een ex, familie of een huisgenoot. Dreigen telt ook mee.",
    ),
    ("huisverbod", "De burgemeester stuurt iemand een tijd weg uit huis."),
    (
        "melding",
        "Iemand meldt bij Veilig Thuis een vermoeden van geweld en zegt om wie het gaat. Een melding is geen slachtoffer.",
    ),
    ("onderzoek", "Veilig Thuis zoekt uit of er geweld is."),
    ("ondersteuning", "Hulp die Veilig Thuis zelf geeft of regelt."),
    ("overdracht", "Veilig Thuis geeft een casus aan een andere organisatie."),
    ("veiligheidsbeoordeling", "Veilig Thuis kijkt na een melding hoe onveilig het is en wat er moet gebeuren."),
    (
        "Veilig Thuis",
        "Hier kunt u geweld thuis of tegen een kind melden, of om raad vragen. Elke regio heeft een eigen Veilig Thuis.",
    ),
    ("vervolgmelding", "Een melding over mensen bij wie Veilig Thuis op dat moment al bezig is."),
    ("voorlopig", "Het CBS kan dit cijfer nog veranderen."),
    ("voorwaarden en vervolg", "Veilig Thuis maakt zelf afspraken met de mensen over veiligheid."),
)
