"""The page that shows the figures of an entry, with period and indicator."""

from __future__ import annotations

from urllib.parse import urlencode

from data_sources.catalogue.subjects import SUBJECTS
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Period
from editions.cbs_cells import ANCHOR
from editions.edition import Edition
from editions.periods import offered, periods
from editions.place import periods_of_place

CHANGELOG = "/bronnen#veranderd"
_DRAWN = (Level.MUNICIPALITY, Level.VT_REGION)


def of_table(edition: Edition, table: str, *, period: Period) -> str:
    """The map of an indicator that the table serves in the period, else its cells for the country, else the changelog."""
    for spec in offered(edition):
        for level in _DRAWN:
            served = any(cells.table == table for cells in spec.numerator) and level in spec.levels
            if served and period in periods(edition, spec.id, level=level):
                choices = {"indicator": spec.id, "niveau": str(level), "periode": period.key}
                return f"/kaart?{urlencode(choices)}"
    return _cells(table, code=NETHERLANDS, period=period) or CHANGELOG


def of_place(edition: Edition, code: str, *, table: str, period: Period) -> str:
    """The page of the place in the period when that has a figure there, else the cells of the table, else its page."""
    if period in periods_of_place(edition, code).every:
        return f"/gemeente?{urlencode({'gemeente': code, 'periode': period.key})}"
    return _cells(table, code=code, period=period) or page_of_place(code)


def page_of_place(code: str) -> str:
    """The page of a place."""
    return f"/gemeente?{urlencode({'gemeente': code})}"


def _cells(table: str, *, code: str, period: Period) -> str:
    subject = next((known.id for known in SUBJECTS if table in known.tables), "")
    choices = {"onderwerp": subject, "plaats": code, "wanneer": period.key}
    return f"/impactmonitor?{urlencode(choices)}#{ANCHOR}" if subject else ""
