"""The files a reader takes from a figure, read back, and what the table of that figure on the page says about them.

A table on the page is Dutch text; a file holds bare values. `differences` tells, row for row and cell for cell, where the
two do not say the same. A head that stands in no list here, and is no head of the file either, is a difference too: so
a new column on the page cannot stay out of the files.
"""

import csv
import io
import math
import re
from dataclasses import dataclass
from typing import Any

import openpyxl

Row = dict[str, Any]

# head on the page: columns of the file that may hold it, the first that the file has
HEADS = {
    **dict.fromkeys(("Gemeente", "Provincie", "Landsdeel", "Regio", "waarmee"), ("plaats",)),
    **dict.fromkeys(("cijfer", "Cijfer"), ("indicator", "waarde")),
    **dict.fromkeys(("jaar", "Jaar"), ("periode",)),
    **dict.fromkeys(("keer", "maatregelen", "Schatting", "Getal", "per 10.000", "%"), ("waarde",)),
    **dict.fromkeys(("per 10.000 inwoners", "% van de meldingen"), ("waarde",)),
    **dict.fromkeys(("meldingen", "adviezen"), ("aantal", "waarde")),
    **dict.fromkeys(("soort werk", "soort melding", "wat", "wie meldt", "Wie belt", "Leeftijd"), ("groep",)),
    "Nagerekend?": ("uitkomst",), "Waar": ("plaats",), "halfjaar": ("periode",), "Waarop dit rust": ("waarop_dit_rust",), "Wie is gevraagd": ("wie_is_gevraagd",), "Let op": ("waarom", "opmerking"), "Wat is geteld": ("onderwerp",),
    "in woorden": ("plaats_in_woorden",), "Wie meldt": ("melder", "groep"), "Wat": ("onderwerp",), "Eenheid": ("eenheid",), "Bron": ("publicatie",),
    "Plaats": ("plaats_in_document",), "Wat het betekent": ("uitleg_controle",), "Stap": ("uitleg",),
    "Meldingen": ("meldingen", "waarde"), "Deel": ("aandeel",), "inwoners": ("omvang", "noemer"),
    "hoogst": ("plaats_hoogst",), "laagst": ("plaats_laagst",), "van": ("plaats_van",), "vergelijking": ("ligging",),
    "Losse getallen": ("losse_cijfers",), "% gedrukt": ("meldingen_percentage_gedrukt",),
    "Inwoners 2017": ("inwoners_2017",), "Gemeenten": ("aantal_gemeenten",), "Welke": ("gemeenten",),
    **{f"% {year}": (f"percentage_{year}",) for year in (2017, 2018)},
    **{str(year): (f"meldingen_{year}", f"euro_{year}") for year in range(2017, 2022)},
    "Verschil": ("verschil", "verschil_2017_2018"), "Opmerking in de bron": ("opmerking",),
    "Wat het document zegt": ("bewering",), "Gewenst": ("wens",),
    "Landelijk": ("landelijk_op_deze_site",), "Regionaal": ("regionaal_op_deze_site",),
    "Bij het CBS": ("bij_het_cbs",), "Reeks": ("reeks_op_deze_site",), "Nederland": ("percentage_nederland",),
}  # fmt: skip
# head on the page: two columns of the file, a lowest and a highest
SPANS = {
    **dict.fromkeys(("band", "marge"), ("ondergrens", "bovengrens")),
    "op de lijst": ("plaats_hoogst", "plaats_laagst"),
    "Jaren": ("eerste_jaar", "laatste_jaar"),
}
# what the page may say where a file has an empty cell; the column of the value may also give the words of its state
EMPTY = {"", "–", "leeg", "onzeker", "niet genoemd", "niet gedrukt", "PM (nog te bepalen)"}
FUNNEL = {"": "binnen de grenzen", "95": "buiten de binnenste grens", "99.8": "buiten beide grenzen"}
NO_LINK = {"niet op deze site", "alleen landelijk", "alleen regionaal"}
_NUMBER = re.compile(r"[−+]?\d+(?:\.\d{3})*(?:,\d+)?")
_HALF_YEARS = {"eerste": 1, "tweede": 2}


@dataclass(frozen=True)
class Taken:
    """A file as the browser saved it."""

    name: str
    body: bytes


def from_csv(taken: Taken) -> list[Row]:
    """Rows of a CSV file, all text."""
    return list(csv.DictReader(io.StringIO(taken.body.decode("utf-8"))))


def from_xlsx(taken: Taken) -> tuple[str, list[Row]]:
    """Title and rows of the sheet of figures of a workbook."""
    sheet = openpyxl.load_workbook(io.BytesIO(taken.body), read_only=True)["Cijfers"]
    (title, *_), heads, *rows = sheet.iter_rows(values_only=True)
    names = [str(head).replace(" ", "_") for head in heads]  # a sheet has words, a file for programs underscores
    return title, [dict(zip(names, row, strict=True)) for row in rows]


def same_rows(left: list[Row], right: list[Row]) -> list[str]:
    """Where the rows of two files differ, the first being the JSON; empty, missing and the sign [x] are one thing."""
    if len(left) != len(right):
        return [f"{len(left)} rows, {len(right)} rows"]
    return [
        f"row {number}, {head}: {row[head]!r}, {other.get(head)!r}"
        for number, (row, other) in enumerate(zip(left, right, strict=True))
        for head in row
        if head not in other or not _same_cell(row[head], other[head])
    ]


def _same_cell(left: Any, right: Any) -> bool:
    if left in {None, ""} or right in {None, "", "[x]"}:
        return left in {None, ""} and right in {None, "", "[x]"}
    if isinstance(left, int | float):
        return math.isclose(left, float(right), rel_tol=1e-12)
    return left == right


def differences(heads: list[str], shown: list[list[str]], rows: list[Row]) -> list[str]:
    """Where the table on the page (Dutch text) and the rows of a file do not say the same."""
    if len(shown) != len(rows):
        return [f"{len(shown)} rows on the page, {len(rows)} in the file"]
    return [
        f"row {number}, {head}: {cell!r} on the page, {row.get(_column(head, row) or '')!r} in the file"
        for number, (cells, row) in enumerate(zip(shown, rows, strict=True))
        for head, cell in zip(heads, cells, strict=True)
        if not _says(head, cell, row)
    ]


def _says(head: str, cell: str, row: Row) -> bool:  # noqa: PLR0911 -- one return per kind of head
    """Whether the file tells what a cell on the page tells."""
    if head == "let op":
        return _remarks(cell, row)
    if head in SPANS:
        known = [row[name] for name in SPANS[head] if row[name] is not None]
        return _numbers(cell, known)
    if head.endswith(" is"):  # the position, and behind it what the place is held against; or why there is no position
        return cell.startswith(row["ligging"]) if row["ligging"] else cell == "–" or row["vergelijking"] is not None
    if head == "trechter" and "buiten_grenzen" in row:
        return cell == FUNNEL[row["buiten_grenzen"] or ""]
    if head == "Uitkomst" and row.get("nagerekend_deel"):
        return cell.startswith(row["uitkomst"])
    if head == "Waar" and "document" in row:
        return cell.endswith(f", {row['plaats_in_document']}") if row["plaats_in_document"] else bool(row["document"])
    if head == "Doel":
        return cell.split(". ", maxsplit=1)[0] == row["nummer"]
    if head == "Mogelijke kolommen":
        columns = ("onderzoeken", "casusregie", "huisverboden", "interventieteam")
        return re.split(", | of ", cell) == [name for name in columns if row[name]]
    if head == "Hoe wij het meten":
        said = ". ".join(filter(None, (row["gemeten_met"], row["opmerking"])))
        return cell.rstrip(".") == said.rstrip(".") or (cell == "–" and not said)
    name = _column(head, row)
    return name is not None and _cell(cell, row[name], column=name, row=row)


def _column(head: str, row: Row) -> str | None:
    own = [*HEADS.get(head, ()), head, head.lower()]
    period = re.fullmatch(r"(.+?)(?: \(voorlopig\))?", head)
    if period is not None:
        own.append(period_key(period[1]))
    if head == row.get("plaats"):  # the table of goals has a column with the name of its place
        own.append("nieuwste_percentage")
    return next((name for name in own if name in row), None)


def period_key(words: str) -> str:
    """`eerste halfjaar 2019` as files write it, `2019-H1`; a year stays a year."""
    half = re.fullmatch(r"(eerste|tweede) halfjaar (\d{4})", words)
    return f"{half[2]}-H{_HALF_YEARS[half[1]]}" if half else words


def _cell(cell: str, value: Any, *, column: str, row: Row) -> bool:
    if column == "periode":
        return period_key(cell) == value
    if column.endswith("_op_deze_site"):
        return (cell in NO_LINK) == (value is None)
    if column == "wens":
        return cell in value
    # a remark such as PM the page says in the cells that it is about
    if value in {None, ""} or (column == "opmerking" and value in EMPTY):
        return cell in EMPTY or (column == "waarde" and cell == row.get("uitleg"))
    if isinstance(value, int | float):
        return _numbers(cell, [value])
    value = value.replace("\N{NO-BREAK SPACE}", " ")  # as a browser gives the text of a page
    return cell.removesuffix(".") in {value, value.removesuffix("."), value.removeprefix("'")}


def _numbers(cell: str, values: list[float]) -> bool:
    """Whether the numbers in a cell are these values, rounded as the cell shows them; words in brackets say more."""
    found = _NUMBER.findall(re.sub(r"\(.*\)", "", cell))
    if not values:
        return not found and cell in EMPTY
    return len(found) == len(values) and all(_rounds(text, value) for text, value in zip(found, values, strict=True))


def _rounds(text: str, value: float) -> bool:
    decimals = len(text.partition(",")[2])
    said = float(text.replace(".", "").replace(",", ".").replace("−", "-"))
    return abs(said - value) <= 0.5 * 10**-decimals + 1e-9


def _remarks(cell: str, row: Row) -> bool:
    provisional = ("voorlopig" in cell) == (row.get("status") == "voorlopig")
    return provisional and ("onzeker" in cell) == (row.get("onzeker") == "ja")
