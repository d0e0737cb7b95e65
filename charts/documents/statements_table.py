"""Statements of the documents outside their tables, of all regions or of one: as printed, with the outcome of the check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.documents import DOCUMENTS
from data_sources.published import records
from indicators import notation
from indicators.checks.evidence import REGION_OF
from indicators.checks.verdict import FigureCheck, Verdict
from language import N_, _, ngettext

NOT_RECOMPUTED = N_("uit een document, niet nagerekend")
"""Outcome of a figure that stands as printed because nothing of ours can be laid beside it."""
PER_YEAR = "euro per jaar"
_KINDS = {"geld": "Geld", "doel": "Doel met een datum", "feit": "Ander cijfer of feit"}
_CAVEAT = N_(
    "‘Uit een document, niet nagerekend’ zegt niets over het cijfer zelf: wij hebben geen cijfer om het naast te leggen."
)


def statements_table(statements: pd.DataFrame, *, name: str = "Wat de plannen verder noemen") -> Chart:
    """Rows of data_sources.documents.tables.statements: money, targets with a date and other facts, none recomputed."""
    rows = records(statements)
    return Chart(
        name=name,
        subtitle=NOT_RECOMPUTED,
        description="; ".join(f"{row['region']}: {_statement(row)}" for row in rows),
        drawing=None,
        table=pd.DataFrame(
            [
                {
                    "place": row["region"],
                    "region": REGION_OF[row["region"]],
                    "kind": _KINDS[row["kind"]],
                    "statement": _statement(row),
                    "printed": row["value"],
                    "printed_unit": row["unit"],
                    "printed_period": row["period"],
                    "verdict": NOT_RECOMPUTED,
                    "remark": row["remark"],
                    "document": " of ".join(DOCUMENTS[document].title for document in _documents(row)),
                    "source_place": row["place"],
                }
                for row in rows
            ]
        ),
        printed=pd.DataFrame(
            [
                {
                    "Wat het document zegt": _statement(row),
                    "Soort": _KINDS[row["kind"]],
                    "Let op": row["remark"] or "–",
                    "Waar": _where(_documents(row), place=row["place"]),
                }
                for row in rows
            ]
        ),
        sources=_sources(document for row in rows for document in _documents(row)),
        caveats=(_(_CAVEAT),),
        key="uitspraken",
    )


def of_region(checks: Sequence[FigureCheck], statements: pd.DataFrame, *, region: str, place: str, code: str) -> Chart:
    """Everything the documents say of one region, for a municipality in it (``place``, ``code``).

    A figure that was recomputed shows its outcome, every other one that it was not.
    """
    statement_rows: list[tuple[str, str, str, tuple[str, ...], str]] = [
        (check.claim, outcome_of(check), check.why, (check.document,), check.place)
        for check in checks
        if check.region == region
    ]
    statement_rows += [
        (_statement(row), _(NOT_RECOMPUTED), _(row["remark"]) or "–", _documents(row), row["place"])
        for row in records(statements[statements["region"] == region])
    ]
    caveat = _(_CAVEAT)
    if region != place:
        whole = _("De cijfers gaan over heel {region}, niet over {place} alleen.", region=region, place=place)
        caveat = f"{caveat} {whole}"
    number = len(statement_rows)
    return Chart(
        name=_("Wat documenten zeggen over {region}", region=region),
        subtitle=ngettext(
            "{number} uitspraak, zoals gedrukt", "{number} uitspraken, zoals gedrukt", number, number=number
        ),
        description="; ".join(f"{text} {outcome}" for text, outcome, *_ in statement_rows),
        drawing=None,
        table=pd.DataFrame(
            [
                {
                    "place": place,
                    "region": code,
                    "about": region,
                    "statement": text,
                    "verdict": outcome,
                    "why": why,
                    "document": " of ".join(DOCUMENTS[document].title for document in documents),
                    "source_place": where,
                }
                for text, outcome, why, documents, where in statement_rows
            ]
        ),
        printed=pd.DataFrame(
            [
                {
                    _("Wat het document zegt"): text,
                    _("Nagerekend?"): outcome,
                    _("Let op"): why,
                    _("Waar"): _where(documents, place=where),
                }
                for text, outcome, why, documents, where in statement_rows
            ]
        ),
        sources=_sources(document for _, _, _, documents, _ in statement_rows for document in documents),
        caveats=(caveat,),
        key="uit-documenten",
    )


def outcome_of(check: FigureCheck) -> str:
    """Outcome of a check in words; of one with nothing of ours to lay beside it, that it was not recomputed."""
    return _(NOT_RECOMPUTED) if check.verdict is Verdict.NOT_CHECKABLE else check.outcome


def _statement(row: dict[str, Any]) -> str:
    """The statement in words; an amount of money stands behind it."""
    text = _(str(row["text"]))
    if row["kind"] != "geld":
        return text
    amount, unit = notation.euro(float(str(row["value"]))), str(row["unit"])
    per = _("{amount} per jaar", amount=amount) if unit == PER_YEAR else f"{amount}{unit.removeprefix('euro')}"
    return f"{text}: {per} ({row['period']})."


def _documents(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(row["document"]).split("|"))


def _where(documents: Sequence[str], *, place: str) -> str:
    titles = notation.listing(
        [f"{DOCUMENTS[document].publisher}, {_(DOCUMENTS[document].date)}" for document in documents], last=N_("of")
    )
    return f"{titles}, {place}" if place else titles


def _sources(documents: Iterable[str]) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(
            owner=DOCUMENTS[document].publisher,
            table=DOCUMENTS[document].title,
            licence=_("cijfers overgenomen met bronvermelding"),
            date=_(DOCUMENTS[document].date),
        )
        for document in dict.fromkeys(documents)
    )
