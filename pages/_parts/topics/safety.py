"""Acute and structural unsafety: who reports it."""

from __future__ import annotations

from dataclasses import replace

from charts.chart import Chart
from charts.shares import ShareWords, shares
from editions.edition import Edition
from indicators.sentences import topics
from pages._parts.figure import block, parts_of_page
from pages._parts.topics.document_rows import NOT_ONE_HUNDRED, shares_of, source_line
from pages._parts.ui import markup

_ACUTE, _STRUCTURAL = (
    ("impactmonitor-2023-5.1", "acute_reports_share"),
    ("impactmonitor-2023-5.2", "structural_reports_share"),
)
_POLICE = "Politie"


def show(edition: Edition) -> None:
    """Who reports acute unsafety, with its finding; structural unsafety under a fold."""
    block.show(edition, acute(edition), key="acuut-onveilig")
    markup.small(
        "Acuut onveilig: er is nu direct gevaar. Structureel onveilig: het is al langer en steeds weer onveilig."
    )
    with parts_of_page.fold("Wie structurele onveiligheid meldt", key="structureel"):
        chart = _shares(edition, *_STRUCTURAL, word="structurele onveiligheid", key="structureel-onveilig")
        block.show(edition, chart, key="structureel-onveilig", level=3)


def acute(edition: Edition) -> Chart:
    """Reports of acute unsafety by who reported them; the finding is that of the newest half-year."""
    rows = shares_of(edition, *_ACUTE)
    police = rows[(rows["category"] == _POLICE) & rows["value"].notna()]
    newest = police[police["period"] == police["period"].astype("str").max()]["value"]
    chart = _shares(edition, *_ACUTE, word="acute onveiligheid", key="acuut-onveilig")
    chart = replace(chart, subtitle="% van die meldingen, Nederland")
    return chart.headed(topics.acute_from_police(float(newest.iloc[0])) if len(newest) else "")


def _shares(edition: Edition, table: str, measure: str, *, word: str, key: str) -> Chart:
    words = ShareWords(
        key=key,
        title=f"Wie {word} meldt",
        whole=f"van de meldingen over {word}",
        group_head="Wie meldt",
        sources=(source_line(table),),
        caveats=(
            "Niet elke groep staat erbij: waar de gedrukte cijfers niet te scheiden waren, lieten wij ze weg.",
            NOT_ONE_HUNDRED,
        ),
    )
    return shares(shares_of(edition, table, measure), words=words)
