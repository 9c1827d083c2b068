"""The pages of studies: the demo's own trial, the one from Copenhagen, and a trial that begins."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.place import ASTRID, SUSANNE, Place, choose_nothing
from tests.browser.places_of_the_law import open_all
from tests.browser.visiting import Demo

ELLEN = "ellen.thorsager"
STUDIES, NEW, POWER, NOTES = "/studies/", "/studies/new/", "/studies/power/", "/methods/"


def of(title: str, *ways: str) -> Callable[[Page, Demo], None]:
    """Opens a study from the list, and goes on by the addresses of its tabs."""

    def then(page: Page, demo: Demo) -> None:
        href = page.locator("main .st-list a", has_text=title).first.get_attribute("href")
        page.goto("".join([href or "", *ways]))

    return then


def read(title: str) -> Callable[[Page, Demo], None]:
    """Takes out an extract of a study and reads its report."""

    def then(page: Page, demo: Demo) -> None:
        of(title, "extracts/")(page, demo)
        page.locator("main form .button-primary").click()
        page.locator("main .st-list a").first.click()
        page.locator(".st-report").wait_for()

    return then


def begin(page: Page, demo: Demo) -> None:
    """Sets up a trial that lacks nearly everything."""
    page.locator("#id_title").fill("Et forsøg, der begynder")
    page.locator("main form .button-primary").click()
    page.locator(".st-tabs").wait_for()


def begun(*ways: str) -> Callable[[Page, Demo], None]:
    """Begins a trial, and goes on from it."""

    def then(page: Page, demo: Demo) -> None:
        begin(page, demo)
        page.goto(page.url + "".join(ways))

    return then


OWN, COPENHAGEN = "Under samme tag", "Det gode ressourceforløb"

PLACES_OF_STUDIES: dict[str, Place] = {
    "published figures": Place(SUSANNE, lambda demo: "/studies/published/", open_all),
    "studies": Place(SUSANNE, lambda demo: STUDIES),
    "studies of nobody": Place(ASTRID, lambda demo: STUDIES),
    "studies of an evaluator": Place(ELLEN, lambda demo: STUDIES),
    "how many": Place(SUSANNE, lambda demo: POWER),
    "how many, refused": Place(SUSANNE, lambda demo: f"{POWER}?control=10&treatment=10&power=80"),
    "new study": Place(SUSANNE, lambda demo: NEW),
    "new study, refused": Place(SUSANNE, lambda demo: NEW, choose_nothing),
    "study": Place(SUSANNE, lambda demo: STUDIES, of(OWN)),
    "study of an evaluator": Place(ELLEN, lambda demo: STUDIES, of(COPENHAGEN)),
    "log of draws": Place(SUSANNE, lambda demo: STUDIES, of(OWN, "log/")),
    "log of draws, evaluator": Place(ELLEN, lambda demo: STUDIES, of(OWN, "log/")),
    "flow": Place(SUSANNE, lambda demo: STUDIES, of(OWN, "flow/")),
    "programme theory": Place(SUSANNE, lambda demo: STUDIES, of(COPENHAGEN, "theory/")),
    "interviews": Place(SUSANNE, lambda demo: STUDIES, of(COPENHAGEN, "interviews/")),
    "interviews with quotations": Place(SUSANNE, lambda demo: STUDIES, of(OWN, "interviews/")),
    "context": Place(SUSANNE, lambda demo: STUDIES, of(COPENHAGEN, "context/")),
    "extracts": Place(SUSANNE, lambda demo: STUDIES, of(OWN, "extracts/")),
    "report": Place(SUSANNE, lambda demo: STUDIES, read(OWN)),
    "report of Copenhagen": Place(ELLEN, lambda demo: STUDIES, read(COPENHAGEN)),
    "study that begins": Place(SUSANNE, lambda demo: NEW, begin),
    "members": Place(SUSANNE, lambda demo: NEW, begun("members/")),
    "freeze": Place(SUSANNE, lambda demo: NEW, begun("freeze/")),
    "new element": Place(SUSANNE, lambda demo: NEW, begun("theory/new/")),
    "new interview": Place(SUSANNE, lambda demo: NEW, begun("interviews/new/")),
    "new change of context": Place(SUSANNE, lambda demo: NEW, begun("context/new/")),
    "method notes": Place(ASTRID, lambda demo: NOTES),
    "new method note": Place(ASTRID, lambda demo: f"{NOTES}new/"),
    "new method note, refused": Place(ASTRID, lambda demo: f"{NOTES}new/", choose_nothing),
}
