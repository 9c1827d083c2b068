"""Astrid at her desk, with the wall standing around her own case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sammetag.access.wall import behind_the_wall
from tests.interventions.deeds import Desk
from tests.town import Town


@pytest.fixture
def desk(db: Any, town: Town) -> Iterator[Desk]:
    """Astrid with her case and what runs in it; everything she does is rolled back."""
    with behind_the_wall(town.account("astrid")):
        yield Desk(town.person("astrid"), town.cases["own"], town.interventions["own"])
