"""Chooses the door for a table: OData v3 first, v4 when v3 gives nothing usable, or files from an operator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from data_sources.cbs import (
    CbsCertificateError,
    CbsError,
    CbsRefusedError,
    CbsUnreachableError,
    Door,
    DoorName,
    Service,
)
from data_sources.cbs.bulk_csv import BulkCsv, table_of
from data_sources.cbs.connection import Connection
from data_sources.cbs.keeper import Keeper
from data_sources.cbs.odata_v3 import OdataV3
from data_sources.cbs.odata_v4 import OdataV4
from data_sources.cbs.saved import SavedAnswers, is_whole

_T = TypeVar("_T")
_NOBODY = (CbsUnreachableError, CbsCertificateError)
Text = Callable[[str], None]


class DoorChoice(StrEnum):
    """Doors an operator can ask for."""

    AUTO = "auto"  # v3, and v4 when that gives nothing usable
    V3 = "v3"
    V4 = "v4"


class Doors:
    """Doors in the order in which a table tries them."""

    def __init__(self, doors: Sequence[Door], *, address: str) -> None:
        """Try these in turn; ``address`` is what the manifest says of them."""
        self._doors = list(doors)
        self.address = address

    def through(
        self, table_id: str, fetch: Callable[[Door], _T], *, hasty: bool = False, note: Text
    ) -> tuple[_T, DoorName]:
        """Give what ``fetch`` brings through the first door that works, and its name; ``note`` hears of the others.

        A door that could not be reached comes last for the tables after it. Raises the CbsError of the only door, or
        one that names them all; what ``fetch`` raises otherwise passes.
        """
        failures: list[tuple[Door, CbsError]] = []
        for door in tuple(self._doors):
            door.begin(table_id, hasty=hasty)
            try:
                result = fetch(door)
            except CbsError as error:
                failures.append((door, error))
                continue
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                # metadata of another form than CBS has ever sent
                failures.append((door, CbsRefusedError(f"het antwoord heeft een onbekende vorm ({error!r})")))
                continue
            for closed, reason in failures:
                note(f"{table_id}: {closed.name.label} lukt niet ({reason}); gehaald via {door.name.label}")
                if isinstance(reason, _NOBODY):
                    self._doors.remove(closed)
                    self._doors.append(closed)
            return result, door.name
        raise _of_all(failures)


def _of_all(failures: Sequence[tuple[Door, CbsError]]) -> CbsError:
    """One error for all doors: nobody there when that goes for each of them."""
    texts = {str(error) for _, error in failures}
    if len(texts) == 1:
        return failures[0][1]
    kind = CbsUnreachableError if all(isinstance(error, _NOBODY) for _, error in failures) else CbsRefusedError
    return kind("; ".join(f"{door.name.label}: {error}" for door, error in failures))


@contextmanager
def doors_of_service(
    service: Service, *, choice: DoorChoice = DoorChoice.AUTO, waiting: Text, keeper: Keeper | None = None
) -> Iterator[Doors]:
    """Doors over one connection to a service; ``keeper`` writes every answer to a folder."""
    with Connection(service, waiting=waiting, keep=keeper.keep if keeper else None) as connection:
        both: dict[DoorChoice, Door] = {DoorChoice.V3: OdataV3(connection), DoorChoice.V4: OdataV4(connection)}
        yield Doors(
            [both[choice]] if choice in both else list(both.values()),
            address=service.url_v4 if choice is DoorChoice.V4 else service.url,
        )


@contextmanager
def door_of_files(paths: Sequence[Path], *, known: Sequence[str]) -> Iterator[tuple[Doors, list[str]]]:
    """Door to ZIP files of CBS, or to one folder of saved answers, with the ids of the tables in it.

    Raises CbsRefusedError (Dutch) for files that are not what CBS offers, for two of the same table, for a folder
    that holds a sample, and for an unknown table.
    """
    for path in paths:
        if not path.exists():
            msg = f"{path} bestaat niet"
            raise CbsRefusedError(msg)
    if any(path.is_dir() for path in paths):
        if len(paths) > 1:
            msg = "geef één map met bewaarde antwoorden, of alleen ZIP-bestanden"
            raise CbsRefusedError(msg)
        saved = SavedAnswers(paths[0])
        if not is_whole(paths[0]):
            msg = (
                f"de map {paths[0].name} bevat een proef en geen hele tabellen, dus er is niets om in te lezen. Maak een map "
                "met hele tabellen met: python -m data_sources verify --save MAP --whole"
            )
            raise CbsRefusedError(msg)
        yield Doors([saved], address=DoorName.SAVED.label), [table_id for table_id in known if table_id in saved.tables]
        return
    files: dict[str, Path] = {}
    for path in paths:
        table_id = table_of(path, known=known)
        if table_id in files:
            msg = f"{files[table_id].name} en {path.name} zijn allebei van tabel {table_id}; geef er één"
            raise CbsRefusedError(msg)
        files[table_id] = path
    with BulkCsv(files) as door:
        yield Doors([door], address=DoorName.CSV.label), [table_id for table_id in known if table_id in files]
