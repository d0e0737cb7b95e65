"""Compares the rates per 100,000 inhabitants that CBS publishes with ours: which population does CBS divide by?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources.level import NETHERLANDS
from data_sources.period import calendar_years
from data_sources.places import memberships
from data_sources.refresh.columns import OWN_RATE

INHABITANTS = "inhabitants"  # id of the measure
_PER = 100_000
_NAMED = 5  # cells written out
_FITS_NOT = 0.5  # part of the cells that may be off before a population explains nothing
_COLUMNS = ["measure", "region", "period", "value", "rounding"]
_OWN = "de inwoners op 1 januari van het jaar"  # what our rates divide by
_MIDDLE = "de inwoners halverwege het jaar"
_BEFORE = "de inwoners op 1 januari van het jaar ervoor"

RatePairs = pd.DataFrame  # measure, region, period, count, step, rate, rate_step: totals with both figures
Population = Mapping[tuple[str, int], float]


@dataclass(frozen=True)
class _Fit:
    """How one population fits: cells that could be compared, and those off by more than rounding."""

    checked: int
    off: pd.DataFrame

    @property
    def share_off(self) -> float:
        """Part of the cells that is off; 1 when there are none."""
        return len(self.off) / self.checked if self.checked else 1.0


def rate_pairs(rows: pd.DataFrame) -> RatePairs:
    """Totals of a table that have a count and CBS's own figure per 100,000 for the same place and period."""
    names = [str(measure) for measure in rows["measure"].unique()]
    total = [str(category) for category in rows["category"].unique() if _counts_everything(str(category))]
    totals = rows.loc[rows["category"].isin(total) & rows["value"].notna(), _COLUMNS]
    chosen = totals.astype(dict.fromkeys(("measure", "region", "period"), "str"))
    parts = []
    for rate in (name for name in names if name.endswith(OWN_RATE) and name.removesuffix(OWN_RATE) in names):
        both = [
            chosen[chosen["measure"] == name].drop(columns="measure") for name in (rate.removesuffix(OWN_RATE), rate)
        ]
        pairs = both[0].merge(both[1], on=["region", "period"], suffixes=("", "_rate"))
        parts.append(pairs.assign(measure=rate.removesuffix(OWN_RATE)))
    columns = {"value": "count", "rounding": "step", "value_rate": "rate", "rounding_rate": "rate_step"}
    empty = pd.DataFrame(columns=["region", "period", *columns, "measure"])
    return (pd.concat(parts, ignore_index=True) if parts else empty).rename(columns=columns)


def population_of(parts: Iterable[pd.DataFrame], *, best_first: Sequence[str]) -> Population:
    """Inhabitants on 1 January by place and year; Veilig Thuis regions as sums of their municipalities in the count of the country.

    ``parts`` are rows of the measure INHABITANTS, older ones first; of two tables the one that ``best_first`` names
    first counts, and a table it does not name comes last.
    """
    columns = dict.fromkeys(("table", "region", "period"), "str")
    known = pd.concat([part[[*columns, "value"]].astype(columns) for part in parts]).dropna(subset="value")
    rank = {table: number for number, table in enumerate(best_first)}
    order = known["table"].map(lambda table: rank.get(table, len(rank)))
    known = known.assign(order=order).sort_values("order", ascending=False, kind="stable")
    keys = list(zip(known["region"], calendar_years(known["period"]), strict=True))
    inhabitants = dict(zip(keys, known["value"].tolist(), strict=True))
    tables = dict(zip(keys, known["order"].tolist(), strict=True))
    places = memberships()
    members: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for region, municipality, year in zip(places["vt_region"], places["municipality"], places["year"], strict=True):
        if region:
            members[str(region), int(year)].append((str(municipality), int(year)))
    for (region, year), municipalities in members.items():
        if {tables.get(municipality) for municipality in municipalities} == {tables.get((NETHERLANDS, year), -1)}:
            total = sum(inhabitants[municipality] for municipality in municipalities)
            inhabitants.setdefault((region, year), float(total))
    return inhabitants


def rate_notes(pairs: RatePairs, *, population: Population) -> Iterator[str]:
    """One Dutch sentence on a table: how many cells differ from ours by more than rounding, and what fits best."""
    if pairs.empty:
        return
    many = pairs["measure"].nunique()
    begin = (
        f"het CBS drukt zelf af hoeveel het er per 100.000 inwoners zijn ({many} {'maat' if many == 1 else 'maten'})"
    )
    fits = {words: _fit(pairs, people) for words, people in _populations(pairs, population).items()}
    if not any(fit.checked for fit in fits.values()):
        yield f"{begin}; wij kennen de inwoners niet om het na te rekenen"
        return
    best = min(fits, key=lambda words: (round(fits[words].share_off, 3), -fits[words].checked))
    fitting = f"Het best past: {best}" if fits[best].share_off < _FITS_NOT else "Geen van de drie soorten inwoners past"
    ours = fits[_OWN]
    yield (
        f"{begin}. Wij delen door {_OWN}. Van de {_number(ours.checked)} cijfers {_differ(len(ours.off))} meer van de "
        f"onze dan door afronding kan{_examples(ours)}. {fitting} "
        f"(meer dan afronding verschillen er: {'; '.join(f'{_off(fit)} met {words}' for words, fit in fits.items())})"
    )


def _populations(rows: pd.DataFrame, population: Population) -> Mapping[str, np.ndarray]:
    """What may be divided by, per row; not a number where it is not known."""
    places = list(zip(rows["region"], calendar_years(rows["period"]), strict=True))

    def at(shift: int) -> np.ndarray:
        return np.array([population.get((code, year + shift), np.nan) for code, year in places], dtype="float64")

    return {_OWN: at(0), _MIDDLE: (at(0) + at(1)) / 2, _BEFORE: at(-1)}


def _fit(rows: pd.DataFrame, people: np.ndarray) -> _Fit:
    with np.errstate(divide="ignore", invalid="ignore"):
        ours = rows["count"].to_numpy("float64") / people * _PER
        slack = rows["step"].to_numpy("float64") / 2 / people * _PER + rows["rate_step"].to_numpy("float64") / 2
    known = np.isfinite(ours)
    gap = np.abs(rows["rate"].to_numpy("float64") - ours)
    off = rows.assign(ours=ours, gap=gap - slack)[known & (gap > slack + 1e-9)]
    return _Fit(int(known.sum()), off.sort_values("gap", ascending=False))


def _off(fit: _Fit) -> str:
    return f"{_number(len(fit.off))} van de {_number(fit.checked)}"


def _number(many: int) -> str:
    return f"{many:,}".replace(",", ".")


def _differ(many: int) -> str:
    return f"{'verschilt' if many == 1 else 'verschillen'} er {_number(many)}"


def _examples(fit: _Fit) -> str:
    if fit.off.empty:
        return ""
    named = [
        f"{row.region} {row.period} {row.measure}: CBS {row.rate:g}, wij {row.ours:.1f}"
        for row in fit.off.head(_NAMED).itertuples()
    ]
    return f" (de grootste verschillen: {'; '.join(named)})"


def _counts_everything(category: str) -> bool:
    return all(part.split(": ")[-1] == "Totaal" for part in category.split(" | "))
