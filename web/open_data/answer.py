"""One way to answer every request for data: kept, compressed, with ETag, Last-Modified, caching and CORS."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from web.compressed_assets import preferred_encoding
from web.open_data.answer_cache import AnswerCache, Body
from web.open_data.refusal import RefusedError

# Readers may keep a file five minutes without asking: a refresh is a matter of days.
CACHE_CONTROL = "public, max-age=300"
OPEN = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Last-Modified, Content-Disposition, Link",
    "cross-origin-resource-policy": "cross-origin",
}


def respond(
    request: Request,
    cache: AnswerCache,
    *,
    key: Hashable,
    modified: datetime,
    make: Callable[[], Body],
    links: str = "",
) -> Response:
    """Answer with the body of a key, or 304 when the reader has it already; ``links`` is a Link header (RFC 8288)."""
    encoding = preferred_encoding(request.headers.get("accept-encoding", ""))
    body, stored = cache.get(key, encoding=encoding, make=make)
    headers = {
        **OPEN,
        "cache-control": CACHE_CONTROL,
        "etag": stored.etag,
        "last-modified": format_datetime(modified.astimezone(UTC), usegmt=True),
        "vary": "Accept-Encoding",
        **({"link": links} if links else {}),
    }
    if _has_it(request, etag=stored.etag, modified=modified):
        return Response(status_code=304, headers=headers)
    if stored.encoding:
        headers["content-encoding"] = stored.encoding
    if body.file_name:
        headers["content-disposition"] = f'inline; filename="{body.file_name}"'
    return Response(stored.body, media_type=body.media_type, headers=headers)


def respond_in_pieces(
    request: Request,
    pieces: Iterator[bytes],
    *,
    key: Hashable,
    modified: datetime,
    media_type: str,
    file_name: str,
    links: str = "",
) -> Response:
    """Answer with a body too large to keep, sent while it is made; or 304 when the reader has it already.

    The ETag is weak: it names the version and the question, not the bytes.
    """
    etag = f'W/"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}"'
    headers = {
        **OPEN,
        "cache-control": CACHE_CONTROL,
        "etag": etag,
        "last-modified": format_datetime(modified.astimezone(UTC), usegmt=True),
        "vary": "Accept-Encoding",
        **({"link": links} if links else {}),
    }
    if _has_it(request, etag=etag.removeprefix("W/"), modified=modified):
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = f'attachment; filename="{file_name}"'
    if re.search(r"\bgzip\b", request.headers.get("accept-encoding", "")):
        headers["content-encoding"] = "gzip"
        pieces = _gzipped(pieces)
    return StreamingResponse(pieces, media_type=media_type, headers=headers)


def _gzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(level=1, wbits=zlib.MAX_WBITS | 16)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def refused(refusal: RefusedError) -> Response:
    """Answer that says in Dutch and English why there is no file."""
    return JSONResponse(refusal.content, status_code=refusal.status, headers=OPEN | {"cache-control": "no-store"})


def _has_it(request: Request, *, etag: str, modified: datetime) -> bool:
    """Whether the copy of the reader is still good; an ETag decides, a date only without one (RFC 9110, 13.2.2)."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags.strip() == "*" or etag in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    since = request.headers.get("if-modified-since", "")
    try:
        return bool(since) and parsedate_to_datetime(since).astimezone(UTC) >= modified.replace(microsecond=0)
    except (ValueError, OverflowError):
        return False
