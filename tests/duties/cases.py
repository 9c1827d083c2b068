"""Cases built by hand, in the words of the rules: a programme, its talks, and what the citizen gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sammetag.duties.duty import Duty
from sammetag.duties.facts import CaseFacts, PlanSeen, TalkSeen
from sammetag.duties.rules import duties_of
from sammetag.interventions.models import Intervention, Stretch

CASE = UUID(int=1)
GRANTED = date(2025, 3, 3)
MADE = date(2025, 9, 2)  # the last day of the first six months
END = date(2027, 3, 2)


def talk(on: date, outcome: str = "held", by_whom: str = "", form: str = "in_person") -> TalkSeen:
    """A talk on a day."""
    return TalkSeen(uuid4(), on, outcome, by_whom, form)


def given_to(state: str, since: date, until: date | None = None, **other: Any) -> Intervention:
    """An intervention that has been in one state."""
    one: Any = Intervention(**{"title": "Intern træning", "hours_per_week": Decimal(5)} | other)
    part = Stretch(intervention=one, state=state, since=since, until=until)
    one._prefetched_objects_cache = {"stretches": [part]}
    found: Intervention = one
    return found


RUNNING = given_to("running", GRANTED)
# A plan that asks for nothing: agreed at once, and fixed to the end of the programme.
PLANNED = PlanSeen(begun=True, agreed_on=GRANTED, fixed_until=END)


def case(
    *talks: TalkSeen,
    given: tuple[Intervention, ...] = (RUNNING,),
    ended_on: date | None = None,
    starts_on: date = GRANTED,
    scheme: str = "jobafklaringsforloeb",
    **known: Any,
) -> CaseFacts:
    """A case; every held talk counts. Where nothing else is said, its plan and its end ask for nothing."""
    return CaseFacts(
        case_id=CASE,
        scheme=scheme,
        granted_on=starts_on,
        starts_on=starts_on,
        granted_until=END,
        ended_on=ended_on,
        talks=talks,
        held=tuple(one.on for one in talks if one.outcome == "held"),
        interventions=given,
        **{"plan": PLANNED, "end_reason": "job" if ended_on else ""} | known,
    )


def with_plain_spaces(duty: Duty) -> Duty:
    """Dates hold together on the screen by a space that does not break, which is hard to write in a test."""
    plain = tuple(why.replace("\u00a0", " ") for why in duty.why)
    return replace(duty, what=duty.what.replace("\u00a0", " "), why=plain)


def told(facts: CaseFacts, today: date) -> dict[str, Duty]:
    """The duties of a case by name; each name once."""
    duties = [with_plain_spaces(duty) for duty in duties_of(facts, today)]
    found = {duty.name: duty for duty in duties}
    if len(found) != len(duties):
        raise ValueError([duty.name for duty in duties])
    return found
