"""The rows of the work itself: plan and interventions. The names of the fields are those of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class PlanRow:
    id: UUID
    case_id: UUID
    job_goal: str
    words_of: str
    written_by_id: UUID
    written_at: datetime
    version: int


@dataclass(frozen=True)
class GoalRow:
    id: UUID
    case_id: UUID
    plan_id: UUID
    title: str
    field: str
    position: int
    words_of: str
    written_by_id: UUID
    written_at: datetime


@dataclass(frozen=True)
class SubGoalRow:
    id: UUID
    case_id: UUID
    goal_id: UUID
    title: str
    begins_on: date | None
    due_on: date
    achievement: str
    achieved_on: date | None
    reason: str
    words_of: str
    written_by_id: UUID
    written_at: datetime
    version: int


@dataclass(frozen=True)
class WordingRow:
    id: UUID
    case_id: UUID
    subject: str
    subject_id: UUID
    fields: dict[str, Any]
    words_of: str
    written_by_id: UUID
    written_at: datetime


@dataclass(frozen=True)
class PlanVersionRow:
    id: UUID
    case_id: UUID
    plan_id: UUID
    number: int
    step: str
    proposed_content: dict[str, Any]
    agreed_content: dict[str, Any] | None
    proposed_on: date
    answer_by: date | None
    agreed_on: date | None
    fixed_until: date | None
    disagreement: str
    made_by_id: UUID


@dataclass(frozen=True)
class RatingRow:
    id: UUID
    case_id: UUID
    plan_id: UUID
    about: str
    voice: str
    value: int
    rated_on: date
    written_by_id: UUID
    written_at: datetime


@dataclass(frozen=True)
class InterventionRow:
    id: UUID
    case_id: UUID
    field: str
    title: str
    provider: str
    hours_per_week: Decimal
    chapter: int | None
    company_based: bool
    mentor: bool
    sub_goal_id: UUID | None
    recommended_on: date | None
    ended_on: date | None
    ending: str
    end_reason: str
    end_words: str


@dataclass(frozen=True)
class StretchRow:
    id: UUID
    case_id: UUID
    intervention_id: UUID
    state: str
    since: date
    until: date | None
    hours_per_week: Decimal | None
    reason: str


@dataclass(frozen=True)
class GrantedPeriodRow:
    id: UUID
    case_id: UUID
    intervention_id: UUID
    since: date
    until: date


@dataclass(frozen=True)
class ExemptionRow:
    id: UUID
    case_id: UUID
    since: date
    until: date | None
    reason: str


@dataclass(frozen=True)
class GuaranteeAnswerRow:
    id: UUID
    case_id: UUID
    programme_id: UUID
    resubmitted: bool
    answered_on: date
    reason: str


@dataclass(frozen=True)
class HandOverRow:
    id: UUID
    case_id: UUID
    giver_id: UUID
    taker_id: UUID | None
    manner: str
    state: str
    planned_on: date
    citizen_told: bool
    notes: str
    notes_by_id: UUID | None
    reason: str
    agreed_by_id: UUID
    agreed_at: datetime
    closed_by_id: UUID | None
    closed_at: datetime | None
    taken_up_at: datetime | None
