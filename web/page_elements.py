"""Elements of a recorded page as HTML, under the class names that web/shell/style.css knows from Streamlit.

A kind of element that is not here stops the export: nothing of a page is lost in silence. A first screen before the app
(web/first_screen_elements.py) and an English page (web/english/elements.py) have other forms for some of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from web.page_files import Assets

Form = Callable[[Any, "Page"], str]
Node = Any  # an element or block of Streamlit's test tree, which has no public type
_DRAWING = re.compile(r'(<div class="[^"]*") data-drawing="([^"]*)" style="[^"]*">')
_PICTURE = re.compile(r'(src|srcset)="data:image/svg\+xml;base64,([^"]+)"')
_BOLD = re.compile(r"\*\*(.+?)\*\*")  # the one mark of Markdown that our labels have
_TITLE_LEVELS = {"title": 1, "header": 2, "subheader": 3}


class UnknownElementError(RuntimeError):
    """A page shows a kind of element that a file cannot show yet."""


@dataclass(frozen=True)
class Page:
    """What the form of an element needs to know: the form of every kind, and where pictures and figures of maps go."""

    forms: Mapping[str, Form]
    assets: Assets

    def html_of(self, block: Node) -> str:
        """HTML of all elements in a block. Raises UnknownElementError."""
        return "".join(self._node(child) for child in block.children.values())

    def _node(self, node: Node) -> str:
        form = self.forms.get(node.type)
        if form is None:
            message = f"an element of the kind {node.type!r} has no form here"
            raise UnknownElementError(message)
        return form(node, self)


def html_of(root: Node, *, assets: Assets) -> str:
    """HTML of all elements of a page that is a file. Pictures and figures of maps go to ``assets``. Raises UnknownElementError."""
    return Page(FORMS, assets).html_of(root)


def nodes(block: Any) -> Iterator[Any]:  # noqa: ANN401 -- Streamlit's tree has no public type
    """Every element and block inside a block, at any depth."""
    for node in block.children.values():
        yield node
        if hasattr(node, "children"):
            yield from nodes(node)


def unpacked(body: str) -> str:
    """HTML with its charts in place: Streamlit takes SVG out of HTML, so they come in an attribute."""
    return _DRAWING.sub(lambda match: f"{match[1]}>{unescape(match[2])}", body)


def _html(node: Node, page: Page) -> str:
    body = _PICTURE.sub(lambda match: f'{match[1]}="{page.assets.picture(match[2])}"', unpacked(node.proto.body))
    return f'<div class="stHtml">{body}</div>'


def _heading(node: Node, _page: Page) -> str:
    level = _TITLE_LEVELS[node.type]
    focus = ' tabindex="-1"' if level == 1 else ""
    return f"<h{level}{focus}>{escape(node.value)}</h{level}>"


def _code(node: Node, _page: Page) -> str:
    return f'<div class="hg-copy"><pre tabindex="0"><code>{escape(node.value)}</code></pre></div>'


def _container(node: Node, page: Page) -> str:
    inside = page.html_of(node)
    if not inside:
        return ""
    proto = node.proto
    sideways = proto is not None and proto.HasField("flex_container") and proto.flex_container.direction == _HORIZONTAL
    if sideways and any(child.type == "column" for child in node.children.values()):
        weights = " ".join(f"minmax(0, {child.proto.weight:.4g}fr)" for child in node.children.values())
        return f'<div class="stHorizontalBlock" style="--columns:{weights}">{inside}</div>'
    return f'<div class="stVerticalBlock{keyed(node)}" data-testid="stVerticalBlock">{inside}</div>'


_HORIZONTAL = 2  # Block.FlexContainer.Direction


def keyed(node: Node) -> str:
    """The class, after a space, that Streamlit gives a block or control with a key; '' without one."""
    return f" st-key-{_class_name(node.key)}" if node.key else ""


def _class_name(key: str) -> str:
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def _column(node: Node, page: Page) -> str:
    return f'<div class="stColumn"><div class="stVerticalBlock">{page.html_of(node)}</div></div>'


def _tabs(node: Node, page: Page) -> str:
    """The first tab in the open, the others one click away."""
    first, *others = node.children.values()
    folds = "".join(_details(tab.label, page.html_of(tab), "hg-tab") for tab in others)
    return f'<div class="stVerticalBlock">{page.html_of(first)}</div>{folds}'


def _expander(node: Node, page: Page) -> str:
    return _details(node.label, page.html_of(node), "stExpander", is_open=bool(node.proto.expanded))


def labelled(label: str) -> str:
    """The words of a label as HTML."""
    return _BOLD.sub(r"<strong>\1</strong>", escape(label))


def _details(label: str, inside: str, name: str, *, is_open: bool = False) -> str:
    if not inside:
        return ""
    opened = " open" if is_open else ""
    return f'<details class="{name}"{opened}><summary>{labelled(label)}</summary><div class="stVerticalBlock">{inside}</div></details>'


def _map(node: Node, page: Page) -> str:
    """A mount of the map: its figures are a file, its view stands in an attribute (assets/map.js)."""
    proto = node.proto
    if proto.WhichOneof("data") == "bytes":
        return f'<div class="hg-map-figures" data-figures="{page.assets.figures(proto.bytes)}" hidden></div>'
    view = json.dumps(_data(proto), sort_keys=True, separators=(",", ":"))
    return f'<div class="hg-map" data-view="{escape(view)}"><div class="hgk" translate="no"></div></div>'


def _data(proto: Any) -> Mapping[str, Any]:  # noqa: ANN401 -- a protobuf message
    return dict(json.loads(proto.json))


def _warning(node: Node, _page: Page) -> str:
    return f'<div class="hg-notice" role="note"><p>{escape(node.value)}</p></div>'


FORMS: Mapping[str, Form] = {
    "html": _html,
    **dict.fromkeys(_TITLE_LEVELS, _heading),
    "code": _code,
    "container": _container,
    "flex_container": _container,
    "vertical": _container,
    "horizontal": _container,
    "column": _column,
    "tab_container": _tabs,
    "expander": _expander,
    "bidi_component": _map,
    "warning": _warning,
    "unknown": _container,
}
