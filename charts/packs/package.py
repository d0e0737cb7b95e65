"""The zip that an office file is: parts replaced, added or left out, and the same bytes for the same content."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from charts.files.provenance import SITE
from charts.packs.typeface import LANGUAGE, Untyped

_NO_DATE = (1980, 1, 1, 0, 0, 0)
_THUMBNAIL = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")


def rewritten(
    content: bytes,
    *,
    changed: Mapping[str, Callable[[bytes], bytes]] | None = None,
    added: Mapping[str, bytes] | None = None,
) -> bytes:
    """The same package with some parts changed or added, no picture of its template, and no times of writing."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            if name.startswith("docProps/thumbnail"):
                continue
            body = source.read(name)
            if name == "_rels/.rels":
                body = _THUMBNAIL.sub(b"", body)
            change = (changed or {}).get(name)
            package.writestr(ZipInfo(name, _NO_DATE), change(body) if change else body, ZIP_DEFLATED)
        for name, body in (added or {}).items():
            package.writestr(ZipInfo(name, _NO_DATE), body, ZIP_DEFLATED)
    return target.getvalue()


def set_properties(properties: Untyped, *, title: str, created: datetime) -> None:
    """Title, author, language and moment of a document."""
    properties.title, properties.author, properties.last_modified_by = title, SITE, SITE
    properties.language, properties.comments, properties.subject = LANGUAGE, "", "Raadspakket"
    properties.keywords, properties.revision = "", 1
    properties.created = properties.modified = created.replace(tzinfo=None)
