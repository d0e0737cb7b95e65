"""Toegankelijkheid: an honest statement of what works, what was tested and what does not work yet."""

import streamlit as st

import site_map
from pages._parts.ui import markup

st.title("Toegankelijkheid")
markup.lead(
    "Iedereen moet deze site kunnen gebruiken. Hier leest u wat werkt, wat nog niet werkt en hoe u een probleem meldt."
)

st.header("Waar we naar streven")
markup.paragraph(
    "We bouwen deze site volgens WCAG 2.2, niveau A en AA. Dat zijn de regels voor sites die iedereen kan gebruiken. "
    "De wet vraagt van de overheid WCAG 2.1. Een onafhankelijke keuring is nog niet gedaan. "
    "Daarom zeggen we niet dat de site helemaal aan de regels voldoet."
)

st.header("Wat u mag verwachten")
markup.bullets(
    (
        "U kunt alles doen met alleen een toetsenbord. Met de eerste Tab gaat u naar de inhoud, met de tweede naar de knop om snel te sluiten.",
        "U ziet steeds waar u bent: om de knop of het veld staat een dikke rand.",
        "Op de kaart typt u een naam of gaat u met de pijltjes naar de gemeente ernaast.",
        "In een grafiek gaat u met de pijltjes van punt naar punt. Een schermlezer leest elk cijfer voor.",
        "Bij elke kaart en grafiek staat een tabel met dezelfde cijfers. Er is ook een beschrijving in woorden.",
        "Kleur is nooit het enige verschil. Er is ook een vorm, een patroon of een woord.",
        "De site werkt op een telefoon en bij 400 procent vergroting. De pagina schuift dan niet opzij.",
        "De site volgt de lichte of donkere stand van uw apparaat. Wilt u minder beweging of eigen kleuren? Ook dat volgen we.",
        "De hulplijn en de knop om snel te sluiten werken ook als de cijfers nog laden of als de verbinding weg is.",
    )
)

st.header("Hoe we testen")
markup.paragraph(
    "Bij elke nieuwe versie opent een programma alle pagina's in een echte browser (Chromium). Het let op deze punten:"
)
markup.bullets(
    (
        "Vindt axe, een programma dat fouten zoekt, iets op een scherm van 320 of van 1280 punten breed, licht of donker?",
        "Vindt axe iets als er een lijst open staat, als er iets misgaat of bij een figuur op een andere site?",
        "Kunt u zonder muis een gemeente kiezen, vergelijken, een cijfer lezen, een bestand halen, de link delen en weggaan?",
        "Zijn knoppen groot genoeg, en zijn woorden in grafieken en op de kaart goed te lezen?",
        "Wordt de kaart met twee vingers groter, en is alles er nog met uw eigen kleuren?",
        "Past alles met meer ruimte tussen letters en regels, en bij 400 procent vergroting?",
        "Zijn alle woorden Nederlands, en is elke tekst eenvoudig genoeg (met een leesformule)?",
    )
)
markup.paragraph(
    "Zo'n programma vindt niet alles. Mensen die elke dag met een schermlezer werken, hebben de site nog niet getest. "
    "Ook in Firefox en Safari en op echte telefoons is nog niet getest."
)

st.header("Wat nog niet goed werkt")
markup.bullets(
    (
        "Zonder JavaScript kunt u de pagina's lezen, maar niets kiezen. Van een kaart ziet u dan een plaatje. Een gemeenteblad werkt helemaal zonder JavaScript.",
        "Staat er een keuzelijst open? Dan leest een schermlezer alleen die lijst en de kop van de pagina voor. Met Escape sluit u de lijst.",
        "Is uw browser niet in het Nederlands? Dan zegt een keuzelijst soms iets in de taal van uw browser.",
        "Sommige knoppen hebben in het programma achter deze site een Engelse naam. We zetten die om. Misschien missen we er een.",
        "De namen van tabellen van het CBS zijn soms lang en moeilijk. Die veranderen we niet.",
        "De documenten van de regio's zijn niet van ons. Die bestanden zijn niet altijd toegankelijk.",
    )
)

st.header("Een probleem melden")
contact = site_map.contact()
markup.paragraph(
    (
        "Werkt iets niet voor u? Laat het ons weten. "
        if contact
        else "Werkt iets niet voor u? Meld het aan de organisatie die deze site aanbiedt. "
    )
    + "Schrijf erbij op welke pagina het gebeurt, wat u wilde doen en met welk apparaat of hulpmiddel. "
    "Stuur geen gegevens over uzelf of over uw situatie thuis mee."
)
if contact:
    markup.link(contact, contact.removeprefix("mailto:"))
markup.paragraph("Deze verklaring is van 21 november 2026. We passen haar aan als de site verandert.")
