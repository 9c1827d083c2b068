"""`sammetag database`: the tables, and the embedded server."""

from __future__ import annotations

import argparse

from sammetag.config import embedded
from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.reaching import named_or_embedded, prepare_tables
from sammetag.config.terminal import say, stopped_by_signals


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `database prepare`, `start`, `stop` and `status`."""
    kinds = words_under(commands, "database", "prepare, start, stop, status")
    word(kinds, "prepare", prepare)
    word(kinds, "start", start)
    word(kinds, "stop", stop)
    word(kinds, "status", status)


def prepare(chosen: argparse.Namespace) -> int:
    """Makes roles, database and tables on the server that the environment names, or in the demo's."""
    with stopped_by_signals(), named_or_embedded():
        prepare_tables()
    return 0


def start(chosen: argparse.Namespace) -> int:
    """Starts the demo's server and lets it stay."""
    server = embedded.start("demo")
    embedded.keep(server)
    say(f"DATABASE_HOST={server.host}\n")
    return 0


def stop(chosen: argparse.Namespace) -> int:
    """Stops the demo's server, whoever uses it."""
    say("Databasen er stoppet.\n" if embedded.halt("demo") else "Databasen kørte ikke.\n")
    return 0


def status(chosen: argparse.Namespace) -> int:
    """Whether the demo's server runs; 1 when it does not."""
    alive = embedded.running("demo")
    say("Databasen kører.\n" if alive else "Databasen kører ikke.\n")
    return 0 if alive else 1
