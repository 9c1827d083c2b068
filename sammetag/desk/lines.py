"""One line for each citizen of a day: what must be done, and the figures by which a caseload is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person
from sammetag.access.queries import RoleAsCoordinator
from sammetag.cases.models import Case
from sammetag.duties.answering import whose_of
from sammetag.duties.duty import Band, Duty, in_order
from sammetag.duties.facts import CaseFacts
from sammetag.duties.nothing_running import waiting
from sammetag.duties.queries import facts_of
from sammetag.duties.rules import duties_of
from sammetag.duties.whose import Whose, duties_towards
from sammetag.interventions.models import State
from sammetag.interventions.running import part_on
from sammetag.journal.remembering import Remembered
from sammetag.talks.models import Outcome


class Hands(TextChoices):
    """Whose a citizen is, in the order in which one may choose among them."""

    MINE = "mine", _("Mine")
    NOBODYS = "nobodys", _("Ingens")
    STANDING_IN = "standing-in", _("Dem, jeg passer")
    TO_COME = "to-come", _("Dem, jeg overtager")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands today, whoever looks: duties in their order, and what runs.

    `contact_days` are days since the last talk that was held, `idle_days` days with nothing running, today
    included. `running` and `idle_days` are none outside a programme. Figures are none where there is nothing
    to count.
    """

    duties: tuple[Duty, ...] = ()
    contact_days: int | None = None
    idle_days: int | None = None
    next_talk: date | None = None
    ends_on: date | None = None
    hours: Decimal = Decimal(0)
    running: int | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Line(Standing):
    """One citizen on somebody's day. `duties` are also those towards the case: that somebody answers for it.

    `hands` says whose the citizen is, seen from the reader; `to_be_taken_by` who is agreed to be the next
    coordinator.
    """

    case: Case = field(kw_only=True)
    hands: Hands | None = None
    to_be_taken_by: UUID | None = None

    @property
    def owed(self) -> int:
        """How many of the law's last days and promises of ours have passed."""
        return sum(duty.is_owed for duty in self.duties)


UNKNOWN = Standing()
# A few kilobytes each; a municipality has some thousands of cases.
STANDINGS = Remembered[Standing](most=10_000)


def lines_of(
    person: Person, cases: Sequence[Case], roles: Iterable[RoleAsCoordinator], today: date
) -> list[Line]:
    """A line for each of these cases, which must come with citizen and coordinator, in their order.

    At most thirteen queries, however many cases.
    """
    standings = _standings(person, cases, today)
    whose = whose_of(person, cases, roles, today)
    return [_line(case, standings.get(case.id, UNKNOWN), whose[case.id], today=today) for case in cases]


def _standings(person: Person, cases: Sequence[Case], today: date) -> dict[UUID, Standing]:
    """How each case stands that opens to the person."""

    def anew(missing: set[UUID]) -> dict[UUID, Standing]:
        facts = facts_of(person, [case for case in cases if case.id in missing])
        return dict.fromkeys(missing, UNKNOWN) | {one.case_id: _standing(one, today) for one in facts}

    opened = [case.id for case in cases if person.opens(case)]
    # Duties are sentences already.
    return STANDINGS.of(opened, (today, get_language()), anew)


def _line(case: Case, standing: Standing, whose: Whose, *, today: date) -> Line:
    towards = tuple(duties_towards(whose, today))
    agreed = whose.hand_over
    return Line(
        case=case,
        duties=tuple(in_order([*towards, *standing.duties])) if towards else standing.duties,
        contact_days=standing.contact_days,
        idle_days=standing.idle_days,
        next_talk=standing.next_talk,
        ends_on=standing.ends_on,
        hours=standing.hours,
        running=standing.running,
        waits=standing.waits,
        to_be_taken_by=agreed.taker_id if agreed and not agreed.done else None,
    )


def _standing(facts: CaseFacts, today: date) -> Standing:
    duties = duties_of(facts, today)
    idle = next((duty for duty in duties if duty.band is Band.NOTHING_RUNNING), None)
    running, hours = _running(facts, today)
    under_way = facts.under_way(today)
    held = [talk.on for talk in facts.talks if talk.outcome == Outcome.HELD and talk.on <= today]
    return Standing(
        duties=tuple(duties),
        contact_days=(today - held[-1]).days if held else None,
        idle_days=1 - idle.days(today) if idle else None,
        next_talk=next((talk.on for talk in facts.booked if talk.on >= today), None),
        ends_on=facts.ended_on or facts.granted_until,
        hours=hours,
        running=running if under_way else None,
        waits=idle is not None and waiting(facts, today) is not None,
    )


def _running(facts: CaseFacts, today: date) -> tuple[int, Decimal]:
    """How many interventions run today, a mentor not counted, and how many hours a week with the mentor."""
    parts = [(one, part_on(one, State.RUNNING, today)) for one in facts.interventions]
    running = [(one, part) for one, part in parts if part]
    hours = sum((part.hours for _one, part in running), Decimal(0))
    return sum(not one.mentor for one, _part in running), hours
