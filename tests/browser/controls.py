"""The controls of a page in a browser, as a reader works them: folded ones are opened first."""

import re

from playwright.sync_api import Page

from tests.conftest import at_rest

_FOLD = ".st-key-keuzes details"


def open_choices(page: Page) -> None:
    """Open the further choices of a page, when it folds them."""
    fold = page.locator(_FOLD)
    if fold.count() and not fold.evaluate("details => details.open"):
        fold.locator("summary").click()


def choose(page: Page, label: str, words: str | None = None) -> None:
    """Choose what starts with ``words`` in a list or among chips; without words the first that is not chosen now."""
    open_choices(page)
    chips = page.get_by_role("radiogroup", name=label)
    if chips.count():
        chip = (
            chips.get_by_role("radio", name=re.compile(f"^{words}"))
            if words
            else chips.get_by_role("radio", checked=False)
        )
        chip.first.click()
        return
    box = page.get_by_role("combobox", name=label).first
    box.scroll_into_view_if_needed()
    at_rest(page)  # a list closes when its page scrolls or is drawn anew under it
    box.click()
    if words:
        box.fill(words)
        page.get_by_role("option", name=re.compile(f"^{words}")).first.click()
    else:
        page.locator("[role=option][aria-selected=false]").first.click()
