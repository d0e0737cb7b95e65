"""The report of verify as Dutch text, ending in one line to send on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from data_sources.period import Period, span
from data_sources.refresh.columns import OWN_RATE, PATH
from data_sources.refresh.verify import Report, TableReport, TableVerdict

_HEADS = ("tabel", "oordeel", "deur", "gewijzigd", "perioden", "gebieden", "maten")
_PLURAL = {
    TableVerdict.FITS: "passen",
    TableVerdict.REMARKS: "passen, met opmerkingen",
    TableVerdict.REFUSED: "zouden worden geweigerd",
    TableVerdict.UNLISTED: "horen niet bij dit beeld",
}
_LONGEST_REASON = 120
_SHOWN = 6  # names in a row; the rest is counted


def as_text(report: Report) -> str:
    """Table of all tables, a paragraph per table, and the line to send."""
    lines = [f"Nagekeken op {report.date:%d-%m-%Y}: {report.address}. Er is niets veranderd.", ""]
    lines += _aligned([_HEADS, *(_row(table) for table in report.tables)])
    if not report.good:
        lines.append("Voor een tabel die wordt geweigerd of niet is gelezen, houdt de site de cijfers die zij heeft.")
    for note in report.notes:
        lines.append(f"let op: {note}")
    for table in report.tables:
        lines += ["", *_paragraph(table)]
    return "\n".join([*lines, "", f"Stuur deze regel: {line_to_send(report)}"])


def line_to_send(report: Report) -> str:
    """Everything that matters in one line."""
    parts = []
    for verdict in TableVerdict:
        tables = [table for table in report.tables if table.verdict is verdict]
        if not tables:
            continue
        words = verdict if len(tables) == 1 else _PLURAL.get(verdict, verdict)
        parts.append(f"{len(tables)} {words}{'' if verdict is TableVerdict.FITS else f' ({_reasons(tables)})'}")
    doors = ", ".join(dict.fromkeys(table.door.label for table in report.tables if table.door)) or "geen deur"
    return f"verify {report.date:%Y-%m-%d}, {doors}: {'; '.join(parts) or 'geen tabellen'}."


def _reasons(tables: Sequence[TableReport]) -> str:
    """What is the matter with these tables; those with the same thing together."""
    together: dict[str, list[str]] = {}
    for table in tables:
        text = table.reason or "; ".join(table.remarks)
        short = f"{text[:_LONGEST_REASON]}…" if len(text) > _LONGEST_REASON else text
        together.setdefault(short, []).append(table.id)
    return "; ".join(f"{', '.join(ids)}: {text}" for text, ids in together.items())


def _row(table: TableReport) -> tuple[str, ...]:
    rates = sum(_is_rate(ours) for ours in table.measures)
    counts = len(table.measures) - rates
    measures = f"{counts} van {table.wanted}" if table.wanted else str(counts)
    if rates:
        measures += f" (+ {rates} per 100.000)"
    return (
        table.id,
        table.verdict,
        table.door.label if table.door else "-",
        table.modified[:10] or "-",
        span(table.periods),
        str(table.places or "-"),
        measures if table.measures else "-",
    )


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return ["  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _paragraph(table: TableReport) -> list[str]:
    lines = [f"{table.id}  {table.title}"]
    if table.verdict in {TableVerdict.FITS, TableVerdict.REMARKS}:
        lines.append(f"  Een refresh zou deze tabel publiceren. Nagekeken: {_number(table.rows)} cellen.")
    elif table.reason:
        lines.append(f"  {table.verdict.capitalize()}: {table.reason}.")
    if table.measures:
        lines.append(f"  Maten: {_listed([f'{name} ({ours})' for ours, name in _names(table).items()])}.")
    if table.members:
        lines.append("  Onderdelen: " + ", ".join(f"{key} {many}" for key, many in table.members.items()) + ".")
    if table.national:
        figures = [
            f"{name} {_number(table.national[ours])}{' per 100.000 inwoners' if _is_rate(ours) else ''}"
            for ours, name in _names(table).items()
            if ours in table.national
        ]
        lines.append(f"  Nederland, {Period.from_code(table.national_period).label}: {_listed(figures)}.")
    return [*lines, *(f"  Wijkt af: {remark}." for remark in table.remarks)]


def _is_rate(measure: str) -> bool:
    """Whether a measure is what CBS itself prints per 100,000 inhabitants."""
    return measure.endswith(OWN_RATE)


def _names(table: TableReport) -> dict[str, str]:
    """Measures by our id as CBS calls them: without the groups they stand in where that is clear."""
    leaves = Counter((title.rsplit(PATH, 1)[-1], _is_rate(ours)) for ours, title in table.measures.items())
    names = {}
    for ours, title in table.measures.items():
        *groups, leaf = title.split(PATH)
        clear = leaves[leaf, _is_rate(ours)] == 1 and leaf.casefold() != "totaal"
        names[ours] = leaf if clear or not groups else f"{groups[-1]}: {leaf}"
    return names


def _listed(texts: Sequence[str]) -> str:
    rest = len(texts) - _SHOWN
    return "; ".join(texts[:_SHOWN]) + (f" en nog {rest}" if rest > 0 else "")


def _number(value: float) -> str:
    return f"{value:,.1f}".replace(",", " ").replace(".", ",").replace(" ", ".").removesuffix(",0")
