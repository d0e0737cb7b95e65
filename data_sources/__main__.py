"""Commands for figures: python -m data_sources {refresh,status,versions,rollback,changes}."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from data_sources import changes, status, versions
from data_sources.catalogue.refreshed import REFRESHED
from data_sources.cbs import PUBLIC, Service
from data_sources.refresh.console import Console
from data_sources.refresh.run import Outcome, refresh

_T = TypeVar("_T")
ALL_PUBLISHED, SOME_KEPT, USAGE = 0, 1, 2
_DUTCH = (
    ("unrecognized arguments", "onbekende opties"),
    ("the following arguments are required", "er ontbreekt iets"),
    ("invalid choice", "onbekende keuze"),
    ("choose from", "kies uit"),
    ("expected one argument", "verwacht één waarde"),
    ("expected at least one argument", "verwacht een waarde"),
    ("argument ", "optie "),
)


class _Parser(argparse.ArgumentParser):
    """Argparse that speaks Dutch."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")
        self._positionals.title, self._optionals.title = "opdrachten", "opties"

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        for english, dutch in _DUTCH:
            message = message.replace(english, dutch)
        self.exit(USAGE, f"{self.format_usage()}fout: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status 0 (all published), 1 (some tables kept old) or 2 (wrong use)."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except versions.VersionsError as error:
        print(f"Niet gelukt: {error}.", file=sys.stderr)
        return SOME_KEPT


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m data_sources", description="Cijfers ophalen, bekijken en terugzetten.")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT", dest="opdracht")

    def add(name: str, command: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=text, description=text)
        found.set_defaults(command=command)
        found.add_argument(
            "--data", type=Path, default=versions.default_data_dir(), metavar="MAP",
            help="map met opgehaalde cijfers (standaard: HGIB_DATA of .data)",
        )  # fmt: skip
        return found

    fetch = add("refresh", _refresh, "Haal nieuwe cijfers op bij het CBS en publiceer ze als nieuwe versie.")
    fetch.add_argument(
        "--table", nargs="+", metavar="ID", help="alleen deze tabellen", choices=[t.id for t in REFRESHED]
    )
    fetch.add_argument(
        "--service", type=_dutch(Service.at), default=Service.at(PUBLIC), metavar="URL", help="adres van de dienst"
    )
    fetch.add_argument(
        "--if-older-than",
        type=_dutch(status.parse_age),
        metavar="TIJD",
        help="alleen als de cijfers ouder zijn: 7d, 12u",
    )
    fetch.add_argument("--accept-shrink", action="store_true", help="publiceer ook een tabel die veel kleiner werd")
    show = add("status", _status, "Laat zien welke cijfers in gebruik zijn.")
    show.add_argument("--json", action="store_true", help="als JSON")
    add("versions", _versions, "Noem alle versies; de pijl wijst de versie in gebruik aan.")
    add("rollback", _rollback, "Ga terug naar de vorige versie.")
    log = add("changes", _changes, "Laat zien wat een versie veranderde.")
    log.add_argument("version", nargs="?", metavar="VERSIE", help="standaard: de versie in gebruik")
    return parser


def _dutch(read: Callable[[str], _T]) -> Callable[[str], _T]:
    """Give argparse the Dutch text of a ValueError."""

    def parsed(text: str) -> _T:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return parsed


def _refresh(options: argparse.Namespace) -> int:
    if options.if_older_than is not None and not status.is_older(options.data, than=options.if_older_than):
        print("De cijfers zijn nog nieuw genoeg; er is niets opgehaald.")
        return ALL_PUBLISHED
    wanted = [table for table in REFRESHED if options.table is None or table.id in options.table]
    outcome = refresh(
        options.data,
        service=options.service,
        listener=Console(),
        tables=wanted,
        accept_shrink=options.accept_shrink,
    )
    print(_told(outcome))
    return ALL_PUBLISHED if outcome.complete else SOME_KEPT


def _told(outcome: Outcome) -> str:
    lines = []
    if outcome.version is None:
        lines.append("Niets gepubliceerd; de oude cijfers blijven in gebruik.")
    else:
        cells = f"{outcome.rows:,}".replace(",", ".")
        lines.append(f"Gepubliceerd: versie {outcome.version} met {cells} cellen.")
        for table in outcome.log.tables if outcome.log else ():
            lines += [f"  {table.id}: {sentence}" for sentence in changes.sentences(table)]
    lines += [f"Oude cijfers voor {table_id}: {reason}." for table_id, reason in outcome.refused.items()]
    lines.append(f"Duur: {outcome.seconds:.0f} seconden. Meeste geheugen: {outcome.peak_mb:.0f} MB.")
    return "\n".join(lines)


def _status(options: argparse.Namespace) -> int:
    found = status.status(options.data)
    print(json.dumps(status.as_json(found), ensure_ascii=False, indent=1) if options.json else status.as_text(found))
    return ALL_PUBLISHED


def _versions(options: argparse.Namespace) -> int:
    print(status.versions_text(options.data))
    return ALL_PUBLISHED


def _rollback(options: argparse.Namespace) -> int:
    version = versions.rollback(options.data)
    print("Terug naar de meegeleverde cijfers." if version is None else f"Terug naar versie {version}.")
    return ALL_PUBLISHED


def _changes(options: argparse.Namespace) -> int:
    version = options.version or versions.current(options.data)
    if version is None:
        print("De meegeleverde cijfers zijn in gebruik; daar hoort geen lijst van wijzigingen bij.")
        return ALL_PUBLISHED
    log = changes.read(options.data, version)
    print(f"Versie {log.version}, na {log.previous}.")
    for table in log.tables:
        print(f"{table.id}  {table.title}")
        for sentence in changes.sentences(table) or ["Geen wijzigingen."]:
            print(f"  {sentence}")
    for kept in log.refused:
        print(f"{kept.id}  {kept.title}\n  Oude cijfers gehouden: {kept.reason}.")
    return ALL_PUBLISHED


if __name__ == "__main__":
    sys.exit(main())
