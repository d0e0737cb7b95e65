"""Answers in memory: one computation per file, and no file waits for another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from web.open_data.answer_cache import AnswerCache, Body

LONGEST_S = 20


def test_a_file_that_is_being_made_holds_up_no_other():
    cache, begun, go_on = AnswerCache(), Event(), Event()

    def slow() -> Body:
        begun.set()
        assert go_on.wait(LONGEST_S)
        return Body(b"large", "text/csv")

    with ThreadPoolExecutor(2) as threads:
        large = threads.submit(cache.get, "large", encoding="gzip", make=slow)
        assert begun.wait(LONGEST_S)
        small = threads.submit(cache.get, "small", encoding=None, make=lambda: Body(b"small", "text/csv"))
        try:
            assert small.result(LONGEST_S / 4)[0].content == b"small"
        finally:
            go_on.set()
        assert large.result(LONGEST_S)[0].content == b"large"


def test_first_readers_of_one_file_wait_for_one_computation():
    cache, begun, go_on = AnswerCache(), Event(), Event()

    def slow() -> Body:
        begun.set()
        assert go_on.wait(LONGEST_S)
        return Body(b"figures", "text/csv")

    with ThreadPoolExecutor(4) as threads:
        readers = [threads.submit(cache.get, "one", encoding=how, make=slow) for how in (None, "gzip", None, "br")]
        assert begun.wait(LONGEST_S)
        go_on.set()
        assert {reader.result(LONGEST_S)[0].content for reader in readers} == {b"figures"}
    assert cache.computed == 1


def test_a_computation_that_fails_is_tried_again_by_the_next_reader():
    cache = AnswerCache()

    def broken() -> Body:
        msg = "broken"
        raise ValueError(msg)

    with pytest.raises(ValueError, match="broken"):
        cache.get("one", encoding=None, make=broken)
    assert cache.get("one", encoding=None, make=lambda: Body(b"x", "text/csv"))[0].content == b"x"


def test_the_oldest_go_when_there_is_no_more_room():
    cache = AnswerCache(most_bytes=10)
    for name in ("a", "b", "c", "a"):
        cache.get(name, encoding=None, make=lambda: Body(b"12345", "text/csv"))
    assert cache.computed == 4
