"""Schema of the rows of a data version; checked when a version is made.

pandera is large: only what makes a data version loads it, the web process reads versions that were checked.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from data_sources.observation import COLUMNS, KEY, Missing, Status

SCHEMA = pa.DataFrameSchema(
    {
        "source": pa.Column("category"),
        "table": pa.Column("category"),
        "measure": pa.Column("category"),  # id of a catalogue Measure
        "category": pa.Column("category"),  # printed member(s) of the extra dimension(s); 'Totaal' when there is none
        "region": pa.Column("category", pa.Check.str_matches(r"^(NL01|(LD|PV|VT|DR)\d{2}|GM\d{4})$")),
        "period": pa.Column("category", pa.Check.str_matches(r"^(19|20)\d{2}(JJ00|HJ0[12])$")),
        "level": pa.Column("category", pa.Check.isin(["NL", "LD", "PV", "VT", "GM", "DR"])),
        "value": pa.Column("float64", nullable=True),
        "unit": pa.Column("category"),
        "status": pa.Column("category", pa.Check.isin(list(Status))),
        "missing": pa.Column("category", pa.Check.isin(list(Missing))),
        "rounding": pa.Column(
            "float64", pa.Check.isin([0.0, 0.01, 0.1, 1.0, 5.0, 10.0, 100.0])
        ),  # width of the step the source rounds to
    },
    checks=[
        pa.Check(
            lambda frame: frame["value"].isna() == (frame["missing"] != Missing.PRESENT),
            error="a value and a reason for its absence exclude each other",
        ),
        pa.Check(
            lambda frame: frame["level"].astype("str") == frame["region"].astype("str").str[:2],
            error="the level is the level of the region code",
        ),
    ],
    unique=KEY,
    strict=True,
    coerce=False,
)


def observations(rows: pd.DataFrame) -> pd.DataFrame:
    """Give rows the one shape: columns in order, text as categories, checked by the schema.

    Takes a frame with the columns of COLUMNS except ``level`` (derived from the region code).
    Returns a new frame; raises pandera.errors.SchemaErrors that lists every offending row.
    """
    frame = rows.assign(level=rows["region"].astype("str").str[:2])[COLUMNS]
    text = [column for column in COLUMNS if column not in {"value", "rounding"}]
    shaped = frame.astype(dict.fromkeys(text, "category") | {"value": "float64", "rounding": "float64"})
    return SCHEMA.validate(shaped.reset_index(drop=True), lazy=True)
