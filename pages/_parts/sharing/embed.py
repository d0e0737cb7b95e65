"""One figure in a frame on another site: ``?embed=true&figuur=<key>`` shows that figure and nothing else."""

from __future__ import annotations

import streamlit as st

from pages._parts.sharing import links


def wanted() -> str | None:
    """Key of the figure that an embedding page asks for; None on an ordinary visit."""
    return links.figure_key(st.query_params.get("figuur")) if st.context.is_embedded else None


def hides(key: str) -> bool:
    """Whether this figure need not be drawn, because the frame asks for another one."""
    figure = wanted()
    return figure is not None and figure != key


def style() -> None:
    """Hide everything of the page but the figure asked for; a page without that figure stays whole."""
    figure = wanted()
    if figure is None:
        return
    here = f".st-key-figuur-{figure}"
    page = f".stMain:has({here})"
    outside = f":not({here}):not({here} *)"
    st.html(
        f"<style>{page} :is(.stElementContainer,.stVerticalBlock,.stHorizontalBlock,.stColumn,.stLayoutWrapper)"
        f"{outside}:not(:has({here})){{display:none}}{page} .stVerticalBlock{outside}{{gap:0}}"
        f"{page} .stMainBlockContainer{{padding:0.5rem}}</style>"
    )
