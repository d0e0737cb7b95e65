"""The text of a file that a reader brings: PDF, DOCX, ODT or TXT. Everything happens in memory; nothing is written."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from indicators.document_check.check import MOST_CHARACTERS
from pages._parts.document import office, pdf, plain, unreadable
from pages._parts.document.unreadable import UnreadableDocumentError

ENDINGS = ("pdf", "docx", "odt", "txt")
"""Kinds of files that are read."""

_OLE = b"\xd0\xcf\x11\xe0"  # old Office files, and new ones with a password
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n\s*(?=[a-zà-ÿ])")  # at the end of a line


def text_of(data: bytes, *, name: str) -> str:
    """The text of a file by its content, its name only as a check; raises UnreadableDocumentError in Dutch."""
    if not data.strip():
        raise UnreadableDocumentError(unreadable.EMPTY)
    if len(data) > unreadable.MOST_BYTES:
        raise UnreadableDocumentError(unreadable.TOO_LARGE)
    text = cleaned(_read(data, ending=PurePath(name).suffix.lower().removeprefix(".")))
    if not text.strip():
        raise UnreadableDocumentError(unreadable.EMPTY)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDocumentError(unreadable.TOO_MANY_PAGES)
    return text


def cleaned(text: str) -> str:
    """A text without marks that only break words: soft hyphens, and hyphens at the end of a line."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n"))
    return _BROKEN_WORD.sub("", text).replace("\u00ad", "").replace("\u200b", "")


def _read(data: bytes, *, ending: str) -> str:
    if ending not in {*ENDINGS, "doc", "text", "md"}:
        raise UnreadableDocumentError(unreadable.WRONG_TYPE)
    if b"%PDF-" in data[:1024]:
        return pdf.text_of(data)
    if data.startswith(_OLE):
        raise UnreadableDocumentError(unreadable.OLD_WORD if ending == "doc" else unreadable.LOCKED)
    if data.startswith(b"PK"):
        return office.text_of(data)
    if ending in {"pdf", "docx", "odt", "doc"}:
        raise UnreadableDocumentError(unreadable.BROKEN if ending != "doc" else unreadable.WRONG_TYPE)
    return plain.text_of(data)
