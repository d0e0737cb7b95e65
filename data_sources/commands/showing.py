"""Commands that show and choose versions: status, versions, rollback, changes."""

from __future__ import annotations

import argparse
import json

from data_sources import changes, status, versions
from data_sources.cbs import DoorName
from data_sources.commands.parser import DONE, Add


def add_commands(add: Add) -> None:
    """Add these commands to the list."""
    show = add("status", _status, "Laat zien welke cijfers in gebruik zijn.")
    show.add_argument("--json", action="store_true", help="als JSON")
    add("versions", _versions, "Noem alle versies; de pijl wijst de versie in gebruik aan.")
    add("rollback", _rollback, "Ga terug naar de vorige versie.")
    log = add("changes", _changes, "Laat zien wat een versie veranderde.")
    log.add_argument("version", nargs="?", metavar="VERSIE", help="standaard: de versie in gebruik")


def _status(options: argparse.Namespace) -> int:
    current = status.status(options.data)
    print(
        json.dumps(status.as_json(current), ensure_ascii=False, indent=1) if options.json else status.as_text(current)
    )
    return DONE


def _versions(options: argparse.Namespace) -> int:
    print(status.versions_text(options.data))
    return DONE


def _rollback(options: argparse.Namespace) -> int:
    version = versions.rollback(options.data)
    print("Terug naar de meegeleverde cijfers." if version is None else f"Terug naar versie {version}.")
    return DONE


def _changes(options: argparse.Namespace) -> int:
    version = options.version or versions.current(options.data)
    if version is None:
        print("De meegeleverde cijfers zijn in gebruik; daar hoort geen lijst van wijzigingen bij.")
        return DONE
    log = changes.read(options.data, version)
    print(f"Versie {log.version}, na {log.previous}.")
    for table in log.tables:
        way = f" (via {DoorName(table.door).label})" if table.door else ""
        print(f"{table.id}  {table.title}{way}")
        for sentence in changes.sentences(table) or ["Geen wijzigingen."]:
            print(f"  {sentence}")
    for refused in log.refused:
        print(f"{refused.id}  {refused.title}\n  Oude cijfers gehouden: {refused.reason}.")
    return DONE
