"""`sammetag evaluate power`: how often a trial finds a difference, or how large it must be to do so."""

from __future__ import annotations

import argparse

from sammetag.config.commands.evaluate_power_simulated import OPTIONS as SIMULATED
from sammetag.config.commands.evaluate_power_simulated import simulated
from sammetag.config.commands.evaluate_shown import Part, show
from sammetag.config.commands.evaluate_typed import a_number, a_whole, refuse_without
from sammetag.config.commands.law_typed import refused
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure, number
from sammetag.evaluation.power import (
    POWER,
    PowerOfHazards,
    PowerOfShares,
    events_for_hazards,
    persons_for_shares,
    power_of_hazards,
    power_of_shares,
)
from sammetag.words import Words

TITLE = Words("Styrke", "Power")
OF_SHARES = Words(
    "Med {treated} og {control} personer findes forskellen mellem {first} og {second} procent i {power} "
    "procent af sådanne forsøg.",
    "With {treated} and {control} persons the difference of {first} and {second} per cent is found in "
    "{power} per cent of such trials.",
)
OF_HAZARDS = Words(
    "Med {events} hændelser i alt findes en hazard ratio på {ratio} i {power} procent af sådanne forsøg.",
    "With {events} events in all a hazard ratio of {ratio} is found in {power} per cent of such trials.",
)
ONE_QUESTION = Words(
    "Spørg enten om to andele (--shares 0,10 0,25) eller om en hazard ratio (--hazard-ratio 1,5).",
    "Ask either about two shares (--shares 0.10 0.25) or about a hazard ratio (--hazard-ratio 1.5).",
)
SIZE_OR_POWER = Words(
    "{size} og --power kan ikke angives sammen: den ene regnes ud af den anden.",
    "{size} and --power cannot be given together: one is worked out from the other.",
)


def answer(chosen: argparse.Namespace) -> int:
    """Tells the power of a size, or the size for a power."""
    if (chosen.shares is None) == (chosen.hazard_ratio is None):
        raise refused(ONE_QUESTION)
    try:
        part = simulated(chosen) if chosen.simulate else _worked_out(chosen)
    except InputRefused as fault:
        raise refused(fault.sentence) from fault
    show([part], in_json=chosen.json)
    return 0


def _worked_out(chosen: argparse.Namespace) -> Part:
    refuse_without("--simulate", chosen, SIMULATED)
    return _of_hazards(chosen) if chosen.shares is None else _of_shares(chosen)


def _of_shares(chosen: argparse.Namespace) -> Part:
    refuse_without("--hazard-ratio", chosen, ["--events"])
    treated, control = (a_number("--shares", one) for one in chosen.shares)
    power = _power(chosen, "--each", chosen.each)
    if chosen.each is None:
        return _shares_part(persons_for_shares(treated, control, power=power))
    each = a_whole("--each", chosen.each)
    return _shares_part(power_of_shares(treated, control, (each, each)))


def _of_hazards(chosen: argparse.Namespace) -> Part:
    refuse_without("--shares", chosen, ["--each"])
    ratio = a_number("--hazard-ratio", chosen.hazard_ratio)
    power = _power(chosen, "--events", chosen.events)
    if chosen.events is None:
        return _hazards_part(events_for_hazards(ratio, power=power))
    return _hazards_part(power_of_hazards(ratio, a_whole("--events", chosen.events)))


def _power(chosen: argparse.Namespace, option: str, size: str | None) -> float:
    if size is not None and chosen.power is not None:
        raise refused(SIZE_OR_POWER.filled(size=option))
    return POWER if chosen.power is None else a_number("--power", chosen.power)


def _shares_part(found: PowerOfShares) -> Part:
    treated, control = found.persons
    sentence = OF_SHARES.filled(
        treated=treated,
        control=control,
        first=number(100 * found.treated),
        second=number(100 * found.control),
        power=figure(100 * found.power, 1),
    )
    data = {
        "shares": (found.treated, found.control),
        "persons": found.persons,
        "power": found.power,
        "level": found.level,
    }
    return Part("power", TITLE, data, (sentence,), found.method, found.warnings)


def _hazards_part(found: PowerOfHazards) -> Part:
    power = figure(100 * found.power, 1)
    sentence = OF_HAZARDS.filled(events=found.events, ratio=number(found.ratio), power=power)
    data = {
        "hazard_ratio": found.ratio,
        "events": found.events,
        "power": found.power,
        "level": found.level,
    }
    return Part("power", TITLE, data, (sentence,), found.method, found.warnings)
