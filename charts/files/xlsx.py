"""Workbook of a figure: a sheet with the figures as a defined table, and a sheet that explains columns and signs."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pandas as pd

from charts.chart import Chart
from charts.files.columns import COLUMNS, TECHNICAL, UNEXPLAINED, column, in_order
from charts.files.provenance import SITE, Provenance, citation
from charts.files.rows import file_rows, neutral

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SIGNS = {
    "[x]": "geen cijfer; de kolommen toestand en uitleg zeggen waarom",
    "[p]": "voorlopig cijfer",
    "[b]": "breuk: deze periode is niet met de vorige te vergelijken",
    "[low]": "nul na afronding: minder dan de helft van de stap waarop de bron afrondt",
    "[o]": "onzeker: minder dan 20 meldingen of adviezen",
}
_WIDEST, _TITLE_SIZE, _A4 = 48, 14, 9
_ONE_DECIMAL_FROM = 2.0  # a column whose numbers stay below holds shares


def chart_xlsx(chart: Chart, provenance: Provenance) -> bytes:
    """Workbook of a figure."""
    lines = [chart.subtitle, *(source.text for source in chart.sources), *chart.caveats, citation(chart, provenance)]
    meanings = {column(str(name)).head: column(str(name)).meaning for name in chart.table.columns}
    return workbook(
        file_rows(chart, provenance), title=chart.name, notes=lines, taken=provenance.taken, meanings=meanings
    )


def workbook(
    rows: pd.DataFrame, *, title: str, notes: Sequence[str], taken: date, meanings: Mapping[str, str] | None = None
) -> bytes:
    """Workbook of rows under Dutch heads: title cell, header row, defined table; no merged cells, no formulas.

    It prints on one page wide. Technical and empty columns are there and hidden.

    ``meanings`` explains heads that are not among the shared columns. The same input gives the same bytes.
    """
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    import xlsxwriter  # 2 MB that a server without downloads does not need

    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties(
            {
                "title": title,
                "author": SITE,
                "language": "nl-NL",
                "created": datetime.combine(taken, time(), tzinfo=UTC),
            }
        )
        heading = book.add_format({"bold": True, "font_size": _TITLE_SIZE})
        shown = marked(rows)
        shown = shown[in_order(shown.columns)]
        _figures(book, shown, title=title, heading=heading)
        known = {entry.head: entry.meaning for entry in COLUMNS.values()} | {"tekens": "zie hieronder"}
        _explanation(book, [str(head) for head in shown.columns], known | dict(meanings or {}), notes, heading)
    return target.getvalue()


def marked(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with a column ``tekens`` after the value: the signs that apply to it."""
    if "waarde" not in rows:
        return rows
    signs = pd.DataFrame(
        {
            "[x]": rows["waarde"].isna(),
            "[low]": rows["toestand"].astype("str").eq("rounded_zero") if "toestand" in rows else False,
            "[p]": rows["status"].astype("str").eq("voorlopig") if "status" in rows else False,
            "[b]": rows["breuk"].fillna("").astype("str").ne("") if "breuk" in rows else False,
            "[o]": rows["onzeker"].astype("str").eq("ja") if "onzeker" in rows else False,
        },
        index=rows.index,
    )
    texts = [" ".join(str(sign) for sign, holds in row.items() if holds) for row in signs.to_dict(orient="records")]
    place = list(rows.columns).index("waarde") + 1
    return pd.concat(
        [rows.iloc[:, :place], pd.Series(texts, index=rows.index, name="tekens"), rows.iloc[:, place:]], axis=1
    )


def _figures(book: Workbook, rows: pd.DataFrame, *, title: str, heading: object) -> None:
    sheet: Worksheet = book.add_worksheet("Cijfers")
    sheet.write_string(0, 0, neutral(title), heading)
    heads = [str(head) for head in rows.columns]
    columns = [{"header": _words(head)} for head in heads]
    last = max(len(rows), 1) + 1
    sheet.add_table(1, 0, last, len(heads) - 1, {"name": "Cijfers", "columns": columns, "style": "Table Style Light 1"})
    sheet.freeze_panes(2, 0)
    _paper(sheet, title=title)
    sheet.repeat_rows(0, 1)
    for across, head in enumerate(heads):
        widest = len(head) + 2
        for down, value in enumerate(rows[head].tolist(), start=2):
            widest = max(widest, _write(sheet, down, across, value, head=head))
        shown_as = book.add_format({"num_format": _number_format(rows[head].tolist())})
        hidden = {"hidden": head in TECHNICAL or _is_empty(rows[head])}
        sheet.set_column(across, across, min(widest + 1, _WIDEST), shown_as, hidden)


def _words(head: str) -> str:
    """Head as words: the files for programs write it with underscores."""
    return head.replace("_", " ")


def _is_empty(values: pd.Series) -> bool:
    return bool((values.isna() | values.astype("object").eq("")).all())


def _paper(sheet: Worksheet, *, title: str) -> None:
    """Print on A4, lying, one page wide, with the name and the number of the page in the foot."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{title.replace('&', '&&')[:150]}&R{SITE}, pagina &P van &N")


def _number_format(values: Sequence[object]) -> str:
    """How Excel shows the numbers of a column, as many decimals as say something; each cell keeps its whole value."""
    broken = [abs(value) for value in values if isinstance(value, float) and math.isfinite(value) and value % 1]
    if not broken:
        return "General"
    return "#,##0.0" if max(broken) >= _ONE_DECIMAL_FROM else "0.000"


def _write(sheet: Worksheet, down: int, across: int, value: object, *, head: str) -> int:
    """Write one cell and return the width it asks; a missing value is the sign [x], other missing cells stay empty."""
    missing = value is None or value is pd.NA or (isinstance(value, float) and not math.isfinite(value))
    if missing:
        if head == "waarde":
            sheet.write_string(down, across, "[x]")
        return 0
    if isinstance(value, int | float):
        sheet.write_number(down, across, value)
        return len(f"{value:.4g}")
    text = neutral(str(value)) if not str(value).startswith("'") else str(value)
    sheet.write_string(down, across, text)
    return len(text)


def _explanation(
    book: Workbook, heads: Sequence[str], meanings: Mapping[str, str], notes: Sequence[str], heading: object
) -> None:
    sheet: Worksheet = book.add_worksheet("Uitleg")
    sheet.set_column(0, 0, 26)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(1, 1, 110, wrapped)
    _paper(sheet, title="Uitleg bij de cijfers")
    sheet.write_string(0, 0, "Uitleg bij de cijfers", heading)
    lines = [
        ("Kolom", "Betekenis"),
        *((_words(head), meanings.get(head, UNEXPLAINED)) for head in heads),
        ("", ""),
        ("Teken", "Betekenis"),
        *SIGNS.items(),
        ("", ""),
        ("Bij dit bestand", ""),
        *(("", note) for note in notes if note),
    ]
    for down, (left, right) in enumerate(lines, start=1):
        sheet.write_string(down, 0, neutral(left))
        sheet.write_string(down, 1, neutral(right), wrapped)
