"""Rule 9: a rank is a range, and the range holds the true rank."""

import re

import numpy as np
import pandas as pd

from data_sources.level import Level
from data_sources.period import Period
from editions import ranks
from editions.edition import current_edition
from indicators import sentences
from indicators.ranks import RankRange, rank_ranges
from tests.indicators.conftest import values_of
from tests.rules.holding import REPORTS, holds, ranks_of, variants

PLACES = 120


def bare(values, *, spec, worlds):  # noqa: ARG001
    rank = values["value"].rank(ascending=False)
    return pd.DataFrame({"rank_best": rank, "rank_worst": rank, "rank_of": float(len(values))})


def half_as_wide(values, *, spec, worlds):
    found = rank_ranges(values, spec=spec, worlds=worlds)
    quarter = (found["rank_worst"] - found["rank_best"]) / 4
    return found.assign(rank_best=found["rank_best"] + quarter, rank_worst=found["rank_worst"] - quarter)


def upside_down(values, *, spec, worlds):
    found = rank_ranges(values, spec=spec, worlds=worlds)
    turned = len(values) + 1 - found[["rank_worst", "rank_best"]]
    return found.assign(rank_best=turned["rank_worst"], rank_worst=turned["rank_best"])


def anything_goes(values, *, spec, worlds):  # noqa: ARG001
    ends = {"rank_best": 1.0, "rank_worst": float(len(values)), "rank_of": float(len(values))}
    return pd.DataFrame(ends, index=values.index)


def covers(give):
    rng, held, wide = np.random.default_rng(8), [], []
    for _ in range(6):
        base = np.exp(rng.normal(np.log(30_000), 0.9, PLACES))
        rate = np.exp(rng.normal(np.log(0.004), 0.2, PLACES))
        counts = 5 * np.round(rng.poisson(base * rate) / 5)
        found = give(values_of(counts, bases=base, spec=REPORTS), spec=REPORTS, worlds=2000)
        true = PLACES - rate.argsort().argsort()
        held.append(((found["rank_best"] <= true) & (true <= found["rank_worst"])).mean())
        wide.append((found["rank_worst"] - found["rank_best"]).mean() / PLACES)
    assert np.mean(held) >= 0.95
    assert np.mean(wide) < 0.7, "a range that holds every place says nothing"


@variants(rank_ranges, bare, half_as_wide, upside_down, anything_goes)
def test_a_range_holds_the_true_rank(variant, honest):
    assert holds(covers, variant) is honest


def as_one_place(found):
    return f"op plaats {found.best} van {found.of}"


def without_the_total(found):
    return sentences.rank(found).replace(" van 342", "")


def says_a_range(say):
    assert say(RankRange("GM0758", 9, 31, 342)).startswith("tussen plaats 9 en 31 van 342")


@variants(sentences.rank, as_one_place, without_the_total)
def test_a_rank_is_said_as_a_range(variant, honest):
    assert holds(says_a_range, variant) is honest


def test_the_chart_shows_both_ends_of_every_range():
    chart = ranks_of(values_of([400 + 10 * n for n in range(12)], bases=20_000, spec=REPORTS))
    assert (chart.table["rank_best"] < chart.table["rank_worst"]).all()
    assert list(chart.printed) == ["plaats", "hoogst", "laagst", "van", "in woorden"]


def test_no_page_says_from_place_1_to_1(read_page):
    page = read_page("compare.py", gemeente="GM0758", met="GM0748,GM0826", indicator="wb-meldingen", periode="2018")
    assert "tussen welke plaatsen" in page.text
    for best, worst in re.findall(r"tussen plaats (\d+) en (\d+) van", page.text):
        assert int(best) < int(worst)


def test_one_place_far_above_all_others_is_the_highest_in_nearly_all_outcomes():
    chart = ranks_of(values_of([5000, 400, 410, 420, 430, 10], bases=20_000, spec=REPORTS))
    words = chart.printed["in woorden"].tolist()
    assert words[0] == "het hoogste van de 6, in vrijwel alle uitkomsten"
    assert words[-1] == "het laagste van de 6, in vrijwel alle uitkomsten"
    assert "tussen plaats 1 en 1" not in f"{chart.description} {chart.figure}"


def test_the_dispersion_widens_the_ranges():
    values = values_of([400 + 20 * n for n in range(30)], bases=60_000, spec=REPORTS)
    narrow, wide = (rank_ranges(values.assign(dispersion=phi), spec=REPORTS, worlds=2000) for phi in (1.0, 9.0))
    assert (wide["rank_worst"] - wide["rank_best"]).mean() > (narrow["rank_worst"] - narrow["rank_best"]).mean()


def test_no_rank_where_too_many_counts_have_no_municipality():
    ranges = {
        name: ranks.rank_ranges(current_edition(), name, level=Level.MUNICIPALITY, period=Period.year(2018))
        for name in ("wb-meldingen", "wb-adviezen")
    }
    assert len(ranges["wb-meldingen"]) == 19
    assert ranges["wb-adviezen"] == {}
