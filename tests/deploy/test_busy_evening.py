"""A worker dies, the figures change and the software is replaced, while readers are busy."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from benchmarks import made_up
from pages._parts.figure import municipal_map
from tests.deploy.busy_readers import READERS, busy, none_lost_the_choice, rates
from tests.deploy.conftest import heading

pytestmark = pytest.mark.deploy
MAP = "/kaart?indicator=meldingen&periode=2025-H2"
FILES_OF_MAP = f"/_stcore/bidi-components/{municipal_map.NAME}"
BETWEEN = 100  # every rate of the first version lies below, every rate of the second above


def kill(site, name: str) -> None:
    os.killpg(site.workers[name].process.pid, signal.SIGKILL)
    site.workers[name].process.wait(timeout=20)


def restart(site, name: str) -> None:
    """Start a worker again; it answers when this returns."""
    site.workers[name].process.wait(timeout=20)
    site.workers[name].__enter__()


def test_a_reader_sees_a_complete_map_and_can_choose(site, page: Page):
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(site.address + MAP)
    expect(page.locator("svg.hgk-map[data-ready=true]")).to_be_visible(timeout=30_000)
    assert page.locator(".hgk-places path[class^=k]").count() == 342
    page.locator('path[data-code="GM0344"]').first.click(force=True)
    expect(heading(page, "Utrecht")).to_be_visible(timeout=20_000)
    assert "gemeente=GM0344" in page.url
    assert errors == []


@pytest.mark.parametrize("moment", ["at rest", "while the map is loading"])
def test_a_browser_whose_worker_dies_shows_the_same_place_again(site, page: Page, moment):
    page.goto(f"{site.address}{MAP}&gemeente=GM0344")
    expect(heading(page, "Utrecht")).to_be_visible(timeout=30_000)
    if moment == "at rest":
        expect(page.locator("svg.hgk-map[data-ready=true]")).to_be_visible(timeout=30_000)
    name = next(one["value"] for one in page.context.cookies() if one["name"] == "werker")
    try:
        with page.expect_websocket(timeout=60_000):  # the browser finds out and comes back by itself
            kill(site, name)
        is_at_rest(page)
        expect(heading(page, "Utrecht")).to_be_visible()
        expect(page.locator("svg.hgk-map[data-ready=true]")).to_be_visible(timeout=30_000)
        page.locator('path[data-code="GM0363"]').first.click(force=True)
        expect(heading(page, "Amsterdam")).to_be_visible(timeout=20_000)
        assert "gemeente=GM0363" in page.url
    finally:
        restart(site, name)


def test_a_part_that_failed_while_the_line_was_broken_is_drawn_when_it_is_whole(site, page: Page):
    """Streamlit puts such a part in the page as an English error with a stack, and leaves it there."""
    page.goto(f"{site.address}{MAP}&gemeente=GM0344")
    expect(heading(page, "Utrecht")).to_be_visible(timeout=30_000)
    is_at_rest(page)
    page.locator(".stMain").evaluate("""main => {
        main.append(document.createElement('pre'));
        main.lastChild.dataset.testid = 'stErrorElementStack';
    }""")
    name = next(one["value"] for one in page.context.cookies() if one["name"] == "werker")
    try:
        with page.expect_event("load", timeout=60_000):
            kill(site, name)
        expect(page.locator("svg.hgk-map[data-ready=true]")).to_be_visible(timeout=30_000)
        expect(page.locator("[data-testid=stErrorElementStack]")).to_have_count(0)
        expect(heading(page, "Utrecht")).to_be_visible()
    finally:
        restart(site, name)


def test_what_a_reader_chooses_while_the_worker_is_gone_is_shown_by_the_other(site, page: Page):
    page.goto(f"{site.address}{MAP}&gemeente=GM0344")
    expect(page.locator("svg.hgk-map[data-ready=true]")).to_be_visible(timeout=30_000)
    is_at_rest(page)
    name = next(one["value"] for one in page.context.cookies() if one["name"] == "werker")
    try:
        kill(site, name)
        page.locator('path[data-code="GM0363"]').first.click(force=True)
        expect(heading(page, "Amsterdam")).to_be_visible(timeout=60_000)
    finally:
        restart(site, name)


def test_when_a_worker_dies_under_load_no_reader_loses_the_choice(site):
    def die() -> None:
        kill(site, "a")
        time.sleep(4)
        restart(site, "a")

    people = busy(site, die)
    assert sum(person.returned for person in people) >= READERS // 2, "the dead worker had half of the readers"
    none_lost_the_choice(people)


def test_when_the_figures_change_under_load_no_page_mixes_two_versions(site):
    people = busy(site, lambda: made_up.write(site.data, version="2099-02-01T000000Z", times=10))
    maps: dict[str, set[str]] = {"old": set(), "new": set()}
    for person in people:
        ages = []
        for page in person.pages:
            seen = rates(page.text)
            assert len(seen) >= 4, "the rate twice, the country twice"
            assert max(seen) < BETWEEN or min(seen) > BETWEEN, f"one page shows {sorted(seen)}"
            ages.append("old" if max(seen) < BETWEEN else "new")
            assert len(page.shown) == 1, "the map and the rows beside it show the same figures"
            maps[ages[-1]] |= page.shown
        assert ages == sorted(ages, reverse=True), "nobody goes back to older figures"
        assert ages[0] == "old"
        assert ages[-1] == "new", "this reader never got the new figures"
    assert len(maps["old"]) == len(maps["new"]) == 1
    assert maps["old"] != maps["new"], "the map changed together with the table"
    none_lost_the_choice(people)


def next_release(site) -> str:
    """Another version of the software in a folder of its own, with a script of another name; returns that name."""
    folder = site.link.with_name("beeld-2")
    shutil.copytree(site.link.resolve(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    project = folder / "pyproject.toml"
    project.write_text(re.sub(r'^version = ".*"', 'version = "99.0"', project.read_text("utf-8"), flags=re.MULTILINE))
    with (folder / "charts" / "map" / "script" / "index.js").open("a", encoding="utf-8") as script:
        script.write("// the next release\n")
    subprocess.run([sys.executable, "-m", "charts.map.publish"], cwd=folder, check=True)
    return next((folder / "charts" / "map" / "component" / "built").glob("index.*.js")).name


def switch(site) -> None:
    """Point the link at the next release, in one step."""
    new = site.link.with_name("new")
    new.symlink_to(site.link.with_name("beeld-2"))
    new.rename(site.link)


def software(worker) -> str:
    with urllib.request.urlopen(worker.address + "/gezond", timeout=30) as answer:
        return json.load(answer)["software"]["app"]


def test_an_upgrade_of_both_workers_and_nginx_is_not_noticed(site, page: Page):
    wrong: list[tuple[str, int]] = []
    old_script = next(municipal_map.FOLDER.glob("index.*.js")).name
    new_script = next_release(site)
    page.goto(f"{site.address}{MAP}&gemeente=GM0344")
    expect(heading(page, "Utrecht")).to_be_visible(timeout=30_000)
    is_at_rest(page)

    def upgrade() -> None:
        switch(site)
        for name in ("a", "b"):
            site.workers[name].process.send_signal(signal.SIGTERM)
            restart(site, name)
        site.front.process.send_signal(signal.SIGHUP)

    async def look(until: asyncio.Event) -> None:
        while not until.is_set():
            for address in (MAP, "/gezond", "/", f"{FILES_OF_MAP}/{old_script}"):
                for worker in ("a", "b"):
                    answer = await asyncio.to_thread(status, site.address + address, werker=worker)
                    if answer != 200:
                        wrong.append((address, answer))
            await asyncio.sleep(0.4)  # well below the limit of pages per address

    async def visitors() -> None:
        until = asyncio.Event()
        looking = asyncio.create_task(look(until))
        await asyncio.to_thread(upgrade)
        until.set()
        await looking

    people = busy(site, lambda: asyncio.run(visitors()))
    assert wrong == []
    assert [software(worker) for worker in site.workers.values()] == ["99.0", "99.0"]
    assert sum(person.returned for person in people) >= READERS, "every worker went away once"
    none_lost_the_choice(people)
    assert status(f"{site.address}{FILES_OF_MAP}/{new_script}", werker="a") == 200
    is_at_rest(page)
    page.locator('path[data-code="GM0363"]').first.click(force=True)
    expect(heading(page, "Amsterdam")).to_be_visible(timeout=30_000)


def is_at_rest(page: Page) -> None:
    app = page.locator(".stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    expect(page.locator(".hg-first")).to_have_count(0, timeout=30_000)  # the app has taken over the first map


def status(address: str, *, werker: str) -> int:
    """What a visitor without a browser gets; 0 when the line broke."""
    try:
        request = urllib.request.Request(address, headers={"Cookie": f"werker={werker}"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
