"""`sammetag evaluate survival`: how long it takes until the event, and whether two arms differ in it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from functools import partial

import numpy as np

from sammetag.config.commands.evaluate_conclusion import conclusion, plan_of
from sammetag.config.commands.evaluate_redrawn import NAME, TITLE, Redraw, block_column, redraw_of, redrawn
from sammetag.config.commands.evaluate_rows import (
    EVERYBODY,
    Arms,
    Texts,
    arm_columns,
    arms_of,
    of_rows,
    optional,
    rows_of,
)
from sammetag.config.commands.evaluate_shown import Part, estimate, part_or_why, show, test, without
from sammetag.config.commands.evaluate_typed import a_number, a_whole, times
from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.conclusion import Finding, Scale
from sammetag.evaluation.cox import Cox, Effect, cox
from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.cox_zph import cox_zph
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure, number
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import among, events_of
from sammetag.evaluation.logrank import logrank
from sammetag.evaluation.randomisation import Blocks, log_rank_redrawn
from sammetag.evaluation.reading import Column, Kind, Table
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.rmst import restricted_mean, restricted_means
from sammetag.evaluation.survival import METHOD, KaplanMeier, kaplan_meier
from sammetag.words import Words

CURVES = Words("Andelen uden hændelsen (Kaplan-Meier)", "The share without the event (Kaplan-Meier)")
LOGRANK = Words("Log-rank", "Log-rank")
COX = Words("Cox-regression", "Cox regression")
PROPORTIONAL = Words("Er hazard ratio den samme hele vejen?", "Is the hazard ratio the same all along?")
MEAN = Words("Gennemsnitlig tid uden hændelsen", "Mean time without the event")

COUNTED = Words(
    "{who}: {persons} personer, {events} med hændelsen", "{who}: {persons} persons, {events} with the event"
)
MEDIAN = Words("{who}, median", "{who}, median")
AT = Words(
    "{who}, procent uden hændelsen ved {time} ({at_risk} fulgt så længe)",
    "{who}, per cent without the event at {time} ({at_risk} followed that long)",
)
STANDING = Words(
    "{who}: {observed} hændelser, ventet {expected}", "{who}: {observed} events, {expected} expected"
)
DIFFERS = Words("Forskel", "Difference")
RATIO = Words("Hazard ratio, {name}", "Hazard ratio, {name}")
P_OF = Words("Test, {name}", "Test, {name}")
TOGETHER = Words("Test, alle sammen", "Test, all together")
MEAN_OF = Words("{who}, inden for {tau}", "{who}, within {tau}")
DIFFERENCE = Words("Forskel i tid", "Difference in time")
BEYOND = Words("{who}: hændelser ud over de ventede: {count}", "{who}: events beyond those expected: {count}")


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is asked of whom."""

    followed: Followed
    arms: Arms | None
    strata: Texts | None
    blocks: Blocks | None
    adjusted: dict[str, Floats]
    ties: Ties


def answer(chosen: argparse.Namespace) -> int:
    """Tells all that is asked of how long it takes."""
    at, plan = times("--at", chosen.at), plan_of(chosen, Scale.RATIO)
    tau = None if chosen.tau is None else a_number("--tau", chosen.tau)
    redraw = redraw_of(chosen)
    asked = _asked(chosen, redraw)
    parts = [_curves(asked, at)]
    if asked.arms:
        parts.append(part_or_why("logrank", LOGRANK, partial(_logrank, asked, asked.arms)))
    if redraw and asked.arms and asked.blocks:
        parts.append(
            part_or_why(NAME, TITLE, partial(_redrawn, asked, asked.arms, asked.blocks, redraw=redraw))
        )
    fitted = _fitted(asked)
    if asked.arms or asked.adjusted:
        parts.append(without("cox", COX, fitted.why) if isinstance(fitted, Undefined) else _cox(fitted))
        parts.append(part_or_why("proportionality", PROPORTIONAL, partial(_proportionality, asked)))
    if tau is not None:
        parts.append(part_or_why("restricted_mean", MEAN, partial(_means, asked, tau)))
    if asked.arms:
        parts.append(conclusion(_finding(asked, asked.arms, fitted), plan))
    show(parts, in_json=chosen.json)
    return 0


def _asked(chosen: argparse.Namespace, redraw: Redraw | None) -> Asked:
    cause = None if chosen.cause is None else a_whole("--cause", chosen.cause)
    contract = (
        Column(chosen.time),
        Column(chosen.event, Kind.YES_NO if cause is None else Kind.WHOLE),
        *optional(chosen.entry),
        *arm_columns(chosen),
        *optional(chosen.stratum, Kind.TEXT),
        *block_column(chosen),
        *optional(chosen.person, Kind.TEXT, unique=True),
        *(Column(name) for name in chosen.adjust or ()),
    )
    table = rows_of(chosen.file, contract)
    with of_rows(chosen.file, table):
        followed = _followed(chosen, table, cause)
    arms = None if chosen.arm is None else arms_of(chosen, table)
    return Asked(
        followed=followed,
        arms=arms,
        strata=None if chosen.stratum is None else np.array(table.texts(chosen.stratum)),
        blocks=redraw.blocks(chosen, table, arms) if redraw and arms else None,
        adjusted={name: table.numbers(name) for name in chosen.adjust or ()},
        ties=Ties(chosen.ties),
    )


def _followed(chosen: argparse.Namespace, table: Table, cause: int | None) -> Followed:
    entry = None if chosen.entry is None else table.numbers(chosen.entry)
    if cause is None:
        return Followed(table.numbers(chosen.time), table.yes_no(chosen.event).astype(np.int64), entry)
    told = Followed(table.numbers(chosen.time), table.wholes(chosen.event), entry)
    return Followed(told.time, events_of(told, cause).astype(np.int64), entry)


def _curves(asked: Asked, at: tuple[float, ...]) -> Part:
    everybody = np.ones(len(asked.followed), np.bool_)
    groups = asked.arms.named() if asked.arms else ((EVERYBODY, everybody),)
    found = [(who, kaplan_meier(among(asked.followed, rows))) for who, rows in groups]
    lines = [line for who, one in found for line in _curve_in_words(who, one, at)]
    warnings = dict.fromkeys(warning for _who, one in found for warning in one.warnings)
    data = {"arms": [_curve_as_data(who, one, at) for who, one in found]}
    return Part("kaplan_meier", CURVES, data, tuple(lines), METHOD, tuple(warnings))


def _curve_as_data(who: Words, found: KaplanMeier, at: tuple[float, ...]) -> dict[str, object]:
    counts = {"arm": who, "persons": found.persons, "events": found.events}
    return counts | {"median": found.median, "at": found.curve.at(at)}


def _curve_in_words(who: Words, found: KaplanMeier, at: tuple[float, ...]) -> list[Words]:
    return [
        COUNTED.filled(who=who, persons=found.persons, events=found.events),
        estimate(MEDIAN.filled(who=who), found.median, 1),
        *(
            estimate(
                AT.filled(who=who, time=number(one.time), at_risk=one.at_risk), one.estimate, 1, times=100
            )
            for one in found.curve.at(at)
        ),
    ]


def _logrank(asked: Asked, arms: Arms) -> Part:
    found = logrank(asked.followed, arms.is_treated, strata=asked.strata)
    standings = [(arms.treated if one.label else arms.control, one) for one in reversed(found.standings)]
    lines = [
        STANDING.filled(who=who, observed=one.observed, expected=figure(one.expected, 1))
        for who, one in standings
    ]
    told = [
        {"arm": who, "persons": one.persons, "observed": one.observed, "expected": one.expected}
        for who, one in standings
    ]
    data = {"test": found.test, "z": found.z, "arms": told}
    lines.append(test(DIFFERS, found.test))
    return Part("logrank", LOGRANK, data, tuple(lines), found.method, found.warnings)


def _redrawn(asked: Asked, arms: Arms, blocks: Blocks, *, redraw: Redraw) -> Part:
    """The log-rank as above, within the same strata; only the draw is repeated in its blocks."""
    found = log_rank_redrawn(
        asked.followed,
        blocks,
        seed=redraw.seed,
        stratified=asked.strata is not None,
        strata=asked.strata,
        redraws=redraw.redraws,
    )
    beyond = BEYOND.filled(who=arms.treated, count=figure(found.observed, 1))
    return redrawn(redraw, found, beyond)


def _model(asked: Asked) -> CoxModel:
    arm = {asked.arms.column: asked.arms.is_treated} if asked.arms else {}
    return CoxModel(asked.followed, arm | asked.adjusted, strata=asked.strata, ties=asked.ties)


def _fitted(asked: Asked) -> Cox | Undefined:
    try:
        return cox(_model(asked))
    except InputRefused as fault:
        return Undefined(fault.sentence)


def _cox(found: Cox) -> Part:
    lines: list[Words] = []
    for name, effect in found.effects.items():
        ratio = effect.hazard_ratio if isinstance(effect, Effect) else effect
        lines.append(estimate(RATIO.filled(name=name), ratio))
        if isinstance(effect, Effect):
            lines.append(test(P_OF.filled(name=name), effect.wald))
    data = {
        "effects": found.effects,
        "rows": found.rows,
        "events": found.events,
        "ties": found.ties,
        "converged": found.converged,
        "log_likelihood": found.log_likelihood,
        "likelihood_ratio": found.likelihood_ratio,
    }
    return Part("cox", COX, data, tuple(lines), found.method, found.warnings)


def _proportionality(asked: Asked) -> Part:
    found = cox_zph(_model(asked))
    lines = [test(P_OF.filled(name=name), one) for name, one in found.covariates.items()]
    if len(lines) > 1:
        lines.append(test(TOGETHER, found.together))
    data = {"covariates": found.covariates, "together": found.together, "transform": found.transform}
    return Part("proportionality", PROPORTIONAL, data, tuple(lines), found.method, found.warnings)


def _means(asked: Asked, tau: float) -> Part:
    if asked.arms is None:
        alone = restricted_mean(asked.followed, tau)
        line = estimate(MEAN_OF.filled(who=EVERYBODY, tau=number(tau)), alone.mean, 1)
        data: dict[str, object] = {"tau": tau, "mean": alone.mean}
        return Part("restricted_mean", MEAN, data, (line,), alone.method)
    found = restricted_means(asked.followed, asked.arms.is_treated, tau)
    lines = (
        estimate(MEAN_OF.filled(who=asked.arms.treated, tau=number(tau)), found.treated.mean, 1),
        estimate(MEAN_OF.filled(who=asked.arms.control, tau=number(tau)), found.control.mean, 1),
        estimate(DIFFERENCE, found.difference, 1),
        test(DIFFERS, found.difference_test),
    )
    data = {
        "tau": tau,
        "treated": found.treated.mean,
        "control": found.control.mean,
        "difference": found.difference,
        "test": found.difference_test,
        "ratio": found.ratio,
    }
    return Part("restricted_mean", MEAN, data, lines, found.method, found.warnings)


def _finding(asked: Asked, arms: Arms, fitted: Cox | Undefined) -> Finding:
    """The hazard ratio of the arm, as what is concluded from."""
    effect = fitted if isinstance(fitted, Undefined) else fitted.effects[arms.column]
    events = int(asked.followed.ending.sum())
    if isinstance(effect, Undefined):
        return Finding(effect, events=events)
    p = None if isinstance(effect.wald, Undefined) else effect.wald.p
    return Finding(effect.hazard_ratio, p, events)
