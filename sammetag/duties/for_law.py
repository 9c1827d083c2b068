"""What a case tells of itself, as reforms ask for it: what nobody wrote down is not known, and never a no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sammetag.duties.facts import CaseFacts, MentorGranted
from sammetag.interventions.guarantee_facts import began_on
from sammetag.interventions.models import State
from sammetag.interventions.running import in_state
from sammetag.interventions.seen import Laid
from sammetag.law import case_facts as law
from sammetag.law.mentor_period import MentorFacts
from sammetag.law.target_group_facts import TargetFacts, all_known
from sammetag.people.models import Field

# Chapters of LAB: internship and wage subsidy, with a company; those of all employment offers.
WITH_COMPANY, OFFERS = frozenset({11, 12}), frozenset({11, 12, 13, 14})
LAID_OUT = frozenset({State.PLANNED, State.WAITING, State.RUNNING, State.PAUSED})


def as_law_asks(
    facts: CaseFacts, born_on: date, today: date, *, coordinator_cases: int | None
) -> law.CaseFacts:
    """The facts of a case in the shape in which the law is asked; its id is the case's, and names nobody.

    `coordinator_cases` is how many open cases its coordinator has; none where nobody coordinates it.
    """
    return law.CaseFacts(
        id=str(facts.case_id),
        scheme=facts.scheme,
        granted_on=facts.granted_on,
        starts_on=facts.starts_on,
        ends_on=facts.ended_on or facts.granted_until,
        born_on=born_on,
        talks=facts.for_talks(),
        guarantee=facts.guarantee,
        target=TargetFacts(scheme=facts.scheme, born_on=born_on),
        mentor=_mentor(facts, facts.mentors, today),
        reform=_reform(facts.interventions, today, coordinator_cases),
    )


def _mentor(facts: CaseFacts, mentors: Iterable[MentorGranted], today: date) -> MentorFacts | None:
    granted = [one for one in mentors if one.since <= today]
    last = max(granted, key=lambda one: one.until, default=None)
    return MentorFacts(facts.scheme, facts.granted_on, last.since, last.until) if last else None


def _reform(interventions: Sequence[Laid], today: date, coordinator_cases: int | None) -> law.ReformFacts:
    running = in_state(interventions, State.RUNNING, today)
    recommended = [one for one in interventions if _was_recommended(one)]
    return law.ReformFacts(
        company_recommended=_any(recommended, [one.chapter in WITH_COMPANY for one in recommended]),
        in_offer=any(one.chapter in OFFERS and _is_laid_out(one, today) for one in interventions),
        in_internship=any(one.chapter in WITH_COMPANY for one in running),
        social_recommended=_any(recommended, [one.field == Field.SOCIAL for one in recommended]),
        social_granted=_granted(recommended, Field.SOCIAL),
        health_recommended=_any(recommended, [one.field == Field.HEALTH for one in recommended]),
        health_granted=_granted(recommended, Field.HEALTH),
        coordinator_cases=coordinator_cases,
    )


def _is_laid_out(one: Laid, today: date) -> bool:
    """Whether the citizen is in it, or about to begin: what is agreed lies on the day for which it is."""
    return any(
        part.holds(max(part.since, today) if part.state == State.PLANNED else today)
        for part in one.parts
        if part.state in LAID_OUT
    )


def _was_recommended(one: Laid) -> bool:
    return any(part.state == State.RECOMMENDED for part in one.parts)


def _any(recommended: list[Laid], found: list[bool]) -> bool | None:
    """Whether one of them is; not known where no recommendation was written down at all."""
    return any(found) if recommended else None


def _granted(recommended: list[Laid], field: str) -> bool | None:
    """Whether everything recommended in a field has been granted; not known where nothing was recommended."""
    within = [one for one in recommended if one.field == field]
    return all_known(*map(_was_granted, within)) if within else None


def _was_granted(one: Laid) -> bool | None:
    """Whether the authority has granted it: what has begun it has; not known of what is agreed or waits."""
    if began_on(one):
        return True
    return None if any(part.state != State.RECOMMENDED for part in one.parts) else False
