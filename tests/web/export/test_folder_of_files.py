"""The folder of an export: put in place in one step, written again only where something changed, whole whatever happens."""

import hashlib
import itertools
import json
import multiprocessing
import random
import time

import pytest

from web.export import folder
from web.export.folder import MANIFEST, BusyFolderError


def write(out, files, **sources):
    place, lock = folder.begin(out)
    with lock:
        entries = []
        for address, content in files.items():
            source = sources.get(address.strip("/"), "")
            entries.append(
                (source and place.again(address, source=source)) or place.put(address, content, source=source)
            )
        folder.publish(place, entries, about={})
    return {entry.path: entry.fresh for entry in entries}


def is_whole(out):
    """Whether every file of the manifest is there as it says, and no other."""
    files = json.loads((out / MANIFEST).read_text())["bestanden"]
    there = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()} - {MANIFEST}
    return there == set(files) and all(
        hashlib.sha256((out / path).read_bytes()).hexdigest() == of["sha256"] for path, of in files.items()
    )


def test_a_second_export_writes_only_what_changed_and_drops_what_is_gone(tmp_path):
    out = tmp_path / "site"
    assert write(out, {"/": b"een", "/b/": b"twee", "/oud/": b"weg"}) == {
        "index.html": True,
        "b/index.html": True,
        "oud/index.html": True,
    }
    before = (out / "b" / "index.html").stat()
    assert write(out, {"/": b"anders", "/b/": b"twee"}) == {"index.html": True, "b/index.html": False}
    assert (out / "index.html").read_bytes() == b"anders"
    assert (out / "b" / "index.html").stat().st_ino == before.st_ino
    assert not (out / "oud").exists()
    assert is_whole(out)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_what_is_made_from_the_same_is_not_made_again(tmp_path):
    out = tmp_path / "site"
    write(out, {"/a.pdf": b"pdf"}, **{"a.pdf": "bron"})
    assert write(out, {"/a.pdf": b"another"}, **{"a.pdf": "bron"}) == {"a.pdf": False}
    assert (out / "a.pdf").read_bytes() == b"pdf"
    assert write(out, {"/a.pdf": b"new"}, **{"a.pdf": "nieuwe bron"}) == {"a.pdf": True}


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"bestanden": {"index.html": 3}}'])
def test_a_damaged_manifest_means_that_everything_is_written(tmp_path, damage):
    out = tmp_path / "site"
    write(out, {"/": b"een"})
    (out / MANIFEST).write_text(damage)
    assert write(out, {"/": b"een"}) == {"index.html": True}
    assert is_whole(out)


def test_two_exports_at_once_do_not_touch_each_other(tmp_path):
    _, lock = folder.begin(tmp_path / "site")
    with lock, pytest.raises(BusyFolderError, match="Wacht tot die klaar is"):
        folder.begin(tmp_path / "site")


def test_without_an_exchange_in_one_step_a_break_between_two_renames_is_mended(tmp_path, monkeypatch):
    out = tmp_path / "site"
    monkeypatch.setattr(folder, "_exchange", lambda *_: False)
    write(out, {"/": b"een"})
    write(out, {"/": b"twee"})
    assert (out / "index.html").read_bytes() == b"twee"
    out.rename(tmp_path / ".site.oud")  # where the power went
    _, lock = folder.begin(out)
    lock.close()
    assert (out / "index.html").read_bytes() == b"twee"


def _write_for_ever(out, published):
    for number in itertools.count():
        place, lock = folder.begin(out)
        with lock:
            entries = [place.put(f"/{name}/", f"{name} {number}".encode() * 50) for name in range(60)]
            folder.publish(place, entries, about={"nummer": number})
        published.set()


def test_an_export_that_is_killed_leaves_a_whole_site(tmp_path):
    out, chance, processes = tmp_path / "site", random.Random(21), multiprocessing.get_context("fork")
    write(out, {f"/{name}/": b"eerste" for name in range(60)})
    for _ in range(20):
        published = processes.Event()
        writer = processes.Process(target=_write_for_ever, args=(out, published))
        writer.start()
        assert published.wait(60)
        time.sleep(chance.uniform(0, 0.08))
        writer.kill()
        writer.join()
        assert is_whole(out)
    assert json.loads((out / MANIFEST).read_text())["nummer"] >= 0
