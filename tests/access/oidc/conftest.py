"""Two providers on this machine: an honest one, made by others, and one that forges what a test asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from sammetag.access import actions
from sammetag.access.oidc.directory import directory
from sammetag.access.oidc.provider import Provider
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from tests.access.oidc.forger import Forger
from tests.access.oidc.honest import CLIENT, SECRET, started
from tests.town import Town

Connect = Callable[..., None]


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Lets no test profit from what the directory of another one told."""
    directory.cache_clear()
    yield
    directory.cache_clear()


@pytest.fixture(scope="session")
def honest() -> Iterator[str]:
    """The address of a provider that others have made, in a process of its own."""
    with started("http://localhost/log-in/oidc/answer/") as issuer:
        yield issuer


@pytest.fixture
def forger() -> Iterator[Forger]:
    """A provider that signs what a test wants it to sign."""
    with Forger(client_id=CLIENT) as forging:
        yield forging


@pytest.fixture
def trust(settings: Any) -> Callable[..., Provider]:
    """Names a provider in the settings of this test."""

    def name(issuer: str, **more: Any) -> Provider:
        settings.OIDC = replace(Provider(issuer=issuer, client_id=CLIENT, client_secret=SECRET), **more)
        return settings.OIDC  # type: ignore[no-any-return]

    return name


@pytest.fixture
def connect(committed: Town) -> Connect:
    """Connects somebody of the town with what an issuer calls them."""

    def connected(name: str, issuer: str, subject: str) -> None:
        with as_role(OWNER):
            actions.connect(account_id=committed.account(name), issuer=issuer, subject=subject)

    return connected
