"""Somebody who reads the law book and has no cases to look after."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.town import Town


@pytest.fixture
def reader(browse: Callable[[str], Client], committed: Town) -> Client:
    return browse("mads")
