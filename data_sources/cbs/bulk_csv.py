"""The third door, by hand: the ZIP of CSV files that CBS offers per table, downloaded in a browser.

Inside: Observations.csv, MeasureCodes.csv, Dimensions.csv and ``<Dimension>Codes.csv`` (MeasureGroups.csv when measures stand in
groups); ``;`` between fields, UTF-8 with a byte order mark, decimal comma, quoted texts over several lines.
"""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from data_sources.cbs.door import CbsRefusedError, DoorName, Fields, Filter, Row
from data_sources.cbs.long_form import MEASURE, LongFormDoor

OBSERVATIONS = "Observations.csv"
NEEDED = (OBSERVATIONS, "MeasureCodes.csv", "Dimensions.csv")
LARGEST_ZIP = 2 * 2**30  # bytes unpacked; the largest table we read is some 0.3 GB
LARGEST_LIST = 64 * 2**20
MOST_MEMBERS = 1_000
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)  # what zipfile finds on the way
_FIGURES = {"Value": pa.float64()}


class BulkCsv(LongFormDoor):
    """Door to ZIP files on this machine, one per table; use as a context manager, it unpacks to a temporary folder."""

    name = DoorName.CSV

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Read these files, by table id; raises CbsRefusedError for one that cannot be what CBS offers."""
        super().__init__()
        self._files = {table_id: _checked(path) for table_id, path in files.items()}
        self._folder = tempfile.TemporaryDirectory(prefix="cbs-csv-")
        self._figures: dict[str, Path] = {}

    def __enter__(self) -> Self:
        """Use until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was unpacked."""
        self._folder.cleanup()

    def begin(self, table_id: str, *, hasty: bool = False) -> None:
        """Start on a table; nothing to prepare."""

    def info(self, table_id: str) -> Row:
        """Date of the newest file in the ZIP; the title is not in it."""
        with self._open(table_id) as archive:
            newest = max(member.date_time for member in archive.infolist())
        return {"ID": 0, "Identifier": table_id, "Title": "", "Modified": datetime(*newest).isoformat()}  # noqa: DTZ001 - a ZIP knows no zone

    def part(self, table_id: str, entity: str) -> list[Row]:
        """Rows of one CSV file; an empty field is None."""
        with self._open(table_id) as archive:
            member = _member(archive, f"{entity}.csv", path=self._files[table_id])
            if member.file_size > LARGEST_LIST:
                msg = f"'{entity}.csv' in {self._files[table_id].name} is te groot om een lijst van het CBS te zijn"
                raise CbsRefusedError(msg)
            try:
                with archive.open(member) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
                    return [
                        {name: value or None for name, value in row.items()}
                        for row in csv.DictReader(text, delimiter=";", strict=True)
                    ]
            except (csv.Error, UnicodeDecodeError, AttributeError, *_DAMAGED) as error:
                msg = f"'{entity}.csv' in {self._files[table_id].name} is beschadigd of van een andere vorm ({error})"
                raise CbsRefusedError(msg) from error

    def observations(self, table_id: str, *, where: Filter, measures: Fields) -> Iterator[list[Row]]:
        """Figures with these codes; the ZIP is read once per table, into a file that can be searched."""
        if table_id not in self._figures:
            self._figures[table_id] = self._unpacked(table_id)
        with closing(pq.ParquetFile(self._figures[table_id])) as file:
            for number in range(file.num_row_groups):
                group = file.read_row_group(number)
                for field, code in where:
                    group = group.filter(pc.equal(group[field].cast(pa.string()), code))
                if measures:
                    group = group.filter(pc.is_in(group[MEASURE].cast(pa.string()), pa.array(list(measures))))
                if group.num_rows:
                    yield group.to_pylist()

    def _unpacked(self, table_id: str) -> Path:
        path = Path(self._folder.name) / f"{table_id}.parquet"
        name = self._files[table_id].name
        fields = (MEASURE, "Value", "StringValue", *self._dimensions[table_id])
        types = {field: _FIGURES.get(field, pa.string()) for field in fields}
        try:
            with self._open(table_id) as archive:
                member = _member(archive, OBSERVATIONS, path=self._files[table_id])
                with archive.open(member) as raw:
                    reader = pacsv.open_csv(
                        raw,
                        parse_options=pacsv.ParseOptions(delimiter=";", newlines_in_values=True),
                        convert_options=pacsv.ConvertOptions(
                            column_types=types, include_columns=list(fields), decimal_point=",",
                            null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=True,
                        ),
                    )  # fmt: skip
                    with reader, pq.ParquetWriter(path, reader.schema, compression="lz4") as writer:
                        for batch in reader:
                            writer.write_batch(batch)
        except (pa.ArrowInvalid, pa.ArrowKeyError, *_DAMAGED) as error:
            msg = f"'{OBSERVATIONS}' in {name} is beschadigd of van een andere vorm ({str(error).splitlines()[0]})"
            raise CbsRefusedError(msg) from error
        return path

    def _open(self, table_id: str) -> zipfile.ZipFile:
        if table_id not in self._files:
            msg = "er is geen bestand van deze tabel gegeven"
            raise CbsRefusedError(msg)
        return _archive(self._files[table_id])


def table_of(path: Path, *, known: Sequence[str]) -> str:
    """Id of the table in the name of a file (84847NED.zip, '84847NED (1).zip') or of a folder in it; CbsRefusedError if none."""
    places = [path.name.casefold()]
    if zipfile.is_zipfile(path):
        with _archive(path) as archive:
            places += [name.casefold() for name in archive.namelist()[:MOST_MEMBERS]]
    for place in places:
        if ids := [table_id for table_id in known if table_id.casefold() in place]:
            return ids[0]
    _checked(path)
    msg = (
        f"bij {path.name} is niet te zien van welke tabel het is. Geef het bestand de naam van de tabel, "
        f"bijvoorbeeld {known[0]}.zip. Bekende tabellen: {', '.join(known)}"
    )
    raise CbsRefusedError(msg)


def _checked(path: Path) -> Path:
    """Return the path of what may be a ZIP of CBS; raises CbsRefusedError."""
    if not zipfile.is_zipfile(path):
        msg = f"{path.name} is geen ZIP-bestand. Download de tabel bij het CBS als CSV; u krijgt dan een ZIP-bestand"
        raise CbsRefusedError(msg)
    with _archive(path) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_ZIP:
            msg = (
                f"{path.name} pakt uit tot veel meer dan een tabel van dit beeld groot is; het bestand is niet gelezen. "
                "Neem voor inwoners tabel 70072ned"
            )
            raise CbsRefusedError(msg)
        if any(member.flag_bits & 1 for member in members):
            msg = f"{path.name} is met een wachtwoord beveiligd; geef het bestand zoals het CBS het levert"
            raise CbsRefusedError(msg)
        for name in NEEDED:
            _member(archive, name, path=path)
    return path


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        msg = f"{path.name} is beschadigd ({error}); download de tabel nog eens bij het CBS"
        raise CbsRefusedError(msg) from error


def _member(archive: zipfile.ZipFile, name: str, *, path: Path) -> zipfile.ZipInfo:
    for member in archive.infolist():
        if PurePosixPath(member.filename).name.casefold() == name.casefold():
            return member
    msg = f"in {path.name} ontbreekt '{name}'; download de tabel nog eens in zijn geheel bij het CBS"
    raise CbsRefusedError(msg)
