"""The pages where the law is asked about one citizen: empty, answered, not answerable, and refused."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.place import ASTRID, SUSANNE, Place, save
from tests.browser.visiting import Demo


def answer(page: Page, **chosen: str) -> None:
    for name, value in chosen.items():
        page.locator(f"input[name={name}][value={value}]").check()


def judge(page: Page, demo: Demo) -> None:
    """Asks for a day on which one condition fails, some are not known, and the others hold."""
    page.locator("#id_on").fill("2018-05-31")
    page.locator("#id_born_on").fill("1975-03-10")
    answer(page, complex_problems="yes", unsolved="yes", long_support="yes", own_wish="no")
    answer(page, disability_pension="no", had_earlier="yes")
    page.locator("#id_from_1").fill("2014-01-01")
    page.locator("#id_until_1").fill("2016-12-31")
    save(page, demo)
    page.locator(".st-conditions").wait_for()
    open_all(page)


def judge_too_late(page: Page, demo: Demo) -> None:
    page.locator("#id_on").fill("2026-03-01")
    save(page, demo)
    page.locator(".st-verdict").wait_for()


def forget_the_birth(page: Page, demo: Demo) -> None:
    page.locator("#id_born_on").fill("2099-01-01")
    answer(page, had_earlier="yes")
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


def reckon(page: Page, demo: Demo) -> None:
    """Asks for months of which some are computed, and some are not known."""
    typed = {
        "first_month": "11.2025",
        "last_month": "01.2027",
        "granted_on": "2025-10-15",
        "starts_on": "2025-11-01",
        "income-0-first": "12.2025",
        "income-0-pay": "20.000",
    }
    for name, text in typed.items():
        page.locator(f"#id_{name}").fill(text)
    save(page, demo)
    page.locator(".st-months").wait_for()
    open_all(page)


def reckon_cost(page: Page, demo: Demo) -> None:
    page.locator("#id_cost-0-kind").select_option("mentor")
    page.locator("#id_cost-0-first").fill("11.2025")
    page.locator("#id_cost-0-last").fill("02.2026")
    page.locator("#id_cost-0-amount").fill("4000")
    reckon(page, demo)


def reckon_nonsense(page: Page, demo: Demo) -> None:
    page.locator("#id_first_month").fill("03.2024")
    page.locator("#id_income-0-pay").fill("-5")
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


def open_all(page: Page) -> None:
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true })")


PLACES_OF_ASKING = {
    "assess: nobody yet": Place(ASTRID, lambda demo: "/law/assess/"),
    "assess: judged": Place(ASTRID, lambda demo: "/law/assess/", judge),
    "assess: no rule that day": Place(SUSANNE, lambda demo: "/law/assess/", judge_too_late),
    "assess: refused": Place(ASTRID, lambda demo: "/law/assess/", forget_the_birth),
    "assess: of a case": Place(ASTRID, lambda demo: demo.case("karen", "assess")),
    "benefit: nothing yet": Place(ASTRID, lambda demo: "/law/benefit/"),
    "benefit: reckoned": Place(ASTRID, lambda demo: "/law/benefit/", reckon),
    "benefit: refused": Place(ASTRID, lambda demo: "/law/benefit/", reckon_nonsense),
    "benefit: of a case": Place(ASTRID, lambda demo: demo.case("karen", "benefit")),
    "cost: nothing yet": Place(ASTRID, lambda demo: "/law/reimbursement/"),
    "cost: reckoned": Place(ASTRID, lambda demo: "/law/reimbursement/", reckon_cost),
}
