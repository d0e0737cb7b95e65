"""Inhabitants on 1 January as CBS prints them, as rows of the observation table."""

from __future__ import annotations

import pandas as pd

from data_sources.catalogue.document_tables import POPULATION_COUNTRY, POPULATION_MUNICIPALITIES
from data_sources.catalogue.model import Table
from data_sources.level import parse_region_code
from data_sources.observation import Missing, Status
from data_sources.period import Period
from data_sources.published import FOLDER, read

_PLACES = FOLDER / "places"


def population_rows() -> pd.DataFrame:
    """One row per municipality and year, then the country: measure ``inhabitants``, exact, status unstated or final."""
    local = read(_PLACES / "population.csv", columns=("municipality", "year", "inhabitants"))
    country = read(
        _PLACES / "population_national.csv", columns=("region_code", "region_name", "year", "inhabitants", "source")
    )
    return pd.concat(
        [
            # the copies of the municipal figures do not say whether they are final; the national pages carry no star
            _rows(local["municipality"], local, table=POPULATION_MUNICIPALITIES, status=Status.UNSTATED),
            _rows(country["region_code"], country, table=POPULATION_COUNTRY, status=Status.FINAL),
        ],
        ignore_index=True,
    )


def _rows(codes: pd.Series, frame: pd.DataFrame, *, table: Table, status: Status) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "source": table.source.id,
            "table": table.id,
            "measure": "inhabitants",
            "category": "Totaal",
            "region": codes.map(parse_region_code),
            "period": [Period.from_key(year).code for year in frame["year"]],
            "value": frame["inhabitants"].astype("float64"),
            "unit": "aantal",
            "status": status,
            "missing": Missing.PRESENT,
            "rounding": table.rounding,
        }
    )
