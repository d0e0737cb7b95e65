"""The folder of an export: written beside the one that is served, then put in its place in one step.

Whatever ends an export before that step leaves the old site as it was. A file that did not change is not written again: the
new folder gets another name for the same one (a hard link).
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import IO

from web.export.addresses import file_path

MANIFEST = "manifest.json"
_EXCHANGE, _HERE = 2, -100  # RENAME_EXCHANGE and AT_FDCWD of Linux


class BusyFolderError(RuntimeError):
    """Another export is writing this folder; the message says so in Dutch."""


@dataclass(frozen=True, order=True)
class FileEntry:
    """A file of an export: its path, sha256 and size in bytes; ``source`` is a code for what it was made from, if any."""

    path: str
    sha256: str
    size: int
    source: str = ""
    fresh: bool = True  # whether it was written, or taken over from the export before


@dataclass(frozen=True)
class Folder:
    """The folder being written (``new``) and the one it will replace (``old``), whose files are ``known`` by path."""

    new: Path
    old: Path
    known: Mapping[str, FileEntry]

    def put(self, address: str, content: bytes, *, source: str = "") -> FileEntry:
        """Write the file of an address."""
        path, code = file_path(address), hashlib.sha256(content).hexdigest()
        before = self.known.get(path)
        if before is not None and before.sha256 == code and self._take_over(path):
            return FileEntry(path, code, len(content), source, fresh=False)
        target = self.new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return FileEntry(path, code, len(content), source)

    def again(self, address: str, *, source: str) -> FileEntry | None:
        """The file of an address from the export before, when it was made from the same; else None."""
        path = file_path(address)
        before = self.known.get(path)
        if before is None or before.source != source or not self._take_over(path):
            return None
        return FileEntry(path, before.sha256, before.size, source, fresh=False)

    def _take_over(self, path: str) -> bool:
        target = self.new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.old / path, target)
        except FileNotFoundError:
            return False
        except FileExistsError:
            pass  # another process kept the same file in the meantime
        except OSError:  # a file system without hard links
            shutil.copy2(self.old / path, target)
        return True


def begin(out: Path) -> tuple[Folder, IO[str]]:
    """A new empty folder beside ``out``, and a lock that is held while it is open.

    Raises BusyFolderError while another export holds the lock. What a broken export left behind is removed.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    lock = _beside(out, "slot").open("w")
    try:
        flock(lock, LOCK_EX | LOCK_NB)
    except BlockingIOError as error:
        message = f"Een andere export schrijft nu in {out}. Wacht tot die klaar is."
        raise BusyFolderError(message) from error
    new, past = _beside(out, "nieuw"), _beside(out, "oud")
    if past.is_dir() and not out.exists():  # the power went between two renames
        past.rename(out)
    for left in (new, past):
        shutil.rmtree(left, ignore_errors=True)
    new.mkdir()
    return Folder(new, out, _known(out)), lock


def publish(folder: Folder, entries: Iterable[FileEntry], *, about: Mapping[str, str]) -> None:
    """Write the manifest and put the new folder in the place of the old one."""
    files = {
        entry.path: {key: value for key, value in asdict(entry).items() if value and key not in {"path", "fresh"}}
        for entry in sorted(entries)
    }
    content = json.dumps({**about, "bestanden": files}, ensure_ascii=False, indent=0, sort_keys=True)
    (folder.new / MANIFEST).write_text(content + "\n", encoding="utf-8")
    if not folder.old.exists():
        folder.new.rename(folder.old)
        return
    past = _beside(folder.old, "oud")
    if _exchange(folder.new, folder.old):
        folder.new.rename(past)
    else:
        folder.old.rename(past)
        folder.new.rename(folder.old)
    shutil.rmtree(past)


def _beside(out: Path, word: str) -> Path:
    return out.parent / f".{out.name}.{word}"


def _known(out: Path) -> dict[str, FileEntry]:
    """Files of the export before; none when there is none, or when its manifest cannot be read."""
    try:
        files = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["bestanden"]
        return {path: FileEntry(path, of["sha256"], of["size"], of.get("source", "")) for path, of in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change names in one step; False where the system cannot."""
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "renameat2"):
        return False
    if system.renameat2(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(second))
