"""What the tests of plans do again and again: texts, steps, forms as posted, and what the tables say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.urls import reverse
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.journal.models import Event
from sammetag.people.models import Field
from sammetag.plan.actions import placing, ratings, steps, words
from sammetag.plan.actions.steps import Agreement
from sammetag.plan.changes import What
from sammetag.plan.models import About, Goal, Plan, PlanVersion, Rating, SubGoal, Voice, Wording
from sammetag.plan.picture import Standing
from sammetag.plan.queries import standing_of
from sammetag.plan.texts import GoalText, JobGoalText, SubGoalText
from tests.town import Town, load_each


def day(days: int) -> date:
    """The day so many days from today."""
    return timezone.localdate() + timedelta(days=days)


@dataclass
class Planner:
    """Somebody who keeps the plan of a case."""

    person: Person
    case_id: UUID

    @property
    def who(self) -> dict[str, Any]:
        return {"by": self.person, "case_id": self.case_id, "token": uuid4()}

    @property
    def case(self) -> Case:
        return Case.objects.scoped("test").get(pk=self.case_id)

    @property
    def standing(self) -> Standing:
        return standing_of(self.case)

    def job_goal(self, says: str = "Pedel på en skole", version: int = 0, **other: Any) -> Plan:
        asked = self.who | {"version": version, "text": JobGoalText(says)}
        return words.write_job_goal(**asked | other)

    def goal(self, title: str = "Kende skånebehov", field: Field = Field.EMPLOYMENT, **other: Any) -> Goal:
        return words.add_goal(**self.who | {"text": GoalText(title, field)} | other)

    def sub_goal(self, goal: Goal, title: str = "Fire timer om ugen", due: int = 60, **other: Any) -> SubGoal:
        asked = self.who | {"goal_id": goal.id, "text": SubGoalText(title, day(due))}
        return words.add_sub_goal(**asked | other)

    def change(self, one: SubGoal, text: SubGoalText, **other: Any) -> SubGoal:
        asked = self.who | {"sub_goal_id": one.id, "version": one.version, "text": text}
        return words.change_sub_goal(**asked | other)

    def rewrite(self, goal: Goal, text: GoalText, **other: Any) -> Goal:
        asked = self.who | {"goal_id": goal.id, "version": goal.version, "text": text}
        return words.change_goal(**asked | other)

    def take_out(self, thing: Goal | SubGoal, **other: Any) -> Goal | SubGoal:
        return placing.take_out(**self._place(thing) | other)

    def put_back(self, thing: Goal | SubGoal, **other: Any) -> Goal | SubGoal:
        return placing.put_back(**self._place(thing) | other)

    def propose(self, **other: Any) -> PlanVersion:
        return steps.propose(**self._step() | other)

    def give_home(self, answer_by: int = 14, **other: Any) -> PlanVersion:
        return steps.give_home(**self._step() | {"answer_by": day(answer_by)} | other)

    def agree(self, until: int = 200, disagreement: str = "", on: int = 0, **other: Any) -> PlanVersion:
        agreement = Agreement(day(on), day(until), disagreement)
        return steps.agree(**self._step() | {"agreement": agreement} | other)

    def withdraw(self, **other: Any) -> PlanVersion:
        return steps.withdraw(**self._step() | other)

    def rate(self, voice: Voice = Voice.COORDINATOR, **other: Any) -> list[Rating]:
        asked = self.who | {"voice": voice, "rated_on": day(0), "values": {About.OWNERSHIP: 3}}
        return ratings.rate(**asked | other)

    def _place(self, thing: Goal | SubGoal) -> dict[str, Any]:
        what = What.GOAL if isinstance(thing, Goal) else What.SUB_GOAL
        return self.who | {"what": what, "thing_id": thing.id, "version": thing.version}

    def _step(self) -> dict[str, Any]:
        return self.who | {"version": self.standing.version}


def planner(town: Town, name: str = "astrid", case: str = "own") -> Planner:
    """Somebody at a case, to be used behind their own wall."""
    return Planner(town.person(name), town.cases[case])


def whole_plan(at: Planner) -> tuple[Goal, SubGoal]:
    """Gives the case a job goal, a goal and a sub-goal."""
    at.job_goal()
    goal = at.goal()
    return goal, at.sub_goal(goal)


def journal(case_id: UUID) -> list[Event]:
    """Everything that the journal tells of a case, oldest first."""
    return list(Event.objects.scoped("test").filter(case_id=case_id).order_by("recorded_at"))


def kinds(case_id: UUID) -> list[str]:
    """What happened in a case, in the order it was written down."""
    return [event.kind for event in journal(case_id)]


def wordings(subject_id: UUID) -> list[str]:
    """Everything that something has said, oldest first."""
    rows = Wording.objects.scoped("test").filter(subject_id=subject_id).order_by("written_at")
    return [one.fields.get("title") or one.fields["job_goal"] for one in rows]


def lay(town: Town, case: str = "own", name: str = "astrid") -> tuple[Goal, SubGoal]:
    """Gives a case a plan that is there to stay, for tests that open pages."""
    with behind_the_wall(town.account(name)):
        return whole_plan(planner(town, name, case))


def goal_laid_in(town: Town, case: str) -> dict[str, Any]:
    """The ids of a goal and of its sub-goal in any case of the town, as the parts of an address."""
    case_id, now = town.cases[case], timezone.now()
    made = {"goal_id": uuid5(case_id, "goal"), "sub_goal_id": uuid5(case_id, "sub-goal")}
    keeper = {"own": "astrid", "closed": "astrid", "other-municipality": "esther"}.get(case, "dorte")
    with behind_the_wall(town.account(keeper)):
        if not Goal.objects.scoped("test").filter(pk=made["goal_id"]).exists():
            plan = Plan(case_id=case_id, version=0, written_at=now)
            goal = Goal(
                id=made["goal_id"],
                case_id=case_id,
                plan=plan,
                title="Praktik",
                field=Field.EMPLOYMENT,
                written_at=now,
            )
            sub_goal = SubGoal(
                id=made["sub_goal_id"],
                case_id=case_id,
                goal=goal,
                title="Otte uger",
                due_on=day(60),
                written_at=now,
            )
            load_each([plan, goal, sub_goal])
    return made


def page(town: Town, name: str, *ids: UUID, case: str = "own") -> str:
    """The address of a page of the plan of a case."""
    return reverse(name, args=[town.cases[case], *ids])


def sent(**fields: Any) -> dict[str, Any]:
    """A form as a browser sends it, with a token of its own."""
    return {"token": str(uuid4()), "version": "0", "words_of": "coordinator"} | fields
