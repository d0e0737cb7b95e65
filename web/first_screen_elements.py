"""Elements of a page as its first screen shows them: as in the app, with controls that look like the app's and wait for it.

Such a control is for the eye alone; who listens gets it when the app is there. A fold works at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from web import page_elements
from web.page_elements import Form, Page, keyed, labelled, unpacked
from web.page_files import Assets

Node = Any  # an element or block of Streamlit's test tree, which has no public type
_PILLS, _HORIZONTAL = 1, 2  # ButtonGroup.Style, Block.FlexContainer.Direction
_ALIGNED = ("start", "center", "end")  # Block.Column.VerticalAlignment
_GAPS_PX = {2: 32, 4: 0, 5: 4, 6: 8}  # GapSize: medium, none, xxsmall, xsmall
_USUAL_GAP_PX = 16


def html_of(root: Node, *, foot: str) -> str:
    """HTML of all elements of a page and of its foot. Raises UnknownElementError for a kind that has no form before the app."""
    inside = Page(_FORMS, Assets()).html_of(root)
    return f'<div class="stVerticalBlock hg-recorded">{inside}<div class="stHtml">{foot}</div></div>'


def _html(node: Node, _page: Page) -> str:
    return f'<div class="stHtml">{unpacked(node.proto.body)}</div>'


def _block(node: Node, page: Page) -> str:
    """A column of elements, or a row of them; one without elements takes no place, as in the app."""
    inside = page.html_of(node)
    if not inside:
        return ""
    flex = node.proto.flex_container if node.proto is not None and node.proto.HasField("flex_container") else None
    columns = [child for child in node.children.values() if child.type == "column"]
    if columns:
        aligned = _ALIGNED[columns[0].proto.vertical_alignment]
        return f'<div class="stHorizontalBlock" style="gap:{_gap(flex)}px;align-items:{aligned}">{inside}</div>'
    row = " hg-first-row" if flex is not None and flex.direction == _HORIZONTAL else ""
    gap = "" if flex is None or _gap(flex) == _USUAL_GAP_PX else f' style="gap:{_gap(flex)}px"'
    return f'<div class="stVerticalBlock{row}{keyed(node)}" data-testid="stVerticalBlock"{gap}>{inside}</div>'


def _gap(block: Any) -> int:  # noqa: ANN401 -- a protobuf message, or None
    """Distance between the elements of a block in px."""
    return _USUAL_GAP_PX if block is None else _GAPS_PX.get(block.gap_config.gap_size, _USUAL_GAP_PX)


def _column(node: Node, page: Page) -> str:
    basis = f"calc({node.proto.weight:.4%} - {_gap(node.proto)}px)"
    return (
        f'<div class="stColumn" style="flex:1 1 {basis}"><div class="stVerticalBlock">{page.html_of(node)}</div></div>'
    )


def _tabs(node: Node, page: Page) -> str:
    """The names of the tabs, and what is in the first."""
    first = next(iter(node.children.values()))
    names = "".join(f"<span>{labelled(tab.label)}</span>" for tab in node.children.values())
    return (
        f'<div class="hg-first-tab"><div class="hg-first-tabs" aria-hidden="true">{names}</div>'
        f'<div class="stVerticalBlock">{page.html_of(first)}</div></div>'
    )


def _expander(node: Node, page: Page) -> str:
    """A fold; one that the app fills when it is opened is empty until then."""
    inside = page.html_of(node)
    filled = f'<div class="stVerticalBlock">{inside}</div>' if inside else ""
    opened = " open" if node.proto.expanded else ""
    lazy = "" if inside else " hg-first-lazy"
    return f'<details class="stExpander{lazy}{keyed(node)}"{opened}><summary><span>{labelled(node.label)}</span></summary>{filled}</details>'


def _code(node: Node, _page: Page) -> str:
    return f'<pre class="hg-first-code" tabindex="0"><code>{escape(node.value)}</code></pre>'


def _caption(node: Node, _page: Page) -> str:
    return f'<p class="hg-first-caption">{labelled(node.value)}</p>'


def _list(node: Node, _page: Page) -> str:
    proto = node.proto
    chosen = proto.raw_value if proto.set_value else next(iter(proto.options[proto.default :]), "")
    return _control(node, f'<span class="hg-first-list">{escape(chosen)}</span>')


def _buttons(node: Node, _page: Page) -> str:
    proto = node.proto
    words = [option.content for option in proto.options]
    chosen = list(proto.raw_values) if proto.set_value else [words[number] for number in proto.default]
    kind = "hg-first-pills" if proto.style == _PILLS else "hg-first-segments"
    shown = "".join(f"<span{_CHOSEN if each in chosen else ''}>{escape(each)}</span>" for each in words)
    row = " hg-first-one-row" if proto.HasField("wrap") and not proto.wrap else ""
    return _control(node, f'<span class="{kind}{row}">{shown}</span>')


def _toggle(node: Node, _page: Page) -> str:
    return f'<p class="hg-first-toggle{keyed(node)}" aria-hidden="true">{labelled(node.label)}</p>'


def _field(node: Node, _page: Page) -> str:
    lines = ' style="height:102px"' if node.type == "text_area" else ""
    return _control(node, f'<span class="hg-first-field"{lines}>{escape(node.proto.placeholder)}</span>')


def _file(node: Node, _page: Page) -> str:
    return _control(node, '<span class="hg-first-file"></span>')


def _button(node: Node, _page: Page) -> str:
    return f'<p class="hg-first-button" aria-hidden="true">{labelled(node.label)}</p>'


def _control(node: Node, shown: str) -> str:
    """A control with its label, for the eye alone."""
    label = node.proto.label_visibility.value == 0
    above = f"<span>{labelled(node.label)}</span>" if label else ""
    return f'<p class="hg-first-control{keyed(node)}" aria-hidden="true">{above}{shown}</p>'


_CHOSEN = ' class="hg-first-chosen"'
_BLOCKS: Sequence[str] = ("container", "flex_container", "vertical", "horizontal", "form", "unknown")
_FORMS: Mapping[str, Form] = {
    **{kind: page_elements.FORMS[kind] for kind in ("title", "header", "subheader")},
    **dict.fromkeys(_BLOCKS, _block),
    "html": _html,
    "column": _column,
    "tab_container": _tabs,
    "expander": _expander,
    "code": _code,
    "caption": _caption,
    "selectbox": _list,
    "button_group": _buttons,
    "toggle": _toggle,
    "text_input": _field,
    "text_area": _field,
    "file_uploader": _file,
    "button": _button,
}
