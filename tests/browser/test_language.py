"""Danish first; English by one button, which holds on every page until it is pressed again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.place import ASTRID
from tests.browser.places import PLACES
from tests.browser.visiting import Demo


def language_of(page: Page) -> str | None:
    return page.locator("html").get_attribute("lang")


def test_the_program_speaks_danish_before_anybody_chooses(shown: Demo) -> None:
    page = shown.visitor()

    page.goto("/")

    assert language_of(page) == "da"
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvem vil du være i dag?")


def test_danish_comes_first_in_an_english_browser_too(shown: Demo) -> None:
    page = shown.visitor(locale="en-GB")

    page.goto("/")

    assert language_of(page) == "da"


def test_the_button_in_the_header_switches_and_the_choice_stays(shown: Demo) -> None:
    page = shown.visit(ASTRID)

    page.get_by_role("button", name="English").click()

    expect(page).to_have_url(f"{shown.address}/my-day/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Monday 23 November")
    page.goto(shown.case("aase"))
    assert language_of(page) == "en"
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("button", name="Log in as Astrid Holm")).to_be_visible()


def test_the_same_button_switches_back_and_stays_on_the_page(shown: Demo) -> None:
    page = shown.visit(ASTRID, shown.case("aase") + "?zoom=all", lang="en")

    page.get_by_role("button", name="Dansk").click()

    expect(page).to_have_url(f"{shown.address}{shown.case('aase')}?zoom=all")
    assert language_of(page) == "da"


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("search, none found", "Monday 23 November"),
        ("purpose, none chosen", "Case "),
        ("book, no date", "Book a talk"),
    ],
)
def test_switching_on_the_answer_to_a_form_leads_to_a_page(shown: Demo, name: str, heading: str) -> None:
    page = PLACES[name].reached(shown, "da")

    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


@pytest.mark.parametrize(
    "name",
    ["logged out", "logged in again", "form from before", "reading, none chosen", "limit, none written"],
)
def test_where_a_text_would_be_lost_by_switching_there_is_no_button(shown: Demo, name: str) -> None:
    page = PLACES[name].reached(shown, "da")

    expect(page.get_by_role("button", name="English")).to_have_count(0)
