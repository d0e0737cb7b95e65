"""A refresh that is killed at any moment leaves a version that can be read."""

from __future__ import annotations

import multiprocessing
import random
import time

import pytest

from data_sources import versions
from data_sources.cbs import Service
from data_sources.refresh.run import refresh
from data_sources.snapshots import load
from tests.data_sources.refresh.conftest import BY_ID, OTHER, Listening

pytestmark = pytest.mark.slow

KILLS = 50


def _refresh(data_dir, url) -> None:
    refresh(data_dir, service=Service.at(url), listener=Listening(), tables=[BY_ID[OTHER]], reread=True)


def test_a_kill_at_fifty_random_moments_always_leaves_a_readable_version(data_dir, service) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.data_sources.refresh.test_kill"])
    chance = random.Random(20261121)

    def start():
        child = context.Process(target=_refresh, args=(data_dir, service.url))
        child.start()
        return child

    start().join()  # the fork server loads its libraries once
    begin = time.monotonic()
    start().join()
    whole = time.monotonic() - begin
    served, killed = [load(data_dir).version], 0
    for _ in range(4 * KILLS):
        child = start()
        time.sleep(chance.uniform(0, whole))
        if child.is_alive():
            killed += 1
        else:
            whole *= 0.9  # a machine that was busy when the refresh was timed
        child.kill()
        child.join()
        found = load(data_dir)
        assert found.problems == ()
        assert not found.embedded
        assert found.version == versions.current(data_dir) >= served[-1]
        assert len(found.observations) == sum(entry.rows for entry in found.manifest.tables)
        served.append(found.version)
        if killed == KILLS:
            break
    assert killed == KILLS
    _refresh(data_dir, service.url)
    assert load(data_dir).version > served[-1]
    assert not list((data_dir / "versions").glob(".*"))
    assert len(versions.identifiers(data_dir)) <= versions.MOST_VERSIONS
