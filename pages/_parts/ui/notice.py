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
from editions.edition import Edition
from editions.periods import Coverage
from editions.sources import remark_on_cells, revision
from indicators import notation
from indicators.comparators import FIRST_NATIONAL
from language import N_, _, ngettext
from pages._parts.ui import markup

WHY_BREAK = N_(
    "Op 1 januari 2019 begon Veilig Thuis anders te tellen. Daarom vergelijken we jaren voor 2019 nooit met jaren erna. "
    "Het CBS gaf voor die jaren geen landelijk cijfer en raadt af ze elders te gebruiken."
)


def version(edition: Edition) -> None:
    """Say which data version is shown, and what was refused on the way to it."""
    for problem in edition.snapshot.problems:
        markup.notice(_("Let op."), problem)
    if edition.version != edition.newest.version:
        markup.notice(
            _("U ziet de cijfers van versie {version}.", version=edition.version),
            _("Er is een nieuwere versie. Haal ‘versie’ uit de link om die te zien."),
        )


def revisions(edition: Edition, sources: Sequence[SourceLine]) -> list[str]:
    """Sentences per table under a figure: CBS revised it in the data version shown, or some of its cells have a remark."""
    tables = [source.table_id for source in sources if source.table_id]
    sentences = [sentence(edition, table) for table in tables for sentence in (revision, remark_on_cells)]
    return [sentence for sentence in sentences if sentence]


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


def coverage(reach: Coverage, *, level: Level, period: Period, refreshed: bool = True) -> None:
    """Say how many places of a level have a figure in a period, and how the rest is filled.

    ``refreshed`` is False for figures of a document, which no refresh can add to.
    """
    if reach.known == reach.places and not reach.counted:
        return
    parts = []
    if reach.hidden:
        parts.append(
            _(
                "Bij {places} geeft het CBS geen cijfer (onbekend, onvoldoende betrouwbaar of geheim).",
                places=notation.small(reach.hidden),
            )
        )
    if reach.counted:
        parts.append(_("Van {places} daarvan is alleen het aantal bekend.", places=notation.small(reach.counted)))
    others = reach.known + reach.hidden < reach.places
    if others and refreshed:
        parts.append(_("De andere hebben nog geen cijfer op deze site."))
    elif others:
        parts.append(_("Het document gaat alleen over West-Brabant."))
    if period.calendar_year < FIRST_NATIONAL:
        parts.append(f"{_('Vergelijk deze cijfers niet met latere jaren.')} {_(WHY_BREAK)}")
    markup.fold(
        ngettext(
            "{known} van de {places} heeft hier een cijfer",
            "{known} van de {places} hebben hier een cijfer",
            reach.known,
            known=notation.count(reach.known),
            places=notation.counted(reach.places, level.singular, level.plural),
        ),
        parts,
        link=("/bronnen", _("Hoe zit dat?")),
    )
