"""Schema of IndicatorValue rows; the tests check the rows of every indicator against it."""

import pandera.pandas as pa

from indicators.value import BANDS, KEY, State

_number = pa.Column("float64", nullable=True)
SCHEMA = pa.DataFrameSchema(
    {
        "indicator": pa.Column("category"),
        "region": pa.Column("category"),
        "level": pa.Column("category"),
        "period": pa.Column("category"),
        "count": _number,  # numerator as published
        "base": _number,  # inhabitants or the total divided by
        "value": _number,
        **dict.fromkeys(BANDS, _number),
        "state": pa.Column("category", pa.Check.isin(list(State))),
        "status": pa.Column("category"),
        "uncertain": pa.Column(bool),  # fewer than 20 reports (rule 3)
        "source": pa.Column("category"),
        "table": pa.Column("category"),
    },
    unique=KEY,
    strict=True,
)
