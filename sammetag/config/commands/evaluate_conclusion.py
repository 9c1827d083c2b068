"""What `sammetag evaluate` concludes, by rule, once it is said which way is hoped for."""

from __future__ import annotations

import argparse

from sammetag.config.commands.evaluate_shown import Part, without
from sammetag.config.commands.evaluate_typed import a_number
from sammetag.config.commands.law_shown import both
from sammetag.config.commands.law_typed import refused
from sammetag.evaluation.conclusion import Finding, Plan, Scale, conclude
from sammetag.evaluation.errors import InputRefused
from sammetag.words import Words

TITLE = Words("Hvad kan konkluderes", "What can be concluded")
NOT_SAID = Words(
    "Sig med --better, om man håber på flere eller færre med hændelsen: more eller less.",
    "Say with --better whether more or fewer with the event are hoped for: more or less.",
)


def plan_of(chosen: argparse.Namespace, scale: Scale) -> Plan | None:
    """What was planned, as it was typed; None where it is not said which way is hoped for."""
    planned, margin = (
        None if typed is None else a_number(option, typed)
        for option, typed in (("--planned", chosen.planned), ("--margin", chosen.margin))
    )
    if chosen.better is None:
        return None
    try:
        return Plan(
            scale,
            primary=not chosen.secondary,
            planned=planned,
            margin=margin,
            higher_is_better=chosen.better == "more",
        )
    except InputRefused as fault:
        raise refused(fault.sentence) from fault


def conclusion(finding: Finding, plan: Plan | None) -> Part:
    """The sentence that the figures and the plan allow."""
    if plan is None:
        return without("conclusion", TITLE, NOT_SAID)
    found = conclude(finding, plan)
    data = {"verdict": found.verdict.name.lower(), "told": both(found.words)}
    return Part("conclusion", TITLE, data, (found.words,), found.method, found.warnings)
