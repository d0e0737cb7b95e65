"""The folder of data versions: where they are, which one is current, and how a new one becomes it in one rename.

``<data>/versions/<id>/`` holds observations.parquet, manifest.json, changes.json and changed_cells.parquet;
``<data>/current`` names the version that is served. A folder whose name starts with a dot is unfinished or on its way out and is never read.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

EMBEDDED_VERSION = "2026-11-28"  # the day on which the figures of the repository were collected
MOST_VERSIONS = 5
CLOCK_SLACK = timedelta(minutes=1)  # clocks are set back a little now and then; ids still rise
_TRIES, _TRY_EVERY_S = 10, 0.05
OBSERVATIONS, MANIFEST, CHANGES = "observations.parquet", "manifest.json", "changes.json"
CHANGED_CELLS = "changed_cells.parquet"
_ID = re.compile(r"\d{4}-\d{2}-\d{2}T\d{6}Z")
_ID_FORMAT = "%Y-%m-%dT%H%M%SZ"


class VersionsError(Exception):
    """The folder of versions cannot do what was asked; the Dutch message says why."""


class BusyError(VersionsError):
    """Another process is changing the versions."""


def default_data_dir() -> Path:
    """Folder for figures fetched at run time: HGIB_DATA, else .data in the working directory."""
    return Path(os.environ.get("HGIB_DATA") or ".data")


def version_id(moment: datetime) -> str:
    """Id of a version made at this moment (UTC, whole seconds): ``2026-11-28T183005Z``."""
    return moment.astimezone(UTC).strftime(_ID_FORMAT)


def moment_of(version: str) -> datetime:
    """Moment at which a version was made; raises ValueError when the text is not a version id."""
    return datetime.strptime(version, _ID_FORMAT).replace(tzinfo=UTC)


def folder(data_dir: Path, version: str) -> Path:
    """Folder of a version; raises VersionsError when it is not there or the text is not an id."""
    path = data_dir / "versions" / version
    if _ID.fullmatch(version) is None or not path.is_dir():
        msg = f"versie {version!r} is er niet; bekende versies: {', '.join(identifiers(data_dir)) or 'geen'}"
        raise VersionsError(msg)
    return path


def identifiers(data_dir: Path) -> tuple[str, ...]:
    """Ids of the finished versions, oldest first."""
    root = data_dir / "versions"
    if not root.is_dir():
        return ()
    return tuple(sorted(path.name for path in root.iterdir() if path.is_dir() and _ID.fullmatch(path.name)))


def current(data_dir: Path) -> str | None:
    """Id of the version that is served, or None for the embedded figures."""
    try:
        text = (data_dir / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return text if text in identifiers(data_dir) else None


def next_id(data_dir: Path, *, now: datetime) -> str:
    """Id for a version made now; raises VersionsError when the clock stands before the newest version."""
    known = identifiers(data_dir)
    newest = moment_of(known[-1]) if known else None
    if newest is not None and now < newest - CLOCK_SLACK:
        msg = (
            f"de klok van deze computer staat op {now:%Y-%m-%d %H:%M} UTC, vóór de nieuwste versie ({known[-1]}). "
            "Zet de klok goed en probeer het opnieuw"
        )
        raise VersionsError(msg)
    if newest is not None and version_id(now) <= known[-1]:
        return version_id(newest + timedelta(seconds=1))
    return version_id(now)


@contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """Hold the only right to change versions; the system gives it back when the process dies. Raises BusyError."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "refresh.lock").open("a+", encoding="utf-8") as handle:
        for patience in range(_TRIES, -1, -1):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if not patience:
                    msg = "er loopt al een verversing met deze gegevensmap; wacht tot die klaar is"
                    raise BusyError(msg) from error
            time.sleep(_TRY_EVERY_S)  # a reader that asks whether the lock is held has it for a moment
        yield


def is_locked(data_dir: Path) -> bool:
    """Whether some process is changing versions now."""
    path = data_dir / "refresh.lock"
    if not path.exists():
        return False
    with path.open(encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


@contextmanager
def staging(data_dir: Path) -> Iterator[Path]:
    """Make a folder for an unfinished version, first clearing what crashed ones left; needs the lock."""
    root = data_dir / "versions"
    root.mkdir(parents=True, exist_ok=True)
    for leftover in root.glob(".*"):
        shutil.rmtree(leftover)
    for leftover in (*data_dir.glob(".current.*"), *data_dir.glob(".progress.json.*")):
        leftover.unlink()
    path = root / f".new-{os.getpid()}"
    path.mkdir()
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def publish(data_dir: Path, staged: Path, *, version: str) -> None:
    """Make a finished folder the current version; needs the lock.

    Everything is on disk before the first rename, and readers follow ``current`` only, so at any moment they find
    the old version or the whole new one.
    """
    for path in (*staged.iterdir(), staged):
        _sync(path)
    staged.rename(data_dir / "versions" / version)
    _sync(data_dir / "versions")
    choose(data_dir, version)


def choose(data_dir: Path, version: str | None) -> None:
    """Serve this version from now on (None: the embedded figures); needs the lock."""
    pointer = data_dir / "current"
    if version is None:
        pointer.unlink(missing_ok=True)
    else:
        write_atomically(pointer, version + "\n")
    _sync(data_dir)


def prune(data_dir: Path, *, number: int = MOST_VERSIONS) -> tuple[str, ...]:
    """Throw away all but the newest versions (never the current one); returns the ids that went; needs the lock."""
    serving = current(data_dir)
    gone = [version for version in identifiers(data_dir)[:-number] if version != serving]
    for version in gone:
        path = data_dir / "versions" / version
        hidden = path.with_name(f".old-{version}")
        path.rename(hidden)  # first out of sight in one step, then deleted at leisure
        shutil.rmtree(hidden)
    return tuple(gone)


def rollback(data_dir: Path) -> str | None:
    """Serve the version before the current one; returns its id, None for the embedded figures.

    Raises BusyError, and VersionsError when the embedded figures are served already.
    """
    with locked(data_dir):
        serving = current(data_dir)
        if serving is None:
            msg = "de meegeleverde cijfers zijn al in gebruik; er is geen oudere versie"
            raise VersionsError(msg)
        older = [version for version in identifiers(data_dir) if version < serving]
        target = older[-1] if older else None
        choose(data_dir, target)
        return target


def write_atomically(path: Path, text: str, *, durable: bool = True) -> None:
    """Replace a small file in one step, so that a reader sees the old text or the new; durable survives a power cut."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as handle:
        handle.write(text)
        if durable:
            handle.flush()
            os.fsync(handle.fileno())
    fresh.replace(path)


def _sync(path: Path) -> None:
    """Wait until a file or folder is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
