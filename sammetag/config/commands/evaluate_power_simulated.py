"""`sammetag evaluate power --simulate`: how often a trial finds its difference, tried out by running it."""

from __future__ import annotations

import argparse

from sammetag.config.commands.evaluate_rows import rows_of
from sammetag.config.commands.evaluate_shown import Part, estimate
from sammetag.config.commands.evaluate_typed import (
    a_count,
    a_number,
    a_ratio,
    given,
    missing,
    of_file,
    random_seed,
    refuse_without,
)
from sammetag.config.commands.law_typed import refused
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure, number
from sammetag.evaluation.power_simulated import (
    TRIALS,
    Accrual,
    Course,
    SimulatedPower,
    simulate_power,
    weekly_rate,
)
from sammetag.evaluation.reading import Column, Kind
from sammetag.words import Words

OPTIONS = (
    *("--weeks", "--control-share", "--competing", "--lost"),
    *("--draws", "--every", "--per-draw", "--accrual", "--ratio", "--trials", "--random-seed"),
)
PERSONS, WEEKS = "persons", "weeks"
MOST_DRAWS, MOST_WEEKS, MOST_TRIALS = 1_000, 5_000, 100_000
# What is larger takes more memory than a machine at hand may have.
MOST_PERSONS, MOST_DRAW_WEEKS = 50_000, 50_000

TITLE = Words("Styrke ved simulation", "Power by simulation")
COMING_IN = Words(
    "Lodtrækninger: {draws}. Personer i alt: {persons}. De følges i {weeks} uger.",
    "Draws: {draws}. Persons in all: {persons}. They are followed for {weeks} weeks.",
)
FROM_TO = Words("{shortest} til {longest}", "{shortest} to {longest}")
EVENTS = Words(
    "Med en hazard ratio på {ratio} ventes {events} hændelser i et forsøg.",
    "With a hazard ratio of {ratio} a trial is expected to have {events} events.",
)
POWER = Words("Styrke i procent", "Power in per cent")

THE_WEEKS = Words(
    "de uger, som andelene gælder efter", "the weeks after which persons have had it in these shares"
)
THE_CONTROL_SHARE = Words(
    "den andel af kontrolgruppen, der har hændelsen efter --weeks",
    "the share of control that has had the event after --weeks",
)
THE_GAP = Words("antallet af uger mellem lodtrækningerne", "the number of weeks between draws")
HOW_THEY_COME_IN = Words(
    "Sig, hvordan personerne kommer ind: --draws 13 --every 2 --per-draw 16, eller --accrual med en fil.",
    "Say how the persons come in: --draws 13 --every 2 --per-draw 16, or --accrual with a file.",
)
NO_HAZARD = Words(
    "--hazard-ratio skal være over 0; {ratio} kan ikke bruges. Skriv 2 for dobbelt så ofte, 0,5 for halvt.",
    "--hazard-ratio must be above 0; {ratio} cannot be used. Write 2 for twice as often, 0.5 for half.",
)
NOT_SIMULATED = Words(
    "{option} kan ikke angives sammen med --simulate: styrken findes af lodtrækningerne. Udelad {option}.",
    "{option} cannot be given with --simulate: the power follows from the draws. Leave {option} out.",
)
TOLD_TWICE = Words(
    "{option} kan ikke angives sammen med {other}, som siger det samme. Udelad en af dem.",
    "{option} cannot be given together with {other}, which says the same. Leave one of them out.",
)
TOO_LARGE = Words(
    "Forsøget er for stort til at simulere. Det må have {persons} personer i alt, og antallet af "
    "lodtrækninger gange det længste antal uger må være {cells}.",
    "The trial is too large to simulate. It may have {persons} persons in all, and the number of draws times "
    "the most weeks may be {cells}.",
)


def simulated(chosen: argparse.Namespace) -> Part:
    """The power of the trial as it was typed."""
    for option in ("--each", "--events", "--power"):
        if given(chosen, option):
            raise refused(NOT_SIMULATED.filled(option=option))
    if chosen.weeks is None:
        raise missing("--weeks", THE_WEEKS)
    weeks = a_count("--weeks", chosen.weeks, MOST_WEEKS)
    course, accrual, seed = _course(chosen, weeks), _accrual(chosen, weeks), random_seed(chosen)
    trials = TRIALS if chosen.trials is None else a_count("--trials", chosen.trials, MOST_TRIALS)
    return _part(simulate_power(course, accrual, seed=seed, trials=trials), accrual, seed)


def _course(chosen: argparse.Namespace, weeks: int) -> Course:
    if chosen.shares is None:
        if chosen.control_share is None:
            raise missing("--control-share", THE_CONTROL_SHARE)
        control = _rate("--control-share", chosen.control_share, weeks)
        ratio = _ratio(chosen)
    else:
        refuse_without("--hazard-ratio", chosen, ["--control-share"])
        treated, control = (_rate("--shares", one, weeks) for one in chosen.shares)
        ratio = treated / control
    competing, lost = (_rate_or_none(chosen, option, weeks) for option in ("--competing", "--lost"))
    others = (competing,) if competing else ()
    return Course((control, *others), (ratio, *(1.0 for _rate in others)), lost)


def _ratio(chosen: argparse.Namespace) -> float:
    ratio = a_number("--hazard-ratio", chosen.hazard_ratio)
    if not ratio > 0:
        raise refused(NO_HAZARD.filled(ratio=number(ratio)))
    return ratio


def _rate_or_none(chosen: argparse.Namespace, option: str, weeks: int) -> float:
    """The weekly rate; 0 where the option was not given, or says that there are none."""
    typed = getattr(chosen, option.removeprefix("--"))
    return 0.0 if typed is None or a_number(option, typed) == 0 else _rate(option, typed, weeks)


def _rate(option: str, typed: str, weeks: int) -> float:
    try:
        return weekly_rate(a_number(option, typed), weeks)
    except InputRefused as fault:
        raise refused(fault.sentence, option) from fault


def _accrual(chosen: argparse.Namespace, weeks: int) -> Accrual:
    ratio = (1, 1) if chosen.ratio is None else a_ratio("--ratio", chosen.ratio)
    found = _from_options(chosen, weeks, ratio) if chosen.accrual is None else _from_file(chosen, ratio)
    if sum(found.persons) > MOST_PERSONS or len(found.weeks) * max(found.weeks) > MOST_DRAW_WEEKS:
        raise refused(TOO_LARGE.filled(persons=MOST_PERSONS, cells=MOST_DRAW_WEEKS))
    return found


def _from_options(chosen: argparse.Namespace, weeks: int, ratio: tuple[int, int]) -> Accrual:
    """Draws of one size, as far apart; the last is followed for so many weeks, those before it longer."""
    if chosen.draws is None or chosen.per_draw is None:
        raise refused(HOW_THEY_COME_IN)
    draws = a_count("--draws", chosen.draws, MOST_DRAWS)
    persons = a_count("--per-draw", chosen.per_draw, MOST_PERSONS)
    if draws > 1 and chosen.every is None:
        raise missing("--every", THE_GAP)
    every = 0 if chosen.every is None else a_count("--every", chosen.every, MOST_WEEKS)
    return Accrual((persons,) * draws, tuple(weeks + every * left for left in reversed(range(draws))), ratio)


def _from_file(chosen: argparse.Namespace, ratio: tuple[int, int]) -> Accrual:
    for option in ("--draws", "--every", "--per-draw"):
        if given(chosen, option):
            raise refused(TOLD_TWICE.filled(option=option, other="--accrual"))
    table = rows_of(chosen.accrual, [Column(PERSONS, Kind.WHOLE), Column(WEEKS, Kind.WHOLE)])
    with of_file(chosen.accrual):
        return Accrual(tuple(table.wholes(PERSONS).tolist()), tuple(table.wholes(WEEKS).tolist()), ratio)


def _part(found: SimulatedPower, accrual: Accrual, seed: int) -> Part:
    persons, weeks = accrual.persons, accrual.weeks
    shortest, longest = min(weeks), max(weeks)
    followed = shortest if shortest == longest else FROM_TO.filled(shortest=shortest, longest=longest)
    lines = (
        COMING_IN.filled(draws=len(persons), persons=sum(persons), weeks=followed),
        EVENTS.filled(ratio=figure(found.ratio), events=figure(found.events, 1)),
        estimate(POWER, found.power, 1, times=100),
    )
    data = {
        "power": found.power.value,
        "interval": found.power.interval,
        "hazard_ratio": found.ratio,
        "events": found.events,
        "persons": persons,
        "weeks": weeks,
        "ratio": accrual.ratio,
        "trials": found.trials,
        "seed": seed,
    }
    return Part("power", TITLE, data, lines, found.method, found.warnings)
