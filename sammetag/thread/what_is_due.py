"""What must be done in one case, as far as its reader is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sammetag.access.queries import coordinator_roles
from sammetag.access.roles import Right
from sammetag.cases.models import Programme
from sammetag.cases.opening import Opened
from sammetag.duties.answering import whose_of
from sammetag.duties.demanded_talks import MadeGood, made_good_late
from sammetag.duties.duty import Duty, in_order
from sammetag.duties.kept import kept_in
from sammetag.duties.queries import NOTHING_KEPT, facts_from
from sammetag.duties.rules import duties_of
from sammetag.duties.whose import duties_towards
from sammetag.interventions.models import Intervention
from sammetag.talks.models import Talk

AGREED = "hold-booked-talk"


def what_is_due(
    opened: Opened,
    programme: Programme | None,
    life: tuple[Sequence[Talk], Sequence[Intervention]],
    today: date,
) -> tuple[list[Duty], MadeGood | None]:
    """The duties of a case, and the deadline that was missed and made good. Nine queries at most.

    What the municipality owes is told to those who can mend it; a helper needs the agreed talks.
    """
    talks, interventions = life
    mends = opened.may(Right.HAND_OVER)
    case, person = opened.case, opened.person
    kept = kept_in([case])[case.id] if mends and programme else NOTHING_KEPT
    facts = facts_from(programme, talks, interventions, kept) if programme else None
    duties = duties_of(facts, today) if facts and not opened.is_closed else []
    if not mends:
        return [duty for duty in duties if duty.name == AGREED], None
    if not opened.is_closed:
        whose = whose_of(person, [case], coordinator_roles(person), today)[case.id]
        duties = in_order([*duties, *duties_towards(whose, today)])
    return duties, made_good_late(facts, today) if facts else None
