"""Every sentence, over all places, periods and indicators of the embedded figures and of a made-up full-size set."""

import numpy as np
import pandas as pd
import pytest

from data_sources import snapshots
from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from geo import registry
from indicators import comparators, ranks, sentences
from indicators.comparator import Comparator, NoComparator
from indicators.compare import compare, compare_each
from indicators.compute import indicator_values_for
from indicators.trend import change, trend
from indicators.value import State
from tests.rules.linter import Context, forbidden

REPORTS = INDICATORS["meldingen"]
HAS_FIGURE = {State.VALUE, State.ZERO, State.ROUNDED_ZERO}
YEARS = [f"{year}JJ00" for year in range(2015, 2025)]
HALVES = ["2022HJ01", "2022HJ02", "2023HJ01", "2023HJ02"]


def texts_of(rows, country, *, spec):
    """All sentences of all places: (row, context, text), with what may be copied last."""
    decided = {}
    for period in set(rows["period"].astype("str")):
        at = rows["period"].astype("str") == period
        each = compare_each(rows[at], comparator=country[period], spec=spec)
        decided |= {(code, period): one for code, one in each.items()}
    for code, here in rows.groupby(rows["region"].astype("str"), observed=True):
        region = registry.region(code)
        for kind in ("JJ", "HJ"):
            series = here[here["period"].astype("str").str.slice(4, 6) == kind]
            if series.empty:
                continue
            found = trend(series, spec=spec)
            last = Period.from_code(max(series["period"].astype("str")))
            about = Context(code, found.last or last, national=code == "NL01", points=found.points)
            yield None, about, sentences.trend_sentence(found, region, spec=spec)
            ends = series.sort_values("period").to_dict("records")
            for old, new in {
                n: (ends[n], ends[-1]) for n in (0, len(ends) // 2, len(ends) - 2) if 0 <= n < len(ends) - 1
            }.values():
                earlier, later = (Period.from_code(end["period"]) for end in (old, new))
                between = change(series, earlier=earlier, later=later, spec=spec)
                context = Context(code, later, national=code == "NL01")
                yield new, context, sentences.changed(between, region, earlier=old, later=new, spec=spec)
            for row in ends:
                period = Period.from_code(row["period"])
                comparator = country[row["period"]]
                context = Context(code, period, national=isinstance(comparator, Comparator), points=found.points)
                one = decided[code, str(row["period"])]
                yield row, context, sentences.situation(row, region, spec=spec)
                yield row, context, sentences.comparison(one, comparator, spec=spec)
                for text in sentences.quotable(
                    row, region, spec=spec, comparator=comparator, comparison=one,
                    trend=found if period == found.last else None, ranked=ranks.RankRange(code, 9, 31, 342),
                ):  # fmt: skip
                    yield row, context, text


def countries(values, codes, *, spec):
    return {code: comparators.national(values, spec=spec, period=Period.from_code(code)) for code in codes}


@pytest.fixture(scope="module")
def observed():
    return snapshots.load().observations


@pytest.mark.parametrize("id_", list(INDICATORS))
def test_no_sentence_on_the_embedded_figures_has_a_forbidden_form(observed, id_):
    spec = INDICATORS[id_]
    said = 0
    nation = indicator_values_for(observed, spec=spec, level=Level.COUNTRY)
    for level in spec.levels:
        rows = indicator_values_for(observed, spec=spec, level=level)
        known = rows[rows["state"].isin(HAS_FIGURE)]
        empty = rows[~rows["state"].isin(HAS_FIGURE)].drop_duplicates(["period", "state"])  # one text per place's name
        chosen = pd.concat([known, empty])
        compared = countries(nation, set(chosen["period"].astype("str")), spec=spec)
        for row, context, text in texts_of(chosen, compared, spec=spec):
            said += 1
            assert text.strip()
            assert forbidden(text, context) == [], (row, text)
    assert said or id_ not in EMBEDDED_INDICATORS, "the carried figures give something to say"


@pytest.fixture(scope="module")
def full_size(make_values):
    """342 places, ten years and four half-years; some dots, some zeros, some small counts. Made up."""
    rng = np.random.default_rng(21)
    codes = [place.code for place in registry.regions(Level.MUNICIPALITY, year=2024)]
    frames = []
    base = np.exp(rng.normal(np.log(30_000), 0.9, len(codes)))
    for period in [*YEARS, *HALVES]:
        counts = 5 * np.round(rng.poisson(base * rng.normal(0.006, 0.0015, len(codes)).clip(0)) / 5)
        counts[rng.random(len(codes)) < 0.05] = np.nan
        frames.append(make_values(counts, bases=base, codes=codes, period=period, spec=REPORTS))
    return pd.concat(frames, ignore_index=True)


@pytest.fixture(scope="module")
def made_up_country(make_values):
    periods = [*YEARS, *HALVES]
    rows = make_values([100_000] * 14, bases=17e6, codes=["NL01"] * 14, period=periods, spec=REPORTS)
    return countries(rows, periods, spec=REPORTS)


@pytest.mark.slow
def test_no_sentence_on_a_full_size_set_has_a_forbidden_form(full_size, made_up_country):
    for row, context, text in texts_of(full_size, made_up_country, spec=REPORTS):
        assert forbidden(text, context) == [], (row, text)


def test_before_2019_nothing_is_compared_with_the_country(made_up_country):
    assert all(isinstance(made_up_country[code], NoComparator) for code in YEARS if int(code[:4]) < 2019)
    assert all(isinstance(made_up_country[code], Comparator) for code in YEARS if int(code[:4]) >= 2019)


def test_every_sentence_with_a_rate_carries_its_margin(full_size, made_up_country):
    some = full_size[full_size["region"].astype("str").isin(["GM0758", "GM0014", "GM0088"])]
    for region in map(registry.region, ("GM0758", "GM0014", "GM0088")):
        for row in some[some["region"].astype("str") == region.code].to_dict("records"):
            text = sentences.situation(row, region, spec=REPORTS)
            copied = sentences.quotable(row, region, spec=REPORTS, comparator=made_up_country[row["period"]])
            if row["state"] in HAS_FIGURE:
                assert "Het echte cijfer ligt waarschijnlijk tussen " in text
                assert "bron: " in copied[0]
                assert "(waarschijnlijk tussen " in copied[0]
            else:
                assert copied == []
                assert "niet hetzelfde als nul" in text


def single(make_values, count, **more):
    return make_values([count], codes=["GM0758"], spec=REPORTS, **more).iloc[0]


BREDA = registry.region("GM0758")


def test_the_situation_reads_as_a_newspaper_would_print_it(make_values):
    text = sentences.situation(single(make_values, 1500, bases=185_000), BREDA, spec=REPORTS)
    assert text == (
        "In 2023 telde Veilig Thuis ongeveer 1.500 meldingen in Breda, op 185.000 inwoners. Dat is 81,1 per 10.000 inwoners (811 per 100.000). "
        "Het echte cijfer ligt waarschijnlijk tussen 75,9 en 86,5."
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"count": 10}, "minder dan 20 meldingen: het cijfer is onzeker"),
        ({"count": 0}, "na afronding 0 meldingen in Breda: het waren er minder dan 2,5"),
        ({"count": 0, "rounding": 0.0}, "geen meldingen in Breda: echt nul"),
        ({"count": np.nan}, "onbekend, onvoldoende betrouwbaar of geheim. Dat is niet hetzelfde als nul."),
        (
            {"count": np.nan, "states": ["not_in_snapshot"]},
            "Het aantal meldingen in Breda in 2023 staat nog niet op deze site.",
        ),
        (
            {"count": 500, "states": ["count_only"]},
            "telde Veilig Thuis ongeveer 500 meldingen in Breda. Hoeveel dat per 10.000 inwoners is, kunnen we nog niet zeggen.",
        ),
        ({"count": 1, "states": ["count_only"]}, "ongeveer 1 melding in Breda"),
        ({"count": np.nan, "states": ["no_such_place"]}, "Breda bestond in 2023 niet"),
        ({"count": np.nan, "states": ["column_uncertain"]}, "niet zeker in welke kolom"),
        ({"count": 500, "status": "provisional"}, "Het cijfer is voorlopig."),
        ({"count": 500, "period": "2023HJ01"}, "In het eerste halfjaar van 2023 telde"),
    ],
)
def test_each_state_has_its_own_words(make_values, row, words):
    row = dict(row)
    assert words in sentences.situation(single(make_values, row.pop("count"), **row), BREDA, spec=REPORTS)


def test_reports_carry_their_advice_twin_when_it_is_given(make_values):
    twin = make_values([800], codes=["GM0758"], spec=INDICATORS["adviezen"]).iloc[0]
    text = sentences.situation(
        single(make_values, 500), BREDA, spec=REPORTS, twin=twin, twin_spec=INDICATORS["adviezen"]
    )
    assert "Daarnaast waren er ongeveer 800 adviezen: 80,0 per 10.000 inwoners (waarschijnlijk tussen " in text


def test_the_comparison_names_comparator_period_source_and_certainty(make_values):
    rows = make_values([76_000], bases=10_000_000, codes=["NL01"], spec=REPORTS)
    country = comparators.national(rows, spec=REPORTS, period=Period.year(2023), date="1 maart 2025")
    higher = single(make_values, 1000)
    text = sentences.comparison(compare(higher, country, spec=REPORTS), country, spec=REPORTS)
    assert text == (
        "Het aantal meldingen per 10.000 inwoners is hoger dan dat van de rest van Nederland: 75,8 per 10.000 inwoners. "
        "Dat verschil is groter dan toeval en afronding verklaren. Voor Nederland als geheel is het 76,0 per 10.000 inwoners in 2023 "
        "(bron: CBS, tabel T1, 1 maart 2025)."
    )
    copied = sentences.quotable(
        higher, BREDA, spec=REPORTS, comparator=country, comparison=compare(higher, country, spec=REPORTS)
    )
    assert copied[1].endswith("Een hoger cijfer is niet hetzelfde als meer geweld.")


def test_a_rank_is_always_a_range():
    assert sentences.rank(ranks.RankRange("GM0758", 9, 31, 342)).startswith("tussen plaats 9 en 31 van 342")


def test_a_range_of_one_place_is_an_end_and_never_from_1_to_1():
    assert sentences.rank(ranks.RankRange("GM0758", 1, 1, 19)) == "het hoogste van de 19, in vrijwel alle uitkomsten"
    assert sentences.rank(ranks.RankRange("GM0758", 19, 19, 19)) == "het laagste van de 19, in vrijwel alle uitkomsten"


def test_there_are_four_reasons_and_more_violence_is_only_one_of_them():
    assert sentences.WHY_HIGHER_TITLE == "Waarom kan dit hoger zijn?"
    assert len(sentences.why_higher()) == 4
    assert sum("geweld" in reason for reason in sentences.why_higher()) == 1
