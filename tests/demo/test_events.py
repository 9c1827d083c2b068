"""What the trial in Copenhagen could not measure falls out of the raw events, without another table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from sammetag.demo.world import Life
from tests.demo.worlds import MONDAY, world_on


@pytest.fixture(scope="module")
def lives() -> list[Life]:
    return list(world_on(MONDAY).lives)


def first(life: Life, kind: str) -> Any:
    """The first event of a kind in a life, or none."""
    found = sorted((one for one in life.events if one.kind == kind), key=lambda one: one.occurred_at)
    return found[0] if found else None


def running_at(life: Life, moment: datetime) -> int:
    """How many interventions run at a moment, by their events alone; a mentor is not one of them."""
    running: set[Any] = set()
    for one in sorted(life.events, key=lambda event: event.occurred_at):
        if one.occurred_at > moment or not one.kind.startswith("intervention.") or one.data["mentor"]:
            continue
        if one.kind in ("intervention.started", "intervention.resumed"):
            running.add(one.subject_id)
        elif one.kind in ("intervention.paused", "intervention.ended"):
            running.discard(one.subject_id)
    return len(running)


def waits(lives: list[Life], begin: str, end: str) -> Iterator[int]:
    for life in lives:
        one, other = first(life, begin), first(life, end)
        if one and other:
            yield (other.occurred_at - one.occurred_at).days


def test_from_the_team_s_decision_to_the_invitation_to_the_first_talk(lives: list[Life]) -> None:
    found = list(waits(lives, "team.met", "talk.booked"))

    assert len(found) > 20 and max(found) > 0


def test_from_the_first_talk_to_the_first_intervention(lives: list[Life]) -> None:
    found = list(waits(lives, "talk.held", "intervention.started"))

    assert len(found) > 20 and max(found) > 14


def test_how_many_interventions_run_beside_each_other(lives: list[Life]) -> None:
    (aase,) = (life for life in lives if life.key == "aase")
    days = {one.occurred_at for one in aase.events}

    assert max(running_at(aase, day) for day in days) >= 3
