"""What a reader must know before the figures: which version, how many places, what a report is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from charts.chart import SourceLine
from data_sources import versions
from data_sources.level import Level
from data_sources.period import Period
from data_sources.refresh import progress as refresh_progress
from data_sources.refresh.progress import Stage
from data_sources.snapshots import Snapshot
from indicators import notation
from pages._parts import load, markup

REPORT_IS_NOT_VICTIM = (
    "Een melding is geen slachtoffer: over één gezin kunnen meer meldingen komen. "
    "Meer meldingen kan ook betekenen dat mensen Veilig Thuis beter weten te vinden."
)
FIRST_COMPARABLE = 2019  # the registration protocol of 1 January 2019
WHY_BREAK = (
    "Op 1 januari 2019 begon Veilig Thuis anders te tellen. Daarom vergelijken we jaren voor 2019 nooit met jaren erna. "
    "Het CBS gaf voor die jaren geen landelijk cijfer en raadt af ze elders te gebruiken."
)


def version(snapshot: Snapshot) -> None:
    """Say which data version is shown, and what was refused on the way to it."""
    for problem in snapshot.problems:
        markup.notice("Let op.", problem)
    if snapshot.version != load.newest().version:
        markup.notice(
            f"U ziet de cijfers van versie {snapshot.version}.",
            "Er is een nieuwere versie. Haal ‘versie’ uit de link om die te zien.",
        )


def revisions(sources: Sequence[SourceLine]) -> list[str]:
    """One sentence per table under a figure that CBS revised in the data version shown."""
    found = [load.revision(source.table_id) for source in sources if source.table_id]
    return [sentence for sentence in found if sentence]


@st.fragment(run_every="5s")
def _going() -> None:
    progress = refresh_progress.read(versions.default_data_dir())
    if progress is not None:
        markup.small(progress.line)


def refreshing() -> None:
    """One quiet line on how the last refresh went; it keeps itself up to date only while one is running."""
    progress = refresh_progress.read(versions.default_data_dir())
    if progress is None:
        return
    if progress.stage is Stage.RUNNING:
        _going()
    else:
        markup.small(progress.line)


def coverage(found: load.Coverage, *, level: Level, period: Period, refreshed: bool = True) -> None:
    """Say how many places of a level have a figure in a period, and how the rest is filled.

    ``refreshed`` is False for figures of a document, which no refresh can add to.
    """
    if found.known == found.places and not found.counted:
        return
    parts = []
    if found.hidden:
        parts.append(
            f"Bij {notation.small(found.hidden)} geeft het CBS geen cijfer (onbekend, onbetrouwbaar of geheim)."
        )
    if found.counted:
        parts.append(f"Van {notation.small(found.counted)} daarvan is alleen het aantal bekend.")
    others = found.known + found.hidden < found.places
    if others and refreshed:
        parts.append("De andere hebben nog geen cijfer op deze site.")
    elif others:
        parts.append("Het document gaat alleen over West-Brabant.")
    if period.calendar_year < FIRST_COMPARABLE:
        parts.append(f"Vergelijk deze cijfers niet met latere jaren. {WHY_BREAK}")
    markup.notice(
        f"{notation.count(found.known)} van de {notation.counted(found.places, level.singular, level.plural)} "
        f"{'heeft' if found.known == 1 else 'hebben'} hier een cijfer.",
        " ".join(parts),
        link=("/bronnen", "Hoe zit dat?"),
    )
