"""`sammetag account connect`: one subject, one account, and the journal knows of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from sammetag.access.models import Identity
from sammetag.access.oidc.provider import Provider
from sammetag.config import command
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from tests.town import Town

ISSUER = "https://id.example"
Type = Callable[..., int]


@pytest.fixture
def typed(committed: Town, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Type:
    """Types the command, and gives its exit code."""
    monkeypatch.setenv("DATABASE_HOST", connections["default"].settings_dict["HOST"])
    settings.OIDC = Provider(issuer=ISSUER, client_id="sammetag", client_secret="x")  # noqa: S106 - a test's
    return lambda *words: command.main(["account", *words])


def connected() -> list[tuple[str, str, str]]:
    with as_role(OWNER):
        rows = Identity.objects.scoped("test").order_by("issuer", "subject")
        return list(rows.values_list("account__username", "issuer", "subject"))


def told(superuser: Any) -> list[Any]:
    query = "SELECT kind, role, by, data FROM journal_event WHERE kind LIKE 'account.%' ORDER BY position"
    return list(superuser.execute(query).fetchall())


def test_an_account_is_connected_and_disconnected(typed: Type, superuser: Any, capsys: Any) -> None:
    assert typed("connect", "Astrid", "--subject", "person-1") == 0
    assert connected() == [("astrid", ISSUER, "person-1")]
    assert typed("disconnect", "astrid") == 0
    assert connected() == []

    assert "astrid kan nu logge ind med kommunens log-in." in capsys.readouterr().out
    assert told(superuser) == [
        ("account.connected", "operator", None, {}),
        ("account.disconnected", "operator", None, {}),
    ]


def test_connecting_twice_is_connecting_once(typed: Type, superuser: Any) -> None:
    typed("connect", "astrid", "--subject", "person-1")

    assert typed("connect", "astrid", "--subject", "person-1") == 0
    assert len(told(superuser)) == 1


def test_the_same_name_at_two_issuers_is_two_people(typed: Type) -> None:
    typed("connect", "astrid", "--subject", "person-1")
    typed("connect", "birk", "--subject", "person-1", "--issuer", "https://other.example")

    assert [name for name, _issuer, _subject in connected()] == ["astrid", "birk"]


def test_at_one_issuer_alone_an_account_is_let_go(typed: Type) -> None:
    typed("connect", "astrid", "--subject", "person-1")
    typed("connect", "astrid", "--subject", "person-1", "--issuer", "https://other.example")

    typed("disconnect", "astrid", "--issuer", ISSUER)

    assert connected() == [("astrid", "https://other.example", "person-1")]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("birk", "--subject", "person-1"), "allerede knyttet til astrid"),
        (("astrid", "--subject", "person-2"), "Løsn den først"),
        (("ingen", "--subject", "person-3"), "ingen konto med brugernavnet"),
        (("birk", "--subject", " "), "Sådan kan ingen hedde"),
        (("birk", "--subject", "x" * 256), "Sådan kan ingen hedde"),
    ],
)
def test_what_is_taken_or_cannot_be_changes_nothing(
    words: tuple[str, ...], sentence: str, typed: Type, capsys: Any
) -> None:
    typed("connect", "astrid", "--subject", "person-1")

    assert typed("connect", *words) == 1
    assert sentence in capsys.readouterr().err
    assert connected() == [("astrid", ISSUER, "person-1")]


def test_without_a_provider_the_issuer_has_to_be_said(typed: Type, settings: Any, capsys: Any) -> None:
    settings.OIDC = None

    assert typed("connect", "astrid", "--subject", "person-1") == 1
    assert "--issuer" in capsys.readouterr().err
    assert typed("connect", "astrid", "--subject", "person-1", "--issuer", ISSUER) == 0
