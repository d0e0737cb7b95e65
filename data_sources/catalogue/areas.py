"""Areas as one document or one organisation draws them; CBS gives them no code, so they have ours (DR)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Area:
    """An area with a name, in words what it is, and the municipalities it is printed with (none: not printed)."""

    code: str
    name: str
    description: str  # Dutch
    document: str  # id of a document or publication
    year: int
    members: tuple[str, ...] = ()


_ALL = (
    Area(
        code="DR01",
        name="West-Brabant (document van 2019)",
        description="West-Brabant zoals het regionale document van 2019 het afdrukt: 18 gemeenten in West-Brabant "
        "en Tholen, dat volgens het CBS in Zeeland ligt.",
        document="west-brabant-2019",
        year=2018,
        members=(
            "GM0738", "GM1723", "GM0744", "GM0748", "GM0758", "GM1719", "GM0777", "GM0779", "GM1655", "GM1709",
            "GM0826", "GM1674", "GM0840", "GM0851", "GM0716", "GM0870", "GM0873", "GM0874", "GM0879",
        ),
    ),
    Area(
        code="DR02",
        name="Hart van Brabant (regio)",
        description="De regio Hart van Brabant, zoals de Monitor Jeugdhulp 2020 die telt.",
        document="opgave-hart-van-brabant-2020",
        year=2020,
    ),
    Area(
        code="DR03",
        name="Midden-Brabant (regio)",
        description="Het werkgebied van Veilig Thuis Midden-Brabant in 2021.",
        document="opgave-midden-brabant-2021",
        year=2021,
    ),
    Area(
        code="DR04",
        name="Zuidoost-Brabant (regio)",
        description="Het werkgebied van Veilig Thuis Zuidoost-Brabant volgens eigen opgave. Vanaf 2023 hoort het bij het CBS "
        "tot de regio Oost-Brabant.",
        document="opgave-zuidoost-brabant-2025",
        year=2024,
    ),
)  # fmt: skip
AREAS: Mapping[str, Area] = MappingProxyType({area.code: area for area in _ALL})
