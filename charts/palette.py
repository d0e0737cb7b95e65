"""Every colour of the app, for light and dark; style sheets get them as custom properties from here.

tests/charts/test_palette.py checks contrast and colour blindness, tests/charts/test_colours.py that no colour is written
anywhere else. Files that cannot ask (the theme of Streamlit, the icon, pages of nginx) repeat colours; a test compares.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from indicators.value import State

FONT = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', sans-serif"


class Theme(StrEnum):
    """Which of the two sets a picture is drawn in."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Palette:
    """One set of colours; ``classes`` runs from the lowest class to the highest."""

    paper: str
    ink: str
    soft_ink: str
    line: str  # quiet separators, carries no meaning
    edge: str  # control and place borders that must be seen, at least 3:1
    wash: str
    card: str
    accent: str
    on_accent: str
    accent_wash: str
    second: str  # second series: dashed, square marks
    comparator: str
    exit: str
    on_exit: str
    notice: str
    notice_edge: str
    no_figure: str  # ground under the patterns of missing states
    classes: tuple[str, ...]
    on_classes: tuple[str, ...]  # marks on each class: the 'uncertain' pattern, text

    @property
    def properties(self) -> dict[str, str]:
        """Every colour by the name of its custom property: ``soft-ink``, ``class-0``."""
        flat = {name.replace("_", "-"): colour for name, colour in asdict(self).items() if isinstance(colour, str)}
        flat |= {f"class-{number}": colour for number, colour in enumerate(self.classes)}
        flat |= {f"on-class-{number}": colour for number, colour in enumerate(self.on_classes)}
        return flat

    @property
    def css(self) -> str:
        """Declarations of CSS custom properties, ``--hg-ink: #1b1729;`` and so on."""
        return "".join(f"--hg-{name}:{colour};" for name, colour in self.properties.items())


LIGHT = Palette(
    paper="#ffffff",
    ink="#1b1729",
    soft_ink="#5c576b",
    line="#e4e1ea",
    edge="#857f93",
    wash="#f7f6fa",
    card="#ffffff",
    accent="#4d3591",
    on_accent="#ffffff",
    accent_wash="#f1eef9",
    second="#b4500f",
    comparator="#0b6e4f",
    exit="#b3261e",
    on_exit="#ffffff",
    notice="#fdf7ea",
    notice_edge="#d99a2b",
    no_figure="#ffffff",
    classes=("#d9d0ee", "#b7a6dd", "#9079c8", "#684bad", "#38217a"),
    on_classes=("#1b1729", "#1b1729", "#0f0a1e", "#ffffff", "#ffffff"),
)

DARK = Palette(
    paper="#16131f",
    ink="#f1eff7",
    soft_ink="#b5afc4",
    line="#383248",
    edge="#857e9c",
    wash="#1f1b2b",
    card="#1b1726",
    accent="#b9a8f0",
    on_accent="#1b1232",
    accent_wash="#2b2441",
    second="#f0955c",
    comparator="#4fc39a",
    exit="#c9372e",
    on_exit="#ffffff",
    notice="#2c2415",
    notice_edge="#d99a2b",
    no_figure="#16131f",
    classes=("#3a3057", "#57478a", "#7a66b8", "#a594dd", "#dcd3fa"),
    on_classes=("#ffffff", "#ffffff", "#ffffff", "#0f0a1e", "#16131f"),
)

PALETTES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}

OF_PAGE = Palette(
    **{name: f"var(--hg-{name.replace('_', '-')})" for name, value in asdict(LIGHT).items() if isinstance(value, str)},
    classes=tuple(f"var(--hg-class-{number})" for number in range(len(LIGHT.classes))),
    on_classes=tuple(f"var(--hg-on-class-{number})" for number in range(len(LIGHT.on_classes))),
)
"""The colours of whatever page a picture stands in: it follows light, dark and print."""


@dataclass(frozen=True)
class PictureColours:
    """Colours of a picture that cannot hear which theme its page has: they stand out on light and dark paper alike."""

    member: str = "#8a73c9"
    extra: str = "#c2732f"
    edge: str = "#857f93"
    seam: str = "#ffffff"  # between two filled places


EITHER = PictureColours()


def root_css() -> str:
    """Custom properties of both themes for a whole page: the reader's system decides, ``data-theme`` on the root wins; paper is light."""
    return (
        f":root{{{LIGHT.css}}}@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{DARK.css}}}}}"
        f":root[data-theme=dark]{{{DARK.css}}}"
        f"@media print{{:root:root:root{{{LIGHT.css}}}}}"
    )


# Missing states differ by pattern, not by grey: a grey cannot be told from a pale class (WCAG 1.4.1).
STATE_PATTERNS = {
    State.ZERO: "rings",
    State.ROUNDED_ZERO: "dots",
    State.CBS_DOT: "cross",
    State.COUNT_ONLY: "dashes",
    State.NOT_IN_SNAPSHOT: "hatch",
    State.NO_SUCH_PLACE: "blank",
    State.COLUMN_UNCERTAIN: "bars",
}
