"""What may be known of one case, gathered: a part that is None is not known, and never a no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.benefit_facts import BenefitFacts, require_month
from sammetag.law.clarification_facts import LongTermFacts, TeamFacts
from sammetag.law.flexi_job_facts import FlexiClockFacts, FlexiGrantFacts, RetentionFacts
from sammetag.law.guarantee_facts import GuaranteeFacts
from sammetag.law.mentor_period import MentorFacts
from sammetag.law.period import Period
from sammetag.law.plan_ahead import PlanFacts
from sammetag.law.reimbursement import Activity
from sammetag.law.reimbursement_programme import CostKind
from sammetag.law.reimbursement_weeks import SupportHistory
from sammetag.law.talks import TalkFacts
from sammetag.law.target_group_facts import TargetFacts


class CaseloadKind(StrEnum):
    """Whom a coordinator's cases are about, as the proposed ceilings tell them apart."""

    YOUNG = "young"
    ADULT = "adult"
    JOB_READY = "job_ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReformFacts:
    """What reforms ask about, and of rights and decisions the law too; None is not known.

    Recommendation and offer: `company_recommended`: the team has recommended a company-based effort;
    `has_job_broker`; `in_offer`: in an employment offer or about to begin one; `offer_begun`: it had begun
    when the citizen asked for the talk about it; `doubts_health_fit`: doubts that it suits their health;
    `has_health_coordinator`: one has been brought in; `social_recommended` and `social_granted`, and the same
    for health: a social or municipal health effort; `decision_deviates`: the authority wants to decide
    otherwise than the team recommended; `decision_reconsidered`: the team has had the case again since.
    Internship: `in_internship`: with a company, or in a wage subsidy; `aim_agreed`: citizen, jobcentre and
    company have a clear agreement on its aim.
    Cash benefit: `cash_benefit_since`: the first day of the unbroken time on it; `capacity_assessed`: the
    working capacity has ever been assessed; `capacity_assessed_on`: when last; `capacity_reduced`: found
    threatened or reduced;
    `offers_considered`: the municipality has judged the relevance of offers or vocational rehabilitation, or
    tried some.
    Vocational rehabilitation: `reduced_in_own_trade`, `able_in_other_trade`: the working capacity;
    `rehabilitation_cost`: what the education costs the municipality, in whole kroner.
    Flexi-job: `capacity_documented`: as considerably and permanently reduced; `preliminary_assessment`: a
    preliminary social and medical one lies ready; `employer_tried`: the employer documents a real attempt;
    `flexi_hours`: whole hours a week, rounded down; `flexi_progressed`: the hours have grown as planned.
    Caseload: `coordinator_cases`: how many the coordinator of this case has.
    """

    company_recommended: bool | None = None
    has_job_broker: bool | None = None
    in_offer: bool | None = None
    offer_begun: bool | None = None
    doubts_health_fit: bool | None = None
    has_health_coordinator: bool | None = None
    social_recommended: bool | None = None
    social_granted: bool | None = None
    health_recommended: bool | None = None
    health_granted: bool | None = None
    decision_deviates: bool | None = None
    decision_reconsidered: bool | None = None
    in_internship: bool | None = None
    aim_agreed: bool | None = None
    cash_benefit_since: date | None = None
    capacity_assessed: bool | None = None
    capacity_assessed_on: date | None = None
    capacity_reduced: bool | None = None
    on_public_support: bool | None = None
    offers_considered: bool | None = None
    has_vocational_education: bool | None = None
    wants_education: bool | None = None
    reduced_in_own_trade: bool | None = None
    able_in_other_trade: bool | None = None
    rehabilitation_cost: int | None = None
    capacity_documented: bool | None = None
    preliminary_assessment: bool | None = None
    employer_tried: bool | None = None
    flexi_hours: int | None = None
    flexi_since: date | None = None
    flexi_progressed: bool | None = None
    flexi_small_by_wish: bool | None = None
    coordinator_cases: int | None = None
    caseload_kind: CaseloadKind | None = None

    def __post_init__(self) -> None:
        """Refuse the day and the result of an assessment that has never been made."""
        if self.capacity_assessed is not False:
            return
        if self.capacity_assessed_on is not None:
            raise ValueError(f"never assessed, and assessed on {self.capacity_assessed_on}")
        if self.capacity_reduced:
            raise ValueError("never assessed, and found reduced")


@dataclass(frozen=True, slots=True)
class ProgrammeCost:
    """What one kind of cost in the programme came to in one month, told by its first day; in whole kroner.

    Raises ValueError for a month that is not told by its first day, and for a negative amount.
    """

    month: date
    kind: CostKind
    amount: int

    def __post_init__(self) -> None:
        """Refuse a day within a month, and money that went the other way."""
        require_month(self.month)
        if self.amount < 0:
            raise ValueError(f"nobody can be paid {self.amount} kroner")


@dataclass(frozen=True, slots=True)
class ActiveTime:
    """Days on which the citizen did what raised the state's share of the benefit until the end of 2015."""

    period: Period
    activity: Activity


NOTHING_KNOWN = ReformFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What is known of a case; each part is what one question of the law is asked with.

    `id` tells cases apart and names nobody. The dates of the programme stand here, and again in the parts.
    `leave_days`: days of parental or bereavement leave inside the programme. `active`: () for never.
    """

    id: str
    scheme: str
    granted_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    born_on: date | None = None
    talks: TalkFacts | None = None
    guarantee: GuaranteeFacts | None = None
    target: TargetFacts | None = None
    plan: PlanFacts | None = None
    mentor: MentorFacts | None = None
    team: TeamFacts | None = None
    long_term: LongTermFacts | None = None
    flexi_grant: FlexiGrantFacts | None = None
    flexi_clock: FlexiClockFacts | None = None
    retention: RetentionFacts | None = None
    benefit: BenefitFacts | None = None
    support: SupportHistory | None = None
    costs: tuple[ProgrammeCost, ...] | None = None
    leave_days: int | None = None
    active: tuple[ActiveTime, ...] | None = None
    reform: ReformFacts = NOTHING_KNOWN
