"""The pack of a comparison of places: the verdict, dots and lines of the page Vergelijken."""

from __future__ import annotations

from charts.chart import NothingToDrawError, SourceLine
from charts.packs.contents import Pack, PackPart
from charts.trend import trend_chart
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS
from editions import comparison
from editions.comparison import Selection
from editions.nearest import nearest_figures
from editions.packs import figures, of_place
from editions.place_answer import PlaceAnswer, place_answer
from editions.series import FEWEST_POINTS, series
from editions.sources import source_lines
from editions.trends import trend_words
from geo.labels import label
from indicators import notation, sentences

_MOST_NAMED, _MOST_LINES = 4, 4


def pack_of_comparison(chosen: Selection, *, words: str, address: str) -> Pack:
    """Pack of a comparison with a main place; ``words`` tell how the places were chosen, ``address`` links to the page.

    Raises LookupError when the main place did not exist in the period.
    """
    edition, main = chosen.edition, chosen.main
    answer = None if main is None else place_answer(edition, main, period=chosen.period)
    if answer is None:
        msg = f"{main} did not exist in {chosen.period.key}"
        raise LookupError(msg)
    spec = INDICATORS[chosen.indicator]
    change, over_time = _change(chosen, answer)
    side_by_side = _side_by_side(chosen, over_time=" ".join(change.texts))
    big = comparison.verdict(chosen)
    drawn = of_place.picture_of(edition, answer, indicator=chosen.indicator)
    return Pack(
        title=_title(chosen, words),
        about=f"{spec.title}, {chosen.period.label}",
        ended=answer.ended,
        big=big,
        answer=_answer(chosen, answer),
        nearest=() if side_by_side.figure else tuple(line.text for line in nearest_figures(edition, answer.code)),
        picture=None if drawn is None else drawn.picture,
        picture_head=f"{answer.name} op de kaart",
        comparison=side_by_side,
        change=change,
        limits=of_place.limits(spec, reasons=sentences.why_higher() if big else ()),
        questions=of_place.questions(answer),
        sources=(
            *of_place.source_texts(edition, comparison.sources(chosen), over_time, spec=spec),
            of_place.missing_figures(address, code=answer.code),
        ),
        address=address,
        created=edition.created,
    )


def _title(chosen: Selection, words: str) -> str:
    """Names of a few places; of many the main one, and how the others were chosen."""
    main, *others = chosen.names.values()
    if len(others) < _MOST_NAMED:
        subject = notation.listing([main, *others])
    elif chosen.preset == "eigen":
        subject = f"{main} en {notation.counted(len(others), 'andere plaats', 'andere plaatsen')}"
    else:
        subject = words if words.startswith(main) else f"{main} naast {words}"
    return f"Vergelijking: {subject}, {chosen.period.label}"


def _answer(chosen: Selection, answer: PlaceAnswer) -> tuple[str, ...]:
    """The first sentence to copy; without a figure, that there is none."""
    sentences_to_copy = comparison.quotable(chosen)
    if sentences_to_copy and comparison.verdict(chosen):
        return tuple(sentences_to_copy[:1])
    same = chosen.indicator == answer.indicator and not answer.has_figure
    return (answer.situation,) if same else (comparison.who_has_none(chosen),)


def _side_by_side(chosen: Selection, *, over_time: str) -> PackPart:
    chart = comparison.side_by_side(chosen)
    if chart is None:
        return PackPart(
            of_place.COMPARISON_HEAD, (f"Hier valt nog niets te vergelijken. {comparison.who_has_none(chosen)}",)
        )
    figure = figures.bars(chart, spec=INDICATORS[chosen.indicator], main=chosen.main or "", against=chosen.comparator)
    sentences_to_copy = comparison.quotable(chosen)[1:] if comparison.verdict(chosen) else ()
    sentences_to_copy = [
        text for text in sentences_to_copy if text.partition(" (bron")[0] not in over_time
    ]  # that stands with the lines
    return PackPart(comparison.finding(chosen, chart) or chart.name, tuple(sentences_to_copy), figure)


def _change(chosen: Selection, answer: PlaceAnswer) -> tuple[PackPart, tuple[SourceLine, ...]]:
    """Lines of the main place, the first of the others and the country; or that there are none yet."""
    spec, edition = INDICATORS[chosen.indicator], chosen.edition
    every = list(dict.fromkeys([*chosen.codes, NETHERLANDS]))
    rows = series(edition, chosen.indicator, codes=every, kind=chosen.period.kind)
    points = rows[rows["value"].notna()].groupby("region").size()
    with_line = [code for code in every if points.get(code, 0) >= FEWEST_POINTS]
    if not with_line or with_line == [NETHERLANDS]:
        return PackPart(of_place.CHANGE_HEAD, (comparison.NO_LINES,)), ()
    others = [code for code in with_line if code != NETHERLANDS]
    drawn = [*others[: _MOST_LINES - 1], *([NETHERLANDS] if NETHERLANDS in with_line else [])]
    shown = rows[rows["region"].isin(drawn)]
    names = {code: label(code) if code == NETHERLANDS else chosen.names[code] for code in drawn}
    try:
        chart = trend_chart(shown, spec=spec, names=names, sources=source_lines(shown))
    except NothingToDrawError:
        return PackPart(of_place.CHANGE_HEAD, (comparison.NO_LINES,)), ()
    words = trend_words(edition, [(spec, rows)], codes=[answer.code], same_area=False)
    texts = tuple(text for _, text in words.get(answer.code, ()))
    return PackPart(of_place.CHANGE_HEAD, texts, figures.lines(chart, spec=spec)), chart.sources
