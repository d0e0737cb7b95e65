"""A list of tables, each with a button for every kind of file."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pages._parts.ui import markup


@dataclass(frozen=True)
class FileItem:
    """A table: its title, what is in it, the address of each file by the word on its button, and a note behind them."""

    title: str
    holds: str
    files: Mapping[str, str]
    note: str = ""


def show(items: Sequence[FileItem]) -> None:
    """Write the list."""
    markup.put('<div class="hg-files" role="list">' + "".join(_entry(item) for item in items) + "</div>")


def _entry(item: FileItem) -> str:
    holds = f"<span>{html.escape(item.holds)}</span>" if item.holds else ""
    buttons = "".join(
        f'<a class="hg-file" href="{html.escape(address, quote=True)}" target="_self" '
        f'aria-label="{html.escape(f"{item.title}, {label}", quote=True)}">{html.escape(label)}</a>'
        for label, address in item.files.items()
    )
    note = f"<small>{html.escape(item.note)}</small>" if item.note else ""
    return f'<div role="listitem"><div><strong>{html.escape(item.title)}</strong>{holds}</div><div>{buttons}{note}</div></div>'
