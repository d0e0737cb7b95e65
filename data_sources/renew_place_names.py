"""Renew the embedded names of towns, villages and hamlets: python -m data_sources.renew_place_names FILE.

FILE is a CSV with place_name, municipality_code_2020, postcode4_from, postcode4_to, kind. The names are for searching
only; no figure depends on them. Nothing is written when a row names a municipality that did not exist in 2020, a
postcode that is none, or a kind we do not know. A few rows give the higher postcode first; it is put last.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from data_sources.places import PLACE_NAME_COLUMNS, membership_rows
from data_sources.published import FOLDER, read_rows

YEAR = 2020
POSTCODES = range(1000, 10_000)
KINDS = ("woonplaats", "buurtschap of wijk")
_TARGET = FOLDER / "places" / "place_names.csv"
_SOURCE_COLUMNS = ("place_name", "municipality_code_2020", "postcode4_from", "postcode4_to", "kind")


class UnsoundListError(ValueError):
    """A row of the list cannot be right; the message gives the row and what is wrong."""


def renew(source: Path, *, target: Path = _TARGET) -> int:
    """Write the checked list, sorted and without doubles; gives the number of rows. Raises UnsoundListError."""
    known = {row.municipality for row in membership_rows() if row.year == YEAR}
    rows = sorted({tuple(cell.strip() for cell in row) for row in read_rows(source, columns=_SOURCE_COLUMNS)})
    for name, municipality, first, last, kind in rows:
        postcodes = first.isdecimal() and last.isdecimal() and int(first) in POSTCODES and int(last) in POSTCODES
        if not name or municipality not in known or not postcodes or kind not in KINDS:
            msg = f"{(name, municipality, first, last, kind)}: expected a name, a municipality of {YEAR}, postcodes, a kind of {KINDS}"
            raise UnsoundListError(msg)
    with target.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(PLACE_NAME_COLUMNS)
        writer.writerows((name, code, *sorted((first, last)), kind) for name, code, first, last, kind in rows)
    return len(rows)


def main() -> None:
    """Read the file that is named and write ``published/places/place_names.csv``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    renew(parser.parse_args().file)


if __name__ == "__main__":
    main()
