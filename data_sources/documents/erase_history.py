"""How a reader removes this visit from the browser, for the page Wis uw geschiedenis in every language. B1, ours."""

from __future__ import annotations

from language import N_

TITLE = N_("Wis uw geschiedenis")
LEAD = N_("Uw browser bewaart welke sites u bezoekt. Iemand die uw telefoon of computer gebruikt, kan dat zien.")
WARNING = (
    N_("Wis liever niet alles."),
    N_("Een lege geschiedenis kan opvallen. Wis alleen dit bezoek, of gebruik de volgende keer een privévenster."),
)
STEPS_TITLE = N_("Zo wist u dit bezoek")
STEPS = {
    N_("Chrome op een computer"): (
        N_("Druk op de toetsen Ctrl en H. Op een Mac: Command en Y."),
        N_("Zoek deze site in de lijst."),
        N_("Klik op de drie puntjes achter de regel."),
        N_("Kies: Verwijderen uit geschiedenis."),
    ),
    N_("Chrome op een telefoon (Android)"): (
        N_("Tik rechtsboven op de drie puntjes."),
        N_("Tik op Geschiedenis."),
        N_("Zoek deze site in de lijst."),
        N_("Tik op het kruisje achter de regel."),
    ),
    N_("Safari op een iPhone of iPad"): (
        N_("Tik onderaan op het boekje."),
        N_("Tik op het klokje: dat is uw geschiedenis."),
        N_("Veeg de regel van deze site naar links."),
        N_("Tik op Verwijder."),
    ),
    N_("Safari op een Mac"): (
        N_("Klik bovenaan op Geschiedenis en kies: Toon alle geschiedenis."),
        N_("Zoek deze site in de lijst."),
        N_("Klik op de regel en druk op de toets Backspace."),
    ),
    N_("Edge"): (
        N_("Druk op de toetsen Ctrl en H."),
        N_("Zoek deze site in de lijst."),
        N_("Klik op het kruisje achter de regel."),
    ),
    N_("Firefox"): (
        N_("Druk op de toetsen Ctrl, Shift en H. Op een Mac: Command, Shift en H."),
        N_("Zoek deze site in de lijst."),
        N_("Klik met de rechterknop op de regel."),
        N_("Kies: Deze website vergeten, of: Pagina verwijderen."),
    ),
    N_("Samsung Internet"): (
        N_("Tik onderaan op de drie streepjes."),
        N_("Tik op Geschiedenis."),
        N_("Houd uw vinger op de regel van deze site."),
        N_("Tik op Verwijderen."),
    ),
}
"""What to do in each browser, step by step."""
PRIVATE_TITLE = N_("De volgende keer: een privévenster")
PRIVATE = N_(
    "In een privévenster bewaart de browser niets als u het venster sluit. Bestanden die u downloadt, blijven wel staan."
)
PRIVATE_STEPS = (
    N_("Chrome en Edge: druk op Ctrl, Shift en N. Op een Mac: Command, Shift en N."),
    N_("Firefox: druk op Ctrl, Shift en P. Op een Mac: Command, Shift en P."),
    N_("Safari op een Mac: druk op Command, Shift en N."),
    N_("Op een telefoon: tik op het menu of op de tabbladen. Kies: incognito of privé."),
)
ALSO_TITLE = N_("Denk ook hieraan")
ALSO = (
    N_("De knop ‘Sluit deze site snel’ haalt het scherm weg. De geschiedenis blijft staan."),
    N_("Gebeld met Veilig Thuis? Wis het nummer uit de lijst met gesprekken op uw telefoon."),
    N_("Gebruikt iemand hetzelfde account als u? Dan ziet die persoon soms uw geschiedenis op een ander apparaat."),
    N_(
        "Denkt u dat iemand meekijkt op uw telefoon? Gebruik dan een apparaat van iemand die u vertrouwt, of van de bibliotheek."
    ),
    N_("Een adres van deze site kan de naam van uw gemeente noemen. Denk daaraan als u een link deelt."),
)
