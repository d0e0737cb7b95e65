"""Security headers on every answer."""

from collections.abc import Iterable

_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors {frames}"
)
_NO_DEVICES = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


def security_headers(*, script_hashes: Iterable[str], embedded: bool, secure: bool) -> dict[str, str]:
    """The headers of one answer. Only an embedded page may be shown in a frame of another site."""
    scripts = " ".join(f"'{value}'" for value in script_hashes)
    headers = {
        "content-security-policy": _POLICY.format(scripts=scripts, frames="*" if embedded else "'none'"),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "permissions-policy": _NO_DEVICES,
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "cross-origin" if embedded else "same-origin",
    }
    if not embedded:
        headers["x-frame-options"] = "DENY"
    if secure:
        headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"
    return headers
