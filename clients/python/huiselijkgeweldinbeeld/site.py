"""The open data of a site: which indicators there are, and the figures of one of them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

import pandas as pd

from .typed import BREAK, PERIOD, PLACE, typed, with_parts

_SECONDS = 60
_AGENT = "huiselijkgeweldinbeeld-python/0.1"


class RefusedError(ValueError):
    """The site did not answer a question; the message has its words."""


@dataclass(frozen=True)
class Site:
    """A site at an address such as ``https://voorbeeld.nl``; raises ValueError for what is no address."""

    address: str

    def __post_init__(self) -> None:
        """Refuse what is no address of the web."""
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            msg = f"give the address of a site, such as https://voorbeeld.nl, not {self.address!r}"
            raise ValueError(msg)

    def tables(self) -> pd.DataFrame:
        """Every indicator by its name: title, unit, meaning (Dutch) and levels."""
        listed = json.loads(self._read("indicators.json"))["indicatoren"]
        heads = {"titel": "title", "eenheid": "unit", "betekenis": "meaning", "niveaus": "levels"}
        return pd.DataFrame(listed).set_index("id")[list(heads)].rename(columns=heads)

    def figures(self, indicator: str, **filters: str | Iterable[str]) -> pd.DataFrame:
        """Rows of an indicator in their types, in order of place and period.

        Filters are those of the site: ``gemeente``, ``regio``, ``niveau``, ``van``, ``tot``, ``versie``; several codes as a
        list. Raises RefusedError with the words of the site.
        """
        choices = {name: value if isinstance(value, str) else ",".join(value) for name, value in filters.items()}
        version = {name: value for name, value in choices.items() if name == "versie"}
        metadata: dict[str, Any] = json.loads(self._read(f"{quote(indicator)}.csv-metadata.json", version))
        body = self._read(f"{quote(indicator)}.csv", choices)
        texts = pd.read_csv(io.BytesIO(body), dtype="str", keep_default_na=False, na_values=[""])
        frame = typed(texts, metadata)
        if {PLACE, PERIOD, BREAK} <= set(frame):
            frame = with_parts(frame)
        frame.attrs = {
            "title": metadata["dc:title"],
            "caveats": metadata["dc:description"],
            "source": metadata.get("dc:source", ""),
            "version": metadata["dc:hasVersion"],
        }
        return frame

    def _read(self, file: str, choices: dict[str, str] | None = None) -> bytes:
        query = f"?{urlencode(choices, safe=',')}" if choices else ""
        address = f"{self.address.rstrip('/')}/data/v1/{file}{query}"
        request = Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 -- http or https: see above
        try:
            with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                body: bytes = answer.read()
        except HTTPError as error:
            raise RefusedError(_words(error)) from None
        return body


def row(frame: pd.DataFrame, *, code: str, period: str) -> pd.Series[Any]:
    """The row of a place in a period (``2023`` or ``2023-H1``); raises KeyError when there is none."""
    rows = frame[(frame[PLACE] == code) & (frame[PERIOD] == period)]
    if len(rows) != 1:
        msg = f"there is no row of {code} in {period}"
        raise KeyError(msg)
    return rows.iloc[0]


def _words(error: HTTPError) -> str:
    try:
        return str(json.loads(error.read())["error"])
    except (ValueError, KeyError, TypeError):
        return f"{error.url} answered {error.code}"
