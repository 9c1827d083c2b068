"""The pages of what the municipality decides itself: the list, its forms, and what stands afterwards."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.place import ASTRID, SUSANNE, Place, choose_nothing, save
from tests.browser.visiting import Demo

LIST, QUESTION, AREA = "/law/own/", "/law/own/readings/six-month-plan/", "/law/own/limits/fleksjob/"


def decide_reading(page: Page, demo: Demo) -> None:
    page.locator("input[name=reading]").first.check()
    page.locator("#id_reason").fill("Drøftet med rehabiliteringsteamet.")
    save(page, demo)
    page.locator(".alert-success").wait_for()


def set_limit(page: Page, demo: Demo) -> None:
    page.locator("#id_length").fill("8")
    page.locator("#id_reason").fill("Besluttet i udvalget.")
    save(page, demo)
    page.locator(".alert-success").wait_for()


def then_withdraw(decide: Callable[[Page, Demo], None], address: str) -> Callable[[Page, Demo], None]:
    """Decides, and opens the form that withdraws it."""

    def then(page: Page, demo: Demo) -> None:
        decide(page, demo)
        page.goto(f"{address}withdraw/")

    return then


def set_limit_that_ends(page: Page, demo: Demo) -> None:
    set_limit(page, demo)
    page.goto(f"{AREA}withdraw/")
    page.locator("#id_day").fill("2027-01-01")
    page.locator("#id_reason").fill("Ny organisation fra årsskiftet.")
    save(page, demo)
    page.locator(".alert-success").wait_for()


def decide_too_late(page: Page, demo: Demo) -> None:
    """Decides in a page that had seen nothing yet, after somebody else has."""
    decide_reading(page, demo)
    page.goto(QUESTION)
    page.locator("main input[name=version]").first.evaluate("field => field.value = '0'")
    page.locator("input[name=reading]").last.check()
    page.locator("#id_reason").fill("Vi læser den anderledes.")
    save(page, demo)
    page.locator(".st-compare").wait_for()


PLACES_OF_PRACTICE: dict[str, Place] = {
    "practice": Place(ASTRID, lambda demo: LIST),
    "practice of a leader": Place(SUSANNE, lambda demo: LIST),
    "reading": Place(SUSANNE, lambda demo: QUESTION),
    "reading, none chosen": Place(SUSANNE, lambda demo: QUESTION, choose_nothing),
    "reading, decided": Place(SUSANNE, lambda demo: QUESTION, decide_reading),
    "reading, too late": Place(SUSANNE, lambda demo: QUESTION, decide_too_late),
    "reading, to be withdrawn": Place(
        SUSANNE, lambda demo: QUESTION, then_withdraw(decide_reading, QUESTION)
    ),
    "limit": Place(SUSANNE, lambda demo: AREA),
    "limit, none written": Place(SUSANNE, lambda demo: AREA, choose_nothing),
    "limit, set": Place(SUSANNE, lambda demo: AREA, set_limit),
    "limit, that ends": Place(SUSANNE, lambda demo: AREA, set_limit_that_ends),
    "limit, to be withdrawn": Place(SUSANNE, lambda demo: AREA, then_withdraw(set_limit, AREA)),
}
