"""What a region counted itself for one place, as reports and press print it: never beside figures of CBS."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

from charts.chart import Chart, SourceLine
from charts.text_table import text_table
from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.period import Period
from data_sources.protocol import FIRST_YEAR
from geo import registry
from indicators import notation
from language import N_, _

_NEW_PROTOCOL = FIRST_YEAR
_OTHER_RULES = N_(
    "Dit zijn eigen tellingen van regio's, met andere regels dan die van het CBS. Zet ze niet naast cijfers van het CBS."
)
_OLD_COUNT = N_("Tot en met 2018 telde Veilig Thuis anders. Vergelijk deze aantallen niet met aantallen vanaf 2019.")


Record: TypeAlias = Mapping[Hashable, Any]
"""A row of data_sources.publications.figures."""


def own_counts_by_region(figures: pd.DataFrame) -> Mapping[str, Sequence[Record]]:
    """Rows of data_sources.publications.figures that a region counted itself over a year or half-year, by their place."""
    rows = figures[(figures["kind"] == SourceKind.OWN_COUNT) & (figures["period_code"] != "")]
    rows = rows.sort_values(["indicator", "period_code"], kind="stable")
    by_region = defaultdict[str, list[Record]](list)
    for row in rows.to_dict("records"):
        by_region[str(row["region_code"])].append(row)
    return dict(by_region)


def own_counts(
    figures: Mapping[str, Sequence[Record]], *, place: str, codes: Collection[str], before_2019: bool
) -> Chart | None:
    """What ``own_counts_by_region`` has of some places, as a table; None without any.

    ``codes`` are the place and the larger places it lay in; the old and the new way of counting never share a table.
    """
    dated = [(Period.from_code(row["period_code"]), row) for code in codes for row in figures.get(code, ())]
    periods_and_rows = [each for each in dated if (each[0].calendar_year < _NEW_PROTOCOL) == before_2019]
    if not periods_and_rows:
        return None
    periods, rows = zip(*periods_and_rows, strict=True)
    names = [registry.name_in(row["region_code"], year=period.calendar_year) for period, row in periods_and_rows]
    sources = [SOURCES[row["source"]] for row in rows]
    values = [_printed(row["number"], row["unit"]) for row in rows]
    title = (
        _("Wat regio's zelf telden: {place}, tot en met 2018", place=place)
        if before_2019
        else _("Wat regio's zelf telden: {place}, vanaf 2019", place=place)
    )
    indicators = [_(row["indicator"]) for row in rows]
    printed = [row["period"] for row in rows]
    return Chart(
        name=title,
        subtitle=_("eigen opgaven, zoals gedrukt; geen cijfers van het CBS"),
        description="; ".join(
            f"{name}, {indicator}, {period}: {value}"
            for name, indicator, period, value in zip(names, indicators, printed, values, strict=True)
        ),
        drawing=None,
        table=pd.DataFrame(
            {
                "place": names,
                "region": [row["region_code"] for row in rows],
                "period": printed,
                "value": [row["number"] for row in rows],
                "unit": [row["unit"] for row in rows],
                "status": [str(row["status"]) for row in rows],
                "indicator_printed": [row["indicator"] for row in rows],
                "note": [row["note"] for row in rows],
                "publication": [source.title for source in sources],
            }
        ),
        printed=text_table(
            {
                _("Wat"): indicators,
                _("Waar"): names,
                _("Periode"): [period.label for period in periods],
                _("Cijfer"): values,
                _("Bron"): [source.title for source in sources],
            }
        ),
        sources=tuple(
            SourceLine(owner=source.owner, table=source.title, licence=source.licence, date="")
            for source in dict.fromkeys(sources)
        ),
        caveats=(_(_OTHER_RULES), *((_(_OLD_COUNT),) if before_2019 else ())),
        key="eigen-opgaven-tot-2019" if before_2019 else "eigen-opgaven",
    )


def _printed(value: float, unit: str) -> str:
    number = notation.number(value, decimals=0 if float(value).is_integer() else 1)
    return f"{number}%" if unit == "%" else number
