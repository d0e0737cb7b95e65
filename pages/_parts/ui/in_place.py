"""What opens where it stands, by tap, keyboard and screen reader, and the short answer of a page."""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from charts.palette import LIGHT, PALETTES, Theme
from charts.sheet.picture import Picture
from language import _
from pages._parts.ui import markup, whole

_COLOUR = re.compile(r"#[0-9a-f]{6}\b")


def answer(parts: Sequence[str], lines: Sequence[str], *, about: str = "") -> None:
    """The answer of a page: what it is ``about``, number, rate and verdict in one line, then a line for each text."""
    words = [html.escape(part) + (" ·" if number < len(parts) - 1 else "") for number, part in enumerate(parts)]
    looks = ("strong", "span", "em")  # number, rate, verdict
    first = " ".join(f"<{look}>{part}</{look}>" for part, look in zip(words, looks, strict=False))
    kicker = f'<p class="hg-sub">{html.escape(about)}</p>' if about else ""
    head = f'<p class="hg-answer-first">{first}</p>' if first else ""
    rest = "".join(f'<p class="hg-text">{html.escape(line)}</p>' for line in lines if line)
    markup.put(f'<div class="hg-answer">{kicker}{head}{rest}</div>')


def lead(text: str, links: Mapping[str, str]) -> None:
    """The sentence under the title; each of ``links`` (words in it → address on this site) is a link."""
    body = html.escape(text)
    for words, address in links.items():
        escaped = html.escape(words)
        link = f'<a href="{html.escape(address)}" target="_self">{escaped}</a>'
        body = re.sub(rf"\b{re.escape(escaped)}(?![\w-])", link, body, count=1) if escaped in body else body
    markup.put(f'<p class="hg-lead">{body}</p>')


def warning(line: str, rest: str, *, more: str = "") -> None:
    """A warning of one line; ``more`` opens the rest of it in place."""
    markup.put(
        f'<details class="hg-warning"><summary>{html.escape(line)} <span>{html.escape(more or _("Waarom?"))}</span></summary>'
        f"<p>{html.escape(rest)}</p></details>"
    )


def picture(drawn: Picture, *, theme: Theme) -> None:
    """A small picture of our own in the colours of the page, with its line above it; a file has it in both themes."""
    shown = f'<img src="{_data(drawn, theme=theme)}" alt="{html.escape(drawn.description, quote=True)}">'
    if whole.is_wanted():
        dark = _data(drawn, theme=Theme.DARK)
        shown = f'<picture><source media="(prefers-color-scheme: dark)" srcset="{dark}">{shown}</picture>'
    markup.put(f'<figure class="hg-picture"><figcaption>{html.escape(drawn.caption)}</figcaption>{shown}</figure>')


def _data(drawn: Picture, *, theme: Theme) -> str:
    return f"data:image/svg+xml;base64,{b64encode(coloured(drawn.svg, theme=theme).encode()).decode()}"


def linked_lines(lines: Sequence[tuple[str, str, str]]) -> None:
    """Short lines, each (text, address or '', words of the link); the words are linked where the text begins with them."""
    items = "".join(f"<li>{_linked(text, address, words)}</li>" for text, address, words in lines)
    markup.put(f'<ul class="hg-lines">{items}</ul>')


def _linked(text: str, address: str, words: str) -> str:
    if not address:
        return html.escape(text)
    link = f'<a href="{html.escape(address)}" target="_self">{html.escape(words)}</a>'
    if text.startswith(words):
        return link + html.escape(text.removeprefix(words))
    return f"{html.escape(text)} {link}"


def coloured(svg: str, *, theme: Theme) -> str:
    """The SVG, drawn in the colours of paper, in those of a theme."""
    names = asdict(LIGHT) | {f"class-{number}": colour for number, colour in enumerate(LIGHT.classes)}
    wanted = asdict(PALETTES[theme]) | {
        f"class-{number}": colour for number, colour in enumerate(PALETTES[theme].classes)
    }
    mapping = {colour: wanted[name] for name, colour in reversed(names.items()) if isinstance(colour, str)}
    return _COLOUR.sub(lambda match: mapping.get(match[0], match[0]), svg)
