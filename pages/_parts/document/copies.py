"""What a reader takes along from a checked text: a table, and the text with a mark at each figure."""

from __future__ import annotations

import csv
import html
from collections.abc import Sequence
from io import StringIO

from charts.palette import LIGHT
from geo import labels
from indicators.checks.verdict import Verdict
from indicators.document_check.check import CheckedSentence
from indicators.document_check.mentions import WORDS
from indicators.document_check.outcome import CheckOutcome

_HEADS = (
    "nummer", "zin", "cijfer", "wat", "plaats", "plaatscode", "periode", "uit een eerdere zin", "uitkomst", "waarom",
    "berekening", "bron", "wat ontbreekt",
)  # fmt: skip
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_LOOK = {Verdict.HOLDS: "klopt", Verdict.WITHIN: "klopt", Verdict.HALF_YEAR: "anders", Verdict.DIFFERS: "anders"}
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;white-space:pre-wrap}"
    "mark{padding:0 .15em;border-bottom:2px solid;color:inherit}"
    f".klopt{{background:{LIGHT.accent_wash}}}.anders{{background:{LIGHT.notice}}}.open{{background:{LIGHT.wash}}}"
    "small{font-weight:600}header{white-space:normal;border-bottom:1px solid;margin-bottom:1rem}"
)


def table(checked: Sequence[CheckedSentence]) -> bytes:
    """A row per figure as CSV for a spreadsheet with Dutch settings; no cell can be run as a formula."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADS)
    number = 0
    for part in checked:
        for outcome in part.outcomes:
            number += 1
            writer.writerow([number, *(_plain(cell) for cell in _row(part, outcome))])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _row(part: CheckedSentence, outcome: CheckOutcome) -> tuple[str, ...]:
    claim = outcome.claim
    return (
        " ".join(part.sentence.text.split()),
        claim.printed,
        WORDS.get(claim.measure, ""),
        labels.label(outcome.place) if outcome.place else claim.place_words,
        outcome.place,
        claim.when.key if claim.when else "",
        ", ".join(claim.from_context),
        str(outcome.verdict),
        outcome.why,
        " | ".join(outcome.steps),
        outcome.against,
        ", ".join(str(lack) for lack in outcome.missing),
    )


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUNS) else cell


def marked(text: str, checked: Sequence[CheckedSentence], *, stand: str) -> bytes:
    """The text as HTML with each figure marked, and its verdict behind it; everything from the text is escaped."""
    parts: list[str] = []
    position = 0
    for part in checked:
        for outcome in part.outcomes:
            number = outcome.claim.number
            start, end = part.sentence.start + number.start, part.sentence.start + number.end
            if start < position:
                continue
            look = _LOOK.get(outcome.verdict, "open")
            mark = f'<mark class="{look}" title="{html.escape(outcome.why, quote=True)}">{html.escape(text[start:end])}</mark>'
            parts.append(
                f"{html.escape(text[position:start])}{mark} <small>[{html.escape(str(outcome.verdict))}]</small>"
            )
            position = end
    parts.append(html.escape(text[position:]))
    head = f"Tekst met uitkomsten van de Cijfercheck van Huiselijk geweld in beeld, cijfers {html.escape(stand)}."
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Cijfercheck</title><style>{_STYLE}</style></head>'
        f"<body><header><p>{head} De uitkomst staat achter elk cijfer tussen haken.</p></header>{''.join(parts)}</body></html>"
    ).encode()
