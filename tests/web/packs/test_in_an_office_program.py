"""LibreOffice opens every pack: two pages, five slides, nothing cut off below."""

import shutil
import subprocess

import pypdf
import pytest
import requests

from benchmarks import made_up
from data_sources.level import Level
from geo import registry

pytestmark = pytest.mark.slow

PACKS = [
    *(f"{registry.slug(code)}" for code in ("NL01", "LD04", "PV30", "VT15", "VT20", "GM0758", "GM0363", "GM0855", "GM0457")),
    "vergelijking?gemeente=GM0363&vergelijk=provincie",
    "vergelijking?gemeente=GM0758&met=GM0826,GM0777,GM0855",
    "vergelijking?gemeente=VT15",
    max((registry.slug(place.code) for place in registry.regions(Level.MUNICIPALITY, year=2023)), key=len),
]  # fmt: skip


@pytest.fixture(scope="module", params=["carried", "full size, made up"])
def version(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "carried":
            patch.setenv("HGIB_DATA", str(made_up.write(tmp_path_factory.mktemp("data"))))
        yield request.param


@pytest.mark.skipif(shutil.which("soffice") is None, reason="make test installs LibreOffice")
@pytest.mark.usefixtures("version")
@pytest.mark.parametrize(("ending", "pages"), [("docx", 2), ("pptx", 5)])
def test_a_pack_has_two_pages_or_five_slides(beside, tmp_path, ending, pages):
    files = []
    for number, name in enumerate(PACKS):
        path, _, query = name.partition("?")
        answer = requests.get(f"{beside}/raadspakket/{path}.{ending}?{query}", timeout=60)
        assert answer.status_code == 200, name
        files.append(tmp_path / f"{number:02d}.{ending}")
        files[-1].write_bytes(answer.content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), *map(str, files)], capture_output=True, check=True, timeout=300
    )
    assert b"error" not in done.stderr.lower()
    for name, file in zip(PACKS, files, strict=True):
        reader = pypdf.PdfReader(file.with_suffix(".pdf"))
        assert len(reader.pages) == pages, name
        if ending == "docx":
            assert "Bronnen" in reader.pages[1].extract_text(), name
            width, height = reader.pages[0].mediabox[2:]
            assert (round(float(width)), round(float(height))) == (595, 842)
