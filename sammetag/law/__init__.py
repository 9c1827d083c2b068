"""The law as dated rules with sources: plain Python, no web framework, no database.

Every question takes its dates from the caller; nothing here knows what day it is.

Questions
    talks_due(TalkFacts, on)            -> Answer[TalksDue]    how many talks, how many missing, by when
    forms_allowed(FormFacts, on)        -> Answer[Forms]       the forms a talk may have that day
    form_allowed(FormFacts, form, on)   -> Answer[bool]        whether one form is allowed, and so counts
    length_allowed(LengthFacts)         -> Answer[Length]      earliest and latest end of a programme
    guarantee(GuaranteeFacts, on)       -> Answer[Guarantee]   by when something must begin, and what counts
    mentor_period(MentorFacts, on)      -> Answer[MentorPeriod]  the latest end of a period with a mentor
    job_broker(JobBrokerFacts, on)      -> Answer[JobBroker]   the right to a job broker, and whether met
    health_coordinator(HealthCoordinatorFacts, on) -> Answer[HealthCoordinator]  the right, and who may wait
    plan_ahead(PlanFacts, on)           -> Answer[PlanAhead]   how far ahead the plan must reach
    number(name, scheme=..., on=...)    -> Number              one dated number with its unit and source

Who is in it, and what comes beside and after
    target_group(TargetFacts, on)       -> Answer[Assessment]  each condition: holds, fails, unknown; why
    pension_age(born_on)                -> PensionAge          years, months and the day it is reached
    team_deadline(TeamFacts, on)        -> Answer[TeamDeadline]  by when the team sees a job clarification
    long_term(LongTermFacts, on)        -> Answer[LongTerm]    the talk at 3½ years, and what follows at 4
    flexi_grant(FlexiGrantFacts)        -> Answer[FlexiGrant]  five years, or for good
    flexi_clock(FlexiClockFacts, on)    -> Answer[FlexiClock]  follow-up, status, end
    retention(RetentionFacts)           -> Answer[Retention]   when one in the same workplace may begin

Money
    benefit_rate(RateFacts, on)         -> Answer[BenefitRate]  the monthly rate, and how well it was read
    pay_set_off(PayFacts, on)           -> Answer[PaySetOff]   what a month's pay takes off the benefit
    benefit(BenefitFacts, month)        -> Answer[Benefit]     what one month pays, and why
    benefit_share(ShareFacts, on)       -> Answer[Share]       per cent of the benefit that the state pays
    programme_share(CostFacts, on)      -> Answer[Share]       per cent of a programme's cost that it pays
    count_weeks(SupportHistory, FreshStart) -> WeekCount       which number each week with benefit has
    net_cost(paid_oere, share)          -> int                 what the municipality bears, in øre

Decisions
    sanction(SanctionFacts, on)         -> Answer[Sanction]    what an event leads to: days, weeks, kroner
    steps_before(StepFacts, on)         -> Answer[StepsBefore]  each step before a sanction, how far it is
    hearing, decision_letter, complaint_limit, reassessment    what general administrative law asks of each
    team_decision(TeamDecisionFacts, on) -> Answer[TeamDecision]  may it be taken, or back to the team
    own_limit(OwnLimitFacts, on)        -> Answer[OwnDeadline]  a limit that the municipality set itself

Out of the ordinary
    suspension(SuspensionFacts, on)     -> Answer[Suspension]  how far COVID-19 suspended a duty, 2020-22
    open_questions(scheme=..., on=...)  -> OpenQuestion, ...   what no text settles, and how it can be read
    questions_about(*topics, days=...)  -> OpenQuestion, ...   those that touch some rules
    reading_of(name, readings, on)      -> LocalReading | None  how a municipality reads one of them

Answers
    Answer       value, reasons, version; `warnings` are the reasons to read before relying on the value
    Reason       text (Words), kind (ReasonKind), source
    Version      topic, schemes, period, source, confidence, note
    Words        da, en; `in_language('da')`, `filled(...)`; `day_in_words`, `period_in_words`, `counted`,
                 `together` make them
    CONFIDENCE_WORDS   what each `Confidence` is called

No answer
    LawError     has `.sentence` (Words) for the person; its kinds are NotInForce, OutsideProgramme
                 (a NotInForce), NotKnown and UnknownScheme.
    RulebookError means that the rulebook itself is wrong, and stops the program when it starts.

Schemes and the rulebook
    SCHEMES, scheme_name(scheme), RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB, FLEKSJOB
    change_dates()     every date on which a rule or a number changes
    BOOK               all versions: BOOK.versions(), BOOK.topics()

Changing a rule touches three files, for talks: `talks.py` (a new dated version beside the old one),
`talks.yaml` (its number) and `tests/law/talks_examples.yaml` (examples on, inside and outside its dates).
"""

from datetime import date

from sammetag.law.administrative import complaint_limit, decision_letter, hearing, reassessment
from sammetag.law.administrative_facts import (
    ComplaintFacts,
    ComplaintLimit,
    Hearing,
    HearingException,
    HearingFacts,
    Letter,
    LetterFacts,
    Outcome,
    Reassessment,
    ReassessmentFacts,
)
from sammetag.law.answer import (
    CONFIDENCE_WORDS,
    Answer,
    ChosenBy,
    Confidence,
    Reason,
    ReasonKind,
    Source,
    Topic,
    Version,
)
from sammetag.law.benefit import Benefit, benefit
from sammetag.law.benefit_earnings import PayFacts, PaySetOff, pay_set_off
from sammetag.law.benefit_facts import BenefitFacts, Income, PreviousBenefit, PreviousKind
from sammetag.law.benefit_rate import BenefitRate, RateFacts, RateLevel, benefit_rate
from sammetag.law.benefit_regulation import regulated, regulated_threshold
from sammetag.law.clarification import long_term, team_deadline
from sammetag.law.clarification_facts import LongTerm, LongTermFacts, TeamDeadline, TeamExemption, TeamFacts
from sammetag.law.duration import Length, LengthFacts, length_allowed
from sammetag.law.errors import (
    LawError,
    NotInForce,
    NotKnown,
    OutsideProgramme,
    RulebookError,
    UnknownScheme,
)
from sammetag.law.flexi_job import flexi_clock, flexi_grant, retention
from sammetag.law.flexi_job_facts import (
    FlexiClock,
    FlexiClockFacts,
    FlexiGrant,
    FlexiGrantFacts,
    GrantKind,
    Retention,
    RetentionExemption,
    RetentionFacts,
)
from sammetag.law.form import Form, FormFacts, Forms, form_allowed, forms_allowed
from sammetag.law.guarantee import Guarantee, GuaranteeState, guarantee
from sammetag.law.guarantee_facts import Effort, EffortKind, GuaranteeFacts, Relief, ReliefKind
from sammetag.law.health_coordinator import HealthCoordinator, HealthCoordinatorFacts, health_coordinator
from sammetag.law.job_broker import JobBroker, JobBrokerFacts, job_broker
from sammetag.law.mentor_period import MentorFacts, MentorPeriod, mentor_period
from sammetag.law.numbers import Number, all_numbers, number
from sammetag.law.open_questions import (
    LocalReading,
    NoSuchReading,
    OpenQuestion,
    Reading,
    open_questions,
    question_named,
    questions_about,
    reading_of,
)
from sammetag.law.own_limits import LimitUnit, OwnDeadline, OwnLimit, OwnLimitFacts, OwnLimits, own_limit
from sammetag.law.pension_age import PensionAge, pension_age
from sammetag.law.period import DAY, Period, add_months, months_from
from sammetag.law.period_words import period_in_words
from sammetag.law.plan_ahead import PlanAhead, PlanFacts, plan_ahead
from sammetag.law.registry import BOOK
from sammetag.law.reimbursement import Activity, ShareFacts, benefit_share, deciding_day
from sammetag.law.reimbursement_cost import PaidPart, Share, SharedCost, cost_of_month, net_cost
from sammetag.law.reimbursement_programme import CostFacts, CostKind, programme_share
from sammetag.law.reimbursement_weeks import (
    BenefitSpell,
    CountedWeek,
    CoveredBenefit,
    FreshStart,
    SupportHistory,
    WeekCount,
    WeekState,
    count_weeks,
    fresh_start,
)
from sammetag.law.sanction import sanction
from sammetag.law.sanction_facts import RateGroup, Sanction, SanctionEvent, SanctionFacts, SanctionKind
from sammetag.law.sanction_guidance import guidance_before
from sammetag.law.sanction_steps import steps_before
from sammetag.law.sanction_steps_facts import (
    Contact,
    Guidance,
    GuidanceForm,
    HearingHeld,
    Step,
    StepFacts,
    StepKind,
    StepsBefore,
    StepState,
)
from sammetag.law.schemes import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, SCHEMES, scheme_name
from sammetag.law.suspensions import suspension
from sammetag.law.suspensions_facts import SuspendedActivity, Suspension, SuspensionFacts, SuspensionState
from sammetag.law.talks import TalkFacts, TalksDue, talks_due
from sammetag.law.target_group import CIRCULAR, target_group
from sammetag.law.target_group_facts import (
    Assessment,
    Condition,
    ConditionName,
    ConditionState,
    TargetFacts,
    TargetResult,
)
from sammetag.law.team_decision import DecisionState, TeamDecision, TeamDecisionFacts, team_decision
from sammetag.words import Words, counted, day_in_words, together

__all__ = [
    "Activity",
    "Answer",
    "Assessment",
    "BOOK",
    "Benefit",
    "BenefitFacts",
    "BenefitRate",
    "BenefitSpell",
    "CIRCULAR",
    "CONFIDENCE_WORDS",
    "ChosenBy",
    "ComplaintFacts",
    "ComplaintLimit",
    "Condition",
    "ConditionName",
    "ConditionState",
    "Confidence",
    "Contact",
    "CostFacts",
    "CostKind",
    "CountedWeek",
    "CoveredBenefit",
    "DAY",
    "DecisionState",
    "Effort",
    "EffortKind",
    "FLEKSJOB",
    "FlexiClock",
    "FlexiClockFacts",
    "FlexiGrant",
    "FlexiGrantFacts",
    "Form",
    "FormFacts",
    "Forms",
    "FreshStart",
    "GrantKind",
    "Guarantee",
    "GuaranteeFacts",
    "GuaranteeState",
    "Guidance",
    "GuidanceForm",
    "HealthCoordinator",
    "HealthCoordinatorFacts",
    "Hearing",
    "HearingException",
    "HearingFacts",
    "HearingHeld",
    "Income",
    "JOBAFKLARINGSFORLOEB",
    "JobBroker",
    "JobBrokerFacts",
    "LawError",
    "Length",
    "LengthFacts",
    "Letter",
    "LetterFacts",
    "LimitUnit",
    "LongTerm",
    "LongTermFacts",
    "LocalReading",
    "MentorFacts",
    "MentorPeriod",
    "NoSuchReading",
    "NotInForce",
    "NotKnown",
    "Number",
    "OpenQuestion",
    "Outcome",
    "OutsideProgramme",
    "OwnDeadline",
    "OwnLimit",
    "OwnLimitFacts",
    "OwnLimits",
    "PaidPart",
    "PayFacts",
    "PaySetOff",
    "PensionAge",
    "Period",
    "PlanAhead",
    "PlanFacts",
    "PreviousBenefit",
    "PreviousKind",
    "RESSOURCEFORLOEB",
    "RateFacts",
    "RateGroup",
    "RateLevel",
    "Reading",
    "Reason",
    "ReasonKind",
    "Reassessment",
    "ReassessmentFacts",
    "Relief",
    "ReliefKind",
    "Retention",
    "RetentionExemption",
    "RetentionFacts",
    "RulebookError",
    "SCHEMES",
    "Sanction",
    "SanctionEvent",
    "SanctionFacts",
    "SanctionKind",
    "Share",
    "ShareFacts",
    "SharedCost",
    "Source",
    "Step",
    "StepFacts",
    "StepKind",
    "StepState",
    "StepsBefore",
    "SupportHistory",
    "SuspendedActivity",
    "Suspension",
    "SuspensionFacts",
    "SuspensionState",
    "TalkFacts",
    "TalksDue",
    "TargetFacts",
    "TargetResult",
    "TeamDeadline",
    "TeamDecision",
    "TeamDecisionFacts",
    "TeamExemption",
    "TeamFacts",
    "Topic",
    "UnknownScheme",
    "Version",
    "WeekCount",
    "WeekState",
    "Words",
    "add_months",
    "benefit",
    "benefit_rate",
    "benefit_share",
    "change_dates",
    "complaint_limit",
    "cost_of_month",
    "count_weeks",
    "counted",
    "day_in_words",
    "deciding_day",
    "decision_letter",
    "flexi_clock",
    "flexi_grant",
    "form_allowed",
    "forms_allowed",
    "fresh_start",
    "guarantee",
    "guidance_before",
    "health_coordinator",
    "hearing",
    "job_broker",
    "length_allowed",
    "long_term",
    "mentor_period",
    "months_from",
    "net_cost",
    "number",
    "open_questions",
    "own_limit",
    "pay_set_off",
    "pension_age",
    "period_in_words",
    "plan_ahead",
    "programme_share",
    "question_named",
    "questions_about",
    "reading_of",
    "reassessment",
    "regulated",
    "regulated_threshold",
    "retention",
    "sanction",
    "scheme_name",
    "steps_before",
    "suspension",
    "talks_due",
    "target_group",
    "team_deadline",
    "team_decision",
    "together",
]


def change_dates() -> tuple[date, ...]:
    """Give every date on which a rule or a number begins, or is the first day without one; in order."""
    periods = [found.period for found in all_numbers()]
    begins = {period.first for period in periods}
    ends = {period.last + DAY for period in periods if period.last is not None}
    return tuple(sorted(begins | ends | set(BOOK.change_dates())))


BOOK.refuse_gaps()
all_numbers()
