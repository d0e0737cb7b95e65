"""Wis uw geschiedenis: how a reader removes this visit from the browser. Short steps, no figures."""

import streamlit as st

from pages._parts.ui import markup

st.title("Wis uw geschiedenis")
markup.lead("Uw browser bewaart welke sites u bezoekt. Iemand die uw telefoon of computer gebruikt, kan dat zien.")
markup.notice(
    "Wis liever niet alles.",
    "Een lege geschiedenis kan opvallen. Wis alleen dit bezoek, of gebruik de volgende keer een privévenster.",
)

STEPS = {
    "Chrome op een computer": (
        "Druk op de toetsen Ctrl en H. Op een Mac: Command en Y.",
        "Zoek deze site in de lijst.",
        "Klik op de drie puntjes achter de regel.",
        "Kies: Verwijderen uit geschiedenis.",
    ),
    "Chrome op een telefoon (Android)": (
        "Tik rechtsboven op de drie puntjes.",
        "Tik op Geschiedenis.",
        "Zoek deze site in de lijst.",
        "Tik op het kruisje achter de regel.",
    ),
    "Safari op een iPhone of iPad": (
        "Tik onderaan op het boekje.",
        "Tik op het klokje: dat is uw geschiedenis.",
        "Veeg de regel van deze site naar links.",
        "Tik op Verwijder.",
    ),
    "Safari op een Mac": (
        "Klik bovenaan op Geschiedenis en kies: Toon alle geschiedenis.",
        "Zoek deze site in de lijst.",
        "Klik op de regel en druk op de toets Backspace.",
    ),
    "Edge": (
        "Druk op de toetsen Ctrl en H.",
        "Zoek deze site in de lijst.",
        "Klik op het kruisje achter de regel.",
    ),
    "Firefox": (
        "Druk op de toetsen Ctrl, Shift en H. Op een Mac: Command, Shift en H.",
        "Zoek deze site in de lijst.",
        "Klik met de rechterknop op de regel.",
        "Kies: Deze website vergeten, of: Pagina verwijderen.",
    ),
    "Samsung Internet": (
        "Tik onderaan op de drie streepjes.",
        "Tik op Geschiedenis.",
        "Houd uw vinger op de regel van deze site.",
        "Tik op Verwijderen.",
    ),
}

st.header("Zo wist u dit bezoek")
left, right = st.columns(2, gap="medium")
for number, (browser, steps) in enumerate(STEPS.items()):
    with left if number < len(STEPS) / 2 else right:
        st.subheader(browser)
        markup.bullets(steps)

st.header("De volgende keer: een privévenster")
markup.paragraph(
    "In een privévenster bewaart de browser niets als u het venster sluit. Bestanden die u downloadt, blijven wel staan."
)
markup.bullets(
    (
        "Chrome en Edge: druk op Ctrl, Shift en N. Op een Mac: Command, Shift en N.",
        "Firefox: druk op Ctrl, Shift en P. Op een Mac: Command, Shift en P.",
        "Safari op een Mac: druk op Command, Shift en N.",
        "Op een telefoon: tik op het menu of op de tabbladen. Kies: incognito of privé.",
    )
)

st.header("Denk ook hieraan")
markup.bullets(
    (
        "De knop ‘Sluit deze site snel’ haalt het scherm weg. De geschiedenis blijft staan.",
        "Gebeld met Veilig Thuis? Wis het nummer uit de lijst met gesprekken op uw telefoon.",
        "Gebruikt iemand hetzelfde account als u? Dan ziet die persoon soms uw geschiedenis op een ander apparaat.",
        "Denkt u dat iemand meekijkt op uw telefoon? Gebruik dan een apparaat van iemand die u vertrouwt, of van de bibliotheek.",
        "Een adres van deze site kan de naam van uw gemeente noemen. Denk daaraan als u een link deelt.",
    )
)
