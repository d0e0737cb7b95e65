"""Zip of a figure: everything a journalist needs in one file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from charts.chart import Chart
from charts.files import drawing, names, picture, text, xlsx
from charts.files.png import png
from charts.files.provenance import SITE, Provenance, citation

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a fixed time: the same figure gives the same bytes


def chart_svg(chart: Chart, provenance: Provenance) -> bytes:
    """SVG of a figure that can travel alone; raises NoDrawingError."""
    return picture.framed(chart, provenance, drawing=drawing.svg(chart)).encode("utf-8")


def chart_png(chart: Chart, provenance: Provenance) -> bytes:
    """PNG of the same picture; raises NoDrawingError."""
    return png(chart_svg(chart, provenance).decode("utf-8"))


def chart_zip(chart: Chart, provenance: Provenance) -> bytes:
    """Zip with CSV (two notations), XLSX, JSON metadata, pictures, alternative text, citation and a README.

    A picture that cannot be made here is left out, and the README says why.
    """
    parts: dict[str, bytes] = {
        _name(chart, provenance, "csv"): text.chart_csv(chart, provenance),
        _name(chart, provenance, "csv").replace(".csv", "_excel-nl.csv"): text.chart_csv_dutch(chart, provenance),
        _name(chart, provenance, "xlsx"): xlsx.chart_xlsx(chart, provenance),
        "metadata.json": text.dumped(text.metadata(chart, provenance)),
        "alternatieve-tekst.txt": _plain(chart.description),
        "citeren.txt": _plain(citation(chart, provenance)),
    }
    missing = ""
    try:
        parts[_name(chart, provenance, "svg")] = chart_svg(chart, provenance)
        parts[_name(chart, provenance, "png")] = chart_png(chart, provenance)
    except drawing.NoDrawingError as reason:
        missing = str(reason)
    parts["LEESMIJ.txt"] = _plain(_readme(chart, provenance, names=sorted(parts), missing=missing))
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a zip, in the order of their names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), parts[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _name(chart: Chart, provenance: Provenance, ending: str) -> str:
    return names.file_name(chart, provenance, ending=ending)


def _plain(words: str) -> bytes:
    return (words.strip() + "\n").encode("utf-8")


def _readme(chart: Chart, provenance: Provenance, *, names: list[str], missing: str) -> str:
    what = {
        "_excel-nl.csv": "de cijfers, voor Excel met Nederlandse instellingen",
        ".csv": "de cijfers, met komma's en decimale punt",
        ".xlsx": "de cijfers als werkmap, met uitleg van kolommen en tekens",
        ".svg": "de figuur als tekening die scherp blijft",
        ".png": "de figuur als plaatje",
        "metadata.json": "titel, bronnen, kanttekeningen en betekenis van elke kolom",
        "alternatieve-tekst.txt": "de figuur in woorden, voor wie het plaatje niet ziet",
        "citeren.txt": "zo verwijst u naar deze figuur",
    }
    files = [f"- {name}: {next(words for end, words in what.items() if name.endswith(end))}" for name in names]
    caveats = [f"- {caveat}" for caveat in chart.caveats]
    return "\n".join(
        [
            chart.name,
            chart.subtitle,
            "",
            *(source.text for source in chart.sources),
            f"Gegevensversie: {provenance.version}",
            f"Gemaakt door: {SITE}, {provenance.address}",
            "",
            "In dit bestand:",
            *files,
            *(["", f"Zonder plaatje: {missing}"] if missing else []),
            *(["", "Let op:", *caveats] if caveats else []),
        ]
    )
