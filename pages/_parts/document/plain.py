"""Plain text: UTF-8, UTF-16 with its mark, or the letters of Windows."""

from __future__ import annotations

import codecs

from pages._parts.document import unreadable
from pages._parts.document.unreadable import UnreadableDocumentError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NO_LETTERS = frozenset(range(9)) | {11, 14, 15, *range(16, 27), 28, 29, 30, 31, 127}


def text_of(data: bytes) -> str:
    """The text; raises UnreadableDocumentError for what is no text in one of these."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if _NO_LETTERS & set(data[:65536]):
        raise UnreadableDocumentError(unreadable.WRONG_LETTERS)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError(unreadable.WRONG_LETTERS) from error
