"""How large a difference can a trial find, and how many persons does it take?"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, log, sqrt

from scipy import optimize, stats

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure
from sammetag.evaluation.normal import deviations
from sammetag.evaluation.result import LEVEL, Method, Undefined
from sammetag.words import Words

POWER = 0.8
# With fewer events expected in an arm the normal approximation is rough.
ENOUGH_EVENTS = 5
# Shares are searched for to this much.
PRECISION = 1e-12

_SHARE = Words(
    "Andelene skal ligge mellem 0 og 1, og være forskellige; {share} kan ikke bruges.",
    "The shares must lie between 0 and 1, and differ; {share} cannot be used.",
)
_POWER = Words(
    "Styrke og niveau skal ligge mellem 0 og 1, og styrken over det, tilfældet giver: {power}, {level}.",
    "Power and level must lie between 0 and 1, and the power above what chance gives: {power}, {level}.",
)
_PERSONS = Words(
    "Der skal være mindst én person i hver gruppe.", "There must be at least one person in each arm."
)
_RATIO = Words(
    "Hazard ratio skal være over 0 og ikke 1; {ratio} kan ikke bruges.",
    "The hazard ratio must be above 0 and not 1; {ratio} cannot be used.",
)
_PART = Words(
    "De behandledes del af forsøget skal ligge mellem 0 og 1; {part} kan ikke bruges.",
    "The treated's part of the trial must lie between 0 and 1; {part} cannot be used.",
)
_EVENTS = Words("Der skal være mindst én hændelse.", "There must be at least one event.")
_TOO_SMALL = Words(
    "Selv den største forskel, der kan være, finder så lille et forsøg ikke med en styrke på {power}. Tag "
    "flere med.",
    "Even the largest difference there can be is not found by so small a trial with a power of {power}. "
    "Include more persons.",
)
_ROUGH = Words(
    "Der ventes under {enough} hændelser i en gruppe, så styrken er kun omtrentlig. Simulér forsøget.",
    "Fewer than {enough} events are expected in an arm, so the power is rough. Simulate the trial.",
)
_SHARES_METHOD = Method(
    Words(
        "Styrken er den andel af sådanne forsøg, der ville finde forskellen mellem de to andele (tilnærmet "
        "ved normalfordelingen, tosidet test).",
        "The power is the share of such trials that would find the difference of the two shares (normal "
        "approximation, two-sided test).",
    ),
    "Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 4",
)
_HAZARDS_METHOD = Method(
    Words(
        "Styrken er den andel af sådanne forsøg, hvis log-rank-test ville finde forholdet. Den afhænger af "
        "antallet af hændelser, ikke af personer.",
        "The power is the share of such trials whose log-rank test would find the ratio. It depends on the "
        "number of events, not of persons.",
    ),
    "Schoenfeld (1981), Biometrika 68:316",
)


@dataclass(frozen=True, slots=True)
class PowerOfShares:
    """With so many persons, treated and control, a difference of these shares is found with this power."""

    treated: float
    control: float
    persons: tuple[int, int]
    power: float
    level: float
    method: Method
    warnings: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PowerOfHazards:
    """With so many events, this hazard ratio is found with this power; `part`: the treated of all persons."""

    ratio: float
    events: int
    part: float
    power: float
    level: float
    method: Method
    warnings: tuple[Words, ...] = ()


def power_of_shares(
    treated: float, control: float, persons: tuple[int, int], level: float = LEVEL
) -> PowerOfShares:
    """Say how often a trial of so many persons (treated, control) would find these two shares to differ.

    Two-sided, without what the test finds in the wrong direction. Raises InputRefused for what is no share.
    """
    _refuse_shares(treated, control)
    _refuse_power(POWER, level)
    if min(persons) < 1:
        raise InputRefused(_PERSONS, f"{persons} persons")
    power = _power(treated, control, persons, level)
    expected = [
        count * min(share, 1 - share) for share, count in zip((treated, control), persons, strict=True)
    ]
    warnings = (_ROUGH.filled(enough=ENOUGH_EVENTS),) if min(expected) < ENOUGH_EVENTS else ()
    return PowerOfShares(treated, control, persons, power, level, _SHARES_METHOD, warnings)


def persons_for_shares(
    treated: float,
    control: float,
    *,
    power: float = POWER,
    level: float = LEVEL,
    ratio: tuple[int, int] = (1, 1),
) -> PowerOfShares:
    """Say how many persons it takes to find these two shares to differ, the treated to control in this ratio.

    The result has the power of the whole persons. Raises InputRefused for what is no share and no power.
    """
    _refuse_shares(treated, control)
    _refuse_power(power, level)
    if min(ratio) < 1:
        raise InputRefused(_PERSONS, f"a ratio of {ratio}")
    ours, theirs = ratio[0] / sum(ratio), ratio[1] / sum(ratio)
    mean = ours * treated + theirs * control
    alike = deviations(level) * sqrt(mean * (1 - mean) * (1 / ours + 1 / theirs))
    apart = sqrt(treated * (1 - treated) / ours + control * (1 - control) / theirs)
    total = ((alike + float(stats.norm.ppf(power)) * apart) / (treated - control)) ** 2
    return power_of_shares(treated, control, (ceil(total * ours), ceil(total * theirs)), level)


def detectable_share(
    control: float,
    persons: tuple[int, int],
    *,
    power: float = POWER,
    level: float = LEVEL,
    higher: bool = True,
) -> PowerOfShares | Undefined:
    """Say which share of the treated so many persons could tell from that of control.

    `higher`: a share above that of control, else below it. Undefined where even all, or none, of the treated
    would not be told from it. Raises InputRefused for what is no share and no power.
    """
    end = 1 - PRECISION if higher else PRECISION
    _refuse_shares(end, control)
    _refuse_power(power, level)
    if power_of_shares(end, control, persons, level).power < power:
        return Undefined(_TOO_SMALL.filled(power=figure(power)))

    def lacking(treated: float) -> float:
        return _power(treated, control, persons, level) - power

    found = float(optimize.brentq(lacking, control, end, xtol=PRECISION))
    return power_of_shares(found, control, persons, level)


def power_of_hazards(ratio: float, events: int, *, part: float = 0.5, level: float = LEVEL) -> PowerOfHazards:
    """Say how often a trial with so many events in both arms together would find this hazard ratio.

    `part`: the share of the persons that is treated. Raises InputRefused for what is no ratio.
    """
    _refuse_hazards(ratio, part)
    _refuse_power(POWER, level)
    if events < 1:
        raise InputRefused(_EVENTS, f"{events} events")
    reach = sqrt(events * part * (1 - part)) * abs(log(ratio))
    power = float(stats.norm.cdf(reach - deviations(level)))
    return PowerOfHazards(ratio, events, part, power, level, _HAZARDS_METHOD)


def events_for_hazards(
    ratio: float, *, power: float = POWER, part: float = 0.5, level: float = LEVEL
) -> PowerOfHazards:
    """Say how many events it takes to find this hazard ratio; raises InputRefused for no ratio and no power.

    The persons are these by the share of them that will have an event while the trial runs.
    """
    _refuse_hazards(ratio, part)
    _refuse_power(power, level)
    events = (_reach(power, level) / log(ratio)) ** 2 / (part * (1 - part))
    return power_of_hazards(ratio, ceil(events), part=part, level=level)


def detectable_hazards(
    events: int, *, power: float = POWER, part: float = 0.5, level: float = LEVEL
) -> PowerOfHazards:
    """Say how large a hazard ratio so many events could show; its inverse is as easily found below 1."""
    _refuse_hazards(2.0, part)
    _refuse_power(power, level)
    if events < 1:
        raise InputRefused(_EVENTS, f"{events} events")
    ratio = exp(_reach(power, level) / sqrt(events * part * (1 - part)))
    return power_of_hazards(ratio, events, part=part, level=level)


def _power(treated: float, control: float, persons: tuple[int, int], level: float) -> float:
    ours, theirs = persons
    mean = (ours * treated + theirs * control) / (ours + theirs)
    alike = sqrt(mean * (1 - mean) * (1 / ours + 1 / theirs))
    apart = sqrt(treated * (1 - treated) / ours + control * (1 - control) / theirs)
    return float(stats.norm.cdf((abs(treated - control) - deviations(level) * alike) / apart))


def _reach(power: float, level: float) -> float:
    """How many standard errors the truth must be from nothing."""
    return deviations(level) + float(stats.norm.ppf(power))


def _refuse_shares(treated: float, control: float) -> None:
    for share in (treated, control):
        if not 0 < share < 1 or treated == control:
            raise InputRefused(_SHARE.filled(share=figure(share, 3)), f"shares {treated}, {control}")


def _refuse_power(power: float, level: float) -> None:
    if not 0 < level < 1 or not (1 - level) / 2 < power < 1:
        params = {"power": figure(power, 3), "level": figure(level, 3)}
        raise InputRefused(_POWER.filled(**params), f"power {power}, level {level}")


def _refuse_hazards(ratio: float, part: float) -> None:
    if not ratio > 0 or ratio == 1:
        raise InputRefused(_RATIO.filled(ratio=figure(ratio, 3)), f"a hazard ratio of {ratio}")
    if not 0 < part < 1:
        raise InputRefused(_PART.filled(part=figure(part, 3)), f"{part} of the persons treated")
