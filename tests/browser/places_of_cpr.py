"""The pages of the CPR number: written in, doubted, refused, shown in full, and found by."""

from __future__ import annotations

from playwright.sync_api import Page

from sammetag.demo.numbers import invented_numbers
from tests.browser.place import ASTRID, Place, choose_nothing, save
from tests.browser.visiting import Demo

ON_THE_CASE = 'form[action$="/cpr/shown/"] button'


def doubtful(page: Page, demo: Demo) -> None:
    """Writes a number of somebody born on another day, for which modulus 11 does not come out even."""
    page.locator("#id_cpr").fill("010170-1000")
    save(page, demo)
    page.locator("#id_sure").wait_for()


def show_whole(page: Page, demo: Demo) -> None:
    page.locator(ON_THE_CASE).click()
    page.get_by_role("heading", level=1).filter(has_text="-").wait_for()


def search_by_number(page: Page, demo: Demo) -> None:
    number = invented_numbers(demo.world.lives)[demo.world.life("karen").citizen.id]
    page.locator("#search-term").fill(number.whole)
    page.locator("#search-term").press("Enter")
    page.locator("#results").wait_for()


PLACES_OF_CPR = {
    "cpr: corrected": Place(ASTRID, lambda demo: demo.case("karen", "cpr")),
    "cpr: nothing written": Place(ASTRID, lambda demo: demo.case("karen", "cpr"), choose_nothing),
    "cpr: doubted": Place(ASTRID, lambda demo: demo.case("karen", "cpr"), doubtful),
    "cpr: shown": Place(ASTRID, lambda demo: demo.case("karen"), show_whole),
    "cpr: searched for": Place(ASTRID, lambda demo: "/my-day/", search_by_number),
}
