"""The exported site: every link leads to a file, nothing is asked of another site, and the figures are those of the edition."""

import hashlib
import html
import json
import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from data_sources import snapshots, versions
from data_sources.manifest import write_version
from data_sources.observation_schema import observations
from data_sources.period import Period
from editions.edition import Edition, current_edition
from editions.place_answer import place_answer
from editions.table_rows import table_rows
from site_map import PAGES
from tests.web.export.conftest import PLACES, SITE, run_export
from web.export import addresses
from web.export.plan import Plan

pytestmark = pytest.mark.slow

EDITION = current_edition()
NAMES_THE_VERSION = ("gemeenteblad/", "en/gemeenteblad/", "bronnen/", "downloads/")
_PAGES_OF_WEST_BRABANT = ("gemeente/GM0758/", "gemeente/VT21/", "kaart/indicator/wb-", "west-brabant/")
SHOWS_WEST_BRABANT = (*_PAGES_OF_WEST_BRABANT, *(f"en/{path}" for path in _PAGES_OF_WEST_BRABANT))
_ASKED = {"img": ("src", "srcset"), "source": ("srcset",), "script": ("src", "data-points", "data-index", "data-answers", "data-map", "data-boot"), "form": ("action",), "link": ("href",), "div": ("data-figures",)}  # fmt: skip


class Links(HTMLParser):
    """Addresses of a page: those that a reader can follow, and those that a browser asks for by itself."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.followed: list[str] = []
        self.asked: list[str] = []
        self.ids: set[str] = set()
        self.inline: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what leads somewhere."""
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if tag == "a" and "href" in given:
            self.followed.append(given["href"])
        if tag == "link" and (given.get("rel") == "canonical" or "hreflang" in given):
            return
        self.asked += [given[name] for name in _ASKED.get(tag, ()) if given.get(name)]
        self.inline += [name for name in given if name.startswith("on")]
        self.inline += ["script"] if tag == "script" and "src" not in given else []


def pages_of(folder: Path) -> dict[str, str]:
    """Text of every page by its address."""
    return {
        "/" + str(path.relative_to(folder)).removesuffix("index.html"): path.read_text()
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def pages(exported) -> dict[str, str]:
    return pages_of(exported)


def test_every_link_leads_to_a_file_and_to_a_part_that_is_there(exported, pages):
    links_of = {address: Links(page) for address, page in pages.items()}
    broken = []
    for here, links in links_of.items():
        for link in (*links.followed, *links.asked):
            if link.startswith(("data:", "tel:", "mailto:")) or not urlsplit(
                urljoin(f"{SITE}{here}", link)
            ).netloc.endswith("cijfers.example"):
                continue
            there = urlsplit(urljoin(f"{SITE}{here}", link))
            file = exported / addresses.file_path(unquote(there.path))
            part = unquote(there.fragment)
            if not file.is_file() or (part and part not in links_of[there.path].ids):
                broken.append((here, link))
    assert broken == []


def test_a_page_asks_nothing_of_another_site_and_holds_no_script(pages):
    for here, page in pages.items():
        links = Links(page)
        assert [each for each in links.asked if not each.startswith(("/", "data:image/"))] == [], here
        assert links.inline == [], here


def test_what_style_and_scripts_name_is_there(exported):
    for path in (*exported.rglob("*.css"), *exported.rglob("*.js")):
        for name in re.findall(r"url\(([^)\"']+)\)", path.read_text()):
            if not name.startswith(("data:", "#", "$")):
                assert (exported / urljoin(f"/{path.relative_to(exported)}", name).lstrip("/")).is_file(), (
                    path.name,
                    name,
                )


def test_there_is_a_page_for_each_place_and_period_with_a_figure_and_for_each_page_of_the_menu(pages):
    plan = Plan(EDITION, only=PLACES)
    for code, periods in plan.places.items():
        assert f"/gemeente/{code}/" in pages
        assert all(f"/gemeente/{code}/{period.key}/" in pages for period in periods[1:])
    for page in PAGES:
        assert (addresses.file_address(addresses.view(page.address)) in pages) == addresses.is_page(page.address)
    assert {f"/gemeenteblad/{slug}/" for slug in plan.sheets} <= set(pages)


def words_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page))).replace("\u00a0", " ")


def test_the_answer_about_each_place_and_period_is_that_of_the_edition(pages):
    compared = 0
    for code, periods in Plan(EDITION, only=PLACES).places.items():
        for period in periods:
            answer = place_answer(EDITION, code, period=period)
            if answer is None:
                continue
            own = f"/gemeente/{code}/" if period == periods[0] else f"/gemeente/{code}/{period.key}/"
            words = words_of(pages[own])
            for part in answer.how_many:
                assert part.replace("\u00a0", " ") in words, (own, part)
                compared += 1
    assert compared > 10


def test_the_tables_of_the_open_data_are_whole(exported):
    rows = (exported / "data" / "v1" / "meldingen.csv").read_text().splitlines()
    assert len(rows) == len(table_rows(EDITION, "meldingen")) + 1
    assert json.loads((exported / "data" / "v1" / "meldingen.json").read_text())["gegevensversie"] == EDITION.version


def test_the_manifest_names_every_file_with_its_content(exported):
    manifest = json.loads((exported / "manifest.json").read_text())
    there = {str(path.relative_to(exported)) for path in exported.rglob("*") if path.is_file()} - {"manifest.json"}
    assert there == set(manifest["bestanden"])
    for path, of in manifest["bestanden"].items():
        content = (exported / path).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (of["sha256"], of["size"])
    assert manifest["gegevensversie"] == EDITION.version


def test_one_table_after_another_shows_all_its_rows_without_script(pages):
    for here, page in pages.items():
        assert "data-drawing" not in page, here
        assert "rijen tonen" not in page, here


def test_hosts_get_a_policy_without_inline_scripts_a_sitemap_and_a_page_for_wrong_addresses(exported, pages):
    policy = re.search(r"content-security-policy: (.*)", (exported / "_headers").read_text())[1]
    assert re.search(r"script-src 'self'\s*;", policy)
    assert policy in (exported / "nginx.conf").read_text()
    sitemap = (exported / "sitemap.xml").read_text()
    listed = re.findall(rf"<loc>{SITE}(.*?)</loc>", sitemap)
    assert "/gemeente/GM0758/" in listed
    assert all((exported / addresses.file_path(address)).is_file() for address in listed)
    assert f"Sitemap: {SITE}/sitemap.xml" in (exported / "robots.txt").read_text()
    assert "Deze pagina bestaat niet" in pages["/404.html"]


def test_each_page_names_its_own_address_and_one_heading(pages):
    for here, page in pages.items():
        assert len(re.findall(r"<h1\b", page)) == 1, here
        if 'name="robots"' not in page and here != "/404.html":
            assert f'<link rel="canonical" href="{SITE}{here}"' in page, here


def with_one_cell_changed(folder: Path, *, table: str, code: str) -> Edition:
    """A data folder with the embedded figures, and the cells of one table and place doubled."""
    before = EDITION.observations
    texts = before.select_dtypes("category").columns
    rows = before.astype(dict.fromkeys(texts, "str")).drop(columns="level")
    rows.loc[(rows["table"] == table) & (rows["region"] == code), "value"] *= 2
    target = folder / "versions" / "2099-01-01T000000Z"
    created = EDITION.snapshot.manifest.created
    write_version(target, observations=observations(rows), version=target.name, created=created)
    with versions.locked(folder):
        versions.choose(folder, target.name)
    return Edition(snapshots.load(folder), published=target.name)


def test_one_changed_table_changes_the_files_that_show_it_and_no_other(exported, tmp_path):
    """All pages are made again, so the files that stayed also say that the same figures give the same files."""
    answer = place_answer(EDITION, "GM0758", period=Plan(EDITION, only=PLACES).places["GM0758"][0])
    changed = with_one_cell_changed(tmp_path / "data", table=answer.spec.numerator[0].table, code="GM0758")
    now = place_answer(changed, "GM0758", period=answer.period)
    out = tmp_path / "site"
    shutil.copytree(exported, out, copy_function=os.link)
    run_export(out, data=tmp_path / "data")

    before, after = inodes(exported), inodes(out)
    written = {path for path in before if before[path] != after.get(path)}
    assert {"gemeente/GM0758/index.html", "gemeenteblad/breda/index.html", "gemeenteblad/breda.pdf"} <= written
    shown = words_of((out / "gemeente/GM0758/index.html").read_text())
    assert now.how_many != answer.how_many
    assert all(part.replace("\u00a0", " ") in shown for part in now.how_many)
    pages_written = {path for path in written if path.endswith(".html") and not path.startswith(NAMES_THE_VERSION)}
    assert [path for path in sorted(pages_written) if not path.startswith(SHOWS_WEST_BRABANT)] == []
    assert len({path for path in before if path.endswith(".html")} - written) > 50


def inodes(folder: Path) -> dict[str, int]:
    """Inode of every file by its path: a file that was written again has another one."""
    return {str(path.relative_to(folder)): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_half_years_are_pages_too():
    assert (
        addresses.file_address(
            addresses.view("/gemeente", {"gemeente": "NL01", "periode": Period.from_key("2023-H1").key})
        )
        == "/gemeente/NL01/2023-H1/"
    )


def test_pages_in_two_languages_name_each_other(pages):
    linked = {
        here: dict(re.findall(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)"', page))
        for here, page in pages.items()
    }
    assert {"/", "/en/", "/gemeenteblad/breda/", "/en/gemeenteblad/breda/"} <= {
        here for here, others in linked.items() if others
    }
    for here, others in linked.items():
        for address in others.values():
            assert linked[address.removeprefix(SITE)] == others, here
        assert not others or f"{SITE}{here}" in others.values()
