"""``python -m tools.messages`` brings the catalogue of each language up to date with the messages in the code.

New messages come without a translation, those that nothing shows any more go; what was translated stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from charts.documents import prevalence
from data_sources import publications
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import SourceKind
from data_sources.documents import tables
from data_sources.documents.method import GLOSSARY
from editions import printed_shares
from editions.edition import current_edition
from language import Language, Text, Texts, catalogue_path
from site_map import PAGES, RUN_IN_ENGLISH

ROOT = Path(__file__).resolve().parents[1]
_ROOMS = ("language", "data_sources", "geo", "indicators", "charts", "editions", "web", "pages")
_KEYWORDS = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "counted": (1, 2)}
"""Functions that take messages, with the places of those among their arguments."""


@dataclass(frozen=True)
class Message:
    """A message with the file it stands in; ``plural`` is '' unless it counts something."""

    text: str
    plural: str
    file: str

    @property
    def id(self) -> str | tuple[str, str]:
        """What the catalogue knows it by."""
        return (self.text, self.plural) if self.plural else self.text


def messages() -> Iterator[Message]:
    """Every message of code, templates and declarations."""
    for path in sorted([*(ROOT / "site_map.py",), *(file for room in _ROOMS for file in (ROOT / room).rglob("*.py"))]):
        yield from _of_code(path)
    for path in sorted((ROOT / "web").rglob("*.html")):
        yield from _of_template(path)
    for text in declared_texts():
        yield Message(text, "", "data_sources")


def declared_texts() -> Iterator[str]:
    """Texts that are declared as data: those of indicators, glossary and pages, and words of documents."""
    for spec in INDICATORS.values():
        for name, field in vars(type(spec)).items():
            if isinstance(field, Text):
                yield getattr(spec, name)
            elif isinstance(field, Texts):
                yield from getattr(spec, name)
    for word, meaning in GLOSSARY:
        yield from (word, meaning)
    for page in PAGES:
        if page.address in RUN_IN_ENGLISH:
            yield from (page.title, page.help)
    yield from printed_shares.groups(current_edition())
    figures = publications.figures()
    yield from prevalence.questions(figures)
    yield from figures.loc[figures["kind"] == SourceKind.OWN_COUNT, "indicator"].unique()
    statements = tables.statements()
    yield from (text for column in ("text", "remark") for text in statements[column] if text)


def _of_code(path: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [
            argument.value
            for place in _KEYWORDS.get(name, ())
            for argument in node.args[place : place + 1]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if texts and len(texts) == len(_KEYWORDS[name]) and texts[0]:
            yield Message(texts[0], texts[1] if len(texts) > 1 else "", str(path.relative_to(ROOT)))


def _of_template(path: Path) -> Iterator[Message]:
    with path.open("rb") as file:
        for _, _, text, _ in babel_extract(file, ("_",), (), {"encoding": "utf-8"}):
            message = text[0] if isinstance(text, tuple) else text
            if message is not None:  # a message from a table of words, marked where that stands
                yield Message(message, "", str(path.relative_to(ROOT)))


def template() -> Catalog:
    """The messages without translations."""
    catalogue = Catalog()
    for message in messages():
        catalogue.add(message.id, locations=[(message.file, 0)])
    return catalogue


def catalogue_of(language: Language) -> Catalog:
    """The catalogue of a language as it is; empty when there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=str(language))
    with path.open("rb") as file:
        return read_po(file, locale=str(language))


def update(language: Language) -> int:
    """Bring the catalogue of a language up to date; gives how many messages have no translation yet."""
    catalogue = catalogue_of(language)
    catalogue.update(template(), no_fuzzy_matching=True)
    with catalogue_path(language).open("wb") as file:
        write_po(file, catalogue, width=0, omit_header=True, ignore_obsolete=True, sort_by_file=True)
    return len([message for message in catalogue if message.id and not any(_strings(message.string))])


def _strings(translated: str | Sequence[str] | None) -> Sequence[str]:
    return () if translated is None else (translated,) if isinstance(translated, str) else translated


if __name__ == "__main__":
    for each in Language:
        if each is not Language.DUTCH:
            print(f"{catalogue_path(each).name}: {update(each)} messages without a translation")  # noqa: T201
