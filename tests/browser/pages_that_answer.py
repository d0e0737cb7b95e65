"""The pages whose first screen is measured: one row each. A page is added by adding its row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class PageThatAnswers:
    """An address, what answers on it, and which side of that must lie in the first screen of a phone.

    ``answer`` is a CSS selector under ``.stMain``; of an answer the end counts (``bottom``), of a picture its start (``top``).
    ``tab`` is a tab to open first.
    """

    path: str
    answer: str
    side: Literal["bottom", "top"] = "bottom"
    tab: str = ""

    def __str__(self) -> str:
        """Words of the row in the name of its test."""
        return f"{self.path} {self.tab}".strip()


PAGES = (
    # Overzicht
    PageThatAnswers("/", ".hg-tiles"),
    PageThatAnswers("/?gemeente=GM0758", ".hg-answer"),
    PageThatAnswers("/?gemeente=GM0855", ".hg-answer"),
    PageThatAnswers("/?gemeente=VT21", ".hg-answer"),
    # Kaart
    PageThatAnswers("/kaart", "svg.hgk-map", "top"),
    PageThatAnswers("/kaart?gemeente=GM0758", "svg.hgk-map", "top"),
    PageThatAnswers("/kaart?gemeente=GM0855", "svg.hgk-map", "top"),
    PageThatAnswers("/kaart?gemeente=PV30", "svg.hgk-map", "top"),
    PageThatAnswers("/kaart?gemeente=GM0758", ".st-key-figuur-verschil", "top", tab="Lijst"),
    PageThatAnswers("/kaart?gemeente=GM0758", ".st-key-figuur-kaart h2", "top", tab="Tabel"),
    # Vergelijken
    PageThatAnswers("/vergelijken", ".hg-doors"),
    PageThatAnswers("/vergelijken?gemeente=GM0758", ".hg-verdict"),
    PageThatAnswers("/vergelijken?gemeente=GM0855", ":is(.hg-verdict, .st-key-figuur-leeg .hg-text)"),
    PageThatAnswers("/vergelijken?niveau=PV", ".st-key-figuur-naast-elkaar h2"),
    PageThatAnswers(
        "/vergelijken?gemeente=GM0758&met=GM0855,GM0748,GM0826,GM0777,GM1674,GM0779,GM0840,GM0851,GM0873&indicator=wb-meldingen",
        ".hg-verdict",
    ),
    # Ontwikkeling
    PageThatAnswers("/ontwikkeling", ".st-key-figuur-ontwikkeling-meldingen h2"),
    PageThatAnswers(
        "/ontwikkeling?gemeente=GM0758", ":is(.st-key-figuur-ontwikkeling-meldingen, .st-key-figuur-leeg) h2"
    ),
    PageThatAnswers(
        "/ontwikkeling?gemeente=GM0758&met=GM0748,GM0855,PV30,NL01",
        ":is(.st-key-figuur-ontwikkeling-meldingen, .st-key-figuur-leeg) h2",
    ),
)
