"""Elements of a page of the app as HTML of the English edition: as in a file (web/page_elements.py), without any script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from web import page_elements
from web.english import links
from web.page_elements import Form, Page
from web.page_files import Assets

Node = Any  # an element or block of Streamlit's test tree, which has no public type


class InThePage(Assets):
    """Pictures stay in the page: it is one answer."""

    def picture(self, packed: str) -> str:
        """Address of a picture of base64: the picture itself."""
        return f"data:image/svg+xml;base64,{packed}"


def html_of(root: Node, *, assets: Assets | None = None) -> str:
    """HTML of all elements of a page, its links to what is there in English; pictures go to ``assets``, or stay in it.

    Raises UnknownElementError.
    """
    return links.in_english(Page(_FORMS, assets or InThePage()).html_of(root))


_FORMS: Mapping[str, Form] = {
    **page_elements.FORMS,
    "bidi_component": lambda _node, _page: "",  # of the map and its list, which need a script: their pictures are there
}
