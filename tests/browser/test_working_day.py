"""A working day with few clicks: an intervention, a hand-over, an import, and two people in one plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import models
from playwright.sync_api import Locator, Page, expect

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import HandOver
from sammetag.interventions.models import Intervention
from sammetag.plan.models import Goal, PlanVersion, Rating, SubGoal, Wording
from tests.browser.hands import Keyboard, Mouse
from tests.browser.place import ASTRID, BJOERN, SUSANNE, say_why
from tests.browser.places_of_the_unit import citizen, programmes
from tests.browser.visiting import PHONE, Demo

IDA, KAREN = "Ida Sejersen Fløe", "Karen Bæk"
MINE, THEIRS = "I en genbrugsbutik, tre dage om ugen", "I en boghandel, gerne om formiddagen"


def rows_of(page: Page, name: str) -> Locator:
    """Everything that my day asks about somebody."""
    return page.locator(".st-duty-group").filter(has_text=name)


def count(demo: Demo, key: str, model: type[models.Model], who: str = ASTRID) -> int:
    """How many rows of a kind hang on a case."""
    found: Any = model._default_manager
    with behind_the_wall(demo.account(who)):
        return int(found.scoped("test").filter(case_id=demo.world.life(key).case.id).count())


def primary(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def begin_something(page: Page) -> None:
    """Fills in an intervention that runs."""
    page.get_by_label("Hvad er det?").fill("Cykelværksted")
    page.get_by_label("Område").select_option("social")
    page.get_by_label("Timer om ugen").fill("4")


def test_an_intervention_is_begun_from_my_day_in_eight_clicks(live: Demo) -> None:
    page, mouse = live.visit(ASTRID), Mouse()
    mouse.click(rows_of(page, IDA).get_by_role("link", name=IDA).first)
    mouse.click(page.get_by_role("link", name="Ny indsats"))
    begin_something(page)

    mouse.click(primary(page, "Gem indsatsen"))

    assert mouse.clicks <= 8
    expect(page.get_by_role("status")).to_contain_text("Indsatsen er skrevet ind")
    page.goto(live.case("ida"))
    expect(page.locator(".st-tl-view--wide [data-label='Cykelværksted']")).to_have_count(1)
    expect(page.locator(".st-journal > li").first).to_contain_text("Cykelværksted")


def test_an_intervention_is_taken_a_step_further_in_three_clicks(live: Demo) -> None:
    page, mouse = live.visit(ASTRID, live.case("joern") + "?zoom=all"), Mouse()
    waiting = page.locator(".st-tl-view--wide a[data-label='Smertehåndtering']").last
    mouse.click(waiting.locator(".st-bar-box"))

    mouse.click(primary(page, "Skriv ind: den er begyndt"))

    assert mouse.clicks <= 3
    expect(page.get_by_role("status")).to_contain_text("Det er skrevet ind")
    expect(page.locator(".st-story--now")).to_contain_text("23. november 2026")


def test_a_case_is_handed_over_in_four_clicks_and_its_taker_reads_what_came(live: Demo) -> None:
    page, mouse = live.visit(ASTRID), Mouse()
    mouse.click(page.locator("#citizens").get_by_role("link", name=KAREN))
    mouse.click(page.get_by_role("link", name="Overdrag sagen"))
    mouse.click(page.locator(".st-taker").filter(has_text="Bjørn Krogh").locator("label"))
    page.get_by_label("Til den nye koordinator").fill("Hun vil helst ringes op om formiddagen.")

    mouse.click(primary(page, "Overdrag sagen"))

    assert mouse.clicks <= 4
    expect(page.locator(".alert-success")).to_be_visible()
    taker = live.visit(BJOERN, width=PHONE)
    taker.locator(".st-filter").get_by_role("link", name="Koordinator").click()
    rows_of(taker, KAREN).get_by_role("link", name="Læs den").click()
    expect(taker.get_by_text("Hun vil helst ringes op om formiddagen.")).to_be_visible()
    primary(taker, "Jeg har læst det").click()
    expect(taker.locator(".alert-success")).to_contain_text("har læst overdragelsen")


def open_as_stand_in(demo: Demo, address: str) -> Page:
    """A colleague's window on a page of Astrid's case."""
    page = demo.visit(BJOERN, address, width=PHONE)
    say_why(page, demo)
    expect(page.locator("main form.st-form")).to_be_visible()
    return page


def test_of_two_who_write_in_one_plan_the_second_sees_both_texts_and_chooses(live: Demo) -> None:
    address = live.plan("karen", "job-goal")
    astrid, bjoern = live.visit(ASTRID, address), open_as_stand_in(live, address)
    astrid.get_by_label("Jobmål").fill(THEIRS)
    primary(astrid, "Gem jobmålet").click()
    expect(astrid.locator(".alert-success")).to_be_visible()
    bjoern.get_by_label("Jobmål").fill(MINE)

    primary(bjoern, "Gem jobmålet").click()

    expect(bjoern.locator(".st-clash-text").first).to_have_text(THEIRS)
    expect(bjoern.locator("#id_job_goal")).to_have_value(MINE)
    bjoern.get_by_label("Brug det, Astrid Holm skrev").first.check()
    primary(bjoern, "Gem jobmålet").click()
    expect(bjoern.locator(".st-job-goal-text")).to_have_text(THEIRS)


def test_whoever_keeps_their_own_text_finds_the_other_in_the_history(live: Demo) -> None:
    address = live.plan("karen", "job-goal")
    astrid, bjoern = live.visit(ASTRID, address), open_as_stand_in(live, address)
    astrid.get_by_label("Jobmål").fill(THEIRS)
    primary(astrid, "Gem jobmålet").click()
    expect(astrid.locator(".alert-success")).to_be_visible()
    bjoern.get_by_label("Jobmål").fill(MINE)
    primary(bjoern, "Gem jobmålet").click()

    primary(bjoern, "Gem jobmålet").click()

    expect(bjoern.locator(".st-job-goal-text")).to_have_text(MINE)
    astrid.goto(address)
    expect(astrid.locator("#history")).to_contain_text(THEIRS)
    expect(astrid.locator("#history")).to_contain_text(MINE)


def test_a_file_is_tried_and_taken_in_and_the_citizen_is_there(live: Demo) -> None:
    page = live.visit(SUSANNE, "/intake/")
    page.get_by_label("Fil med forløb").set_input_files(programmes(citizen()))
    primary(page, "Prøv filen").click()
    expect(page.get_by_role("heading", name="Filen er i orden")).to_be_visible()

    primary(page, "Indlæs 1 forløb").click()

    expect(page.locator(".alert-success")).to_contain_text("1 forløb er indlæst")
    page.goto("/my-day/")
    page.get_by_label("Find en borger").fill("2026-9100")
    page.get_by_label("Find en borger").press("Enter")
    expect(page.locator("#results").get_by_role("link", name="Anna Ågård")).to_be_visible()


def test_a_sub_goal_is_reached_by_keyboard_alone(live: Demo) -> None:
    page = live.visit(ASTRID, live.plan("karen"))
    keyboard = Keyboard(page)
    life = live.world.life("karen")
    title = next(one.title for one in life.sub_goals if one.id == live.sub_goal_id("karen"))
    keyboard.tab_to(page.get_by_role("link", name=title, exact=True))
    keyboard.press("Enter")
    page.wait_for_url("**/sub-goals/**")
    keyboard.tab_to(page.get_by_label("På vej"))
    keyboard.press("ArrowDown")

    keyboard.tab_to(primary(page, "Gem delmålet"))
    keyboard.press("Enter")

    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator(".st-sub-goal--reached").filter(has_text=title)).to_have_count(1)


def test_the_table_of_my_day_is_sorted_by_keyboard_alone(shown: Demo) -> None:
    page = shown.visit(ASTRID, "/my-day/?whole=1")
    keyboard = Keyboard(page)
    heading = page.locator("#citizens").get_by_role("link", name="Uden samtale")
    page.locator("#citizens-heading").evaluate("one => { one.tabIndex = -1; one.focus() }")

    keyboard.tab_to(heading)
    keyboard.press("Enter")

    sorted_by = page.locator("#citizens th[aria-sort]")
    expect(sorted_by).to_have_text("Uden samtale↓")
    keyboard.tab_to(page.locator("#citizens tbody a").first)
    keyboard.press("Enter")
    page.wait_for_url("**/cases/**")


Once = tuple[str, Callable[[Demo], str], Callable[[Page], None], str, type[models.Model]]


def hand_to_bjoern(page: Page) -> None:
    page.locator(".st-taker").filter(has_text="Bjørn Krogh").locator("label").click()
    page.get_by_label("Fra hvilken dag?").fill("2026-12-14")


def write_sub_goal(page: Page) -> None:
    page.get_by_label("Delmål", exact=True).fill("Kan tage bussen alene")
    page.get_by_label("Nået senest").fill("2027-02-01")


ONCE: tuple[Once, ...] = (
    (
        "ida",
        lambda demo: demo.case("ida", "interventions", "new"),
        begin_something,
        "Gem indsatsen",
        Intervention,
    ),
    (
        "ida",
        lambda demo: demo.plan("ida", "goals", "new"),
        lambda page: page.get_by_label("Mål", exact=True).fill("Et mål"),
        "Gem målet",
        Goal,
    ),
    ("karen", lambda demo: demo.goal("karen", "sub-goals", "new"), write_sub_goal, "Gem delmålet", SubGoal),
    (
        "ida",
        lambda demo: demo.plan("ida", "job-goal"),
        lambda page: page.get_by_label("Jobmål").fill(MINE),
        "Gem jobmålet",
        Wording,
    ),
    (
        "karen",
        lambda demo: demo.plan("karen", "step"),
        lambda page: page.get_by_label("Foreslå planen uden en svardag").check(),
        "Gem skridtet",
        PlanVersion,
    ),
    (
        "karen",
        lambda demo: demo.plan("karen", "ratings"),
        lambda page: page.locator("input[name=realism][value='4']").check(),
        "Gem vurderingen",
        Rating,
    ),
    ("karen", lambda demo: demo.case("karen", "hand-over"), hand_to_bjoern, "Overdrag sagen", HandOver),
)


@pytest.mark.parametrize("once", ONCE, ids=lambda once: once[3])
def test_a_double_click_makes_one_thing(live: Demo, once: Once) -> None:
    key, address, fill_in, button, model = once
    page, before = live.visit(ASTRID, address(live)), count(live, key, model)
    for voice in page.locator("input[name=voice][value=coordinator]").all():
        voice.check()
    for area in page.locator("select[name=field]").all():
        area.select_option("social")
    fill_in(page)

    primary(page, button).dblclick()

    expect(page.locator(".alert-success").first).to_be_visible()
    assert count(live, key, model) == before + 1
