"""One page of the program and the way to it: who opens which address, and what they do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.visiting import Demo

ASTRID, BJOERN, LAERKE, METTE = "astrid.holm", "bjoern.krogh", "laerke.thygesen", "mette.aagaard"
HENNING, NADIA, RIKKE = "henning.baek", "nadia.rahimi", "rikke.falk"
OLE, PERNILLE, SELMA = "ole.broendum", "pernille.trans", "selma.bektic"
ERIK, SUSANNE = "erik.bundgaard", "susanne.kvist"


def stay(page: Page, demo: Demo) -> None:
    """The page is there already."""


@dataclass(frozen=True)
class Place:
    """A page: who opens which address, and what they do there. Without `who`, nobody has logged in."""

    who: str | None
    address: Callable[[Demo], str]
    then: Callable[[Page, Demo], None] = stay

    def reached(self, demo: Demo, lang: str) -> Page:
        """The page, open in a browser."""
        if self.who:
            page = demo.visit(self.who, self.address(demo), lang=lang)
        else:
            page = demo.visitor(lang=lang)
            page.goto(self.address(demo))
        self.then(page, demo)
        return page


def save(page: Page, demo: Demo) -> None:
    page.locator("main .button-primary").click()


def say_why(page: Page, demo: Demo) -> None:
    """Answers what a case, or a colleague's day, is opened for."""
    page.locator("input[name=purpose]").first.check()
    save(page, demo)
    page.locator("input[name=purpose]").first.wait_for(state="detached")


def choose_nothing(page: Page, demo: Demo) -> None:
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


def without(*fields: str) -> Callable[[Page, Demo], None]:
    """Empties fields and saves."""

    def then(page: Page, demo: Demo) -> None:
        for field in fields:
            page.locator(f"#id_{field}").fill("")
        choose_nothing(page, demo)

    return then


def come_too_late(page: Page, demo: Demo) -> None:
    page.locator("main input[name=version]").first.evaluate("field => field.value = '99'")
    save(page, demo)
    page.locator(".st-compare").wait_for()
