"""The only place that writes HTML for pages: every text from outside is escaped here.

Streamlit's own table is a canvas or carries no caption; readers of a screen reader need a real one.

Long because it is the only place: each function is one small element, and whoever checks what is escaped reads one file.
"""

from __future__ import annotations

import html
import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import pandas as pd
import streamlit as st

from indicators import notation
from language import N_, _

_VERDICT = N_("vergelijking")
_LONGEST_NUMBER = 16  # letters; what is longer is words
_PLACES = frozenset(
    {N_("plaats"), N_("gemeente"), N_("regio"), N_("provincie")}
)  # heads of columns of names, which no translator may touch
_WIDE = 6  # columns of a table that does not fit a phone
_pieces: ContextVar[list[str] | None] = ContextVar("_pieces", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Send what is written inside as one element: Streamlit spends 2 ms in the browser on each, at every rerun."""
    with written() as parts:
        yield
    if parts:
        _put('<div class="hg-together">' + "".join(f"<div>{part}</div>" for part in parts) + "</div>")


def is_written() -> bool:
    """Whether HTML is collected instead of sent: for the first answer of a page, before Streamlit has started."""
    return _pieces.get() is not None


@contextmanager
def framed(key: str) -> Iterator[None]:
    """A card around what is shown inside; ``key`` names it on the page."""
    if not is_written():
        with st.container(border=True, key=key):
            yield
        return
    with written() as parts:
        yield
    put(f'<section class="hg-card">{"".join(parts)}</section>')


@contextmanager
def written() -> Iterator[list[str]]:
    """Send nothing: what is written inside is added to this list, as HTML."""
    parts: list[str] = []
    token = _pieces.set(parts)
    try:
        yield parts
    finally:
        _pieces.reset(token)


class _Html(str):
    """HTML of ours: of other text Streamlit looks whether it names a file, and takes out its indent."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def _put(body: str) -> None:
    parts = _pieces.get()
    if parts is None:
        st.html(_Html(body))
    else:
        parts.append(body)


def put(body: str) -> None:
    """Send HTML of another module of this folder; every text from outside in it is escaped already."""
    _put(body)


def lead(text: str) -> None:
    """One sentence of meaning under the title."""
    _put(f'<p class="hg-lead">{html.escape(text)}</p>')


def heading(text: str, *, level: int = 2, looks: int = 0, subtitle: str = "", anchor: str = "") -> None:
    """A heading with an optional line under it; links on the page can point at its ``anchor``.

    ``looks``: the level it looks like, when that is not its own.
    """
    named = f' id="{html.escape(anchor, quote=True)}"' if anchor else ""
    under = f'<p class="hg-sub">{html.escape(subtitle)}</p>' if subtitle else ""
    _put(f'<h{level}{named} class="hg-h{looks or level}">{html.escape(text)}</h{level}>{under}')


def paragraph(text: str) -> None:
    """Plain text, readable width."""
    _put(f'<p class="hg-text">{html.escape(text)}</p>')


def bullets(items: Sequence[str]) -> None:
    """A plain list."""
    _put('<ul class="hg-text">' + "".join(f"<li>{html.escape(item)}</li>" for item in items) + "</ul>")


def notice(strong: str, text: str = "", *, link: tuple[str, str] | None = None) -> None:
    """Something the reader must know before the figures; ``link`` is (address on this site, words)."""
    tail = f' <a href="{html.escape(link[0])}" target="_self">{html.escape(link[1])}</a>' if link else ""
    body = f"<strong>{html.escape(strong)}</strong> {html.escape(text)}{tail}"
    _put(f'<div class="hg-notice" role="note"><p>{body}</p></div>')


def fold(summary: str, lines: Sequence[str], *, link: tuple[str, str] | None = None) -> None:
    """One line that opens to more in place; ``link`` is (address on this site, words) at its end."""
    tail = (
        f'<p><a href="{html.escape(link[0])}" target="_self">{html.escape(link[1])}</a></p>' if link is not None else ""
    )
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    _put(f'<details class="hg-fold"><summary>{html.escape(summary)}</summary>{body}{tail}</details>')


def steps(summary: str, lines: Sequence[str]) -> None:
    """Lines that open on request, such as the arithmetic behind a verdict."""
    items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    _put(f'<details class="hg-text"><summary>{html.escape(summary)}</summary><ul>{items}</ul></details>')


def chart(drawings: Mapping[str, str], *, description: str) -> None:
    """A chart of charts.svg: ``drawings`` are its SVGs for a narrow and a wide place, ``description`` says what it shows.

    Streamlit takes SVG out of HTML, so there each stands in an attribute and web/shell/shell.js unpacks it in place.
    """
    packed = not is_written()
    shown = "".join(
        f'<div class="hg-{place}" data-drawing="{_packed(drawn)}" style="aspect-ratio:{_shape_of(drawn)}"></div>'
        if packed
        else f'<div class="hg-{place}">{drawn}</div>'
        for place, drawn in drawings.items()
    )
    label = html.escape(description, quote=True)
    _put(f'<div class="hg-chart" role="figure" aria-label="{label}"><div class="hg-plots">{shown}</div></div>')


def _packed(drawing: str) -> str:
    return drawing.replace('"', "'").replace("&", "&amp;")


def _shape_of(drawing: str) -> str:
    """Width and height of an SVG as CSS has them, so that its place is kept before it is drawn."""
    _, _, width, height = re.search(r'viewBox="([^"]+)"', drawing)[1].split()  # type: ignore[index]
    return f"{width}/{height}"


def without_script(picture: str, printed: pd.DataFrame, *, caption: str) -> None:
    """A picture and a table for who has no script."""
    _put(f"<noscript>{picture}{table_html(printed, caption=caption)}</noscript>")


def pictures(items: Sequence[tuple[str, str, str]]) -> None:
    """Small pictures side by side, below each other on a phone; each is (SVG, alternative text, line under it)."""
    figures = "".join(
        f'<figure style="margin:0;flex:1 1 210px;max-width:280px"><img style="width:100%;height:auto" '
        f'src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}" alt="{html.escape(alt, quote=True)}">'
        f'<figcaption class="hg-small">{html.escape(under)}</figcaption></figure>'
        for svg, alt, under in items
    )
    _put(f'<div style="display:flex;flex-wrap:wrap;gap:16px">{figures}</div>')


def small(text: str) -> None:
    """A quiet remark under a figure."""
    _put(f'<p class="hg-small">{html.escape(text)}</p>')


def caveats(texts: Sequence[str], *, folded: Sequence[str] = ()) -> None:
    """What a figure does not say: the first in the open, the others and those ``folded`` one click away."""
    if texts:
        small(texts[0])
    if rest := [*texts[1:], *folded]:
        items = "".join(f"<li>{html.escape(text)}</li>" for text in rest)
        _put(f'<details class="hg-details"><summary>{_("Let ook op")}</summary><ul>{items}</ul></details>')


def link(address: str, words: str, *, new_tab: bool = False) -> None:
    """A plain link; ``new_tab`` is for a figure in a frame, whose link must not open inside that frame."""
    target = ' target="_blank" rel="noopener"' if new_tab else ' target="_self"'
    _put(f'<p class="hg-small"><a href="{html.escape(address)}"{target}>{html.escape(words)}</a></p>')


def buttons(
    links: Sequence[tuple[str, str]], *, more: tuple[str, Sequence[tuple[str, str]]] | None = None, after: int = 1
) -> None:
    """Ways on, as (address on this site, words); the first is the main one.

    ``more``: words of a button that opens further links in place; it stands after so many of the others.
    """
    items = [
        f'<a class="hg-button{"" if number == 0 else " hg-button-quiet"}" href="{html.escape(address)}" '
        f'target="_self">{html.escape(words)}</a>'
        for number, (address, words) in enumerate(links)
    ]
    if more is not None:
        items.insert(after, _opening(*more))
    if items:
        _put('<div class="hg-buttons">' + " ".join(items) + "</div>")


def _opening(words: str, links: Sequence[tuple[str, str]]) -> str:
    inside = " ".join(
        f'<a href="{html.escape(address)}" target="_self">{html.escape(text)}</a>' for address, text in links
    )
    return f'<details class="hg-opens"><summary>{html.escape(words)}</summary><p>{inside}</p></details>'


def anchor(name: str) -> None:
    """A place that links can point at, before a fold: a link to it opens the fold (web/shell/shell.js)."""
    _put(f'<span id="{html.escape(name, quote=True)}" class="hg-anchor"></span>')


def source(lines: Sequence[str]) -> None:
    """Who says so, where, since when and on what terms; who says it once for the lines that follow each other."""
    if lines:
        _put('<p class="hg-source">' + "<br>".join(html.escape(line) for line in _owner_once(lines)) + "</p>")


def _owner_once(lines: Sequence[str]) -> list[str]:
    """The lines, without the owner (``Bron: CBS, ``) where the line before has the same one."""
    previous, shown = "", []
    for line in lines:
        owner, comma, rest = line.partition(", ")
        again = owner == previous and comma and owner.startswith(_("Bron: {owner}", owner=""))
        shown.append(rest[:1].upper() + rest[1:] if again else line)
        previous = owner
    return shown


def source_again(lines: Sequence[str]) -> None:
    """A source that the page has named before, one click away."""
    if lines:
        sources = "<br>".join(html.escape(line) for line in lines)
        _put(f'<details class="hg-details"><summary>{_("Bron")}</summary><p class="hg-source">{sources}</p></details>')


def big_number(value: str, unit: str, *, chip: str = "") -> None:
    """The one number a reader came for, its unit, and how it stands against the comparator."""
    tail = f'<span class="hg-chip">{html.escape(chip)}</span>' if chip else ""
    _put(
        f'<p class="hg-big"><span class="hg-big-value">{html.escape(value)}</span> '
        f'<span class="hg-big-unit">{html.escape(unit)}</span></p>{tail}'
    )


def tiles(items: Sequence[tuple[str, str, str]]) -> None:
    """Compact numbers side by side, as (number, what it is, one line on it)."""
    cells = "".join(
        f'<div class="hg-tile"><p class="hg-tile-value">{html.escape(value)}</p><p class="hg-tile-unit">'
        f'{html.escape(unit)}</p><p class="hg-small">{html.escape(under)}</p></div>'
        for value, unit, under in items
    )
    _put(f'<div class="hg-tiles">{cells}</div>')


def doors(items: Sequence[tuple[str, str, str]]) -> None:
    """Ways into the site, as (address on this site, words, one line on what is there)."""
    cells = "".join(
        f'<li><a class="hg-door" href="{html.escape(address)}" target="_self"><strong>{html.escape(words)}</strong>'
        f"<span>{html.escape(under)}</span></a></li>"
        for address, words, under in items
    )
    _put(f'<ul class="hg-doors">{cells}</ul>')


def verdict(who: str, text: str) -> None:
    """The answer in one line: of whom, and number, rate and words."""
    _put(f'<p class="hg-verdict"><strong>{html.escape(who)}</strong> {html.escape(text)}</p>')


def chip(words: str) -> None:
    """A few words that stand out, such as how a place stands or what may be said of a series."""
    _put(f'<p class="hg-text"><span class="hg-chip">{html.escape(words)}</span></p>')


def inline_links(links: Sequence[tuple[str, str]], *, label: str) -> None:
    """A short row of links, as (address on this site, words)."""
    items = "".join(
        f'<li><a href="{html.escape(address)}" target="_self">{html.escape(words)}</a></li>' for address, words in links
    )
    _put(f'<nav aria-label="{html.escape(label, quote=True)}"><ul class="hg-inline-links">{items}</ul></nav>')


def link_groups(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], *, label: str) -> None:
    """Many links under short heads (letters), as (head, links); a group without a head is one list."""
    parts = []
    for head, links in groups:
        items = "".join(
            f'<li><a href="{html.escape(address)}" target="_self">{html.escape(words)}</a></li>'
            for address, words in links
        )
        top = f'<h3 class="hg-h3">{html.escape(head)}</h3>' if head else ""
        parts.append(f'<div class="hg-group-of-links">{top}<ul>{items}</ul></div>')
    _put(f'<nav class="hg-links" aria-label="{html.escape(label, quote=True)}">{"".join(parts)}</nav>')


def table_html(
    printed: pd.DataFrame,
    *,
    caption: str,
    text_columns: Collection[str] = (),
    marked: Collection[int] = (),
    links: Mapping[int, Mapping[str, str]] | None = None,
    row_links: Sequence[str] = (),
    stacked: bool = False,
) -> str:
    """A real HTML table: caption, scoped heads, the first column as row head.

    On a phone a table with a verdict shows its columns up to that one, and the others on request.
    ``printed`` holds text under heads, both in the language of the reader. Columns named in Dutch in ``text_columns`` are set left, the others right
    with tabular figures. Rows whose position is in ``marked`` are set off. ``links`` gives the address behind a cell,
    by position of its row and head of its column, ``row_links`` those behind the row heads. A ``stacked`` table, for sentences, sets its cells under each other
    on a phone; its parts then name their role, because a browser forgets it once they are no longer drawn as a table.
    """
    columns = list(printed.columns)
    left, verdict_head = {columns[0], *text_columns, *map(_, text_columns)}, _(_VERDICT)
    rest = set() if stacked or verdict_head not in columns else set(columns[columns.index(verdict_head) + 1 :])
    role = _role if stacked else _no_role
    head = "".join(
        f'<th scope="col"{role("columnheader")}{_looks(column, left, rest)}>{html.escape(str(column))}</th>'
        for column in columns
    )
    name = ' translate="no"' if str(columns[0]).lower() in map(_, _PLACES) else ""
    rows = []
    for position, row in enumerate(zip(*(column.tolist() for _name, column in printed.items()), strict=True)):
        named = _cell(str(row[0]), row_links[position] if row_links else None)
        first = f'<th scope="row"{name}{role("rowheader")}>{named}</th>'
        behind = (links or {}).get(position, {})
        cells = "".join(
            f"<td{role('cell')}{_looks(column, left, rest, str(value))}{_head(column) if stacked else ''}>"
            f"{_cell(str(value), behind.get(str(column)))}</td>"
            for column, value in zip(columns[1:], row[1:], strict=True)
        )
        mark = ' class="hg-marked"' if position in marked else ""
        rows.append(f"<tr{role('row')}{mark}>{first}{cells}</tr>")
    look = "hg-table hg-stack" if stacked else "hg-table"
    more = (
        f'<details class="hg-more-columns"><summary>{html.escape(_("Meer kolommen: {heads}", heads=notation.listing(sorted(rest, key=columns.index))))}'
        "</summary></details>"
        if rest
        else ""
    )
    wide = len(columns) - len(rest) >= _WIDE and not stacked
    hint = f'<p class="hg-scroll-hint">{_("Schuif de tabel opzij voor meer kolommen.")}</p>' if wide else ""
    return (
        more
        + hint
        + '<div class="hg-scroll" tabindex="0" role="region" aria-label="'
        + html.escape(caption, quote=True)
        + '">'
        f'<table class="{look}"{role("table")}><caption>{html.escape(caption)}</caption>'
        f"<thead{role('rowgroup')}><tr{role('row')}>{head}</tr></thead>"
        f"<tbody{role('rowgroup')}>{''.join(rows)}</tbody></table></div>"
    )


def table(
    printed: pd.DataFrame,
    *,
    caption: str,
    text_columns: Collection[str] = (),
    marked: Collection[int] = (),
    links: Mapping[int, Mapping[str, str]] | None = None,
    row_links: Sequence[str] = (),
    stacked: bool = False,
) -> None:
    """Show a table made by ``table_html``."""
    _put(
        table_html(
            printed,
            caption=caption,
            text_columns=text_columns,
            marked=marked,
            links=links,
            row_links=row_links,
            stacked=stacked,
        )
    )


def _role(name: str) -> str:
    return f' role="{name}"'


def _head(column: object) -> str:
    return f' data-head="{html.escape(str(column), quote=True)}"'


def _no_role(_name: str) -> str:
    return ""


def _cell(text: str, address: str | None) -> str:
    if address is None:
        return html.escape(text)
    return f'<a href="{html.escape(address, quote=True)}" target="_self">{html.escape(text)}</a>'


def _looks(column: object, left: Collection[object], rest: Collection[object], text: str = "") -> str:
    """Classes of a cell: a number, words in a column of numbers, a column that a phone shows on request."""
    words = len(text) > _LONGEST_NUMBER
    names = [] if column in left else ["hg-num", *(["hg-wraps"] if words else [])]
    names += ["hg-rest"] if column in rest else []
    return f' class="{" ".join(names)}"' if names else ""
