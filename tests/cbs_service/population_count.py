"""A made-up 03759ned in its real shape: inhabitants by sex, age, marital status, region and year, totals among parts."""

from __future__ import annotations

import numpy as np

from tests.cbs_service.tables import Dimension, MadeUpTable, Member, Topic

ID = "03759ned"
TITLE = "Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio"
TOPICS = (
    Topic("BevolkingOp1Januari_1", "Bevolking op 1 januari"),
    Topic("GemiddeldeBevolking_2", "Gemiddelde bevolking "),
)
BEFORE_OUR_YEARS = 2014
PARTS = (
    Dimension(
        "Geslacht",
        "Geslacht",
        "Dimension",
        (Member("T001038", "Totaal mannen en vrouwen"), Member("3000   ", "Mannen"), Member("4000   ", "Vrouwen")),
    ),
    Dimension(
        "Leeftijd",
        "Leeftijd",
        "Dimension",
        (Member("10000", "Totaal"), Member("10010", "0 jaar"), Member("22300", "95 jaar of ouder")),
    ),
    Dimension(
        "BurgerlijkeStaat",
        "Burgerlijke staat",
        "Dimension",
        (
            Member("T001019", "Totaal burgerlijke staat"),
            Member("1010   ", "Ongehuwd"),
            Member("1020   ", "Gehuwd"),
            Member("1050   ", "Verweduwd"),
            Member("1080   ", "Gescheiden"),
        ),
    ),
)
_SHARES = ((1.0, 0.5, 0.5), (1.0, 0.01, 0.002), (1.0, 0.48, 0.39, 0.05, 0.08))


def count_of_population(counts: np.ndarray, *, regions: tuple[Member, ...], years: tuple[int, ...]) -> MadeUpTable:
    """The table for inhabitants per [region, year]; like the real one with a year before ours and a COROP region, no VT."""
    here = [number for number, member in enumerate(regions) if not member.key.startswith("VT")]
    counts, regions = counts[here], tuple(regions[number] for number in here)
    total = np.concatenate([counts[:, :1], counts], axis=1)
    total = np.concatenate([total, total[:1] / 10])
    parts = np.einsum("s,l,b->slb", *(np.array(shares) for shares in _SHARES))
    block = np.floor(parts[:, :, :, None, None] * total)
    dimensions = (
        *PARTS,
        Dimension("RegioS", "Regio's", "GeoDimension", (*regions, Member("CR01  ", "Oost-Groningen (CR)"))),
        Dimension(
            "Perioden",
            "Perioden",
            "TimeDimension",
            tuple(Member(f"{year}JJ00", str(year), "Definitief") for year in (BEFORE_OUR_YEARS, *years)),
        ),
    )
    return MadeUpTable(ID, TITLE, dimensions, TOPICS, np.stack([block, np.floor(block * 1.003)]))
