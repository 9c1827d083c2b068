"""The command `sammetag`: the demo, serving, the database, the texts, and Django's own commands.

Imports that need the settings stand inside functions here and nowhere else: the environment comes first.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg
from django.core.management import execute_from_command_line
from django.db import DatabaseError, connection, connections

from sammetag.config import (
    database,
    embedded,
    embedded_faults,
    environment,
    preparation,
    refusal,
    roles,
    serving,
    static_files,
    texts,
)
from sammetag.config.terminal import fail, port, say, step, stopped_by_signals
from sammetag.demo import edition

FORESEEN = (
    edition.OlderEdition,
    embedded.EmbeddedServerFailed,
    environment.MissingSetting,
    preparation.NotReady,
    refusal.Refused,
    roles.DatabaseUnsuited,
    roles.UnsafeRole,
    serving.PortTaken,
)
ACCOUNT_STEPS = {
    "password": "Sets the password of an account: asked for twice, or the first line of standard input.",
    "close": "Closes an account: its sessions end, and nobody can log in with it.",
    "open": "Opens an account that was closed, with the password that it had.",
}
# Commands of Django that make or look at tables, which only the owner may.
FOR_THE_OWNER = {"makemigrations", "migrate", "showmigrations", "sqlmigrate", "squashmigrations", "pgtrigger"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the words after `sammetag` say; 0 when it went well, 1 with one sentence when it did not."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sammetag.config.settings")
    try:
        if words[:1] == ["django"]:
            return pass_on_to_django(words)
        chosen = _parser().parse_args(words)
        action: Callable[[argparse.Namespace], int] = chosen.action
        return action(chosen)
    except embedded.EmbeddedServerFailed as fault:
        return fail(fault.sentence)
    except FORESEEN as fault:
        return fail(str(fault))
    except (psycopg.Error, DatabaseError) as fault:
        return fail(_sentence_of(fault))
    except OSError as fault:
        return fail(embedded_faults.from_os_error(fault, embedded.home()).sentence)
    except KeyboardInterrupt:
        return 130


def demo(chosen: argparse.Namespace) -> int:
    """Serves the demo municipality on localhost until Ctrl-C, with a database of its own."""
    begun = time.monotonic()
    serving.refuse_taken_port("localhost", chosen.port)
    url = f"http://localhost:{chosen.port}"
    try:
        with stopped_by_signals(), _database_of_the_demo():
            _make_ready()
            with step("Indlæser demokommunen"):
                from sammetag.demo.actions import load_if_empty  # noqa: PLC0415 - models need the settings

                load_if_empty(as_owner=roles.as_owner)
            _let_go_of_the_database()

            def answering() -> None:
                say(f"Klar efter {time.monotonic() - begun:.1f} s. Ctrl-C stopper.\n\n    {url}\n\n")

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
    texts.compile_if_changed()
    static_files.collect_if_changed()
    _let_go_of_the_database()
    where = f"{chosen.host}:{chosen.port}\n"
    serving.serve(chosen.host, chosen.port, workers=chosen.workers, quiet=False, answering=lambda: say(where))
    return 0


def prepare_database(chosen: argparse.Namespace) -> int:
    """Makes roles, database and tables on the server that the environment names, or in the demo's."""
    with stopped_by_signals(), _database_of_the_demo():
        _prepare_tables()
    return 0


def start_database(chosen: argparse.Namespace) -> int:
    """Starts the demo's server and lets it stay."""
    server = embedded.start("demo")
    embedded.keep(server)
    say(f"DATABASE_HOST={server.host}\n")
    return 0


def stop_database(chosen: argparse.Namespace) -> int:
    """Stops the demo's server, whoever uses it."""
    say("Databasen er stoppet.\n" if embedded.halt("demo") else "Databasen kørte ikke.\n")
    return 0


def database_status(chosen: argparse.Namespace) -> int:
    """Whether the demo's server runs; 1 when it does not."""
    alive = embedded.running("demo")
    say("Databasen kører.\n" if alive else "Databasen kører ikke.\n")
    return 0 if alive else 1


def import_programmes(chosen: argparse.Namespace) -> int:
    """Takes in a municipality's running programmes from a CSV file, all or nothing, as one of its leaders."""
    with stopped_by_signals(), _database_of_the_demo():
        django.setup()
        roles.refuse_unsafe_role(connection)
        preparation.refuse_old_tables()
        from sammetag.config import importing  # noqa: PLC0415 - models need the settings

        try:
            importing.programmes(
                chosen.file, chosen.username, dry_run=chosen.dry_run, faults=chosen.faults, say=say
            )
        finally:
            _let_go_of_the_database()
    return 0


def import_staff(chosen: argparse.Namespace) -> int:
    """Takes in a municipality's units, staff, accounts and roles from a CSV file, all or nothing."""
    with _owning_the_tables():
        from sammetag.config import importing_staff  # noqa: PLC0415 - models need the settings

        importing_staff.staff(
            chosen.file,
            chosen.municipality,
            one_more=chosen.new_municipality,
            dry_run=chosen.dry_run,
            faults=chosen.faults,
            say=say,
        )
    return 0


def staff_template(chosen: argparse.Namespace) -> int:
    """Writes the template of a file of staff."""
    django.setup()
    from sammetag.config import importing_staff  # noqa: PLC0415 - models need the settings

    importing_staff.template(chosen.file, say=say)
    return 0


def account(chosen: argparse.Namespace) -> int:
    """Sets the password of an account, closes it, or opens it again."""
    with _owning_the_tables():
        from sammetag.config import accounts  # noqa: PLC0415 - models need the settings

        steps = {"password": accounts.set_password, "close": accounts.close, "open": accounts.reopen}
        steps[chosen.step](chosen.username, say=say)
    return 0


def gather_texts(chosen: argparse.Namespace) -> int:
    """Writes the texts of code and templates into the English catalogue."""
    say(f"Tekster uden engelsk: {texts.gather()}\n")
    return 0


def compile_texts(chosen: argparse.Namespace) -> int:
    """Compiles the English texts where they have changed."""
    texts.compile_if_changed()
    return 0


def check_texts(chosen: argparse.Namespace) -> int:
    """Names the texts that lack English and the English that no page uses; 1 when there are any."""
    found = texts.differences()
    say("".join(f"Uden engelsk: {text!r}\n" for text in found.missing))
    say("".join(f"Bruges ikke: {text!r}\n" for text in found.obsolete))
    return 1 if found.missing or found.obsolete else 0


def collect_static_files(chosen: argparse.Namespace) -> int:
    """Collects the static files where they have changed."""
    django.setup()
    static_files.collect_if_changed()
    return 0


def pass_on_to_django(words: list[str]) -> int:
    """Runs a command of Django with the settings and the database of Sammetag."""
    with stopped_by_signals(), _database_of_the_demo():
        roles.prepare(database.server())
        django.setup()
        if words[1:2] and words[1] in FOR_THE_OWNER:
            with roles.as_role(database.OWNER):
                execute_from_command_line(["sammetag django", *words[1:]])
        else:
            execute_from_command_line(["sammetag django", *words[1:]])
        _let_go_of_the_database()
    return 0


@contextmanager
def _owning_the_tables() -> Iterator[None]:
    """The server that the environment names, as the owner of its tables, who alone lets people in."""
    database.server()
    django.setup()
    try:
        with roles.as_owner():
            preparation.refuse_old_tables()
            yield
    finally:
        _let_go_of_the_database()


@contextmanager
def _database_of_the_demo() -> Iterator[None]:
    """The server that the environment names, or the embedded one, which stops when its last user leaves."""
    if os.environ.get("DATABASE_HOST"):
        yield
        return
    os.environ["SAMMETAG_DEMO"] = "True"
    os.environ["SAMMETAG_SECRET_KEY"] = preparation.secret_key()
    os.environ.pop("SAMMETAG_HTTPS", None)
    with step("Starter databasen"):
        server = embedded.start("demo")
    os.environ.update(DATABASE_HOST=server.host, DATABASE_PORT=str(server.port), DATABASE_ADMIN=server.admin)
    os.environ.setdefault("DATABASE_NAME", edition.DATABASE)
    try:
        yield
    finally:
        # A second Ctrl-C would leave the server behind.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        server.stop()


def _make_ready() -> None:
    _prepare_tables()
    with step("Gør tekster og billeder klar"):
        texts.compile_if_changed()
        static_files.collect_if_changed()


def _prepare_tables() -> None:
    with step("Gør databasen klar"):
        roles.prepare(database.server())
        django.setup()
        preparation.migrate()


def _let_go_of_the_database() -> None:
    """Closes what this process holds open before the web server starts its own."""
    connections.close_all()
    if connection.settings_dict["OPTIONS"].get("pool"):
        connection.close_pool()  # type: ignore[attr-defined]


def _sentence_of(fault: Exception) -> str:
    if isinstance(fault, psycopg.errors.DiskFull) or "No space left" in str(fault):
        return embedded_faults.from_output("No space left on device", embedded.home()).sentence
    return f"Databasen svarede ikke som ventet: {fault}\nThe database did not answer as expected."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sammetag", description=__doc__.splitlines()[0] if __doc__ else None
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    _command(commands, "demo", demo).add_argument("--port", type=port, default=8000)
    serving_parser = _command(commands, "serve", serve)
    serving_parser.add_argument("--port", type=port, default=8000)
    serving_parser.add_argument("--host", default="localhost")
    serving_parser.add_argument("--workers", type=int, default=2)
    kinds = commands.add_parser("database", help="prepare, start, stop, status").add_subparsers(required=True)
    _command(kinds, "prepare", prepare_database)
    _command(kinds, "start", start_database)
    _command(kinds, "stop", stop_database)
    _command(kinds, "status", database_status)
    _add_imports(commands)
    kinds = commands.add_parser("account", help="password, close, open").add_subparsers(required=True)
    for what, sentence in ACCOUNT_STEPS.items():
        account_parser = _command(kinds, what, account, sentence)
        account_parser.set_defaults(step=what)
        account_parser.add_argument("username", metavar="USERNAME")
    kinds = commands.add_parser("texts", help="gather, compile, check").add_subparsers(required=True)
    _command(kinds, "gather", gather_texts)
    _command(kinds, "compile", compile_texts)
    _command(kinds, "check", check_texts)
    kinds = commands.add_parser("static", help="collect").add_subparsers(required=True)
    _command(kinds, "collect", collect_static_files)
    commands.add_parser("django", help="Django's own commands, e.g. sammetag django showmigrations")
    return parser


def _add_imports(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    kinds = commands.add_parser("import", help="staff, programmes").add_subparsers(required=True)
    programmes = _command(kinds, "programmes", import_programmes)
    programmes.add_argument("file", type=Path, metavar="FILE")
    programmes.add_argument("--as", dest="username", required=True, metavar="USERNAME")
    staff = _command(kinds, "staff", import_staff)
    staff.add_argument("file", type=Path, metavar="FILE")
    staff.add_argument("--municipality", required=True, metavar="NAME")
    staff.add_argument("--new-municipality", action="store_true", help="beside those that are there already")
    for parser in (programmes, staff):
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--faults", type=Path, metavar="OUT.csv")
    _command(kinds, "staff-template", staff_template).add_argument("file", type=Path, metavar="OUT.csv")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    action: Callable[[argparse.Namespace], int],
    sentence: str = "",
) -> argparse.ArgumentParser:
    sentence = sentence or (action.__doc__ or "").splitlines()[0]
    parser = commands.add_parser(name, help=sentence, description=sentence)
    parser.set_defaults(action=action)
    return parser


if __name__ == "__main__":
    sys.exit(main())
