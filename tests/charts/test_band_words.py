"""What the bar of a printed share is said to hold, from the bands themselves (rules 2 and 17)."""

import pandas as pd
import pytest

from charts.dot_bars import band_words, bars_words
from data_sources.catalogue.indicators import INDICATORS

SHARE = next(spec for spec in INDICATORS.values() if spec.share_as_published)
RATE = INDICATORS["meldingen"]
BOTH = "band door afronding en toeval (95%)"
ROUNDING_ALONE = "afronding (hoeveel toeval scheelt, is niet bekend)"


@pytest.mark.parametrize(
    ("spec", "bands", "words"),
    [
        (SHARE, [(28.9, 30.5), (33.1, 34.7)], BOTH),
        (SHARE, [(29.65, 29.75), (33.85, 33.95)], ROUNDING_ALONE),
        (SHARE, [(28.9, 30.5), (33.85, 33.95)], f"{BOTH}; zonder bekend aantal alleen afronding"),
        (SHARE, [(28.9, 30.5), (float("nan"), float("nan"))], BOTH),
        (RATE, [(99.99, 100.01)], BOTH),
    ],
)
def test_chance_is_called_unknown_only_where_no_count_is_known(spec, bands, words):
    places = pd.DataFrame(bands, columns=["low", "high"])
    assert band_words(places, spec=spec) == words
    assert bars_words(places, spec=spec, bands="samen") == f"stip = cijfer, balk = {words}"
    assert bars_words(places, spec=spec, bands="geen") == "stip = cijfer"
