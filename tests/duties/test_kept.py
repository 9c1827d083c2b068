"""What duties read of plans, granted periods, exemptions and answers; as far as the person sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case
from sammetag.duties.facts import MentorGranted, OpenVersion, PlanSeen, SubGoalSeen
from sammetag.duties.kept import Kept, kept_in
from sammetag.interventions.models import Exemption, GrantedPeriod, Intervention
from sammetag.people.models import Field
from sammetag.plan.models import Achievement, Goal, Plan, PlanVersion, Step, SubGoal
from tests.duties.many import cases_of
from tests.town import Town

DAY = timedelta(days=1)
ON = date(2025, 3, 3)


@pytest.fixture
def case(db: Any, town: Town) -> Iterator[Case]:
    """A case of Astrid's, behind her wall."""
    with behind_the_wall(town.account("astrid")):
        yield cases_of(town, "astrid", 1)[0]


def kept(town: Town, case: Case) -> Kept:
    return kept_in([case])[case.id]


def planned(case: Case, *versions: PlanVersion) -> Plan:
    """A plan with its versions, numbered in the order given."""
    plan = Plan(case=case, written_at=timezone.now())
    load(rows=[plan])
    for number, version in enumerate(versions, start=1):
        version.case, version.plan, version.number, version.proposed_content = case, plan, number, {}
    load(rows=versions)
    return plan


def agreed(on: date, until: date) -> PlanVersion:
    return PlanVersion(step=Step.AGREED, proposed_on=on, agreed_on=on, fixed_until=until, agreed_content={})


def test_a_case_without_a_plan_has_none(case: Case, town: Town) -> None:
    assert kept(town, case) == Kept()


def test_a_plan_without_a_version_is_begun(case: Case, town: Town) -> None:
    planned(case)

    assert kept(town, case).plan == PlanSeen(begun=True)


def test_the_version_that_was_agreed_last_counts_and_one_withdrawn_does_not(case: Case, town: Town) -> None:
    planned(
        case,
        agreed(ON, ON + 180 * DAY),
        agreed(ON + 90 * DAY, ON + 270 * DAY),
        PlanVersion(step=Step.WITHDRAWN, proposed_on=ON + 99 * DAY),
    )

    found = kept(town, case).plan

    assert (found.agreed_on, found.fixed_until, found.open) == (ON + 90 * DAY, ON + 270 * DAY, None)


@pytest.mark.parametrize(("step", "home"), [(Step.PROPOSED, False), (Step.TAKEN_HOME, True)])
def test_a_version_that_waits_for_its_answer_is_open(
    case: Case, town: Town, *, step: Step, home: bool
) -> None:
    waits = PlanVersion(step=step, proposed_on=ON, answer_by=ON + 9 * DAY)
    planned(case, agreed(ON - 90 * DAY, ON + 90 * DAY), waits)

    found = kept(town, case).plan

    assert found.open == OpenVersion(ON, home, ON + 9 * DAY)
    assert found.fixed_until == ON + 90 * DAY


def test_only_sub_goals_in_the_plan_whose_day_has_passed_and_that_are_unfinished_are_told(
    case: Case, town: Town
) -> None:
    plan, today, now = planned(case), timezone.localdate(), timezone.now()
    goal = Goal(case=case, plan=plan, title="Ud ad døren", field=Field.SOCIAL, written_at=now)
    gone = Goal(case=case, plan=plan, title="Væk", field=Field.SOCIAL, written_at=now, removed_on=today)
    load(rows=[goal, gone])
    late = {"case": case, "goal": goal, "due_on": today - DAY, "written_at": now}
    load(
        rows=[
            SubGoal(title="Sen", **late),
            SubGoal(title="I dag", **late | {"due_on": today}),
            SubGoal(title="Nået", **late, achievement=Achievement.REACHED),
            SubGoal(title="Taget ud", **late, removed_on=today),
            SubGoal(title="Målet er taget ud", **late | {"goal": gone}),
        ]
    )

    assert kept(town, case).plan.past_due == (SubGoalSeen(today - DAY, "Sen"),)


def test_of_several_granted_periods_the_one_that_reaches_farthest_counts(case: Case, town: Town) -> None:
    mentor = Intervention(case=case, field=Field.SOCIAL, title="Mentor", hours_per_week=1, mentor=True)
    load(rows=[mentor])
    later = GrantedPeriod(case=case, intervention=mentor, since=ON + 10 * DAY, until=ON + 19 * DAY)
    load(rows=[later, GrantedPeriod(case=case, intervention=mentor, since=ON, until=ON + 9 * DAY)])

    assert kept(town, case).mentors == (MentorGranted(mentor.id, ON + 10 * DAY, ON + 19 * DAY),)


def test_nothing_is_kept_of_a_case_that_the_person_may_not_see(case: Case, town: Town) -> None:
    planned(case, agreed(ON, ON + 180 * DAY))
    load(rows=[Exemption(case=case, since=ON)])

    assert kept(town, case) != Kept()
    with behind_the_wall(town.account("dorte")):
        assert kept_in([case]) == {case.id: Kept()}
