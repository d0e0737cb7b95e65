"""A figure with everything that belongs to it: title, chart, description, table, source and uses."""

from __future__ import annotations

from collections.abc import Callable, Collection

import streamlit as st

from charts import svg
from charts.chart import Chart
from editions.edition import Edition
from pages._parts.sharing import embed, uses
from pages._parts.ui import markup, notice, once, whole

_LONG_TABLE = 25


def show(  # noqa: PLR0913 -- one call says everything about a figure
    edition: Edition,
    chart: Chart,
    *,
    key: str,
    draw: Callable[[Chart], None] | None = None,
    tab: str = "",
    text_columns: Collection[str] = (),
    marked: Collection[int] = (),
    place: str | None = None,
    level: int = 2,
) -> None:
    """Show one figure as a card.

    ``draw`` draws what is no Plotly figure (the map). ``tab`` names it. The table under the
    second tab holds exactly the values of the figure; a long one starts with its marked rows (those of ``place``, and
    those at ``marked``) and its ends.
    """
    if embed.hides(key):
        return
    with st.container(border=True, key=f"figuur-{key}"):
        title(chart, level=level)
        picture, table = st.tabs(
            [tab or ("Grafiek" if draw is None else "Kaart"), "Tabel"], key=f"tabs-{key}", on_change="rerun"
        )
        with picture:
            if draw is None:
                markup.chart(svg.drawings(chart), description=chart.description)
            else:
                draw(chart)
        if (
            table.open or whole.is_wanted()
        ):  # a reader who never looks at the table pays nothing for it, on the line nor in the browser
            with table:
                if place is not None:  # the rows of a table are only looked through for who opens it
                    marked = [*marked, *(row for row, code in enumerate(chart.table["region"]) if code == place)]
                table_of(chart, key=key, text_columns=text_columns, marked=marked)
        under(edition, chart, key=key)


def still(chart: Chart, *, source: bool = True) -> None:
    """The same card before the app is there: title, chart and source, as HTML; its tabs work when the app has come."""
    with markup.framed(f"figuur-{chart.key}"):
        with markup.together():
            markup.heading(chart.name, subtitle=chart.subtitle)
        markup.put('<div class="hg-first-tabs" aria-hidden="true"><span>Grafiek</span><span>Tabel</span></div>')
        markup.chart(svg.drawings(chart), description=chart.description)
        markup.without_script("", chart.printed, caption=chart.name)
        if source:
            markup.source([line.text for line in chart.sources])


def title(chart: Chart, *, level: int) -> None:
    """Name and subtitle of a figure; alone in a frame its name is the one ``h1`` there is, and looks the same."""
    alone = embed.wanted() is not None
    markup.heading(chart.name, level=1 if alone else level, looks=level, subtitle=chart.subtitle)


def under(edition: Edition, chart: Chart, *, key: str) -> None:
    """What stands under every figure: caveats, source, and what a reader can do with it.

    Who gave the figures and a caveat stand in the open once on a page; under later figures they are folded.
    """
    sources = [source.text for source in chart.sources]
    revisions = notice.revisions(edition, chart.sources)
    with markup.together():
        if embed.wanted() is not None:  # the first screen of a frame has the source
            markup.source(sources + revisions)
            markup.caveats(chart.caveats)
        else:
            unsaid = once.first_time(chart.caveats)
            markup.caveats(unsaid, folded=[text for text in chart.caveats if text not in unsaid])
            new = once.first_time([source.owner for source in chart.sources])
            markup.source([source.text for source in chart.sources if source.owner in new] + revisions)
            markup.source_again([source.text for source in chart.sources if source.owner not in new])
    uses.row(edition, chart, key=key)


def table_of(chart: Chart, *, key: str, text_columns: Collection[str] = (), marked: Collection[int] = ()) -> None:
    """The table of a figure; a long one starts with its marked rows and its ends."""
    printed = chart.printed
    long = len(printed) > _LONG_TABLE and not whole.is_wanted()
    if long and not st.toggle(f"Alle {len(printed)} rijen tonen", key=f"all-{key}"):
        ends = [*range(5), *range(len(printed) - 5, len(printed))]
        positions = sorted({*marked, *ends})
        with markup.together():
            markup.small("De tabel begint met uw keuze en met de hoogste en de laagste rijen.")
            markup.table(
                printed.iloc[positions],
                caption=chart.name,
                text_columns=text_columns,
                marked=[positions.index(position) for position in marked],
            )
        return
    markup.table(printed, caption=chart.name, text_columns=text_columns, marked=marked)
