"""Each question of the law, asked of an ordinary case: for tests that ask all of them on many days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sammetag import law

Ask = Callable[[str, date], law.Answer[Any]]
FIRST_DAYS = {
    law.RESSOURCEFORLOEB: date(2013, 1, 1),
    law.JOBAFKLARINGSFORLOEB: date(2014, 7, 1),
    law.FLEKSJOB: date(2013, 1, 1),
}
# The refund of the first days of 2016 follows those after them.
PICKED_BY_ANOTHER_DAY = {"reimbursement.benefit"}


def _talks(scheme: str, day: date) -> law.Answer[Any]:
    return law.talks_due(law.TalkFacts(scheme, day, day, None, ()), day)


def _form(scheme: str, day: date) -> law.Answer[Any]:
    return law.forms_allowed(law.FormFacts(scheme, day, day, first_talk=True), day)


def _length(scheme: str, day: date) -> law.Answer[Any]:
    return law.length_allowed(law.LengthFacts(scheme, day, day, None))


def _guarantee(scheme: str, day: date) -> law.Answer[Any]:
    return law.guarantee(law.GuaranteeFacts(scheme, day, day, None), day)


def _mentor(scheme: str, day: date) -> law.Answer[Any]:
    return law.mentor_period(law.MentorFacts(scheme, day, day, day), day)


def _broker(scheme: str, day: date) -> law.Answer[Any]:
    return law.job_broker(law.JobBrokerFacts(scheme, day, day, None), day)


def _coordinator(scheme: str, day: date) -> law.Answer[Any]:
    return law.health_coordinator(law.HealthCoordinatorFacts(scheme, day, day, None, in_offer=True), day)


def _plan(scheme: str, day: date) -> law.Answer[Any]:
    return law.plan_ahead(law.PlanFacts(scheme, day, day, day, None), day)


def _target(scheme: str, day: date) -> law.Answer[Any]:
    return law.target_group(law.TargetFacts(scheme=scheme), day)


def _rate(scheme: str, day: date) -> law.Answer[Any]:
    return law.benefit_rate(_level(scheme), day)


def _pay(scheme: str, day: date) -> law.Answer[Any]:
    return law.pay_set_off(law.PayFacts(scheme, 10_000), day)


def _benefit(scheme: str, day: date) -> law.Answer[Any]:
    month = day.replace(day=1)
    return law.benefit(law.BenefitFacts(month, month, None, _level(scheme)), month)


def _level(scheme: str) -> law.RateFacts:
    return law.RateFacts(scheme, False, False, True)


def _benefit_share(scheme: str, day: date) -> law.Answer[Any]:
    return law.benefit_share(law.ShareFacts(scheme, 1), day)


def _programme_share(scheme: str, day: date) -> law.Answer[Any]:
    return law.programme_share(law.CostFacts(scheme, law.CostKind.CASEWORK), day)


def _sanction(scheme: str, day: date) -> law.Answer[Any]:
    return law.sanction(_stayed_away(scheme, day), day)


def _steps(scheme: str, day: date) -> law.Answer[Any]:
    return law.steps_before(law.StepFacts(_stayed_away(scheme, day)), day)


def _guidance(scheme: str, day: date) -> law.Answer[Any]:
    return law.guidance_before(law.StepFacts(_stayed_away(scheme, day)))


def _stayed_away(scheme: str, day: date) -> law.SanctionFacts:
    return law.SanctionFacts(scheme, day, law.SanctionEvent.NO_SHOW, day)


def _flexi_grant(scheme: str, day: date) -> law.Answer[Any]:
    return law.flexi_grant(law.FlexiGrantFacts(scheme, day, day, date(1990, 1, 1), False, True))


def _flexi_clock(scheme: str, day: date) -> law.Answer[Any]:
    return law.flexi_clock(law.FlexiClockFacts(scheme, day, day, permanent=False), day)


def _retention(scheme: str, day: date) -> law.Answer[Any]:
    return law.retention(law.RetentionFacts(scheme, day, date(2050, 1, 1), None))


def _team(scheme: str, day: date) -> law.Answer[Any]:
    return law.team_deadline(law.TeamFacts(scheme, day), day)


def _long_term(scheme: str, day: date) -> law.Answer[Any]:
    return law.long_term(law.LongTermFacts(scheme, day, None), day)


def _team_decision(scheme: str, day: date) -> law.Answer[Any]:
    return law.team_decision(law.TeamDecisionFacts(scheme, deviates=True, reconsidered=False), day)


def _hearing(scheme: str, day: date) -> law.Answer[Any]:
    return law.hearing(law.HearingFacts(scheme, False, True, True), day)


def _letter(scheme: str, day: date) -> law.Answer[Any]:
    return law.decision_letter(law.LetterFacts(scheme, day, True, False))


def _complaint(scheme: str, day: date) -> law.Answer[Any]:
    return law.complaint_limit(law.ComplaintFacts(scheme, day))


def _reassessment(scheme: str, day: date) -> law.Answer[Any]:
    return law.reassessment(law.ReassessmentFacts(scheme, day), day)


def _own_limit(scheme: str, day: date) -> law.Answer[Any]:
    return law.own_limit(law.OwnLimitFacts(scheme, "x", day, law.OwnLimits()), day)


def _suspension(scheme: str, day: date) -> law.Answer[Any]:
    return law.suspension(law.SuspensionFacts(scheme, law.SuspendedActivity.TALK), day)


ASKS: dict[str, Ask] = {
    "talks": _talks,
    "forms": _form,
    "length": _length,
    "guarantee": _guarantee,
    "mentor period": _mentor,
    "job broker": _broker,
    "health coordinator": _coordinator,
    "plan ahead": _plan,
    "target group": _target,
    "benefit rate": _rate,
    "pay": _pay,
    "benefit": _benefit,
    "refund of the benefit": _benefit_share,
    "refund of the programme": _programme_share,
    "sanction": _sanction,
    "steps before it": _steps,
    "guidance before it": _guidance,
    "flexi-job grant": _flexi_grant,
    "flexi-job clock": _flexi_clock,
    "retention": _retention,
    "team": _team,
    "long term": _long_term,
    "team decision": _team_decision,
    "hearing": _hearing,
    "letter": _letter,
    "complaint": _complaint,
    "reassessment": _reassessment,
    "own limit": _own_limit,
    "suspension": _suspension,
}
