"""Commands for figures: python -m data_sources {refresh,import,verify,status,versions,rollback,changes}.

Exit status: 0 when all went well (verify: every table would be published), 1 when some tables kept their old figures
or nothing could be done (verify: a table would be refused or could not be asked), 2 for wrong use.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from data_sources import versions
from data_sources.cbs import CbsError
from data_sources.commands import fetching, showing
from data_sources.commands.parser import NOT_ALL, Command, DutchParser, adder


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    parser = DutchParser(prog="python -m data_sources", description="Cijfers ophalen, bekijken en terugzetten.")
    add = adder(parser.add_subparsers(required=True, metavar="OPDRACHT", dest="opdracht", parser_class=DutchParser))
    fetching.add_commands(add)
    showing.add_commands(add)
    options = parser.parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except (versions.VersionsError, CbsError) as error:
        print(f"Niet gelukt: {error}.", file=sys.stderr)
        return NOT_ALL


if __name__ == "__main__":
    sys.exit(main())
