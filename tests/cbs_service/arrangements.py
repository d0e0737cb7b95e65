"""Where CBS may put the second measure of a count, the one per 100,000 inhabitants: nobody has seen it, so all ways.

84848, 84849 and 84850NED certainly have both (``M007041_1`` and ``M007041_2``); 85361NED shows how CBS names a group of
relative figures. An arrangement says what a count and its rate are called; the figures are the same in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from tests.cbs_service.tables import Dimension, MadeUpTable, Topic

COUNTS_ALONE = "counts_alone"
AS_IN_85361 = "relative_group"  # the likeliest, so what the service serves unless told otherwise
_PER = 100_000


def _rate(topic: Topic, *, title: str = "", unit: str = "per 100 000 inwoners", groups: tuple[str, ...]) -> Topic:
    stem, number = topic.key.rsplit("_", 1)
    return replace(topic, key=f"{stem}_{500 + int(number)}", title=title or topic.title, unit=unit, groups=groups)


def _relative_group(topic: Topic) -> tuple[Topic, Topic]:
    outer, *inner = topic.groups or ("Adviezen en meldingen",)
    return topic, _rate(topic, groups=(f"{outer} (relatief)", *inner))


def _same_group_other_title(topic: Topic) -> tuple[Topic, Topic]:
    return topic, _rate(topic, title=f"{topic.title}, relatief", groups=topic.groups)


def _same_group_same_title(topic: Topic) -> tuple[Topic, Topic]:
    return topic, _rate(topic, unit="per 100.000 inwoners", groups=topic.groups)


def _own_group(topic: Topic) -> tuple[Topic, Topic]:
    return topic, _rate(topic, groups=("Per 100 000 inwoners", *topic.groups))


def _other_group(topic: Topic) -> tuple[Topic, Topic]:
    return topic, _rate(topic, unit="per 100 000 inw.", groups=("Relatieve cijfers",))


def _outer_groups(topic: Topic) -> tuple[Topic, Topic]:
    return (
        replace(topic, groups=("Aantallen", *topic.groups)),
        _rate(topic, groups=("Per 100 000 inwoners", *topic.groups)),
    )


def _suffix(topic: Topic) -> tuple[Topic, Topic]:
    return topic, _rate(topic, title=f"{topic.title} (per 100 000 inwoners)", groups=topic.groups)


def _no_unit(topic: Topic) -> tuple[Topic, Topic]:
    return topic, _rate(topic, title=f"{topic.title} per 100 000 inwoners", unit="", groups=topic.groups)


def _rates_first(topic: Topic) -> tuple[Topic, Topic]:
    """The keys are in the other order too: the rate is ``_1``, the count ``_2``."""
    rate = _rate(topic, groups=topic.groups)
    return replace(topic, key=rate.key), replace(rate, key=topic.key)


ARRANGEMENTS: Mapping[str, Callable[[Topic], tuple[Topic, Topic]]] = {
    AS_IN_85361: _relative_group,
    "same_group_other_title": _same_group_other_title,
    "same_group_same_title": _same_group_same_title,
    "own_group": _own_group,
    "other_group": _other_group,
    "outer_groups": _outer_groups,
    "suffix": _suffix,
    "no_unit": _no_unit,
    "rates_first": _rates_first,
}


def arranged(table: MadeUpTable, *, inhabitants: np.ndarray, arrangement: str) -> MadeUpTable:
    """The table with both measures of every count; ``inhabitants`` by region and period, as the table orders them."""
    if arrangement == COUNTS_ALONE:
        return table
    topics: list[Topic] = []
    blocks = []
    for topic, block in zip(table.topics, table.values, strict=True):
        if topic.unit != "aantal":
            topics.append(topic)
            blocks.append(block)
            continue
        count, rate = ARRANGEMENTS[arrangement](topic)
        with np.errstate(divide="ignore", invalid="ignore"):
            per = np.round(block / inhabitants * _PER)
        per[~np.isfinite(per)] = np.nan
        pair = [(count, block), (rate, per.astype("float32"))]
        for one, figures in reversed(pair) if arrangement == "rates_first" else pair:
            topics.append(one)
            blocks.append(figures)
    return replace(table, topics=tuple(topics), values=np.stack(blocks))


def padded(dimension: Dimension) -> Dimension:
    """Keys as wide as the widest, as CBS writes them."""
    width = max(len(member.key) for member in dimension.members) + 1
    return replace(dimension, members=tuple(replace(one, key=f"{one.key:<{width}}") for one in dimension.members))
