"""Every loaded cell of the CBS tables on Veilig Thuis, by subject, place and period."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from charts.chart import Chart
from charts.documents.impact_matrix import impact_matrix
from data_sources.catalogue.subjects import BY_ID, SUBJECTS
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from indicators import loaded_cells

ANCHOR = "cbs-tabellen"
FIRST_SUBJECT = "onderzoeken"


@cached_per_edition(most=1)
def matrix(edition: Edition) -> Chart:
    """The list of the Impactmonitor, with what is loaded of each of its figures."""
    return impact_matrix({subject.id: cells_of(edition, subject.id) for subject in SUBJECTS})


def address_of(edition: Edition, code: str) -> str | None:
    """Address of the cells of a place, or None when none is loaded."""
    here = periods_of_cells(edition)
    subject = next((id_ for id_ in (FIRST_SUBJECT, *here) if code in here.get(id_, {})), None)
    return None if subject is None else f"/impactmonitor?onderwerp={subject}&plaats={code}#{ANCHOR}"


@cached_per_edition(most=16)
def cells_of(edition: Edition, subject: str) -> pd.DataFrame:
    """Every loaded cell of a subject."""
    return loaded_cells.cells(edition.observations, subject=BY_ID[subject])


def cells_of_place(edition: Edition, subject: str, *, region: str, period: Period) -> pd.DataFrame:
    """Cells of a subject for one place and period, as indicators.loaded_cells.of_place gives them."""
    titles = {entry.id: entry.measures for entry in edition.snapshot.manifest.tables}
    return loaded_cells.of_place(cells_of(edition, subject), region=region, period=period.code, titles=titles)


@cached_per_edition(most=1)
def periods_of_cells(edition: Edition) -> Mapping[str, Mapping[str, tuple[Period, ...]]]:
    """Per subject and place the periods with a known cell: the newest year first, then half-years."""
    here: dict[str, dict[str, tuple[Period, ...]]] = {}
    for subject in SUBJECTS:
        known = cells_of(edition, subject.id)
        known = known.loc[known["value"].notna(), ["region", "period"]].drop_duplicates()
        for region, codes in known.groupby("region"):
            periods = sorted(
                (Period.from_code(code) for code in codes["period"]),
                key=lambda period: (period.kind is Kind.HALF_YEAR, -period.ordinal),
            )
            here.setdefault(subject.id, {})[str(region)] = tuple(periods)
    return here
