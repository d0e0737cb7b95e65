"""The smallest page behind a policy that forbids inline scripts, eval and blob: scripts."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit as st

INDEX = Path(st.__file__).parent / "static" / "index.html"
_INLINE = re.findall(r"<script>(.*?)</script>", INDEX.read_text(), re.DOTALL)
_HASHES = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in _INLINE)
POLICY = (
    f"default-src 'self'; script-src 'self' {_HASHES}; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' ws:; font-src 'self' data:; img-src 'self' data:"
)


class Policy:
    """Adds the header to every answer."""

    def __init__(self, app) -> None:
        self.app = app

    async def __call__(self, scope, receive, send) -> None:
        async def with_policy(message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], (b"content-security-policy", POLICY.encode())]}
            await send(message)

        await self.app(scope, receive, with_policy if scope["type"] == "http" else send)


app = Policy(st.App(str(Path(__file__).parent / "app.py")))
