"""Lis at her desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.practice.deeds import Desk, at_desk
from tests.town import Town


@pytest.fixture
def desk(db: Any, town: Town) -> Iterator[Desk]:
    """Lis with nothing decided; everything she does is rolled back."""
    with at_desk(town) as found:
        yield found
