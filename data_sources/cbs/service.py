"""Addresses of the CBS service, with its timeouts and retries in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

PUBLIC = "https://opendata.cbs.nl"
PUBLIC_V4 = "https://datasets.cbs.nl"


@dataclass(frozen=True)
class Service:
    """Addresses of both OData versions, and the patience for them; times in seconds.

    ``connect_timeout_s`` counts per address of a host: an IPv6 address that swallows everything costs it once, because
    the connection that was made in the end is kept. ``attempts`` is the number of failed tries one table may cost.
    """

    url: str = PUBLIC
    url_v4: str = PUBLIC_V4
    connect_timeout_s: float = 5.0
    read_timeout_s: float = 90.0
    attempts: int = 30
    first_wait_s: float = 0.5
    longest_wait_s: float = 8.0

    @classmethod
    def at(cls, url: str = PUBLIC, **patience: float) -> Service:
        """Service at an http or https address that serves both versions; ValueError (Dutch) for anything else."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            msg = f"{url!r} is geen adres dat met http:// of https:// begint"
            raise ValueError(msg)
        address = f"{parts.scheme}://{(parts.netloc + parts.path).rstrip('/')}"
        return cls(
            url=address,
            url_v4=PUBLIC_V4 if address == PUBLIC else address,
            connect_timeout_s=patience.get("connect_timeout_s", cls.connect_timeout_s),
            read_timeout_s=patience.get("read_timeout_s", cls.read_timeout_s),
            attempts=int(patience.get("attempts", cls.attempts)),
            first_wait_s=patience.get("first_wait_s", cls.first_wait_s),
            longest_wait_s=patience.get("longest_wait_s", cls.longest_wait_s),
        )

    @property
    def https(self) -> bool:
        """Whether the first door is asked over TLS."""
        return self.url.startswith("https:")

    @property
    def host(self) -> str:
        """Address of the first door without its scheme, as cbsodata wants it."""
        return self.url.split("://", 1)[1]
