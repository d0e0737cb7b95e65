"""Files of the map come from every worker, also from one that nobody has visited."""

import urllib.error
import urllib.request

import pytest

from pages._parts.figure import municipal_map

FILES = sorted(path.name for path in municipal_map.FOLDER.iterdir())


def get(url: str):
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


def test_a_worker_that_has_shown_no_page_yet_gives_the_files_of_the_map(fresh_server):
    for name in FILES:
        status, headers = get(f"{fresh_server}/_stcore/bidi-components/{municipal_map.NAME}/{name}")
        assert status == 200
        assert headers["content-type"].startswith({"js": "text/javascript", "css": "text/css"}[name.split(".")[-1]])
        assert "immutable" in headers["cache-control"]
        assert headers["content-encoding"] == "br"


@pytest.mark.parametrize("path", ["hgib.kaart/../../_frame.py", "hgib.kaart/index.00000000.js", "ander/index.js"])
def test_there_are_no_other_files_at_that_address(server, path):
    assert get(f"{server}/_stcore/bidi-components/{path}")[0] == 404
