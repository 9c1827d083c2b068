"""What the tests of interventions do again and again: days, steps, and what the tables say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.interventions.actions.begin import Beginning, Description, begin
from sammetag.interventions.actions.correct import correct
from sammetag.interventions.actions.making_room import Fate
from sammetag.interventions.actions.steps import Taken, take
from sammetag.interventions.life import Standing, Step, pieces_of, standing
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.queries import intervention_in, interventions_of
from sammetag.journal.models import Event
from sammetag.people.models import Field

KITCHEN = Description("Praktik, køkken", Field.EMPLOYMENT, chapter=11, company_based=True)
SLEEP = Description("Søvn og pauser", Field.HEALTH)
GUIDE = Description("Mentor", Field.SOCIAL, mentor=True)


def on(days: int) -> date:
    """The day so many days from today."""
    return timezone.localdate() + timedelta(days=days)


@dataclass
class Desk:
    """Astrid with her case and the training that runs in it since 90 days."""

    person: Person
    case_id: UUID
    training_id: UUID

    @property
    def case(self) -> Case:
        return Case.objects.scoped("test").get(pk=self.case_id)

    def begin(
        self,
        what: Description = SLEEP,
        state: State = State.RUNNING,
        since: int = -20,
        until: int | None = None,
        **more: Any,
    ) -> Intervention:
        """Writes an intervention in, two hours a week where nothing else is said."""
        token = more.pop("token", None) or uuid4()
        days: dict[str, Any] = {"since": on(since), "until": None if until is None else on(until)}
        beginning = Beginning(state=state, **days | {"hours": Decimal(2)} | more)
        made = begin(by=self.person, case_id=self.case_id, token=token, description=what, beginning=beginning)
        return self.now(made.id)

    def take(self, one: Intervention, step: Step, day: int = 0, **more: Any) -> Intervention:
        """Takes a step from a page that was opened just now."""
        asked: dict[str, Any] = {"token": uuid4(), "version": one.version} | {
            key: more.pop(key) for key in ("token", "version") if key in more
        }
        if isinstance(more.get("until"), int):
            more["until"] = on(more["until"])
        taken = Taken(step, on(day), **more)
        take(by=self.person, case_id=self.case_id, intervention_id=one.id, taken=taken, **asked)
        return self.now(one.id)

    def correct(self, one: Intervention, day: int | None = None, **more: Any) -> Intervention:
        """Moves the last step to another day, or takes it back."""
        asked: dict[str, Any] = {"token": uuid4(), "version": one.version} | more
        right = None if day is None else on(day)
        correct(by=self.person, case_id=self.case_id, intervention_id=one.id, day=right, **asked)
        return self.now(one.id)

    def now(self, intervention_id: UUID | None = None) -> Intervention:
        """An intervention as the database has it."""
        return intervention_in(self.case, intervention_id or self.training_id)

    def all(self) -> list[Intervention]:
        return list(interventions_of(self.case))


def days(one: Intervention) -> list[tuple[str, int, int | None]]:
    """The days of an intervention, counted from today: state, first, last."""
    today = timezone.localdate()
    return [
        (p.state.value, (p.since - today).days, None if p.until is None else (p.until - today).days)
        for p in pieces_of(one)
    ]


def stands(one: Intervention) -> Standing:
    return standing(one, timezone.localdate())


def events(one: Intervention) -> list[Event]:
    """What the journal tells of an intervention, oldest first."""
    about = Event.objects.scoped("test").filter(subject_id=one.id)
    return list(about.order_by("recorded_at"))


def kinds(one: Intervention) -> list[str]:
    return [event.kind.partition(".")[2] for event in events(one)]


def beside(**fates: Fate) -> Mapping[UUID, Fate]:
    return {UUID(key): fate for key, fate in fates.items()}
