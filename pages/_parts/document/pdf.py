"""The text of a PDF, page by page, with limits on pages and time; pypdf reads it in memory."""

from __future__ import annotations

import logging
import time
from io import BytesIO

from indicators.document_check.check import MOST_CHARACTERS
from pages._parts.document import unreadable
from pages._parts.document.unreadable import UnreadableDocumentError

_SECONDS = 20.0
_LETTERS_PER_PAGE = 10  # fewer on average: pictures of pages


def text_of(data: bytes) -> str:
    """The text of all pages; raises UnreadableDocumentError."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its remarks quote the file
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocumentError(unreadable.LOCKED)
        many = len(reader.pages)
    except UnreadableDocumentError:
        raise
    except Exception as error:  # noqa: BLE001 -- a broken file can break a reader of files in any way
        reason = (
            unreadable.LOCKED
            if type(error).__name__ in {"DependencyError", "FileNotDecryptedError"}
            else unreadable.BROKEN
        )
        raise UnreadableDocumentError(reason) from None
    if many > unreadable.MOST_PAGES:
        raise UnreadableDocumentError(unreadable.TOO_MANY_PAGES)
    if not many:
        raise UnreadableDocumentError(unreadable.EMPTY)
    text = _pages(reader)
    if sum(letter.isalnum() for letter in text) < _LETTERS_PER_PAGE * many:
        raise UnreadableDocumentError(unreadable.SCANNED)
    return text


def _pages(reader: object) -> str:
    until, parts, length = time.monotonic() + _SECONDS, [], 0
    try:
        for page in reader.pages:  # type: ignore[attr-defined]
            parts.append(page.extract_text())
            length += len(parts[-1])
            if length > MOST_CHARACTERS:
                break
            if time.monotonic() > until:
                raise UnreadableDocumentError(unreadable.TOO_SLOW)
    except UnreadableDocumentError:
        raise
    except Exception:  # noqa: BLE001 -- the same
        raise UnreadableDocumentError(unreadable.BROKEN) from None
    return "\n\n".join(parts)
