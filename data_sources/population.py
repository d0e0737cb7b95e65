"""Inhabitants on 1 January as CBS prints them, as rows of the observation table."""

from __future__ import annotations

import pandas as pd

from data_sources.catalogue.document_tables import POPULATION_COUNTRY, POPULATION_MUNICIPALITIES, POPULATION_TABLES
from data_sources.catalogue.model import Table
from data_sources.level import parse_region_code
from data_sources.observation import Missing, Status
from data_sources.period import Period
from data_sources.published import FOLDER, read_published

_PLACES = FOLDER / "places"


_COUNTED = ("region", "year", "inhabitants")


def population_rows() -> pd.DataFrame:
    """One row per place and year: measure ``inhabitants``, exact. Unit: persons. Source: CBS.

    From 2019 on CBS's count (03759ned, final) of municipalities, provinces and country; of the years before older
    copies, of which the municipal ones do not say whether they are final.
    """
    older = read_published(_PLACES / "population.csv", columns=("municipality", "year", "inhabitants"))
    older_country = read_published(
        _PLACES / "population_national.csv", columns=("region_code", "region_name", "year", "inhabitants", "source")
    )
    counted = read_published(_PLACES / "population_03759ned.csv", columns=_COUNTED)
    levels = counted["region"].str[:2]
    return pd.concat(
        [
            _rows(older["municipality"], older, table=POPULATION_MUNICIPALITIES, status=Status.UNSTATED),
            # the national pages carry no star
            _rows(older_country["region_code"], older_country, table=POPULATION_COUNTRY, status=Status.FINAL),
            *(
                _rows(part["region"], part, table=table, status=Status.FINAL)
                for table in POPULATION_TABLES
                for part in [counted[levels.isin(table.levels)]]
            ),
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
