"""The last step set right: another day, or as if it had never been. The journal keeps both."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from sammetag.errors import RuleBroken
from sammetag.interventions.actions.change import Change, change
from sammetag.interventions.actions.correct import last_step
from sammetag.interventions.actions.writing_down import moment_of, save, save_days
from sammetag.interventions.life import Piece, Standing, Step, end_on, enter, pieces_of
from sammetag.interventions.models import Ending, EndReason, Intervention, State
from sammetag.journal.actions import record
from tests.interventions.deeds import SLEEP, Desk, days, events, kinds, on, stands


def changed(desk: Desk, one: Intervention, hours: str, since: int) -> Intervention:
    """Other hours from a day on."""
    to = Change(one.title, one.provider, False, None, Decimal(hours), on(since))
    asked = {"case_id": desk.case_id, "intervention_id": one.id, "version": one.version, "token": uuid4()}
    change(by=desk.person, to=to, **asked)  # type: ignore[arg-type]
    return desk.now(one.id)


def test_a_pause_that_never_was_is_taken_back(desk: Desk) -> None:
    one = desk.take(desk.begin(since=-20, until=40), Step.PAUSE, -5, reason="Ferie")

    one = desk.correct(one)

    assert {state for state, *_ in days(one)} == {"running"}
    assert (days(one)[0][1], days(one)[-1][2], stands(one)) == (-20, 40, Standing.RUNNING)
    first, pause, correction = events(one)
    assert (correction.kind, correction.corrects) == ("intervention.corrected", pause.id)


def test_a_start_that_never_was_leads_back_to_the_wait(desk: Desk) -> None:
    one = desk.take(desk.begin(SLEEP, State.WAITING, -20), Step.START, -5)

    assert stands(desk.correct(one)) is Standing.WAITING


def test_an_agreement_that_began_early_by_mistake_is_an_agreement_again(desk: Desk) -> None:
    one = desk.take(desk.begin(SLEEP, State.PLANNED, 14, until=60), Step.START, -1)

    assert days(desk.correct(one)) == [("planned", 14, 60)]


@pytest.mark.parametrize(("was", "right"), [(-5, -8), (-5, -2), (-5, 0)])
def test_a_step_is_moved_to_the_day_it_was_on(desk: Desk, was: int, right: int) -> None:
    one = desk.take(desk.begin(since=-20), Step.PAUSE, was, reason="Ferie")

    assert days(desk.correct(one, right)) == [("running", -20, right - 1), ("paused", right, None)]


def test_the_very_first_day_is_moved(desk: Desk) -> None:
    assert days(desk.correct(desk.begin(since=-20), -25)) == [("running", -25, None)]
    assert days(desk.correct(desk.begin(since=-20), -15)) == [("running", -15, None)]


def test_the_very_first_step_is_not_taken_back(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="first step"):
        desk.correct(desk.begin(since=-20))


def test_an_end_is_taken_back_with_its_agreed_end(desk: Desk) -> None:
    one = desk.take(desk.begin(since=-20, until=40), Step.END, -3, ending=Ending.COMPLETED)

    one = desk.correct(one)

    assert (days(one), one.ended_on, one.ending) == ([("running", -20, 40)], None, "")


def test_an_end_is_moved(desk: Desk) -> None:
    one = desk.take(desk.begin(since=-20), Step.END, -3, ending=Ending.BROKEN_OFF, why=EndReason.HEALTH)

    one = desk.correct(one, -1)

    assert (days(one), one.ended_on) == ([("running", -20, -1)], on(-1))
    assert (one.ending, one.end_reason) == ("broken-off", "health")


def test_one_step_after_the_other_is_taken_back(desk: Desk) -> None:
    one = desk.begin(SLEEP, State.WAITING, -40)
    one = desk.take(one, Step.START, -30)
    one = desk.take(one, Step.PAUSE, -20, reason="Ferie")
    one = desk.take(one, Step.END, -10, ending=Ending.COMPLETED)

    found = []
    for _ in range(3):
        one = desk.correct(one)
        found.append(stands(one))

    assert found == [Standing.PAUSED, Standing.RUNNING, Standing.WAITING]
    assert kinds(one).count("corrected") == 3


def test_what_was_moved_can_be_moved_again(desk: Desk) -> None:
    one = desk.take(desk.begin(since=-20), Step.PAUSE, -5, reason="Ferie")
    one = desk.correct(one, -8)
    one = desk.correct(one, -3)

    assert days(one) == [("running", -20, -4), ("paused", -3, None)]


def told_by_history(desk: Desk, kind: str) -> None:
    """An event as history was loaded: without how the days were before it."""
    record(
        by=desk.person,
        kind=f"intervention.{kind}",
        case_id=desk.case_id,
        subject="intervention",
        subject_id=desk.training_id,
        occurred_at=moment_of(on(-5)),
        data={},
    )


def test_a_pause_that_history_tells_of_is_taken_back(desk: Desk) -> None:
    save_days(desk.case, desk.now(), enter(pieces_of(desk.now()), Piece(State.PAUSED, on(-5))))
    told_by_history(desk, "paused")

    one = desk.correct(desk.now())

    assert (stands(one), days(one)[-1][2]) == (Standing.RUNNING, None)


def test_an_end_that_history_tells_of_is_moved(desk: Desk) -> None:
    one = desk.now()
    one.ended_on = on(-5)
    save(desk.case, one, end_on(pieces_of(one), on(-5)))
    told_by_history(desk, "ended")

    moved = desk.correct(desk.now(), -2)

    assert (moved.ended_on, days(moved)) == (on(-2), [("running", -90, -2)])


def test_where_the_journal_tells_of_no_step_there_is_none_to_set_right(desk: Desk) -> None:
    assert last_step(desk.now()) is None
    with pytest.raises(RuleBroken, match="no step"):
        desk.correct(desk.now())


def test_other_hours_hold_from_their_day_on(desk: Desk) -> None:
    one = changed(desk, desk.begin(since=-20), "8", -5)

    assert [(p.since, p.last, p.hours) for p in one.parts] == [
        (on(-20), on(-6), Decimal(2)),
        (on(-5), None, Decimal(8)),
    ]
    assert kinds(one) == ["started", "hours-changed"]


def test_other_hours_are_taken_back(desk: Desk) -> None:
    one = desk.correct(changed(desk, desk.begin(since=-20), "8", -5))

    assert {p.hours for p in one.parts} == {Decimal(2)}


def test_other_hours_are_moved_to_their_day(desk: Desk) -> None:
    one = desk.correct(changed(desk, desk.begin(since=-20), "8", -5), -9)

    assert [(p.since, p.hours) for p in one.parts] == [
        (on(-20), Decimal(2)),
        (on(-9), Decimal(8)),
    ]


def test_hours_from_the_first_day_are_simply_the_hours(desk: Desk) -> None:
    one = changed(desk, desk.begin(since=-20), "8", -20)

    assert (one.hours_per_week, [p.hours for p in one.parts]) == (Decimal(8), [Decimal(8)])


def test_hours_agreed_for_later_outlive_a_pause(desk: Desk) -> None:
    one = changed(desk, desk.begin(since=-20), "8", 5)
    one = desk.take(one, Step.PAUSE, -2, reason="Ferie")

    assert [state for state, *_ in days(one)] == ["running", "paused", "paused"]
    assert stands(one) is Standing.PAUSED


def test_a_change_of_words_leaves_the_days_alone(desk: Desk) -> None:
    one = desk.begin(since=-20)
    one.title = "Søvnskolen"
    one = changed(desk, one, "2", 0)

    assert (one.title, len(days(one)), kinds(one)[-1]) == ("Søvnskolen", 1, "changed")


def test_a_correction_sent_twice_is_one(desk: Desk) -> None:
    one, token = desk.take(desk.begin(since=-20), Step.PAUSE, -5, reason="Ferie"), uuid4()

    for _ in range(2):
        desk.correct(one, token=token)

    assert kinds(one) == ["started", "paused", "corrected"]


@pytest.mark.parametrize("day", [-21, 1, -130])
def test_a_step_is_not_moved_to_a_day_on_which_it_cannot_have_been(desk: Desk, day: int) -> None:
    one = desk.take(desk.begin(since=-20), Step.PAUSE, -5, reason="Ferie")

    with pytest.raises(RuleBroken):
        desk.correct(one, day)
    assert days(desk.now(one.id))[-1] == ("paused", -5, None)
