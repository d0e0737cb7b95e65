"""Health and metrics for operators: `/gezond`, and `/metrics` for this machine only.

Neither says anything about a reader: no addresses, no places, no pages.
"""

import ipaddress
import platform
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version as installed
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY, SESSION_EVENTS_FAMILY, CounterStat, GaugeStat

from data_sources import snapshots
from data_sources.refresh import progress
from data_sources.versions import default_data_dir
from editions.edition import current_edition

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

_PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
_NOT_KEPT = {"cache-control": "no-store"}
_SECONDS_PER_DAY = 86_400
_LIBRARIES = ("streamlit", "pandas", "plotly", "pyarrow")
_BY_HAND = (
    "Kan deze server het CBS niet bereiken? Download elke tabel in een browser als ZIP-bestand "
    "(https://datasets.cbs.nl/csv/CBS/nl/84847NED, en zo voor elke tabel), laat het nummer van de tabel in de naam staan, "
    "en lees de bestanden in met: python -m data_sources import 84847NED.zip"
)
# What a proxy adds. A request that came through one is not from this machine, whatever its last address is.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "via")


def state() -> dict[str, Any]:
    """Status, data version with its age, the last refresh, versions of the software; keys and words in Dutch.

    The status is ``ok``; or ``let op`` when a newer data version was refused or the last refresh did not do all it had to.
    """
    shown = current_edition().snapshot
    last = progress.read(default_data_dir())
    unwell = (progress.Stage.FAILED, progress.Stage.BROKEN_OFF, progress.Stage.PARTLY)
    return {
        "status": "let op" if shown.problems or (last is not None and last.stage in unwell) else "ok",
        "versie": shown.version,
        "ingebouwd": shown.embedded,
        "gemaakt": shown.manifest.created,
        "leeftijd_dagen": round(age_s(shown) / _SECONDS_PER_DAY, 1),
        "problemen": list(shown.problems),
        "verversing": None
        if last is None
        else {
            "stand": str(last.stage),
            "begonnen": last.started,
            "bijgewerkt": last.updated,
            "geweigerd": list(last.refused),
            "reden": last.reason,
            "wacht_op": last.waiting,
        },
        "deuren": {entry.id: entry.door for entry in shown.manifest.tables if entry.door},
        "zonder_open_lijn": _BY_HAND,
        "software": _software(),
    }


def age_s(shown: snapshots.Snapshot) -> float:
    """Seconds since a data version was made; 0 for one from the future."""
    created = datetime.fromisoformat(shown.manifest.created)
    created = created if created.tzinfo else created.replace(tzinfo=UTC)
    return max(0.0, (datetime.now(UTC) - created).total_seconds())


@lru_cache(maxsize=1)
def _software() -> dict[str, str]:
    project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    return {
        "app": project["version"],
        "python": platform.python_version(),
        **{name: installed(name) for name in _LIBRARIES},
    }


def is_from_this_machine(request: Request) -> bool:
    """Whether a request came straight from this machine, not through a proxy."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def metrics(*, settled: bool) -> bytes:
    """Prometheus text: memory and processor of this worker, connected readers, age of the figures, last refresh.

    ``settled``: whether this worker has made what its next readers need, so that its memory no longer grows by itself.
    """
    # here: a server that nobody asks for figures of itself does not need the 1 MB
    from prometheus_client import CollectorRegistry, Gauge, Info, generate_latest
    from prometheus_client.gc_collector import GCCollector
    from prometheus_client.process_collector import ProcessCollector

    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    GCCollector(registry=registry)
    Gauge("beeld_settled", "1 when the start has nothing left to make.", registry=registry).set(settled)
    shown = current_edition().snapshot
    Info("beeld_data", "Data version that readers see.", registry=registry).info({"version": shown.version})
    Gauge("beeld_data_age_seconds", "Age of the figures.", registry=registry).set(age_s(shown))
    Gauge("beeld_data_refused", "Data versions refused as damaged.", registry=registry).set(len(shown.problems))
    last = progress.read(default_data_dir())
    stages = Gauge("beeld_refresh", "Outcome of the last refresh: 1 for the one it had.", ["stage"], registry=registry)
    for stage in progress.Stage:
        stages.labels(str(stage)).set(last is not None and last.stage is stage)
    if runtime.exists():
        _readers(registry)
    return generate_latest(registry)


def _readers(registry: "CollectorRegistry") -> None:
    from prometheus_client import Gauge

    stats = runtime.get_instance().stats_mgr.get_stats([ACTIVE_SESSIONS_FAMILY, SESSION_EVENTS_FAMILY])
    connected = Gauge("beeld_readers", "Readers connected to this worker now.", registry=registry)
    connected.set(sum(stat.value for stat in stats.get(ACTIVE_SESSIONS_FAMILY, ()) if isinstance(stat, GaugeStat)))
    events = Gauge("beeld_reader_events", "What happened to readers since the start.", ["event"], registry=registry)
    for stat in stats.get(SESSION_EVENTS_FAMILY, ()):
        if isinstance(stat, CounterStat):
            events.labels((stat.labels or {}).get("type", "other")).set(stat.value)


async def _health(_request: Request) -> Response:
    return JSONResponse(await run_in_threadpool(state), headers=_NOT_KEPT)


def routes(*, settled: Callable[[], bool]) -> list[Route]:
    """`/gezond` and `/metrics`; ``settled`` says whether this worker has finished its start."""

    async def of_metrics(request: Request) -> Response:
        if not is_from_this_machine(request):
            return PlainTextResponse("Niet gevonden.", status_code=404, headers=_NOT_KEPT)
        text = await run_in_threadpool(metrics, settled=settled())
        return Response(text, media_type="text/plain; version=0.0.4", headers=_NOT_KEPT)

    return [Route("/gezond", _health), Route("/metrics", of_metrics)]
