"""What the first answer promises about the parts that come later."""

import re
import urllib.request

from web.patches import preload


def test_every_part_named_early_exists_and_is_kept_for_ever(server):
    for address in preload.addresses():
        with urllib.request.urlopen(server + address, timeout=30) as answer:
            assert answer.status == 200
            assert "immutable" in answer.headers["cache-control"]


def test_the_parts_of_the_map_come_early():
    names = {address.removeprefix("/static/js/").split(".")[0] for address in preload.addresses()}
    assert {"BidiComponent", "Selectbox", "Html"} <= names


def test_a_page_names_each_part_once(server):
    with urllib.request.urlopen(f"{server}/kaart", timeout=30) as answer:
        named = re.findall(r'rel="modulepreload"[^>]*href="([^"]+)"', answer.read().decode())
    assert set(preload.addresses()) <= set(named)
    assert len(named) == len(set(named))
