"""Acute and structural unsafety: who reports it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from charts.chart import Chart
from charts.shares import ShareWords, shares
from editions.edition import Edition
from editions.printed_shares import ACUTE, STRUCTURAL, shares_by_group
from indicators.sentences import topics
from language import N_, _
from pages._parts.figure import block, parts_of_page
from pages._parts.topics.document_rows import NOT_ONE_HUNDRED, source_line
from pages._parts.ui import markup


@dataclass(frozen=True)
class _Division:
    """Reports of one kind of unsafety, divided over who made them: where the shares stand, and the words of the figure."""

    table: str
    key: str
    title: str
    whole: str


_ACUTE = _Division(
    table=ACUTE,
    key="acuut-onveilig",
    title=N_("Wie acute onveiligheid meldt"),
    whole=N_("van de meldingen over acute onveiligheid"),
)
_STRUCTURAL = _Division(
    table=STRUCTURAL,
    key="structureel-onveilig",
    title=N_("Wie structurele onveiligheid meldt"),
    whole=N_("van de meldingen over structurele onveiligheid"),
)
_POLICE = "Politie"


def show(edition: Edition) -> None:
    """Who reports acute unsafety, with its finding; structural unsafety under a fold."""
    block.show(edition, acute(edition), key=_ACUTE.key)
    markup.small(
        _("Acuut onveilig: er is nu direct gevaar. Structureel onveilig: het is al langer en steeds weer onveilig.")
    )
    with parts_of_page.fold(_(_STRUCTURAL.title), key="structureel"):
        block.show(edition, _shares(edition, _STRUCTURAL), key=_STRUCTURAL.key, level=3)


def acute(edition: Edition) -> Chart:
    """Reports of acute unsafety by who reported them; the finding is that of the newest half-year."""
    rows = shares_by_group(edition, ACUTE)
    police = rows[(rows["category"] == _POLICE) & rows["value"].notna()]
    newest = police[police["period"] == police["period"].astype("str").max()]["value"]
    chart = replace(_shares(edition, _ACUTE), subtitle=_("% van die meldingen, Nederland"))
    return chart.headed(topics.acute_from_police(float(newest.iloc[0])) if len(newest) else "")


def _shares(edition: Edition, division: _Division) -> Chart:
    words = ShareWords(
        key=division.key,
        title=_(division.title),
        whole=_(division.whole),
        group_head=_("Wie meldt"),
        sources=(source_line(division.table),),
        caveats=(
            _("Niet elke groep staat erbij: waar de gedrukte cijfers niet te scheiden waren, lieten wij ze weg."),
            _(NOT_ONE_HUNDRED),
        ),
    )
    return shares(shares_by_group(edition, division.table), words=words)
