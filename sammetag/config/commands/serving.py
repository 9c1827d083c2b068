"""`sammetag demo` and `sammetag serve`."""

from __future__ import annotations

import argparse
import time

import django
from django.db import connection

from sammetag.config import database, environment, preparation, roles, serving, static_files, texts
from sammetag.config.commands.grammar import Commands, word
from sammetag.config.reaching import let_go, named_or_embedded, prepare_tables
from sammetag.config.terminal import port, say, step, stopped_by_signals
from sammetag.config.worker_beside import worker_beside


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `demo` and `serve`."""
    word(commands, "demo", demo).add_argument("--port", type=port, default=8000)
    parser = word(commands, "serve", serve)
    parser.add_argument("--port", type=port, default=8000)
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--workers", type=int, default=2)


def demo(chosen: argparse.Namespace) -> int:
    """Serves the demo municipality on localhost until Ctrl-C, with a database of its own."""
    begun = time.monotonic()
    serving.refuse_taken_port("localhost", chosen.port)
    url = f"http://localhost:{chosen.port}"
    try:
        with stopped_by_signals(), named_or_embedded():
            _make_ready()
            with step("Indlæser demokommunen"):
                from sammetag.demo.actions import load_if_empty  # noqa: PLC0415 - models need the settings

                load_if_empty(as_owner=roles.as_owner)
            let_go()

            with worker_beside() as start_worker:

                def answering() -> None:
                    say(f"Klar efter {time.monotonic() - begun:.1f} s. Ctrl-C stopper.\n\n    {url}\n\n")
                    start_worker()

                serving.serve("localhost", chosen.port, workers=1, quiet=True, answering=answering)
    except KeyboardInterrupt:
        pass
    say("\nStoppet.\n")
    return 0


def serve(chosen: argparse.Namespace) -> int:
    """Serves with the server that the environment names, as the role that can do least."""
    if environment.switch("SAMMETAG_DEMO", default=False):
        raise preparation.NotReady(
            "'sammetag serve' betjener ikke demoen; brug 'make demo'.\n"
            "'sammetag serve' does not serve the demo; use 'make demo'."
        )
    environment.secret("SAMMETAG_SECRET_KEY")
    database.server()
    serving.refuse_taken_port(chosen.host, chosen.port)
    django.setup()
    roles.refuse_unsafe_role(connection)
    preparation.refuse_old_tables()
    preparation.refuse_missing_keys()
    texts.compile_if_changed()
    static_files.collect_if_changed()
    let_go()
    where = f"{chosen.host}:{chosen.port}\n"
    serving.serve(chosen.host, chosen.port, workers=chosen.workers, quiet=False, answering=lambda: say(where))
    return 0


def _make_ready() -> None:
    prepare_tables()
    with step("Gør tekster og billeder klar"):
        texts.compile_if_changed()
        static_files.collect_if_changed()
