"""Progress of a refresh, in ``<data>/progress.json``, for operators."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from data_sources import versions

FILE = "progress.json"


class Stage(StrEnum):
    """How far the last refresh came."""

    RUNNING = "running"
    PUBLISHED = "published"
    PARTLY = "partly"  # published, some tables kept their old figures
    UNCHANGED = "unchanged"  # CBS has nothing newer; nothing to publish
    FAILED = "failed"  # nothing published
    BROKEN_OFF = "broken_off"  # the process is gone without a word


@dataclass(frozen=True)
class Progress:
    """State of the last refresh; ``share`` runs from 0 to 1."""

    stage: Stage
    started: str  # ISO 8601, UTC
    updated: str
    table: str = ""  # id of the table at work
    title: str = ""
    done: int = 0  # tables done
    total: int = 0
    share: float = 0.0
    refused: tuple[str, ...] = ()  # ids of tables that kept old figures
    reason: str = ""  # Dutch, when nothing was published
    version: str = ""  # id of the published version
    waiting: str = ""  # Dutch, what the refresh is waiting for; '' when answers come in

    @property
    def line(self) -> str:
        """One quiet Dutch line for a page."""
        if self.stage is Stage.RUNNING:
            return f"Nieuwe cijfers worden opgehaald bij het CBS: {self.share:.0%} (tabel {min(self.done + 1, self.total)} van {self.total})."
        if self.stage is Stage.UNCHANGED:
            return "Het CBS heeft geen nieuwere cijfers dan die u ziet."
        if self.stage is Stage.PUBLISHED:
            return "Nieuwe cijfers van het CBS zijn opgehaald."
        if self.stage is Stage.PARTLY:
            return f"Nieuwe cijfers van het CBS zijn opgehaald. {_tables(len(self.refused))} de oude cijfers."
        if self.stage is Stage.BROKEN_OFF:
            return "Het ophalen van nieuwe cijfers brak af. U ziet de cijfers die er al waren."
        return "Nieuwe cijfers ophalen bij het CBS is niet gelukt. U ziet de cijfers die er al waren."


def _tables(many: int) -> str:
    return "Eén tabel hield" if many == 1 else f"{many} tabellen hielden"


def write(data_dir: Path, progress: Progress) -> None:
    """Replace the progress file in one step; a full disk must not stop a refresh here, so failure is silent."""
    try:
        text = json.dumps(asdict(progress), ensure_ascii=False) + "\n"
        versions.write_atomically(data_dir / FILE, text, durable=False)
    except OSError:
        (data_dir / f".{FILE}.{os.getpid()}").unlink(missing_ok=True)


def read(data_dir: Path) -> Progress | None:
    """State of the last refresh, None when there never was one; a dead process shows as BROKEN_OFF."""
    try:
        raw = json.loads((data_dir / FILE).read_text(encoding="utf-8"))
        progress = Progress(**(raw | {"stage": Stage(raw["stage"]), "refused": tuple(raw["refused"])}))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if progress.stage is Stage.RUNNING and not versions.is_locked(data_dir):
        return Progress(**(asdict(progress) | {"stage": Stage.BROKEN_OFF}))
    return progress


def moment() -> str:
    """Text of this moment as progress files carry it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
