"""Colours can be read by everyone: contrast, and distance under simulated colour blindness (Machado 2009, full strength)."""

from itertools import combinations

import numpy as np
import pytest

from charts.map.patterns import LETTERS, PATTERNS
from charts.palette import PALETTES, STATE_PATTERNS, Theme
from indicators.value import State

VISION = {
    "usual": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: str, vision: str) -> np.ndarray:
    seen = np.clip(np.array(VISION[vision]) @ linear(colour), 0, 1)
    x, y, z = (TO_XYZ @ seen) / [0.95047, 1.0, 1.08883]
    f = [part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one: str, other: str) -> float:
    high, low = sorted(((TO_XYZ @ linear(colour))[1] for colour in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measures_know_black_from_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21, abs=0.01)
    assert np.linalg.norm(lab("#000000", "usual") - lab("#ffffff", "usual")) == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("vision", VISION)
def test_classes_differ_from_each_other_and_the_lowest_from_paper(theme, vision):
    palette = PALETTES[theme]
    for one, other in combinations([palette.paper, *palette.classes], 2):
        assert np.linalg.norm(lab(one, vision) - lab(other, vision)) >= 10, (one, other)


@pytest.mark.parametrize("theme", Theme)
def test_text_reads_on_paper_wash_and_notice(theme):
    palette = PALETTES[theme]
    for ground in (palette.paper, palette.wash, palette.card):
        for text in (palette.ink, palette.soft_ink, palette.accent, palette.second, palette.comparator):
            assert contrast(text, ground) >= 4.5, (text, ground)
    for ground in (palette.notice, palette.accent_wash):
        assert contrast(palette.ink, ground) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_exit, palette.exit) >= 4.5


@pytest.mark.parametrize("theme", Theme)
def test_lines_and_edges_stand_out_from_paper(theme):
    palette = PALETTES[theme]
    for line in (palette.edge, palette.exit, palette.accent, palette.second, palette.comparator, palette.ink):
        assert contrast(line, palette.paper) >= 3, line


@pytest.mark.parametrize("theme", Theme)
def test_marks_on_a_class_stand_out_from_it(theme):
    palette = PALETTES[theme]
    for mark, ground in zip(palette.on_classes, palette.classes, strict=True):
        assert contrast(mark, ground) >= 4.5, (mark, ground)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("vision", VISION)
def test_series_colours_differ_for_every_eye(theme, vision):
    palette = PALETTES[theme]
    for one, other in combinations([palette.accent, palette.second, palette.comparator, palette.ink], 2):
        assert np.linalg.norm(lab(one, vision) - lab(other, vision)) >= 10, (one, other)


def test_every_missing_state_has_a_pattern_of_its_own():
    missing = set(State) - {State.VALUE}
    assert set(STATE_PATTERNS) == set(LETTERS) == missing
    drawn = [PATTERNS[name] for name in STATE_PATTERNS.values()]
    assert len({marks for _, marks in drawn}) == len(missing)
    assert len(set(LETTERS.values())) == len(missing)


def lightness(colour: str) -> float:
    return lab(colour, "usual")[0]


@pytest.mark.parametrize("theme", Theme)
def test_classes_keep_their_order_and_distance_in_a_print_without_colour(theme):
    steps = [lightness(colour) for colour in PALETTES[theme].classes]
    assert steps in (sorted(steps), sorted(steps, reverse=True))
    assert all(abs(one - other) >= 10 for one, other in combinations(steps, 2)), steps


def test_the_measures_see_colours_that_only_some_eyes_can_tell_apart():
    red, green = "#b03a2e", "#5f7a1f"
    assert np.linalg.norm(lab(red, "usual") - lab(green, "usual")) > 40
    assert np.linalg.norm(lab("#9a6a00", "deutan") - lab("#6f8000", "deutan")) < 10
    assert contrast("#999999", "#ffffff") < 4.5
    assert abs(lightness("#c05050") - lightness("#4f8f4f")) < 10, "the same grey in print"
