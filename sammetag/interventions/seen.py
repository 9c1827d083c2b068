"""An intervention as far as duties and figures care: of many cases at once, objects would cost too much."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol
from uuid import UUID

from sammetag.interventions.models import Part


class Laid(Protocol):
    """Something with stretches of time: an intervention, or what was read of one."""

    @property
    def id(self) -> UUID: ...
    @property
    def field(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def provider(self) -> str: ...
    @property
    def chapter(self) -> int | None: ...
    @property
    def mentor(self) -> bool: ...
    @property
    def kind(self) -> str: ...
    @property
    def sub_goal_id(self) -> UUID | None: ...
    @property
    def ended_on(self) -> date | None: ...
    @property
    def parts(self) -> tuple[Part, ...]: ...


class Exempt(Protocol):
    """A period without duty to be available: an exemption, or what was read of one."""

    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...


class Answered(Protocol):
    """An answer to the guarantee, or what was read of one."""

    @property
    def programme_id(self) -> UUID: ...
    @property
    def resubmitted(self) -> bool: ...
    @property
    def answered_on(self) -> date: ...


class InterventionSeen(NamedTuple):
    """What is read of one intervention among those of many cases, its stretches laid out."""

    id: UUID
    case_id: UUID
    field: str
    title: str
    provider: str
    chapter: int | None
    mentor: bool
    kind: str
    sub_goal_id: UUID | None
    ended_on: date | None
    hours_per_week: Decimal
    parts: tuple[Part, ...]


class ExemptSeen(NamedTuple):
    """A period in which the citizen of a case need not be available; no end while it lasts."""

    case_id: UUID
    since: date
    until: date | None


class GrantedSeen(NamedTuple):
    """A period for which an intervention was granted."""

    case_id: UUID
    intervention_id: UUID
    since: date
    until: date


class AnswerSeen(NamedTuple):
    """What was answered in a programme when nothing had begun in time."""

    case_id: UUID
    programme_id: UUID
    resubmitted: bool
    answered_on: date
