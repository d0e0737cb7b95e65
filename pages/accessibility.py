"""Toegankelijkheid: an honest statement of what works, what was tested and what does not work yet."""

import streamlit as st

from pages._parts import markup

st.title("Toegankelijkheid")
markup.lead(
    "Iedereen moet deze site kunnen gebruiken. Hier leest u wat werkt, wat nog niet werkt en hoe u een probleem meldt."
)

st.header("Waar we naar streven")
markup.paragraph(
    "We bouwen deze site volgens WCAG 2.2, niveau A en AA. Dat zijn de regels voor sites die iedereen kan gebruiken. "
    "De wet vraagt van de overheid WCAG 2.1. Een onafhankelijk onderzoek is nog niet gedaan. "
    "Daarom zeggen we niet dat de site helemaal aan de regels voldoet."
)

st.header("Wat u mag verwachten")
markup.bullets(
    (
        "Alles werkt met alleen een toetsenbord. Met de eerste Tab gaat u naar de inhoud, met de tweede naar de knop om snel te sluiten.",
        "Bij elke kaart en grafiek staat een tabel met dezelfde cijfers. Daar staat ook een beschrijving in woorden bij.",
        "Kleur is nooit het enige verschil. Er is ook een vorm, een patroon of een woord.",
        "De site werkt op een telefoon en bij 400 procent vergroting. De pagina schuift dan niet opzij.",
        "De site volgt de lichte of donkere stand van uw apparaat. Wilt u minder beweging? Ook die keuze volgen we.",
        "De hulplijn en de knop om snel te sluiten werken ook als de cijfers nog laden of als de verbinding weg is.",
    )
)

st.header("Hoe we testen")
markup.bullets(
    (
        "Bij elke nieuwe versie opent een programma de pagina's in een echte browser (Chromium).",
        "Dat programma test het toetsenbord, de taal, de koppen en de knop om snel te sluiten.",
        "Een test met schermlezers door mensen die er elke dag mee werken, is nog niet gedaan.",
    )
)

st.header("Wat nog niet goed werkt")
markup.bullets(
    (
        "Zonder JavaScript ziet u geen kaarten en grafieken. U ziet dan wel het menu, de hulplijn en de knop om te sluiten.",
        "Sommige knoppen hebben in het programma achter deze site een Engelse naam. We zetten die om. Misschien missen we er een.",
        "In een grafiek kunt u de punten niet altijd met het toetsenbord bekijken. Gebruik dan de tabel.",
        "De regionale documenten waar cijfers uit komen, zijn niet van ons. Die bestanden zijn niet altijd toegankelijk.",
    )
)

st.header("Een probleem melden")
markup.paragraph(
    "Werkt iets niet voor u? Meld het aan de organisatie die deze site aanbiedt. Schrijf erbij op welke pagina het gebeurt, "
    "wat u wilde doen en met welk apparaat of hulpmiddel. Stuur geen gegevens over uzelf of over uw situatie thuis mee."
)
markup.paragraph("Deze verklaring is van 21 november 2026. We passen haar aan als de site verandert.")
