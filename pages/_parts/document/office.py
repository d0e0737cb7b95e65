"""The text of DOCX and ODT: zip files with XML, opened with limits, because a small zip can hold a very large file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from pages._parts.document import unreadable
from pages._parts.document.unreadable import UnreadableDocumentError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_UNPACKED = 20 * 1024 * 1024  # the text of 200 pages, with all its markup, is about a quarter of this
_MANIFEST = "META-INF/manifest.xml"
_MOST_FILES = 5_000
_MOST_RATIO = 300  # times as large when unpacked; XML of real documents stays under 100
_SMALL = 1024 * 1024
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_WORD}delText", f"{_WORD}instrText"}
)
_PARAGRAPHS = frozenset({f"{_WORD}p", f"{_TEXT}p", f"{_TEXT}h"})
_ROWS = frozenset({f"{_WORD}tr", f"{_TABLE}table-row"})
_CELLS = frozenset({f"{_WORD}tc", f"{_TABLE}table-cell"})
_MARKS = {
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_TEXT}tab": "\t",
    f"{_TEXT}line-break": "\n",
    f"{_TEXT}s": " ",
    f"{_WORD}noBreakHyphen": "-",
}


def text_of(data: bytes) -> str:
    """The text in the order of the document, a row of a table on a line; raises UnreadableDocumentError."""
    try:
        root = fromstring(_document(data))
    except UnreadableDocumentError:
        raise
    except RuntimeError as error:  # a member with a password
        raise UnreadableDocumentError(unreadable.LOCKED) from error
    except Exception as error:
        raise UnreadableDocumentError(unreadable.BROKEN) from error
    return "\n\n".join(line for line in _lines(root) if line.strip())


def _document(data: bytes) -> bytes:
    """The XML with the text of a DOCX or ODT."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        names = {each.filename for each in packed.infolist()}
        if len(names) > _MOST_FILES:
            raise UnreadableDocumentError(unreadable.BOMB)
        part = next((name for name in ("word/document.xml", "content.xml") if name in names), None)
        if part is None:
            raise UnreadableDocumentError(unreadable.WRONG_TYPE)
        if _MANIFEST in names and b"encryption-data" in _unpacked(packed, _MANIFEST):
            raise UnreadableDocumentError(unreadable.LOCKED)
        return _unpacked(packed, part)


def _unpacked(packed: zipfile.ZipFile, name: str) -> bytes:
    """One file of the zip; never more than the limit is unpacked, whatever the zip says of its size."""
    listed = packed.getinfo(name)
    if listed.file_size > _MOST_UNPACKED or (
        listed.file_size > _SMALL and listed.file_size > _MOST_RATIO * max(listed.compress_size, 1)
    ):
        raise UnreadableDocumentError(unreadable.BOMB)
    with packed.open(name) as member:
        data = member.read(_MOST_UNPACKED + 1)
    if len(data) > _MOST_UNPACKED:
        raise UnreadableDocumentError(unreadable.BOMB)
    return data


def _lines(element: Element) -> Iterator[str]:
    """Paragraphs and rows in order; without recursion deeper than the document's tables."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag in _ROWS:
            yield "\t".join(" ".join(_words(cell).split()) for cell in node.iter() if cell.tag in _CELLS)
        elif node.tag in _PARAGRAPHS:
            yield _words(node)
        else:
            stack.extend(reversed(node))


def _words(paragraph: Element) -> str:
    parts: list[str] = []
    stack: list[Element | str] = [paragraph]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag in _SKIPPED:
            continue
        parts.append(_MARKS.get(node.tag, ""))
        odf = node.tag.startswith(_TEXT)
        if node.text and (odf or node.tag == f"{_WORD}t"):
            parts.append(node.text)
        for child in reversed(node):
            if child.tail and child.tag.startswith((_TEXT, _OFFICE, "{urn:oasis")):
                stack.append(child.tail)
            stack.append(child)
    return "".join(parts)
