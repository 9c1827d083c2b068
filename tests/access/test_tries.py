"""Somebody guesses passwords: how long they wait, whom they do not keep out, and what is left of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from django.urls import reverse

from sammetag.access import tries
from sammetag.access.models import LogInTry, Try
from sammetag.access.proving import try_as
from sammetag.config.database import APP
from tests.access.factors import nobody
from tests.access.walls import Superuser
from tests.town import PASSWORD, Town

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
OFFICE, ELSEWHERE = "192.0.2.10", "203.0.113.7"
WAIT = "Der er prøvet for mange gange."
WRONG = "Brugernavn og adgangskode passer ikke sammen."


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = NOON

    def later(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def clock() -> Iterator[Clock]:
    moved = Clock()
    with patch("django.utils.timezone.now", lambda: moved.now):
        yield moved


def request_from(address: str, **headers: str) -> HttpRequest:
    return RequestFactory().post("/", REMOTE_ADDR=address, HTTP_HOST="localhost", headers=headers)


def guess(name: str, address: str = ELSEWHERE, *, right: bool = False) -> timedelta:
    """One try; answers how long somebody had to wait, in which case nothing was looked at."""
    who = tries.trier(request_from(address), name)
    wait = tries.wait_before(who, Try.PASSWORD)
    if not wait:
        (tries.note_right if right else lambda one: tries.note_wrong(one, Try.PASSWORD))(who)
    return wait


@pytest.mark.django_db
def test_five_wrong_tries_are_free_and_then_the_wait_doubles(clock: Clock) -> None:
    waits = []
    for _number in range(14):
        wait = guess("astrid")
        waits.append(int(wait.total_seconds()))
        clock.later(wait)
        if wait:
            guess("astrid")

    assert waits == [0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900]


@pytest.mark.django_db
def test_ten_thousand_tries_in_a_row_are_counted_as_the_few_that_were_looked_at(clock: Clock) -> None:
    looked_at, who = 0, tries.trier(request_from(ELSEWHERE), "astrid")
    for _number in range(10_000):
        clock.later(timedelta(milliseconds=10))
        if not tries.wait_before(who, Try.PASSWORD):
            looked_at += 1
            tries.note_wrong(who, Try.PASSWORD)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_logintry")
        assert cursor.fetchone() == (looked_at,)
    # A hundred seconds: five that are free, and those after 5, 10, 20 and 40 seconds.
    assert looked_at == 9


@pytest.mark.django_db
def test_a_name_that_nobody_has_waits_as_long_as_one_that_somebody_has(clock: Clock) -> None:
    known = [guess("astrid", "192.0.2.1") for _number in range(8)]
    unknown = [guess("ingen", "192.0.2.2") for _number in range(8)]

    assert known == unknown


@pytest.mark.django_db
def test_a_name_written_in_capitals_is_the_same_name(clock: Clock) -> None:
    for _number in range(5):
        guess("astrid")

    assert guess(" ASTRID ") > timedelta()


@pytest.mark.django_db
def test_many_addresses_at_one_name_wait_too(clock: Clock) -> None:
    waits = [guess("astrid", f"203.0.113.{number}") for number in range(60)]

    assert sum(not wait for wait in waits) == tries.ANYWHERE.free


@pytest.mark.django_db
def test_nobody_is_kept_out_of_where_they_logged_in_before_by_guesses_from_elsewhere(clock: Clock) -> None:
    guess("astrid", OFFICE, right=True)
    for number in range(200):
        guess("astrid", f"203.0.113.{number}")
        guess(f"somebody-{number}", OFFICE)
        guess(f"somebody-else-{number}", OFFICE)

    assert guess("astrid", OFFICE) == timedelta()
    assert guess("astrid", ELSEWHERE) > timedelta()


@pytest.mark.django_db
def test_an_address_that_tries_many_names_waits_at_most_a_minute(clock: Clock) -> None:
    waits = [guess(f"somebody-{number}") for number in range(300)]
    clock.later(timedelta(minutes=1))

    assert sum(not wait for wait in waits) == tries.ADDRESS.free
    assert guess("a-colleague") == timedelta()


@pytest.mark.django_db
def test_getting_in_begins_anew(clock: Clock) -> None:
    for _number in range(4):
        guess("astrid")
    guess("astrid", right=True)
    clock.later(timedelta(seconds=1))

    assert [guess("astrid") for _number in range(5)] == [timedelta()] * 5


@pytest.mark.django_db
def test_a_day_later_nothing_is_counted(clock: Clock) -> None:
    for _number in range(6):
        guess("astrid")
    clock.later(timedelta(days=1, seconds=1))

    assert guess("astrid") == timedelta()


@pytest.mark.parametrize(
    ("proxy", "told", "expected"),
    [
        (False, "198.51.100.1", ELSEWHERE),
        (True, "198.51.100.1, 192.0.2.99", "192.0.2.99"),
        (True, "", ELSEWHERE),
        (True, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (True, "192.0.2.99:50123", "192.0.2.99"),
        (True, "[2001:db8:1:2:3:4:5:6]:50123", "2001:db8:1:2::/64"),
        (True, "::ffff:192.0.2.99", "192.0.2.99"),
        (True, "ikke en adresse", "ikke en adresse"),
    ],
)
def test_the_address_is_the_last_that_our_own_proxy_wrote(proxy: bool, told: str, expected: str) -> None:
    with override_settings(BEHIND_PROXY=proxy):
        assert tries.address_of(request_from(ELSEWHERE, X_Forwarded_For=told)) == expected


@pytest.mark.django_db
def test_neither_name_nor_address_is_written_down() -> None:
    guess("astrid")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM access_logintry t")
        (row,) = cursor.fetchone()

    told = {form for word in ("astrid", ELSEWHERE) for form in (word, word.encode().hex())}
    assert [word for word in told if word in row] == []


@pytest.mark.django_db
def test_the_app_sees_the_tries_at_the_name_and_from_the_address_that_it_is_asked_about() -> None:
    guess("astrid", OFFICE)
    guess("birk", ELSEWHERE)
    try_as([], one_at_a_time=b"x" * 8)
    unasked = LogInTry.objects.scoped("test").count()
    tries.trier(request_from("192.0.2.200"), "astrid")

    assert (unasked, LogInTry.objects.scoped("test").count()) == (0, 1)


def test_old_tries_are_thrown_away_and_no_others(committed: Town, superuser: Superuser) -> None:
    row = "INSERT INTO access_logintry VALUES (gen_random_uuid(), 'n', 'a', %s, now() - %s::interval)"
    for kind, age in (
        ("password", "23 hours"),
        ("code", "25 hours"),
        ("right", "29 days"),
        ("right", "31 days"),
    ):
        superuser.execute(row, [kind, age])

    with transaction.atomic():
        tries.forget_old_tries()

    left = superuser.execute("SELECT kind FROM access_logintry ORDER BY kind").fetchall()
    assert (connection.settings_dict["USER"], left) == (APP, [("password",), ("right",)])


@pytest.mark.usefixtures("committed")
def test_the_right_password_is_not_looked_at_during_the_wait() -> None:
    client = nobody()
    log_in = reverse("password-log-in")
    for _number in range(5):
        client.post(log_in, {"username": "astrid", "password": "forkert"})

    answer = client.post(log_in, {"username": "astrid", "password": PASSWORD, "next": "/colleagues/"})

    assert (answer.status_code, int(answer.headers["Retry-After"])) == (429, 5)
    assert WAIT in answer.content.decode() and 'value="astrid"' in answer.content.decode()
    assert 'name="next" value="/colleagues/"' in answer.content.decode()
    assert client.get(reverse("my-day")).status_code == 302


@pytest.mark.usefixtures("committed")
def test_hundreds_of_tries_through_the_page_let_nobody_in_and_lose_nothing() -> None:
    client, log_in = nobody(), reverse("password-log-in")
    along = {"resume_path": "/cases/", "resume_fields": '{"notes": ["Hun vil være slagter."]}'}

    answers = [
        client.post(log_in, {"username": "astrid", "password": f"gæt-{number}", **along})
        for number in range(300)
    ]

    assert {answer.status_code for answer in answers[5:]} <= {200, 429}
    assert sum(WRONG in answer.content.decode() for answer in answers) < 20
    assert WAIT in answers[-1].content.decode() and "Hun vil være slagter." in answers[-1].content.decode()
    assert client.get(reverse("my-day")).status_code == 302


@pytest.mark.usefixtures("committed")
def test_somebody_who_is_not_there_is_told_the_same_as_somebody_who_is() -> None:
    def told(name: str) -> list[str]:
        form = {"username": name, "password": "forkert"}
        pages = [nobody().post(reverse("password-log-in"), form).content.decode() for _number in range(6)]
        return [WAIT if WAIT in page else WRONG for page in pages if WAIT in page or WRONG in page]

    assert told("astrid") == told("findes-ikke") == [WRONG] * 5 + [WAIT]


def test_the_wait_is_told_in_minutes() -> None:
    assert "Vent et minut" in tries.sentence_about(timedelta(seconds=5))
    assert "Vent 2 minutter" in tries.sentence_about(timedelta(seconds=61))
