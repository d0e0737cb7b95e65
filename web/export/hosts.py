"""What file hosts need beside the pages: addresses for search engines, headers, and a piece of nginx."""

from __future__ import annotations

from collections.abc import Iterable

from site_map import DATA
from web import sitemap
from web.export.addresses import pages_with_files
from web.headers import security_headers

_LONG = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300"
_HASHED = ("/bestanden/*", "/app/static/*")  # their names change with their content
_OPEN = {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
_NGINX = """\
# The site of files, for nginx. In the server block: set `root` to the folder of the export and include this file.
error_page 404 /404.html;
charset utf-8;
charset_types text/css text/csv application/javascript application/json;
{headers}
add_header Cache-Control "{short}" always;
location / {{
    try_files $uri $uri/index.html =404;
}}
# an address of the app that has a file
location = /gemeente {{
    if ($arg_gemeente ~ "^[A-Z]{{2}}[0-9]{{2,4}}$") {{ return 302 /gemeente/$arg_gemeente/; }}
    return 301 /gemeente/;
}}
location ~ ^/(bestanden|app/static)/ {{
{inner}
    add_header Cache-Control "{long}" always;
}}
location {data}/ {{
    types {{ text/csv csv; application/json json; application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx; }}
    add_header Access-Control-Allow-Origin "*" always;
    add_header Cross-Origin-Resource-Policy cross-origin always;
    add_header X-Content-Type-Options nosniff always;
}}
"""
_NGINX_WITH_APP = """\
# The site of files before the app, at one address: set `root` to the folder of the export and include this file in the
# server block of the app, before its own locations. An address that ends in a slash is a file; all others are the app's.
location = / {{
{inner}
    add_header Cache-Control "{short}" always;
    try_files /index.html =404;
}}
location ~ ^/({folders})/(.+/)?$ {{
{inner}
    add_header Cache-Control "{short}" always;
    try_files ${{uri}}index.html =404;
}}
location ~ ^/(en/)?gemeenteblad/[^/]+/[0-9]+[.]pdf$ {{
{inner}
    add_header Cache-Control "{short}" always;
    try_files $uri =404;
}}
location ^~ /bestanden/ {{
{inner}
    add_header Cache-Control "{long}" always;
    try_files $uri =404;
}}
"""


def host_files(addresses: Iterable[str], *, url: str) -> dict[str, bytes]:
    """The files by address; ``addresses`` are those of the pages and sheets, ``url`` that of the site, '' when it is not known."""
    secure = url.startswith("https://") or not url
    security = security_headers(script_hashes=(), embedded=False, secure=secure)
    robots = "User-agent: *\nAllow: /\n" + (f"Sitemap: {url}/sitemap.xml\n" if url else "")
    files = {
        "/robots.txt": robots,
        "/_headers": _headers(security),
        "/nginx.conf": _nginx(_NGINX, security),
        "/nginx-app.conf": _nginx(_NGINX_WITH_APP, security),
    }
    if url:
        files["/sitemap.xml"] = sitemap.sitemap(sorted(addresses), site=url)
    return {address: content.encode() for address, content in files.items()}


def _headers(security: dict[str, str]) -> str:
    """Headers per address, in the form that hosts of files read from ``_headers``."""
    blocks = [
        ("/*", {**security, "cache-control": _SHORT}),
        *((path, {"cache-control": _LONG}) for path in _HASHED),
        (f"{DATA}/*", _OPEN),
    ]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items()) for path, values in blocks
    )


def _nginx(template: str, security: dict[str, str]) -> str:
    headers = "\n".join(f'add_header {name.title()} "{value}" always;' for name, value in security.items())
    inner = "\n".join(
        f"    {line}" for line in headers.splitlines()
    )  # a block with headers of its own forgets the others
    folders = "|".join([*(path.strip("/") for path in pages_with_files() if path != "/"), "gemeenteblad", "zoek", "en"])
    return template.format(headers=headers, inner=inner, long=_LONG, short=_SHORT, folders=folders, data=DATA)
