"""The pack of one place in one period: the answer of its page, with its charts, map, caveats and questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urljoin

from charts.chart import SourceLine
from charts.packs.contents import NativeFigure, Pack, PackPart
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from editions.comparators import comparator
from editions.edition import Edition
from editions.packs import figures
from editions.place import surroundings
from editions.place_answer import PlaceAnswer, in_title, place_answer
from editions.place_map import PlaceMap, place_map
from editions.series import FEWEST_POINTS
from editions.sources import attribution, version_line
from editions.trends import trend_of_place, why_no_line
from geo import registry
from indicators.sentences import WHY_HIGHER_TITLE
from indicators.sentences.why_higher import CLOSING
from site_map import gaps_address

COMPARISON_HEAD, CHANGE_HEAD = "Naast andere plaatsen", "Stijgt of daalt het?"
LIMITS_HEAD = "Wat deze cijfers niet zeggen"
NOTHING_TO_COMPARE = "Hier valt nog niets te vergelijken: er is nog geen cijfer op deze site."
THE_WHOLE = "Nederland is het geheel: er is niets om het naast te leggen."
_MOST_CAVEATS = 4


def pack_of_place(edition: Edition, code: str, *, period: Period, address: str) -> Pack:
    """Pack of a place of any level; ``address`` is the link to its page. Raises LookupError when it did not exist then."""
    answer = place_answer(edition, code, period=period)
    if answer is None:
        msg = f"{code} did not exist in {period.key}"
        raise LookupError(msg)
    region = registry.region(code)
    comparison, compared = _comparison(edition, answer)
    change, over_time = _change(edition, answer)
    drawn = picture_of(edition, answer)
    return Pack(
        title=f"Huiselijk geweld in {in_title(region, name=answer.name)}: cijfers over {period.in_words}",
        about=f"{answer.spec.title}, {period.label}",
        ended=answer.ended,
        big=answer.how_many,
        answer=(answer.situation,),
        nearest=tuple(line.text for line in answer.nearest),
        picture=None if drawn is None else drawn.picture,
        picture_head=_picture_head(answer),
        comparison=comparison,
        change=change,
        limits=limits(answer.spec, reasons=answer.reasons),
        questions=questions(answer),
        sources=(*source_texts(edition, compared, over_time, spec=answer.spec), missing_figures(address, code=code)),
        address=address,
        created=edition.created,
    )


def picture_of(edition: Edition, answer: PlaceAnswer, *, indicator: str = "") -> PlaceMap | None:
    """The map of the page of a place; None where the page shows none."""
    drawn = place_map(edition, answer.code, indicator=indicator or answer.indicator, period=answer.period)
    on_map = answer.has_figure and Level.of(answer.code) is not Level.COUNTRY
    return drawn if drawn is not None and (on_map or drawn.known) else None


def _picture_head(answer: PlaceAnswer) -> str:
    return f"{answer.name} per provincie" if Level.of(answer.code) is Level.COUNTRY else f"{answer.name} op de kaart"


def _comparison(edition: Edition, answer: PlaceAnswer) -> tuple[PackPart, tuple[SourceLine, ...]]:
    """How the place stands, beside its neighbours or else beside what it can be held against."""
    if not answer.has_figure:
        return PackPart(COMPARISON_HEAD, (NOTHING_TO_COMPARE,)), ()
    if Level.of(answer.code) is Level.COUNTRY:
        around = surroundings(edition, answer.indicator, code=answer.code, period=answer.period)
        return PackPart(COMPARISON_HEAD, (THE_WHOLE,)), around.table.sources if around else ()
    around = surroundings(edition, answer.indicator, code=answer.code, period=answer.period)
    figure: NativeFigure | None = None
    if around is not None and around.neighbours is not None:
        against = comparator(edition, answer.indicator, level=Level.of(answer.code), period=answer.period)
        figure = figures.bars(around.neighbours, spec=answer.spec, main=answer.code, against=against)
    elif around is not None:
        figure = figures.beside_comparators(around.table, spec=answer.spec)
    texts = (answer.comparison or answer.how_it_stands or NOTHING_TO_COMPARE,)
    return PackPart(answer.finding or COMPARISON_HEAD, texts, figure), around.table.sources if around else ()


def _change(edition: Edition, answer: PlaceAnswer) -> tuple[PackPart, tuple[SourceLine, ...]]:
    """The line of the place with what may be said about it, or why there is none."""
    trend = trend_of_place(edition, answer.code)
    first = (answer.is_it_changing,) if answer.is_it_changing else ()
    if trend.points < FEWEST_POINTS:
        return PackPart(answer.finding_over_time or CHANGE_HEAD, (*first, why_no_line(edition, answer.code))), ()
    chart, _ = trend.charts[0]
    words = tuple(text for _, text in trend.words.get(answer.code, ()))
    figure = figures.lines(chart, spec=answer.spec)
    return PackPart(answer.finding_over_time or CHANGE_HEAD, (*first, *words), figure), chart.sources


def limits(spec: IndicatorSpec, *, reasons: Sequence[str]) -> PackPart:
    """What the figure does not say: its caveats, and why it can be higher."""
    numbered = " ".join(f"({number}) {reason}" for number, reason in enumerate(reasons, start=1))
    why = (f"{WHY_HIGHER_TITLE} Vier dingen zijn mogelijk. {numbered} {CLOSING}",) if reasons else ()
    return PackPart(LIMITS_HEAD, (*spec.caveats[:_MOST_CAVEATS], *why))


def questions(answer: PlaceAnswer) -> PackPart:
    """The three questions of the page as a draft; for a place that was split, where they stand."""
    if not answer.questions:
        return PackPart("Vragen aan de wethouder", (f"Die staan in de raadspakketten van {answer.council}.",))
    return PackPart(f"{answer.question_title} (concept)", answer.questions)


def source_texts(edition: Edition, *groups: Sequence[SourceLine], spec: IndicatorSpec) -> tuple[str, ...]:
    """Every source once, then boundaries and data version."""
    lines_of_charts = _once(line.text for group in groups for line in group)
    return (*(lines_of_charts or (attribution(spec),)), version_line(edition))


def missing_figures(address: str, *, code: str) -> str:
    """Where a council finds who has the figures that are not here; ``address`` is a link to a page of this site."""
    return f"Welke cijfers ontbreken, en wie ze heeft: {urljoin(address, gaps_address(code))}"


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
