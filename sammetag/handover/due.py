"""What is agreed for today, of one colleague's cases, so that all of it can be carried out with one click."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import HandOver, HandOverState
from sammetag.errors import NotAllowed
from sammetag.handover.terms import AsShown

LONGEST_LIST = 500


def due_from(person: Person, giver_id: UUID, today: date) -> list[HandOver]:
    """The hand-overs of a colleague's cases whose day has come and that are this person's to carry out.

    All of them for the colleague and for the leader of the unit; for anybody else those that come to
    themself, since the rest is the business of others. One query.
    """
    agreed = HandOver.objects.seen_by(person).filter(
        state=HandOverState.AGREED,
        planned_on__lte=today,
        case__coordinator_id=giver_id,
        case__closed_on__isnull=True,
    )
    return [
        row
        for row in agreed.select_related("case").order_by("planned_on", "id")
        if person.may(Right.HAND_OVER, row.case)
        and (person.staff_id in (giver_id, row.taker_id) or person.may(Right.DISTRIBUTE, row.case))
    ]


def as_sent(rows: Iterable[HandOver]) -> str:
    """These hand-overs as a page sends them back, each as it is now."""
    return " ".join(f"{row.case_id}/{row.id}/{row.version}" for row in rows)


def as_shown(sent: str) -> list[AsShown]:
    """What `as_sent` wrote; NotAllowed for anything else."""
    try:
        parts = [one.split("/") for one in sent.split()[:LONGEST_LIST]]
        found = [AsShown(UUID(case), UUID(row), int(version)) for case, row, version in parts]
    except ValueError as fault:
        raise NotAllowed("no list of hand-overs") from fault
    if not found:
        raise NotAllowed("an empty list of hand-overs")
    return found
