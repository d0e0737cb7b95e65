"""What every row of a data version must be; checked when a version is made."""

import pandera.pandas as pa

from data_sources.observation import KEY, Missing, Status

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
