"""The language a reader gets, and the words of the catalogue: GNU gettext, one catalogue per language beside this file.

Dutch sentences in the code are the message ids, so Dutch needs no catalogue and a sentence stands where it is made.
Nothing here is shared between readers: the language belongs to the context of a request or a run, and is Dutch unless
somebody chose another one (docs/decisions/two-languages.md).
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Language(StrEnum):
    """A language of the site, by the code that HTML has for it."""

    DUTCH = "nl"
    ENGLISH = "en"

    @property
    def prefix(self) -> str:
        """What stands before every address in this language: '' for Dutch, ``/en`` for English."""
        return "" if self is Language.DUTCH else f"/{self}"

    @property
    def label(self) -> str:
        """Name of the language in the language itself."""
        return {Language.DUTCH: "Nederlands", Language.ENGLISH: "English"}[self]


_current: ContextVar[Language] = ContextVar("language", default=Language.DUTCH)


def current() -> Language:
    """The language of this request or run."""
    return _current.get()


@contextmanager
def in_language(language: Language) -> Iterator[None]:
    """Give the texts that are made inside the block in a language."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def catalogue_path(language: Language) -> Path:
    """File with the words of a language, by Dutch message."""
    return Path(__file__).with_name(f"{language}.po")


@functools.cache
def _catalogue(language: Language) -> NullTranslations:
    """Words of a language; those of Dutch stand in the code."""
    if language is Language.DUTCH:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with catalogue_path(language).open("rb") as file:
        write_mo(compiled, read_po(file, locale=str(language)))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _(message: str, /, **values: object) -> str:
    """The message in the language of this reader, with its named values filled in."""
    language = _current.get()
    text = message if language is Language.DUTCH or not message else _catalogue(language).gettext(message)
    return text.format(**values) if values else text


def ngettext(singular: str, plural: str, number: float, /, **values: object) -> str:
    """The message for a number of things in the language of this reader, with its named values filled in."""
    language = _current.get()
    if language is Language.DUTCH:
        text = singular if number == 1 else plural
    else:  # a catalogue counts in whole numbers
        text = _catalogue(language).ngettext(singular, plural, 1 if number == 1 else 2)
    return text.format(**values) if values else text


def N_(message: str) -> str:  # noqa: N802 -- the name that gettext gives a message which is translated where it is shown
    """Mark a message of a table of words; ``_`` gives it in the language of a reader."""
    return message


class Text:
    """A field of a declaration that readers see: kept in Dutch, given in the language of the reader.

    Its texts are collected from the declarations themselves (tools/messages.py).
    """

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn under which name the Dutch text is kept."""
        self._name = name

    def __get__(self, instance: object, owner: type) -> str:
        """The text in the language of this reader."""
        if instance is None:
            raise AttributeError(self._name)  # tells a dataclass that the field has no default
        return _(instance.__dict__[self._name])

    def __set__(self, instance: object, text: str) -> None:
        """Keep the Dutch text."""
        instance.__dict__[self._name] = text


class Texts:
    """The same for a field with several texts, empty unless it is given."""

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn under which name the Dutch texts are kept."""
        self._name = name

    def __get__(self, instance: object, owner: type) -> tuple[str, ...]:
        """The texts in the language of this reader."""
        return () if instance is None else tuple(_(text) for text in instance.__dict__[self._name])

    def __set__(self, instance: object, texts: tuple[str, ...]) -> None:
        """Keep the Dutch texts."""
        instance.__dict__[self._name] = texts


def cached_per_language(
    most: int | None = None,
) -> Callable[[Callable[Arguments, Answer]], Callable[Arguments, Answer]]:
    """Keep the last ``most`` answers of a function with texts, for each language; its arguments are hashable."""

    def decorate(compute: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
        cache: Callable[..., Answer] = functools.lru_cache(maxsize=most)(
            lambda _language, *args, **named: compute(*args, **named)
        )

        @functools.wraps(compute)
        def cached(*args: Arguments.args, **named: Arguments.kwargs) -> Answer:
            return cache(current(), *args, **named)

        return cached

    return decorate
