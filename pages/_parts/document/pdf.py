"""The text of a PDF, page by page, with limits on pages and time; pypdf reads it in memory."""

from __future__ import annotations

import logging
import time
from io import BytesIO
from typing import TYPE_CHECKING

from indicators.document_check.check import MOST_CHARACTERS
from pages._parts.document import unreadable
from pages._parts.document.unreadable import UnreadableDocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

_SECONDS = 20.0
_LETTERS_PER_PAGE = 10  # fewer on average: pictures of pages


def text_of(data: bytes) -> str:
    """The text of all pages; raises UnreadableDocumentError."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its remarks quote the file
    try:
        reader = _opened(data)
        many = len(reader.pages)
        text = _pages(reader) if 0 < many <= unreadable.MOST_PAGES else ""
    except UnreadableDocumentError:
        raise
    except Exception as error:  # noqa: BLE001 -- a broken file can break a reader of files in any way
        locked = type(error).__name__ in {"DependencyError", "FileNotDecryptedError"}
        raise UnreadableDocumentError(unreadable.LOCKED if locked else unreadable.BROKEN) from None
    if many > unreadable.MOST_PAGES:
        raise UnreadableDocumentError(unreadable.TOO_MANY_PAGES)
    if sum(letter.isalnum() for letter in text) < _LETTERS_PER_PAGE * many:
        raise UnreadableDocumentError(unreadable.SCANNED)
    return text


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocumentError(unreadable.LOCKED)
    return reader


def _pages(reader: PdfReader) -> str:
    parts: list[str] = []
    until, length = time.monotonic() + _SECONDS, 0
    for page in reader.pages:
        parts.append(page.extract_text())
        length += len(parts[-1])
        if length > MOST_CHARACTERS:
            break
        if time.monotonic() > until:
            raise UnreadableDocumentError(unreadable.TOO_SLOW)
    return "\n\n".join(parts)
