"""Data versions: the newest valid one in the data folder, else the one embedded in the project.

The layout of the data folder is told in data_sources.versions. Ids sort by time: 2026-11-28 (embedded),
2026-11-28T183005Z (refreshed).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pyarrow import default_memory_pool
from pyarrow.parquet import ParquetFile

from data_sources.manifest import OBSERVATIONS, DamagedVersionError, Manifest, read_manifest
from data_sources.observation import COLUMNS
from data_sources.versions import default_data_dir, identifiers

EMBEDDED = Path(__file__).parent / "snapshot"


@dataclass(frozen=True)
class Snapshot:
    """One data version. ``problems`` are Dutch sentences on versions that were refused on the way to this one."""

    version: str
    manifest: Manifest
    observations: pd.DataFrame
    embedded: bool
    problems: tuple[str, ...] = ()


def current_version(data_dir: Path | None = None) -> str:
    """Id that ``current`` names, there or not, '' when there is none: cheap to ask, and so fit as a cache key."""
    try:
        return ((data_dir or default_data_dir()) / "current").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def load(data_dir: Path | None = None, *, version: str | None = None, published: str | None = None) -> Snapshot:
    """Read a data version: ``version`` when given and valid, else the current, else older ones, else the embedded.

    ``published`` pins the version that current_version gave before, whatever was published since.

    Every file is checked against the hash in its manifest; a damaged or half-written version is refused and named
    in ``problems``. Raises DamagedVersionError only when the embedded version itself is damaged.
    """
    folder = data_dir or default_data_dir()
    present = identifiers(folder)[::-1]
    embedded = _read(EMBEDDED, embedded=True, problems=())
    problems: list[str] = []
    if version is not None and version not in present:
        if version == embedded.version:
            return embedded
        problems.append(f"De gevraagde versie van de cijfers ‘{version}’ bestaat niet. U ziet de nieuwste cijfers.")
    current = current_version(folder) if published is None else published
    for candidate in _in_order(present, wanted=version, current=current, problems=problems):
        try:
            return _read(folder / "versions" / candidate, embedded=False, problems=tuple(problems))
        except DamagedVersionError:
            problems.append(
                f"De versie van {candidate} is beschadigd of niet compleet. Daarom laten we oudere cijfers zien."
            )
    return Snapshot(embedded.version, embedded.manifest, embedded.observations, embedded=True, problems=tuple(problems))


def _in_order(present: tuple[str, ...], *, wanted: str | None, current: str, problems: list[str]) -> list[str]:
    """Versions to try: the wanted one, then the published one, then older ones; never one newer than published."""
    if current and current not in present:
        problems.append(
            f"De nieuwste versie van de cijfers ‘{current}’ ontbreekt. Daarom laten we oudere cijfers zien."
        )
    published = [version for version in present if current and version <= current]
    first = [wanted] if wanted in present and wanted is not None else []
    return first + [version for version in published if version not in first]


def _read(folder: Path, *, embedded: bool, problems: tuple[str, ...]) -> Snapshot:
    manifest = read_manifest(folder)
    try:
        # as pandas.read_parquet does it, without the parts for many files and many threads: 11 MB less for good
        observations = ParquetFile(folder / OBSERVATIONS).read(use_threads=False).to_pandas()
    except (OSError, ValueError) as reason:
        msg = f"{folder.name}/{OBSERVATIONS}: {reason}"
        raise DamagedVersionError(msg) from reason
    default_memory_pool().release_unused()  # 10 MB that reading needed and nothing after it does
    if list(observations.columns) != COLUMNS:
        msg = f"{folder.name}/{OBSERVATIONS}: columns are {list(observations.columns)}"
        raise DamagedVersionError(msg)
    if not embedded and manifest.version != folder.name:
        msg = f"{folder.name}: the manifest is of version {manifest.version}"
        raise DamagedVersionError(msg)
    return Snapshot(manifest.version, manifest, observations, embedded=embedded, problems=problems)
