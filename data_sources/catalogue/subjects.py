"""Subjects of the CBS tables on Veilig Thuis that a reader can open: each the cells of one or more tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """Cells of tables that belong together: those whose category starts with one of ``starts`` (and not of ``without``)."""

    id: str  # Dutch, stands in links
    title: str  # Dutch
    tables: tuple[str, ...]
    starts: tuple[str, ...] = ("",)
    without: tuple[str, ...] = ()

    def holds(self, category: str) -> bool:
        """Whether a category of its tables belongs to the subject."""
        return category.startswith(self.starts) and not category.startswith(self.without or ("\0",))


_DURATION = ("Duur geweld", "Niet van toepassing", "Onbekend")
_WHO = ("84849NED", "84848NED")

SUBJECTS: tuple[Subject, ...] = (
    Subject("kerncijfers", "Kerncijfers", ("84847NED",)),
    Subject("wie", "Wie vraagt advies en wie meldt", _WHO, without=_DURATION),
    Subject("duur", "Hoe lang het geweld duurt", _WHO, starts=_DURATION),
    Subject("aard", "Soorten geweld, casussen en diensten", ("84851NED", "84850NED")),
    Subject("aard-organisatie", "Soorten geweld per organisatie", ("86316NED", "86315NED")),
    Subject("organisaties", "Soorten geweld per organisatie", ("86316NED", "86315NED")),
    Subject("veiligheid", "Veiligheidsbeoordeling en veiligheidstaxatie", ("84852NED",)),
    Subject("onderzoeken", "Uitkomsten van onderzoeken", ("84853NED",)),
    Subject("overdracht", "Overdracht aan andere organisaties", ("84855NED", "84854NED")),
    Subject("eerder", "Eerste meldingen, hermeldingen en vervolgmeldingen", ("85361NED",)),
)
"""Every Veilig Thuis table of CBS is in one of them, so that nothing that is loaded is shown nowhere (STATISTICS rule 17)."""
BY_ID = {subject.id: subject for subject in SUBJECTS}
