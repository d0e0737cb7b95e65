"""HTML of the shell from jinja2 templates; everything that is put in is escaped unless it is Markup."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from charts.palette import PALETTES, Theme
from site_map import SEARCH
from web import shell_assets

_FOLDER = Path(__file__).with_name("templates")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    paper = {str(theme): PALETTES[theme].paper for theme in Theme}
    environment.globals |= {"asset": shell_assets.address, "paper": paper, "search_address": SEARCH}
    return environment


def render(name: str, **context: Any) -> Markup:  # noqa: ANN401 -- whatever a template shows
    """The template of this name; raises jinja2.UndefinedError when it asks for something that is not given."""
    return Markup(_environment().get_template(f"{name}.html").render(context))  # noqa: S704 -- the template escaped it


def trusted(text: str) -> Markup:
    """A text of this project (a script, a style sheet) that goes into a template as it is."""
    return Markup(text)  # noqa: S704 -- never for what a reader or a source wrote
