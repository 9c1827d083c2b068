"""The timeline by keyboard, zoomed, as a table, on a phone, on paper and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Keyboard
from tests.browser.place import ASTRID
from tests.browser.visiting import PHONE, Demo


def drawn(page: Page, view: str = "wide") -> Locator:
    """Everything on the picture that one can stop at."""
    return page.locator(f".st-tl-view--{view} [data-item]")


def lane(page: Page, key: str) -> Locator:
    return page.locator(f".st-tl-view--wide [data-lane].st-field-{key} [data-item]")


@pytest.fixture
def page(shown: Demo) -> Page:
    """Åse's crowded case, the whole of it."""
    return shown.visit(ASTRID, shown.case("aase") + "?zoom=all")


def test_the_tab_key_stops_once_and_the_caption_tells_what_is_there(page: Page) -> None:
    keyboard = Keyboard(page)
    keyboard.tab_to(drawn(page).first)

    expect(page.locator("[data-caption]")).to_contain_text(
        drawn(page).first.get_attribute("data-words") or ""
    )
    keyboard.press("Tab")
    expect(page.locator(".st-tl-table summary")).to_be_focused()


@pytest.mark.parametrize(
    ("keys", "where", "number"),
    [
        (["ArrowRight"], "decisions", 1),
        (["ArrowRight", "ArrowLeft"], "decisions", 0),
        (["ArrowDown", "ArrowUp"], "decisions", 1),
        (["ArrowDown", "ArrowDown"], "education", 0),
        (["End", "Home"], "decisions", 0),
        (["ArrowLeft"], "decisions", 0),
    ],
)
def test_the_arrows_go_along_a_lane_and_across_lanes(
    page: Page, keys: list[str], where: str, number: int
) -> None:
    keyboard = Keyboard(page)
    keyboard.tab_to(drawn(page).first)

    keyboard.press(*keys)

    goal = lane(page, where).nth(number)
    expect(goal).to_be_focused()
    assert keyboard.can_see_where_it_is()
    expect(page.locator("[data-caption] strong")).to_have_text(goal.get_attribute("data-label") or "")


def test_the_enter_key_opens_the_talk_that_has_the_focus(page: Page, shown: Demo) -> None:
    keyboard = Keyboard(page)
    keyboard.tab_to(drawn(page).first)
    keyboard.press("End")

    keyboard.press("Enter")

    page.wait_for_url("**/talks/**")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_zooming_keeps_the_focus_and_the_address_and_the_page(page: Page) -> None:
    keyboard = Keyboard(page)
    page.evaluate("window.stayed = true")
    keyboard.tab_to(page.get_by_role("link", name="Omkring i dag"))

    keyboard.press("Enter")

    page.wait_for_url("**/?zoom=quarter")
    chosen = page.get_by_role("link", name="Omkring i dag")
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(chosen).to_be_focused()
    assert page.evaluate("window.stayed")
    keyboard.tab_to(drawn(page).first)
    keyboard.press("ArrowDown")
    expect(page.locator("[data-caption] strong")).not_to_be_empty()


def test_the_back_button_undoes_a_zoom(page: Page) -> None:
    page.get_by_role("link", name="Et år").click()
    page.wait_for_url("**/?zoom=year")

    page.go_back()

    page.wait_for_url("**/?zoom=all")
    expect(page.get_by_role("link", name="Hele forløbet")).to_have_attribute("aria-current", "true")


def test_without_scripts_the_zooms_are_links_and_the_table_opens(shown: Demo) -> None:
    page = shown.visit(ASTRID, shown.case("aase"), javascript=False)

    page.get_by_role("link", name="Hele forløbet").click()

    page.wait_for_url("**/?zoom=all")
    expect(page.get_by_role("link", name="Hele forløbet")).to_have_attribute("aria-current", "true")
    page.locator(".st-tl-table summary").click()
    expect(page.locator(".st-tl-table table")).to_be_visible()


@pytest.mark.parametrize("zoom", ["all", "year", "quarter"])
def test_the_table_has_a_row_for_everything_that_is_drawn(shown: Demo, zoom: str) -> None:
    page = shown.visit(ASTRID, f"{shown.case('aase')}?zoom={zoom}")

    page.locator(".st-tl-table summary").click()

    rows = " | ".join(page.locator(".st-tl-table tbody tr").all_inner_texts())
    labels = drawn(page).evaluate_all("items => items.map((item) => item.dataset.label)")
    assert [label for label in labels if label not in rows] == []
    assert page.locator(".st-tl-table tbody tr").count() >= drawn(page).count() >= 10


def test_a_phone_shows_the_narrow_picture_and_a_desk_the_wide_one(page: Page) -> None:
    wide, narrow = page.locator(".st-tl-view--wide"), page.locator(".st-tl-view--narrow")
    expect(wide).to_be_visible()
    expect(narrow).to_be_hidden()

    page.set_viewport_size({"width": PHONE, "height": 800})

    expect(narrow).to_be_visible()
    expect(wide).to_be_hidden()
    narrow.locator(".st-mark--talk-booked .st-tl-hit").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Samtale")


def test_on_paper_the_picture_and_the_journal_stand_without_buttons(page: Page) -> None:
    page.emulate_media(media="print")

    expect(page.locator(".st-tl-view--wide")).to_be_visible()
    expect(page.locator(".st-journal")).to_be_visible()
    for left_out in (".st-nav", ".st-zooms", ".st-account", ".st-tl-caption"):
        expect(page.locator(left_out)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(page.pdf()) > 10_000
