"""Several people acting in the very same moment, on connections of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

from sammetag.access.wall import behind_the_wall
from sammetag.errors import SammetagError
from tests.town import Town

Deed = Callable[[], Any]


def at_once(*deeds: Deed) -> list[Any]:
    """Lets several act in the same moment; answers or faults, in order."""
    start = Barrier(len(deeds))

    def act(do: Deed) -> Any:
        start.wait(timeout=10)
        try:
            return do()
        except SammetagError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(act, deeds))


def together(town: Town, *deeds: tuple[str, Deed]) -> list[Any]:
    """The same, each behind their own wall."""

    def walled(name: str, do: Deed) -> Deed:
        def act() -> Any:
            with behind_the_wall(town.account(name)):
                return do()

        return act

    return at_once(*(walled(name, do) for name, do in deeds))
