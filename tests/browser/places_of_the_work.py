"""The pages of interventions and of the guarantee, each in the states that one meets it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from playwright.sync_api import Page

from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.intake.actions import take_in
from sammetag.intake.programmes import ProgrammeIn, case_id_of
from sammetag.interventions.actions.guarantee import exempt
from sammetag.interventions.clock import clock_of
from sammetag.law.guarantee import GuaranteeState
from sammetag.law.schemes import RESSOURCEFORLOEB
from tests.browser.finding import lives_of
from tests.browser.place import (
    ASTRID,
    BJOERN,
    ERIK,
    LAERKE,
    METTE,
    OLE,
    Place,
    choose_nothing,
    come_too_late,
    save,
    without,
)
from tests.browser.visiting import Demo

NEW_HERE, NEW_PERIOD = "2026-9001", UUID("0f7d9a52-4f4e-4b8e-9a0e-6d2b1c3e5f70")


def of_karen(step: str = "") -> Callable[[Demo], str]:
    """Karen's internship, which runs, with the form of a step."""
    return lambda demo: demo.effort("karen", "Praktik, reception") + step


def like(where: str, step: str = "") -> Callable[[Demo], str]:
    """An intervention of one of Ole's many citizens."""
    return lambda demo: demo.effort_like(OLE, where) + step


def begin_internship(page: Page, demo: Demo) -> None:
    """Writes in an internship that runs, beside something that runs already."""
    page.get_by_role("textbox").first.fill("Praktik, bageri")
    page.locator("#id_field").select_option("employment")
    page.locator("#id_hours").fill("8")
    page.locator("#id_company_based").check()
    save(page, demo)
    page.locator(".st-room").wait_for()


def pause_too_late(page: Page, demo: Demo) -> None:
    page.locator("#id_reason").fill("Ferie")
    come_too_late(page, demo)


def owed(demo: Demo) -> str:
    """The guarantee of a case that must be in the team again, among those of Lærke's citizens."""
    with behind_the_wall(demo.account(LAERKE)):
        for life in lives_of(demo.world, LAERKE):
            clock = clock_of(Case.objects.scoped("test").get(pk=life.case.id), demo.world.today)
            if clock and clock.guarantee and clock.guarantee.state is GuaranteeState.OWED:
                return demo.case(life.key, "guarantee")
    raise AssertionError("no guarantee is owed")


def running(demo: Demo) -> str:
    """The guarantee of somebody for whom nothing has begun, and who was exempted for long: it runs still."""
    today = demo.world.today
    new = ProgrammeIn(
        number=NEW_HERE,
        given_name="Anna",
        family_name="Ågård",
        born_on=date(1984, 3, 14),
        unit="Jobcenter Havnen",
        scheme=RESSOURCEFORLOEB,
        granted_on=date(2026, 1, 20),
        starts_on=date(2026, 1, 27),
        granted_until=date(2027, 1, 26),
        coordinator=ASTRID,
    )
    with behind_the_wall(demo.account(ERIK)):
        leader = person_of(demo.account(ERIK), today)
        assert leader
        take_in(by=leader, programmes=[new])
        case_id = case_id_of(leader.municipality_id, NEW_HERE)
    with behind_the_wall(demo.account(ASTRID)):
        astrid = person_of(demo.account(ASTRID), today)
        assert astrid
        first, last = date(2026, 2, 1), date(2026, 10, 31)
        exempt(by=astrid, case_id=case_id, token=NEW_PERIOD, since=first, until=last, reason="Barsel")
    return f"/cases/{case_id}/guarantee/"


def exempted(demo: Demo) -> str:
    """The guarantee of somebody who need not be available for a while."""
    return demo.case(demo.like(BJOERN, lambda life: bool(life.exemptions)), "guarantee")


def end_before_it_begins(page: Page, demo: Demo) -> None:
    page.locator("#id_until").fill("2026-11-01")
    choose_nothing(page, demo)


def tell_why_not(page: Page, demo: Demo) -> None:
    page.locator("input[name=what][value=special]").check()
    choose_nothing(page, demo)


def open_rule(page: Page, demo: Demo) -> None:
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true })")


PLACES_OF_THE_WORK: dict[str, Place] = {
    "new intervention": Place(ASTRID, lambda demo: demo.case("ida", "interventions", "new")),
    "new intervention, from a sub-goal": Place(
        ASTRID,
        lambda demo: demo.case("aase", "interventions", "new") + f"?sub_goal={demo.sub_goal_id('aase')}",
        open_rule,
    ),
    "new intervention, no words": Place(
        ASTRID, lambda demo: demo.case("ida", "interventions", "new"), choose_nothing
    ),
    "new intervention, an internship": Place(
        ASTRID, lambda demo: demo.case("aase", "interventions", "new"), begin_internship
    ),
    "intervention, recommended": Place(OLE, like("recommended")),
    "intervention, planned": Place(ASTRID, lambda demo: demo.effort("aase", "Praktik, butik")),
    "intervention, waiting": Place(ASTRID, lambda demo: demo.effort("joern", "Smertehåndtering")),
    "intervention, running": Place(ASTRID, of_karen()),
    "intervention, paused": Place(ASTRID, lambda demo: demo.effort("aase", "Praktik, lager")),
    "intervention, overdue": Place(OLE, like("overdue")),
    "intervention, completed": Place(ASTRID, lambda demo: demo.effort("aase", "FVU-dansk")),
    "intervention, broken off": Place(ASTRID, lambda demo: demo.effort("aase", "Praktik, kantine")),
    "intervention, never begun": Place(OLE, like("not-begun")),
    "intervention of a mentor": Place(METTE, lambda demo: demo.effort("aase", "Praktik, kantine")),
    "intervention, a mentor's": Place(ASTRID, lambda demo: demo.effort("karen", "Mentor, 6 mdr.")),
    "pause": Place(ASTRID, of_karen("?step=pause")),
    "pause, too late": Place(ASTRID, of_karen("?step=pause"), pause_too_late),
    "end, nothing chosen": Place(ASTRID, of_karen("?step=end"), choose_nothing),
    "prolong": Place(ASTRID, of_karen("?step=prolong")),
    "correct": Place(ASTRID, of_karen("?step=correct")),
    "grant": Place(ASTRID, lambda demo: demo.effort("karen", "Mentor, 6 mdr.") + "?step=grant"),
    "agree": Place(OLE, like("recommended", "?step=agree"), without("day")),
    "wait": Place(OLE, like("recommended", "?step=wait")),
    "not begun": Place(OLE, like("recommended", "?step=not-begun")),
    "start, an internship": Place(ASTRID, lambda demo: demo.effort("aase", "Praktik, butik") + "?step=start"),
    "change": Place(ASTRID, lambda demo: demo.effort("karen", "Praktik, reception", "change")),
    "change, too late": Place(
        ASTRID, lambda demo: demo.effort("karen", "Praktik, reception", "change"), come_too_late
    ),
    "guarantee, running": Place(ASTRID, running, open_rule),
    "guarantee, owed": Place(LAERKE, owed, open_rule),
    "guarantee, no reasons": Place(LAERKE, owed, tell_why_not),
    "guarantee, stopped": Place(ASTRID, lambda demo: demo.case("aase", "guarantee"), open_rule),
    "guarantee, relieved": Place(ASTRID, lambda demo: demo.case("tove", "guarantee"), open_rule),
    "guarantee, exempted": Place(BJOERN, exempted),
    "guarantee, not for this scheme": Place(ASTRID, lambda demo: demo.case("aegir", "guarantee")),
    "exemption": Place(ASTRID, lambda demo: demo.case("aase", "exemptions")),
    "exemption, ends too soon": Place(
        ASTRID, lambda demo: demo.case("aase", "exemptions"), end_before_it_begins
    ),
}
