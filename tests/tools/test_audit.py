"""A known vulnerability stops the check; a service that cannot be reached does not, and is said."""

import json
import os
import subprocess
import sys

from tests.conftest import ROOT
from tools import audit

CLEAN = {"name": "pandas", "version": "3.1.0", "vulns": []}
LEAK = {"name": "jinja2", "version": "3.1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.9"]}]}
UNKNOWN = {"name": "altair", "skip_reason": "Dependency not found on PyPI and could not be audited: altair (6.3.0)"}


def report(*packages) -> str:
    return json.dumps({"dependencies": packages})


def test_a_known_vulnerability_stops_the_check_and_names_the_version_that_mends_it():
    status, words = audit.outcome(report(CLEAN, LEAK), "")
    assert status == 1
    assert words.splitlines() == [
        "jinja2 3.1.0: PYSEC-1, fixed in 3.1.9",
        "dependency audit: 2 packages, 1 known vulnerabilities",
    ]


def test_packages_that_the_service_does_not_know_are_said():
    status, words = audit.outcome(report(CLEAN, UNKNOWN), "")
    assert (status, words) == (
        0,
        "dependency audit: 1 packages, 0 known vulnerabilities, NOT CHECKED: 1 that the service does not know",
    )


def test_a_fault_in_the_check_itself_is_no_success():
    assert audit.outcome("", "usage: pip-audit [-h]")[0] == 1


def test_without_a_way_to_the_service_the_check_goes_on_and_says_so(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"pandas==3.1.0 --hash=sha256:{'0' * 64}\n")
    nowhere = {"HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    answer = subprocess.run(
        [sys.executable, "-m", "tools.audit", str(lock)],
        cwd=ROOT,
        env={**os.environ, **nowhere},
        capture_output=True,
        check=False,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "NOT CHECKED" in answer.stdout
