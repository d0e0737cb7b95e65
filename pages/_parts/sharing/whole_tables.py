"""Everything that can be downloaded whole: a search, what is asked for most, and the rest per kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data_sources.catalogue.tables import TABLES
from data_sources.period import Period
from editions.cells import MOST_ROWS, present_tables, table_sizes
from editions.edition import Edition
from editions.periods import offered, periods
from editions.values import values
from geo import registry
from indicators import notation
from pages._parts.ui import announce, file_list, markup, whole
from site_map import data_address

_STATLINE = re.compile(r"\d{5}NED")
FORMATS: Mapping[str, Callable[[str], str]] = {
    "CSV": partial(data_address, ending="csv"),
    "CSV (NL)": partial(data_address, ending="csv", notatie="excel-nl"),
    "Excel": partial(data_address, ending="xlsx"),
    "JSON": partial(data_address, ending="json"),
}
"""Address of a table by the word on its button; CSV (NL) has decimal commas, for Excel in Dutch."""
POPULAR = ("meldingen", "adviezen", "wb-meldingen", "tabel-84849ned", "document-gemeenten-2018", "regions")
_NO_CSV = ("CSV (NL)", "Excel", "JSON")  # for a spreadsheet, or made in one go
_EXAMPLE = "2023-H1"
CELLS = "tabel-"
PUBLICATIONS = "publicaties"
OTHER = {
    "rangen": "Tussen welke plaatsen een cijfer staat, en of het meer afwijkt dan toeval verklaart: nieuwste jaar en halfjaar",
    "trends": "Trendwoord en laatste verandering per plaats",
    "regions": "Plaatsen: codes, namen en jaren",
    "memberships": "Bij welke regio hoort een gemeente, per jaar",
    "mergers": "Herindelingen",
    "document-productie": "West-Brabant: wat Veilig Thuis deed, 2015-2018",
    "document-gemeenten-2018": "West-Brabant: per gemeente, 2018",
    "document-melders": "West-Brabant: wie meldde, 2017 en 2018",
    "document-leeftijden": "West-Brabant: leeftijden, 2018",
    "document-geld": "West-Brabant: geld, 2018-2021",
    "document-kerncijfers": "Losse cijfers uit de documenten",
    "document-uitspraken": "Bedragen, doelen en feiten uit de documenten",
    "document-programma": "Hart van Brabant: indicatoren van het programma 2023-2027",
}


@dataclass(frozen=True)
class Offer:
    """A table that can be had whole: its name in addresses, kind and title in Dutch, what is in it, and whether only as CSV."""

    name: str
    kind: str
    title: str
    holds: str = ""
    only_csv: bool = False


_KINDS = (
    "Cijfers per plaats",
    "Tabellen van het CBS en publicaties, cel voor cel",
    "Plaatsen, en tabellen uit documenten zoals gedrukt",
)


def show(edition: Edition) -> None:
    """A search over all tables; without one the most asked for, and the others under folds."""
    offers = offered_tables(edition)
    wanted = "" if whole.is_wanted() else _wanted()
    if wanted.strip():
        _results(offers, wanted.strip())
    else:
        by_name = {offer.name: offer for offer in offers}
        popular = [by_name[name] for name in POPULAR if name in by_name]
        markup.heading("Veel gevraagd")
        _list(popular)
        markup.heading("Alle andere tabellen")
        for kind in _KINDS:
            of_kind = [offer for offer in offers if offer.kind == kind and offer not in popular]
            if of_kind:
                with st.expander(f"{kind}: {len(of_kind)}", key=f"vouw-{_KINDS.index(kind)}"):
                    _list(of_kind)
    large = [offer for offer in offers if offer.only_csv]
    if large:
        _too_large(large[0])


def _wanted() -> str:
    with st.container(key="smal-zoek-tabel"):
        return st.text_input(
            "Zoek een tabel", key="zoek-tabel", placeholder="Bijvoorbeeld: meldingen, leeftijd of 84849NED"
        )


def offered_tables(edition: Edition) -> tuple[Offer, ...]:
    """Every table there is, in the order of its kind."""
    tables, sizes = cell_tables(edition), table_sizes(edition)
    rows = {name: sizes.get(name.removeprefix(CELLS).upper(), 0) for name in tables}
    figures = []
    for spec in offered(edition):
        many = sum(len(values(edition, spec.id, level=level)) for level in spec.levels)
        span = notation.periods(period for level in spec.levels for period in periods(edition, spec.id, level=level))
        holds = f"{spec.unit}; {span or 'nog geen perioden'}; {notation.counted(many, 'rij', 'rijen')}"
        figures.append(Offer(spec.id, _KINDS[0], spec.title, holds))
    return (
        *figures,
        *(Offer(name, _KINDS[1], title, only_csv=rows[name] > MOST_ROWS) for name, title in tables.items()),
        *(Offer(name, _KINDS[2], title) for name, title in OTHER.items()),
    )


def search(offers: Sequence[Offer], wanted: str) -> list[Offer]:
    """Tables with all words of ``wanted`` in their title, name or contents, without looking at capitals and accents."""
    words = registry.fold(wanted).split()
    return [
        offer
        for offer in offers
        if all(word in registry.fold(f"{offer.title} {offer.holds} {offer.name} {offer.kind}") for word in words)
    ]


def _results(offers: Sequence[Offer], wanted: str) -> None:
    matches = search(offers, wanted)
    if not matches:
        announce.tell("Geen tabel gevonden.")
        markup.paragraph(
            f"Geen tabel gevonden met ‘{wanted}’. Probeer één woord, zoals meldingen, of maak het veld leeg: dan ziet u alles."
        )
        return
    words = f"{notation.counted(len(matches), 'tabel', 'tabellen')} gevonden"
    announce.tell(f"{words}.")
    markup.heading(words)
    _list(matches)


def cell_tables(edition: Edition) -> dict[str, str]:
    """Name and title of the tables of CBS that can be had cell by cell, and of what publications print."""
    present = present_tables(edition)
    statline = {
        f"{CELLS}{table.lower()}": f"{TABLES[table].title} ({table})"
        for table in sorted(present)
        if _STATLINE.fullmatch(table)
    }
    return {
        **statline,
        PUBLICATIONS: "Cijfers uit publicaties, zoals de Impactmonitor en onderzoek naar hoe vaak het voorkomt",
    }


def _list(offers: Sequence[Offer]) -> None:
    file_list.show([_item(offer) for offer in offers])


def _item(offer: Offer) -> file_list.FileItem:
    files = {
        label: address(offer.name) for label, address in FORMATS.items() if not (offer.only_csv and label in _NO_CSV)
    }
    return file_list.FileItem(
        offer.title, offer.holds, files, note="Andere soorten: alleen een deel" if offer.only_csv else ""
    )


def _too_large(offer: Offer) -> None:
    example = data_address(offer.name, ending="xlsx", van=_EXAMPLE, tot=_EXAMPLE)
    markup.paragraph(
        f"Een tabel met meer dan {notation.count(MOST_ROWS)} rijen krijgt u alleen als CSV in één keer. Een werkblad kan zoveel "
        "rijen niet goed aan. Wilt u een ander soort bestand? Kies dan plaatsen of perioden, bijvoorbeeld:"
    )
    markup.inline_links(
        [(example, f"{offer.title}, {Period.from_key(_EXAMPLE).label}, Excel")], label="Deel van een tabel"
    )
