"""An installation of the tests' own, which they may break."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from bench.faults.world import World, world


@pytest.fixture(scope="module")
def broken_in() -> Iterator[World]:
    """The embedded server, the web server with two workers, and four coordinators."""
    if "DATABASE_HOST" in os.environ:
        pytest.skip("a server that others use is not killed")
    with world() as made:
        yield made
