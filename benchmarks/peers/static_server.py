"""Serves a folder of hand-made pages from memory: gzipped beforehand, hashed names cached for ever."""

import gzip
import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(os.environ["BENCH_PAGES"])
_TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json"}
_FILES = {path.name: (gzip.compress(path.read_bytes(), 9), _TYPES[path.suffix]) for path in FOLDER.iterdir()}


def answer(request: Request) -> Response:
    """One file."""
    name = request.path_params["name"]
    if name not in _FILES:
        return Response(status_code=404)
    body, media_type = _FILES[name]
    cache = "no-cache" if name.endswith(".html") else "public, max-age=31536000, immutable"
    return Response(body, media_type=media_type, headers={"content-encoding": "gzip", "cache-control": cache})


app = Starlette(routes=[Route("/{name}", answer)])
