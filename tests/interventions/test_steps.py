"""An intervention through its whole life, one step after the other, under one id."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from sammetag.access.wall import behind_the_wall
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.interventions.actions.begin import Description
from sammetag.interventions.actions.making_room import Fate
from sammetag.interventions.life import Standing, Step
from sammetag.interventions.models import Ending, EndReason, State
from sammetag.interventions.queries import granted_to
from sammetag.people.models import Field
from tests.interventions.deeds import GUIDE, KITCHEN, SLEEP, Desk, days, events, kinds, on, stands
from tests.town import Town


def test_one_id_from_recommendation_to_the_end(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.RECOMMENDED, -50)
    one = desk.take(one, Step.WAIT, -40, reason="Der er kø")
    one = desk.take(one, Step.AGREE, -20, until=30)
    one = desk.take(one, Step.START, -18)
    one = desk.take(one, Step.PAUSE, -9, reason="Et dødsfald i familien")
    one = desk.take(one, Step.RESUME, -5)
    one = desk.take(one, Step.END, -1, ending=Ending.COMPLETED)

    assert days(one) == [
        ("recommended", -50, -41),
        ("waiting", -40, -21),
        ("planned", -20, -19),
        ("running", -18, -10),
        ("paused", -9, -6),
        ("running", -5, -1),
    ]
    assert (one.ended_on, one.ending, stands(one)) == (on(-1), "completed", Standing.ENDED)
    assert kinds(one) == ["recommended", "waiting", "planned", "started", "paused", "resumed", "ended"]


def test_what_is_agreed_for_later_waits_for_its_day(desk: Desk) -> None:
    one = desk.begin(KITCHEN, State.PLANNED, 14, until=90)

    assert days(one) == [("planned", 14, 90)]
    assert stands(one) is Standing.PLANNED
    assert events(one)[0].data["since"] == str(on(14))


def test_what_was_agreed_for_later_may_begin_sooner_and_keeps_its_agreed_end(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.RECOMMENDED, -10)
    one = desk.take(one, Step.AGREE, 14, until=90)
    one = desk.take(one, Step.START, 0)

    assert days(one) == [("recommended", -10, -1), ("running", 0, 90)]


def test_all_may_happen_on_one_day(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.RECOMMENDED, 0)
    one = desk.take(one, Step.AGREE, 7)
    one = desk.take(one, Step.START, 0)
    one = desk.take(one, Step.END, 0, ending=Ending.COMPLETED)

    assert {state for state, *_ in days(one)} == {"running"}
    assert (days(one)[0], one.ended_on) == (("running", 0, 0), on(0))


def test_what_never_began_keeps_its_reason(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.WAITING, -30)
    one = desk.take(one, Step.NOT_BEGUN, -2, why=EndReason.REFUSED, reason="Visitationen sagde nej")

    assert (one.ending, one.end_reason, one.end_words) == ("not-begun", "refused", "Visitationen sagde nej")
    assert events(one)[-1].kind == "intervention.not-begun"
    assert events(one)[-1].data["reason"] == "refused"
    assert "Visitationen" not in str(events(one)[-1].data)


def test_what_was_agreed_for_later_and_never_began_is_over_today(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.PLANNED, 14)
    one = desk.take(one, Step.NOT_BEGUN, 0, why=EndReason.JOB)

    assert (stands(one), one.ended_on) == (Standing.ENDED, on(0))


def test_a_run_past_its_agreed_end_asks_how_it_went(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.RUNNING, -40, until=-3)

    assert stands(one) is Standing.OVERDUE
    assert stands(desk.take(one, Step.PROLONG, until=20)) is Standing.RUNNING


def test_the_journal_keeps_what_evaluation_needs(desk: Desk) -> None:
    told = events(desk.begin(KITCHEN, State.PLANNED, 5))[0].data

    names = ("field", "kind", "chapter", "company_based", "mentor", "hours_per_week")
    assert {key: told[key] for key in names} == {
        "field": "employment",
        "kind": "offer",
        "chapter": 11,
        "company_based": True,
        "mentor": False,
        "hours_per_week": "2",
    }
    assert "Praktik" not in str(told)


def test_a_chapter_of_the_employment_act_is_for_employment_and_education(desk: Desk) -> None:
    made = desk.begin(SLEEP.__class__("Søvn", SLEEP.field, chapter=14))

    assert made.chapter is None


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (State.RUNNING, Step.START),
        (State.RUNNING, Step.RESUME),
        (State.RUNNING, Step.NOT_BEGUN),
        (State.WAITING, Step.PAUSE),
        (State.RECOMMENDED, Step.END),
        (State.PLANNED, Step.RESUME),
        (State.RUNNING, Step.GRANT),
    ],
)
def test_a_step_that_the_state_does_not_allow_is_refused(desk: Desk, state: State, step: Step) -> None:
    one = desk.begin(SLEEP, state, -5)

    with pytest.raises(RuleBroken, match="not open"):
        desk.take(one, step, why=EndReason.OTHER, ending=Ending.COMPLETED)
    assert len(days(desk.now(one.id))) == 1


@pytest.mark.parametrize("days_ago", [121, 400])
def test_nothing_lies_before_the_grant(desk: Desk, days_ago: int) -> None:
    with pytest.raises(RuleBroken, match="before the grant"):
        desk.begin(since=-days_ago)


def test_nothing_begins_after_the_programme(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="after the programme"):
        desk.begin(SLEEP, State.PLANNED, 800)


@pytest.mark.parametrize("state", [State.RUNNING, State.WAITING, State.RECOMMENDED])
def test_nothing_has_happened_on_a_day_to_come(desk: Desk, state: State) -> None:
    with pytest.raises(RuleBroken, match="in the future"):
        desk.begin(SLEEP, state, 1)


def test_nothing_ends_before_it_begins(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="ends before"):
        desk.begin(SLEEP, State.RUNNING, -5, until=-6)
    one = desk.begin(SLEEP, State.RUNNING, -5)
    with pytest.raises(RuleBroken):
        desk.take(one, Step.END, -6, ending=Ending.COMPLETED)
    with pytest.raises(RuleBroken, match="ends before"):
        desk.take(one, Step.PROLONG, until=-6)


@pytest.mark.parametrize("hours", ["37.1", "-1", "99"])
def test_a_week_has_no_more_hours_than_it_has(desk: Desk, hours: str) -> None:
    with pytest.raises(RuleBroken, match="hours"):
        desk.begin(hours=Decimal(hours))


def test_a_pause_cannot_lie_in_a_pause(desk: Desk) -> None:
    one = desk.take(desk.begin(since=-20), Step.PAUSE, -10, reason="Ferie")
    one = desk.take(one, Step.RESUME, -5)

    with pytest.raises(RuleBroken, match="before the last step"):
        desk.take(one, Step.PAUSE, -8, reason="Igen")
    assert days(desk.now(one.id)) == [("running", -20, -11), ("paused", -10, -6), ("running", -5, None)]


def test_what_did_not_begin_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="without a reason"):
        desk.take(desk.begin(SLEEP, State.WAITING, -5), Step.NOT_BEGUN)


def test_what_was_broken_off_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="without a reason"):
        desk.take(desk.now(), Step.END, ending=Ending.BROKEN_OFF)


def test_a_form_sent_twice_is_one_step(desk: Desk) -> None:
    token, one = uuid4(), desk.now()

    for _ in range(2):
        desk.take(one, Step.PAUSE, -3, reason="Ferie", token=token, version=one.version)

    assert kinds(one) == ["paused"]
    assert days(desk.now())[-1] == ("paused", -3, None)


def test_a_new_one_sent_twice_is_one(desk: Desk) -> None:
    token = uuid4()

    made = [desk.begin(token=token).id for _ in range(2)]

    assert made == [token, token]
    assert len(desk.all()) == 2


def test_the_second_of_two_people_is_told_that_it_has_changed(desk: Desk) -> None:
    opened = desk.now()
    desk.take(opened, Step.PAUSE, -3, reason="Ferie")

    with pytest.raises(StalePage):
        desk.take(opened, Step.END, -1, ending=Ending.COMPLETED)
    assert desk.now().ended_on is None


def test_a_mentor_is_granted_for_as_long_as_the_law_allows(desk: Desk) -> None:
    one = desk.begin(GUIDE, State.RUNNING, -30, granted_until=on(100))
    one = desk.take(one, Step.GRANT, 101, until=200)

    assert [(p.since, p.until) for p in granted_to(one, desk.case)] == [
        (on(-30), on(100)),
        (on(101), on(200)),
    ]
    assert kinds(one)[-1] == "granted"


def test_a_mentor_is_not_granted_for_longer(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="mentor period"):
        desk.begin(GUIDE, State.RUNNING, -30, granted_until=on(300))
    one = desk.begin(GUIDE, State.RUNNING, -30)
    with pytest.raises(RuleBroken, match="mentor period"):
        desk.take(one, Step.GRANT, -30, until=300)


def test_a_mentor_is_not_granted_twice_for_the_same_day(desk: Desk) -> None:
    one = desk.begin(GUIDE, State.RUNNING, -30, granted_until=on(100))

    with pytest.raises(RuleBroken, match="granted twice"):
        desk.take(one, Step.GRANT, 100, until=200)


def test_an_internship_asks_what_becomes_of_all_that_runs(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="undecided"):
        desk.begin(KITCHEN)
    assert len(desk.all()) == 1


def test_what_gives_way_to_an_internship_is_written_down(desk: Desk) -> None:
    course, mentor = desk.begin(SLEEP, since=-60), desk.begin(GUIDE, since=-60)
    fates = {course.id: Fate.END, desk.training_id: Fate.PAUSE}

    kitchen = desk.begin(KITCHEN, since=-4, beside=fates)

    assert days(desk.now())[-1] == ("paused", -4, None)
    course = desk.now(course.id)
    assert (course.ended_on, course.ending, course.end_reason) == (on(-5), "broken-off", "internship")
    assert days(desk.now(mentor.id)) == [("running", -60, None)]
    told = events(kitchen)[0].data["beside"]
    assert told == {str(course.id): "end", str(desk.training_id): "pause"}
    assert events(course)[-1].data["reason"] == "internship"


def test_what_runs_beside_an_internship_goes_on(desk: Desk) -> None:
    planned = desk.begin(KITCHEN, State.PLANNED, -4)

    desk.take(planned, Step.START, -2, beside={desk.training_id: Fate.BESIDE})

    assert days(desk.now()) == [("running", -90, None)]


@pytest.mark.parametrize("who", ["mads", "lis", "dorte", "esther"])
def test_nobody_else_takes_a_step(who: str, db: object, town: Town) -> None:
    with behind_the_wall(town.account(who)):
        desk = Desk(town.person(who), town.cases["own"], town.interventions["own"])
        with pytest.raises(NotAllowed):
            desk.begin()


def test_a_closed_case_takes_no_step(db: object, town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        desk = Desk(town.person("astrid"), town.cases["closed"], town.interventions["closed"])
        with pytest.raises(RuleBroken, match="closed"):
            desk.begin()


def test_an_intervention_of_another_case_is_not_there(desk: Desk, town: Town) -> None:
    other = desk.now()
    other.id = town.interventions["closed"]

    with pytest.raises(NotAllowed):
        desk.take(other, Step.PAUSE, reason="x")


COURSE = Description("Kursus i regneark", Field.EMPLOYMENT)


def test_what_leads_towards_work_is_not_agreed_past_the_programme(desk: Desk) -> None:
    # The town's programme ends 580 days from today.
    with pytest.raises(RuleBroken, match="agreed past the programme"):
        desk.begin(COURSE, State.RUNNING, -5, until=581)
    one = desk.begin(COURSE, State.RUNNING, -5, until=580)

    with pytest.raises(RuleBroken, match="agreed past the programme"):
        desk.take(one, Step.PROLONG, 0, until=600)
    assert days(one) == [("running", -5, 580)]


def test_support_may_go_on_after_the_programme_but_not_for_ever(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.RUNNING, -5, until=700)

    assert days(one) == [("running", -5, 700)]
    with pytest.raises(RuleBroken, match="too far ahead"):
        desk.take(one, Step.PROLONG, 0, until=13_000)
