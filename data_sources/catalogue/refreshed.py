"""The tables a refresh asks CBS for, in the order in which a reader misses them most."""

from __future__ import annotations

from data_sources.catalogue.model import Measure, Table
from data_sources.catalogue.sources import POPULATION
from data_sources.catalogue.statline_tables import STATLINE_TABLES
from data_sources.level import Level

POPULATION_COUNT = Table(
    id="03759ned",
    title="Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio",
    source=POPULATION,
    measures=(Measure("inhabitants", "Bevolking op 1 januari", "aantal"),),
    levels=frozenset({Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.MUNICIPALITY}),
    rounding=0.0,
    totals_of=("Geslacht", "Leeftijd", "Burgerlijke staat"),
    only_measures=True,
    caveats=("Het CBS telt de inwoners op 1 januari van het jaar.",),
)
POPULATION_OF_REGIONS = Table(
    id="70072ned",
    title="Regionale kerncijfers Nederland",
    source=POPULATION,
    measures=(Measure("inhabitants", "Totale bevolking", "aantal"),),
    levels=frozenset({Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.MUNICIPALITY}),
    rounding=0.0,
    stands_in_for=POPULATION_COUNT.id,
    only_measures=True,
    caveats=("Het CBS telt de inwoners op 1 januari van het jaar.",),
)
_FIRST = ("84849NED", "03759ned", "70072ned", "84847NED", "85361NED")
_ALL = {table.id: table for table in (*STATLINE_TABLES, POPULATION_COUNT, POPULATION_OF_REGIONS)}

REFRESHED_TABLES: tuple[Table, ...] = (
    *(_ALL[table_id] for table_id in _FIRST),
    *(table for table_id, table in _ALL.items() if table_id not in _FIRST),
)
