"""Total member of each dimension that we do not need, found by its title, as conditions of the query.

03759ned counts inhabitants by sex, age and marital status: a hundred million cells of which we want one per place and
year. Asking for the totals alone keeps the others at CBS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data_sources.catalogue.model import Table
from data_sources.cbs import Row
from data_sources.refresh.shape import ShapeError, plain

_TOTAL = "totaal"


@dataclass(frozen=True)
class Totals:
    """The properties without the dimensions that are asked for as a total, and the (key, code) pairs that ask so."""

    properties: tuple[Row, ...]
    where: tuple[tuple[str, str], ...] = ()


def only_totals(properties: Sequence[Row], *, table: Table, members: Callable[[str], Sequence[Row]]) -> Totals:
    """Leave the dimensions of ``table.totals_of`` out of the shape; ``members`` gives the members of a dimension by key.

    A dimension that the table no longer has needs no condition. Raises ShapeError (Dutch) when a dimension has no member
    that is its total, or several.
    """
    wanted = {plain(title).casefold() for title in table.totals_of}
    dimensions = [
        row
        for row in properties
        if row.get("Type") == "Dimension" and plain(row.get("Title") or row["Key"]).casefold() in wanted
    ]
    where = tuple((str(row["Key"]), _total(members(str(row["Key"])), title=plain(row["Title"]))) for row in dimensions)
    return Totals(tuple(row for row in properties if row not in dimensions), where)


def _total(rows: Sequence[Row], *, title: str) -> str:
    """Code of the total: the member called 'Totaal', else the only one whose title starts with that word."""
    titles = {str(row["Key"]): plain(row.get("Title") or "").casefold() for row in rows}
    exact = [code for code, text in titles.items() if text == _TOTAL]
    likely = exact or [code for code, text in titles.items() if text.split(" ")[0] == _TOTAL]
    if len(likely) != 1:
        many = f"{len(likely)} onderdelen" if likely else "geen onderdeel"
        msg = f"de dimensie '{title}' heeft {many} met de naam 'Totaal'; wij vragen alleen het totaal"
        raise ShapeError(msg)
    return likely[0]
