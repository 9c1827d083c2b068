"""A plugin of pytest that runs the tests once for each wall that is taken away, until one of them notices."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from _pytest.runner import runtestprotocol
from django.db import connections

from bench.walls import places, policies
from bench.walls.mutation import TWICE, Mutation
from sammetag.config.database import DatabaseServer
from sammetag.config.database import server as named_server
from sammetag.config.roles import administration

HOLDS = "the other wall holds"
HOLE = "HOLE"


@dataclass(frozen=True)
class Outcome:
    """What came of taking one wall away."""

    mutation: Mutation
    verdict: str
    seconds: float


class Loop:
    """Runs the collected tests as often as there are walls."""

    def __init__(self, wanted: str = "") -> None:
        self.wanted = wanted
        self.outcomes: list[Outcome] = []
        # Those that fail with all walls standing notice nothing.
        self.useless: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In the place of pytest's own loop."""
        if session.config.option.collectonly or not session.items:
            return True
        # The first test makes the database.
        _passes(session, session.items[0])
        for one in self._mutations():
            begun = time.monotonic()
            noticed = self._noticed(session, one)
            verdict = noticed or (HOLDS if one.kind in TWICE else HOLE)
            self.outcomes.append(Outcome(one, verdict, time.monotonic() - begun))
            print(f"| {one.kind} | {one.name} | {verdict} |", file=sys.__stdout__, flush=True)  # noqa: T201
        session._setupstate.teardown_exact(None)
        return True

    def _mutations(self) -> Iterable[Mutation]:
        found = [*policies.mutations(_superuser), *places.scopes(), *places.guards(), *places.middleware()]
        return [one for one in found if self.wanted in f"{one.kind} {one.name}"]

    def _noticed(self, session: pytest.Session, one: Mutation) -> str:
        """The test that fails while the wall is away and passes while it stands; '' where none does."""
        for item in _in_order(session.items, one.noticed_in):
            if item.nodeid in self.useless:
                continue
            with one.away():
                if _passes(session, item):
                    continue
            if _passes(session, item):
                return item.nodeid.removeprefix("tests/")
            self.useless.add(item.nodeid)
        return ""


def _in_order(items: list[pytest.Item], folders: Iterable[str]) -> list[pytest.Item]:
    found = (item for folder in folders for item in items if item.nodeid.startswith(folder))
    return list(dict.fromkeys(found))


def _passes(session: pytest.Session, item: Any) -> bool:
    """Whether a test passes now; what it leaves behind is put away at once, except what all tests share."""
    if hasattr(item, "_initrequest"):
        item._initrequest()
    whatever_follows: Any = session
    reports = runtestprotocol(item, log=False, nextitem=whatever_follows)
    return not any(report.failed for report in reports)


def _superuser() -> psycopg.Connection[Any]:
    """A superuser's connection to the database of the tests."""
    settings = connections["default"].settings_dict
    try:
        server = named_server()
    except Exception:  # noqa: BLE001 - whatever the environment lacks, the embedded server needs none of it
        server = DatabaseServer(settings["HOST"], settings["PORT"], settings["NAME"])
    return administration(server, settings["NAME"])
