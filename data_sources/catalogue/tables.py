"""Every published table the app knows, by id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data_sources.catalogue.document_tables import DOCUMENT_TABLES, POPULATION_TABLES
from data_sources.catalogue.model import Table
from data_sources.catalogue.publication_tables import PUBLICATION_TABLES
from data_sources.catalogue.refreshed import POPULATION_COUNT, POPULATION_OF_REGIONS
from data_sources.catalogue.statline_tables import STATLINE_TABLES

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.id: table
        for table in (
            *STATLINE_TABLES,
            *POPULATION_TABLES,
            POPULATION_COUNT,
            POPULATION_OF_REGIONS,
            *DOCUMENT_TABLES,
            *PUBLICATION_TABLES,
        )
    }
)
