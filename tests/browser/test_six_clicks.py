"""From my day it takes at most six clicks to write a talk in, or none at all, by keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Keyboard, Mouse
from tests.browser.place import ASTRID
from tests.browser.visiting import Demo

AASE, AEGIR = "Åse Ærø Østergård", "Ægir Bøgh"
TODAY, IN_DECEMBER = "23.11.2026", "2026-12-14"


def duty_of(page: Page, name: str) -> Locator:
    """The button of somebody's row on my day."""
    return page.locator(".st-duty").filter(has_text=name).first.locator(".st-duty-do a")


def next_things(page: Page) -> Locator:
    return page.locator("section[aria-labelledby=next-heading] li")


def newest_in_journal(page: Page) -> Locator:
    return page.locator(".st-journal > li").first


def marks(page: Page, kind: str) -> Locator:
    return page.locator(f".st-tl-view--wide .st-mark--talk-{kind}")


def test_a_talk_is_held_in_six_clicks_and_thread_duties_and_journal_know_it(live: Demo) -> None:
    page, mouse = live.visit(ASTRID), Mouse()
    mouse.click(duty_of(page, AASE))
    page.get_by_label("Notat").fill("Butikken har sagt ja.")
    page.get_by_role("group", name="Næste samtale").get_by_label("Dato").fill(IN_DECEMBER)
    page.get_by_role("group", name="Næste samtale").get_by_label("Klokken").fill("13:00")

    mouse.click(page.get_by_role("button", name="Samtalen er holdt"))

    assert mouse.clicks <= 6
    expect(page.get_by_role("status")).to_contain_text("den næste er aftalt")
    expect(marks(page, "held").last).to_have_attribute("href", live.talk("aase"))
    expect(next_things(page).filter(has_text="i dag")).to_have_count(0)
    expect(next_things(page).filter(has_text="om 21 dage")).to_have_count(1)
    expect(page.locator(".st-journal > li").filter(has_text=f"holdt: {TODAY} kl. 9.00")).to_contain_text(
        "Samtale holdt"
    )
    page.get_by_role("link", name="Min dag").click()
    expect(page.locator(".st-duty").filter(has_text=AASE)).to_have_count(0)


def test_a_talk_is_booked_in_six_clicks(live: Demo) -> None:
    page, mouse = live.visit(ASTRID), Mouse()
    mouse.click(duty_of(page, AEGIR))
    page.get_by_label("Dato").fill(IN_DECEMBER)
    page.get_by_label("Klokken").fill("10:00")

    mouse.click(page.get_by_role("button", name="Book samtalen"))

    assert mouse.clicks <= 6
    expect(page.get_by_role("status")).to_contain_text("Samtalen er aftalt til den 14. december")
    expect(marks(page, "booked")).to_have_count(1)
    expect(next_things(page).filter(has_text="om 21 dage")).to_contain_text("Samtale 14. december kl. 10.00")
    expect(newest_in_journal(page)).to_contain_text("Samtale aftalt")


def test_a_talk_is_held_by_keyboard_alone(live: Demo) -> None:
    page = live.visit(ASTRID)
    keyboard = Keyboard(page)
    keyboard.tab_to(duty_of(page, AASE))
    keyboard.press("Enter")
    page.wait_for_url("**/talks/**")
    keyboard.tab_to(page.get_by_label("Notat"))
    keyboard.type("Butikken har sagt ja.")
    keyboard.tab_to(page.get_by_label("Trine Abildtoft"))
    keyboard.press("Space")

    keyboard.tab_to(page.get_by_role("button", name="Samtalen er holdt"))
    keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Samtalen er skrevet ind")
    page.goto(live.talk("aase"))
    expect(page.get_by_text("Butikken har sagt ja.")).to_be_visible()
    expect(page.locator("aside")).to_contain_text("Trine Abildtoft")


def test_a_talk_is_booked_by_keyboard_alone(live: Demo) -> None:
    page = live.visit(ASTRID)
    keyboard = Keyboard(page)
    keyboard.tab_to(duty_of(page, AEGIR))
    keyboard.press("Enter")
    page.wait_for_url("**/book/")
    keyboard.write_date(page.get_by_label("Dato"), IN_DECEMBER)
    keyboard.tab_to(page.get_by_label("Form"))
    keyboard.press("ArrowDown")

    keyboard.tab_to(page.get_by_role("button", name="Book samtalen"))
    keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Samtalen er aftalt")
    expect(next_things(page).filter(has_text="om 21 dage")).to_contain_text("Telefon")


def test_a_person_is_picked_and_a_case_found_by_keyboard_alone(shown: Demo) -> None:
    page = shown.visitor()
    page.goto("/")
    keyboard = Keyboard(page)
    keyboard.tab_to(page.get_by_role("button", name="Log ind som Astrid Holm"))
    keyboard.press("Enter")
    page.wait_for_url("**/my-day/")
    keyboard.tab_to(page.get_by_label("Find en borger"))
    keyboard.type("øster")
    keyboard.press("Enter")
    page.wait_for_url("**/search/")

    keyboard.tab_to(page.get_by_role("link", name=AASE))
    keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text(AASE)


def test_the_first_stop_jumps_over_the_header(shown: Demo) -> None:
    page = shown.visit(ASTRID)
    keyboard = Keyboard(page)

    keyboard.press("Tab", "Enter")

    expect(page.locator("#main")).to_be_focused()
    keyboard.press("Tab")
    expect(page.get_by_label("Find en borger")).to_be_focused()
