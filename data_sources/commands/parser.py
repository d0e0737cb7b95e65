"""Argparse that speaks Dutch."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, Protocol, TypeVar

from data_sources import versions

_T = TypeVar("_T")
DONE, NOT_ALL, USAGE = 0, 1, 2  # exit statuses
_DUTCH = (
    ("unrecognized arguments", "onbekende opties"),
    ("the following arguments are required", "er ontbreekt iets"),
    ("invalid choice", "onbekende keuze"),
    ("choose from", "kies uit"),
    ("expected one argument", "verwacht één waarde"),
    ("expected at least one argument", "verwacht een waarde"),
    ("not allowed with argument", "gaat niet samen met"),
    ("argument ", "optie "),
)
Command = Callable[[argparse.Namespace], int]


class Add(Protocol):
    """Adds one command with its explanation; ``data`` gives it the option for the data folder."""

    def __call__(self, name: str, command: Command, text: str, *, data: bool = True) -> argparse.ArgumentParser:
        """Return the parser of the command, for its options."""


class DutchParser(argparse.ArgumentParser):
    """Parser with Dutch headings and messages."""

    def __init__(self, **settings: object) -> None:
        """Make a parser; ``settings`` as for argparse."""
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")
        self._positionals.title, self._optionals.title = "opdrachten", "opties"

    def format_usage(self) -> str:
        """Usage line."""
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        """Whole explanation."""
        return super().format_help().replace("usage:", "gebruik:", 1)

    def error(self, message: str) -> NoReturn:
        """End with status 2 and a Dutch hint."""
        for english, dutch in _DUTCH:
            message = message.replace(english, dutch)
        self.exit(USAGE, f"{self.format_usage()}fout: {message}\n")


def adder(commands: argparse._SubParsersAction[DutchParser]) -> Add:
    """Give what adds a command to the list of commands."""

    def add(name: str, command: Command, text: str, *, data: bool = True) -> argparse.ArgumentParser:
        parser = commands.add_parser(name, help=text, description=text)
        parser.set_defaults(command=command)
        if data:
            parser.add_argument(
                "--data", type=Path, default=versions.default_data_dir(), metavar="MAP",
                help="map met opgehaalde cijfers (standaard: HGIB_DATA of .data)",
            )  # fmt: skip
        return parser

    return add


def dutch_error(read: Callable[[str], _T]) -> Callable[[str], _T]:
    """Give argparse the Dutch text of a ValueError."""

    def parsed(text: str) -> _T:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return parsed
