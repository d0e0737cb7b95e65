"""What opens where it stands, by tap, keyboard and screen reader, and the short answer of a page."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import asdict

from charts.palette import LIGHT
from charts.sheet.picture import Picture
from pages._parts.ui import markup


def answer(parts: Sequence[str], lines: Sequence[str], *, about: str = "") -> None:
    """The answer of a page: what it is ``about``, number, rate and verdict in one line, then a line for each text."""
    first = " <span>· </span>".join(
        f"<{tag}>{html.escape(part)}</{tag}>"
        for part, tag in zip(parts, ("strong", *["span"] * len(parts)), strict=False)
    )
    kicker = f'<p class="hg-sub">{html.escape(about)}</p>' if about else ""
    head = f'<p class="hg-answer-first">{first}</p>' if first else ""
    rest = "".join(f'<p class="hg-text">{html.escape(line)}</p>' for line in lines if line)
    markup.put(f'<div class="hg-answer">{kicker}{head}{rest}</div>')


def warning(line: str, rest: str, *, more: str = "Waarom?") -> None:
    """A warning of one line; ``more`` opens the rest of it in place."""
    markup.put(
        f'<details class="hg-warning"><summary>{html.escape(line)} <span>{html.escape(more)}</span></summary>'
        f"<p>{html.escape(rest)}</p></details>"
    )


def term(word: str, meaning: str) -> None:
    """A word with its meaning behind it: native ``details``, so it works by tap, keyboard and screen reader."""
    markup.put(
        f'<details class="hg-term-in-place"><summary>Wat is ‘{html.escape(word)}’?</summary>'
        f"<p>{html.escape(meaning)}</p></details>"
    )


def picture(drawn: Picture) -> None:
    """A small picture of our own in the colours of the page, light or dark, with its line above it."""
    markup.put(
        f'<figure class="hg-picture"><figcaption>{html.escape(drawn.caption)}</figcaption>{coloured(drawn.svg)}</figure>'
    )


def linked_lines(lines: Sequence[tuple[str, str, str]]) -> None:
    """Short lines, each (text, address or '', words of the link)."""
    items = "".join(
        f"<li>{html.escape(text)}"
        + (f' <a href="{html.escape(address)}" target="_self">{html.escape(words)}</a>' if address else "")
        + "</li>"
        for text, address, words in lines
    )
    markup.put(f'<ul class="hg-lines">{items}</ul>')


def coloured(svg: str) -> str:
    """The SVG with custom properties of the page in place of the colours of paper."""
    names = {
        colour: f"var(--hg-{name.replace('_', '-')})"
        for name, colour in reversed(asdict(LIGHT).items())
        if isinstance(colour, str)
    }
    names |= {colour: f"var(--hg-class-{number})" for number, colour in enumerate(LIGHT.classes) if colour not in names}
    for colour, variable in names.items():
        svg = svg.replace(f'"{colour}"', f'"{variable}"')
    return svg
