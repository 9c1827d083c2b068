"""The trial that the municipality has run: its draws can be repeated, and its arms waited differently."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from statistics import mean

import pytest

from sammetag.demo.trial_held import (
    ARMS,
    CONTROL,
    INTERVENTION,
    OTHER,
    SEED,
    Entered,
    TrialHeld,
    all_entered,
)
from sammetag.demo.world import Life, World
from sammetag.evaluation.allocation import Drawn, Kind, Trial, verify
from tests.demo.measures import TO_WORK, share
from tests.demo.worlds import MONDAY, world_on

DAY = timedelta(days=1)
CLARIFIED = {*TO_WORK, "disability-pension"}


@pytest.fixture(scope="module")
def world() -> World:
    return world_on(MONDAY)


def log_of(trial: TrialHeld, *, received: bool = False) -> list[Drawn]:
    """The draws as they were made, or as the arms were received."""
    return [
        Drawn(
            held.block,
            tuple(one.pseudonym for one in held.entered),
            tuple((one.received if received else None) or one.arm for one in held.entered),
        )
        for held in trial.draws
    ]


def drawn_for(world: World, arm: str) -> list[tuple[date, Life]]:
    """The day of the draw and the life of everybody who was drawn for an arm."""
    lives = {life.key: life for life in world.lives}
    return [(held.on, lives[one.key]) for held, one in all_entered(world.trial.draws) if one.arm == arm]


def days_followed(life: Life, since: date, until: date) -> list[int]:
    """How many things ran on each day from the draw on; a mentor is not one of them."""
    mentors = {one.id for one in life.interventions if one.mentor}
    running: Counter[date] = Counter()
    for row in life.stretches:
        if row.state == "running" and row.intervention_id not in mentors:
            day, last = max(row.since, since), min(row.until or until, until)
            running.update(day + turn * DAY for turn in range((last - day).days + 1))
    last = min(life.programmes[0].ended_on or until, until)
    return [running[since + turn * DAY] for turn in range((last - since).days + 1)]


def dead(world: World, arm: str) -> float:
    """The mean share of days with nothing running, in per cent, as drawn."""
    drawn = drawn_for(world, arm)
    return mean(share(one == 0 for one in days_followed(life, on, world.trial.until)) for on, life in drawn)


def parallel(world: World, arm: str) -> float:
    drawn = drawn_for(world, arm)
    return mean(share(one >= 2 for one in days_followed(life, on, world.trial.until)) for on, life in drawn)


def first_talk(world: World, arm: str) -> float:
    """Days from the draw to the first talk held, the mean."""
    return mean(
        min((talk.starts_at.date() - on).days for talk in life.talks if talk.starts_at.date() >= on)
        for on, life in drawn_for(world, arm)
        if any(talk.starts_at.date() >= on for talk in life.talks)
    )


def test_there_are_as_many_as_in_a_small_trial_and_most_are_followed_for_two_years(world: World) -> None:
    followed = [world.trial.until - held.on for held, _one in all_entered(world.trial.draws)]

    assert 100 <= len(followed) <= 220
    assert share(one.days >= 730 for one in followed) > 50
    assert min(followed).days > 500


def test_whoever_was_drawn_was_thirty_and_had_been_granted_a_programme_since_the_last_list(
    world: World,
) -> None:
    lives = {life.key: life for life in world.lives}
    for held, one in all_entered(world.trial.draws):
        life = lives[one.key]
        assert one.age >= 30
        assert timedelta(0) < held.on - life.programmes[0].granted_on <= timedelta(days=18)
    for held in world.trial.draws:
        assert all((held.on - lives[key].citizen.born_on).days < 30 * 365.25 for key in held.refused)


def test_the_arms_are_even_to_within_one_in_each_draw(world: World) -> None:
    for held in world.trial.draws:
        arms = Counter(one.arm for one in held.entered)
        assert abs(arms[INTERVENTION] - arms[CONTROL]) <= 1


def test_every_draw_is_what_the_promised_seed_gives(world: World) -> None:
    trial = world.trial
    found = verify(SEED, trial.commitment, Trial(str(trial.id), ARMS), log_of(trial))

    assert found.holds
    assert found.persons == len(list(all_entered(trial.draws)))


def test_what_was_received_differs_in_the_swapped_list_and_in_two_persons(world: World) -> None:
    trial = world.trial
    (swap,) = (one for one in trial.astray if one.kind == "swap")
    (held,) = (one for one in trial.draws if one.number == swap.number)
    other = {one.key for one in trial.astray if one.kind == "other-arm"}

    found = verify(SEED, trial.commitment, Trial(str(trial.id), ARMS), log_of(trial, received=True))

    assert {one.kind for one in found.differences} == {Kind.ARM}
    blocks = Counter(one.block for one in found.differences)
    assert blocks.pop(held.block) == len(held.entered)
    assert (sum(blocks.values()), len(other)) == (2, 2)
    assert [str(one) for one in found.warnings if held.block in str(one)]


def test_one_was_excluded_some_moved_and_two_got_the_other_arm(world: World) -> None:
    kinds = Counter(one.kind for one in world.trial.astray)
    entered: dict[str, Entered] = {one.key: one for _held, one in all_entered(world.trial.draws)}

    assert kinds.pop("moved") in range(1, 4)
    assert kinds == {"swap": 1, "other-arm": 2, "excluded": 1}
    for one in world.trial.astray:
        if one.kind == "other-arm" and one.key:
            assert entered[one.key].received == OTHER[entered[one.key].arm] == one.received
        if one.kind == "moved" and one.key:
            assert world.life(one.key).programmes[-1].end_reason == "moved"


def test_the_treated_have_fewer_dead_days_more_at_once_and_an_earlier_talk(world: World) -> None:
    assert dead(world, INTERVENTION) < dead(world, CONTROL) - 4
    assert parallel(world, INTERVENTION) > parallel(world, CONTROL) + 4
    assert first_talk(world, INTERVENTION) < first_talk(world, CONTROL)


def test_about_as_many_are_clarified_in_both_arms(world: World) -> None:
    found = {
        arm: sum(
            one.end_reason in CLARIFIED and one.ended_on is not None and one.ended_on <= world.trial.until
            for _on, life in drawn_for(world, arm)
            for one in life.programmes[:1]
        )
        for arm in ARMS
    }
    assert abs(found[INTERVENTION] - found[CONTROL]) <= 5


@pytest.mark.parametrize("today", [date(2024, 1, 1), date(2031, 7, 1), date(2040, 12, 31)])
def test_a_trial_can_be_held_whatever_the_day(today: date) -> None:
    trial = world_on(today).trial

    assert len(list(all_entered(trial.draws))) > 40
    assert verify(SEED, trial.commitment, Trial(str(trial.id), ARMS), log_of(trial)).holds
