"""Compares whole tables cell by cell without text: every key becomes one number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd


def shared_categories(frames: Sequence[pd.DataFrame], columns: Sequence[str]) -> Mapping[str, pd.Index[str]]:
    """Per column the sorted union of the categories in use."""
    return {
        column: pd.Index(sorted(set().union(*(frame[column].astype("category").cat.categories for frame in frames))))
        for column in columns
    }


def cell_numbers(frame: pd.DataFrame, *, categories: Mapping[str, pd.Index[str]]) -> np.ndarray:
    """One int64 per row, equal for equal keys; the keys are the columns that ``categories`` names."""
    numbers = np.zeros(len(frame), dtype="int64")
    for column, members in categories.items():
        codes = frame[column].astype("category").cat.set_categories(members).cat.codes.to_numpy("int64")
        numbers = numbers * len(members) + codes
    return numbers


def paired(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions in both arrays of the numbers they share; numbers are unique within each."""
    _, at_left, at_right = np.intersect1d(left, right, assume_unique=True, return_indices=True)
    return at_left, at_right
