"""axe-core on the page as it stands."""

import json

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is not described: half of the time
}
OF_COLOUR = RULES | {
    "runOnly": ["color-contrast", "link-in-text-block"]
}  # what a dark page can do worse than a light one


def axe(page, rules=RULES) -> str:
    """What axe finds, as text; empty when nothing. No part of a page is left out."""
    violations = Axe().run(page, options=rules).response["violations"]
    shown = [{"rule": each["id"], "nodes": [node["html"][:160] for node in each["nodes"][:4]]} for each in violations]
    return json.dumps(shown, indent=1, ensure_ascii=False) if shown else ""
