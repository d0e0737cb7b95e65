"""Rule 2: every rate has a band that holds rounding and chance; a missing count has a missing band."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from geo import registry
from indicators import sentences
from indicators.rates import rate_per_10_000
from tests.indicators.conftest import values_of
from tests.rules.holding import BREDA, REPORTS, holds, variants

WORKED = [  # count, inhabitants -> rate, rounding, chance, both; at phi = 1
    (10, 10_000, 10.0, (8.0, 12.0), (4.8, 18.4), (3.5, 21.0)),
    (30, 25_000, 12.0, (11.2, 12.8), (8.1, 17.1), (7.4, 18.1)),
    (125, 75_000, 16.7, (16.4, 16.9), (13.9, 19.9), (13.6, 20.1)),
]


def band(rate, counts, bases, *, rounding=5.0, dispersion=1.0):
    steps = pd.Series([rounding] * len(counts))
    columns = (pd.Series(counts, dtype="float64"), pd.Series(bases, dtype="float64"))
    return rate(*columns, rounding=steps, dispersion=dispersion)


def keeps_its_bands(rate):
    for (_, row), (_, _, value, rounding, chance, both) in zip(
        band(rate, [case[0] for case in WORKED], [case[1] for case in WORKED]).round(1).iterrows(), WORKED, strict=True
    ):
        assert row["value"] == value
        assert (row["rounding_low"], row["rounding_high"]) == rounding
        assert (row["chance_low"], row["chance_high"]) == chance
        assert (row["low"], row["high"]) == both
    exact = band(rate, [10], [10_000], rounding=0.0).iloc[0]
    assert exact["rounding_low"] == exact["value"] == exact["rounding_high"], "an exact source rounds nothing"
    assert band(rate, [np.nan, 10], [10_000, np.nan]).isna().all(axis=None), "unknown is not zero"
    wide = band(rate, [10], [10_000], dispersion=4.0).iloc[0]
    assert wide["high"] - wide["value"] == pytest.approx(2 * (20.96 - 10), abs=0.02), "reports come in clusters"


def missing_as_zero(count, population, *, rounding, dispersion):
    return rate_per_10_000(count.fillna(0), population.fillna(10_000), rounding=rounding, dispersion=dispersion)


def rounding_only(count, population, *, rounding, dispersion):
    found = rate_per_10_000(count, population, rounding=rounding, dispersion=dispersion)
    return found.assign(low=found["rounding_low"], high=found["rounding_high"])


def chance_only(count, population, *, rounding, dispersion):
    found = rate_per_10_000(count, population, rounding=rounding, dispersion=dispersion)
    return found.assign(low=found["chance_low"], high=found["chance_high"])


def normal_approximation(count, population, *, rounding, dispersion):
    found = rate_per_10_000(count, population, rounding=rounding, dispersion=dispersion)
    wide = norm.ppf(0.975) * np.sqrt(count) / population * 10_000
    return found.assign(chance_low=found["value"] - wide, chance_high=found["value"] + wide)


def always_in_fives(count, population, *, rounding, dispersion):
    return rate_per_10_000(count, population, rounding=rounding.clip(lower=5.0), dispersion=dispersion)


def two_and_a_half(count, population, *, rounding, dispersion):
    return rate_per_10_000(count, population, rounding=rounding * 1.25, dispersion=dispersion)


def without_clusters(count, population, *, rounding, dispersion):  # noqa: ARG001
    return rate_per_10_000(count, population, rounding=rounding, dispersion=1.0)


@variants(
    rate_per_10_000, missing_as_zero, rounding_only, chance_only, normal_approximation, always_in_fives, two_and_a_half,
    without_clusters,
)  # fmt: skip
def test_the_band_holds_rounding_and_chance_and_unknown_stays_unknown(variant, honest):
    assert holds(keeps_its_bands, variant) is honest


def says_what_is_likely(say):
    row = values_of([500], codes=[BREDA], spec=REPORTS).iloc[0]
    assert "Het echte cijfer ligt waarschijnlijk tussen 44,4 en 56,0." in say(row, registry.region(BREDA), spec=REPORTS)


def exact_sounding(row, region, *, spec):
    return sentences.situation(row, region, spec=spec).replace("waarschijnlijk ", "")


@variants(sentences.situation, exact_sounding)
def test_the_band_is_said_as_what_is_likely(variant, honest):
    assert holds(says_what_is_likely, variant) is honest


def test_the_page_on_sources_prints_phi_of_every_figure_and_says_when_it_is_an_estimate(read_page):
    page = read_page("sources.py")
    rows = [row for row in page.rows if len(row) == 3 and row[1].startswith("1,55")]
    assert {"Meldingen bij Veilig Thuis", "Adviezen van Veilig Thuis", "Meldingen in West-Brabant"} <= {
        row[0] for row in rows
    }
    assert all("geschat" in row[2] and "Drenthe 2023" in row[2] for row in rows)
    assert "in 95 van de 100 gevallen binnen de band, als alleen toeval en afronding meespelen" in page.text
    assert "marge minstens" not in page.text


def test_a_printed_share_with_its_count_has_a_band_on_the_page(read_page):
    page = read_page("municipality.py", gemeente="GM1680", periode="2023")
    assert "In 2023 was het aandeel vervolgmeldingen in Aa en Hunze 31,6% van de meldingen." in page.text
    assert "Het echte cijfer ligt waarschijnlijk tussen 16,6% en 49,3%." in page.text
    assert "Hoeveel toeval erin zit" not in page.text
