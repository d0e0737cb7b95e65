"""Three questions to ask the alderman, that follow from the figures of one place (municipality sheet)."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from geo.registry import Region
from indicators import notation
from indicators.answers import EarlierInvolvement
from indicators.comparator import Row
from indicators.compare import Comparison
from indicators.sentences import words
from indicators.value import Position
from language import N_, _, ngettext

_COMPARED = {
    Position.LOWER: N_(
        "Het cijfer van {place} ligt lager dan dat van {other}. Weten inwoners en beroepskrachten Veilig Thuis goed te vinden?"
    ),
    Position.SIMILAR: N_(
        "Het cijfer van {place} is ongeveer gelijk aan dat van {other}. Welke groepen of wijken bereikt Veilig Thuis nog weinig?"
    ),
    Position.HIGHER: N_(
        "Het cijfer van {place} ligt hoger dan dat van {other}. Welke van de mogelijke verklaringen herkent het college, en waaruit blijkt dat?"
    ),
}


def questions(
    row: Row,
    region: Region,
    *,
    spec: IndicatorSpec,
    comparison: Comparison,
    other: str,
    twin: Row | None = None,
    earlier: EarlierInvolvement | None = None,
) -> tuple[str, str, str]:
    """Three questions on one IndicatorValue row, its comparison with ``other`` and its twin (advice).

    Without a count they ask for one. What the loaded tables answer (``earlier``) is stated and not asked (STATISTICS
    rule 17). None suggests a cause or a judgement.
    """
    period = words.period_of(row)
    place, when = words.place(region, period=period), period.in_words
    help_after = _("Welke hulp is er in {place} na een melding, en hoe lang wachten inwoners daarop?", place=place)
    if not np.isfinite(row["value"]) and not np.isfinite(row["count"]):
        first = _(
            "Over {place} in {when} staat er nog geen cijfer op deze site. Kan het college het aantal "
            "meldingen en adviezen bij Veilig Thuis opvragen en met de raad delen?",
            place=place,
            when=when,
        )
        if earlier is not None:
            first = f"{_answer(earlier, place)} {_(_AFTER)}"
        finding = _("Hoe houdt het college bij of inwoners van {place} Veilig Thuis weten te vinden?", place=place)
        return first, finding, help_after
    first = f"{_figure(row, place, when, spec=spec)} {_follows(row, place, spec=spec, earlier=earlier)}"
    third = help_after
    if twin is not None and np.isfinite(twin["count"]):
        third = _(
            "Naast de meldingen waren er {advice}. Wat doet de gemeente zodat mensen eerder om advies vragen?",
            advice=notation.counted(twin["count"], "advies", "adviezen"),
        )
    return first, _second(comparison, place, other), third


_AFTER = N_("Wat gebeurde er na die eerdere meldingen?")


def _figure(row: Row, place: str, when: str, *, spec: IndicatorSpec) -> str:
    """The figure a question starts from: a count of reports or advice, or a share."""
    if spec.is_rate:
        counts = words.counted(row["count"], spec=spec)
        return _("In {when} telde Veilig Thuis {counts} in {place}.", when=when, counts=counts, place=place)
    if np.isfinite(row["value"]):
        return _(
            "In {when} was {quantity} in {place} {value}.",
            when=when,
            quantity=words.quantity(spec),
            place=place,
            value=notation.percent(row["value"]),
        )
    counts = words.counted(row["count"], spec=spec)
    return _("In {when} ging het in {place} om {counts}.", when=when, place=place, counts=counts)


def _follows(row: Row, place: str, *, spec: IndicatorSpec, earlier: EarlierInvolvement | None) -> str:
    """What to ask after the figure: how many were known, unless the tables say so."""
    if earlier is not None and (spec.is_rate or np.isfinite(earlier.repeat)):
        return f"{_answer(earlier, place, inside=str(row['period']) if spec.is_rate else '')} {_(_AFTER)}"
    if not spec.is_rate:
        return _("Hoe kijkt het college naar dat cijfer, en wat doet het ermee?")
    return _("Hoeveel daarvan gingen over een situatie die al bekend was, en wat gebeurde er daarna?")


def _answer(earlier: EarlierInvolvement, place: str, *, inside: str = "") -> str:
    """How many reports were about people who were known; period and place stand there unless they just did."""
    repeat = np.isfinite(earlier.repeat)
    number = notation.count(earlier.repeat if repeat else earlier.follow_up)
    if earlier.period.code == inside:
        answer = (
            _("Bij {number} daarvan waren de mensen in de drie jaar ervoor al bekend bij Veilig Thuis (hermeldingen).")
            if repeat
            else _("Bij {number} daarvan was Veilig Thuis al bezig met dezelfde mensen (vervolgmeldingen).")
        )
        return answer.format(number=number)
    reports = ngettext("{number} melding", "{number} meldingen", earlier.repeat if repeat else earlier.follow_up)
    if np.isfinite(earlier.reports):
        reports = _("{number} van de {reports} meldingen")
    answer = (
        _(
            "In {when} waren in {place} bij {reports} de mensen in de drie jaar ervoor al bekend bij Veilig Thuis "
            "(hermeldingen)."
        )
        if repeat
        else _("In {when} was in {place} bij {reports} Veilig Thuis al bezig met dezelfde mensen (vervolgmeldingen).")
    )
    return answer.format(
        when=earlier.period.in_words,
        place=place,
        reports=reports.format(
            number=number, reports=notation.count(earlier.reports) if np.isfinite(earlier.reports) else ""
        ),
    )


def _second(comparison: Comparison, place: str, other: str) -> str:
    pattern = _COMPARED.get(comparison.position)
    if pattern is None:
        return _(
            "Waarmee vergelijkt het college het cijfer van {place}, en zijn die cijfers op dezelfde manier geteld?",
            place=place,
        )
    name = comparison.rest.name if comparison.rest else notation.with_article(other)
    return _(pattern, place=place, other=name)
