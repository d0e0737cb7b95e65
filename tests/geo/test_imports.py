"""What the web process loads with the places."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_places_never_load_a_geometry_library():
    rooms = sorted(path.stem for path in (ROOT / "geo").glob("*.py") if path.stem not in {"build", "__init__"})
    assert {"registry", "membership", "mergers", "boundaries", "population"} <= set(rooms)
    use = "from geo import boundaries, membership; boundaries.touching('GM0758', year=2024); membership.members('VT21', year=2018)"
    script = (
        f"import sys; import {', '.join(f'geo.{room}' for room in rooms)}; {use}; "
        "print(sorted({'geopandas', 'shapely', 'pyproj', 'pyogrio', 'streamlit'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
