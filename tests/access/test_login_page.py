"""Logging in: with the right password only, and also when Django has come to prefer a stronger hash."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.town import PASSWORD, Town

STRONGER = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.MD5PasswordHasher",
]


def log_in(password: str) -> int:
    """The status that logging in as Astrid ends with."""
    form = {"username": "astrid", "password": password}
    return Client(HTTP_HOST="localhost").post(reverse("password-log-in"), form).status_code


@pytest.mark.usefixtures("committed")
def test_the_right_password_lets_in_and_a_wrong_one_does_not() -> None:
    assert (log_in(PASSWORD), log_in("en-anden-adgangskode")) == (302, 200)


@pytest.mark.usefixtures("committed")
def test_a_hash_that_has_grown_old_still_lets_in() -> None:
    with override_settings(PASSWORD_HASHERS=STRONGER):
        assert log_in(PASSWORD) == 302


def test_an_account_that_is_closed_is_not_let_in(committed: Town) -> None:
    assert committed.staff["astrid"].account_id is not None
    assert log_in("") == 200
