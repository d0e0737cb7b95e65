"""Cijfercheck van uw document in a real browser: paste, file, keyboard, files to take along; nothing written or logged."""

import os
import re

import pytest
import requests
from playwright.sync_api import expect

from tests.conftest import at_rest, free_port, running, uvicorn_command
from tests.pages.document import made_files

SECRET = "Zonnebloemlaan"
TEXT = (
    f"{SECRET} 12. In Breda waren er in 2018 1.842 meldingen bij Veilig Thuis. In Assen waren er in 2023 370 meldingen."
)
ANSWER = ".hg-answer"


@pytest.fixture(scope="module")
def traced(tmp_path_factory):
    """Address of a server that notes every write and log record in the file beside it."""
    folder = tmp_path_factory.mktemp("traced")
    trace, port = folder / "trace.txt", free_port()
    command = [part.replace("app:app", "tests.web.app_with_a_trace:app") for part in uvicorn_command(port)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACE_FILE", str(trace))
        with running(command, port=port, log=folder / "log.txt") as address:
            yield address, trace, folder / "log.txt"


RUN = "() => document.querySelector('[data-hg-run]')?.dataset.hgRun"


def check(page):
    run = page.evaluate(RUN)
    page.get_by_role("button", name="Controleer de cijfers").click()
    page.wait_for_function("run => document.querySelector('[data-hg-run]')?.dataset.hgRun !== run", arg=run)
    page.wait_for_selector(f"{ANSWER}, .stAlert")
    at_rest(page)


def open_page(page, visit, address):
    visit(page, f"{address}/cijfercheck")
    at_rest(page)


def send(page, name, data):
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.wait_for_selector("[data-testid=stFileUploaderFile], [data-testid=stFileChip]", timeout=30_000)
    at_rest(page)


def test_a_pasted_text_is_checked_and_never_in_an_address(page, visit, server):
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    open_page(page, visit, server)
    page.get_by_label("Plak hier uw tekst").fill(TEXT)
    check(page)
    words = page.locator(".stMain").inner_text()
    assert "2 cijfers over Veilig Thuis" in words
    assert "wijkt af" in words
    assert page.url.endswith("/cijfercheck")
    assert not [address for address in addresses if "Zonnebloem" in address or "1.842" in address]


def test_a_file_is_read_in_memory_and_nothing_is_written_or_logged(page, visit, traced):
    address, trace, log = traced
    open_page(page, visit, address)
    before = len(trace.read_text().splitlines())
    filler = "".join(f"Bladzijde {number} over iets anders. " for number in range(60_000))
    for name, data in (
        ("geheim-stuk.pdf", made_files.pdf_of(TEXT)),
        ("geheim-stuk.docx", made_files.docx_of(TEXT)),
        (
            "geheim-stuk.txt",
            f"{TEXT}\n\n{filler[:1_400_000]}".encode(),
        ),  # more than Starlette keeps in memory by itself
        ("geheim-stuk.txt", b"\x89PNG\0\0 Zonnebloemlaan"),
        ("geheim-dicht.pdf", made_files.locked_pdf()),
        ("geheim-kapot.pdf", made_files.pdf_of(TEXT)[:500]),
    ):
        send(page, name, data)
        check(page)
        assert page.locator("[data-testid=stFileUploaderFile], [data-testid=stFileChip]").count() == 0, (
            "the field is empty again"
        )
    page.get_by_label("Plak hier uw tekst").fill(TEXT)
    check(page)
    with page.expect_download() as table:
        page.get_by_role("button", name="Uitkomsten als tabel (CSV)").click()
    assert "1.842" in table.value.path().read_text("utf-8-sig")
    with page.expect_download() as copy:
        page.get_by_role("button", name="Uw tekst met uitkomsten (HTML)").click()
    assert SECRET in copy.value.path().read_text("utf-8")
    lines = trace.read_text().splitlines()[before:]
    written = [
        line for line in lines if line.startswith("write") and "/dev/null" not in line and "__pycache__" not in line
    ]
    assert not written
    everything = "\n".join(lines) + log.read_text(errors="replace")
    for word in (SECRET, "geheim", " meldingen"):
        assert word not in everything
    assert not re.search(r"(?<![\d:.,-])(?:1\.842|370)(?!\d)", everything)  # times and ports have such digits too


def test_the_trace_sees_a_write(tmp_path):
    """The trace can fail: what the same hook notes in another process that does write."""
    import subprocess
    import sys

    trace = tmp_path / "trace.txt"
    code = "import tests.web.app_with_a_trace, tempfile; tempfile.NamedTemporaryFile().write(b'x')"
    environment = {**os.environ, "TRACE_FILE": str(trace)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=120)
    assert re.search(r"^write ", trace.read_text(), flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("dicht.pdf", made_files.locked_pdf, "wachtwoord"),
        ("scan.pdf", lambda: made_files.blank_pdf(2), "alleen plaatjes"),
        ("bom.docx", made_files.bomb, "veel te groot"),
        ("leeg.txt", lambda: b" ", "leeg"),
    ],
)
def test_a_bad_file_gets_its_dutch_sentence(page, visit, server, name, make, words):
    open_page(page, visit, server)
    send(page, name, make())
    check(page)
    expect(page.locator(".stAlert")).to_contain_text(words, use_inner_text=True)


def test_another_kind_of_file_and_a_large_one_are_refused_in_dutch(page, visit, server):
    open_page(page, visit, server)
    for name, data, words in (
        ("plaatje.png", b"png", "Dit soort bestand kunnen we niet lezen."),
        ("groot.txt", b"a" * (10 * 1024 * 1024 + 1), "groter dan 10"),
    ):
        page.set_input_files("input[type=file]", {"name": name, "mimeType": "image/png", "buffer": data})
        page.wait_for_function(
            "words => document.querySelector('.stFileUploader').textContent.includes(words)", arg=words
        )
    assert "Error" not in page.locator(".stFileUploader").text_content()


def test_an_upload_needs_the_token_and_the_page_that_asks(page, visit, server):
    sent = []
    page.on("request", lambda request: sent.append(request) if "upload_file" in request.url else None)
    open_page(page, visit, server)
    send(page, "stuk.txt", TEXT.encode())
    address = next(request.url for request in sent if request.method == "PUT")
    assert requests.put(address, files={"file": ("a.txt", b"x")}, timeout=30).status_code == 403, "without the token"
    page.get_by_role("link", name="Kaart", exact=True).first.click()
    page.wait_for_selector(".stMain svg.hgk-map", timeout=60_000)
    at_rest(page)
    assert requests.put(address, files={"file": ("a.txt", b"x")}, timeout=30).status_code == 405, (
        "the page does not ask any more"
    )


def test_the_whole_check_works_with_the_keyboard(page, visit, server):
    open_page(page, visit, server)
    page.get_by_label("Plak hier uw tekst").focus()
    page.keyboard.type("In Breda waren er in 2018 1.942 meldingen.")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("Controleer"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(ANSWER)
    at_rest(page)
    page.locator(".hg-checks summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hg-checks details[open] li").first).to_be_visible()


def test_on_a_phone_the_answer_comes_first_and_the_page_is_short(page, visit, server):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, visit, server)
    height = page.evaluate("document.querySelector('.stMain .block-container, .stMainBlockContainer').scrollHeight")
    assert height <= 5 * 844
    page.get_by_role("button", name="Probeer een voorbeeld").click()
    page.wait_for_selector(ANSWER)
    at_rest(page)
    assert page.locator(ANSWER).bounding_box()["y"] < page.get_by_label("Plak hier uw tekst").bounding_box()["y"]
    height = page.evaluate("document.querySelector('.stMain .block-container, .stMainBlockContainer').scrollHeight")
    assert height <= 5 * 844
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
