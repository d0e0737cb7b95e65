"""Full-size made-up tables: real places, invented figures, the same on every run.

Reports and advice of a municipality are drawn once per half-year, so tables agree with each other; every other figure
is a share of one of them. Larger places are sums, years are sums of half-years; then all is rounded to fives and small
cells of municipalities become a dot.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from data_sources.places import memberships
from tests.cbs_service.shapes import POPULATION, SHAPES, TableShape
from tests.cbs_service.tables import Dimension, MadeUpTable, Member

YEARS = tuple(range(2019, 2026))
LAST_FIRM = 2024  # later periods are provisional


@dataclass(frozen=True)
class Geography:
    """Region codes with titles in StatLine order, and which municipalities make each up per year."""

    codes: tuple[str, ...]
    titles: tuple[str, ...]
    sums: np.ndarray  # [year, region, municipality], 0 or 1
    inhabitants: np.ndarray  # [municipality]


@cache
def geography(*, municipalities: bool, only: int | None = None) -> Geography:
    """Places of 2019-2025; ``only`` lists so many municipalities (all still count in the sums)."""
    rows = memberships().query("year in @YEARS", local_dict={"YEARS": list(YEARS)})
    names = rows.sort_values("year").drop_duplicates("municipality", keep="last").set_index("municipality")["name"]
    places = sorted(names.index)
    number = {code: n for n, code in enumerate(places)}
    titles = {"NL01": "Nederland"}
    for level, suffix in (("country_part", " (LD)"), ("province", " (PV)"), ("vt_region", " (VT)")):
        pairs = rows.sort_values("year").drop_duplicates(level, keep="last").set_index(level)[f"{level}_name"]
        titles |= {code: pairs[code] + suffix for code in sorted(pairs.index) if code}
    if municipalities:
        titles |= {code: names[code] for code in (places if only is None else places[:only])}
    order = {code: n for n, code in enumerate(titles)}
    sums = np.zeros((len(YEARS), len(titles), len(places)), dtype="float32")
    for row in rows.itertuples(index=False):
        year, place = YEARS.index(row.year), number[row.municipality]
        for code in ("NL01", row.country_part, row.province, row.vt_region, row.municipality):
            if code in order:
                sums[year, order[code], place] = 1
    inhabitants = np.random.default_rng(1).lognormal(10.3, 0.8, len(places)).round()
    return Geography(tuple(titles), tuple(titles.values()), sums, inhabitants)


def _periods(years: tuple[int, ...], *, halves: bool) -> tuple[Member, ...]:
    members: list[Member] = []
    for year in years:
        status, star = ("Definitief", "") if year <= LAST_FIRM else ("Voorlopig", "*")
        if halves:
            members += [Member(f"{year}HJ0{half}", f"{half}e halfjaar {year}{star}", status) for half in (1, 2)]
        members.append(Member(f"{year}JJ00", f"{year}{star}", status))
    return tuple(members)


@cache
def _bases(*, first_year: int) -> dict[str, np.ndarray]:
    """Reports and advice per [half-year, municipality]."""
    people = geography(municipalities=True).inhabitants
    halves = 2 * (YEARS[-1] - first_year + 1)
    rng = np.random.default_rng(7)
    own = rng.lognormal(0, 0.25, people.size)
    return {
        name: rng.poisson(rate / 10_000 * people * own, (halves, people.size)).astype("float32")
        for name, rate in (("reports", 37.0), ("advice", 32.0))
    }


def _table(shape: TableShape, *, years: tuple[int, ...], only: int | None) -> MadeUpTable:
    places = geography(municipalities=shape.municipalities, only=only)
    rng = np.random.default_rng(int(shape.id[:5]))
    combinations = [len(titles) for _, _, titles in shape.dimensions]
    bases = _bases(first_year=YEARS[0])
    n_combinations = int(np.prod(combinations)) if combinations else 1
    values = np.empty((len(shape.topics), n_combinations, len(places.codes), 3 * len(years)), dtype="float32")
    for t, topic in enumerate(shape.topics):
        for c in range(n_combinations):
            share = shape.share(t, c, rng)
            for y, year in enumerate(years):
                at = YEARS.index(year)
                parts = [np.floor(bases[topic.base][2 * at + half] * share) for half in (0, 1)]
                for p, part in enumerate((*parts, parts[0] + parts[1])):
                    values[t, c, :, 3 * y + p] = places.sums[at] @ part
    values = np.round(values / 5) * 5
    for y, year in enumerate(years):
        values[:, :, places.sums[YEARS.index(year)].sum(axis=1) == 0, 3 * y : 3 * y + 3] = np.nan
    municipal = np.array([code.startswith("GM") for code in places.codes])
    small = (values < 10) & municipal[None, None, :, None]
    values[small & (rng.random(values.shape, dtype="float32") < 0.5)] = np.nan
    for t, topic in enumerate(shape.topics):
        if topic.percent_of is not None:
            with np.errstate(divide="ignore", invalid="ignore"):
                values[t] = np.round(100 * values[topic.of] / values[topic.percent_of], 1)
            values[t][~np.isfinite(values[t])] = np.nan
    dimensions = [
        Dimension(key, title, "Dimension", tuple(Member(f"T{n:06d}", text) for n, text in enumerate(titles, 1000)))
        for key, title, titles in shape.dimensions
    ]
    regions = tuple(Member(f"{c:<6}", title) for c, title in zip(places.codes, places.titles, strict=True))
    dimensions += [
        Dimension("RegioS", "Regio's", "GeoDimension", regions),
        Dimension("Perioden", "Perioden", "TimeDimension", _periods(years, halves=True)),
    ]
    block = values.reshape(len(shape.topics), *combinations, len(places.codes), 3 * len(years))
    return MadeUpTable(shape.id, shape.title, tuple(dimensions), tuple(topic.served for topic in shape.topics), block)


def _population(*, years: tuple[int, ...], only: int | None) -> MadeUpTable:
    places = geography(municipalities=True, only=only)
    counts = [places.sums[YEARS.index(year)] @ places.inhabitants for year in years]
    total = np.stack(counts, axis=1)
    total[np.stack([places.sums[YEARS.index(year)].sum(axis=1) == 0 for year in years], axis=1)] = np.nan
    block = np.stack([np.floor(total * part) for part in (1, 0.5, 0.5)])
    regions = tuple(Member(f"{c:<6}", t) for c, t in zip(places.codes, places.titles, strict=True))
    dimensions = (
        Dimension("RegioS", "Regio's", "GeoDimension", regions),
        Dimension("Perioden", "Perioden", "TimeDimension", _periods(years, halves=False)),
    )
    return MadeUpTable(POPULATION.id, POPULATION.title, dimensions, POPULATION.topics, block)


def full(
    *, years: tuple[int, ...] = YEARS, only: int | None = None, ids: frozenset[str] | None = None
) -> dict[str, MadeUpTable]:
    """All eleven tables at the size of the public ones.

    ``years``, ``only`` (municipalities) and ``ids`` (of tables, beside that of inhabitants) make them smaller.
    """
    shapes = [shape for shape in SHAPES if ids is None or shape.id in ids]
    tables = {shape.id: _table(shape, years=years, only=only) for shape in shapes}
    return tables | {POPULATION.id: _population(years=years, only=only)}


@cache
def small() -> dict[str, MadeUpTable]:
    """All eleven tables for one year and eight municipalities."""
    return full(years=(2023,), only=8)
