"""A data version of full size with made-up figures, for measuring only; its table titles say so.

Today's embedded version is small, so speed on it would say little about the site after a refresh. This one has a
figure for every municipality in every half-year, and all other embedded tables as they are.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd

from data_sources import snapshots, versions
from data_sources.level import Level
from data_sources.manifest import MANIFEST, write_version
from data_sources.observation import Missing, Status
from data_sources.observation_schema import observations
from data_sources.period import Period
from geo import membership, registry

VERSION = "2099-01-01T000000Z"
TITLE = "VERZONNEN CIJFERS om snelheid te meten"
TABLE = "84849NED"
_REPLACED = (TABLE, "84851NED", "inwoners-gemeenten", "inwoners-provincies", "inwoners-nederland")
_PEOPLE = "inwoners-gemeenten"


def half_years(count: int) -> list[Period]:
    """The first ``count`` half-years from 2019 on."""
    return [Period.half_year(2019 + number // 2, number % 2 + 1) for number in range(count)]


def write(folder: Path, *, periods: int = 14, version: str = VERSION, times: float = 1, seed: int = 1) -> Path:
    """Write the version into a data folder (HGIB_DATA) and publish it; returns the folder.

    ``times`` multiplies every count, so that two versions can be told apart by any of their figures.
    """
    dice = np.random.default_rng(seed)
    wanted = half_years(periods)
    years = sorted({period.calendar_year for period in wanted})
    rows = pd.concat(
        [_kept(), _inhabitants(years), *(_counts(period, times=times, dice=dice) for period in wanted)],
        ignore_index=True,
    )
    target = folder / "versions" / version
    write_version(target, observations=observations(rows), version=version, created=f"{version[:10]}T00:00:00+00:00")
    manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    for table in manifest["tables"]:
        table["title"] = TITLE
    (target / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    publish(folder, version=version)
    return folder


def publish(folder: Path, *, version: str) -> None:
    """Make a version the one that readers see, as a refresh does."""
    with versions.locked(folder):
        versions.choose(folder, version)


def _kept() -> pd.DataFrame:
    embedded = snapshots.load(Path("/nonexistent")).observations
    kept = embedded[~embedded["table"].isin(_REPLACED)]
    text = kept.select_dtypes("category").columns
    return kept.astype(dict.fromkeys(text, "str")).drop(columns="level")


def _inhabitants(years: list[int]) -> pd.DataFrame:
    rows = [
        (region.code, Period.year(year).code, 2_000.0 + 997 * (int(region.code[2:]) % 250))
        for year in years
        for region in registry.regions(Level.MUNICIPALITY, year=year)
    ]
    return _rows(rows, table=_PEOPLE, measure="inhabitants", source="cbs-bevolking", rounding=0.0)


def _counts(period: Period, *, times: float, dice: np.random.Generator) -> pd.DataFrame:
    year = period.calendar_year
    places = [region.code for region in registry.regions(Level.MUNICIPALITY, year=year)]
    people = np.array([2_000.0 + 997 * (int(code[2:]) % 250) for code in places])
    frames = []
    for measure, rate in (("reports", 37.0 * times), ("advice", 35.0 * times)):
        local = dice.gamma(20, rate / 20, size=len(places))
        count = dict(zip(places, np.round(people * local / 10_000 / 5) * 5, strict=True))
        for level in (Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART, Level.COUNTRY):
            for region in registry.regions(level, year=year):
                parts = places if level is Level.COUNTRY else membership.members(region.code, year=year)
                count[region.code] = float(sum(count[part] for part in parts))
        rows = [(code, period.code, value) for code, value in count.items()]
        frames.append(_rows(rows, table=TABLE, measure=measure, source="cbs-statline", rounding=5.0))
    return pd.concat(frames)


def _rows(
    rows: list[tuple[str, str, float]], *, table: str, measure: str, source: str, rounding: float
) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["region", "period", "value"]).assign(
        source=source,
        table=table,
        measure=measure,
        category="Totaal",
        unit="aantal",
        status=str(Status.FINAL),
        missing=str(Missing.PRESENT),
        rounding=rounding,
    )
