"""Every report and article whose figures we carry, as a Source; a figure's note keeps the rest of what was printed.

They stand in ``published/publication_sources.csv``. One article can be two sources: 'pers-omroepbrabant-2021-10' quotes
CBS in the same text in which 'opgave-midden-brabant-2021' gives a region's own count.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data_sources.catalogue.model import Source, SourceKind
from data_sources.published import FOLDER, read_rows
from language import N_

_COLUMNS = ("id", "kind", "owner", "title", "url", "published")
_CBS_LICENCE = "CC BY 4.0"
_FACTS = N_("Cijfers overgenomen met bronvermelding; geen open data van het CBS")


def publication_sources(path: Path = FOLDER / "publication_sources.csv") -> tuple[Source, ...]:
    """One Source per row, in the order of the file; raises UnknownColumnError, or ValueError for a kind or date."""
    return tuple(_source(*row) for row in read_rows(path, columns=_COLUMNS))


def _source(id_: str, kind: str, owner: str, title: str, url: str, published: str) -> Source:
    from_cbs = SourceKind(kind) is SourceKind.CBS
    return Source(
        id=id_,
        owner=owner,
        title=title,
        licence=_CBS_LICENCE if from_cbs else _FACTS,
        attribution=f"Bron: CBS, {title}" if from_cbs else f"Bron: {title}",
        url=url,
        published=date.fromisoformat(published) if published else None,
        kind=SourceKind(kind),
    )


PUBLICATIONS: tuple[Source, ...] = publication_sources()
