"""A running programme as it comes in from outside, and the ids that its rows get here.

The same programme gets the same ids each time, so that taking it in twice makes it once.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from sammetag.interventions.models import Kind, State
from sammetag.people.cpr import Number
from sammetag.people.models import Field

INTAKE = UUID("5d1c6f0e-3a51-5d39-9f0b-6e2f0d9a4b71")


@dataclass(frozen=True)
class StretchIn:
    """A stretch of days, both included, that an intervention spends in one state; no end while it lasts.

    `hours_per_week` only where they differ from the intervention's. `row` is where a file says it.
    """

    state: State
    since: date
    until: date | None = None
    hours_per_week: Decimal | None = None
    reason: str = ""
    row: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True)
class InterventionIn:
    """One intervention with its states in order. `ended_on` and `ending` stand together.

    `sub_goal` becomes a sub-goal of the plan, under `goal`, or under the field's name where there is none.
    """

    title: str
    field: Field
    stretches: tuple[StretchIn, ...]
    provider: str = ""
    hours_per_week: Decimal = Decimal(0)
    chapter: int | None = None
    company_based: bool = False
    mentor: bool = False
    kind: Kind = Kind.OFFER
    recommended_on: date | None = None
    ended_on: date | None = None
    ending: str = ""
    end_reason: str = ""
    goal: str = ""
    sub_goal: str = ""
    sub_goal_due: date | None = None
    row: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True)
class ProgrammeIn:
    """A running programme with its citizen and case, one of a case number.

    `unit` is a name; `coordinator` and `mentor` are user names, and empty where there is nobody. What has no
    day of its own holds from the day of the grant.
    """

    number: str
    given_name: str
    family_name: str
    born_on: date
    unit: str
    scheme: str
    granted_on: date
    starts_on: date
    granted_until: date
    coordinator: str = ""
    coordinator_since: date | None = None
    mentor: str = ""
    mentor_since: date | None = None
    opened_on: date | None = None
    team_met_on: date | None = None
    job_goal: str = ""
    cpr: Number | None = None
    interventions: tuple[InterventionIn, ...] = ()
    # A file holds no talks: from this day on they are known. None where all of them follow otherwise.
    talks_known_from: date | None = None
    row: int = dataclasses.field(default=0, compare=False)


def case_id_of(municipality_id: UUID, number: str) -> UUID:
    """The id of the case with this number."""
    return _id(municipality_id, "case", number)


def citizen_id_of(municipality_id: UUID, number: str) -> UUID:
    """The id of the citizen whose case has this number."""
    return _id(municipality_id, "citizen", number)


def programme_id_of(municipality_id: UUID, number: str) -> UUID:
    """The id of the programme that was taken in with the case."""
    return _id(municipality_id, "programme", number)


def responsibility_id_of(municipality_id: UUID, number: str, part: str) -> UUID:
    """The id of the part, such as coordinator, that somebody was taken in with."""
    return _id(municipality_id, "responsibility", number, part)


def intervention_id_of(municipality_id: UUID, number: str, intervention: InterventionIn) -> UUID:
    """The id of an intervention: title, field, provider and first day tell it from the others of the case."""
    first = intervention.stretches[0].since.isoformat() if intervention.stretches else ""
    words = (intervention.title, intervention.field, intervention.provider, first)
    return _id(municipality_id, "intervention", number, *words)


def stretch_id_of(intervention_id: UUID, since: date) -> UUID:
    """The id of the stretch of an intervention that begins on this day."""
    return uuid5(intervention_id, since.isoformat())


def plan_id_of(municipality_id: UUID, number: str) -> UUID:
    """The id of the plan of the case with this number."""
    return _id(municipality_id, "plan", number)


def goal_id_of(municipality_id: UUID, number: str, title: str, about: Field) -> UUID:
    """The id of a goal of the plan."""
    return _id(municipality_id, "goal", number, title, about)


def sub_goal_id_of(goal_id: UUID, title: str) -> UUID:
    """The id of a sub-goal under a goal."""
    return uuid5(goal_id, title)


def _id(municipality_id: UUID, *words: str) -> UUID:
    # The unit separator stands in no word, so two different lists of words never read the same.
    return uuid5(INTAKE, "\x1f".join((str(municipality_id), *words)))
