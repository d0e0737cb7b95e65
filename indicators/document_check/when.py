"""A period as a text names it, and what it does in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from data_sources.period import Period
from indicators.document_check.spans import Span


@dataclass(frozen=True)
class When:
    """A year, or a part of it: ``half`` 1 or 2, ``quarter`` 1 to 4, or ``months`` for any other part."""

    year: int
    half: int = 0
    quarter: int = 0
    months: bool = False

    @property
    def period(self) -> Period | None:
        """The period of CBS; None for a quarter or months, which CBS does not count."""
        if self.quarter or self.months:
            return None
        return Period.half_year(self.year, self.half) if self.half else Period.year(self.year)

    @property
    def key(self) -> str:
        """``2023``, ``2023-H1``, ``2023-Q1``."""
        return (
            f"{self.year}-Q{self.quarter}"
            if self.quarter
            else f"{self.year}-H{self.half}"
            if self.half
            else str(self.year)
        )

    @property
    def words(self) -> str:
        """Dutch words inside a sentence."""
        if self.quarter:
            return f"het {('eerste', 'tweede', 'derde', 'vierde')[self.quarter - 1]} kwartaal van {self.year}"
        return self.period.in_words if self.period else f"een deel van {self.year}"

    def year_before(self) -> When:
        """The same part of the year before."""
        return replace(self, year=self.year - 1)


class Role(StrEnum):
    """What a period does in its sentence."""

    OF = "of"  # the figure is of this period
    BASE = "base"  # what a change is measured from
    RELATIVE = "relative"  # 'vorig jaar': no year
    SEVERAL = "several"  # more than one year together
    SPENT = "spent"  # the year of 'het eerste halfjaar', which stands elsewhere in the sentence


@dataclass(frozen=True)
class WhenMention(Span):
    """A period that a sentence names; ``when`` is None for a relative one."""

    when: When | None
    role: Role = Role.OF
    part_only: bool = False  # 'het eerste halfjaar' without a year
    since: When | None = None  # the period that a change is measured from: the first year of '2019-2021'
