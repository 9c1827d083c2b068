"""One intervention on its page: its story, its next step, and what each reader may know of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from sammetag.interventions.life import Step
from sammetag.interventions.models import EndReason, Intervention, State
from tests.interventions.deeds import KITCHEN, SLEEP, days, kinds, on
from tests.interventions.pages import Browse, at_desk, page_of, posted
from tests.town import Town


def training(town: Town) -> str:
    return page_of(town, "intervention", town.interventions["own"])


def add(town: Town, state: State = State.RUNNING, since: int = -20, until: int | None = None) -> UUID:
    """A course on sleep."""
    with at_desk(town) as desk:
        return desk.begin(SLEEP, state, since, until).id


def now(town: Town, one: UUID | None = None) -> Intervention:
    with at_desk(town) as desk:
        return desk.now(one)


def test_the_page_tells_the_story_in_its_order(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        one = desk.begin(SLEEP, State.RECOMMENDED, -50)
        one = desk.take(one, Step.WAIT, -40, reason="Der er kø til holdet")
        one = desk.take(one, Step.START, -18)

    text = browse("astrid").get(page_of(committed, "intervention", one.id)).text.partition("Indtil nu")[2]

    told = ("Anbefalet", "På venteliste", "Der er kø", "I gang")
    assert sorted(told, key=text.index) == list(told)


@pytest.mark.parametrize(
    ("stood", "button"),
    [
        ((State.RECOMMENDED, -5), "Gem aftalen"),
        ((State.WAITING, -5), "Skriv ind: den er begyndt"),
        ((State.PLANNED, -5), "Skriv ind: den er begyndt"),
        ((State.RUNNING, -20, -5), "Afslut indsatsen"),
    ],
)
def test_the_step_that_waits_is_a_form_on_the_page(
    browse: Browse, committed: Town, stood: Any, button: str
) -> None:
    one = add(committed, *stood)

    assert button in browse("astrid").get(page_of(committed, "intervention", one)).text


@pytest.mark.parametrize(("state", "since"), [(State.RUNNING, -5), (State.PLANNED, 5)])
def test_what_goes_as_agreed_asks_for_nothing(
    browse: Browse, committed: Town, state: State, since: int
) -> None:
    page = browse("astrid").get(page_of(committed, "intervention", add(committed, state, since)))

    assert 'name="token"' not in page.text
    assert "?step=" in page.text


@pytest.mark.parametrize("step", ["pause", "end", "prolong", "correct"])
def test_each_open_step_has_its_form(browse: Browse, committed: Town, step: str) -> None:
    page = browse("astrid").get(f"{page_of(committed, 'intervention', add(committed))}?step={step}")

    assert 'name="token"' in page.text


@pytest.mark.parametrize("step", ["start", "resume", "grant", "nonsense", ""])
def test_a_step_that_is_not_open_shows_no_form(browse: Browse, committed: Town, step: str) -> None:
    page = browse("astrid").get(f"{page_of(committed, 'intervention', add(committed))}?step={step}")

    assert (page.status_code, 'name="token"' in page.text) == (200, False)


def test_a_pause_is_two_clicks_from_the_record(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").post(
        f"{training(committed)}?step=pause", posted(day=on(-2), reason="Ferie"), follow=True
    )

    assert "Det er skrevet ind" in answer.text
    assert days(now(committed))[-1] == ("paused", -2, None)


def test_an_ending_that_was_broken_off_asks_why(browse: Browse, committed: Town) -> None:
    form = posted(day=on(-2), ending="broken-off")

    page = browse("astrid").post(f"{training(committed)}?step=end", form)

    assert page.status_code == 422
    assert "Vælg en grund, så andre kan lære af den." in page.text
    assert now(committed).ended_on is None


def test_the_second_of_two_sees_what_changed_and_loses_nothing(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(f"{training(committed)}?step=pause", posted(day=on(-4), reason="Ferie"))

    page = astrid.post(f"{training(committed)}?step=pause", posted(day=on(-2), reason="Min grund"))

    assert page.status_code == 409
    assert "Sådan står indsatsen nu" in page.text
    assert "Min grund" in page.text
    assert days(now(committed))[-1] == ("paused", -4, None)


def test_a_step_sent_twice_is_one(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), posted(day=on(-2), reason="Ferie")

    answers = [astrid.post(f"{training(committed)}?step=pause", form).status_code for _ in range(2)]

    assert answers == [302, 302]
    with at_desk(committed) as desk:
        assert kinds(desk.now()) == ["paused"]


def test_the_last_step_is_taken_back(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(f"{training(committed)}?step=pause", posted(day=on(-4), reason="Ferie"))

    answer = astrid.post(f"{training(committed)}?step=correct", posted(2, what="undone", day=""))

    assert answer.status_code == 302
    assert {state for state, *_ in days(now(committed))} == {"running"}


def test_a_correction_without_its_day_is_told(browse: Browse, committed: Town) -> None:
    one = add(committed)
    url = f"{page_of(committed, 'intervention', one)}?step=correct"

    page = browse("astrid").post(url, posted(what="moved", day=""))

    assert page.status_code == 422
    assert "Skriv den rigtige dato." in page.text


def test_an_internship_that_begins_asks_about_all_that_runs(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        kitchen = desk.begin(KITCHEN, State.PLANNED, -3)
    url = f"{page_of(committed, 'intervention', kitchen.id)}?step=start"
    training_id = committed.interventions["own"]
    astrid = browse("astrid")

    asked = astrid.post(url, posted(day=on(-1)))
    answer = astrid.post(url, posted(day=on(-1)) | {f"beside-{training_id}": "end"})

    assert (asked.status_code, answer.status_code) == (422, 302)
    assert (now(committed).ended_on, now(committed).end_reason) == (on(-2), "internship")


def test_a_mentor_reads_what_is_not_health_and_changes_nothing(browse: Browse, committed: Town) -> None:
    mads, course = browse("mads"), add(committed)

    page = mads.get(training(committed))

    assert "Intern træning" in page.text and "?step=" not in page.text
    for step in ("", "?step=pause"):
        assert mads.post(training(committed) + step, posted()).status_code == 404
        assert mads.get(page_of(committed, "intervention", course) + step).status_code == 404


def test_a_mentor_is_told_no_reasons(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        one = desk.take(desk.now(), Step.PAUSE, -9, reason="Ny medicin")
        one = desk.take(one, Step.RESUME, -5)
        desk.take(one, Step.END, -1, why=EndReason.HEALTH, reason="Ryggen")

    text = browse("mads").get(training(committed)).text

    assert "På pause" in text
    assert not [word for word in ("Ny medicin", "Ryggen", "Helbredet") if word in text]


def test_a_leader_sees_why_but_no_words(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        one = desk.begin(SLEEP, State.WAITING, -9)
        desk.take(one, Step.NOT_BEGUN, 0, why=EndReason.REFUSED, reason="Visitatorens ord")
    lis = browse("lis")
    lis.post(page_of(committed, "purpose"), {"purpose": "quality", "next": "/"})

    text = lis.get(page_of(committed, "intervention", one.id)).text

    assert "Myndigheden gav afslag" in text
    assert "Visitatorens ord" not in text and "?step=" not in text


def test_every_bar_of_the_thread_leads_to_its_record(browse: Browse, committed: Town) -> None:
    text = browse("astrid").get(page_of(committed, "case")).text

    assert f'href="{training(committed)}"' in text


@pytest.mark.parametrize(
    ("state", "step", "more", "sentence"),
    [
        (State.RUNNING, "pause", {"reason": "Ferie"}, "En pause kan skrives ind, når den er begyndt."),
        (State.RUNNING, "end", {"ending": "completed"}, "En slutning kan skrives ind, når den er sket."),
        (State.RECOMMENDED, "wait", {}, "Ventetid kan skrives ind, når den er begyndt."),
        (State.WAITING, "start", {}, "skriv begyndelsen ind, når den er sket."),
        (State.WAITING, "not-begun", {"why": EndReason.OTHER.value}, "Skriv en dag, der har været."),
    ],
)
def test_a_day_to_come_is_answered_as_the_step_asks_for(
    *, browse: Browse, committed: Town, state: State, step: str, more: dict[str, Any], sentence: str
) -> None:
    one = add(committed, state)

    page = browse("astrid").post(
        f"{page_of(committed, 'intervention', one)}?step={step}", posted(day=on(3), **more)
    )

    assert page.status_code == 409
    assert "ude i fremtiden" in page.text and sentence in page.text
