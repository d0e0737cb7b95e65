"""What the parts of the West-Brabant page share: the warning, the codes of its municipalities and its uncertain cells."""

from __future__ import annotations

from functools import cache

from data_sources.catalogue.document_tables import PRODUCTION, REPORTERS
from data_sources.documents import tables
from data_sources.level import Level
from data_sources.places import code_of
from indicators.checks import reporters
from indicators.checks.placements import TOTAL, Placements, placements
from pages._parts.ui import in_place, once

YEAR = 2018
VT_REGION = "VT21"
_GROUPS = ("Buiten regio", "Onbekend", TOTAL)


def warning() -> None:
    """What these figures may not be used for, in one line; the rest opens in place. Figures below need not repeat it."""
    once.first_time((*PRODUCTION.caveats[:1], *REPORTERS.caveats[:1]))
    in_place.warning(
        "Het CBS raadt af deze cijfers elders te gebruiken.",
        "Van 2015 tot en met 2018 telde elke regio op haar eigen manier. Vergelijk deze cijfers niet met andere regio's en niet met "
        "cijfers vanaf 2019. Een landelijk cijfer over deze jaren bestaat niet. Zeg ook niet dat het geweld steeg of "
        "daalde, en noem geen gemeente goed of slecht. Een melding is geen slachtoffer. De cijfers zijn onder voorbehoud.",
        more="Wat mag niet?",
    )


@cache
def loose_cells() -> Placements:
    """Placements of the uncertain cells of Tabel 2; the document never changes, so once is enough."""
    return placements(tables.municipalities_2018())


@cache
def codes() -> dict[str, str]:
    """CBS code of every municipality of Tabel 2 by its printed name."""
    names = [name for name in tables.municipalities_2018()["municipality"].unique() if name not in _GROUPS]
    return {name: code_of(name, level=Level.MUNICIPALITY, year=YEAR) for name in names}


def yearly_reports() -> dict[int, float]:
    """Reports of 2017 and 2018 as Tabel 1 prints them."""
    rows = tables.production()
    rows = rows[(rows["product"] == "Meldingen") & rows["year"].isin([reporters.FIRST, reporters.LAST])]
    return dict(zip(rows["year"].astype(int), rows["count"].astype(float), strict=True))
