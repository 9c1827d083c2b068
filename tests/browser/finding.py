"""Finds in the demo whatever a page needs: somebody whose case stands like this, whatever their name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import date

from sammetag.demo.trial_told import (
    AMENDED,
    INTERVIEWS,
    NOTES,
    QUOTATIONS,
    THEORY,
    TITLE,
    context,
    protocol,
)
from sammetag.demo.work_rows import InterventionRow
from sammetag.demo.world import Life, World
from sammetag.evaluation.trial.extract import as_text
from sammetag.evaluation.trial.protocol import as_data
from sammetag.interventions.models import State
from sammetag.studies.cohort import cohort

BEGUN = (State.RUNNING, State.PAUSED)


def lives_of(world: World, who: str) -> Iterator[Life]:
    """The open lives of which somebody is coordinator, in the order of the demo."""
    staff = staff_of(world, who)
    for life in world.lives:
        if life.case.coordinator_id == staff and life.case.closed_on is None:
            yield life


def staff_of(world: World, who: str) -> object:
    """The id of somebody at work, by user name."""
    accounts = {row.username: row.id for row in world.accounts}
    (found,) = (row.id for row in world.staff if row.account_id == accounts[who])
    return found


def life_of(world: World, who: str, fits: Callable[[Life], bool]) -> Life:
    """The first open life of a coordinator that fits."""
    found = next(filter(fits, lives_of(world, who)), None)
    assert found, f"no citizen of {who} is like that"
    return found


def effort_of(world: World, who: str, where: str) -> tuple[Life, InterventionRow]:
    """The first intervention that stands there, among all citizens of a coordinator."""
    for life in lives_of(world, who):
        for one in life.interventions:
            if stands(life, one, world.today) == where:
                return life, one
    raise AssertionError(f"no intervention of {who} is {where}")


def stands(life: Life, one: InterventionRow, today: date) -> str:
    """Where an intervention is in its life: how it ended, 'overdue', or its state."""
    if one.ended_on:
        return one.ending
    parts = [part for part in life.stretches if part.intervention_id == one.id]
    if not parts:
        return State.RECOMMENDED
    last = max(parts, key=lambda part: part.since)
    return "overdue" if last.state in BEGUN and last.until and last.until < today else last.state


def plan_step(life: Life) -> str:
    """How far the newest version of the plan has come; empty without one."""
    return max(((one.number, one.step) for one in life.versions), default=(0, ""))[1]


def hand_over_state(life: Life) -> str:
    """How far the newest hand-over has come; empty without one."""
    return max(((one.planned_on, one.state) for one in life.hand_overs), default=(date.min, ""))[1]


def texts_of(data: object) -> Iterator[str]:
    """Every text in plain data, however deep."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for inner in data.values():
            yield from texts_of(inner)
    elif isinstance(data, list | tuple):
        for inner in data:
            yield from texts_of(inner)


def written_in(world: World) -> tuple[str, ...]:
    """Everything that people wrote in plans, in talks, of interventions and in trials, the longest first."""
    found: set[str] = set()
    for life in world.lives:
        found.update(row.job_goal for row in life.plans)
        found.update(row.title for row in life.goals)
        found.update(text for row in life.sub_goals for text in (row.title, row.reason))
        found.update(text for row in life.interventions for text in (row.title, row.provider, row.end_words))
        found.update(text for row in life.wordings for text in row.fields.values() if isinstance(text, str))
        found.update(row.reason for row in life.stretches)
        told = (text for row in life.talks for text in (row.agenda, row.notes, row.reason, row.place))
        found.update(line for text in told for line in text.splitlines())
    found.update(texts_of(as_data(protocol(world.trial.until))))
    for told_of_trial in (THEORY, INTERVIEWS, QUOTATIONS, context(world.trial.draws[0].on)):
        found.update(text for one in told_of_trial for text in texts_of(asdict(one)))
    found.update(line for note in NOTES for line in (note.title, *note.text.splitlines()))
    found.update([TITLE, *AMENDED, *(one.words for one in world.trial.astray)])
    found.update(texts_of(json.loads(as_text(cohort()))))
    return tuple(sorted((text for text in found if len(text) > 4), key=len, reverse=True))
