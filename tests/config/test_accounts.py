"""`sammetag account`: a password that nobody sees, and accounts that are closed and opened."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from sammetag.config import accounts, command
from tests.town import PASSWORD, Town

NEW = "tre-æbler-og-en-hest"
Type = Callable[..., int]


@pytest.fixture
def typed(committed: Town, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types the command with something on standard input, and gives its exit code."""
    monkeypatch.setenv("DATABASE_HOST", connections["default"].settings_dict["HOST"])

    def type_it(*words: str, piped: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(piped))
        return command.main(["account", *words])

    return type_it


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_the_keyboard(typed: Type, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types the command at a terminal and then these words, unseen, one after another."""

    def sits(*words: str) -> int:
        left = iter(words)

        def asked(prompt: str) -> str:
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(accounts, "getpass", asked)
        monkeypatch.setattr("sys.stdin", Terminal())
        return command.main(["account", "password", "astrid"])

    return sits


def logs_in(username: str, password: str) -> bool:
    client = Client(HTTP_HOST="localhost")
    client.post("/log-in/password/", {"username": username, "password": password})
    return "_auth_user_id" in client.session


def events(superuser: Any) -> list[tuple[str, str, Any]]:
    found = "SELECT kind, role, by FROM journal_event WHERE kind LIKE 'account.%' ORDER BY position"
    return list(superuser.execute(found).fetchall())


def test_a_password_from_standard_input_opens_the_account(typed: Type, superuser: Any, capsys: Any) -> None:
    assert typed("password", "astrid", piped=f"{NEW}\n") == 0

    assert capsys.readouterr().out == "astrid har fået en ny adgangskode.\n"
    assert logs_in("astrid", NEW) and not logs_in("astrid", PASSWORD)
    assert events(superuser) == [("account.password-set", "operator", None)]


def test_whoever_was_logged_in_with_the_old_password_must_log_in_again(typed: Type, browse: Any) -> None:
    client = browse("astrid")
    assert client.get("/my-day/").status_code == 200

    typed("password", "astrid", piped=NEW)

    assert client.get("/my-day/").status_code == 302


@pytest.mark.parametrize("line", [f"{NEW}\r\n", NEW, f"{NEW}\nmore\n"])
def test_the_first_line_is_the_password_and_its_end_is_not(line: str, typed: Type) -> None:
    assert typed("password", "astrid", piped=line) == 0
    assert logs_in("astrid", NEW)


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("", "for kort"),
        ("elleve-tegn", "for kort"),
        ("1q2w3e4r5t6y", "for almindelig"),
        ("x" * 201, "højst 200 tegn"),
        ("tre-æbler\tog-en-hest", "ikke kan taste"),
    ],
)
def test_a_weak_password_is_refused_and_never_repeated(
    password: str, told: str, typed: Type, capsys: Any
) -> None:
    assert typed("password", "astrid", piped=f"{password}\n") == 1

    said = capsys.readouterr()
    assert told in said.err and said.err.endswith("Intet er ændret.\n")
    assert not password or password not in said.out + said.err
    assert logs_in("astrid", PASSWORD)


def test_at_a_terminal_it_is_typed_twice(at_the_keyboard: Type) -> None:
    assert at_the_keyboard(NEW, NEW) == 0
    assert logs_in("astrid", NEW)


@pytest.mark.parametrize("words", [(NEW, "noget-helt-andet"), (NEW,), ()])
def test_what_is_not_typed_alike_twice_changes_nothing(
    words: tuple[str, ...], at_the_keyboard: Type, capsys: Any
) -> None:
    assert at_the_keyboard(*words) == 1

    said = capsys.readouterr().err
    assert "Intet er ændret." in said and NEW not in said
    assert logs_in("astrid", PASSWORD)


def test_a_closed_account_lets_nobody_in_until_it_is_opened(
    typed: Type, browse: Any, superuser: Any, capsys: Any
) -> None:
    client = browse("astrid")

    assert typed("close", "astrid") == typed("close", "astrid") == 0
    assert client.get("/my-day/").status_code == 302 and not logs_in("astrid", PASSWORD)
    assert typed("password", "astrid", piped=NEW) == 0
    assert "sammetag account open astrid" in capsys.readouterr().out
    assert not logs_in("astrid", NEW)
    assert typed("open", "astrid") == 0

    assert logs_in("astrid", NEW)
    kinds = [kind for kind, _role, _by in events(superuser)]
    assert kinds == ["account.closed", "account.password-set", "account.opened"]


@pytest.mark.parametrize("what", ["password", "close", "open", "reset-factors"])
def test_an_account_that_is_not_there_is_told(what: str, typed: Type, capsys: Any) -> None:
    assert typed(what, "ingen", piped=NEW) == 1
    assert capsys.readouterr().err == "Der er ingen konto med brugernavnet ingen.\n"


def test_a_password_is_no_word_of_the_command(typed: Type, capsys: Any) -> None:
    with pytest.raises(SystemExit):
        typed("password", "astrid", NEW)
