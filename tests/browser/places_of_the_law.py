"""The pages of the law book, each in the states that one meets it in."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.place import ASTRID, METTE, SUSANNE, Place
from tests.browser.visiting import Demo


def open_all(page: Page, demo: Demo) -> None:
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true })")


PLACES_OF_THE_LAW: dict[str, Place] = {
    "law": Place(ASTRID, lambda demo: "/law/", open_all),
    "law, of a mentor": Place(METTE, lambda demo: "/law/"),
    "law, searched": Place(SUSANNE, lambda demo: "/law/?q=mentor"),
    "law, nothing found": Place(ASTRID, lambda demo: "/law/?q=xyzzy"),
    "law, a rule": Place(ASTRID, lambda demo: "/law/talks.due/", open_all),
    "law, a rule on a day": Place(ASTRID, lambda demo: "/law/programme.length/?on=2021-05-01"),
    "law, a rule that few use": Place(ASTRID, lambda demo: "/law/sanction.steps/", open_all),
    "law, a rule and no day": Place(ASTRID, lambda demo: "/law/talks.form/?on=i+morgen"),
    "law, a number": Place(ASTRID, lambda demo: "/law/benefit_with_child/?on=2024-05-01"),
    "law, what held": Place(
        ASTRID, lambda demo: "/law/on/?on=2023-05-01&granted=2021-03-01&scheme=ressourceforloeb", open_all
    ),
    "law, what held, not asked": Place(ASTRID, lambda demo: "/law/on/"),
    "law, what held, asked wrongly": Place(ASTRID, lambda demo: "/law/on/?on=2026-06-31&scheme=pension"),
    "law, changes": Place(ASTRID, lambda demo: "/law/changes/", open_all),
    "law, no changes": Place(ASTRID, lambda demo: "/law/changes/?first=2023-06-02&last=2023-06-03"),
    "law, for citizens": Place(ASTRID, lambda demo: "/law/citizens/"),
    "law, reforms": Place(ASTRID, lambda demo: "/law/reforms/"),
    "law, reforms that affect many": Place(
        SUSANNE, lambda demo: "/law/reforms/?reform=guarantee-as-proposed&reform=ds-11-caseload-ceiling"
    ),
    "law, reforms that contradict": Place(
        SUSANNE, lambda demo: "/law/reforms/?reform=guarantee-as-proposed&reform=guarantee-as-enacted"
    ),
    "law, no such rule": Place(ASTRID, lambda demo: "/law/nothing/"),
}
