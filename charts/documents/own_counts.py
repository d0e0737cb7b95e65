"""What a region counted itself for one place, as reports and press print it: never beside figures of CBS."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from charts.chart import Chart, SourceLine
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


def own_counts(figures: pd.DataFrame, *, place: str, codes: Collection[str], before_2019: bool) -> Chart | None:
    """Rows of data_sources.publications.figures that a region counted itself for these places; None without any.

    ``codes`` are the place and the larger places it lay in; the old and the new way of counting never share a table.
    """
    rows = figures[(figures["kind"] == SourceKind.OWN_COUNT) & (figures["period_code"] != "")]
    rows = rows[rows["region_code"].isin(list(codes))]
    periods = [Period.from_code(code) for code in rows["period_code"]]
    rows = rows[[(period.calendar_year < _NEW_PROTOCOL) == before_2019 for period in periods]]
    if rows.empty:
        return None
    order = {code: number for number, code in enumerate(codes)}
    rows = rows.assign(order=rows["region_code"].map(order)).sort_values(
        ["order", "indicator", "period_code"], ignore_index=True
    )
    names = [
        registry.name_in(code, year=Period.from_code(period).calendar_year)
        for code, period in zip(rows["region_code"], rows["period_code"], strict=True)
    ]
    sources = [SOURCES[source] for source in rows["source"]]
    values = [_printed(value, unit) for value, unit in zip(rows["number"], rows["unit"], strict=True)]
    title = (
        _("Wat regio's zelf telden: {place}, tot en met 2018", place=place)
        if before_2019
        else _("Wat regio's zelf telden: {place}, vanaf 2019", place=place)
    )
    indicators = [_(indicator) for indicator in rows["indicator"]]
    periods = [Period.from_code(code) for code in rows["period_code"]]
    return Chart(
        name=title,
        subtitle=_("eigen opgaven, zoals gedrukt; geen cijfers van het CBS"),
        description="; ".join(
            f"{name}, {indicator}, {period}: {value}"
            for name, indicator, period, value in zip(names, indicators, rows["period"], values, strict=True)
        ),
        drawing=None,
        table=pd.DataFrame(
            {
                "place": names,
                "region": rows["region_code"],
                "period": rows["period"],
                "value": rows["number"],
                "unit": rows["unit"],
                "status": rows["status"],
                "indicator_printed": rows["indicator"],
                "note": rows["note"],
                "publication": [source.title for source in sources],
            }
        ),
        printed=pd.DataFrame(
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
