"""`python -m benchmarks [name ...]`: print one JSON line per figure; exit status 1 when a bar does not hold."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from benchmarks import cost, export, first_view, growth, interaction, load, patches, phone, refresh, sheet
from benchmarks.figure import BARS, Figure
from benchmarks.workbench import Workbench, workbench

GROUPS: dict[str, tuple[frozenset[str], Callable[[Workbench], Iterator[Figure]]]] = {
    "views": (first_view.NAMES, first_view.run),
    "slow": (first_view.SLOW_NAMES, first_view.run_slow),
    "interaction": (interaction.NAMES, interaction.run),
    "sheet": (sheet.NAMES, sheet.run),
    "cost": (cost.NAMES, cost.run),
    "load": (load.NAMES - {"leak"}, load.run),
    "leak": (frozenset({"leak"}), load.run_leak),
    "growth": (growth.NAMES, growth.run),
    "phone": (phone.NAMES, phone.run),
    "export": (export.NAMES, export.run),
    "refresh": (refresh.NAMES, refresh.run),
    "patches": (patches.NAMES, patches.run),
}
# what takes long or says nothing of a visit; benchmarks/README.md says what each needs
ONLY_WHEN_NAMED = {"patches", "phone", "export", "refresh"}


def main() -> int:
    """Measure the groups that hold the wanted names, all without a name."""
    known = sorted({*GROUPS, *(name for names, _ in GROUPS.values() for name in names)})
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*known, []], metavar="name", help=", ".join(known))
    parser.add_argument("--rounds", type=int, default=3, help="rounds per figure (default 3)")
    parser.add_argument("--part", type=float, default=1, help="part of the readers and seconds, to see that it runs")
    parser.add_argument(
        "--pages",
        nargs="+",
        default=(),
        choices=sorted(phone.PAGES),
        metavar="page",
        help="phone: these pages, on the embedded figures",
    )
    parser.add_argument("--visits", type=int, default=0, help="phone: visits per page (default 5)")
    wanted = parser.parse_args()
    missed = []
    with workbench(
        rounds=wanted.rounds, part=wanted.part, named_pages=tuple(wanted.pages), visits=wanted.visits
    ) as bench:
        for group, (names, run) in GROUPS.items():
            if not ({group, *names} & set(wanted.names) if wanted.names else group not in ONLY_WHEN_NAMED):
                continue
            for figure in run(bench):
                print(figure.line, flush=True)
                if not figure.ok:
                    missed.append(figure.name)
    if missed:
        print(f"does not hold: {', '.join(missed)}", file=sys.stderr)
    measured_all = not wanted.names
    if measured_all and (forgotten := set(BARS) - {name for names, _ in GROUPS.values() for name in names}):
        print(f"bars without a measurement: {', '.join(sorted(forgotten))}", file=sys.stderr)
        return 1
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
