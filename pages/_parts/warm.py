"""What is made before the first reader comes, so that nobody waits for it."""

from importlib import import_module

from data_sources import snapshots
from data_sources.level import Level
from pages._parts import load, map_charts

_PARTS = ("announce", "block", "notice", "pick", "views")  # what most pages are made of


def opening_views() -> None:
    """Read the newest version and make what the first pages show."""
    read = ("", snapshots.current_version())
    load.offered_in(read)
    for indicator in ("meldingen", "adviezen"):
        load.periods_of(read, indicator, Level.COUNTRY)
    map_charts.warm(read)
    for part in _PARTS:
        import_module(f"pages._parts.{part}")
