"""What the server answers before any script runs: language, titles, headers, files, routes."""

import gzip
import re
import urllib.error
import urllib.request

import brotli
import pytest
from streamlit import config, file_util

import site_map
from web import index_page

ADDRESSES = [page.address for page in site_map.PAGES if page.path]


def get(url: str, **headers: str):
    """Status, headers and body, also of an error."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_first_answer_is_dutch_and_its_title_does_not_tell_the_subject(server, address):
    status, headers, body = get(server + address)
    html = body.decode()
    assert status == 200
    assert '<html lang="nl"' in html
    head = html[: html.index("<body>")]
    assert re.search(r"<title>Cijfers per gemeente - [^<]+</title>", head)
    # what a browser shows and keeps; a preview of a link and what search engines read do name it
    shown = re.sub(
        r'<meta property="og:[^>]*>|<script type="application/ld\+json">.*?</script>', "", head, flags=re.DOTALL
    )
    assert not re.search("geweld|huiselijk|streamlit</title>", shown, re.IGNORECASE)
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("address", ADDRESSES)
def test_help_and_exit_are_plain_html_in_the_first_answer(server, address):
    html = get(server + address)[2].decode()
    shell = html[html.index("<header") : html.index("</header>")]
    assert html.index("<header") < html.index('id="root"')
    links = re.findall(r'<a [^>]*href="([^"]+)"', shell)
    assert links[0] == "#root"
    assert links[1].startswith("https://www.knmi.nl")
    assert {"tel:08002000", "tel:112"} <= set(links)
    if 'class="hg-first"' not in html:  # the first screen of a page works without script
        noscript = html[html.index("<noscript>") :]
        assert "0800-2000" in noscript
        assert "tel:112" in noscript


def test_only_pages_that_exist_are_in_the_menu(server):
    html = get(server + ADDRESSES[0])[2].decode()
    menu = html[html.index("<nav") : html.index("</nav>")]
    in_menu = [page.address for page in site_map.PAGES if page.in_menu]
    assert re.findall(r'href="([^"]+)"', menu) == [*in_menu, f"/en{ADDRESSES[0]}"]
    assert f'href="{ADDRESSES[0]}" aria-current="page"' in menu


@pytest.mark.parametrize(
    "path", [ADDRESSES[0], "/bestaat-niet", "/robots.txt", "/_stcore/health", "/static/css/nee.css", "/media/nee.png"]
)
def test_every_answer_carries_the_security_headers(server, path):
    _status, headers, _body = get(server + path)
    policy = headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "set-cookie" not in headers or "xsrf" in headers["set-cookie"]


@pytest.mark.parametrize(
    ("address", "scripts"), [("/", 2), ("/kaart", 2), ("/ontwikkeling?gemeente=GM9999", 1), ("/kaart?embed=true", 1)]
)
def test_the_inline_scripts_of_a_page_are_those_the_policy_allows(server, address, scripts):
    _status, headers, body = get(server + address)
    hashes = index_page.inline_script_hashes(body.decode())
    assert len(hashes) == scripts
    allowed = re.findall(r"'(sha256-[^']+)'", headers["content-security-policy"])
    assert set(hashes) <= set(allowed)
    assert len(allowed) == 3, "of every page, of a page with a first screen, of the map"


def test_only_an_embedded_page_may_stand_in_another_site_and_it_has_no_shell(server):
    _status, headers, body = get(f"{server}{ADDRESSES[0]}?embed=true")
    assert "frame-ancestors *" in headers["content-security-policy"]
    assert "x-frame-options" not in headers
    assert "<header" not in body.decode()


@pytest.mark.parametrize(
    "path", ["/bestaat-niet", "/kaart/onzin", "/_stcore/metrics", "/_stcore/agent/openapi.json", "/app.py"]
)
def test_an_unknown_address_is_a_dutch_404_with_help(server, path):
    status, _headers, body = get(server + path)
    html = body.decode()
    assert status == 404
    assert "Deze pagina bestaat niet" in html
    assert "0800-2000" in html
    assert 'lang="nl"' in html


@pytest.mark.parametrize(
    "path", ["/static/../index.html", "/static/%2e%2e/%2e%2e/config.py", "/app/static/..%2f_frame.py"]
)
def test_no_file_outside_the_static_folders_is_served(server, path):
    assert get(server + path)[0] in {400, 404}


def test_an_address_with_a_slash_at_the_end_leads_to_the_page(server):
    assert get(f"{server}{ADDRESSES[0]}/?jaar=2023")[0] == 200


def bundle() -> str:
    """The address of Streamlit's main script."""
    return re.search(r"/static/js/index\.[^\"]+\.js", index_page.installed().replace("./", "/"))[0]


def test_bundles_are_compressed_kept_for_ever_and_unchanged_inside(server):
    whole = open(file_util.get_static_dir() + bundle(), "rb").read()  # noqa: SIM115, PTH123
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        _status, headers, body = get(server + bundle(), accept_encoding=encoding)
        assert headers["content-encoding"] == encoding
        assert headers["vary"] == "Accept-Encoding"
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
        assert len(body) < len(whole) / 2
        assert unpack(body) == whole
        assert get(server + bundle(), accept_encoding=encoding, if_none_match=headers["etag"])[0] == 304
    assert get(server + bundle())[2] == whole


def test_the_icon_font_is_small(server):
    html_css = re.search(r"/static/css/[^\"]+", index_page.installed().replace("./", "/"))[0]
    css = get(server + html_css)[2].decode()
    font = re.search(r"\.\./(media/MaterialSymbols[^)]+woff2)", css)[1]
    assert len(get(f"{server}/static/{font}")[2]) < 20_000


def test_a_file_whose_name_has_no_hash_is_asked_again(server):
    headers = get(f"{server}/app/static/boundaries/index.json")[1]
    if "etag" in headers:
        assert headers["cache-control"] == "no-cache"


def test_search_engines_watchers_and_finders_of_leaks_have_their_addresses(server):
    assert b"Sitemap: " in get(f"{server}/robots.txt")[2]
    sitemap = get(f"{server}/sitemap.xml")[2].decode()
    assert all(f"{server}{address}</loc>" in sitemap for address in ADDRESSES)
    assert get(f"{server}/gezond")[2].startswith(b'{"status":"ok"')
    security = get(f"{server}/.well-known/security.txt")[2].decode()
    assert "Contact:" in security
    assert "Expires:" in security


def test_a_page_cannot_be_written_to(server):
    request = urllib.request.Request(server + ADDRESSES[0], data=b"x", method="POST")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request, timeout=30)
    assert error.value.code == 405


def test_the_settings_that_keep_the_app_quick_private_and_quiet_still_exist():
    for name, value in {
        "runner.postScriptGC": False,
        "runner.magicEnabled": False,
        "global.minCachedMessageSize": 400,
        "browser.gatherUsageStats": False,
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "server.enableStaticServing": True,
        "server.enableXsrfProtection": True,
        "server.enableAgentApi": False,
        "logger.enableRich": False,
    }.items():
        assert config.get_option(name) == value, name


def test_a_changed_index_page_of_streamlit_stops_the_start(monkeypatch):
    monkeypatch.setattr(index_page, "installed", lambda: "<html lang='en'></html>")
    with pytest.raises(index_page.ChangedIndexPageError):
        index_page.page_html(site_map.PAGES, path=site_map.PAGES[0].path, embedded=False)
