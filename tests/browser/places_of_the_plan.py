"""The pages of the plan, each in the states that one meets it in."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from playwright.sync_api import Page

from sammetag.plan.models import Step
from tests.browser.finding import plan_step
from tests.browser.place import (
    ASTRID,
    METTE,
    PERNILLE,
    Place,
    choose_nothing,
    save,
    say_why,
)
from tests.browser.visiting import Demo

TIMES = itertools.count(1)


def taken_home(*more: str) -> Callable[[Demo], str]:
    """The plan of somebody who has it at home to think about."""
    return lambda demo: demo.plan(demo.like(PERNILLE, lambda life: plan_step(life) == Step.TAKEN_HOME), *more)


def write_both(field: str) -> Callable[[Page, Demo], None]:
    """Writes a text in a field while somebody else, in another window, has written theirs."""

    def then(page: Page, demo: Demo) -> None:
        other = page.context.new_page()
        other.goto(page.url)
        for window, words in ((other, "Gerne i en lille butik"), (page, "I en butik med få kolleger")):
            window.locator("form details").evaluate_all("all => all.forEach((one) => { one.open = true })")
            window.locator(f"#id_{field}").fill(f"{words} {next(TIMES)}")
            save(window, demo)
        other.close()
        page.locator(".st-clashes").wait_for()

    return then


def write(field: str) -> Callable[[Page, Demo], None]:
    """Writes something new, and comes back to the plan."""

    def then(page: Page, demo: Demo) -> None:
        page.locator(f"#id_{field}").fill(f"Gerne udendørs {next(TIMES)}")
        save(page, demo)
        page.locator(".alert-success").wait_for()

    return then


def take_out(page: Page, demo: Demo) -> None:
    """Takes the sub-goal out of the plan, unless that has been done."""
    out = page.locator("button", has=page.locator("xpath=../input[@name='place'][@value='out']"))
    if out.count():
        out.click()
        page.locator(".alert-success").wait_for()
    page.goto(demo.plan("mirsad"))
    page.locator("details.st-more summary").click()


def propose(page: Page, demo: Demo) -> None:
    """Proposes the plan, unless that has been done."""
    offered = page.locator(f"input[name=step][value={Step.PROPOSED}]")
    if offered.count():
        offered.check()
        save(page, demo)
        page.locator(".alert-success").wait_for()
    page.goto(demo.plan("bent"))


def choose(name: str, value: str) -> Callable[[Page, Demo], None]:
    """Chooses one of several answers, leaves the rest empty and saves."""

    def then(page: Page, demo: Demo) -> None:
        page.locator(f"input[name={name}][value={value}]").check()
        choose_nothing(page, demo)

    return then


def agree_without_a_day(page: Page, demo: Demo) -> None:
    page.locator(f"input[name=step][value={Step.AGREED}]").check()
    page.locator("#id_fixed_until").fill("")
    choose_nothing(page, demo)


def take_step_too_late(page: Page, demo: Demo) -> None:
    page.locator("main input[name=version]").evaluate("field => field.value = '99'")
    save(page, demo)
    page.locator(".st-error-summary").wait_for()


def open_versions(page: Page, demo: Demo) -> None:
    page.locator(".st-version details").evaluate_all("all => all.forEach((one) => { one.open = true })")


PLACES_OF_THE_PLAN: dict[str, Place] = {
    "plan": Place(ASTRID, lambda demo: demo.plan("aase")),
    "plan, empty": Place(ASTRID, lambda demo: demo.plan("ida")),
    "plan, proposed": Place(ASTRID, lambda demo: demo.plan("bent", "step"), propose),
    "plan, taken home": Place(PERNILLE, taken_home()),
    "plan, changed since": Place(ASTRID, lambda demo: demo.plan("zeynep", "job-goal"), write("job_goal")),
    "plan, something taken out": Place(ASTRID, lambda demo: demo.sub_goal("mirsad"), take_out),
    "plan, closed": Place(ASTRID, lambda demo: demo.plan("grethe"), say_why),
    "plan of a mentor": Place(METTE, lambda demo: demo.plan("aase")),
    "job goal": Place(ASTRID, lambda demo: demo.plan("aase", "job-goal")),
    "job goal, the first": Place(ASTRID, lambda demo: demo.plan("ida", "job-goal")),
    "job goal, two texts": Place(
        ASTRID, lambda demo: demo.plan("poul-erik", "job-goal"), write_both("job_goal")
    ),
    "goal": Place(ASTRID, lambda demo: demo.goal("aase")),
    "goal, new": Place(ASTRID, lambda demo: demo.plan("aase", "goals", "new")),
    "goal, no words": Place(ASTRID, lambda demo: demo.plan("aase", "goals", "new"), choose_nothing),
    "goal, two texts": Place(ASTRID, lambda demo: demo.goal("poul-erik"), write_both("title")),
    "goal, to be read": Place(ASTRID, lambda demo: demo.goal("grethe"), say_why),
    "sub-goal": Place(ASTRID, lambda demo: demo.sub_goal("aase")),
    "sub-goal, reached": Place(ASTRID, lambda demo: demo.sub_goal("aase", "reached")),
    "sub-goal, new": Place(ASTRID, lambda demo: demo.goal("aase", "sub-goals", "new")),
    "sub-goal, no day": Place(ASTRID, lambda demo: demo.goal("aase", "sub-goals", "new"), choose_nothing),
    "sub-goal, given up without why": Place(
        ASTRID, lambda demo: demo.sub_goal("aase"), choose("achievement", "given-up")
    ),
    "sub-goal, two texts": Place(ASTRID, lambda demo: demo.sub_goal("poul-erik"), write_both("title")),
    "sub-goal, to be read": Place(ASTRID, lambda demo: demo.sub_goal("grethe", "reached"), say_why),
    "step, propose": Place(ASTRID, lambda demo: demo.plan("karen", "step")),
    "step, answer": Place(PERNILLE, taken_home("step")),
    "step, no day": Place(ASTRID, lambda demo: demo.plan("karen", "step"), choose("step", Step.TAKEN_HOME)),
    "step, agree without days": Place(ASTRID, lambda demo: demo.plan("karen", "step"), agree_without_a_day),
    "step, too late": Place(ASTRID, lambda demo: demo.plan("karen", "step"), take_step_too_late),
    "step, empty plan": Place(ASTRID, lambda demo: demo.plan("ida", "step")),
    "versions": Place(ASTRID, lambda demo: demo.plan("aase", "versions"), open_versions),
    "versions, none": Place(ASTRID, lambda demo: demo.plan("ida", "versions")),
    "versions of a mentor": Place(METTE, lambda demo: demo.plan("aase", "versions"), open_versions),
    "ratings": Place(ASTRID, lambda demo: demo.plan("aase", "ratings")),
    "ratings, nothing chosen": Place(ASTRID, lambda demo: demo.plan("aase", "ratings"), choose_nothing),
    "ratings, no plan": Place(ASTRID, lambda demo: demo.plan("ida", "ratings")),
    "ratings of a mentor": Place(METTE, lambda demo: demo.plan("aase", "ratings")),
}
