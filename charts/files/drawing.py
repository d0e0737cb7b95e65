"""Drawing of a figure as SVG: the static map, or a Plotly figure drawn by Debian's Chromium through kaleido.

The only place that starts Chromium outside the tests. It is asked for on demand, one at a time, and what it drew is
kept, because a start takes two seconds and a lot of memory.
"""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from threading import Lock
from typing import Any

from charts.chart import Chart
from charts.map import MapData, static_svg

WIDTH_PX, HEIGHT_PX = 896, 480
TIMEOUT_SECONDS = 30.0
NO_CHROMIUM = "Op deze server staat geen Chromium, dus van deze grafiek kan hier geen plaatje worden gemaakt."
_one_at_a_time = Lock()


class NoDrawingError(RuntimeError):
    """The figure cannot be drawn here; the message says why, in Dutch, for the reader."""


def svg(chart: Chart) -> str:
    """SVG of the figure alone, without title and source; raises NoDrawingError with a Dutch reason."""
    if isinstance(chart.figure, MapData):
        return static_svg(chart, titled=False)
    if hasattr(chart.figure, "to_json"):
        return plotly_svg(chart.figure.to_json())
    msg = "Deze figuur is een tabel: er is geen tekening."
    raise NoDrawingError(msg)


def chromium() -> str | None:
    """Path of the Chromium of this machine, if any."""
    programs = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    return next((path for path in programs if path), None)


def can_draw(chart: Chart) -> bool:
    """Whether this machine can make a picture of the figure, without making it."""
    return isinstance(chart.figure, MapData) or (hasattr(chart.figure, "to_json") and chromium() is not None)


@lru_cache(maxsize=64)
def plotly_svg(figure_json: str) -> str:
    """SVG of a Plotly figure given as JSON; raises NoDrawingError when this machine has no Chromium."""
    browser = chromium()
    if browser is None:
        raise NoDrawingError(NO_CHROMIUM)
    # in a thread of its own: whoever asks may have an event loop running already
    with _one_at_a_time, ThreadPoolExecutor(max_workers=1) as aside:
        return aside.submit(asyncio.run, _drawn(figure_json, browser)).result()


async def _drawn(figure_json: str, browser: str) -> str:
    import kaleido
    import plotly.io

    figure: Any = plotly.io.from_json(figure_json)
    # mathjax=False: kaleido would otherwise fetch it from another host
    async with kaleido.Kaleido(n=1, timeout=TIMEOUT_SECONDS, mathjax=False, path=browser) as drawer:
        drawn: bytes = await drawer.calc_fig(figure, opts={"format": "svg", "width": WIDTH_PX, "height": HEIGHT_PX})
    return drawn.decode("utf-8")
