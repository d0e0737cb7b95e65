"""What is in use and how old it is, as data for scripts and as Dutch text for operators."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from data_sources import versions
from data_sources.manifest import MANIFEST, DamagedVersionError, Manifest, read_manifest
from data_sources.period import span
from data_sources.refresh import progress
from data_sources.snapshots import EMBEDDED, load

_AGE = re.compile(r"(?P<many>\d+)(?P<unit>[dhum])")
_UNITS = {"d": timedelta(days=1), "u": timedelta(hours=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}


@dataclass(frozen=True)
class DataStatus:
    """The version in use, with its manifest; ``age`` is None for the embedded figures."""

    manifest: Manifest
    embedded: bool
    age: timedelta | None
    problems: tuple[str, ...]
    refresh: progress.Progress | None


def status(data_dir: Path, *, now: datetime | None = None) -> DataStatus:
    """State of a data folder; checks the hashes of the version in use."""
    snapshot = load(data_dir)
    age = None if snapshot.embedded else (now or datetime.now(UTC)) - versions.moment_of(snapshot.version)
    return DataStatus(snapshot.manifest, snapshot.embedded, age, snapshot.problems, progress.read(data_dir))


def parse_age(text: str) -> timedelta:
    """Parse ``7d``, ``12u`` (or ``12h``), ``30m``; raises ValueError (Dutch)."""
    match = _AGE.fullmatch(text.strip())
    if match is None:
        msg = f"{text!r} is geen leeftijd; schrijf bijvoorbeeld 7d (dagen), 12u (uren) of 30m (minuten)"
        raise ValueError(msg)
    return int(match["many"]) * _UNITS[match["unit"]]


def is_older(data_dir: Path, *, than: timedelta, now: datetime | None = None) -> bool:
    """Whether CBS was asked longer ago; true when there is no version, or its date lies in the future.

    That is when the newest version was made, or later when CBS turned out to have nothing newer.

    After a rollback the newest version still counts, so that a refresh does not bring the refused figures back.
    """
    known = versions.identifiers(data_dir)
    if not known:
        return True
    newest = versions.moment_of(known[-1])
    last = progress.read(data_dir)
    if last is not None and last.stage is progress.Stage.UNCHANGED:
        newest = max(newest, datetime.fromisoformat(last.updated))
    age = (now or datetime.now(UTC)) - newest
    return age > than or age < -versions.CLOCK_SLACK


def as_json(current: DataStatus) -> dict[str, Any]:
    """Status as plain data."""
    return {
        "version": current.manifest.version,
        "embedded": current.embedded,
        "created": current.manifest.created,
        "age_seconds": None if current.age is None else round(current.age.total_seconds()),
        "service": current.manifest.service,
        "tables": [asdict(entry) for entry in current.manifest.tables],
        "problems": list(current.problems),
        "refresh": None if current.refresh is None else asdict(current.refresh),
    }


def as_text(current: DataStatus) -> str:
    """Status as Dutch lines."""
    kind = "meegeleverde cijfers" if current.embedded else f"uit {current.manifest.service}"
    lines = [f"Versie {current.manifest.version} ({kind}{_age(current.age)})."]
    lines += current.problems
    if current.refresh is not None:
        lines.append(f"Laatste verversing: {current.refresh.line} {current.refresh.reason}".rstrip())
    lines.append("")
    width = max((len(entry.id) for entry in current.manifest.tables), default=0)
    lines.append(
        f"{'tabel':<{width}} {'cellen':>9} {'gebieden':>8}  {'perioden':<22} {'gewijzigd (CBS)':<19} {'via':<5} titel"
    )
    for entry in current.manifest.tables:
        cells = f"{entry.rows:,}".replace(",", ".")
        lines.append(
            f"{entry.id:<{width}} {cells:>9} {entry.regions:>8}  {span(entry.periods):<22} "
            f"{entry.modified or '-':<19} {entry.door or '-':<5} {entry.title}"
        )
    if any(entry.notes for entry in current.manifest.tables):
        lines += ["", "Opmerkingen:"]
        lines += [f"{entry.id}: {note}." for entry in current.manifest.tables for note in entry.notes]
    return "\n".join(lines)


def versions_text(data_dir: Path) -> str:
    """List of versions as Dutch lines, newest first; the one in use has an arrow, damaged ones are named."""
    serving = load(data_dir).version
    lines = []
    for version in reversed(versions.identifiers(data_dir)):
        try:
            manifest = read_manifest(data_dir / "versions" / version)
            cells = f"{sum(entry.rows for entry in manifest.tables):,}".replace(",", ".")
            text = f"{cells} cellen in {len(manifest.tables)} tabellen"
        except DamagedVersionError:
            text = f"beschadigd of niet compleet ({MANIFEST} klopt niet)"
        lines.append(f"{'→' if version == serving else ' '} {version}  {text}")
    embedded = read_manifest(EMBEDDED)
    lines.append(f"{'→' if embedded.version == serving else ' '} {embedded.version}  meegeleverde cijfers")
    return "\n".join(lines)


def _age(age: timedelta | None) -> str:
    if age is None:
        return ""
    if age < -versions.CLOCK_SLACK:
        return ", gemaakt in de toekomst: de klok van deze computer klopt niet"
    days = max(age, timedelta(0)).days
    return f", {days} dagen oud" if days != 1 else ", 1 dag oud"
