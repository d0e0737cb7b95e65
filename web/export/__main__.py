"""``python -m web.export --out FOLDER``: write the reading site as plain files (deploy/README.md)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from geo import registry
from web.export.folder import BusyFolderError
from web.export.run import export


def main(arguments: Sequence[str] | None = None) -> int:
    """Run an export; 0 when the folder holds the new site, 2 for a wrong question, 3 when another export is busy."""
    options = _parser().parse_args(arguments)
    try:
        outcome = export(
            options.out.absolute(),
            url=options.url,
            app=options.app,
            only=options.places,
            with_pdf=options.pdf,
            workers=options.workers,
        )
    except BusyFolderError as error:
        print(error, file=sys.stderr)
        return 3
    size = f"{outcome.size / 1_000_000:.0f} MB"
    print(
        f"{options.out} is klaar: {outcome.files} bestanden ({size}), {outcome.fresh} geschreven, de andere waren gelijk."
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m web.export", description="Schrijf de site als losse bestanden.")
    parser.add_argument("--out", type=Path, required=True, metavar="MAP", help="map waarin de site komt te staan")
    parser.add_argument(
        "--url", type=_site, default="", metavar="ADRES", help="adres van de site, zoals https://cijfers.example"
    )
    parser.add_argument(
        "--app", type=_site, default="", metavar="ADRES", help="adres van de app, voor vergelijken en documenten"
    )
    parser.add_argument(
        "--places", type=_places, default=(), metavar="CODES", help="alleen deze plaatsen, met komma's ertussen"
    )
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, metavar="AANTAL", help="processen naast elkaar"
    )
    parser.add_argument("--no-pdf", dest="pdf", action="store_false", help="zonder de pdf's van de gemeentebladen")
    return parser


def _site(text: str) -> str:
    """An address without a folder and without a slash at its end; raises ArgumentTypeError, in Dutch."""
    if not text.strip():
        return ""
    parts = urlsplit(text.strip())
    if (
        parts.scheme not in {"http", "https"}
        or not parts.netloc
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
    ):
        message = f"‘{text}’ is geen adres van een site. Geef het zonder map, zoals https://cijfers.example"
        raise argparse.ArgumentTypeError(message)
    return f"{parts.scheme}://{parts.netloc}"


def _places(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(part.strip().upper() for part in text.split(",") if part.strip()))
    unknown = [code for code in codes if not registry.is_known(code)]
    if unknown:
        message = f"{', '.join(unknown)} kennen we niet. Geef codes zoals GM0758 of VT21."
        raise argparse.ArgumentTypeError(message)
    return codes


if __name__ == "__main__":
    sys.exit(main())
