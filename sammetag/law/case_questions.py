"""The questions of the law that can be asked of a case, in one form; and which of them are duties.

A part that the case does not tell is never taken for a no: the question then raises Lacking with its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from sammetag.law import case_told as told
from sammetag.law.answer import Answer, Book, Reason, ReasonKind, Topic
from sammetag.law.benefit import BENEFIT, benefit
from sammetag.law.benefit_age import rate_of
from sammetag.law.benefit_rate import BENEFIT_RATE
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_money import Reckoning
from sammetag.law.case_question import CaseQuestion, Lacking, Open, covers, programme_of
from sammetag.law.case_questions_words import LEAVE_NOT_TOLD
from sammetag.law.clarification import LONG_TERM, TEAM, long_term, team_deadline
from sammetag.law.cost_question import COSTS_SHARED
from sammetag.law.duration import LENGTH, LengthFacts, length_allowed
from sammetag.law.errors import NotInForce
from sammetag.law.flexi_job import FLEXI_CLOCK, FLEXI_GRANT, RETENTION, flexi_clock, flexi_grant, retention
from sammetag.law.flexi_job_facts import ProposedRetentionFacts, RetentionFacts
from sammetag.law.guarantee import GUARANTEE, GuaranteeState, guarantee
from sammetag.law.health_coordinator_question import HEALTH_COORDINATOR_QUESTION
from sammetag.law.job_broker_question import JOB_BROKER_QUESTION
from sammetag.law.mentor_period import MENTOR_PERIOD, mentor_period
from sammetag.law.plan_ahead import PLAN_AHEAD, plan_ahead
from sammetag.law.reimbursement import BENEFIT as REIMBURSEMENT
from sammetag.law.talks import TALKS_DUE, talks_due
from sammetag.law.target_group import TARGET_GROUP, target_group
from sammetag.law.target_group_case import open_conditions, target_facts
from sammetag.law.target_group_facts import TargetResult
from sammetag.law.team_decision_question import TEAM_DECISION_QUESTION

__all__ = ["DUTIES", "QUESTIONS"]

P = TypeVar("P")
LIMIT_MATTERS = (GuaranteeState.RUNNING, GuaranteeState.OWED, GuaranteeState.RESUBMITTED)


def _question(
    topic: Topic,
    part: Callable[[CaseFacts], P | None],
    ask: Callable[[P, date, Book], Answer[Any]],
    *,
    lacking: str,
    gist: Callable[[Any], Any],
    told: Callable[[Any], Any],
    leaves_open: Callable[[CaseFacts, Any], Open] | None = None,
) -> CaseQuestion:
    """Make a question of one part of the case; `lacking` is the path of that part in a facts file."""

    def asked(case: CaseFacts, on: date, book: Book) -> Answer[Any] | None:
        known, covered = part(case), covers(topic, case.scheme)
        if known is None:
            if covered:
                raise Lacking(lacking)
            return None
        try:
            return ask(known, on, book)
        except NotInForce:
            if covered:
                raise
            return None

    return CaseQuestion(topic, asked, gist, told, leaves_open)


def _ask_length(case: CaseFacts, on: date, book: Book) -> Answer[Any] | None:
    if not covers(LENGTH, case.scheme):
        return None
    facts = LengthFacts(case.scheme, *programme_of(case), case.leave_days or 0)
    answer = length_allowed(facts, book=book)
    if case.leave_days is not None or answer.value.fits is not False:
        return answer
    warning = Reason(LEAVE_NOT_TOLD, ReasonKind.WARNING)
    return Answer(answer.value, (*answer.reasons, warning), answer.version)


def _retention_facts(case: CaseFacts) -> RetentionFacts | None:
    """Give what the case tells of the workplace, with what only a proposal asks; None for nothing."""
    told = case.retention
    if told is None:
        return None
    known = {one.name: getattr(told, one.name) for one in fields(RetentionFacts)}
    return ProposedRetentionFacts(**known, employer_tried=case.reform.employer_tried)


def _ask_share(case: CaseFacts, on: date, book: Book) -> Answer[Any] | None:
    if not covers(REIMBURSEMENT, case.scheme):
        return None
    return Reckoning(book).share_on(case, on)


TALKS = _question(
    TALKS_DUE,
    lambda case: case.talks,
    lambda facts, on, book: talks_due(facts, on, book=book),
    lacking="talks",
    gist=lambda due: (due.required, due.missing, due.last_day, due.agreed_after),
    told=told.talks,
)
GUARANTEED = _question(
    GUARANTEE,
    lambda case: case.guarantee,
    lambda facts, on, book: guarantee(facts, on, book=book),
    lacking="guarantee",
    # The limit matters to nobody once something has begun in time, or the case need not go to the team.
    gist=lambda found: (found.state, found.last_day if found.state in LIMIT_MATTERS else None),
    told=told.guarantee,
)
PLANNED = _question(
    PLAN_AHEAD,
    lambda case: case.plan,
    lambda facts, on, book: plan_ahead(facts, on, book=book),
    lacking="plan",
    gist=lambda found: (found.earliest_until, found.fits),
    told=told.plan,
)
MENTOR = _question(
    MENTOR_PERIOD,
    lambda case: case.mentor,
    lambda facts, on, book: mentor_period(facts, on, book=book),
    lacking="mentor",
    gist=lambda found: (found.longest_until, found.fits),
    told=told.mentor,
)
LASTING = CaseQuestion(
    LENGTH, _ask_length, lambda found: (found.shortest_end, found.longest_end, found.fits), told.length
)
TARGETED = _question(
    TARGET_GROUP,
    target_facts,
    lambda facts, on, book: target_group(facts, on, book=book),
    lacking="target",
    # Whether somebody is in: a condition more makes no difference to whoever meets it.
    gist=lambda found: None if found.result is TargetResult.NOT_JUDGED else found.result,
    told=told.target,
    leaves_open=open_conditions,
)
TEAM_IN_TIME = _question(
    TEAM,
    lambda case: case.team,
    lambda facts, on, book: team_deadline(facts, on, book=book),
    lacking="team",
    gist=lambda found: (found.due_on, found.kept),
    told=told.team,
)
ILL_FOR_LONG = _question(
    LONG_TERM,
    lambda case: case.long_term,
    lambda facts, on, book: long_term(facts, on, book=book),
    lacking="long_term",
    gist=lambda found: (found.talk_by, found.talk_needed, found.clinical_function),
    told=told.long_term,
)
FLEXI_GRANTED = _question(
    FLEXI_GRANT,
    lambda case: case.flexi_grant,
    lambda facts, on, book: flexi_grant(facts, book=book),
    lacking="flexi_grant",
    gist=lambda found: (found.kind, found.ends_on),
    told=told.flexi_grant,
)
FLEXI_CLOCKS = _question(
    FLEXI_CLOCK,
    lambda case: case.flexi_clock,
    lambda facts, on, book: flexi_clock(facts, on, book=book),
    lacking="flexi_clock",
    gist=lambda found: (found.follow_up_due, found.status_due, found.ends_on, found.stays),
    told=told.flexi_clock,
)
RETAINED = _question(
    RETENTION,
    _retention_facts,
    lambda facts, on, book: retention(facts, book=book),
    lacking="retention",
    gist=lambda found: (found.allowed, found.earliest),
    told=told.retention,
)
RATE = _question(
    BENEFIT_RATE,
    lambda case: case.benefit,
    lambda facts, on, book: rate_of(facts, on, book=book),
    lacking="benefit",
    gist=lambda rate: rate.kroner,
    told=told.rate,
)
BENEFIT_OF_MONTH = _question(
    BENEFIT,
    lambda case: case.benefit,
    lambda facts, on, book: benefit(facts, on.replace(day=1), book=book),
    lacking="benefit",
    gist=lambda found: found.paid_oere,
    told=told.benefit,
)
SHARE = CaseQuestion(REIMBURSEMENT, _ask_share, lambda share: share.per_cent, told.share)

DUTIES: tuple[CaseQuestion, ...] = (
    TALKS,
    GUARANTEED,
    PLANNED,
    MENTOR,
    JOB_BROKER_QUESTION,
    HEALTH_COORDINATOR_QUESTION,
    LASTING,
    TEAM_IN_TIME,
    TEAM_DECISION_QUESTION,
    ILL_FOR_LONG,
    FLEXI_CLOCKS,
)
QUESTIONS: tuple[CaseQuestion, ...] = (
    *DUTIES,
    TARGETED,
    FLEXI_GRANTED,
    RETAINED,
    RATE,
    BENEFIT_OF_MONTH,
    SHARE,
    COSTS_SHARED,
)
