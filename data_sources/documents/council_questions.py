"""Questions of councils about domestic violence: who has the figure, whether it is open, what a letter asks for.

The CSV files beside this one hold the texts (Dutch, B1, ours) and where each can be read: `raadsvragen.csv`,
`raadsvragen_houders.csv` (who has figures and how to write to them) and `raadsvragen_bronnen.csv`. A figure that stands on
this site is no text: it is named by its cell, and editions/council_questions.py looks it up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from data_sources.catalogue.sources import CBS, SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.published import read_published, records

_FOLDER = Path(__file__).parent
_QUESTION = (
    *("id", "question", "state", "answer", "figure", "beside", "here", "short", "address"),
    *("holder", "letter_to", "asks", "sources"),
)
_HOLDER = (
    *("id", "name", "to_municipality", "to_larger_place", "to_anyone"),
    *("salutation", "reach", "law", "sources"),
)
_SOURCE = ("id", "title", "publisher", "year", "address")
_WITHOUT_YEAR, _UPDATED = "zonder jaar", "doorlopend"
_TABLE = "https://www.cbs.nl/nl-nl/cijfers/detail/"
Known = TypeVar("Known")


class Availability(StrEnum):
    """Where the figure of a question can be had; `HERE` is computed, it is never written in the CSV."""

    HERE = "hier"
    OPEN = "open"
    ON_REQUEST = "opvraagbaar"
    UNKNOWN = "onbekend"


class Reach(StrEnum):
    """For which area someone keeps figures."""

    MUNICIPALITY = "gemeente"
    REGION = "regio"
    COUNTRY = "land"


class Law(StrEnum):
    """What a letter may rest on: the Wet open overheid, that law if it holds for the addressee, or nothing."""

    OPEN_GOVERNMENT = "woo"
    IF_OPEN_GOVERNMENT = "woo-als"
    NONE = ""


class UnknownReferenceError(LookupError):
    """A row names a holder or source that is not there; the message says which."""


@dataclass(frozen=True)
class Reference:
    """Where a reader can check an answer: title, publisher, year (or 'zonder jaar', 'doorlopend'), address ('' when it has none)."""

    id: str
    title: str
    publisher: str
    year: str
    address: str


@dataclass(frozen=True)
class Holder:
    """Who has figures. The three forms of address are for a municipality, a larger place and no place at all."""

    id: str
    name: str
    to_municipality: str
    to_larger_place: str
    to_anyone: str
    salutation: str
    reach: Reach | None  # None: nobody, to whom no letter goes
    law: Law
    sources: tuple[Reference, ...]


@dataclass(frozen=True)
class Cell:
    """A published cell as the observations name it; ``table`` alone is the id of an indicator."""

    table: str
    measure: str = ""
    category: str = ""


@dataclass(frozen=True)
class CouncilQuestion:
    """A question: its answer, who has the figure, whom to ask and for what.

    ``availability`` holds where no figure stands on this site. ``figure`` and ``beside`` are cells; ``here`` is the
    sentence with them and ``short`` a few words, ``address`` the page that shows them ('': the cells of CBS tables on Impactmonitor).
    """

    id: str
    question: str
    availability: Availability
    answer: str
    figure: Cell | None
    beside: Cell | None
    here: str
    short: str
    address: str
    holder: Holder
    letter_to: Holder
    asks: tuple[str, ...]
    sources: tuple[Reference, ...]


@cache
def council_questions() -> tuple[CouncilQuestion, ...]:
    """Every question, in the order of the file; raises UnknownReferenceError or ValueError for a row that does not fit."""
    holders = _holders()
    rows = records(read_published(_FOLDER / "raadsvragen.csv", columns=_QUESTION))
    return tuple(
        CouncilQuestion(
            id=row["id"],
            question=row["question"],
            availability=Availability(row["state"]),
            answer=row["answer"],
            figure=_cell(row["figure"]),
            beside=_cell(row["beside"]),
            here=row["here"],
            short=row["short"],
            address=row["address"],
            holder=_known(holders, row["holder"], row["id"]),
            letter_to=_known(holders, row["letter_to"], row["id"]),
            asks=tuple(row["asks"].split("|")),
            sources=references(row["sources"], of=row["id"]),
        )
        for row in rows
    )


def references(ids: str, *, of: str) -> tuple[Reference, ...]:
    """Sources by their ids, joined by '|'; raises UnknownReferenceError that names the row ``of``."""
    known = _references()
    return tuple(_known(known, id_, of) for id_ in ids.split("|") if id_)


def _holders() -> Mapping[str, Holder]:
    rows = records(read_published(_FOLDER / "raadsvragen_houders.csv", columns=_HOLDER))
    return {
        row["id"]: Holder(
            id=row["id"],
            name=row["name"],
            to_municipality=row["to_municipality"],
            to_larger_place=row["to_larger_place"],
            to_anyone=row["to_anyone"],
            salutation=row["salutation"],
            reach=Reach(row["reach"]) if row["reach"] else None,
            law=Law(row["law"]),
            sources=references(row["sources"], of=row["id"]),
        )
        for row in rows
    }


@cache
def _references() -> Mapping[str, Reference]:
    """Sources of the CSV, and those that the catalogue has already: tables of CBS, publications and documents."""
    rows = records(read_published(_FOLDER / "raadsvragen_bronnen.csv", columns=_SOURCE))
    listed = {row["id"]: Reference(**row) for row in rows}
    tables = {
        table.id: Reference(
            id=table.id,
            title=f"{table.title} (tabel {table.id})",
            publisher=CBS.owner,
            year=_UPDATED,
            address=f"{_TABLE}{table.id}",
        )
        for table in TABLES.values()
        if table.source is CBS
    }
    published = {
        source.id: Reference(
            id=source.id,
            title=source.title,
            publisher=source.owner,
            year=str(source.published.year) if source.published else _year_in(source.id),
            address=source.url,
        )
        for source in SOURCES.values()
    }
    return MappingProxyType(published | tables | listed)


def _year_in(id_: str) -> str:
    """The year that the id of a publication carries: ``impactmonitor-2023-h5``."""
    return next((part for part in id_.split("-") if part.isdigit() and len(part) == len("2023")), _WITHOUT_YEAR)


def _cell(text: str) -> Cell | None:
    return Cell(*text.split("/", 2)) if text else None


def _known(known: Mapping[str, Known], id_: str, of: str) -> Known:
    if id_ not in known:
        msg = f"{of!r} names {id_!r}, which is not known"
        raise UnknownReferenceError(msg)
    return known[id_]
