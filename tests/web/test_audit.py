"""The check on known leaks finds a pinned version in range, and says so when it could not look."""

import json

import pytest

from tests.conftest import ROOT
from web import audit

LOCK = "voorbeeld==1.4.2 \\\n    --hash=sha256:00\nAnder_Pakket==2.0\n"


def advisory(name: str, events: list[dict[str, str]], **more):
    ranges = [{"type": "ECOSYSTEM", "events": events}]
    return {
        "id": "PYSEC-1",
        "summary": "lek",
        "affected": [{"package": {"name": name, "ecosystem": "PyPI"}, "ranges": ranges}],
        **more,
    }


@pytest.mark.parametrize(
    ("events", "hit"),
    [
        ([{"introduced": "0"}, {"fixed": "1.4.3"}], True),
        ([{"introduced": "0"}, {"fixed": "1.4.2"}], False),
        ([{"introduced": "1.10"}], False),
        ([{"introduced": "0"}, {"last_affected": "1.4.2"}], True),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "1.4"}, {"fixed": "1.5"}], True),
    ],
)
def test_a_pinned_version_in_range_is_found_and_one_outside_is_not(events, hit):
    assert bool(audit.found(audit.pinned(LOCK), iter([advisory("Voorbeeld", events)]))) is hit


def test_names_are_compared_as_pypi_does_and_withdrawn_advisories_do_not_count():
    everything = [{"introduced": "0"}]
    assert audit.found(audit.pinned(LOCK), iter([advisory("ander-pakket", everything)]))
    assert not audit.found(audit.pinned(LOCK), iter([advisory("ander-pakket", everything, withdrawn="2026-01-01")]))


def test_without_advisories_it_says_that_nothing_was_checked(monkeypatch, capsys):
    monkeypatch.delenv("HGIB_ADVISORIES", raising=False)
    assert audit.main("requirements.lock") == 0
    assert "SKIPPED" in capsys.readouterr().out


def test_our_own_lock_is_read_and_a_leak_stops_the_check(monkeypatch, capsys, tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(advisory("streamlit", [{"introduced": "0"}])))
    monkeypatch.setenv("HGIB_ADVISORIES", str(tmp_path))
    assert audit.main(str(ROOT / "requirements.lock")) == 1
    assert "streamlit 1.67" in capsys.readouterr().out
