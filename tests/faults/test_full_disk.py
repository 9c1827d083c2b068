"""A disk that is really full, under a server of its own."""

from __future__ import annotations

import os

import pytest

from bench.faults.full import full_disk, possible


@pytest.mark.skipif("DATABASE_HOST" in os.environ, reason="the disk of others is not filled")
def test_a_full_disk_loses_nothing_and_all_goes_on_once_there_is_room() -> None:
    if not possible():
        pytest.skip(
            "only root may make a small disk; tests/config/test_patience.py tests the page without one"
        )

    done = full_disk()

    assert done.acknowledged > 1
    assert done.status == 503
    assert done.said
    assert done.reckoning.faultless, done.reckoning
