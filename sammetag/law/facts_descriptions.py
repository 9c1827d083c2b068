"""What each field of a facts file means, with its unit: the words of the schema, in English as its names are.

A new fact is one field in its dataclass and one line here; `facts_schema` refuses a field without a line.
"""

from __future__ import annotations

DESCRIPTIONS: dict[str, dict[str, str]] = {
    "CaseFacts": {
        "id": "What tells the case from others: a text without the name or number of a person.",
        "scheme": "The scheme that the case is in, or is being considered for.",
        "granted_on": "Date of the grant.",
        "starts_on": "Date: the first day of the programme or of the flexi-job.",
        "ends_on": "Date: the last day of the programme, included; null for one without a known end.",
        "born_on": "Date of birth.",
        "talks": "The talks held.",
        "guarantee": "What began in the programme, for the guarantee that something begins in six months.",
        "target": "What is known for judging the target group.",
        "plan": "How far ahead the plan is fixed.",
        "mentor": "The period with a mentor that is looked at.",
        "team": "When the rehabilitation team treated a job clarification case.",
        "long_term": "What is known of a person in job clarification who has been ill for years.",
        "flexi_grant": "What is known for the grant of a flexi-job.",
        "flexi_clock": "What has been done in a running flexi-job.",
        "retention": "What is known of a flexi-job at the workplace where the person already works.",
        "benefit": "What is known for the benefit of a month.",
        "support": "What the citizen has been paid through the years, whole up to the month asked about.",
        "costs": "What the programme itself cost, each kind once a month; [] for nothing.",
        "leave_days": "Whole days of parental or bereavement leave inside the programme; 0 for none.",
        "active": "Days, until the end of 2015, of what raised the state's share; [] for none.",
        "reform": "What only a reform asks about.",
    },
    "TalkFacts": {"held": "Dates of the talks held that count, each once; [] for none."},
    "GuaranteeFacts": {
        "efforts": "What began; [] for nothing.",
        "exempt": "Periods without duty to be available or without contact; one without end still runs; [] "
        "or left out for none.",
        "reliefs": "What frees from bringing the case before the team again; [] or left out for nothing.",
        "resubmitted_on": "Date on which the team treated the case again; null for not yet.",
    },
    "Effort": {
        "kind": "What began: the chapter of LAB, or what else it stands under.",
        "began_on": "Date on which it began.",
        "in_plan": "Whether it stands in the plan (indsatsdel).",
    },
    "Relief": {
        "kind": "What frees from bringing the case again.",
        "on": "Date: a day on which it was so; for special reasons the day they were found.",
    },
    "Period": {
        "first": "Date: the first day, included.",
        "last": "Date: the last day, included; null where it still runs.",
    },
    "TargetFacts": {
        "complex_problems": "Judged to have complex problems, more than being out of work.",
        "unsolved": "Judged that efforts under LAB or LAS have not solved them.",
        "combined_effort": "Judged to need LAB together with social or health effort.",
        "long_support": "Has long had public support (one of three grounds).",
        "tried_in_vain": "Has tried offers or vocational rehabilitation in vain (one of three grounds).",
        "long_effort": "Needs a longer effort before a concrete job goal (one of three grounds).",
        "pointless": "Illness or impairment makes a programme obviously pointless (asked until 31 May 2018).",
        "can_develop": "The working capacity has a perspective of development (asked since 1 June 2018).",
        "ruled_out": "It is documented or quite obvious that a programme cannot improve the working capacity "
        "(asked since 1 June 2018).",
        "earlier": "Earlier programmes of the same scheme, a running one with its planned end; [] for none.",
        "own_wish": "The citizen wants this programme.",
        "disability_pension": "Receives a disability pension already.",
        "on_public_support": "Receives public support, however short the time; only a proposal asks.",
        "offers_considered": "The municipality has judged the relevance of offers or vocational "
        "rehabilitation; only a proposal asks.",
    },
    "PlanFacts": {
        "fixed_on": "Date on which the plan was fixed.",
        "fixed_until": "Date: the last day that the plan reaches, included; null asks for the limit alone.",
    },
    "MentorFacts": {
        "since": "Date: the first day with the mentor.",
        "until": "Date: the last day with the mentor, included; null asks for the limit alone.",
    },
    "TeamFacts": {
        "decided_on": "Date of the decision under the Sickness Benefit Act § 24 a; null where the person "
        "came from the benefit.",
        "treated_on": "Date on which the team treated the case; null for not yet.",
        "exemption": "Why the case need not go to the team; null for none.",
    },
    "LongTermFacts": {
        "benefit_ended_on": "Date: the last day of sickness benefit.",
        "at_risk": "Judged that the person may still be unfit for work after four years.",
        "talk_on": "Date on which the talk with the health coordinator began; null for not yet.",
        "new_until": "Date: the last day of a new programme that is thought of; null for none.",
    },
    "FlexiGrantFacts": {
        "had_one_before": "The person has had a flexi-job already.",
        "conditions_met": "Judged that the conditions of a flexi-job hold.",
    },
    "FlexiClockFacts": {
        "permanent": "The flexi-job is granted for good.",
        "followed_up": "Dates of the follow-up talks, each once; [] for none.",
        "status_on": "Date on which the status was made; null for not yet.",
        "decided_on": "Date of the decision after the status; null for not yet.",
    },
    "RetentionFacts": {
        "hired_on": "Date: the first day of the flexi-job.",
        "pension_on": "Date on which the person reaches the pension age.",
        "special_terms_since": "Date: the first day on special terms at the workplace; null for never.",
        "acute": "Acute injury or illness makes such terms obviously pointless.",
    },
    "BenefitFacts": {
        "rate": "What decides the rate in the months asked about.",
        "previous": "The benefit before the programme, where it may be kept; null for none.",
        "incomes": "What the person had besides, one for each month with something; [] for nothing in any.",
    },
    "RateFacts": {
        "has_child_duty": "Must support an own child under 18 that stays in Denmark.",
        "under_25_at_home": "Is under 25 and lives with one or both parents; counts as false from the 25th "
        "birthday on, where born_on is told.",
        "meets_residence": "Meets the requirements of residence and employment (LAS §§ 10 f, 10 h, 10 j).",
        "children_contributed_to": "Number of children with a documented duty to contribute (bidragspligt); "
        "0 when left out.",
    },
    "PreviousBenefit": {
        "kind": "Which benefit it was.",
        "monthly": "Whole kroner a month before tax.",
        "until": "Date: the last day of the right to sickness benefit; null where not yet known.",
    },
    "Income": {
        "month": "The first day of the month, as a date.",
        "pay": "Whole kroner in the month before tax: pay with pension; 0 when left out.",
        "offer": "Whole kroner in the month before tax: income as part of an offer that is not pay; 0 when "
        "left out.",
        "offer_hours": "Whole hours in the month, worked for that income in an offer; 0 when left out.",
        "other": "Whole kroner in the month before tax: everything else that counts; 0 when left out.",
        "outside": "Whole kroner: income of the time before or after the programme, and in no other field; 0 "
        "when left out.",
    },
    "SupportHistory": {
        "benefits": "Every covered benefit and when it was paid, this programme's own included.",
        "other_support": "Days of support that counts neither as a week of benefit nor as self-support; [] "
        "or left out for none.",
    },
    "BenefitSpell": {
        "period": "The days that it was paid for.",
        "benefit": "Which benefit it was.",
    },
    "ProgrammeCost": {
        "month": "The first day of the month, as a date.",
        "kind": "What kind of cost.",
        "amount": "Whole kroner in the month.",
    },
    "ActiveTime": {
        "period": "The days on which it was so.",
        "activity": "What the citizen did.",
    },
    "ReformFacts": {
        "company_recommended": "The team has recommended a company-based effort.",
        "has_job_broker": "The citizen has a job broker.",
        "in_offer": "In an employment offer, or about to begin one.",
        "offer_begun": "The offer had begun when the citizen asked for the talk about it.",
        "doubts_health_fit": "There are doubts that the offer suits the citizen's health.",
        "has_health_coordinator": "A health coordinator has been brought in.",
        "social_recommended": "The team has recommended a social effort.",
        "social_granted": "The social effort has been granted.",
        "health_recommended": "The team has recommended a municipal health effort.",
        "health_granted": "The municipal health effort has been granted.",
        "decision_deviates": "The authority wants to decide otherwise than the team recommended.",
        "decision_reconsidered": "The team has had the case again since, and knows of the deviation.",
        "in_internship": "In an internship with a company, or in a wage subsidy.",
        "aim_agreed": "Citizen, jobcentre and company have a clear agreement on the aim.",
        "cash_benefit_since": "Date: the first day of the unbroken time on cash benefit.",
        "capacity_assessed": "The working capacity has ever been assessed; false for never.",
        "capacity_assessed_on": "Date on which the working capacity was last assessed.",
        "capacity_reduced": "The working capacity was found threatened or reduced.",
        "on_public_support": "Lives on public support.",
        "offers_considered": "The municipality has judged the relevance of offers or vocational "
        "rehabilitation, or tried some.",
        "has_vocational_education": "Has completed an education that qualifies for a trade.",
        "wants_education": "The citizen wants an education.",
        "reduced_in_own_trade": "The working capacity is reduced in the citizen's own trade.",
        "able_in_other_trade": "The working capacity would do in another trade.",
        "rehabilitation_cost": "Whole kroner in all: what the education costs the municipality.",
        "capacity_documented": "The working capacity is documented as considerably and permanently reduced.",
        "preliminary_assessment": "A preliminary social and medical assessment lies ready.",
        "employer_tried": "The employer documents a real attempt.",
        "flexi_hours": "Whole hours a week in the flexi-job, rounded down.",
        "flexi_since": "Date: the first day in the flexi-job.",
        "flexi_progressed": "The hours have grown as planned.",
        "flexi_small_by_wish": "The flexi-job is small by the citizen's own wish.",
        "coordinator_cases": "Number of cases that the coordinator of this case has.",
        "caseload_kind": "Whom the coordinator's cases are about.",
    },
}
