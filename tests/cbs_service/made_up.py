"""Full-size made-up tables: real places, invented figures, the same on every run.

Reports and advice of a municipality are drawn once per half-year, so tables agree with each other; every other figure
is a share of one of them. Larger places are sums, years are sums of half-years; then all is rounded to fives and small
cells of municipalities become a dot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from data_sources.places import memberships
from tests.cbs_service.arrangements import AS_IN_85361, arranged, padded
from tests.cbs_service.population_count import count_of_population
from tests.cbs_service.shapes import POPULATION, SHAPES, TableShape
from tests.cbs_service.tables import Dimension, MadeUpTable, Member

YEARS = tuple(range(2019, 2026))
NEWEST_HALF = 2026  # the first half of this year is out
_STATUS = {2024: "NaderVoorlopig", 2025: "Voorlopig", 2026: "Voorlopig"}  # the years before are final


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


def _periods(years: tuple[int, ...], *, halves: bool, half: int | None = None) -> tuple[Member, ...]:
    """Periods as CBS titles them, without a star; ``half`` is a year of which only the first half is out."""
    members: list[Member] = []
    for year in years:
        status = _STATUS.get(year, "Definitief")
        if halves:
            members += [Member(f"{year}HJ0{number}", f"{number}e halfjaar {year}", status) for number in (1, 2)]
        members.append(Member(f"{year}JJ00", str(year), status))
    if half is not None:
        members.append(Member(f"{half}HJ01", f"1e halfjaar {half}", _STATUS[half]))
    return tuple(members)


@cache
def _bases(*, first_year: int) -> dict[str, np.ndarray]:
    """Reports and advice per [half-year, municipality]."""
    people = geography(municipalities=True).inhabitants
    halves = 2 * (YEARS[-1] - first_year + 1)
    rng, later = np.random.default_rng(7), np.random.default_rng(8)
    own = rng.lognormal(0, 0.25, people.size)
    drawn = {}
    for name, rate in (("reports", 37.0), ("advice", 32.0)):
        expected = rate / 10_000 * people * own
        parts = [rng.poisson(expected, (halves, people.size)), later.poisson(expected, (1, people.size))]
        drawn[name] = np.concatenate(parts).astype("float32")
    return drawn


def _table(
    shape: TableShape, *, years: tuple[int, ...], only: int | None, halves: bool, half: int | None, arrangement: str
) -> MadeUpTable:
    places = geography(municipalities=shape.municipalities, only=only)
    rng = np.random.default_rng(int(shape.id[:5]))
    combinations = [len(titles) for _, _, titles in shape.dimensions]
    bases = _bases(first_year=YEARS[0])
    n_combinations = int(np.prod(combinations)) if combinations else 1
    periods = _periods(years, halves=halves, half=half)
    values = np.empty((len(shape.topics), n_combinations, len(places.codes), len(periods)), dtype="float32")
    for t, topic in enumerate(shape.topics):
        for c in range(n_combinations):
            share = shape.share(t, c, rng)
            values[t, c] = _counted(places, bases[topic.base], share=share, years=years, halves=halves, half=half)
    values = np.round(values / 5) * 5
    for p, period in enumerate(periods):
        values[:, :, places.sums[_at(period)].sum(axis=1) == 0, p] = np.nan
    municipal = np.array([code.startswith("GM") for code in places.codes])
    small = (values < 10) & municipal[None, None, :, None]
    values[small & (rng.random(values.shape, dtype="float32") < 0.5)] = np.nan
    for t, topic in enumerate(shape.topics):
        if topic.percent_of is not None:
            with np.errstate(divide="ignore", invalid="ignore"):
                values[t] = np.round(100 * values[topic.of] / values[topic.percent_of], 1)
            values[t][~np.isfinite(values[t])] = np.nan
    dimensions = [_dimension(key, title, titles) for key, title, titles in shape.dimensions]
    regions = tuple(Member(f"{c:<6}", title) for c, title in zip(places.codes, places.titles, strict=True))
    if not shape.national:
        dimensions.append(Dimension("RegioS", "Regio's", "GeoDimension", regions))
    dimensions.append(Dimension("Perioden", "Perioden", "TimeDimension", periods))
    block = values.reshape(len(shape.topics), *combinations, len(places.codes), len(periods))
    people = np.stack([places.sums[_at(period)] @ places.inhabitants for period in periods], axis=1)
    if shape.national:
        block, people = block[..., 0, :], people[0]
    table = MadeUpTable(shape.id, shape.title, tuple(dimensions), tuple(topic.served for topic in shape.topics), block)
    return arranged(table, inhabitants=people, arrangement=arrangement)


def _counted(
    places: Geography, base: np.ndarray, *, share: float, years: tuple[int, ...], halves: bool, half: int | None
) -> np.ndarray:
    """One series by region and period: the half-years (or not), their sums, and the half that just came out."""
    columns = []
    for year in years:
        at = YEARS.index(year)
        first, second = (np.floor(base[2 * at + number] * share) for number in (0, 1))
        parts = (first, second, first + second) if halves else (first + second,)
        columns += [places.sums[at] @ part for part in parts]
    if half is not None:
        columns.append(places.sums[-1] @ np.floor(base[-1] * share))
    return np.stack(columns, axis=1)


def _at(period: Member) -> int:
    """Number of the year of a period; a later year has the places of the last one."""
    return min(int(period.key[:4]), YEARS[-1]) - YEARS[0]


def _dimension(key: str, title: str, titles: tuple[str, ...]) -> Dimension:
    """Members with codes as CBS gives them: T001019 for the total, A0495xx for the others."""
    members = tuple(
        Member("T001019" if n == 0 and "totaal" in text.casefold() else f"A{49500 + n:06d}", text)
        for n, text in enumerate(titles)
    )
    return padded(Dimension(key, title, "Dimension", members))


def _population(*, years: tuple[int, ...], only: int | None) -> tuple[MadeUpTable, MadeUpTable]:
    """Inhabitants as 70072ned and as 03759ned have them, with the same totals."""
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
    return (
        MadeUpTable(POPULATION.id, POPULATION.title, dimensions, POPULATION.topics, block),
        count_of_population(total, regions=regions, years=years),
    )


def full(
    *,
    years: tuple[int, ...] = YEARS,
    only: int | None = None,
    half: int | None = NEWEST_HALF,
    arrangement: str = AS_IN_85361,
    ids: frozenset[str] | None = None,
    every_member: bool = True,
    halves: bool = True,
) -> dict[str, MadeUpTable]:
    """All tables at the size of the public ones; ``years``, ``only`` (municipalities) and ``ids`` make them smaller.

    So do ``every_member`` when it is False (of members that bear an invented name and a number only three are left) and
    ``halves`` (whole years alone).

    ``half`` is a year of which only the first half is out, ``arrangement`` where the measure per 100,000 inhabitants
    stands (see arrangements.py). ``ids`` are of tables, beside those of inhabitants.
    """
    shapes = [shape if every_member else _short(shape) for shape in SHAPES if ids is None or shape.id in ids]
    tables = {
        shape.id: _table(shape, years=years, only=only, halves=halves, half=half, arrangement=arrangement)
        for shape in shapes
    }
    return tables | {table.id: table for table in _population(years=years, only=only)}


def _short(shape: TableShape) -> TableShape:
    """A table with few of the members that stand for many."""
    dimensions = tuple(
        (key, title, tuple(name for name in names if not re.search(r" ([3-9]|\d\d+)$", name)))
        for key, title, names in shape.dimensions
    )
    return replace(shape, dimensions=dimensions)


@cache
def small(*, arrangement: str = AS_IN_85361, half: int | None = None, halves: bool = True) -> dict[str, MadeUpTable]:
    """All tables for one year and eight municipalities, with few members."""
    return full(years=(2023,), only=8, halves=halves, half=half, arrangement=arrangement, every_member=False)
