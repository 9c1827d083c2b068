"""The embedded server comes back by itself when it was killed, and only then."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import psycopg

from sammetag.config import embedded
from sammetag.config.embedded import Server

PATIENCE = 30.0


def answers(server: Server) -> bool:
    try:
        with psycopg.connect(host=server.host, port=server.port, user=server.admin, dbname="postgres"):
            return True
    except psycopg.OperationalError:
        return False


def soon_answers(server: Server) -> bool:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if answers(server):
            return True
        time.sleep(0.1)
    return False


def test_a_killed_server_is_started_again(server: Server) -> None:
    killed = server.cluster.pid() or 0
    with embedded.watched(server):
        os.kill(killed, signal.SIGKILL)

        assert soon_answers(server)
    assert server.cluster.pid() not in (None, killed)


def test_a_server_that_was_stopped_stays_so(server: Server, place: Path) -> None:
    embedded.halt("test", home=place)

    assert not server.revive()
    assert not server.running


def test_a_server_that_works_is_left_alone(server: Server) -> None:
    before = server.cluster.pid()

    assert not server.revive()
    assert server.cluster.pid() == before


def test_a_child_of_the_server_that_was_killed_is_the_servers_own_affair(server: Server) -> None:
    with psycopg.connect(
        host=server.host, port=server.port, user=server.admin, dbname="postgres", autocommit=True
    ) as connection:
        os.kill(connection.info.backend_pid, signal.SIGKILL)
    before = server.cluster.pid()

    assert not server.revive()
    assert soon_answers(server)
    assert server.cluster.pid() == before
