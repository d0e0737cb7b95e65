"""Our typeface in office files: named everywhere, with the one that stands in where a machine lacks it."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from lxml import etree

Untyped: TypeAlias = Any
"""Elements of python-docx, python-pptx and lxml, which ship no types or halfway."""

TYPEFACE, FALLBACK = "Beeld Sans", "Arial"
LANGUAGE = "nl-NL"
_PANOSE = "020B0604020202020204"  # of Arial: a program that lacks our typeface takes the one most like it
_SWISS_VARIABLE = "34"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BEFORE = (
    "ln",
    "noFill",
    "solidFill",
    "gradFill",
    "blipFill",
    "pattFill",
    "grpFill",
    "effectLst",
    "effectDag",
    "highlight",
)


def add_typeface(properties: Untyped) -> None:
    """Name typeface and fallback in the properties of a run of DrawingML text, in the order of the format."""
    for old in properties.findall(f"{_DRAWING}latin"):
        properties.remove(old)
    latin = etree.Element(
        f"{_DRAWING}latin", typeface=TYPEFACE, panose=_PANOSE, pitchFamily=_SWISS_VARIABLE, charset="0"
    )
    at = sum(1 for child in properties if child.tag.removeprefix(_DRAWING) in _BEFORE)
    properties.insert(at, latin)


def in_theme(xml: bytes) -> bytes:
    """A theme whose heads and texts are in our typeface; the fallback is the typeface of all other scripts."""
    return re.sub(
        rb"(<a:(?:major|minor)Font>\s*)<a:latin [^>]*?/>(\s*)<a:ea [^>]*?/>(\s*)<a:cs [^>]*?/>",
        rf'\1<a:latin typeface="{TYPEFACE}" panose="{_PANOSE}" pitchFamily="{_SWISS_VARIABLE}" charset="0"/>'
        rf'\2<a:ea typeface="{FALLBACK}"/>\3<a:cs typeface="{FALLBACK}"/>'.encode(),
        xml,
    )
