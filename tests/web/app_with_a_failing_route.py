"""The app with routes more that fail: before anything is sent, for a program, half-way, and with the framework's own words."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from web.open_data.routes import ROUTES as OPEN_DATA
from web.sheets.routes import ROUTES as SHEETS

SECRET = "GM0758 in /home/somewhere"


def fails(_request: Request) -> Response:
    raise RuntimeError(SECRET)


def bare(_request: Request) -> Response:
    return PlainTextResponse("Bad Gateway", status_code=502)


def half_way(_request: Request) -> Response:
    def parts():
        yield b"een deel"
        raise RuntimeError(SECRET)

    return StreamingResponse(parts(), media_type="text/plain")


SHEETS[:0] = [
    Route("/gemeenteblad/kapot", fails),
    Route("/gemeenteblad/kapot.pdf", fails),
    Route("/kaal", bare),
    Route("/halverwege", half_way),
]
OPEN_DATA.insert(0, Route("/data/v1/kapot.csv", fails))

from app import app  # noqa: E402

__all__ = ["app"]
