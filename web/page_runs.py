"""Runs of page scripts on the server, without a reader: one at a time, for few who wait (web/patches/page_run.py)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from threading import BoundedSemaphore
from typing import TypeVar

Answer = TypeVar("Answer")
_worker = ThreadPoolExecutor(1, thread_name_prefix="page-runs")  # all runs are of one session


class TooManyRunsError(RuntimeError):
    """More pages wait for their run than a reader would wait for."""


class Waiting:
    """Those of one kind that wait for a run, at most a number of them: the others hear so at once."""

    def __init__(self, most: int) -> None:
        """Nobody waits yet."""
        self._places = BoundedSemaphore(most)

    def submit(self, make: Callable[..., Answer], *arguments: object) -> Future[Answer]:
        """What ``make`` will answer, in the language of who asks; raises TooManyRunsError."""
        if not self._places.acquire(blocking=False):
            raise TooManyRunsError
        future = _worker.submit(copy_context().run, make, *arguments)
        future.add_done_callback(lambda _: self._places.release())
        return future
