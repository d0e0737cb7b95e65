"""Every figure of every page: what a reader saves in a browser says what the figure says.

One selection per page: that the buttons give the files of the figure above them. That files and table say the same for
every selection is proven on the page itself (tests/pages/test_files_of_every_figure.py).
"""

import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

import site_map
from tests.browser import taken_files
from tests.browser.taken_files import Taken
from tests.conftest import at_rest
from tests.pages.figures_of_pages import SELECTIONS, VERSION, expected_name

pytestmark = pytest.mark.browser

CASES = [pytest.param(path, *selections[0], id=path or "start") for path, selections in SELECTIONS.items()]
# a picture, a drawing and a zip take seconds of server each: once for a map and once for a chart
DRAWN = (("kaart", "kaart", "PV"), ("", "landelijk", None))
CARDS = 'document.querySelectorAll(\'.stMain [class*="st-key-figuur-"]:has([class*="st-key-uses-"])\')'
KEYS = f"() => [...{CARDS}].map(card => [...card.classList].find(c => c.startsWith('st-key-figuur-')).slice(14))"
# a reader clicks one after the other; all at once saves the page ten runs and ends the same
OPEN = f"""() => {{ for (const card of {CARDS}) {{
    card.closest('details:not([open])')?.querySelector('summary').click(); // a figure in a fold
    [...card.querySelectorAll('[role=tab]')].find(tab => tab.textContent === 'Tabel')?.click();
    card.querySelector('details:not([open]):has(table) > summary')?.click();  // a table in a fold of its card
    card.querySelector('[class*="st-key-uses-"] summary').click(); }} }}"""
TABLES = f"() => [...{CARDS}].every(card => card.querySelector('table tbody tr'))"
WHOLE = f"""() => {{ for (const card of {CARDS})
    [...card.querySelectorAll('label')].find(e => /Alle \\d+ rijen tonen/.test(e.textContent))?.querySelector('input').click(); }}"""
OPENED = f"""() => [...{CARDS}].every(card => card.querySelector('.stDownloadButton button') &&
    card.querySelectorAll('table tbody tr').length >= +(card.textContent.match(/Alle (\\d+) rijen tonen/)?.[1] ?? 1))"""
READ = """card => { const text = e => e.textContent.replaceAll('\\u00a0', ' ').trim(); const table = card.querySelector('table');
    return { title: text(card.querySelector('h2, h3, h4')), caption: text(table.caption), sources: [...card.querySelectorAll('.hg-source')].map(text).join(' '),
      visible: table.checkVisibility(), heads: [...table.tHead.rows[0].cells].map(text),
      rows: [...table.tBodies[0].rows].map(row => [...row.cells].map(text)) }; }"""


def taken(page, card, label: str) -> Taken:
    """What a click saves; a second click when the browser asked whether a page may save more than ten files."""
    button = card.get_by_role("button", name=label, exact=True)
    try:
        with page.expect_download(timeout=15_000) as waiting:
            button.click()
    except PlaywrightTimeoutError:
        with page.expect_download(timeout=60_000) as waiting:
            button.click()
    return Taken(waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes())


@pytest.fixture
def opened(page, visit, server):
    """A page with every table open in full and every row of uses open; yields its figures by key."""

    def _opened(path: str, choices: dict[str, str], figures: tuple[str, ...]):
        visit(page, f"{server}/{path}?{urlencode(choices)}")
        if path == "kaart":  # its list and its table stand on tabs of one card, its files beside it
            page.get_by_role("tab", name="Tabel").first.click()
            page.locator(".stMain table tbody tr").first.wait_for()
            at_rest(page)
            whole = page.locator(".stMain label", has_text=re.compile(r"Alle \d+ rijen tonen"))
            if whole.count():
                whole.first.click()
                at_rest(page)
            page.locator(".st-key-uses-kaart summary").click()
            page.locator(".st-key-uses-kaart .stDownloadButton button").first.wait_for()
            return {"kaart": page.locator(".stMain")}
        page.wait_for_function(f"wanted => {CARDS}.length >= wanted", arg=len(figures), timeout=30_000)
        assert sorted(page.evaluate(KEYS)) == sorted(figures)
        page.evaluate(OPEN)
        page.wait_for_function(TABLES, timeout=30_000)
        at_rest(page)  # the runs that the clicks asked for must be over before the next one
        page.evaluate(WHOLE)
        page.wait_for_function(OPENED, timeout=30_000)
        page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', timeout=30_000)
        return {key: page.locator(f".st-key-figuur-{key}") for key in figures}

    return _opened


@pytest.mark.parametrize(("path", "choices", "figures"), CASES)
def test_what_a_reader_saves_equals_the_figure(page, opened, path, choices, figures):
    wrong, names = [], []
    for key, card in opened(path, choices, figures).items():
        shown = card.evaluate(READ)
        content = json.loads((from_json := taken(page, card, "JSON")).body)
        from_csv, from_xlsx = taken(page, card, "CSV"), taken(page, card, "Excel (XLSX)")
        rows = content["rijen"]
        title, sheet = taken_files.from_xlsx(from_xlsx)
        assert shown["visible"], key
        assert shown["title"] == shown["caption"] == content["titel"] == title, key
        for source in content["bronnen"]:  # on the page an owner is named once for the lines that follow each other
            assert source.partition(", ")[2].lower() in shown["sources"].lower(), (key, source)
        assert content["gegevensversie"] == VERSION
        wrong += [f"{key}, CSV, {each}" for each in taken_files.same_rows(rows, taken_files.from_csv(from_csv))]
        wrong += [f"{key}, XLSX, {each}" for each in taken_files.same_rows(rows, sheet)]
        wrong += [f"{key}, {each}" for each in taken_files.differences(shown["heads"], shown["rows"], rows)]
        stems = {Path(one.name).stem for one in (from_json, from_csv, from_xlsx)}
        assert [Path(one.name).suffix for one in (from_json, from_csv, from_xlsx)] == [".json", ".csv", ".xlsx"]
        assert len(stems) == 1, key
        names.append(stems.pop())
        assert re.fullmatch(expected_name(rows), names[-1]), (key, names[-1], expected_name(rows))
    assert not wrong, "\n".join(wrong[:20])
    assert len(set(names)) == len(names), "two figures of one page would overwrite each other's files"


@pytest.mark.parametrize(("path", "key", "level"), DRAWN, ids=["map", "chart"])
def test_the_pictures_and_the_zip_of_a_figure_hold_the_same(page, opened, path, key, level):
    choices, figures = next(each for each in SELECTIONS[path] if each[0].get("niveau") == level)
    card = opened(path, choices, figures)[key]
    title, from_csv, svg = card.evaluate(READ)["title"], taken(page, card, "CSV"), taken(page, card, "SVG")
    png, everything = taken(page, card, "PNG"), taken(page, card, "Alles (zip)")
    assert f">{title}<" in svg.body.decode("utf-8")
    assert png.body.startswith(b"\x89PNG\r\n")
    with zipfile.ZipFile(io.BytesIO(everything.body)) as parts:
        assert {name.rsplit(".", 1)[1] for name in parts.namelist()} == {"csv", "xlsx", "json", "txt", "svg", "png"}
        assert [parts.read(one.name) for one in (from_csv, svg, png)] == [from_csv.body, svg.body, png.body]


def test_no_other_page_has_figures_to_take_along(page, visit, server):
    others = [one.path for one in site_map.PAGES if one.path not in SELECTIONS]
    assert len(others) == 6
    for path in others:
        visit(page, f"{server}/{path}")
        # the list of questions is words; tests/pages/test_gaps.py holds its files against the page
        assert page.evaluate(KEYS) == (["raadsvragen"] if path == "gatenkaart" else []), path
