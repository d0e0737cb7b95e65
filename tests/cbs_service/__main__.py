"""Serve made-up tables: python -m tests.cbs_service [--small] [--port N] [--arrangement NAME] [--fault TABLE:KIND] [--change TABLE:NAME] [--close DOOR:KIND]."""

from __future__ import annotations

import argparse

from tests.cbs_service.arrangements import ARRANGEMENTS, AS_IN_85361, COUNTS_ALONE
from tests.cbs_service.faults import ANSWERS, CHANGES
from tests.cbs_service.made_up import full, small
from tests.cbs_service.server import CbsService


def main() -> None:
    """Print the address, then serve until stopped."""
    parser = argparse.ArgumentParser(prog="python -m tests.cbs_service", description=__doc__)
    parser.add_argument("--small", action="store_true", help="one year, eight municipalities")
    parser.add_argument("--port", type=int, default=0, help="0 lets the system choose")
    parser.add_argument(
        "--arrangement", default=AS_IN_85361, choices=[COUNTS_ALONE, *ARRANGEMENTS],
        help="where the measure per 100,000 inhabitants stands",
    )  # fmt: skip
    parser.add_argument(
        "--fault", action="append", default=[], help=f"TABLE:KIND with KIND one of {', '.join(ANSWERS)}"
    )
    parser.add_argument(
        "--change", action="append", default=[], help=f"TABLE:NAME with NAME one of {', '.join(CHANGES)}"
    )
    parser.add_argument(
        "--close", action="append", default=[], help="DOOR:KIND with DOOR v3 or v4, KIND reset, 404, 410"
    )
    arguments = parser.parse_args()
    tables = small if arguments.small else full
    service = CbsService(tables(arrangement=arguments.arrangement), port=arguments.port)
    for text in arguments.fault:
        service.fault(*text.split(":"))
    for text in arguments.change:
        service.change(*text.split(":"))
    for text in arguments.close:
        service.close(*text.split(":"))
    with service:
        print(service.url, flush=True)
        service.wait()


if __name__ == "__main__":
    main()
