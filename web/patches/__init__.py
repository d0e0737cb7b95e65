"""Patches of Streamlit and uvicorn for speed; each can be switched off by name.

HGIB_PATCHES=off starts the app without any; HGIB_PATCHES="-prompt_check -preload" without these two. README.md beside
this file says for each which bar it serves and what it brings. Nothing here may be needed for the app to work.
"""

from __future__ import annotations

import os
from functools import cache

VARIABLE = "HGIB_PATCHES"
NAMES = (
    "coalescing_transport",
    "event_loop_batching",
    "message_batching",
    "preload",
    "first_answer",
    "page_run",
    "prompt_check",
    "script_run_buffer",
)


class UnknownPatchError(ValueError):
    """HGIB_PATCHES holds a word that is neither ``on``, ``off`` nor ``-`` with the name of a patch."""


def switched_on(setting: str) -> frozenset[str]:
    """Names of the patches that a value of HGIB_PATCHES leaves on; raises UnknownPatchError."""
    words = setting.replace(",", " ").split()
    unknown = [word for word in words if word not in {"on", "off", *(f"-{name}" for name in NAMES)}]
    if unknown:
        message = f"{VARIABLE} does not know {', '.join(unknown)}: write off, or - before one of {', '.join(NAMES)}"
        raise UnknownPatchError(message)
    return frozenset() if "off" in words else frozenset(NAMES) - {word[1:] for word in words if word != "on"}


@cache
def _switched_on_here() -> frozenset[str]:
    return switched_on(os.environ.get(VARIABLE, ""))


def is_on(name: str) -> bool:
    """Whether this process runs with a patch; HGIB_PATCHES is read once."""
    if name not in NAMES:
        raise UnknownPatchError(name)
    return name in _switched_on_here()


def install() -> None:
    """Apply the patches of this process that replace something; before anything is read and any reader comes."""
    from web.patches import event_loop_batching, prompt_check

    if is_on("event_loop_batching"):
        event_loop_batching.install()
    if is_on("prompt_check"):
        prompt_check.install()
