"""Every indicator of the app, by the id that stands in its links.

``indicators.available`` says which of them a data version can show.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.catalogue.refreshed_indicators import REFRESHED_INDICATORS

INDICATORS: Mapping[str, IndicatorSpec] = MappingProxyType({**EMBEDDED_INDICATORS, **REFRESHED_INDICATORS})
