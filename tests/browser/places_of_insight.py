"""The pages of insight: what is given out is said, and then everything about the citizen stands there."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.place import ASTRID, Place, save
from tests.browser.visiting import Demo


def give_to_read(page: Page, demo: Demo) -> None:
    save(page, demo)
    page.locator("h2").first.wait_for()


PLACES_OF_INSIGHT = {
    "insight: to be given": Place(ASTRID, lambda demo: demo.case("karen", "insight")),
    "insight: given to read": Place(ASTRID, lambda demo: demo.case("karen", "insight"), give_to_read),
}
