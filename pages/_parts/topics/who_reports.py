"""Who reports, and who asks for advice: the whole country."""

from __future__ import annotations

from charts.shares import ShareWords, shares
from editions.edition import Edition
from editions.national_reporters import national_reporters
from indicators import notation
from pages._parts.figure import block, parts_of_page
from pages._parts.topics.document_rows import NOT_ONE_HUNDRED, shares_of, source_line
from pages._parts.ui import markup

_ADVICE = "impactmonitor-2022-4.2"


def show(edition: Edition) -> None:
    """Who made the reports, with its finding; who asks for advice under a fold."""
    reporters = national_reporters(edition)
    if reporters is None:
        markup.paragraph("Wie de meldingen deden, staat nog niet voor heel Nederland op deze site.")
        advice(edition)
        return
    block.show(edition, reporters.chart, key="wie-meldt-landelijk")
    markup.small(
        f"Politie en justitie deden in {reporters.period.in_words} {notation.count(reporters.police_and_justice)} van de "
        f"{notation.count(reporters.total)} meldingen. Burgers zijn mensen die niet voor hun werk melden, zoals familie en buren."
    )
    with parts_of_page.fold("Wie vraagt advies? Een andere groep dan wie meldt", key="advies"):
        advice(edition)


def advice(edition: Edition) -> None:
    """Advice by who asks, the first half of 2020, 2021 and 2022."""
    words = ShareWords(
        key="wie-vraagt-advies",
        title="Wie advies vraagt bij Veilig Thuis",
        whole="van de adviezen",
        group_head="Wie belt",
        sources=(source_line(_ADVICE),),
        caveats=(NOT_ONE_HUNDRED, "Het gaat om eerste halfjaren. Over één gezin kan iemand vaker bellen."),
    )
    block.show(
        edition, shares(shares_of(edition, _ADVICE, "advice_share"), words=words), key="wie-vraagt-advies", level=3
    )
