"""Whole worlds for tests, made once for all that ask for the same day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sammetag.access.roles import Role
from sammetag.demo.creation import create
from sammetag.demo.people import PICK
from sammetag.demo.staff import STAFF
from sammetag.demo.world import World

MONDAY = date(2026, 11, 23)
# Those of the log-in page who open cases; an evaluator opens none.
WITH_CASES = [pick for pick in PICK if STAFF[pick.username].role != Role.EVALUATOR]


# A world is large, so few are kept: tests that share a day stand next to each other.
@lru_cache(maxsize=2)
def world_on(day: date) -> World:
    """The demo as it stands on that day."""
    return create(today=day)
