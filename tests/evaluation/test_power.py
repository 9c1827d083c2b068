"""What a trial can find is what R says, and what VIVE19 planned with."""

from __future__ import annotations

import json
from math import ceil, isclose

import pytest

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.power import (
    PowerOfShares,
    detectable_hazards,
    detectable_share,
    events_for_hazards,
    persons_for_shares,
    power_of_hazards,
    power_of_shares,
)
from sammetag.evaluation.result import Undefined
from tests.evaluation.drawn import GOLDENS

GOLDEN = json.loads((GOLDENS / "power.json").read_text())


@pytest.mark.parametrize(("control", "treated", "persons", "power"), GOLDEN["power"])
def test_the_power_of_two_shares_is_that_of_r(
    control: float, treated: float, persons: int, power: float
) -> None:
    """R: `power.prop.test(n, p1, p2)$power`."""
    found = power_of_shares(treated, control, (persons, persons))

    assert isclose(found.power, power, rel_tol=1e-9)


@pytest.mark.parametrize(("control", "treated", "power", "persons"), GOLDEN["size"])
def test_the_persons_that_it_takes_are_those_of_r(
    control: float, treated: float, power: float, persons: float
) -> None:
    """R: `power.prop.test(p1, p2, power)$n`, rounded up to whole persons."""
    found = persons_for_shares(treated, control, power=power)

    assert found.persons == (ceil(persons), ceil(persons))
    fewer = (ceil(persons) - 1, ceil(persons) - 1)
    assert power_of_shares(treated, control, fewer).power < power <= found.power


@pytest.mark.parametrize(("control", "persons", "power", "treated"), GOLDEN["detectable"])
def test_the_share_that_can_be_found_is_that_of_r(
    control: float, persons: int, power: float, treated: float
) -> None:
    """R: `power.prop.test(n, p1, power)$p2`."""
    found = detectable_share(control, (persons, persons), power=power)

    assert isinstance(found, PowerOfShares)
    assert isclose(found.treated, treated, rel_tol=1e-8)
    assert isclose(found.power, power, rel_tol=1e-9)


def test_the_plan_of_the_report_needs_a_hundred_in_each_arm_to_tell_ten_from_twenty_five_per_cent() -> None:
    """VIVE19, 7.4: 10 per cent in control, so 25 would have to be employed to be found with about 100."""
    assert persons_for_shares(0.25, 0.10).persons == (100, 100)


def test_what_the_municipality_hoped_for_was_found_by_every_other_such_trial() -> None:
    """VIVE19, 7.4: ten percentage points more were hoped for; the report says that it might not be found."""
    found = power_of_shares(0.20, 0.10, (100, 100))

    assert round(found.power, 2) == 0.51
    assert persons_for_shares(0.20, 0.10).persons == (199, 199)


def test_a_share_below_that_of_control_can_be_looked_for_too() -> None:
    found = detectable_share(0.5, (60, 60), higher=False)

    assert isinstance(found, PowerOfShares)
    assert found.treated < 0.5
    other = detectable_share(0.5, (60, 60))
    assert isinstance(other, PowerOfShares)
    assert isclose(found.treated + other.treated, 1, rel_tol=1e-9)


def test_a_trial_too_small_for_any_difference_says_so() -> None:
    found = detectable_share(0.1, (100, 100), higher=False)

    assert isinstance(found, PowerOfShares)
    none = detectable_share(0.02, (100, 100), higher=False)
    assert isinstance(none, Undefined)
    assert none.why.da == (
        "Selv den største forskel, der kan være, finder så lille et forsøg ikke med en styrke på 0,80. "
        "Tag flere med."
    )


def test_two_treated_for_each_control_take_more_persons_in_all() -> None:
    even, twice = persons_for_shares(0.25, 0.10), persons_for_shares(0.25, 0.10, ratio=(2, 1))

    assert sum(twice.persons) > sum(even.persons)
    assert abs(twice.persons[0] - 2 * twice.persons[1]) <= 1
    assert twice.power >= 0.8


def test_few_expected_events_are_warned_of() -> None:
    assert power_of_shares(0.05, 0.01, (100, 100)).warnings
    assert not power_of_shares(0.25, 0.10, (100, 100)).warnings


def test_a_doubled_hazard_takes_sixty_six_events() -> None:
    """Schoenfeld (1981): 4 (1.96 + 0.84)² / log(2)² = 65.3."""
    found = events_for_hazards(2.0)

    assert found.events == 66
    assert power_of_hazards(2.0, 65).power < 0.8 <= found.power


def test_with_the_forty_events_of_the_report_a_ratio_of_two_and_a_half_could_be_found() -> None:
    """VIVE19, 8.2: 40 were clarified, hazard ratio 1.74; by Schoenfeld that is found 42 times of 100."""
    assert round(detectable_hazards(40).ratio, 2) == 2.43
    assert round(power_of_hazards(1.74, 40).power, 2) == 0.42


def test_a_ratio_is_found_as_easily_as_its_inverse() -> None:
    assert isclose(power_of_hazards(1.74, 40).power, power_of_hazards(1 / 1.74, 40).power)
    assert isclose(power_of_hazards(2.0, 66, part=0.3).power, power_of_hazards(2.0, 66, part=0.7).power)
    assert events_for_hazards(2.0, part=0.3).events > events_for_hazards(2.0).events


def test_shares_that_cannot_be_planned_with_are_refused() -> None:
    for treated, control in ((0.1, 0.1), (0.0, 0.1), (0.2, 1.0), (float("nan"), 0.1)):
        with pytest.raises(InputRefused, match="shares"):
            power_of_shares(treated, control, (100, 100))


def test_powers_and_levels_that_cannot_be_planned_with_are_refused() -> None:
    for power, level in ((1.0, 0.95), (0.0, 0.95), (0.8, 1.0), (0.01, 0.95)):
        with pytest.raises(InputRefused, match="power"):
            persons_for_shares(0.2, 0.1, power=power, level=level)
    with pytest.raises(InputRefused, match="power"):
        power_of_hazards(2.0, 40, level=1.5)


def test_hazards_that_cannot_be_planned_with_are_refused() -> None:
    for ratio, part in ((1.0, 0.5), (0.0, 0.5), (-2.0, 0.5), (2.0, 0.0), (2.0, 1.0)):
        with pytest.raises(InputRefused):
            events_for_hazards(ratio, part=part)


def test_a_trial_without_persons_or_events_is_refused() -> None:
    with pytest.raises(InputRefused, match="persons"):
        power_of_shares(0.2, 0.1, (0, 10))
    with pytest.raises(InputRefused, match="ratio"):
        persons_for_shares(0.2, 0.1, ratio=(0, 1))
    with pytest.raises(InputRefused, match="events"):
        power_of_hazards(2.0, 0)
    with pytest.raises(InputRefused, match="events"):
        detectable_hazards(0)
