"""Which certificates are trusted: those of the system, those that come with certifi, and a file of your own."""

from __future__ import annotations

import os
import re
import ssl
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from data_sources.cbs.door import CbsCertificateError

VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")  # the first that is set counts
_REASON = re.compile(r"certificate verify failed: ([^(]+)")


class SystemTrust(HTTPAdapter):
    """Adapter that starts from the certificates of the system (SSL_CERT_FILE, SSL_CERT_DIR); requests adds its own."""

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:  # noqa: ANN401, FBT001, FBT002 - as in requests
        """Make direct connections with the certificates of the system."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=ssl.create_default_context(), **options)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:  # noqa: ANN401 - as in requests
        """Make connections through a proxy with the certificates of the system."""
        return super().proxy_manager_for(proxy, ssl_context=ssl.create_default_context(), **options)


def bundle() -> str | bool:
    """Path of the file with certificates that the environment names, True for none; raises CbsCertificateError."""
    for variable in VARIABLES:
        if path := os.environ.get(variable, "").strip():
            if not Path(path).exists():
                msg = f"het bestand met certificaten dat in {variable} staat, bestaat niet: {path}"
                raise CbsCertificateError(msg)
            return path
    return True


def untrusted(error: requests.exceptions.SSLError, *, host: str) -> CbsCertificateError | None:
    """The same failure with what to do about it; None when TLS failed for another reason."""
    text = str(error)
    if "CERTIFICATE_VERIFY_FAILED" not in text:
        return None
    reason = _REASON.search(text)
    return CbsCertificateError(
        f"het certificaat van {host} wordt niet vertrouwd ({reason[1].strip() if reason else 'onbekende reden'}). Staat er een "
        "proxy of virusscanner tussen, zet dan het pad van het certificaat van uw organisatie in SSL_CERT_FILE. Zo niet, "
        "kijk dan of de klok van deze computer goed staat, of probeer het later"
    )
