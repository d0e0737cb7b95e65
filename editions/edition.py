"""One data version with everything computed from it; whoever holds an edition never sees another version's figures."""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd

from data_sources import snapshots, versions
from data_sources.snapshots import Snapshot
from language import Language, current, in_language

MOST_EDITIONS = 4
"""Editions kept in memory: the newest, the one before it while readers move over, and two older ones by link."""

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Edition:
    """The figures of one data version, shared by all readers, who never change them.

    ``published`` is the version that was published when this edition was asked for: ``newest`` stays with it, so
    that a page which compares the two does not see a refresh halfway.
    """

    def __init__(self, snapshot: Snapshot, *, published: str) -> None:
        """Hold a data version; nothing is computed yet."""
        self.snapshot = snapshot
        self.published = published
        self._answers: dict[tuple[Callable[..., Any], Language], Callable[..., Any]] = {}

    def __repr__(self) -> str:
        """Name the data version."""
        return f"Edition({self.version!r})"

    @property
    def version(self) -> str:
        """Id of the data version, such as 2026-11-28."""
        return self.snapshot.version

    @property
    def observations(self) -> pd.DataFrame:
        """Cells as published: the Observation table."""
        return self.snapshot.observations

    @property
    def created(self) -> datetime:
        """When the figures were put together, with time zone."""
        moment = datetime.fromisoformat(self.snapshot.manifest.created)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @property
    def newest(self) -> Edition:
        """The newest edition there was when this one was asked for."""
        return _edition("", self.published)

    def cache_of(self, compute: Callable[..., Answer], *, most: int, language: Language) -> Callable[..., Answer]:
        """Answers of one function in this edition and a language.

        They go when the edition goes: nothing in here points back to it.
        """
        cache = self._answers.get((compute, language))
        if cache is None:
            edition = weakref.ref(self)  # a circle would stay for ever: a start tells the collector to pass over it
            cache = _Answers(lambda *args, **named: compute(edition(), *args, **named), most=most)
            cache = self._answers.setdefault((compute, language), cache)
        return cache


class _Answers:
    """The last answers of a function. Whoever asks for what is being computed waits for it: after a start, all ask the same."""

    def __init__(self, compute: Callable[..., Any], *, most: int) -> None:
        self._answers = functools.lru_cache(maxsize=most)(compute)
        self._turns: dict[Hashable, AbstractContextManager[object]] = {}

    def __call__(self, *args: Any, **named: Any) -> Any:  # noqa: ANN401 -- those of any function
        question = (args, tuple(named.items()))
        try:
            with self._turns.setdefault(question, RLock()):
                return self._answers(*args, **named)
        finally:
            self._turns.pop(question, None)


def cached_per_edition(
    *, most: int, wordless: bool = False
) -> Callable[[Callable[Concatenate[Edition, Arguments], Answer]], Callable[Concatenate[Edition, Arguments], Answer]]:
    """Keep the last ``most`` answers of a function for each edition, its first argument, and each language.

    The other arguments are hashable. ``wordless``: no text in the answer comes from a catalogue, so all languages share it.
    """

    def decorate(
        compute: Callable[Concatenate[Edition, Arguments], Answer],
    ) -> Callable[Concatenate[Edition, Arguments], Answer]:
        @functools.wraps(compute)
        def cached(edition: Edition, /, *args: Arguments.args, **named: Arguments.kwargs) -> Answer:
            # sorted: to a cache level=..., period=... and period=..., level=... are two questions
            arguments = dict(sorted(named.items()))
            if not wordless:
                return edition.cache_of(compute, most=most, language=current())(*args, **arguments)
            with in_language(Language.DUTCH):
                return edition.cache_of(compute, most=most, language=Language.DUTCH)(*args, **arguments)

        return cached

    return decorate


def current_edition() -> Edition:
    """The newest valid data version published at this moment; asked once per run of a page and once per request."""
    return _edition("", snapshots.current_version())


def edition_of(version: str, *, newest: Edition | None = None) -> Edition:
    """Edition of a named version; when it does not exist or is damaged the newest, which says so in ``problems``.

    ``newest`` is what the caller asked for before, so that it gets nothing published since.
    """
    newest = newest or current_edition()
    return newest if version in {"", newest.version} else _edition(version, newest.published)


def _edition(wanted: str, published: str) -> Edition:
    return _edition_in(versions.default_data_dir(), wanted, published)


@functools.lru_cache(maxsize=MOST_EDITIONS)
def _edition_in(folder: Path, wanted: str, published: str) -> Edition:
    """Of a folder: two of them can have a version that was made in the same second."""
    snapshot = snapshots.load(folder, version=wanted or None, published=published)
    return Edition(snapshot, published=published)
