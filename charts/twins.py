"""Reports and advice belong together: a figure with one of them says that the other is not in it (STATISTICS rule 6)."""

from __future__ import annotations

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from language import _


def without_twin(spec: IndicatorSpec) -> tuple[str, ...]:
    """Caveat for a figure that shows only one of a pair: ``Dit cijfer is zonder adviezen.``; nothing for an indicator without a twin."""
    twin = INDICATORS.get(spec.twin or "")
    return (_("Dit cijfer is zonder {counts}.", counts=twin.short),) if twin is not None else ()
