"""The only door to CBS: OData v3 through cbsodata, with codes and numbers as CBS stores them.

Why ``get_meta`` for everything, also for the data: in cbsodata 1.3.5 ``get_data`` has its ``typed`` flag inverted and puts
names in the place of codes; ``get_meta`` does neither, passes ``select``, ``filters``, ``timeout``, ``proxies`` and ``verify``
on, and follows ``odata.nextLink``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import cbsodata
import requests
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

Row = dict[str, Any]

PUBLIC = "https://opendata.cbs.nl"
RETRY_AFTER_LIMIT_S = 60.0
_PASSING = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT}


class CbsError(Exception):
    """CBS gave no usable answer; the Dutch message says what happened."""


class CbsUnreachableError(CbsError):
    """No connection, a time-out, an answer that broke off, or 'try later' (429, 5xx): worth another try."""

    def __init__(self, message: str, *, retry_after_s: float = 0.0) -> None:
        """Keep how long the service asked us to wait."""
        super().__init__(message)
        self.retry_after_s = retry_after_s


class CbsRefusedError(CbsError):
    """The service says no (404, 403, ...) or speaks something else than OData: another try does not help."""


@dataclass(frozen=True)
class Service:
    """Where CBS is asked, and how patiently."""

    host: str = "opendata.cbs.nl"
    https: bool = True
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 90.0
    attempts: int = 4
    first_wait_s: float = 1.0

    @classmethod
    def at(cls, url: str = PUBLIC, **patience: float) -> Service:
        """Service at an http or https address; raises ValueError (Dutch) for anything else."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            msg = f"{url!r} is geen adres dat met http:// of https:// begint"
            raise ValueError(msg)
        return cls(
            host=(parts.netloc + parts.path).rstrip("/"),
            https=parts.scheme == "https",
            connect_timeout_s=patience.get("connect_timeout_s", cls.connect_timeout_s),
            read_timeout_s=patience.get("read_timeout_s", cls.read_timeout_s),
            attempts=int(patience.get("attempts", cls.attempts)),
            first_wait_s=patience.get("first_wait_s", cls.first_wait_s),
        )

    @property
    def url(self) -> str:
        """Address for people and for the manifest."""
        return f"{'https' if self.https else 'http'}://{self.host}"


def fetch_info(table_id: str, *, service: Service) -> Row:
    """Return the one row of TableInfos (Title, Modified, ...); raises CbsError."""
    rows = _fetch(table_id, "TableInfos", service=service)
    if not rows:
        msg = "de tabel heeft geen beschrijving (TableInfos is leeg)"
        raise CbsRefusedError(msg)
    return rows[0]


def fetch_properties(table_id: str, *, service: Service) -> list[Row]:
    """Return DataProperties: one row per dimension, measure (Topic) and group of measures; raises CbsError."""
    return _fetch(table_id, "DataProperties", service=service)


def fetch_members(table_id: str, dimension_key: str, *, service: Service) -> list[Row]:
    """Return the members (Key, Title, ...) of one dimension; raises CbsError."""
    return _fetch(table_id, dimension_key, service=service)


def fetch_rows(
    table_id: str, *, service: Service, select: Sequence[str], where: Sequence[tuple[str, str]] = ()
) -> list[Row]:
    """Rows of TypedDataSet with these fields; ``where`` ((field, code), ...) keeps a table of 870,000 cells out of memory.

    Codes keep the padding CBS gives them; a cell without a figure is ``None``. Raises CbsError, also when a field
    that was asked for is not in the answer.
    """
    conditions = [f"{field} eq '{code.replace(chr(39), chr(39) * 2)}'" for field, code in where]
    filters = " and ".join(conditions) or None
    rows = _fetch(table_id, "TypedDataSet", service=service, select=",".join(select), filters=filters)
    if rows and (absent := [field for field in select if field not in rows[0]]):
        msg = f"het antwoord mist gevraagde velden: {', '.join(absent)}"
        raise CbsRefusedError(msg)
    return rows


def _fetch(table_id: str, entity: str, *, service: Service, **query: str | None) -> list[Row]:
    """Ask once or a few times; waits grow with jitter, and are at least what the service asks for."""
    jitter = wait_exponential_jitter(initial=service.first_wait_s, max=30, jitter=service.first_wait_s)

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after_s if isinstance(error, CbsUnreachableError) else 0.0
        return max(jitter(state), min(asked, RETRY_AFTER_LIMIT_S))

    tries = Retrying(
        stop=stop_after_attempt(service.attempts),
        wait=wait,
        retry=retry_if_exception_type(CbsUnreachableError),
        reraise=True,
    )
    return tries(_ask, table_id, entity, service, query)


def _ask(table_id: str, entity: str, service: Service, query: dict[str, str | None]) -> list[Row]:
    """One request with its following pages; every way to fail becomes a CbsError."""
    try:
        with _scheme(https=service.https):
            rows = cbsodata.get_meta(
                table_id,
                entity,
                catalog_url=service.host,
                timeout=(service.connect_timeout_s, service.read_timeout_s),
                # cbsodata hands a prepared request to its session, which then ignores the environment
                proxies=requests.utils.get_environ_proxies(service.url),
                verify=os.environ.get("REQUESTS_CA_BUNDLE") or True,
                **query,
            )
    except requests.HTTPError as error:
        raise _http_error(error) from error
    except requests.Timeout as error:
        msg = f"geen antwoord binnen {service.read_timeout_s:g} seconden"
        raise CbsUnreachableError(msg) from error
    except requests.exceptions.ChunkedEncodingError as error:
        msg = "het antwoord brak halverwege af"
        raise CbsUnreachableError(msg) from error
    except requests.RequestException as error:
        msg = f"geen verbinding met {service.url}"
        raise CbsUnreachableError(msg) from error
    except json.JSONDecodeError as error:
        if error.doc.lstrip()[:1] == "<":
            msg = "het antwoord is een webpagina (HTML) en geen JSON"
            raise CbsRefusedError(msg) from error
        msg = "het antwoord is onvolledig (geen hele JSON)"
        raise CbsUnreachableError(msg) from error
    except (KeyError, TypeError, AttributeError) as error:
        msg = "het antwoord is JSON, maar geen OData-lijst"
        raise CbsRefusedError(msg) from error
    if not all(isinstance(row, dict) for row in rows):
        msg = "het antwoord is JSON, maar geen OData-lijst"
        raise CbsRefusedError(msg)
    return list(rows)


def _http_error(error: requests.HTTPError) -> CbsError:
    """Translate a status; cbsodata raises a new error, so the response hangs on its cause."""
    response = getattr(error.__cause__, "response", None)
    status = HTTPStatus.INTERNAL_SERVER_ERROR if response is None else response.status_code
    if status == HTTPStatus.NOT_FOUND:
        return CbsRefusedError("de tabel of een deel ervan bestaat niet bij deze dienst (404)")
    if status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        asked = "" if response is None else response.headers.get("Retry-After", "")
        seconds = float(asked) if asked.isdigit() else 0.0
        return CbsUnreachableError(f"de dienst kan nu geen antwoord geven ({int(status)})", retry_after_s=seconds)
    return CbsRefusedError(f"de dienst weigert het verzoek ({int(status)})")


@contextmanager
def _scheme(*, https: bool) -> Iterator[None]:
    """Choose http or https; cbsodata keeps this as one switch for the whole process."""
    before = cbsodata.options.use_https
    cbsodata.options.use_https = https
    try:
        yield
    finally:
        cbsodata.options.use_https = before
