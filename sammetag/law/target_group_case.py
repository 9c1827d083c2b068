"""The facts by which the target group is judged, gathered from a case; and which of them it still lacks."""

from __future__ import annotations

from dataclasses import fields

from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import Open
from sammetag.law.target_group_facts import (
    Assessment,
    ConditionName,
    ConditionState,
    ProposedTargetFacts,
    TargetFacts,
)

# What settles each condition, by its path in a facts file. Where all of the first are told, the next do.
SETTLED_BY: dict[ConditionName, tuple[tuple[str, ...], ...]] = {
    ConditionName.COMPLEX_PROBLEMS: (("target.complex_problems",),),
    ConditionName.UNSOLVED: (("target.unsolved",), ("target.combined_effort",)),
    ConditionName.COMBINED_EFFORT: (("target.combined_effort",),),
    ConditionName.GROUND: (
        ("target.long_support", "target.tried_in_vain", "target.long_effort"),
        ("reform.on_public_support", "reform.offers_considered"),
    ),
    ConditionName.NOT_POINTLESS: (("target.pointless",),),
    ConditionName.CAN_DEVELOP: (("target.can_develop",),),
    ConditionName.NOT_RULED_OUT: (("target.ruled_out",),),
    ConditionName.BELOW_PENSION_AGE: (("born_on",),),
    ConditionName.YEARS_TO_PENSION: (("born_on", "target.own_wish"),),
    ConditionName.EARLIER_PROGRAMMES: (("born_on", "target.earlier", "target.own_wish"),),
    ConditionName.DISABILITY_PENSION: (("target.disability_pension",), ("born_on", "target.own_wish")),
}


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


def open_conditions(case: CaseFacts, found: Assessment) -> Open:
    """Give the conditions that do not hold, by which two assessments are compared, and what settles them.

    One that holds makes no difference to anybody, whichever act or proposal asks for it.
    """
    deciding = frozenset(
        (one.name, one.state, one.demand) for one in found.conditions if one.state is not ConditionState.HOLDS
    )
    facts = target_facts(case)
    lacks = (path for name in found.named(ConditionState.UNKNOWN) for path in _lacks(facts, name))
    return Open(deciding, tuple(dict.fromkeys(lacks)))


def _lacks(facts: TargetFacts | None, name: ConditionName) -> tuple[str, ...]:
    """Give what would settle a condition; nothing where only a look into the act does."""
    for paths in SETTLED_BY[name]:
        lacks = tuple(path for path in paths if getattr(facts, path.rpartition(".")[2]) is None)
        if lacks:
            return lacks
    return ()
