"""Known leaks in what we depend on: `python -m web.audit requirements.lock`, part of `make check`.

Works without a network from a local copy of the advisories of PyPI in OSV form (a folder or zip of JSON files, named by
HGIB_ADVISORIES). Without a copy it says that nothing was checked, so that nobody takes silence for safety.
"""

import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)


def pinned(lock: str) -> dict[str, str]:
    """Package to version, of a lock file with `name==version` lines; names as PyPI compares them."""
    return {_plain(name): version for name, version in _PINNED.findall(lock)}


def found(packages: dict[str, str], advisories: Iterator[dict[str, Any]]) -> list[str]:
    """One line per advisory that covers a pinned version and was not withdrawn."""
    lines = []
    for advisory in advisories:
        if "withdrawn" in advisory:
            continue
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            version = packages.get(_plain(package.get("name", "")))
            if version is not None and package.get("ecosystem") == "PyPI" and _covers(affected, version):
                lines.append(f"{package['name']} {version}: {advisory['id']} {advisory.get('summary', '')}".strip())
    return sorted(set(lines))


def _covers(affected: dict[str, Any], version: str) -> bool:
    if version in affected.get("versions", ()):
        return True
    ranges = [one for one in affected.get("ranges", ()) if one.get("type") == "ECOSYSTEM"]
    return any(_in_range(one.get("events", ()), version) for one in ranges)


def _in_range(events: list[dict[str, str]], version: str) -> bool:
    """OSV: walk the events in order; `introduced` opens, `fixed` closes before, `last_affected` closes after."""
    own, inside = _version(version), False
    for event in events:
        kind, at = next(iter(event.items()))
        if kind == "introduced" and (at == "0" or own >= _version(at)):
            inside = True
        elif (kind == "fixed" and own >= _version(at)) or (kind == "last_affected" and own > _version(at)):
            inside = False
    return inside


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read(copy: Path) -> Iterator[dict[str, Any]]:
    """Every advisory of a folder or a zip of OSV JSON files."""
    if copy.is_dir():
        for file in sorted(copy.rglob("*.json")):
            yield json.loads(file.read_text(encoding="utf-8"))
        return
    with zipfile.ZipFile(copy) as packed:
        for name in packed.namelist():
            if name.endswith(".json"):
                yield json.loads(packed.read(name))


def main(lock: str) -> int:
    """Print the outcome; 1 when a pinned version has a known leak."""
    copy = os.environ.get("HGIB_ADVISORIES", "")
    if not copy or not Path(copy).exists():
        sys.stdout.write("dependency audit SKIPPED: no local copy of the advisories (set HGIB_ADVISORIES)\n")
        return 0
    packages = pinned(Path(lock).read_text(encoding="utf-8"))
    lines = found(packages, read(Path(copy)))
    sys.stdout.write(
        "\n".join([*lines, f"dependency audit: {len(packages)} packages, {len(lines)} known leaks"]) + "\n"
    )
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
