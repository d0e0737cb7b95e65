"""Known vulnerabilities in dependencies: `python -m tools.audit requirements.lock`, part of `make check`.

pip-audit does the work. What it could not ask its service about does not fail the check, and is said in a line of its
own, so that nobody takes silence for safety.
"""

from __future__ import annotations

import json
import subprocess
import sys

UNREACHABLE = ("requests.exceptions.", "ServiceError", "ConnectionError", "Timeout")


def outcome(report: str, errors: str) -> tuple[int, str]:
    """Exit status and last line for what pip-audit wrote; 1 for a known vulnerability or a fault in the check itself."""
    try:
        packages = json.loads(report)["dependencies"]
    except ValueError:
        if any(sign in errors for sign in UNREACHABLE):
            return 0, "dependency audit: NOT CHECKED, the service of pip-audit cannot be reached"
        return 1, f"dependency audit: pip-audit failed\n{errors[-2000:]}"
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    lines = [
        f"{package['name']} {package['version']}: {vulnerability['id']}, fixed in {', '.join(vulnerability['fix_versions']) or 'no release yet'}"
        for package in packages
        for vulnerability in package.get("vulns", ())
    ]
    unasked = f", NOT CHECKED: {len(skipped)} that the service does not know" if skipped else ""
    lines.append(
        f"dependency audit: {len(packages) - len(skipped)} packages, {len(lines)} known vulnerabilities{unasked}"
    )
    return int(len(lines) > 1), "\n".join(lines)


def main(lock: str) -> int:
    """Audit the pinned packages of a lock file."""
    command = [sys.executable, "-m", "pip_audit", "-r", lock, "--disable-pip", "--require-hashes", "-f", "json", "--progress-spinner", "off"]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    status, words = outcome(run.stdout, run.stderr)
    sys.stdout.write(words + "\n")
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
