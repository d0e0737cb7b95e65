"""Commands that bring figures in: refresh, import, verify."""

from __future__ import annotations

import argparse
from pathlib import Path

from data_sources import changes, status
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import PUBLIC, Service
from data_sources.commands.parser import DONE, NOT_ALL, Add, dutch_error
from data_sources.refresh.console import Console
from data_sources.refresh.doors import DoorChoice
from data_sources.refresh.outcome import Outcome
from data_sources.refresh.run import import_files, refresh
from data_sources.refresh.verify import Report, verify, verify_folder
from data_sources.refresh.verify_text import as_text


def add_commands(add: Add) -> None:
    """Add these commands to the list."""
    fetch = add("refresh", _refresh, "Haal nieuwe cijfers op bij het CBS en publiceer ze als nieuwe versie.")
    _add_service(fetch)
    fetch.add_argument(
        "--if-older-than", type=dutch_error(status.parse_age), metavar="TIJD",
        help="alleen als de cijfers ouder zijn: 7d, 12u",
    )  # fmt: skip
    fetch.add_argument("--accept-shrink", action="store_true", help="publiceer ook een tabel die veel kleiner werd")
    fetch.add_argument("--reread", action="store_true", help="lees ook tabellen opnieuw die het CBS niet wijzigde")
    files = add("import", _import, "Lees ZIP-bestanden met CSV die u bij het CBS hebt gedownload, en publiceer ze.")
    files.add_argument(
        "files", nargs="+", type=Path, metavar="BESTAND",
        help="ZIP-bestanden van het CBS (84847NED.zip), of één map met hele tabellen van verify --save --whole",
    )  # fmt: skip
    files.add_argument("--accept-shrink", action="store_true", help="publiceer ook een tabel die veel kleiner werd")
    check = add(
        "verify", _verify,
        "Vraag het CBS naar de vorm en enkele honderden regels van elke tabel, en zeg wat klopt. Verandert niets.",
    )  # fmt: skip
    _add_service(check)
    check.add_argument("--save", type=Path, metavar="MAP", help="bewaar de antwoorden als bestanden in deze map")
    check.add_argument("--whole", action="store_true", help="vraag hele tabellen, zodat import de map kan inlezen")
    check.add_argument(
        "--from", type=Path, dest="folder", metavar="MAP", help="kijk in een bewaarde map, zonder verbinding"
    )


def _add_service(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--table", nargs="+", metavar="ID", help="alleen deze tabellen", choices=[t.id for t in REFRESHED_TABLES]
    )
    parser.add_argument(
        "--service", type=dutch_error(Service.at), default=Service.at(PUBLIC), metavar="URL", help="adres van de dienst"
    )
    parser.add_argument(
        "--door", choices=[str(choice) for choice in DoorChoice], default=str(DoorChoice.AUTO), metavar="DEUR",
        help="v3, v4, of auto: OData v3, en v4 als dat niet lukt (standaard)",
    )  # fmt: skip


def _refresh(options: argparse.Namespace) -> int:
    if options.if_older_than is not None and not status.is_older(options.data, than=options.if_older_than):
        print("De cijfers zijn nog nieuw genoeg; er is niets opgehaald.")
        return DONE
    outcome = refresh(
        options.data,
        service=options.service,
        listener=Console(),
        tables=[table for table in REFRESHED_TABLES if options.table is None or table.id in options.table],
        accept_shrink=options.accept_shrink,
        reread=options.reread,
        door=DoorChoice(options.door),
    )
    print(outcome_text(outcome))
    return DONE if outcome.complete else NOT_ALL


def _import(options: argparse.Namespace) -> int:
    outcome = import_files(options.data, options.files, listener=Console(), accept_shrink=options.accept_shrink)
    print(outcome_text(outcome))
    return DONE if outcome.complete else NOT_ALL


def _verify(options: argparse.Namespace) -> int:
    tables = [table for table in REFRESHED_TABLES if options.table is None or table.id in options.table]
    report: Report
    if options.folder is not None:
        report = verify_folder(options.folder, tables=tables, all_tables=options.table is None, listener=Console())
    else:
        report = verify(
            options.service, tables=tables, choice=DoorChoice(options.door), listener=Console(), save=options.save,
            whole=options.whole,
        )  # fmt: skip
    print(as_text(report))
    if options.save is not None and options.folder is None:
        print(f"De antwoorden staan in {options.save}.")
    return DONE if report.good else NOT_ALL


def outcome_text(outcome: Outcome) -> str:
    """Dutch lines on what a refresh or an import did."""
    lines = []
    if outcome.version is None and outcome.complete:
        lines.append("Het CBS heeft geen nieuwere cijfers; er is niets gepubliceerd.")
    elif outcome.version is None:
        lines.append("Niets gepubliceerd; de oude cijfers blijven in gebruik.")
    else:
        cells = f"{outcome.rows:,}".replace(",", ".")
        lines.append(f"Gepubliceerd: versie {outcome.version} met {cells} cellen.")
        for table in outcome.log.tables if outcome.log else ():
            lines += [f"  {table.id}: {sentence}" for sentence in changes.sentences(table)]
    for door in dict.fromkeys(outcome.doors.values()):
        ids = [table_id for table_id, way in outcome.doors.items() if way is door]
        lines.append(f"Via {door.label}: {', '.join(ids)}.")
    if outcome.unchanged:
        lines.append(f"Ongewijzigd bij het CBS: {', '.join(outcome.unchanged)}.")
    lines += [f"Oude cijfers voor {table_id}: {reason}." for table_id, reason in outcome.refused.items()]
    if outcome.unreachable:
        lines.append(
            "Geen verbinding? 'python -m data_sources verify' zegt wat er mis is. Zonder verbinding kan het ook: download de "
            "tabellen in een browser en lees ze in met 'python -m data_sources import' (zie README)."
        )
    lines.append(f"Duur: {outcome.seconds:.0f} seconden. Meeste geheugen: {outcome.peak_mb:.0f} MB.")
    return "\n".join(lines)
