"""The running programmes as they come in through the door that a municipality's own file comes through.

A file tells who has which programme, from when to when, and with whom. What it cannot tell is history, and is
hung on it afterwards: talks and notes, the plan with its wordings, past states, hand-overs, closed cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from sammetag.demo.lives import LIVES
from sammetag.demo.numbers import invented_numbers
from sammetag.demo.world import Life, ResponsibilityRow, World
from sammetag.intake.programmes import ProgrammeIn
from sammetag.people.cpr import Number

TOLD_BY_HAND = frozenset(story.key for story in LIVES)


def comes_in(life: Life) -> bool:
    """Whether a life comes through the door: an invented one whose programme runs, and is its first."""
    (programme, *more) = life.programmes
    return life.key not in TOLD_BY_HAND and not more and programme.ended_on is None


def programmes_in(world: World, lives: Iterable[Life]) -> list[ProgrammeIn]:
    """The lives as the door takes them."""
    units = {row.id: row.name for row in world.units}
    accounts = {row.id: row.username for row in world.accounts}
    names = {row.id: accounts[row.account_id] for row in world.staff if row.account_id}
    numbers = invented_numbers(world.lives)
    return [_programme(life, units, names, numbers.get(life.citizen.id)) for life in lives]


def _programme(life: Life, units: dict[UUID, str], names: dict[UUID, str], cpr: Number | None) -> ProgrammeIn:
    (programme,) = life.programmes
    now = _coordinating_now(life)
    return ProgrammeIn(
        number=life.case.number,
        given_name=life.citizen.given_name,
        family_name=life.citizen.family_name,
        born_on=life.citizen.born_on,
        cpr=cpr,
        unit=units[life.case.unit_id],
        scheme=programme.scheme,
        granted_on=programme.granted_on,
        starts_on=programme.starts_on,
        granted_until=programme.granted_until,
        coordinator=names[now.staff_id] if now else "",
        coordinator_since=now.since if now else None,
        opened_on=life.case.opened_on,
        team_met_on=programme.team_met_on,
    )


def _coordinating_now(life: Life) -> ResponsibilityRow | None:
    return next(
        (one for one in life.responsibilities if one.part == "coordinator" and one.until is None), None
    )


def left_to_load(life: Life) -> Iterator[ResponsibilityRow]:
    """The parts that did not come through the door."""
    now = _coordinating_now(life) if comes_in(life) else None
    return (one for one in life.responsibilities if one is not now)
