"""Titles of the tables: as CBS prints them where that is known, invented where it is not.

84847NED, 84854NED, 84855NED, 86315NED and 86316NED were never read: their measures and members here are inventions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.cbs_service.tables import Topic

DIMENSION = tuple[str, str, tuple[str, ...]]  # field key, title, titles of the members


@dataclass(frozen=True)
class TopicShape:
    """One measure: what is served, and what its figures are a share of."""

    served: Topic
    base: str = "reports"
    share: float | None = None  # None: drawn
    of: int = -1
    percent_of: int | None = None


@dataclass(frozen=True)
class TableShape:
    """One table: titles only."""

    id: str
    title: str
    dimensions: tuple[DIMENSION, ...]
    topics: tuple[TopicShape, ...]
    municipalities: bool = True
    national: bool = False  # no regions at all

    def share(self, topic: int, combination: int, rng: np.random.Generator) -> float:
        """Part of the base that one series counts; the first combination is the total."""
        given = self.topics[topic].share
        whole = float(rng.uniform(0.05, 0.6)) if given is None else given
        return whole if combination == 0 else whole * float(rng.uniform(0.01, 0.4))


def _counts(*titles: str, groups: tuple[str, ...] = ()) -> tuple[TopicShape, ...]:
    bases = {"Gestarte adviezen": ("advice", 1.0), "Ontvangen meldingen": ("reports", 1.0)}
    return tuple(
        TopicShape(
            Topic(f"{''.join(filter(str.isalpha, title.title()))[:24]}_{number}", title, groups=groups),
            base=bases.get(title, ("reports", None))[0],
            share=bases.get(title, ("reports", None))[1],
        )
        for number, title in enumerate(titles, start=1)
    )


_FEATURES = (
    "Totaal", "Niet beroepsmatig totaal", "Beroepsmatig totaal", "Beroep: onderwijs: totaal",
    "Beroep: kinderopvang: totaal", "Beroep: medisch totaal", "Beroep: psychologen e.a.: totaal",
    "Beroep: paramedisch: totaal", "Beroep: justitie: totaal", "Beroep: justitie: politieagent",
    "Beroep: justitie: officier van justitie", "Beroep: justitie: anders", "Beroepsmatig: anders",
    "Rol/functie onbekend", "Gezondheidszorg: totaal", "Geestelijke gezondheidszorg: totaal", "Kinderopvang",
    "Onderwijs: totaal", "Bureau Leerplicht", "Jeugdzorg: totaal", "Justitie en veiligheid: totaal",
    "J en V: politie: totaal", "J en V: openbaar ministerie", "J en V: reclassering", "J en V: anders",
    "Anders: Veilig Thuis: andere regio", "Anders: VT: inzet regionaal maatwerk", "Andere organisatie: anders",
    "Niet van toepassing", "Onbekend", "Duur geweld: niet langer dan 1 week", "Duur geweld: > 1 week, < 1 maand",
    "Duur geweld: > 1 maand, < 6 maanden", "Duur geweld: > 6 maanden, < 1 jaar", "Duur geweld: > 1 jaar,< 5 jaar",
    "Duur geweld: langer dan 5 jaar",
)  # fmt: skip
_MORE_FEATURES = ("Beroep: medisch: verpleegkundige", *(f"Beroep: verzonnen beroep {n}" for n in range(104)))
_KINDS = (
    "Totaal", "Kindermishandeling", "Geweld tegen ouders", "(Ex-)Partnergeweld",
    "Ouderenmishandeling (ouder dan 65 jaar)", "Huiselijk geweld overig", "Andere problematiek...",
    "Geen kindermishandeling/huiselijk geweld",
)  # fmt: skip
_EXTRA_INFORMATION = (
    "Totaal",
    "Mensenhandel",
    "Eergerelateerd geweld",
    "Loverboy",
    "Complexe scheiding",
    "Verwaarlozing",
)
_SERVICES = (
    *_counts(
        "Gestarte adviezen", "Ontvangen meldingen", "Casussen met ontvangen melding(en)",
        groups=("Adviezen, meldingen en diensten",),
    ),
    *_counts(
        "Afgeronde diensten onderzoek", "Afgeronde diensten voorwaarden en vervolg",
        groups=("Adviezen, meldingen en diensten", "Afgeronde diensten"),
    ),
)  # fmt: skip
_ENGAGEMENT = (
    (("Ontvangen meldingen",), "Ontvangen meldingen, totaal", 1.0),
    (("Ontvangen meldingen",), "1e melding, geen betrokkenen bekend VT", 0.35),
    (("Ontvangen meldingen", "Hermelding"), "Totaal", 0.3),
    (("Ontvangen meldingen", "Hermelding"), "Meerdere betrokkenen al bekend bij VT", 0.2),
    (("Ontvangen meldingen", "Hermelding"), "Eén betrokkene al bekend bij VT", 0.1),
    (("Ontvangen meldingen", "Vervolgmelding tijdens betrokkenheid VT"), "Totaal", 0.28),
    (("Ontvangen meldingen", "Vervolgmelding tijdens betrokkenheid VT"), "Tijdens veiligheidsbeoordeling", 0.13),
    (("Ontvangen meldingen", "Vervolgmelding tijdens betrokkenheid VT"), "Na veiligheidsbeoordeling", 0.1),
    (("Ontvangen meldingen", "Vervolgmelding tijdens betrokkenheid VT"), "Tijdens monitoring door VT", 0.05),
    (("Ontvangen meldingen",), "Melding niet ingedeeld", 0.07),
)


def _engagement() -> tuple[TopicShape, ...]:
    counts = tuple(
        TopicShape(Topic(f"Melding_{number}", title, groups=groups), share=share)
        for number, (groups, title, share) in enumerate(_ENGAGEMENT, start=1)
    )
    shares = tuple(
        TopicShape(
            Topic(
                f"Aandeel_{number + 11}",
                "Tijdens monitoring" if title.startswith("Tijdens monitoring") else title,
                "%",
                ("Ontvangen meldingen (relatief)", *groups[1:]),
            ),
            share=share, of=number, percent_of=0,
        )
        for number, (groups, title, share) in enumerate(_ENGAGEMENT)
    )  # fmt: skip
    return counts + shares


def _numbered(first: str, word: str, count: int) -> tuple[str, ...]:
    return (first, *(f"{word} {number}" for number in range(1, count)))


_OUTCOMES = (
    "Totaal afgeronde onderzoeken", "Niet voortijdig afgesloten totaal",
    *(f"{kind}: {word}" for kind in ("Kindermishandeling", "Geweld tegen ouders", "Partnergeweld")
      for word in ("bevestigd", "niet bevestigd", "weerlegd")),
)  # fmt: skip
_ASSESSMENTS = (
    "Totaal", "Vervolgstappen beleggen bij Veilig Thuis", "Overdracht", "Geen vervolgstappen nodig",
    "Inzet regionaal maatwerk Veilig Thuis", "Nog niet beoordeeld",
)  # fmt: skip
_SAFETY = ("Totaal", "Acute onveiligheid", "Structurele onveiligheid", "Acute en structurele onveiligheid", "Onbekend")
_TRANSFERS = (
    "Totaal",
    "Lokaal team",
    "Jeugdbescherming",
    "Raad voor de Kinderbescherming",
    "Geestelijke gezondheidszorg",
)
_ORGANISATIONS = (
    "Totaal",
    "Gezondheidszorg",
    "Onderwijs",
    "Jeugdzorg",
    "Justitie en veiligheid",
    "Andere organisatie",
)
_ROLES = ("KenmerkenAdviezenMeldingen", "Kenmerken adviezen/meldingen")
_KEY_FIGURES = (
    *_counts("Gestarte adviezen", groups=("Adviezen",)),
    *_counts("Ontvangen meldingen", groups=("Meldingen",)),
    *_counts("Afgeronde diensten onderzoek", "Afgeronde diensten voorwaarden en vervolg", groups=("Diensten",)),
    *_counts(*(f"Verzonnen kerncijfer {n}" for n in range(1, 12)), groups=("Overige kerncijfers",)),
)

SHAPES = (
    TableShape("84847NED", "Huiselijk geweld; kerncijfers Veilig Thuis, regio", (), _KEY_FIGURES),
    TableShape(
        "84848NED",
        "Huiselijk geweld; rol/functie, organisatie, duur geweld, Veilig Thuis-regio",
        ((*_ROLES, _FEATURES + _MORE_FEATURES),),
        _counts("Gestarte adviezen", "Ontvangen meldingen"),
        municipalities=False,
    ),
    TableShape(
        "84849NED",
        "Huiselijk geweld; rol/functie, organisatie, duur geweld, regio",
        ((*_ROLES, _FEATURES),),
        _counts("Gestarte adviezen", "Ontvangen meldingen"),
    ),
    TableShape(
        "84850NED",
        "Huiselijk geweld; aard geweld, aanvullende informatie, Veilig Thuis-regio",
        (
            ("AardVanHetGeweld", "Aard van het geweld", _KINDS),
            ("AanvullendeInformatie", "Aanvullende informatie", _EXTRA_INFORMATION),
        ),
        _SERVICES,
        municipalities=False,
    ),
    TableShape(
        "84851NED",
        "Huiselijk geweld; aard geweld, aanvullende informatie, regio",
        (
            (
                "Kenmerken",
                "Kenmerken adviezen, meldingen, diensten",
                _KINDS + _numbered("Mensenhandel", "Verzonnen", 13),
            ),
        ),
        _SERVICES,
    ),
    TableShape(
        "84852NED",
        "Huiselijk geweld; veiligheidsbeoordeling en -taxatie Veilig Thuis, regio",
        (("Taxatie", "Veiligheidstaxatie", _SAFETY), ("Beoordeling", "Veiligheidsbeoordeling", _ASSESSMENTS)),
        _counts("Ontvangen meldingen"),
    ),
    TableShape(
        "84853NED",
        "Huiselijk geweld; uitkomsten onderzoeken Veilig Thuis, Veilig Thuis-regio",
        (("Uitkomsten", "Uitkomsten onderzoek", _OUTCOMES),),
        _counts("Afgeronde diensten onderzoek"),
        municipalities=False,
    ),
    TableShape(
        "84854NED",
        "Huiselijk geweld; organisatie van overdracht, type hulp, Veilig Thuis-regio",
        (
            ("Organisatie", "Organisatie van overdracht", _TRANSFERS + _numbered("Verzonnen", "Organisatie", 5)),
            ("TypeHulp", "Type hulp", _numbered("Totaal", "Hulp", 10)),
        ),
        _counts("Overdrachten"),
        municipalities=False,
    ),
    TableShape(
        "84855NED",
        "Huiselijk geweld; organisatie van overdracht, type hulp, regio",
        (("Organisatie", "Organisatie van overdracht", _TRANSFERS + _numbered("Verzonnen", "Organisatie", 14)),),
        _counts("Overdrachten"),
    ),
    TableShape(
        "85361NED",
        "Huiselijk geweld; meldingen naar eerdere betrokkenheid Veilig Thuis, regio",
        (),
        _engagement(),
    ),
    TableShape(
        "86315NED",
        "Huiselijk geweld; aard geweld, aanvullende informatie, organisatie",
        (
            ("AardVanHetGeweld", "Aard van het geweld", _KINDS),
            ("AanvullendeInformatie", "Aanvullende informatie", _EXTRA_INFORMATION),
            ("Organisatie", "Organisatie", _ORGANISATIONS),
        ),
        _counts("Gestarte adviezen", "Ontvangen meldingen"),
        municipalities=False,
        national=True,
    ),
    TableShape(
        "86316NED",
        "Huiselijk geweld; aard geweld, organisatie, Veilig Thuis-regio",
        (("AardVanHetGeweld", "Aard van het geweld", _KINDS), ("Organisatie", "Organisatie", _ORGANISATIONS)),
        _counts("Gestarte adviezen", "Ontvangen meldingen"),
        municipalities=False,
    ),
)


@dataclass(frozen=True)
class PopulationShape:
    """The table of inhabitants."""

    id: str
    title: str
    topics: tuple[Topic, ...]


POPULATION = PopulationShape(
    "70072ned",
    "Regionale kerncijfers Nederland",
    tuple(
        Topic(f"{title.replace(' ', '')}_{number}", title, groups=("Bevolking", "Bevolkingssamenstelling op 1 januari"))
        for number, title in enumerate(("Totale bevolking", "Mannen", "Vrouwen"), start=1)
    ),
)
