"""Logging in with more than a password: what half a log-in opens, and what is not lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from sammetag.access import actions
from sammetag.access.log_in import LACKS_FACTOR
from sammetag.access.resuming import writer_mark
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from tests.access.factors import code, give_app, give_recovery_codes, half_way, nobody
from tests.access.matrix import OTHER_DOORS, read
from tests.access.test_matrix import WITHIN
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
STEP = reverse("second-step")
OPEN_TO_ALL = {"log-in", "password-log-in", "second-step", "passkey-log-in", "passkey-options", "language"}
OPEN_TO_ALL |= {"provider-log-in", "provider-answer"}


def is_in(client: Client) -> bool:
    """Whether somebody is logged in."""
    return client.get(reverse("my-day")).status_code == 200


def test_a_password_alone_lets_in_whoever_has_nothing_else(committed: Town) -> None:
    assert is_in(half_way("astrid"))


def test_a_code_from_the_app_lets_in_after_the_password(committed: Town) -> None:
    secret = give_app(committed, "astrid")
    client = half_way("astrid")

    wrong = client.post(STEP, {"proof-code": "000000"})
    assert (wrong.status_code, is_in(client)) == (422, False)

    right = client.post(STEP, {"proof-code": code(secret, timezone.now())})
    assert (right.status_code, is_in(client)) == (302, True)


def test_a_code_works_once(committed: Town) -> None:
    secret = give_app(committed, "astrid")
    shown = code(secret, timezone.now())

    clients = [half_way("astrid"), half_way("astrid")]
    for client in clients:
        client.post(STEP, {"proof-code": shown})

    assert [is_in(client) for client in clients] == [True, False]


@pytest.mark.parametrize(("seconds", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_off(seconds: int, fits: bool, committed: Town) -> None:
    secret = give_app(committed, "astrid")
    client = half_way("astrid")

    client.post(STEP, {"proof-code": code(secret, timezone.now() + timedelta(seconds=seconds))})

    assert is_in(client) is fits


def test_a_recovery_code_works_once_however_it_is_spaced(committed: Town) -> None:
    give_app(committed, "astrid")
    first, *_ = give_recovery_codes(committed, "astrid")

    clients = [half_way("astrid"), half_way("astrid")]
    for client, typed in zip(clients, (first.replace("-", " "), first), strict=True):
        client.post(STEP, {"proof-code": typed})

    assert [is_in(client) for client in clients] == [True, False]


def test_codes_that_are_guessed_are_counted_and_then_not_looked_at(committed: Town) -> None:
    secret = give_app(committed, "astrid")
    client = half_way("astrid")
    for number in range(5):
        client.post(STEP, {"proof-code": f"00000{number}"})

    answer = client.post(STEP, {"proof-code": code(secret, timezone.now())})

    assert (answer.status_code, is_in(client)) == (429, False)


def test_half_a_log_in_opens_no_page_but_the_second_step(committed: Town) -> None:
    give_app(committed, "astrid")
    stolen = half_way("astrid").cookies[settings.SESSION_COOKIE_NAME].value
    thief = nobody()
    thief.cookies[settings.SESSION_COOKIE_NAME] = stolen
    case = {"case_id": committed.cases["own"]}
    without_id = {name for _, name in read(OTHER_DOORS) if not WITHIN[name]} - OPEN_TO_ALL
    # Whatever answers only a post sends whoever is nobody to the log-in too.
    closed = [
        *(reverse(name, kwargs=case) for name in ("case", "plan", "book-talk", "hand-over")),
        *(reverse(name) for name in sorted(without_id)),
    ]

    assert {thief.get(address).headers.get("Location", "")[:8] for address in closed} == {"/log-in/"}
    assert thief.get(STEP).status_code == 200


def test_half_a_log_in_is_forgotten_after_five_minutes_and_nothing_is_lost(committed: Town) -> None:
    secret = give_app(committed, "astrid")
    client = half_way("astrid")
    later = timezone.now() + timedelta(minutes=5, seconds=1)

    with patch("django.utils.timezone.now", lambda: later):
        along = {"resume_path": "/x/", "resume_fields": json.dumps({"notes": ["Hun vil bage."]})}
        answer = client.post(STEP, {"proof-code": code(secret, later), **along})

        assert (answer.status_code, is_in(client)) == (401, False)
        assert "Hun vil bage." in answer.content.decode()


def test_the_key_of_the_session_changes_at_each_step(committed: Town) -> None:
    secret = give_app(committed, "astrid")
    client = nobody()
    client.post(reverse("passkey-options"))
    keys = [client.session.session_key]

    client.post(reverse("password-log-in"), {"username": "astrid", "password": PASSWORD})
    keys.append(client.session.session_key)
    client.post(STEP, {"proof-code": code(secret, timezone.now())})
    keys.append(client.session.session_key)

    assert len(set(keys)) == 3


def test_somebody_else_at_the_same_browser_ends_the_session_that_was(browse: Browse, committed: Town) -> None:
    give_app(committed, "birk")
    client = browse("astrid")

    client.post(reverse("password-log-in"), {"username": "birk", "password": PASSWORD})

    assert not is_in(client)


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda account_id: actions.set_open(account_id=account_id, is_open=False),
        lambda account_id: actions.set_password(account_id=account_id, password="en-anden"),  # noqa: S106
        lambda account_id: actions.reset_factors(account_id=account_id),
    ],
    ids=["closed", "another password", "factors taken away"],
)
def test_an_account_that_changes_half_way_gets_no_further(
    meanwhile: Callable[[UUID], None], committed: Town
) -> None:
    secret = give_app(committed, "astrid")
    client = half_way("astrid")
    with as_role(OWNER):
        meanwhile(committed.account("astrid"))

    for answer in ({"proof-code": code(secret, timezone.now())}, {"proof-password": PASSWORD}):
        assert client.post(STEP, answer).status_code == 401
        assert not is_in(client)


def test_what_was_being_typed_survives_both_steps(committed: Town) -> None:
    secret = give_app(committed, "astrid")
    fields = {"notes": ["Hun vil bage."], "writer": [writer_mark(committed.account("astrid"))]}
    along = {"resume_path": "/cases/", "resume_fields": json.dumps(fields)}
    client = nobody()

    first = client.post(
        reverse("password-log-in"), {"username": "astrid", "password": PASSWORD, **along}
    ).content.decode()
    last = client.post(STEP, {"proof-code": code(secret, timezone.now()), **along}).content.decode()

    assert "Hun vil bage." in first and 'name="proof-code"' in first
    assert '<form method="post" action="/cases/">' in last and "Hun vil bage." in last


@override_settings(SECOND_FACTOR=True)
def test_whoever_needs_a_second_factor_and_has_none_is_led_to_get_one(committed: Town) -> None:
    client = nobody()

    form = {"username": "astrid", "password": PASSWORD, "next": "/colleagues/"}
    page = client.post(reverse("password-log-in"), form).content.decode()

    assert "Gør dit log-in sikkert" in page and 'name="next" value="/colleagues/"' in page
    assert client.get("/colleagues/").headers["Location"] == "/log-in/first-factor/?next=%2Fcolleagues%2F"
    written = client.post("/colleagues/", {"notes": "Hun vil bage."}).content.decode()
    assert "Gør dit log-in sikkert" in written and "Hun vil bage." in written


@override_settings(SECOND_FACTOR=True)
def test_the_first_factor_comes_with_recovery_codes_and_then_everything_opens(committed: Town) -> None:
    fields = {"notes": ["Hun vil bage."], "writer": [writer_mark(committed.account("astrid"))]}
    along = {"resume_path": "/cases/", "resume_fields": json.dumps(fields)}
    client = nobody()
    client.post(reverse("password-log-in"), {"username": "astrid", "password": PASSWORD, **along})

    asked = client.post(reverse("add-app"), along)
    shown = code(asked.context["form"].secret, timezone.now())
    codes = client.post(reverse("add-app"), {"name": "Telefon", "code": shown, **along})
    on = client.post(reverse("go-on"), along).content.decode()

    assert len(codes.context["codes"]) == 10
    assert LACKS_FACTOR not in client.session
    assert '<form method="post" action="/cases/">' in on and "Hun vil bage." in on
    assert is_in(client)


@override_settings(SECOND_FACTOR=True)
def test_whoever_must_get_a_factor_first_can_log_out_and_can_show_who_they_are(committed: Town) -> None:
    client = half_way("astrid")

    asked = client.get(reverse("prove"))
    client.post(reverse("log-out"))

    assert "Vis, at det er dig" in asked.content.decode()
    assert client.get(reverse("first-factor")).headers["Location"].startswith("/log-in/?")


@override_settings(SECOND_FACTOR=True)
def test_a_password_alone_adds_nothing_once_the_account_has_a_factor(committed: Town) -> None:
    thief = half_way("astrid")
    give_app(committed, "astrid")

    assert thief.get(reverse("add-app")).headers["Location"].startswith("/log-in/?")


def test_nothing_is_demanded_where_the_setting_says_so(committed: Town) -> None:
    client = half_way("astrid")

    assert (LACKS_FACTOR in client.session, is_in(client)) == (False, True)
