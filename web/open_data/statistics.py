"""What follows from the figures, as open data: rank ranges with the funnel, and trend words with the last step."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from charts.files.rows import dutch_rows
from editions.edition import Edition
from editions.rank_rows import rank_rows
from editions.trend_rows import trend_rows
from web.open_data.filters import Query
from web.open_data.resource import Resource

FILTERS = ("gemeente", "regio", "niveau", "versie")
_ORIGIN = "Eigen berekening uit de cijfers van de andere tabellen; hoe staat op Bronnen en uitleg."


def _resource(
    name: str, frame_of: Callable[[Edition], pd.DataFrame], *, title: str, description: str, key: tuple[str, ...]
) -> Resource:
    def rows(edition: Edition, query: Query) -> pd.DataFrame:
        frame = frame_of(edition)
        if query.level is not None:
            frame = frame[frame["level"] == str(query.level)]
        if query.codes:
            frame = frame[frame["region"].isin(list(query.codes))]
        return dutch_rows(frame.reset_index(drop=True))

    return Resource(
        name=name,
        title=title,
        description=description,
        rows=rows,
        filters=FILTERS,
        source=_ORIGIN,
        key=key,
        whole=False,  # takes seconds of a full version: the data package would reckon it for every reader of its columns
    )


RESOURCES = (
    _resource(
        "rangen",
        rank_rows,
        title="Tussen welke plaatsen een cijfer ligt, en de trechter",
        description="Per onderwerp en niveau van het nieuwste jaar en het nieuwste halfjaar. Een rang is altijd een bereik.",
        key=("indicator", "code", "periode"),
    ),
    _resource(
        "trends",
        trend_rows,
        title="Trendwoord en laatste verandering per plaats",
        description="Per onderwerp, plaats en soort periode. Een woord geldt alleen voor de periode die erbij staat.",
        key=("indicator", "code", "soort_periode"),
    ),
)
