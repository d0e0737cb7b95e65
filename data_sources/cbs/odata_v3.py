"""The first door: OData v3 through cbsodata, with codes and numbers as CBS stores them.

Why ``get_meta`` for everything, also for the data: in cbsodata 1.3.5 ``get_data`` has its ``typed`` flag inverted and puts
names in the place of codes; ``get_meta`` does neither and follows ``odata.nextLink``. It makes a new session for every
page; for the length of a call it gets our connection instead (docs/decisions/three-doors-to-the-figures.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import cbsodata
from cbsodata import cbsodata3

from data_sources.cbs.connection import Connection
from data_sources.cbs.door import CbsRefusedError, CbsUnreachableError, DoorName, Fields, Filter, Row

_HURRIED_ATTEMPTS = 1


class OdataV3:
    """Door to ``<service>/ODataFeed/odata/<table>``; sizes come from ``<service>/ODataCatalog``."""

    name = DoorName.V3

    def __init__(self, connection: Connection) -> None:
        """Ask over this connection."""
        self._connection = connection

    def begin(self, table_id: str, *, hasty: bool = False) -> None:  # noqa: ARG002 - every table gets the same
        """Start on a table with a full budget, or a single try."""
        self._connection.begin(attempts=_HURRIED_ATTEMPTS if hasty else None)

    def info(self, table_id: str) -> Row:
        """Return the one row of TableInfos (Title, Modified, ...)."""
        rows = self._fetch(table_id, "TableInfos")
        if not rows:
            msg = "de tabel heeft geen beschrijving (TableInfos is leeg)"
            raise CbsRefusedError(msg)
        return rows[0]

    def properties(self, table_id: str) -> list[Row]:
        """Return DataProperties."""
        return self._fetch(table_id, "DataProperties")

    def members(self, table_id: str, dimension_key: str) -> list[Row]:
        """Return the members (Key, Title, ...) of one dimension."""
        return self._fetch(table_id, dimension_key)

    def rows(self, table_id: str, *, select: Fields, where: Filter = ()) -> list[Row]:
        """Rows of TypedDataSet; codes keep the padding CBS gives them. A missing field is an error."""
        conditions = [f"{field} eq '{code.replace(chr(39), chr(39) * 2)}'" for field, code in where]
        filters = (
            " and ".join(f"({condition})" for condition in conditions) if len(conditions) > 1 else "".join(conditions)
        )
        rows = self._fetch(table_id, "TypedDataSet", select=",".join(select), filters=filters or None)
        if rows and (absent := [field for field in select if field not in rows[0]]):
            msg = f"het antwoord mist gevraagde velden: {', '.join(absent)}"
            raise CbsRefusedError(msg)
        return rows

    def stated_rows(self, table_id: str) -> int | None:
        """RecordCount in the catalogue of CBS; not worth more than one try."""
        try:
            with self._connection.single_try(), _through(self._connection):
                rows = cbsodata.get_table_list(
                    filters=f"Identifier eq '{table_id}'", catalog_url=self._connection.service.host
                )
            return next(int(row["RecordCount"]) for row in rows if row["Identifier"] == table_id)
        except (CbsRefusedError, CbsUnreachableError, LookupError, TypeError, ValueError, StopIteration):
            return None

    def _fetch(self, table_id: str, entity: str, **query: str | None) -> list[Row]:
        """All pages of one part of a table."""
        try:
            with _through(self._connection):
                rows = cbsodata.get_meta(table_id, entity, catalog_url=self._connection.service.host, **query)
        except json.JSONDecodeError as error:
            msg = "het antwoord is onvolledig (geen hele JSON)"
            raise CbsUnreachableError(msg) from error
        except (KeyError, TypeError, AttributeError) as error:
            msg = "het antwoord is JSON, maar geen OData-lijst"
            raise CbsRefusedError(msg) from error
        if not all(isinstance(row, dict) for row in rows):
            msg = "het antwoord is JSON, maar geen OData-lijst"
            raise CbsRefusedError(msg)
        return list(rows)


@contextmanager
def _through(connection: Connection) -> Iterator[None]:
    """Let cbsodata use our connection, and http or https; it keeps both for the whole process, so they are put back."""
    before = cbsodata3.Session, cbsodata.options.use_https
    cbsodata3.Session = lambda: connection
    cbsodata.options.use_https = connection.service.https
    try:
        yield
    finally:
        cbsodata3.Session, cbsodata.options.use_https = before
