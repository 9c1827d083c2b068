"""What goes along with a case that changes hands: duties, agreed talks, and the people around the citizen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import Case, Part, Responsibility
from sammetag.cases.queries import around, earlier_coordinators
from sammetag.duties.duty import Duty
from sammetag.duties.queries import facts_of
from sammetag.duties.rules import duties_of
from sammetag.talks.models import Outcome, Talk

A_TALK = "hold-booked-talk"


@dataclass(frozen=True)
class Along:
    """All that a taker gets. `left_behind`: agreed talks that an earlier coordinator leads still."""

    duties: list[Duty]
    talks: list[Talk]
    left_behind: list[Talk]
    around: list[Responsibility]


def along(person: Person, case: Case, today: date) -> Along:
    """What goes along with a case that its reader was let into."""
    booked = Talk.objects.of(case).filter(outcome=Outcome.BOOKED, starts_at__gte=timezone.now())
    talks = list(booked.select_related("leader").order_by("starts_at").defer("notes", "agenda"))
    earlier = earlier_coordinators(case)
    duties = [duty for facts in facts_of(person, [case]) for duty in duties_of(facts, today)]
    return Along(
        # The talks stand in a list of their own.
        duties=[duty for duty in duties if duty.name != A_TALK],
        talks=talks,
        left_behind=[talk for talk in talks if case.coordinator_id and talk.leader_id in earlier],
        around=[one for one in around(case, today) if one.part != Part.COORDINATOR],
    )
