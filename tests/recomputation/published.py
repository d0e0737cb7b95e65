"""Published files as columns of numbers and words; only the standard library and numpy."""

import csv
import io

import numpy as np
import requests

NUMBERS = {
    "waarde", "ondergrens", "bovengrens", "spreiding", "aantal", "noemer", "vergelijking_waarde", "zekerheid",
    "vergelijking_zonder_deze_plaats", "plaats_hoogst", "plaats_laagst", "plaats_van", "trechter_z", "trechter_gemiddelde",
    "trechter_phi", "trechter_tau2", "aantal_perioden", "stap_verschil", "stap_procent", "stap_zekerheid",
}  # fmt: skip


class Table:
    """Columns of a file by their head, and the rows that a mask or numbers of rows choose."""

    def __init__(self, columns):
        self.columns = columns

    def __getitem__(self, name):
        return self.columns[name]

    def __contains__(self, name):
        return name in self.columns

    def __len__(self):
        return len(next(iter(self.columns.values())))

    def rows(self, chosen):
        return Table({name: column[chosen] for name, column in self.columns.items()})

    def by(self, *names):
        """Tables of the rows that are equal in these columns."""
        groups = {}
        for row, key in enumerate(zip(*(self[name] for name in names), strict=True)):
            groups.setdefault(key, []).append(row)
        return {key: self.rows(np.array(rows)) for key, rows in groups.items()}


def table(data, name, **filters):
    """A file of the open data."""
    answer = requests.get(f"{data}/{name}.csv", params=filters, timeout=120)
    answer.raise_for_status()
    head, *lines = csv.reader(io.StringIO(answer.text))
    columns = dict(zip(head, zip(*lines, strict=True), strict=True)) if lines else dict.fromkeys(head, ())
    return Table({name: _column(name, cells) for name, cells in columns.items()})


def indicators(data):
    """Ids of the indicators that the version has."""
    listed = requests.get(f"{data}/indicators.json", timeout=120).json()
    return [each["id"] for each in listed["indicatoren"]]


def _column(name, cells):
    if name in NUMBERS:
        return np.array([float(cell) if cell else np.nan for cell in cells], dtype=float)
    return np.array(cells, dtype=object)


def ends(period):
    """Number of the half-year with which a period (2023, 2023-H1) ends."""
    year, _, half = period.partition("-H")
    return int(year) * 2 + (int(half) - 1 if half else 1)


def order(period):
    """In time; a year goes after its halves."""
    year, _, half = period.partition("-H")
    return int(year), int(half or 3)
