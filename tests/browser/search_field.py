"""The search field of a page in a browser: choose a place as a reader does."""

import re

from playwright.sync_api import Page


def choose_place(page: Page, words: str) -> None:
    """Type the name of a place and take the first suggestion that starts with it."""
    field = page.locator("form.hg-search input[name=q]").first
    field.click()
    field.fill("")
    field.press_sequentially(words)
    page.get_by_role("option", name=re.compile(f"^{words}")).first.click()
