"""The facts by which the target group is judged, gathered from a case."""

from __future__ import annotations

from dataclasses import fields

from sammetag.law.case_facts import CaseFacts
from sammetag.law.target_group_facts import ProposedTargetFacts, TargetFacts


def target_facts(case: CaseFacts) -> TargetFacts | None:
    """Give what the case tells of the target group, with what a proposed wording asks; None for nothing."""
    target, told = case.target, case.reform
    if target is None:
        return None
    return ProposedTargetFacts(
        **{one.name: getattr(target, one.name) for one in fields(TargetFacts)},
        on_public_support=told.on_public_support,
        offers_considered=told.offers_considered,
    )
