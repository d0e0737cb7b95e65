"""The data changelog of one publish: what is new, what was revised, which places came or went."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from data_sources import versions
from data_sources.period import Period


@dataclass(frozen=True)
class Revision:
    """One figure that CBS changed."""

    measure: str
    category: str
    region: str
    period: str
    old: float
    new: float


@dataclass(frozen=True)
class TableChanges:
    """What happened to one table; counts are cells. ``revised_per_region`` holds every place with a revised figure."""

    id: str
    title: str
    rows_before: int
    rows: int
    new_periods: tuple[str, ...] = ()
    lost_periods: tuple[str, ...] = ()
    firm_periods: tuple[str, ...] = ()  # were provisional, are final now
    new_regions: tuple[str, ...] = ()
    lost_regions: tuple[str, ...] = ()
    revised: int = 0
    filled: int = 0  # had no figure, has one now
    emptied: int = 0  # had a figure, has none now
    revised_per_region: dict[str, int] = field(default_factory=dict)
    largest: tuple[Revision, ...] = ()
    door: str = ""  # way it came from CBS (data_sources.cbs.DoorName); '' in logs of older versions
    remarks: tuple[str, ...] = ()  # what was odd about the table when it was fetched
    places: dict[str, str] = field(default_factory=dict)  # titles CBS gives to codes that we do not know


@dataclass(frozen=True)
class Refused:
    """A table that kept its old figures, with the reason in Dutch."""

    id: str
    title: str
    reason: str


@dataclass(frozen=True)
class ChangeLog:
    """Everything that one publish changed."""

    version: str
    previous: str
    tables: tuple[TableChanges, ...]
    refused: tuple[Refused, ...] = ()

    def table(self, table_id: str) -> TableChanges | None:
        """Changes of one table, None when it was not refreshed."""
        return next((table for table in self.tables if table.id == table_id), None)


def write(folder: Path, log: ChangeLog) -> None:
    """Write changes.json into the folder of a version."""
    text = json.dumps(asdict(log), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / versions.CHANGES).write_text(text + "\n", encoding="utf-8")


def read(data_dir: Path, version: str) -> ChangeLog:
    """Changes that came with a version; raises versions.VersionsError when there is no such version or log."""
    path = versions.folder(data_dir, version) / versions.CHANGES
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        tables = tuple(_table(entry) for entry in raw["tables"])
        refused = tuple(Refused(**entry) for entry in raw["refused"])
        return ChangeLog(raw["version"], raw["previous"], tables, refused)
    except (OSError, KeyError, TypeError, json.JSONDecodeError) as error:
        msg = f"de lijst van wijzigingen van versie {version} is niet te lezen"
        raise versions.VersionsError(msg) from error


def history(data_dir: Path, version: str) -> tuple[ChangeLog, ...]:
    """Changes of a version and of those it was built on, newest first, as far back as they are still there.

    A version that was turned back is not among them: the next one was built on an older one.
    """
    logs: list[ChangeLog] = []
    while version in versions.identifiers(data_dir):
        try:
            logs.append(read(data_dir, version))
        except versions.VersionsError:
            break
        version = logs[-1].previous
    return tuple(logs)


def _table(raw: dict[str, Any]) -> TableChanges:
    values = {field.name: raw[field.name] for field in fields(TableChanges) if field.name in raw}
    values |= {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return TableChanges(**(values | {"largest": tuple(Revision(**entry) for entry in raw["largest"])}))


def sentences(changes: TableChanges, *, name: Callable[[str], str] = str) -> list[str]:
    """Dutch sentences on one table, empty when nothing changed and nothing was odd; ``name`` names a region code.

    A code that CBS alone knows is called as CBS calls it.
    """
    lines = []

    def called(code: str) -> str:
        return f"{changes.places[code]} ({code})" if code in changes.places else name(code)

    for codes, words in (
        (changes.new_periods, "Nieuw: cijfers over"),
        (changes.lost_periods, "Niet meer in de tabel: cijfers over"),
        (changes.firm_periods, "Nu definitief: cijfers over"),
    ):
        if codes:
            lines.append(f"{words} {_listed([Period.from_code(code).label for code in codes])}.")
    for codes, words in ((changes.new_regions, "Nieuwe gebieden"), (changes.lost_regions, "Verdwenen gebieden")):
        if codes:
            lines.append(f"{words}: {_listed([called(code) for code in codes])}.")
    if changes.revised:
        lines.append(f"{_count(changes.revised, 'cijfer is', 'cijfers zijn')} herzien.")
        lines += [
            f"Grootste herziening: {called(revision.region)}, {Period.from_code(revision.period).label}, {revision.category}: "
            f"van {_number(revision.old)} naar {_number(revision.new)}."
            for revision in changes.largest[:1]
        ]
    if changes.filled:
        lines.append(
            f"{_count(changes.filled, 'cel kreeg een cijfer', 'cellen kregen een cijfer')} waar eerst een punt stond."
        )
    if changes.emptied:
        lines.append(
            f"{_count(changes.emptied, 'cijfer is', 'cijfers zijn')} nu een punt (onbekend, onvoldoende betrouwbaar of geheim)."
        )
    return lines + [f"Let op: {remark}." for remark in changes.remarks]


def revised(log: ChangeLog, *, table_id: str) -> int:
    """How many figures of this table were revised."""
    changes = log.table(table_id)
    return 0 if changes is None else changes.revised


def _listed(words: list[str], *, shown: int = 8) -> str:
    rest = len(words) - shown
    return ", ".join(words[:shown]) + (f" en nog {rest}" if rest > 0 else "")


def _count(many: int, singular: str, more: str) -> str:
    return f"{_number(many)} {singular if many == 1 else more}"


def _number(value: float) -> str:
    return f"{value:,.1f}".replace(",", " ").replace(".", ",").replace(" ", ".").removesuffix(",0")
