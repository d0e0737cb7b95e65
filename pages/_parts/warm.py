"""What is made before the first reader comes, so that nobody waits for it."""

from data_sources import snapshots
from data_sources.level import Level
from pages._parts import load, map_charts


def opening_views() -> None:
    """Read the newest version and make what the first pages show."""
    read = ("", snapshots.current_version())
    load.offered_in(read)
    for indicator in ("meldingen", "adviezen"):
        load.periods_of(read, indicator, Level.COUNTRY)
    for indicator in ("wb-meldingen", "meldingen"):
        map_charts.warm(read, indicator, level=Level.MUNICIPALITY)
