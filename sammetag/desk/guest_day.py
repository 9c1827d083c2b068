"""The day of somebody who was let into single cases, such as a mentor: the citizens, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.roles import RIGHTS, Right
from sammetag.cases.models import Case
from sammetag.talks.models import Outcome, Participant, Talk

KEEPS = frozenset({Right.KEEP_TALKS})


@dataclass(frozen=True)
class Visit:
    """One citizen, and the next talk that this person is asked to."""

    case: Case
    talk: Talk | None


@dataclass(frozen=True)
class GuestDay:
    """All that a helper's day shows."""

    today: date
    rows: list[Visit]


def helps_besides(person: Person, now: datetime) -> list[Visit]:
    """The citizens whom a coordinator helps in another part, such as a mentor's. No query without any."""
    helped = {key for key, roles in person.grants.items() if not any(RIGHTS[role] >= KEEPS for role in roles)}
    return [row for row in guest_day(person, now).rows if row.case.id in helped] if helped else []


def guest_day(person: Person, now: datetime) -> GuestDay:
    """The open cases that were opened for this person, those with the nearest talk first. Three queries."""
    opened = Case.objects.seen_by(person).filter(id__in=list(person.grants), closed_on__isnull=True)
    cases = opened.select_related("citizen", "coordinator")
    asked = Participant.objects.seen_by(person).filter(staff_id=person.staff_id).values("talk")
    talks = Talk.objects.seen_by(person).filter(pk__in=asked, outcome=Outcome.BOOKED, ends_at__gte=now)
    nearest: dict[UUID, Talk] = {}
    for talk in talks.order_by("-starts_at").defer("notes", "agenda"):
        nearest[talk.case_id] = talk
    rows = [Visit(case, nearest.get(case.id)) for case in cases.order_by("citizen__sort_name")]
    far = datetime.max.replace(tzinfo=now.tzinfo)
    rows.sort(key=lambda row: row.talk.starts_at if row.talk else far)
    return GuestDay(timezone.localtime(now).date(), rows)
