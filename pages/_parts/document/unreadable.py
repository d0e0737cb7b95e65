"""Why a document cannot be read: one Dutch sentence that says what is wrong and what to do."""

from __future__ import annotations

MOST_MEGABYTES, MOST_PAGES = 10, 200
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024


class UnreadableDocumentError(ValueError):
    """A document cannot be read; the message is Dutch, for the reader."""


EMPTY = "Dit bestand is leeg. Kies een ander bestand, of plak de tekst."
TOO_LARGE = f"Dit bestand is groter dan {MOST_MEGABYTES} MB. Plak alleen het deel met de cijfers."
TOO_MANY_PAGES = (
    f"Dit bestand heeft meer dan {MOST_PAGES} bladzijden. Splits het, of plak alleen het deel met de cijfers."
)
WRONG_TYPE = "Dit soort bestand kunnen we niet lezen. Kies een PDF, DOCX, ODT of TXT, of plak de tekst."
OLD_WORD = "Dit is een bestand van een oude Word. Open het in Word, kies Opslaan als, en kies DOCX."
NOT_WHAT_IT_SAYS = "In dit bestand zit iets anders dan de naam zegt. Sla het opnieuw op als PDF, DOCX, ODT of TXT."
BROKEN = "Dit bestand is beschadigd. Sla het opnieuw op en probeer het nog eens, of plak de tekst."
LOCKED = "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf, of plak de tekst."
SCANNED = "In deze PDF staan alleen plaatjes van bladzijden, geen tekst. Maak er eerst een doorzoekbare PDF van, of typ de zinnen over."
BOMB = "Dit bestand wordt bij het uitpakken veel te groot. Sla het opnieuw op, of plak de tekst."
TOO_SLOW = "Het lezen van dit bestand duurt te lang. Plak alleen het deel met de cijfers."
WRONG_LETTERS = "De letters in dit bestand kunnen we niet lezen. Sla het op als tekst met UTF-8, of plak de tekst."
