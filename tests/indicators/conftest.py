"""Made-up figures for the tests of this room; none of them is published anywhere."""

import numpy as np
import pandas as pd
import pytest

from data_sources.catalogue.model import Cells, IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from indicators import rates
from indicators.value import BANDS, indicator_values

LEVELS = (Level.COUNTRY, Level.COUNTRY_PART, Level.PROVINCE, Level.VT_REGION, Level.MUNICIPALITY)
RATE = IndicatorSpec(
    id="meldingen", title="Meldingen", short="meldingen", unit="per 10.000 inwoners", definition="Proef.",
    numerator=(Cells("T1", "reports"), Cells("T2", "reports")), levels=LEVELS, twin="adviezen",
    first_comparable=Period.year(2019), class_breaks={Kind.YEAR: (40.0, 60.0, 80.0, 100.0)},
)  # fmt: skip
SHARE = IndicatorSpec(
    id="aandeel", title="Aandeel", short="aandeel", unit="% van de meldingen", definition="Proef.", per=100,
    numerator=(Cells("T1", "follow_up"),), denominator=(Cells("T2", "reports"), Cells("T1", "reports")), levels=LEVELS,
)  # fmt: skip
PRINTED = IndicatorSpec(
    id="aandeel-vervolgmeldingen", title="Aandeel", short="aandeel", unit="% van de meldingen", definition="Proef.",
    numerator=(Cells("T1", "follow_up_share"),), levels=LEVELS, per=100, share_as_published=True, rounding=0.1,
)  # fmt: skip


def values_of(
    counts, *, bases=100_000.0, codes=None, period="2023JJ00", spec=RATE, rounding=5.0, status="final", states=None
):
    """IndicatorValue rows straight from counts and what they are divided by; a NaN count is a CBS dot."""
    counts = pd.Series(list(counts), dtype="float64")
    bases = pd.Series(np.broadcast_to(np.asarray(bases, dtype="float64"), counts.shape).copy())
    steps = pd.Series(np.broadcast_to(np.asarray(rounding, dtype="float64"), counts.shape).copy())
    codes = list(codes) if codes is not None else [f"GM{n + 1:04d}" for n in range(len(counts))]
    periods = [period] * len(counts) if isinstance(period, str) else list(period)
    if spec.share_as_published:
        bands = rates.published_share(counts, rounding=steps)
    elif spec.per == 10_000:
        bands = rates.rate_per_10_000(counts, bases, rounding=steps)
    else:
        bands = rates.share_percent(counts, bases, rounding=steps)
    zero = np.where(steps == 0, "zero", "rounded_zero")
    found = np.where(bands["value"].isna(), "cbs_dot", np.where(bands["value"] == 0, zero, "value"))
    return indicator_values(
        pd.DataFrame(
            {
                "indicator": spec.id, "region": codes, "level": [code[:2] for code in codes], "period": periods,
                "count": np.nan if spec.share_as_published else counts,
                "base": np.nan if spec.share_as_published else bases,
                **{name: bands[name] for name in ["value", *BANDS]},
                "state": found if states is None else states, "status": status,
                "uncertain": (counts < 20) & (not spec.share_as_published), "source": "cbs", "table": "T1",
            }
        )
    )  # fmt: skip


@pytest.fixture(scope="session")
def make_values():
    return values_of


@pytest.fixture(scope="session")
def specs():
    return {"rate": RATE, "share": SHARE, "printed": PRINTED}
