"""The R example against the running app; left out, and said so, where R is not installed (Debian: apt-get install r-base-core)."""

import shutil
import subprocess

import pytest

from tests.conftest import ROOT

RSCRIPT = shutil.which("Rscript")
SOURCE = ROOT / "clients" / "r" / "figures.R"
ASK = """
source("{source}")
rows <- figures("{site}", "meldingen", regio = "NL01")
known <- rows[!is.na(rows$waarde) & nchar(rows$periode) == 7, ]
last <- known[nrow(known), ]; before <- known[known$deel == last$deel, ]; before <- before[1, ]
answer <- compare(last, before)
broken <- last; broken$deel <- broken$deel + 1L
refused <- function(a, b) tryCatch({{ compare(a, b); "" }}, error = conditionMessage)
advice <- figures("{site}", "adviezen", regio = "NL01")
cat(sprintf("rows=%d\\ndifference=%.6f\\nposition=%s\\n", nrow(rows), answer$difference, answer$position))
cat(sprintf("types=%s\\n", paste(class(rows$waarde), class(rows$toestand), class(rows$onzeker), class(rows$breuk))))
cat(sprintf("periods=%s,%s\\n", last$periode, before$periode))
cat(sprintf("break=%s\\n", refused(broken, before)))
cat(sprintf("measure=%s\\n", refused(last, advice[advice$periode == last$periode, ])))
empty <- last; empty$waarde <- NA_real_
cat(sprintf("missing=%s\\n", refused(empty, before)))
cat(sprintf("anyway=%s\\n", compare(broken, before, anyway = TRUE)$reservations))
"""


def test_the_script_is_short_and_needs_no_package():
    lines = [line for line in SOURCE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) <= 28
    assert "library(" not in SOURCE.read_text("utf-8")


@pytest.mark.skipif(RSCRIPT is None, reason="R is not installed: the R example is NOT TESTED here")
def test_r_reads_and_compares_as_the_python_client_does(server):
    import requests

    script = ASK.format(source=SOURCE, site=server)
    run = subprocess.run([RSCRIPT, "--vanilla", "-e", script], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    says = dict(line.split("=", 1) for line in run.stdout.splitlines())
    rows = requests.get(f"{server}/data/v1/meldingen.json?regio=NL01", timeout=60).json()["rijen"]
    values = {each["periode"]: each["waarde"] for each in rows}
    last, before = says["periods"].split(",")
    assert int(says["rows"]) == len(rows)
    assert float(says["difference"]) == pytest.approx(values[last] - values[before], abs=1e-5)
    assert says["position"] in {"higher", "lower", "about equal"}
    assert says["types"] == "numeric factor logical character"
    assert "break" in says["break"]
    assert says["anyway"] == "a break between the periods"
    assert "two measures" in says["measure"]
    assert "no figure" in says["missing"]
