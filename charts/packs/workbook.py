"""The workbook inside a native chart: categories and figures where the chart reads them, and the band beside them."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from charts.files.provenance import SITE
from charts.files.rows import neutral
from charts.packs.contents import FigureKind, NativeFigure

SHEET = "Cijfers"
BAND_COLUMNS = ("onderkant band", "bovenkant band", "streep omlaag", "streep omhoog")
"""Four columns per series, after the columns of the figures; the last two are the lengths of its error bars."""


def band_column(figure: NativeFigure, *, series: int, part: int) -> int:
    """Column, counted from 0, of a part of the band of a series."""
    return 1 + len(figure.series) + series * len(BAND_COLUMNS) + part


def chart_workbook(figure: NativeFigure, *, created: datetime) -> bytes:
    """Workbook of a chart; the same figure gives the same bytes."""
    import xlsxwriter  # 2 MB that a server without downloads does not need

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": neutral(figure.title), "author": SITE, "created": created.replace(tzinfo=None)})
        decimal = book.add_format({"num_format": "#,##0.0"})
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 0, 32)
        sheet.set_column(1, band_column(figure, series=len(figure.series), part=0), 16)
        _categories(sheet, figure)
        for number, series in enumerate(figure.series):
            sheet.write_string(0, 1 + number, neutral(series.name))
            for part, head in enumerate(BAND_COLUMNS):
                sheet.write_string(0, band_column(figure, series=number, part=part), f"{series.name}: {head}")
            for down, value in enumerate(series.values, start=1):
                if value.known:
                    sheet.write_number(down, 1 + number, value.value, decimal)
                if value.banded:
                    band = (value.low, value.high, value.value - value.low, value.high - value.value)
                    for part, length in enumerate(band):
                        sheet.write_number(down, band_column(figure, series=number, part=part), length, decimal)
    return target.getvalue()


def _categories(sheet: Any, figure: NativeFigure) -> None:  # noqa: ANN401 -- xlsxwriter ships no types
    """Categories in the first column; beside a bar stands its figure, which follows when the figure is edited."""
    names = band_column(figure, series=len(figure.series), part=0)
    for down, (category, label) in enumerate(zip(figure.categories, figure.labels, strict=True), start=1):
        if figure.kind is FigureKind.LINES:
            sheet.write_string(down, 0, neutral(category))
            continue
        sheet.write_string(down, names, neutral(category))
        # FIXED writes decimals as the program of the reader does; TEXT would need a format in the reader's language
        name, value = xl_rowcol_to_cell(down, names), xl_rowcol_to_cell(down, 1)
        sheet.write_formula(down, 0, f'={name}&" "&FIXED({value},1)', None, label)
    if figure.kind is FigureKind.BARS:
        sheet.write_string(0, names, "plaats")
