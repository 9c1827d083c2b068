"""The pages of a unit: days, colleagues, hand-over and import, each in the states that one meets it in."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import FilePayload, Page

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import HandOverState
from sammetag.intake.exports.kinds import Stage
from sammetag.intake.jobs import make_export
from sammetag.intake.models import Export
from tests.browser.finding import hand_over_state, staff_of
from tests.browser.place import (
    ASTRID,
    BJOERN,
    ERIK,
    METTE,
    OLE,
    SELMA,
    SUSANNE,
    Place,
    choose_nothing,
    save,
    say_why,
)
from tests.browser.visiting import Demo
from tests.intake.making import cells, file

PROGRAM: FilePayload = {"name": "forløb.csv", "mimeType": "text/csv", "buffer": b"MZ\x90\x00" * 500}


def programmes(*rows: dict[str, str]) -> FilePayload:
    """A file of running programmes as a browser has it."""
    return {"name": "forløb.csv", "mimeType": "text/csv", "buffer": file(*rows)}


def citizen(number: str = "2026-9100", **changed: str) -> dict[str, str]:
    """One row that may be taken in to Jobcenter Åsen."""
    days = {"bevilget": "10.8.2026", "start": "17.8.2026", "bevilget_til": "16.8.2028", "siden": "1.10.2026"}
    usual = {"enhed": "Jobcenter Åsen", "koordinator": "laerke.thygesen", **days}
    return cells(number, **{**usual, **changed})


def tried(sent: FilePayload, awaited: str) -> Callable[[Page, Demo], None]:
    """Tries a file, until what came of it stands there."""

    def then(page: Page, demo: Demo) -> None:
        page.locator("#id_file").set_input_files(sent)
        save(page, demo)
        page.locator(awaited).wait_for()

    return then


def try_nothing(page: Page, demo: Demo) -> None:
    save(page, demo)
    page.locator("#result .alert").wait_for()


def take_in(page: Page, demo: Demo) -> None:
    """Tries a file and takes it in, unless that has been done."""
    tried(programmes(citizen("2026-9200")), "#result h2")(page, demo)
    again = page.locator("button[value=take-in]")
    if again.count():
        again.click()
        page.locator(".alert-success").wait_for()
    page.locator(".st-intake-earlier").wait_for()


def ask_for_export(page: Page, demo: Demo) -> None:
    """Asks for a file, and waits for it together with whoever looks."""
    page.locator("input[name=reason]").first.check()
    save(page, demo)
    page.locator("#own li").first.wait_for()


def make_export_ready(page: Page, demo: Demo) -> None:
    """Asks for a file and makes it, as the worker would."""
    ask_for_export(page, demo)
    account_id = demo.account(SUSANNE)
    with behind_the_wall(account_id):
        waiting = Export.objects.scoped("test").filter(stage=Stage.ASKED)
        for export_id in waiting.values_list("id", flat=True):
            make_export(account_id=str(account_id), export_id=str(export_id))
    page.reload()
    page.locator("#own button").first.wait_for()


def handed(state: HandOverState, who: str) -> Callable[[Demo], str]:
    """The hand-over of a case that has come that far, among those of somebody."""
    return lambda demo: demo.case(demo.like(who, lambda life: hand_over_state(life) == state), "hand-over")


def deserted(demo: Demo) -> str:
    """The hand-over of a case in Jobcenter Åsen that has no coordinator."""
    return demo.case("aasen-deserted", "hand-over")


def say_why_if_asked(page: Page, demo: Demo) -> None:
    if page.locator("input[name=purpose]").count():
        say_why(page, demo)


def spread(page: Page, demo: Demo) -> None:
    page.locator("button[value=spread]").click()
    page.locator("#loads .st-load-more").first.wait_for(state="attached")


def send_nothing(page: Page, demo: Demo) -> None:
    page.locator("button[value=hand-over]").click()
    page.locator(".st-error-summary").wait_for()


def come_back(page: Page, demo: Demo) -> None:
    """Opens a colleague's day, and then one's own, in which the colleague's citizens stand too."""
    say_why(page, demo)
    page.goto("/my-day/")


PLACES_OF_THE_UNIT: dict[str, Place] = {
    "day, about talks": Place(ASTRID, lambda demo: "/my-day/?what=talks"),
    "day, sorted": Place(ASTRID, lambda demo: "/my-day/?sort=contact&down=1"),
    "day, nothing left": Place(ASTRID, lambda demo: "/my-day/?what=coordinator"),
    "day, crowded": Place(SELMA, lambda demo: "/my-day/"),
    "day, crowded and whole": Place(SELMA, lambda demo: "/my-day/?whole=1"),
    "day, standing in": Place(BJOERN, lambda demo: demo.colleague(ASTRID, "day"), come_back),
    "day of a leader": Place(SUSANNE, lambda demo: "/my-day/"),
    "day of a leader, whole": Place(SUSANNE, lambda demo: "/my-day/?whole=1&what=interventions"),
    "day of a leader, about one": Place(SUSANNE, lambda demo: f"/my-day/?whose={staff_of(demo.world, OLE)}"),
    "colleagues": Place(ASTRID, lambda demo: "/colleagues/"),
    "colleagues of a leader": Place(SUSANNE, lambda demo: "/colleagues/"),
    "colleagues of a mentor": Place(METTE, lambda demo: "/colleagues/"),
    "colleague's day, why": Place(BJOERN, lambda demo: demo.colleague(ASTRID, "day")),
    "colleague's day, none chosen": Place(ERIK, lambda demo: demo.colleague(ASTRID, "day"), choose_nothing),
    "colleague's day": Place(BJOERN, lambda demo: demo.colleague(ASTRID, "day"), say_why),
    "colleague's day, for a leader": Place(ERIK, lambda demo: demo.colleague(ASTRID, "day"), say_why),
    "case of a leader": Place(ERIK, lambda demo: demo.case("aase"), say_why_if_asked),
    "hand-over, new": Place(ASTRID, lambda demo: demo.case("karen", "hand-over")),
    "hand-over, nobody chosen": Place(ASTRID, lambda demo: demo.case("karen", "hand-over"), choose_nothing),
    "hand-over, agreed": Place(OLE, handed(HandOverState.AGREED, OLE)),
    "hand-over, to be read": Place(SELMA, handed(HandOverState.CARRIED_OUT, SELMA)),
    "hand-over, long read": Place(ASTRID, lambda demo: demo.case("aase", "hand-over")),
    "hand-over, no coordinator": Place(SUSANNE, deserted, say_why_if_asked),
    "distribute": Place(ERIK, lambda demo: demo.colleague(ASTRID, "cases")),
    "distribute, evenly": Place(ERIK, lambda demo: demo.colleague(ASTRID, "cases"), spread),
    "distribute, none chosen": Place(ERIK, lambda demo: demo.colleague(ASTRID, "cases"), send_nothing),
    "distribute, one's own": Place(ASTRID, lambda demo: demo.colleague(ASTRID, "cases")),
    "intake": Place(SUSANNE, lambda demo: "/intake/"),
    "intake, no file": Place(SUSANNE, lambda demo: "/intake/", try_nothing),
    "intake, a program": Place(
        SUSANNE,
        lambda demo: "/intake/",
        tried(PROGRAM, "#result .alert"),
    ),
    "intake, faults": Place(
        SUSANNE,
        lambda demo: "/intake/",
        tried(programmes(citizen(fødselsdato="31.2.1984", timer_om_ugen="99"), citizen("")), ".st-faults"),
    ),
    "intake, tried": Place(
        SUSANNE, lambda demo: "/intake/", tried(programmes(citizen()), "button[value=take-in]")
    ),
    "intake, done": Place(SUSANNE, lambda demo: "/intake/", take_in),
    "export": Place(SUSANNE, lambda demo: "/intake/export/"),
    "export, no reason": Place(SUSANNE, lambda demo: "/intake/export/", choose_nothing),
    "export, waiting": Place(SUSANNE, lambda demo: "/intake/export/", ask_for_export),
    "export, ready": Place(SUSANNE, lambda demo: "/intake/export/", make_export_ready),
}
