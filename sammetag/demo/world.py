"""What is to be loaded, row by row. The names of the fields are those of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sammetag.demo.trial_held import TrialHeld
from sammetag.demo.work_rows import (
    ExemptionRow,
    GoalRow,
    GrantedPeriodRow,
    GuaranteeAnswerRow,
    HandOverRow,
    InterventionRow,
    PlanRow,
    PlanVersionRow,
    RatingRow,
    StretchRow,
    SubGoalRow,
    WordingRow,
)


@dataclass(frozen=True)
class MunicipalityRow:
    id: UUID
    name: str


@dataclass(frozen=True)
class UnitRow:
    """A unit without its key: the database gives that."""

    id: UUID
    municipality_id: UUID
    name: str
    field: str


@dataclass(frozen=True)
class AccountRow:
    id: UUID
    username: str
    is_active: bool


@dataclass(frozen=True)
class StaffRow:
    id: UUID
    account_id: UUID | None
    municipality_id: UUID
    unit_id: UUID | None
    name: str
    workplace: str


@dataclass(frozen=True)
class RoleRow:
    id: UUID
    staff_id: UUID
    role: str
    unit_id: UUID | None
    since: date
    until: date | None


@dataclass(frozen=True)
class GrantRow:
    id: UUID
    case_id: UUID
    staff_id: UUID
    role: str
    since: date


@dataclass(frozen=True)
class CitizenRow:
    id: UUID
    municipality_id: UUID
    given_name: str
    family_name: str
    sort_name: str
    search_name: str
    born_on: date

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True)
class CaseRow:
    """A case without its key: that of its unit at first, and one of its own where it is restricted."""

    id: UUID
    municipality_id: UUID
    unit_id: UUID
    number: str
    citizen_id: UUID
    coordinator_id: UUID | None
    opened_on: date
    closed_on: date | None


@dataclass(frozen=True)
class ProgrammeRow:
    id: UUID
    case_id: UUID
    scheme: str
    team_met_on: date
    granted_on: date
    starts_on: date
    granted_until: date
    ended_on: date | None
    end_reason: str

    @property
    def last_day(self) -> date:
        return self.ended_on or self.granted_until


@dataclass(frozen=True)
class ResponsibilityRow:
    id: UUID
    case_id: UUID
    staff_id: UUID
    part: str
    since: date
    until: date | None


@dataclass(frozen=True)
class TalkRow:
    id: UUID
    case_id: UUID
    leader_id: UUID
    starts_at: datetime
    ends_at: datetime
    form: str
    place: str
    outcome: str
    by_whom: str
    reason: str
    agenda: str
    notes: str


@dataclass(frozen=True)
class ParticipantRow:
    id: UUID
    case_id: UUID
    talk_id: UUID
    staff_id: UUID | None
    other: str
    attended: bool | None


@dataclass(frozen=True)
class EventRow:
    id: UUID
    municipality_id: UUID
    case_id: UUID | None
    kind: str
    subject: str
    subject_id: UUID
    occurred_at: datetime
    precision: str
    recorded_at: datetime
    by: UUID
    role: str
    data: dict[str, object]


@dataclass(frozen=True)
class Life:
    """All rows of one case. `key` is the name by which the demo's own code and tests know it."""

    key: str
    restricted: bool
    citizen: CitizenRow
    case: CaseRow
    programmes: tuple[ProgrammeRow, ...]
    responsibilities: tuple[ResponsibilityRow, ...]
    hand_overs: tuple[HandOverRow, ...]
    plans: tuple[PlanRow, ...]
    goals: tuple[GoalRow, ...]
    sub_goals: tuple[SubGoalRow, ...]
    wordings: tuple[WordingRow, ...]
    versions: tuple[PlanVersionRow, ...]
    ratings: tuple[RatingRow, ...]
    interventions: tuple[InterventionRow, ...]
    stretches: tuple[StretchRow, ...]
    granted: tuple[GrantedPeriodRow, ...]
    exemptions: tuple[ExemptionRow, ...]
    answers: tuple[GuaranteeAnswerRow, ...]
    talks: tuple[TalkRow, ...]
    participants: tuple[ParticipantRow, ...]
    grants: tuple[GrantRow, ...]
    events: tuple[EventRow, ...] = ()


@dataclass(frozen=True)
class World:
    """The whole demo on one day."""

    today: date
    municipalities: tuple[MunicipalityRow, ...]
    units: tuple[UnitRow, ...]
    accounts: tuple[AccountRow, ...]
    staff: tuple[StaffRow, ...]
    roles: tuple[RoleRow, ...]
    lives: tuple[Life, ...]
    trial: TrialHeld

    def life(self, key: str) -> Life:
        """The life of that key; KeyError where there is none."""
        return {life.key: life for life in self.lives}[key]
