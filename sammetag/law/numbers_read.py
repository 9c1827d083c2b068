"""Which numbers each rule reads, by the files they stand in. A rule that is not named here reads none."""

from __future__ import annotations

from functools import cache

from sammetag.law.answer import ChosenBy, Topic
from sammetag.law.numbers import numbers_in
from sammetag.law.registry import BOOK

# The files whose numbers a rule reads; and of a file that several share, how the names of its own begin.
_READS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "target.group": (("target_group.yaml",), ()),
    "programme.length": (("duration.yaml",), ()),
    "plan.ahead": (("plan_ahead.yaml",), ()),
    "guarantee": (("guarantee.yaml",), ()),
    "mentor.period": (("mentor_period.yaml",), ()),
    "talks.due": (("talks.yaml",), ()),
    "talks.form": (("form.yaml",), ()),
    "clarification.team": (("clarification.yaml",), ("clarification_team_", "clarification_recovery_")),
    "clarification.long_term": (
        ("clarification.yaml",),
        ("clarification_talk_", "clarification_clinical_", "clarification_intensive_"),
    ),
    "flexi_job.grant": (("flexi_job.yaml",), ("flexi_job_months", "flexi_job_permanent_")),
    "flexi_job.clock": (("flexi_job.yaml",), ("flexi_job_follow_", "flexi_job_status_")),
    "flexi_job.retention": (("flexi_job.yaml",), ("flexi_job_special_", "flexi_job_years_")),
    "benefit.rate": (("benefit.yaml", "benefit_regulation.yaml"), ()),
    "benefit.pay": (("benefit_earnings.yaml",), ("pay_",)),
    "benefit.month": (("benefit_earnings.yaml",), ("offer_",)),
    "sanction": (("sanction.yaml",), ("daily_", "point_", "hidden_")),
    "sanction.guidance": (("sanction.yaml",), ("guidance_",)),
    "sanction.steps": (("sanction.yaml",), ("carry_",)),
    "administrative.letter": (("administrative.yaml",), ("reasons_", "complaint_")),
    "administrative.complaint": (("administrative.yaml",), ("complaint_",)),
    "administrative.reassessment": (("administrative.yaml",), ("reassessment_", "maintain_", "forward_")),
    "reimbursement.benefit": (
        ("reimbursement.yaml",),
        (
            *("refund_passive_", "refund_active_", "refund_first_", "refund_second_", "refund_third_"),
            *("refund_last_", "refund_self_"),
        ),
    ),
    "reimbursement.programme": (
        ("reimbursement.yaml",),
        (
            *("refund_offer_", "refund_mentor_", "refund_extra_", "refund_support_", "refund_teaching_"),
            "refund_casework_",
        ),
    ),
}


@cache
def numbers_read_by(topic: str) -> tuple[str, ...]:
    """Give the names of the numbers that a rule reads, in the order in which they are written down."""
    files, begin = _READS.get(topic, ((), ()))
    names = dict.fromkeys(one.name for file in files for one in numbers_in(file))
    return tuple(name for name in names if not begin or name.startswith(begin))


@cache
def topics_reading(number: str) -> tuple[Topic, ...]:
    """Give the rules that read a number."""
    return tuple(topic for topic in BOOK.topics() if number in numbers_read_by(topic.name))


def goes_by_grant(name: str) -> bool:
    """Say whether the day of the grant chooses what holds; for a number the rules that read it say so."""
    topic = BOOK.topic_named(name)
    asked = (topic,) if topic else topics_reading(name)
    return bool(asked) and all(one.chosen_by is ChosenBy.GRANT for one in asked)
