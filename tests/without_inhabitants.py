"""A data version that lacks the inhabitants of a year, made from the carried figures: what is counted there has no rate."""

from pathlib import Path

from data_sources import snapshots, versions
from data_sources.manifest import write_version
from data_sources.observation_schema import observations
from data_sources.period import Period

VERSION = "2098-01-01T000000Z"
YEAR = 2023


def write(folder: Path, *, year: int = YEAR) -> Path:
    """Write the version into a data folder (HGIB_DATA) and make it the one that readers see; returns the folder."""
    carried = snapshots.load(Path("/nonexistent")).observations
    people = (carried["measure"] == "inhabitants") & (carried["period"] == Period.year(year).code)
    assert people.any()
    rows = carried[~people]
    text = rows.select_dtypes("category").columns
    plain = rows.astype(dict.fromkeys(text, "str")).drop(columns="level")
    write_version(
        folder / "versions" / VERSION,
        observations=observations(plain),
        version=VERSION,
        created=f"{VERSION[:10]}T00:00:00+00:00",
    )
    with versions.locked(folder):
        versions.choose(folder, VERSION)
    return folder
