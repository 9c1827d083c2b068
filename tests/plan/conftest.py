"""Astrid at the plan of her own case, with the wall standing around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sammetag.access.wall import behind_the_wall
from tests.plan.deeds import Planner, planner
from tests.town import Town


@pytest.fixture
def astrid(db: Any, town: Town) -> Iterator[Planner]:
    """Astrid with her case, in which there is no plan yet; everything she does is rolled back."""
    with behind_the_wall(town.account("astrid")):
        yield planner(town)
