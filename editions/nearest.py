"""The nearest real figures of a place without one: its own parts, the larger places around it, and what a document says."""

from __future__ import annotations

from dataclasses import dataclass

from charts.documents.statements_table import outcome_of
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.figure_checks import checks
from editions.place import GM, headline_of, periods_of_parts, periods_with_figure
from editions.values import row_of, rows_by_place
from geo import membership, registry
from indicators import comparators, notation, sentences
from indicators.checks.named_regions import named_region
from indicators.checks.verdict import FigureCheck, Verdict
from indicators.comparator import Comparator
from indicators.place_opening import default_period, speaking
from indicators.sentences import words
from language import _

_LARGER = (Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART, Level.COUNTRY)


@dataclass(frozen=True)
class Nearest:
    """One figure near a place, in a line, and the page that tells more; ``where`` are the words of its link.

    ``code`` is that of the place it is about, where it is the figure of one.
    """

    text: str
    address: str = ""
    where: str = ""
    code: str = ""


@cached_per_edition(most=512)
def nearest_figures(edition: Edition, code: str) -> tuple[Nearest, ...]:
    """Newest figures of what lies around a place, nearest first, and last what a document says of its region.

    Of the country part only where neither region nor province has a figure; which of those have none is one line.
    """
    year = min(registry.region(code).last_year or registry.last_year(), registry.last_year())
    lines = [line for line in [_parts(edition, code)] if line is not None]
    missing: list[str] = []
    for level in _LARGER:
        larger = membership.parent(code, level=level, year=year)
        if larger is None or larger == code or (level is Level.COUNTRY_PART and lines):
            continue
        line = _newest(edition, larger)
        if line is not None:
            lines.append(line)
        elif level is not Level.COUNTRY:
            missing.append(words.place(registry.region(larger), period=Period.year(year)))
    if missing:
        lines.append(
            Nearest(_("Over {places} staat er ook nog geen cijfer op deze site.", places=notation.listing(missing)))
        )
    return (*lines, *_document(edition, code))


def _newest(edition: Edition, code: str) -> Nearest | None:
    """Newest figure of a larger place; None without one."""
    period = default_period(periods_with_figure(edition, code))
    if period is None:
        return None
    indicator = headline_of(edition, code, period=period)
    row, region = row_of(edition, indicator, code=code, period=period), registry.region(code)
    text = "" if row is None else sentences.nearest_figure(row, region, spec=INDICATORS[indicator])
    return Nearest(text, f"/gemeente?gemeente={code}", text.partition(",")[0], code) if text else None


def _parts(edition: Edition, code: str) -> Nearest | None:
    """Sum of the municipalities of a larger place in their newest period; None when one of them lacks a figure."""
    if Level.of(code) in {GM, Level.COUNTRY}:
        return None
    for period in periods_of_parts(edition, code)[:1]:
        indicator = speaking(period)[0]
        total = _sum(edition, code, indicator, period)
        if total is not None:
            spec = INDICATORS[indicator]
            return Nearest(
                _(
                    "De {municipalities} samen, {when}: {counts} · {amount} (eigen optelling)",
                    municipalities=notation.counted(len(total.places), "gemeente", "gemeenten"),
                    when=period.in_words,
                    counts=words.counted(total.count, spec=spec),
                    amount=words.amount(total.value, spec=spec),
                )
            )
    return None


def _sum(edition: Edition, code: str, indicator: str, period: Period) -> Comparator | None:
    codes = membership.members(code, year=period.calendar_year)
    if code in membership.uncertain(Level.of(code), year=period.calendar_year):
        return None
    parts = rows_by_place(edition, indicator, level=GM, period=period)
    spec = INDICATORS[indicator]
    total = comparators.together(parts, codes=codes, name=_("de gemeenten samen"), spec=spec, period=period)
    return total if isinstance(total, Comparator) else None


def _document(edition: Edition, code: str) -> tuple[Nearest, ...]:
    """The newest printed figure on reports of the region of a municipality, with what was recomputed of it."""
    region = named_region(code) if Level.of(code) is GM else None
    if region is None:
        return ()
    newest = newest_claim(edition, region)
    if newest is None:
        return ()
    outcome = outcome_of(newest)
    remark = (
        _("Uit een document, niet nagerekend.")
        if newest.verdict is Verdict.NOT_CHECKABLE
        else _("Uit een document; {outcome}.", outcome=outcome)
    )
    return (Nearest(f"{newest.claim} {remark}", "/regioprogrammas", _("Cijfercheck")),)


def newest_claim(edition: Edition, region: str) -> FigureCheck | None:
    """The newest figure that the documents print for a region: on reports per inhabitant, else any; None without one."""
    claims = [check for check in checks(edition) if check.region == region and check.printed]
    on_reports = [check for check in claims if "melding" in check.indicator and "10.000" in check.unit]
    return max(on_reports or claims, key=lambda check: check.period, default=None)
