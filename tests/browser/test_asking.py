"""Asking the law about one citizen: by keyboard, with more lines, and with answers that contradict."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.place import ASTRID, SUSANNE
from tests.browser.visiting import Demo

MONTHS = {"first_month": "03.2024", "last_month": "04.2024"}
DAYS = {"granted_on": "2023-10-15", "starts_on": "2023-11-01"}


def fill(page: Page, typed: dict[str, str]) -> None:
    for name, text in typed.items():
        page.locator(f"#id_{name}").fill(text)


@pytest.mark.parametrize("path", ["/law/benefit/", "/law/reimbursement/"])
@pytest.mark.parametrize("field", ["first_month", "income-0-pay"])
def test_enter_in_any_field_answers(shown: Demo, path: str, field: str) -> None:
    page = shown.visit(ASTRID, path)
    fill(page, MONTHS | DAYS)

    page.locator(f"#id_{field}").press("Enter")

    expect(page.locator("#answer-heading")).to_be_visible()


def test_a_new_line_has_the_cursor_and_stands_in_view(shown: Demo) -> None:
    page = shown.visit(ASTRID, "/law/reimbursement/")
    page.get_by_text("Anden støtte, og uddannelse eller praktik før 2016").click()

    page.locator("button[name=more][value=active]").click()

    new = page.locator("#id_active-1-first")
    expect(new).to_be_focused()
    expect(new).to_be_in_viewport()


def test_lines_about_the_cost_are_there_again_after_a_look_at_the_benefit_alone(shown: Demo) -> None:
    page = shown.visit(ASTRID, "/law/reimbursement/")
    fill(page, MONTHS | DAYS | {"spell-0-first": "2020-01-01", "spell-0-last": "2023-10-31"})
    page.locator("#id_spell-0-benefit").select_option("cash-benefit")

    page.get_by_role("button", name="Se kun ydelsen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beregn ydelsen")
    page.get_by_role("button", name="Se, hvad det koster kommunen").click()

    expect(page.locator("#id_spell-0-first")).to_have_value("2020-01-01")
    expect(page.locator("#id_spell-0-benefit")).to_have_value("cash-benefit")


def test_days_that_contradict_a_no_can_be_seen_and_put_right(shown: Demo) -> None:
    page = shown.visit(ASTRID, "/law/assess/")
    page.locator("input[name=had_earlier][value=yes]").check()
    page.locator("#id_from_1").fill("2015-01-01")
    page.locator("input[name=had_earlier][value=no]").check()
    expect(page.locator("#id_from_1")).to_be_hidden()

    page.get_by_role("button", name="Vurdér").click()

    expect(page.locator(".st-error-summary")).to_contain_text("Du har svaret nej, men skrevet et forløb ind")
    expect(page.locator("#id_from_1")).to_be_visible()


@pytest.mark.parametrize("path", ["/law/assess/", "/law/benefit/", "/law/reimbursement/"])
def test_whoever_has_begun_to_type_cannot_lose_it_by_a_change_of_language(shown: Demo, path: str) -> None:
    page = shown.visit(ASTRID, path)
    button = page.get_by_role("button", name="English")
    expect(button).to_be_visible()

    page.locator("main form input:not([type=hidden])").first.fill("2024-01-01")

    expect(button).to_be_hidden()


def test_two_reforms_that_contradict_each_other_lead_to_their_boxes(shown: Demo) -> None:
    page = shown.visit(
        SUSANNE, "/law/reforms/?reform=guarantee-as-proposed&reform=guarantee-as-enacted", width=375
    )
    summary = page.locator(".st-error-summary")
    expect(summary).to_be_focused()

    summary.get_by_role("link").nth(1).click()

    expect(page.locator("#reform-guarantee-as-enacted")).to_be_focused()
