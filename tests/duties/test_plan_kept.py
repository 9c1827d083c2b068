"""The plan: that there is one, that the citizen's answer is fetched, and that it reaches far enough."""

from __future__ import annotations

from datetime import date, timedelta

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import OpenVersion, PlanSeen, SubGoalSeen
from tests.duties.cases import END, GRANTED, case, talk, told

DAY = timedelta(days=1)
FOUR = [talk(date(2025, month, 10)) for month in (4, 5, 6, 7)]
TODAY = date(2025, 9, 10)
PLAN = {"make-plan", "fetch-answer", "fix-plan-anew", "follow-up-sub-goals"}


def asked(plan: PlanSeen, today: date = TODAY, agreed: str = "jobafklaringsforloeb") -> dict[str, Duty]:
    """What the plan of a case asks for on a day."""
    duties = told(case(*FOUR, plan=plan, scheme=agreed), today)
    return {name: duty for name, duty in duties.items() if name in PLAN}


def agreed(on: date, until: date) -> PlanSeen:
    return PlanSeen(begun=True, agreed_on=on, fixed_until=until)


def test_without_a_plan_one_is_to_be_made_and_it_is_said_that_we_know_no_deadline() -> None:
    due = asked(PlanSeen())["make-plan"]

    assert (due.band, due.due, due.timed, due.version) == (Band.COMING, TODAY, False, None)
    assert due.what == "Læg en plan sammen med borgeren"
    assert "Vi kender ingen frist" in due.why[0]


def test_a_plan_that_is_begun_is_to_be_proposed() -> None:
    assert asked(PlanSeen(begun=True))["make-plan"].what == "Foreslå planen for borgeren"


def test_a_plan_from_before_this_programme_is_none() -> None:
    assert asked(agreed(GRANTED - 300 * DAY, GRANTED - DAY)).keys() == {"make-plan"}


def test_before_the_programme_begins_nothing_is_asked_of_the_plan() -> None:
    assert asked(PlanSeen(), GRANTED - DAY) == {}


def test_the_answer_is_in_time_on_its_day_and_owed_on_the_day_after() -> None:
    home = PlanSeen(begun=True, open=OpenVersion(TODAY - 9 * DAY, True, TODAY))

    in_time, late = asked(home)["fetch-answer"], asked(home, TODAY + DAY)["fetch-answer"]

    assert (in_time.band, in_time.due) == (Band.COMING, TODAY)
    assert (late.band, late.due) == (Band.PROMISE_MISSED, TODAY)
    assert late.why == (
        "Taget med hjem 1. september.",
        "Vi aftalte, at borgeren svarer senest 10. september.",
    )


def test_an_answer_without_a_day_is_never_late() -> None:
    due = asked(PlanSeen(begun=True, open=OpenVersion(TODAY - 90 * DAY, False, None)))["fetch-answer"]

    assert (due.band, due.timed) == (Band.COMING, False)
    assert due.why == ("Foreslået 12. juni.",)


def test_thirty_days_before_the_plan_runs_out_the_next_months_are_to_be_agreed() -> None:
    plan = agreed(date(2025, 4, 1), TODAY + 30 * DAY)

    assert asked(plan, TODAY - DAY) == {}
    due = asked(plan)["fix-plan-anew"]
    assert (due.band, due.due) == (Band.COMING, TODAY + 30 * DAY)
    assert due.version is not None and due.version.source.section == "§ 5, stk. 2"


def test_where_the_rule_is_known_a_plan_that_has_run_out_is_a_missed_duty() -> None:
    plan = agreed(date(2025, 3, 10), TODAY)

    assert asked(plan)["fix-plan-anew"].band is Band.COMING
    late = asked(plan, TODAY + DAY)["fix-plan-anew"]
    assert (late.band, late.due) == (Band.LAW_MISSED, TODAY)


def test_where_the_rule_has_not_been_read_it_is_a_promise_and_that_is_said() -> None:
    plan = agreed(date(2026, 7, 2), date(2026, 8, 1))

    late = asked(plan, date(2026, 8, 2))["fix-plan-anew"]

    assert (late.band, late.version) == (Band.PROMISE_MISSED, None)
    assert "ikke læst" in late.why[1]


def test_a_plan_that_reaches_the_end_of_the_programme_is_not_to_be_fixed_anew() -> None:
    assert asked(agreed(END - 90 * DAY, END), END - DAY) == {}


def test_while_a_new_version_waits_for_its_answer_nothing_else_asks_for_it() -> None:
    plan = PlanSeen(
        begun=True,
        open=OpenVersion(TODAY - DAY, False, TODAY + 9 * DAY),
        agreed_on=GRANTED,
        fixed_until=TODAY - 40 * DAY,
    )

    assert asked(plan).keys() == {"fetch-answer"}


def test_sub_goals_past_their_day_are_one_duty_with_two_weeks_to_write_them_in() -> None:
    goals = (SubGoalSeen(TODAY - 14 * DAY, "Cykle til praktikken"), SubGoalSeen(TODAY - DAY, "Læse højt"))
    plan = PlanSeen(begun=True, agreed_on=GRANTED, fixed_until=END, past_due=goals)

    in_time, late = asked(plan)["follow-up-sub-goals"], asked(plan, TODAY + DAY)["follow-up-sub-goals"]

    assert (in_time.band, in_time.due) == (Band.COMING, TODAY)
    assert late.band is Band.PROMISE_MISSED
    assert late.what == "Skriv, hvor langt 2 delmål er kommet"
    assert late.why[:2] == ("Cykle til praktikken, 27. august", "Læse højt, 9. september")


def test_a_sub_goal_on_its_day_is_not_past_it() -> None:
    plan = PlanSeen(begun=True, agreed_on=GRANTED, fixed_until=END, past_due=(SubGoalSeen(TODAY, "Læse"),))

    assert asked(plan) == {}
