"""The second door: OData v4, read page by page over the same connection as the first.

Why not cbsodata4: docs/decisions/three-doors-to-the-figures.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from data_sources.cbs.connection import Connection
from data_sources.cbs.door import CbsRefusedError, CbsUnreachableError, DoorName, Fields, Filter, Row
from data_sources.cbs.long_form import MEASURE, LongFormDoor, info_row

CATALOGUE = "odata/v1/CBS"
_HURRIED_ATTEMPTS = 1


class OdataV4(LongFormDoor):
    """Door to ``<service>/odata/v1/CBS/<table>``; ids keep their case there."""

    name = DoorName.V4

    def __init__(self, connection: Connection) -> None:
        """Ask over this connection."""
        super().__init__()
        self._connection = connection
        self._counts = True  # until the service turns out not to count

    def begin(self, table_id: str, *, hasty: bool = False) -> None:  # noqa: ARG002 - every table gets the same
        """Start on a table with a full budget, or a single try."""
        self._connection.begin(attempts=_HURRIED_ATTEMPTS if hasty else None)

    def info(self, table_id: str) -> Row:
        """Return Properties in the form of TableInfos."""
        answer = self._connection.json(self._address(table_id, "Properties"))
        if not isinstance(answer, dict) or "Title" not in answer:
            msg = "het antwoord is JSON, maar geen beschrijving van een tabel"
            raise CbsRefusedError(msg)
        return info_row(answer)

    def part(self, table_id: str, entity: str) -> list[Row]:
        """Rows of one list, all pages."""
        return [row for page in self._pages(self._address(table_id, entity)) for row in page]

    def observations(self, table_id: str, *, where: Filter, measures: Fields) -> Iterator[list[Row]]:
        """Pages of figures, whose number is checked against the count of the service."""
        clauses = [f"{field} eq '{code.replace(chr(39), chr(39) * 2)}'" for field, code in where]
        if measures:
            clauses.append("(" + " or ".join(f"{MEASURE} eq '{measure}'" for measure in measures) + ")")
        query = f"$filter={' and '.join(clauses)}" if clauses else ""
        figures = 0
        for page in self._pages(self._address(table_id, "Observations"), query=query):
            figures += len(page)
            yield page
        counted = self._counted(table_id, query=query)
        if counted is not None and counted != figures:
            msg = f"het antwoord is niet compleet: {figures} cijfers, terwijl de dienst er {counted} telt"
            raise CbsUnreachableError(msg)

    def _counted(self, table_id: str, *, query: str) -> int | None:
        if not self._counts:
            return None
        try:
            answer = self._connection.json(self._address(table_id, "Observations/$count"), query=query)
        except CbsRefusedError:
            answer = None
        self._counts = isinstance(answer, int)
        return answer if isinstance(answer, int) else None

    def _pages(self, address: str, *, query: str = "") -> Iterator[list[Row]]:
        """Follow ``@odata.nextLink``; the connection asks a page that broke again, not the ones before it."""
        following: str | None = address
        while following is not None:
            answer: Any = self._connection.json(following, query=query)
            rows = answer.get("value") if isinstance(answer, dict) else None
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                msg = "het antwoord is JSON, maar geen OData-lijst"
                raise CbsRefusedError(msg)
            yield rows
            following, query = _next(answer, address=following), ""

    def _address(self, table_id: str, entity: str) -> str:
        return f"{self._connection.service.url_v4}/{CATALOGUE}/{table_id}/{entity}"


def _next(answer: Row, *, address: str) -> str | None:
    link = answer.get("@odata.nextLink")
    return urljoin(address, str(link)) if link else None
