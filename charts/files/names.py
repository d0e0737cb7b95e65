"""File names that tell the content: ``veiligthuis_meldingen-per-10000_GM0758_2019-2023_v2026-11-28.csv``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from charts.chart import Chart
from charts.files.provenance import Provenance
from charts.files.rows import period_key

OWNER = "veiligthuis"
_LONGEST_PART = 60


def part(text: str) -> str:
    """Text as one safe part of a file name: letters, digits and hyphens only, never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST_PART].strip("-") or "onbekend"


def file_name(chart: Chart, provenance: Provenance, *, ending: str) -> str:
    """Name of a file of this figure: what, where, when, data version."""
    subject = part(chart.key or chart.name)
    regions = [str(code) for code in chart.table["region"].dropna().unique()] if "region" in chart.table else []
    periods = [str(text) for text in chart.table["period"].dropna().unique()] if "period" in chart.table else []
    return joined(subject, places(regions), span(periods), version=provenance.version, ending=ending)


def joined(*parts: str, version: str, ending: str) -> str:
    """Parts, data version and ending as one file name; empty parts are left out."""
    return "_".join([OWNER, *(text for text in parts if text), f"v{part(version)}"]) + f".{ending}"


def places(codes: Iterable[str]) -> str:
    """One code, or the letters of the levels when there are several places; a row that is no place has no code."""
    known = sorted({code for code in codes if code})
    if not known:
        return ""
    return part(known[0]) if len(known) == 1 else "-".join(sorted({code[:2] for code in known}))


def span(periods: Iterable[str]) -> str:
    """First and last period: ``2023``, ``2019-2023``, ``2019-H1-2022-H1``."""
    keys = sorted({period_key(text) for text in periods})
    if not keys:
        return ""
    return part(keys[0]) if len(keys) == 1 else f"{part(keys[0])}-{part(keys[-1])}"
