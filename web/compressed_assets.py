"""Static files, compressed once and kept: Streamlit serves its own bundles uncompressed (4.6 MB for one chart).

Files are found in the folders that Streamlit itself would serve and in the shell. Files of a component are among
them, because Streamlit knows a component only after its page has run: a reader who comes over from a worker that died
would find no map on one that has just started. Brotli at level 9 takes 0.2 s per MB, in a thread and only once per
file; the result stays in memory (about 2 MB for the pages of this site).
"""

import gzip
import hashlib
import mimetypes
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope
from streamlit import file_util

from web import shell_assets

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
COMPONENTS = "/_stcore/bidi-components/"  # where the browser asks for files of a component
_HASHED_NAME = re.compile(r"[.-][0-9A-Za-z_-]{8}\.[a-z0-9]+$")
# Streamlit fetches all 4,000 icons (375 kB) on every first visit; its own parts use 90 of them (10 kB)
_ICON_FONT = re.compile(r"^/static/media/MaterialSymbols-Rounded\.[0-9A-Za-z_-]{8}\.woff2$")
_COMPRESSIBLE = frozenset(
    {".js", ".css", ".json", ".svg", ".html", ".txt", ".xml", ".csv", ".map", ".wasm", ".geojson"}
)
_SMALLEST = 500
_FOUND = 200
_PACK = (
    sys.executable,
    "-c",
    "import os, sys, brotli; os.nice(10); sys.stdout.buffer.write(brotli.compress(sys.stdin.buffer.read(), quality=9))",
)
_FIRST_PARTS = ("Html", "BidiComponent")


@dataclass(frozen=True)
class Stored:
    """One file in one encoding, ready to send."""

    body: bytes
    encoding: str | None
    etag: str


class CompressedAssets:
    """Answers requests for static files below these folders and the shell."""

    def __init__(self, *, app_static: Path, components: Mapping[str, Path]) -> None:
        """Keep `app_static`, the folder behind `/app/static/`, and the folder of each component by its full name."""
        self._folders = {
            "/app/static/": app_static.resolve(),
            "/static/": Path(file_util.get_static_dir(), "static"),
            **{f"{COMPONENTS}{name}/": folder.resolve() for name, folder in components.items()},
        }
        self._stored: dict[tuple[Path, int, str | None], Stored] = {}

    def find(self, path: str) -> Path | None:
        """The file behind a request path, or None; never a file outside the folders."""
        if _ICON_FONT.match(path):
            return shell_assets.FOLDER / "icons.woff2"
        shell_file = shell_assets.by_address().get(path)
        if shell_file is not None:
            return shell_file
        for prefix, folder in self._folders.items():
            if path.startswith(prefix):
                file = (folder / path.removeprefix(prefix)).resolve()
                return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
        return None

    def compress_first_view(self, page: str) -> None:
        """Compress what every first visit fetches: the files a page names, and the parts that draw maps and charts."""
        named = re.findall(r'="(/(?:static|huisstijl|_stcore/bidi-components)/[^"]+)"', page)
        static = self._folders["/static/"]
        parts = [f"/static/js/{file.name}" for name in _FIRST_PARTS for file in sorted(static.glob(f"js/{name}.*.js"))]
        for path in (*named, *parts):
            file = self.find(path)
            if file is not None and file.suffix in _COMPRESSIBLE:
                self._stored.setdefault(_key(file, "br"), encode(file.read_bytes(), encoding="br", pack=_packed_aside))

    async def answer(self, path: str, *, scope: Scope) -> Response | None:
        """The answer to a request for a file, or None when there is no such file."""
        if "\0" in path:
            return None
        file = self.find(path)
        if file is None:
            return None
        headers = Headers(scope=scope)
        encoding = preferred_encoding(headers.get("accept-encoding", "")) if file.suffix in _COMPRESSIBLE else None
        stored = await run_in_threadpool(self.stored, file, encoding=encoding)
        cache = FOR_EVER if _HASHED_NAME.search(path) else ASK_AGAIN
        return sent(stored, request_headers=headers, media_type=media_type(file), cache=cache)

    def stored(self, file: Path, *, encoding: str | None) -> Stored:
        """The file in an encoding; compressed at the first call. A changed file is read again."""
        key = _key(file, encoding)
        stored = self._stored.get(key)
        if stored is None:  # no lock: two first readers may compress the same file twice, nobody waits for another file
            stored = encode(file.read_bytes(), encoding=encoding)
            self._stored[key] = stored
        return stored


def _key(file: Path, encoding: str | None) -> tuple[Path, int, str | None]:
    return file, file.stat().st_mtime_ns, encoding


def _packed(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=9)
    return packed


def _packed_aside(body: bytes) -> bytes:
    """The same in another process: at the start some 8 MB of what it takes would stay with this one."""
    try:
        done = subprocess.run(_PACK, input=body, capture_output=True, check=True)  # noqa: S603 -- our own command
    except (OSError, subprocess.SubprocessError):
        return _packed(body)
    return done.stdout


def encode(body: bytes, *, encoding: str | None, pack: Callable[[bytes], bytes] = _packed) -> Stored:
    """A body in `br` (made by ``pack``), `gzip` or as it is; small bodies are left as they are."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}{"-" + encoding if encoding else ""}"'
    if encoding is None or len(body) < _SMALLEST:
        return Stored(body, None, etag)
    packed = pack(body) if encoding == "br" else gzip.compress(body, 6, mtime=0)
    return Stored(packed, encoding, etag)


def sent(
    stored: Stored, *, request_headers: Headers, media_type: str, cache: str = ASK_AGAIN, status: int = 200
) -> Response:
    """The answer with a body, or 304 without it when the reader has it already."""
    headers = {"cache-control": cache, "etag": stored.etag, "vary": "Accept-Encoding"}
    if status == _FOUND and stored.etag in request_headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if stored.encoding:
        headers["content-encoding"] = stored.encoding
    return Response(stored.body, status_code=status, headers=headers, media_type=media_type)


def preferred_encoding(accepted: str) -> str | None:
    """The best encoding that a browser accepts: brotli, then gzip, then none."""
    names = {
        part.split(";")[0].strip() for part in accepted.lower().split(",") if not re.search(r";\s*q=0(\.0+)?\s*$", part)
    }
    return "br" if "br" in names else "gzip" if "gzip" in names else None


def media_type(file: Path) -> str:
    """The media type of a file by its name; text types carry their character set."""
    known = {".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
    guess = known.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{guess}; charset=utf-8" if guess.startswith("text/") or guess.endswith(("json", "xml")) else guess
