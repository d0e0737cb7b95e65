"""The connection to CBS: one session that is kept alive, with a budget of tries per table and plain words for failures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

import requests
from tenacity import RetryCallState, Retrying, retry_if_exception_type, wait_exponential_jitter

from data_sources.cbs.certificates import SystemTrust, bundle, untrusted
from data_sources.cbs.door import CbsRefusedError, CbsUnreachableError
from data_sources.cbs.service import Service

USER_AGENT = "huiselijk-geweld-in-beeld/1 (open data reader)"
RETRY_AFTER_LIMIT_S = 60.0
FIRST_CONTACT_ATTEMPTS = 8  # a host that never answered gets no more than these
_PASSING = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT}

Answer = Callable[[str, bytes], None]  # address asked, body


def _silent(_: str) -> None:
    """Hear nothing."""


class Connection(requests.Session):
    """Session that asks again what failed in passing: the one page that broke, never the pages before it.

    A table may cost ``service.attempts`` failed tries; every answer that comes in gives one back, so that a connection that
    drops one request in three still delivers a table of hundreds of pages, and a dead one is given up soon.
    ``waiting`` hears in Dutch what is waited for ('' when nothing is), ``keep`` gets every good answer.
    """

    def __init__(
        self, service: Service, *, waiting: Callable[[str], None] = _silent, keep: Answer | None = None
    ) -> None:
        """Open nothing yet; the first request connects."""
        super().__init__()
        self.service = service
        self.waiting = waiting
        self.keep = keep
        self.mount("https://", SystemTrust())
        self._left = self._full = service.attempts
        self._reached: set[str] = set()  # hosts that ever answered

    def begin(self, *, attempts: int | None = None) -> None:
        """Start on a table with a full budget."""
        self._left = self._full = attempts or self.service.attempts

    @contextmanager
    def single_try(self) -> Iterator[None]:
        """Ask things that can be missed, without spending the budget on them."""
        left, full = self._left, self._full
        self._left = self._full = 1
        try:
            yield
        finally:
            self._left, self._full = left, full

    def json(self, url: str, *, query: str = "") -> Any:  # noqa: ANN401 - whatever the service says
        """Answer at an address as parsed JSON; ``query`` is an OData query in plain text."""
        address = f"{url}?{quote(query, safe='$=&,')}" if query else url
        response = self.get(address)
        try:
            return response.json()
        except requests.exceptions.JSONDecodeError as error:
            msg = "het antwoord is onvolledig (geen hele JSON)"
            raise CbsUnreachableError(msg) from error

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:
        """Send until a good answer comes or the budget is spent; raises CbsError."""
        host = urlsplit(str(request.url)).netloc
        tries = Retrying(
            stop=lambda _: self._left <= 0,
            wait=self._wait,
            retry=retry_if_exception_type(CbsUnreachableError),
            before_sleep=self._announce,
            reraise=True,
        )
        response: requests.Response = tries(self._once, request, host)
        if self.keep is not None:
            self.keep(str(request.url), response.content)
        return response

    def _once(self, request: requests.PreparedRequest, host: str) -> requests.Response:
        if host not in self._reached:
            self._left = min(self._left, FIRST_CONTACT_ATTEMPTS)
        try:
            response = self._answer(request, host)
        except CbsUnreachableError:
            self._left -= 1
            raise
        self._reached.add(host)
        self._left = min(self._left + 1, self._full)
        self.waiting("")
        return response

    def _answer(self, request: requests.PreparedRequest, host: str) -> requests.Response:
        """One request; every way to fail becomes a CbsError."""
        request.headers.update({"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"})
        address = str(request.url)
        try:
            response = super().send(
                request,
                timeout=(self.service.connect_timeout_s, self.service.read_timeout_s),
                proxies=requests.utils.get_environ_proxies(address),
                verify=bundle(),
                allow_redirects=True,
            )
        except requests.exceptions.SSLError as error:
            raise untrusted(error, host=host) or CbsUnreachableError(_no_connection(address)) from error
        except requests.exceptions.ProxyError as error:
            # the address of a proxy can hold a password: it is not repeated
            msg = f"de proxy van dit netwerk geeft geen verbinding met {host}"
            raise CbsUnreachableError(msg) from error
        except requests.exceptions.ConnectTimeout as error:
            raise CbsUnreachableError(_no_connection(address)) from error
        except requests.Timeout as error:
            msg = f"geen antwoord binnen {self.service.read_timeout_s:g} seconden"
            raise CbsUnreachableError(msg) from error
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
            msg = "het antwoord brak halverwege af"
            raise CbsUnreachableError(msg) from error
        except requests.RequestException as error:
            raise CbsUnreachableError(_no_connection(address)) from error
        _check(response)
        return response

    def _wait(self, state: RetryCallState) -> float:
        """Seconds until the next try: growing with jitter, and at least what the service asks for."""
        service = self.service
        growing = wait_exponential_jitter(
            initial=service.first_wait_s, max=service.longest_wait_s, jitter=service.first_wait_s
        )
        error = state.outcome.exception() if state.outcome else None
        wanted = error.retry_after_s if isinstance(error, CbsUnreachableError) else 0.0
        return max(growing(state), min(wanted, RETRY_AFTER_LIMIT_S))

    def _announce(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        self.waiting(f"{error}; nieuwe poging over {state.upcoming_sleep:.0f} s, daarna nog {self._left - 1}")


def _no_connection(address: str) -> str:
    parts = urlsplit(address)
    return f"geen verbinding met {parts.scheme}://{parts.netloc}"


def _check(response: requests.Response) -> None:
    """Raise CbsError for a status that is no answer and for a body that is no whole JSON (or number)."""
    status = response.status_code
    if status == HTTPStatus.NOT_FOUND:
        msg = "de tabel of een deel ervan bestaat niet bij deze dienst (404)"
        raise CbsRefusedError(msg)
    if status == HTTPStatus.GONE:
        msg = "de tabel of deze hele dienst is opgeheven (410)"
        raise CbsRefusedError(msg)
    if status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        after = response.headers.get("Retry-After", "")
        seconds = float(after) if after.isdigit() else 0.0
        msg = f"de dienst kan nu geen antwoord geven ({status})"
        raise CbsUnreachableError(msg, retry_after_s=seconds)
    if status != HTTPStatus.OK:
        msg = f"de dienst weigert het verzoek ({status})"
        raise CbsRefusedError(msg)
    body = response.content.removeprefix(b"\xef\xbb\xbf").strip()
    if body.startswith(b"<"):
        msg = "het antwoord is een webpagina (HTML) en geen JSON"
        raise CbsRefusedError(msg)
    if not _whole(body):
        msg = "het antwoord is onvolledig (geen hele JSON)"
        raise CbsUnreachableError(msg)


def _whole(body: bytes) -> bool:
    """Whether a body is a number or a whole JSON object; parsed only when its braces are not in balance."""
    if body.isdigit() or (body.endswith(b"}") and body.count(b"{") == body.count(b"}")):
        return True
    try:
        json.loads(body)
    except ValueError:
        return False
    return True
