"""Who reports, and who asks for advice: the whole country."""

from __future__ import annotations

from charts.shares import ShareWords, shares
from editions.edition import Edition
from editions.national_reporters import national_reporters
from editions.printed_shares import ADVICE, shares_by_group
from indicators import notation
from language import _
from pages._parts.figure import block, parts_of_page
from pages._parts.topics.document_rows import NOT_ONE_HUNDRED, source_line
from pages._parts.ui import markup


def show(edition: Edition) -> None:
    """Who made the reports, with its finding; who asks for advice under a fold."""
    reporters = national_reporters(edition)
    if reporters is None:
        markup.paragraph(_("Wie de meldingen deden, staat nog niet voor heel Nederland op deze site."))
        advice(edition, level=2)
        return
    block.show(edition, reporters.chart, key="wie-meldt-landelijk")
    markup.small(
        _(
            "Politie en justitie deden in {when} {number} van de {reports} meldingen. Burgers zijn mensen die niet voor hun "
            "werk melden, zoals familie en buren.",
            when=reporters.period.in_words,
            number=notation.count(reporters.police_and_justice),
            reports=notation.count(reporters.total),
        )
    )
    with parts_of_page.fold(_("Wie vraagt advies? Een andere groep dan wie meldt"), key="advies"):
        advice(edition, level=3)


def advice(edition: Edition, *, level: int) -> None:
    """Advice by who asks, the first half of 2020, 2021 and 2022; ``level`` of its heading on the page."""
    words = ShareWords(
        key="wie-vraagt-advies",
        title=_("Wie advies vraagt bij Veilig Thuis"),
        whole=_("van de adviezen"),
        group_head=_("Wie belt"),
        sources=(source_line(ADVICE),),
        caveats=(_(NOT_ONE_HUNDRED), _("Het gaat om eerste halfjaren. Over één gezin kan iemand vaker bellen.")),
    )
    block.show(edition, shares(shares_by_group(edition, ADVICE), words=words), key="wie-vraagt-advies", level=level)
