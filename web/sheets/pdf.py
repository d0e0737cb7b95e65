"""The sheet as tagged PDF (PDF/UA-1): typst refuses to write one that a screen reader could not follow."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from charts.files.png import fonts
from charts.files.provenance import SITE
from charts.palette import LIGHT
from charts.sheet.picture import Picture
from indicators.sentences import WHY_HIGHER_TITLE
from indicators.sentences.why_higher import CLOSING
from language import _, current
from web.sheets import page
from web.sheets.facts import Sheet
from web.sheets.glossary import of_a_sheet
from web.sheets.lines import Row

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_one_at_a_time = Lock()  # the compiler keeps what it made and is not for two threads


@lru_cache(maxsize=1)
def _compiler() -> Any:  # noqa: ANN401 -- typst ships no types
    import typst

    return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts())


def pdf(sheet: Sheet, *, address: str, moment: datetime) -> bytes:
    """PDF of a sheet, one A4, with language, title, tags and alternative texts; the same sheet gives the same bytes.

    ``address`` is the whole address of the sheet, which it prints.
    """
    data = json.dumps(_data(sheet, address=address), ensure_ascii=False)
    with _one_at_a_time:
        written: bytes = _compiler().compile(
            format="pdf", pdf_standards=["ua-1"], timestamp=int(moment.timestamp()), sys_inputs={"data": data}
        )
    return written


def fingerprint(sheet: Sheet, *, address: str, moment: datetime) -> str:
    """A code for everything a PDF is made from: with the same code it has the same bytes."""
    content = json.dumps([_data(sheet, address=address), int(moment.timestamp())], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(_TEMPLATE.read_bytes() + content.encode()).hexdigest()


def _data(sheet: Sheet, *, address: str) -> dict[str, Any]:
    return {
        "language": str(current()),
        "title": sheet.title,
        "help": (
            _("Hulp nodig?"),
            f"{_('Bel Veilig Thuis:')} 0800-2000{_(', gratis, dag en nacht. Direct gevaar:')} 112.",
        ),
        "heads": (_("cijfer"), _("band"), _("let op")),
        "reading": _("Zo leest u deze cijfers"),
        "glossary": " ".join(f"{word}: {meaning}" for word, meaning in of_a_sheet()),
        "site": SITE,
        "colours": {name: getattr(LIGHT, name) for name in ("ink", "soft_ink", "line", "accent")},
        "big": sheet.big,
        "unit": sheet.unit,
        "situation": sheet.situation,
        "comparison": sheet.comparison,
        "trend": sheet.trend,
        "map": None if sheet.map is None else _picture(sheet.map, sheet.map_title),
        "line": None if sheet.line is None else _picture(sheet.line, sheet.line_title),
        "nearest": sheet.nearest,
        "tables": [
            {"caption": caption, "head": head, "rows": [_cells(row) for row in rows]}
            for caption, head, rows in page.tables(sheet)
        ],
        "ended": sheet.ended,
        "question_title": sheet.question_title if sheet.questions else _("Vragen aan de wethouder"),
        "elsewhere": "" if sheet.questions else _("Die staan op de bladen van {council}.", council=sheet.council),
        "questions": sheet.questions,
        "without": sheet.without,
        "why": _(WHY_HIGHER_TITLE),
        "reasons": sheet.reasons,
        "closing": _(CLOSING),
        "caveats": sheet.caveats,
        "source": sheet.foot,
        "address": address,
    }


def _picture(drawn: Picture, finding: str) -> dict[str, Any]:
    """A picture with its finding as title and its label under it, or the label alone.

    Its words are set by typst: each SVG with words would bring the letters of its typeface along.
    """
    caption = f"{finding}. {drawn.caption}" if finding else drawn.caption
    labels = [asdict(label) for label in drawn.labels]
    return {**asdict(drawn), "caption": caption, "svg": drawn.wordless, "labels": labels}


def _cells(row: Row) -> list[str]:
    return [row.what, row.value, row.band, row.remark]
