"""The report of the doctor as Dutch text, ending in one line that a person can send."""

from __future__ import annotations

from collections.abc import Sequence

from data_sources.period import Period
from data_sources.refresh.verify import Report, TableReport, Verdict

_HEADS = ("tabel", "oordeel", "deur", "gewijzigd", "perioden", "gebieden", "maten")
_LONGEST_REASON = 120
_SHOWN = 6  # names in a row; the rest is counted


def as_text(report: Report) -> str:
    """Table of all tables, a paragraph per table, and the line to send."""
    lines = [f"Nagekeken op {report.made:%d-%m-%Y}: {report.address}. Er is niets veranderd.", ""]
    lines += _aligned([_HEADS, *(_row(table) for table in report.tables)])
    for note in report.notes:
        lines.append(f"let op: {note}")
    for table in report.tables:
        lines += ["", *_paragraph(table)]
    return "\n".join([*lines, "", f"Stuur deze regel: {line_to_send(report)}"])


def line_to_send(report: Report) -> str:
    """Everything that matters in one line."""
    parts = []
    for verdict in Verdict:
        tables = [table for table in report.tables if table.verdict is verdict]
        if not tables:
            continue
        named = "" if verdict is Verdict.FITS else f" ({'; '.join(_short(table) for table in tables)})"
        parts.append(f"{len(tables)} {verdict}{named}")
    doors = ", ".join(dict.fromkeys(table.door.label for table in report.tables if table.door)) or "geen deur"
    return f"verify {report.made:%Y-%m-%d}, {doors}: {', '.join(parts)}."


def _short(table: TableReport) -> str:
    text = table.reason or "; ".join(table.remarks)
    return f"{table.id}: {text[:_LONGEST_REASON]}{'…' if len(text) > _LONGEST_REASON else ''}"


def _row(table: TableReport) -> tuple[str, ...]:
    measures = f"{len(table.measures)} van {table.wanted}" if table.wanted else str(len(table.measures))
    return (
        table.id,
        table.verdict,
        table.door.label if table.door else "-",
        table.modified[:10] or "-",
        _span(table.periods),
        str(table.places or "-"),
        measures if table.measures else "-",
    )


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return ["  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _paragraph(table: TableReport) -> list[str]:
    lines = [f"{table.id}  {table.title}"]
    if table.verdict in {Verdict.FITS, Verdict.REMARKS}:
        lines.append(f"  Een refresh zou deze tabel publiceren. Nagekeken: {table.rows} cellen.")
    elif table.reason:
        lines.append(f"  {table.verdict.capitalize()}: {table.reason}.")
    if table.measures:
        lines.append(f"  Maten: {_listed([f'{_leaf(title)} ({ours})' for ours, title in table.measures.items()])}.")
    if table.members:
        lines.append("  Onderdelen: " + ", ".join(f"{key} {many}" for key, many in table.members.items()) + ".")
    if table.national:
        known = [ours for ours in table.measures if ours in table.national]
        figures = [f"{_leaf(table.measures[ours])} {_number(table.national[ours])}" for ours in known]
        lines.append(f"  Nederland, {Period.from_code(table.national_period).label}: {_listed(figures)}.")
    return [*lines, *(f"  Wijkt af: {remark}." for remark in table.remarks)]


def _leaf(title: str) -> str:
    """Title of a measure without the groups it stands in."""
    return title.rsplit(" | ", 1)[-1]


def _listed(texts: Sequence[str]) -> str:
    rest = len(texts) - _SHOWN
    return "; ".join(texts[:_SHOWN]) + (f" en nog {rest}" if rest > 0 else "")


def _span(codes: Sequence[str]) -> str:
    if not codes:
        return "-"
    ordered = sorted((Period.from_code(code) for code in codes), key=lambda one: (one.calendar_year, one.number))
    return f"{ordered[0].key} – {ordered[-1].key} ({len(ordered)})"


def _number(value: float) -> str:
    return f"{value:,.1f}".replace(",", " ").replace(".", ",").replace(" ", ".").removesuffix(",0")
