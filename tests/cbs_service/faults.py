"""Everything that can go wrong on the way to a table, on request.

``ANSWERS`` spoil an answer on the wire; ``CHANGES`` give the table another shape or other figures. Long because it is one list.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tests.cbs_service.tables import Dimension, MadeUpTable, Member, Topic

ANSWERS = (
    "truncated",
    "half_json",
    "html",
    "not_odata",
    "404",
    "403",
    "429",
    "410",
    "503",
    "500",
    "reset",
    "slow",
    "drop",
)


@dataclass
class Fault:
    """One spoiled kind of answer; ``times`` counts down, None means for ever."""

    kind: str
    entity: str | None = None  # TypedDataSet, DataProperties, ...; None is any
    times: int | None = None
    seconds: float = 0.0
    status: int = 503
    chance: float = 1.0  # for a line that drops some requests
    seed: int = 0
    door: str | None = None  # v3 or v4; None is both

    def __post_init__(self) -> None:
        """Draw the same misfortunes on every run."""
        self._random = random.Random(self.seed)

    def strikes(self, entity: str, *, door: str = "v3") -> bool:
        """Whether this request is spoiled."""
        if self.entity not in {None, entity} or self.door not in {None, door} or self.times == 0:
            return False
        if self.chance < 1 and self._random.random() >= self.chance:
            return False
        if self.times is not None:
            self.times -= 1
        return True


def renamed_measure(table: MadeUpTable) -> MadeUpTable:
    """CBS gives the reports another name."""
    topics = tuple(
        replace(topic, title=topic.title.replace("Ontvangen", "Binnengekomen")) if "Ontvangen" in topic.title else topic
        for topic in table.topics
    )
    return replace(table, topics=topics)


def changed_dimension(table: MadeUpTable) -> MadeUpTable:
    """An extra dimension appears: its total, in the middle of the list, has the figures of before."""
    members = (Member("3000   ", "Mannen"), Member("T001038", "Totaal mannen en vrouwen"), Member("4000   ", "Vrouwen"))
    extra = Dimension("Geslacht", "Geslacht", "Dimension", members)
    half = np.round(table.values / 10) * 5
    return replace(table, dimensions=(extra, *table.dimensions), values=np.stack([half, table.values, half], axis=1))


def nameless_total(table: MadeUpTable) -> MadeUpTable:
    """An extra dimension appears of which only the figures tell which member is the total."""
    members = (Member("3000", "Mannen"), Member("4000", "Vrouwen"), Member("5000", "Iedereen"))
    extra = Dimension("Geslacht", "Geslacht", "Dimension", members)
    men = np.floor(table.values / 10) * 5
    values = np.stack([men, table.values - men, table.values], axis=1)
    return replace(table, dimensions=(extra, *table.dimensions), values=values)


def dimension_without_total(table: MadeUpTable) -> MadeUpTable:
    """An extra dimension appears of which no member says that it counts everything."""
    extra = Dimension("Geslacht", "Geslacht", "Dimension", (Member("3000", "Mannen"), Member("4000", "Vrouwen")))
    half = np.round(table.values / 10) * 5
    return replace(table, dimensions=(extra, *table.dimensions), values=np.stack([half, half], axis=1))


def lost_dimension(table: MadeUpTable) -> MadeUpTable:
    """The last dimension of members is gone; what is left are its totals."""
    at = max(n for n, one in enumerate(table.dimensions) if one.type == "Dimension")
    dimensions = (*table.dimensions[:at], *table.dimensions[at + 1 :])
    return replace(table, dimensions=dimensions, values=np.ascontiguousarray(table.values.take(0, axis=at + 1)))


def renamed_dimension(table: MadeUpTable) -> MadeUpTable:
    """The first dimension has another title."""
    first = table.dimensions[0]
    return table.with_dimension(first.key, replace(first, title="Kenmerken van het contact"))


def new_member(table: MadeUpTable) -> MadeUpTable:
    """The last member of the first dimension is another one than before."""
    first = table.dimensions[0]
    members = (*first.members[:-1], Member("A049999", "Beroep: nieuw beroep"))
    return table.with_dimension(first.key, replace(first, members=members))


def missing_measure(table: MadeUpTable) -> MadeUpTable:
    """The reports are gone, as a count and per 100,000."""
    kept = [n for n, topic in enumerate(table.topics) if not topic.title.startswith("Ontvangen meldingen")]
    return replace(table, topics=tuple(table.topics[n] for n in kept), values=table.values[kept])


def regrouped(table: MadeUpTable) -> MadeUpTable:
    """Every measure stands in a group with another name."""
    topics = tuple(replace(topic, groups=("Instroom", *topic.groups[1:])) for topic in table.topics)
    return replace(table, topics=topics)


def text_column(table: MadeUpTable) -> MadeUpTable:
    """One more column, of words."""
    topic = Topic("Codering_900", "Codering", unit="code", datatype="String")
    return replace(table, topics=(*table.topics, topic), values=np.concatenate([table.values, table.values[:1]]))


def geo_detail(table: MadeUpTable) -> MadeUpTable:
    """The regions are of the type CBS uses for neighbourhoods."""
    regions = next(one for one in table.dimensions if one.type == "GeoDimension")
    return table.with_dimension(regions.key, replace(regions, type="GeoDetail"))


def no_regions(table: MadeUpTable) -> MadeUpTable:
    """The column of regions is gone."""
    axis = next(n for n, one in enumerate(table.dimensions) if one.type == "GeoDimension")
    dimensions = (*table.dimensions[:axis], *table.dimensions[axis + 1 :])
    return replace(table, dimensions=dimensions, values=np.ascontiguousarray(table.values.take(0, axis=axis + 1)))


def some_sums_off(table: MadeUpTable) -> MadeUpTable:
    """The country is far off in one member: its parts add up to something else there."""
    values = table.values.copy()
    values[:, 3, 0] += 1000
    return replace(table, values=values)


def share_above_hundred(table: MadeUpTable) -> MadeUpTable:
    """A percentage is impossible."""
    values = table.values.copy()
    number = next(n for n, topic in enumerate(table.topics) if topic.unit == "%")
    values[number, 0] = 140.0
    return replace(table, values=values)


def other_population(table: MadeUpTable) -> MadeUpTable:
    """CBS divides by a population that is two percent larger than ours."""
    values = table.values.copy()
    for number, topic in enumerate(table.topics):
        if topic.unit.startswith("per "):
            values[number] = np.round(values[number] / 1.02)
    return replace(table, values=values)


def renamed_total(table: MadeUpTable) -> MadeUpTable:
    """The member 'Totaal' of the first dimension gets another name and an ordinary code."""
    first = table.dimensions[0]
    members = (Member("A049400", "Alles bij elkaar"), *first.members[1:])
    return table.with_dimension(first.key, replace(first, members=members))


def moved_total(table: MadeUpTable) -> MadeUpTable:
    """The total has another name and stands last; its code is still that of a total."""
    first = table.dimensions[0]
    members = (*first.members[1:], replace(first.members[0], title="Adviezen en meldingen"))
    return replace(
        table.with_dimension(first.key, replace(first, members=members)), values=np.roll(table.values, -1, axis=1)
    )


def reordered_measures(table: MadeUpTable) -> MadeUpTable:
    """The measures come in another order."""
    return replace(table, topics=table.topics[::-1], values=np.ascontiguousarray(table.values[::-1]))


def changed_keys(table: MadeUpTable) -> MadeUpTable:
    """Every field gets another key; the titles stay."""
    topics = tuple(replace(topic, key=f"Maat{900 - number}") for number, topic in enumerate(table.topics))
    dimensions = tuple(replace(one, key=f"Dim{number}") for number, one in enumerate(table.dimensions))
    return replace(table, topics=topics, dimensions=dimensions)


def trailing_spaces(table: MadeUpTable) -> MadeUpTable:
    """Keys and titles of members get (more) padding."""
    dimensions = tuple(
        replace(one, members=tuple(replace(m, key=f"{m.key.rstrip():<12}", title=m.title + "  ") for m in one.members))
        for one in table.dimensions
    )
    return replace(table, dimensions=dimensions)


def shrunk(table: MadeUpTable) -> MadeUpTable:
    """A tenth of the regions is gone."""
    axis = next(n for n, one in enumerate(table.dimensions) if one.type == "GeoDimension")
    regions = table.dimensions[axis]
    kept = int(len(regions.members) * 0.9)
    values = np.ascontiguousarray(np.take(table.values, np.arange(kept), axis=axis + 1))
    return replace(table.with_dimension(regions.key, replace(regions, members=regions.members[:kept])), values=values)


def wrong_clock(table: MadeUpTable) -> MadeUpTable:
    """CBS says the table was changed in a far future."""
    return replace(table, modified="2099-01-01T02:00:00")


def not_fives(table: MadeUpTable) -> MadeUpTable:
    """Counts are no longer rounded to fives."""
    return replace(table, values=table.values + 1)


def month_period(table: MadeUpTable) -> MadeUpTable:
    """One more period, which is a month."""
    periods = table.dimensions[-1]
    members = (*periods.members, Member("2025MM04", "2025 april", "Voorlopig"))
    values = np.concatenate([table.values, np.round(table.values[..., -1:] / 60) * 5], axis=-1)
    return replace(table.with_dimension(periods.key, replace(periods, members=members)), values=values)


def parts_do_not_add_up(table: MadeUpTable) -> MadeUpTable:
    """The provinces together are twice the country."""
    axis = next(n for n, one in enumerate(table.dimensions) if one.type == "GeoDimension")
    values = np.moveaxis(table.values.copy(), axis + 1, 0)
    for number, member in enumerate(table.dimensions[axis].members):
        if member.key.startswith("PV"):
            values[number] *= 2
    return replace(table, values=np.ascontiguousarray(np.moveaxis(values, 0, axis + 1)))


def unknown_region(table: MadeUpTable) -> MadeUpTable:
    """Two regions get codes nobody knows: one of our form, one of another."""
    axis = next(n for n, one in enumerate(table.dimensions) if one.type == "GeoDimension")
    regions = table.dimensions[axis]
    *front, _, _ = regions.members
    members = (*front, Member("GM9999", "Nergenshuizen"), Member("CR01  ", "Oost-Groningen (CR)"))
    return table.with_dimension(regions.key, replace(regions, members=members))


def revised(table: MadeUpTable) -> MadeUpTable:
    """The figures of the last region rise by five, in first half-years and years."""
    axis = next(n for n, one in enumerate(table.dimensions) if one.type == "GeoDimension")
    values = np.moveaxis(table.values.copy(), axis + 1, 0)
    for number, period in enumerate(table.dimensions[-1].members):
        if not period.key.endswith("HJ02"):
            values[-1][..., number] += 5
    return replace(table, values=np.ascontiguousarray(np.moveaxis(values, 0, axis + 1)))


def empty(table: MadeUpTable) -> MadeUpTable:
    """Every figure is a dot."""
    return replace(table, values=table.values * np.nan)


def no_rows(table: MadeUpTable) -> MadeUpTable:
    """The table has no rows at all."""
    return replace(table, keep=0.0)


def negative(table: MadeUpTable) -> MadeUpTable:
    """Counts are below zero."""
    return replace(table, values=-table.values - 5)


CHANGES: dict[str, Callable[[MadeUpTable], MadeUpTable]] = {
    change.__name__: change
    for change in (
        renamed_measure, changed_dimension, renamed_total, reordered_measures, changed_keys, trailing_spaces, shrunk,
        wrong_clock, not_fives, month_period, parts_do_not_add_up, unknown_region, revised, empty, no_rows, negative,
        moved_total, nameless_total, dimension_without_total, lost_dimension, renamed_dimension, new_member, missing_measure, regrouped, text_column,
        geo_detail, no_regions, some_sums_off, share_above_hundred, other_population,
    )
}  # fmt: skip
