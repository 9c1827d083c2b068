"""Every page of the program, and the way to it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page

from tests.browser.place import (
    ASTRID,
    BJOERN,
    HENNING,
    LAERKE,
    METTE,
    NADIA,
    RIKKE,
    Place,
    choose_nothing,
    come_too_late,
    save,
    say_why,
    without,
)
from tests.browser.places_of_asking import PLACES_OF_ASKING
from tests.browser.places_of_cpr import PLACES_OF_CPR
from tests.browser.places_of_insight import PLACES_OF_INSIGHT
from tests.browser.places_of_log_in import PLACES_OF_LOG_IN
from tests.browser.places_of_practice import PLACES_OF_PRACTICE
from tests.browser.places_of_studies import PLACES_OF_STUDIES
from tests.browser.places_of_the_law import PLACES_OF_THE_LAW
from tests.browser.places_of_the_plan import PLACES_OF_THE_PLAN
from tests.browser.places_of_the_unit import PLACES_OF_THE_UNIT
from tests.browser.places_of_the_work import PLACES_OF_THE_WORK
from tests.browser.visiting import Demo

DAYS_AHEAD = itertools.count(40)


def day_without(who: str) -> Callable[[Demo], str]:
    """The day of somebody from whom everything was taken."""

    def address(demo: Demo) -> str:
        demo.take_everything_from(who)
        return "/my-day/"

    return address


def search(term: str) -> Callable[[Page, Demo], None]:
    def then(page: Page, demo: Demo) -> None:
        page.locator("#search-term").fill(term)
        page.locator("#search-term").press("Enter")
        page.locator("#results").wait_for()

    return then


def open_table(page: Page, demo: Demo) -> None:
    page.locator(".st-tl-table summary").click()
    page.locator(".st-tl-table table").wait_for()


def forget_the_clock(page: Page, demo: Demo) -> None:
    page.locator("#id_next_day").fill("2026-12-24")
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


def write_a_draft(page: Page, demo: Demo) -> None:
    page.locator("#id_notes").press_sequentially("Kort.")
    page.locator(".st-draft-line").wait_for()
    page.reload()
    page.locator(".alert-info").wait_for()


def agree_a_talk(page: Page, demo: Demo) -> None:
    day = demo.world.today + timedelta(days=next(DAYS_AHEAD))
    page.locator("#id_day").fill(day.isoformat())
    save(page, demo)
    page.locator(".alert-success").wait_for()


def lose_the_session(page: Page, demo: Demo) -> None:
    page.locator("#id_agenda").fill("Praktikken.")
    page.context.clear_cookies(name="sessionid")
    save(page, demo)
    page.locator("input[name=resume_fields]").wait_for(state="attached")


def log_in_again(page: Page, demo: Demo) -> None:
    lose_the_session(page, demo)
    save(page, demo)
    page.locator(f"button[value='{ASTRID}']").click()
    page.locator("input[name=agenda]").wait_for(state="attached")


def lose_the_form(page: Page, demo: Demo) -> None:
    page.locator("#id_agenda").fill("Praktikken.")
    page.context.clear_cookies(name="csrftoken")
    save(page, demo)
    page.get_by_text("Praktikken.").wait_for()


def send_too_much(page: Page, demo: Demo) -> None:
    page.locator("#id_agenda").evaluate("field => { field.value = 'x'.repeat(1100000) }")
    save(page, demo)
    page.locator("#id_agenda").wait_for(state="detached")


def wrong_password(page: Page, demo: Demo) -> None:
    page.locator("#id_username").fill(ASTRID)
    page.locator("#id_password").fill("forkert")
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


PLACES_OF_TALKS: dict[str, Place] = {
    "picker": Place(None, lambda demo: "/log-in/"),
    "password": Place(None, lambda demo: "/log-in/password/"),
    "wrong password": Place(None, lambda demo: "/log-in/password/", wrong_password),
    "day of a coordinator": Place(ASTRID, lambda demo: "/my-day/"),
    "day of a colleague": Place(BJOERN, lambda demo: "/my-day/"),
    "day of a small place": Place(HENNING, lambda demo: "/my-day/"),
    "day of a mentor": Place(METTE, lambda demo: "/my-day/"),
    "day without cases": Place(NADIA, day_without(NADIA)),
    "day without anybody to help": Place(RIKKE, day_without(RIKKE)),
    "search, too short": Place(ASTRID, lambda demo: "/my-day/", search("ø")),
    "search, several found": Place(ASTRID, lambda demo: "/my-day/", search("an")),
    "search, none found": Place(ASTRID, lambda demo: "/my-day/", search("qqq")),
    "case, crowded": Place(ASTRID, lambda demo: demo.case("aase")),
    "case, whole": Place(ASTRID, lambda demo: demo.case("aase") + "?zoom=all&journal=all"),
    "case, around today": Place(ASTRID, lambda demo: demo.case("aase") + "?zoom=quarter"),
    "case, nearly empty": Place(ASTRID, lambda demo: demo.case("ida")),
    "case, owed": Place(ASTRID, lambda demo: demo.case("aegir")),
    "case, closed": Place(ASTRID, lambda demo: demo.case("grethe"), say_why),
    "case, of a mentor": Place(METTE, lambda demo: demo.case("aase")),
    "table": Place(ASTRID, lambda demo: demo.case("aase"), open_table),
    "purpose": Place(BJOERN, lambda demo: demo.case("aase")),
    "purpose, none chosen": Place(BJOERN, lambda demo: demo.case("aase"), choose_nothing),
    "book": Place(ASTRID, lambda demo: demo.case("karen", "talks", "book")),
    "book, no date": Place(ASTRID, lambda demo: demo.case("karen", "talks", "book"), without("day")),
    "booked": Place(ASTRID, lambda demo: demo.case("joern", "talks", "book"), agree_a_talk),
    "hold": Place(ASTRID, lambda demo: demo.talk("aase")),
    "hold, half a next talk": Place(ASTRID, lambda demo: demo.talk("aase"), forget_the_clock),
    "hold, too late": Place(ASTRID, lambda demo: demo.talk("aase"), come_too_late),
    "held, nobody booked it": Place(ASTRID, lambda demo: demo.case("aase", "talks", "held")),
    "draft": Place(ASTRID, lambda demo: demo.case("mikkel", "talks", "held"), write_a_draft),
    "move": Place(ASTRID, lambda demo: demo.talk("aase", "move")),
    "move, too late": Place(ASTRID, lambda demo: demo.talk("aase", "move"), come_too_late),
    "not held": Place(ASTRID, lambda demo: demo.talk("aase", "not-held")),
    "not held, none chosen": Place(ASTRID, lambda demo: demo.talk("aase", "not-held"), choose_nothing),
    "correct": Place(ASTRID, lambda demo: demo.talk("aase", "correct", outcome="held")),
    "correct, no reason": Place(
        ASTRID, lambda demo: demo.talk("aase", "correct", outcome="held"), choose_nothing
    ),
    "record": Place(ASTRID, lambda demo: demo.talk("aase", outcome="held")),
    "record of a no-show": Place(ASTRID, lambda demo: demo.talk("aase", outcome="no-show")),
    "record of a mentor": Place(METTE, lambda demo: demo.talk("aase", outcome="held")),
    "logged out": Place(ASTRID, lambda demo: demo.case("karen", "talks", "book"), lose_the_session),
    "logged in again": Place(ASTRID, lambda demo: demo.case("karen", "talks", "book"), log_in_again),
    "no such page": Place(ASTRID, lambda demo: "/nowhere/"),
    "no such page, for nobody": Place(None, lambda demo: "/nowhere/"),
    "another's case": Place(LAERKE, lambda demo: demo.case("aase")),
    "closed for writing": Place(ASTRID, lambda demo: demo.case("grethe", "talks", "book")),
    "form from before": Place(ASTRID, lambda demo: demo.case("karen", "talks", "book"), lose_the_form),
    "too much": Place(ASTRID, lambda demo: demo.case("karen", "talks", "book"), send_too_much),
}
PLACES = (
    PLACES_OF_TALKS
    | PLACES_OF_ASKING
    | PLACES_OF_CPR
    | PLACES_OF_INSIGHT
    | PLACES_OF_LOG_IN
    | PLACES_OF_THE_LAW
    | PLACES_OF_PRACTICE
    | PLACES_OF_STUDIES
    | PLACES_OF_THE_PLAN
    | PLACES_OF_THE_WORK
    | PLACES_OF_THE_UNIT
)
