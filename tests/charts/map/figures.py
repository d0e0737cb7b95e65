"""Made-up figures for the map tests: three years, every state somewhere, on the real boundaries."""

import numpy as np
import pandas as pd

from charts import map as kaart
from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from indicators.comparator import comparator_of
from indicators.value import indicator_values

SPEC = IndicatorSpec(
    id="proef",
    title="Proefmeldingen",
    short="meldingen",
    unit="per 10.000 inwoners",
    definition="Verzonnen cijfers voor een test.",
    numerator=(Cells("t", "reports"),),
    levels=(Level.MUNICIPALITY,),
    class_breaks={Kind.YEAR: (20.0, 40.0, 60.0, 80.0), Kind.HALF_YEAR: (10.0, 20.0, 30.0, 40.0)},
    caveats=("Een melding is geen slachtoffer.",),
)
PERIODS = tuple(Period.year(year) for year in (2018, 2022, 2023))
STATES = {"GM0034": "zero", "GM0037": "rounded_zero", "GM0050": "cbs_dot", "GM0059": "column_uncertain"}


def rows(only: set[str] | None = None, periods: tuple[Period, ...] = PERIODS) -> pd.DataFrame:
    """IndicatorValue rows; ``only`` leaves all other places without a figure."""
    made = []
    for period, outline in kaart.outlines(periods, level=Level.MUNICIPALITY).items():
        for number, code in enumerate(sorted(outline.shapes.places)):
            state = STATES.get(code, "value" if only is None or code in only else "not_in_snapshot")
            value = 10 + (number * 37 + period.ordinal * 11) % 90 if state == "value" else np.nan
            value = 0.0 if "zero" in state else float(value)
            known = state == "value"
            made.append(
                {
                    "indicator": "proef", "region": code, "level": "GM", "period": period.code,
                    "count": value, "base": 10_000.0 + number * 100, "value": value,
                    "rounding_low": value - 1, "rounding_high": value + 1, "chance_low": value - 5, "chance_high": value + 5,
                    "rounding": 5.0, "dispersion": 1.55,
                    "low": value - 5 if known else np.nan, "high": value + 5 if known else np.nan,
                    "state": state, "status": "provisional" if period.calendar_year == 2023 else "final",
                    "uncertain": known and value < 20, "source": "proef", "table": "proef",
                }
            )  # fmt: skip
    return indicator_values(pd.DataFrame(made))


def chart(*, only: set[str] | None = None, period: Period = PERIODS[1], selected: tuple[str, ...] = ()):
    values = rows(only)
    outlines = kaart.outlines(PERIODS, level=Level.MUNICIPALITY)
    comparators = {}
    for one in PERIODS:
        row = values[(values["period"].astype("str") == one.code) & (values["region"].astype("str") == "GM0014")].iloc[
            0
        ]
        if np.isfinite(row["value"]):
            comparators[one] = comparator_of(row, name="Nederland (proef)", spec=SPEC)
    return kaart.municipal_map(
        values,
        spec=SPEC,
        level=Level.MUNICIPALITY,
        period=period,
        selected=selected,
        context=kaart.MapContext(outlines=outlines, comparators=comparators),
    )
