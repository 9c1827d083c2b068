"""What each answer about a case means, in one sentence."""

from __future__ import annotations

from sammetag.law.benefit import Benefit
from sammetag.law.benefit_rate import BenefitRate
from sammetag.law.benefit_words import kroner, money, month_in_words
from sammetag.law.case_questions_words import (
    BENEFIT_TOLD,
    BETWEEN,
    CLOCK_FOR_GOOD,
    CLOCK_PERIOD,
    CONDITIONS,
    FLEXI_GRANT_TOLD,
    GUARANTEE_TOLD,
    LENGTH_TOLD,
    LONG_TERM_TOLD,
    MENTOR_TOLD,
    NO_LATER,
    PLAN_TOLD,
    RATE_TOLD,
    RETENTION_FROM,
    RETENTION_NO,
    RETENTION_YES,
    SHARE_TOLD,
    TALKS_AGREED,
    TALKS_HELD,
    TALKS_MISSING,
    TALKS_MISSING_NO_DAY,
    TALKS_NONE,
    TARGET_NOT_JUDGED,
    TARGET_TOLD,
    TEAM_FREE,
    TEAM_TOLD,
)
from sammetag.law.clarification_facts import LongTerm, TeamDeadline
from sammetag.law.duration import Length
from sammetag.law.flexi_job_facts import FlexiClock, FlexiGrant, Retention
from sammetag.law.guarantee import Guarantee
from sammetag.law.mentor_period import MentorPeriod
from sammetag.law.plan_ahead import PlanAhead
from sammetag.law.reimbursement_cost import Share
from sammetag.law.reimbursement_words import listed
from sammetag.law.talks import TalksDue
from sammetag.law.talks_words import talks_in_words
from sammetag.law.target_group_facts import Assessment, ConditionState, TargetResult
from sammetag.words import Words


def talks(due: TalksDue) -> Words:
    """Say how many talks are still owed, and by when."""
    if due.agreed_after:
        return TALKS_AGREED
    if not due.missing:
        return TALKS_HELD.filled(last_day=due.last_day) if due.last_day else TALKS_NONE
    words = TALKS_MISSING if due.last_day else TALKS_MISSING_NO_DAY
    return words.filled(talks=talks_in_words(due.missing), last_day=due.last_day)


def guarantee(found: Guarantee) -> Words:
    """Say where the guarantee stands."""
    return GUARANTEE_TOLD[found.state].filled(
        last_day=found.last_day, stopped_on=found.stopped_on, resubmitted_on=found.resubmitted_on
    )


def plan(found: PlanAhead) -> Words:
    """Say how far the plan must reach, and whether it does."""
    return PLAN_TOLD[found.fits].filled(earliest=found.earliest_until)


def mentor(found: MentorPeriod) -> Words:
    """Say until when a mentor may be given, and whether the period fits."""
    return MENTOR_TOLD[found.fits].filled(longest=found.longest_until)


def length(found: Length) -> Words:
    """Say between which days the programme may end, and whether it does."""
    first, last = found.shortest_end, found.longest_end
    between = NO_LATER.filled(last=last) if first is None else BETWEEN.filled(first=first, last=last)
    return LENGTH_TOLD[found.fits].filled(longest=last, between=between)


def target(found: Assessment) -> Words:
    """Say whether the citizen is in the target group, and which conditions fail or are open."""
    failing = found.result is TargetResult.NOT_IN
    deciding = found.named(ConditionState.FAILS if failing else ConditionState.UNKNOWN)
    if not deciding:
        return TARGET_TOLD[TargetResult.IN] if found.result is TargetResult.IN else TARGET_NOT_JUDGED
    return TARGET_TOLD[found.result].filled(conditions=listed([CONDITIONS[name] for name in deciding]))


def team(found: TeamDeadline) -> Words:
    """Say by when the team must treat the case, and whether it did."""
    return TEAM_FREE if found.due_on is None else TEAM_TOLD[found.kept].filled(due=found.due_on)


def long_term(found: LongTerm) -> Words:
    """Say whether the talk with the health coordinator is needed, and by when."""
    return LONG_TERM_TOLD[found.talk_needed].filled(talk_by=found.talk_by)


def flexi_grant(found: FlexiGrant) -> Words:
    """Say for how long the flexi-job is granted."""
    return FLEXI_GRANT_TOLD[found.kind].filled(ends_on=found.ends_on)


def flexi_clock(found: FlexiClock) -> Words:
    """Say when follow-up and status fall due, and when the grant ends."""
    words = CLOCK_FOR_GOOD if found.status_due is None else CLOCK_PERIOD
    return words.filled(follow_up=found.follow_up_due, status=found.status_due, ends=found.ends_on)


def retention(found: Retention) -> Words:
    """Say whether a flexi-job at the same workplace is possible, and from when."""
    if found.allowed:
        return RETENTION_YES
    return RETENTION_NO if found.earliest is None else RETENTION_FROM.filled(earliest=found.earliest)


def rate(found: BenefitRate) -> Words:
    """Say what the rate is a month."""
    return RATE_TOLD.filled(amount=kroner(found.kroner))


def benefit(found: Benefit) -> Words:
    """Say what the month pays."""
    return BENEFIT_TOLD.filled(month=month_in_words(found.month), paid=money(found.paid_oere))


def share(found: Share) -> Words:
    """Say how much of the benefit the state pays."""
    return SHARE_TOLD.filled(share=found.per_cent)
