"""Reports about people whom Veilig Thuis knew before."""

from __future__ import annotations

import pandas as pd

from charts.bars import bars
from charts.chart import Chart
from charts.counts import CountLabels
from charts.dots import dots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from data_sources.observation import Status
from data_sources.period import Kind, Period, of_kind
from editions.comparators import comparator as comparator_of
from editions.edition import Edition
from editions.periods import periods as periods_of
from editions.sources import source_lines
from editions.values import values as values_of
from geo import registry
from indicators.sentences import topics
from indicators.sentences.words import NATIONAL
from language import N_, _
from pages._parts.figure import block, parts_of_page
from pages._parts.topics.document_rows import source_line
from pages._parts.ui import markup

TABLE = "85361NED"
KINDS = {
    "first_reports": N_("Eerste melding: niemand was bekend"),
    "repeat_reports": N_("Hermelding: eerder bekend, daarna gestopt"),
    "follow_up_reports": N_("Vervolgmelding: Veilig Thuis is nog bezig"),
    "reports_unclassified": N_("Niet ingedeeld"),
}
_ALL = "reports"
_SHARE = "aandeel-vervolgmeldingen"


def show(edition: Edition) -> None:
    """How often someone was known before, with its finding; follow-up reports per province under a fold."""
    chart = earlier(edition)
    if chart is None:
        markup.paragraph(_("Of Veilig Thuis iemand al kende, staat nog niet voor heel Nederland op deze site."))
    else:
        block.show(edition, chart, key="eerdere-betrokkenheid")
        markup.small(_("Een melding is geen persoon: over één gezin kunnen meer meldingen komen."))
    with parts_of_page.fold(_("Vervolgmeldingen per provincie"), key="vervolgmeldingen"):
        per_province(edition)


def earlier(edition: Edition) -> Chart | None:
    """National reports by what Veilig Thuis knew before, the newest year; None without figures."""
    rows = edition.observations
    shares = rows[
        (rows["table"] == TABLE)
        & (rows["region"] == NETHERLANDS)
        & rows["measure"].isin([*KINDS, _ALL])
        & rows["value"].notna()
    ]
    shares = shares[of_kind(shares["period"], Kind.YEAR)]
    kinds = shares[shares["measure"] != _ALL]
    if kinds.empty:
        return None
    code = str(kinds["period"].astype("str").max())
    period = Period.from_code(code)
    counts = {
        str(measure): float(value)
        for measure, value in shares.loc[shares["period"] == code, ["measure", "value"]].itertuples(index=False)
    }
    newest = kinds[kinds["period"] == code]
    words = CountLabels(
        key="eerdere-betrokkenheid",
        title=_("Of Veilig Thuis al eerder betrokken was"),
        place=_(NATIONAL),
        region=NETHERLANDS,
        unit=_("meldingen"),
        group_head=_("soort melding"),
        status=str(newest["status"].iloc[0]),
        sources=(
            source_line(TABLE, date=period.label, provisional=bool((newest["status"] == Status.PROVISIONAL).any())),
        ),
        caveats=(_("Het CBS rondt af op vijftallen."),),
    )
    drawn = pd.DataFrame(
        [
            {"group": _(KINDS[measure]), "period": period.key, "value": value}
            for measure, value in counts.items()
            if measure in KINDS
        ]
    )
    nan = float("nan")
    finding = topics.already_known(
        counts.get("repeat_reports", nan), counts.get("follow_up_reports", nan), counts.get(_ALL, nan)
    )
    return bars(drawn, words=words).headed(finding)


def per_province(edition: Edition) -> None:
    """Follow-up reports per province, the newest year, beside the country."""
    spec = INDICATORS[_SHARE]
    periods = periods_of(edition, spec.id, level=Level.PROVINCE, kind=Kind.YEAR)
    if not periods:
        markup.paragraph(_("Er zijn nog geen cijfers per provincie op deze site."))
        return
    period = periods[-1]
    values = values_of(edition, spec.id, level=Level.PROVINCE)
    chart = dots(
        values,
        spec=spec,
        period=period,
        names={each.code: each.name for each in registry.regions(Level.PROVINCE, year=period.calendar_year)},
        comparator=comparator_of(edition, spec.id, level=Level.PROVINCE, period=period),
        sources=source_lines(values, periods=[period]),
    )
    markup.paragraph(spec.definition)
    block.show(edition, chart, key="vervolgmeldingen", text_columns=("vergelijking", "let op"), level=3)
