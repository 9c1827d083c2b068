"""The technical log holds ids and kinds: no name, no search term, nothing that somebody typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.access.walls import Superuser
from tests.town import Town

Browse = Callable[[str], Client]
TYPED = "Borgeren fortalte om sin sygdom"
PRIVATE = ("Ærø", "Åse", "Astrid", "astrid", "Hemmelig", "sygdom")
FORM = {
    "day": (timezone.localdate() - timedelta(days=3)).isoformat(),
    "clock": "10:00",
    "minutes": "45",
    "form": "phone",
    "other": "Hemmelig",
    "notes": TYPED,
}


def client_that_goes_on(browse: Browse, name: str) -> Client:
    client = browse(name)
    client.raise_request_exception = False
    return client


def check(caplog: pytest.LogCaptureFixture) -> None:
    """Something was logged, and nothing private stands in it."""
    assert caplog.text
    assert [word for word in PRIVATE if word in caplog.text] == []


def test_a_denied_page_is_logged_without_names(
    browse: Browse, committed: Town, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG", "sammetag"):
        answer = browse("astrid").post(reverse("talk-held", args=[committed.cases["other-unit"]]), FORM)

    assert answer.status_code == 404
    check(caplog)


@pytest.mark.parametrize("broken", ["journal_event", "talks_noteversion", "talks_talk", "journal_look"])
def test_a_save_that_fails_in_the_database_is_logged_without_what_was_typed(
    *, broken: str, browse: Browse, committed: Town, superuser: Superuser, caplog: pytest.LogCaptureFixture
) -> None:
    superuser.execute(f"ALTER TABLE {broken} ADD CONSTRAINT broken CHECK (id IS NULL) NOT VALID".encode())
    client = client_that_goes_on(browse, "astrid")

    answer = client.post(reverse("talk-held", args=[committed.cases["own"]]), valid_form())

    assert answer.status_code == 500
    check(caplog)


def valid_form() -> dict[str, str]:
    return FORM | {"token": str(uuid4()), "version": "0"}


def test_a_search_that_fails_is_logged_without_its_term(
    browse: Browse, committed: Town, superuser: Superuser, caplog: pytest.LogCaptureFixture
) -> None:
    superuser.execute("ALTER TABLE people_citizen RENAME COLUMN search_name TO gone")

    answer = client_that_goes_on(browse, "astrid").post(reverse("search"), {"term": "Ærø Hemmelig"})

    assert answer.status_code == 500
    check(caplog)


NUL = "\x00"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("draft", {"notes": TYPED + NUL}),
        ("search", {"term": "Hemmelig" + NUL}),
        ("talk-held", FORM | {"notes": TYPED + NUL}),
        ("talk-held", FORM | {"other": TYPED + NUL}),
        ("password-log-in", {"username": "astrid" + NUL, "password": "x"}),
    ],
)
def test_a_sign_that_the_database_does_not_take_is_refused_without_a_trace_of_the_text(
    *, name: str, fields: dict[str, str], browse: Browse, committed: Town, caplog: pytest.LogCaptureFixture
) -> None:
    of_a_case = {"talk-held": {}, "draft": {"form": "book"}}
    arguments: dict[str, Any] = {"case_id": committed.cases["own"]} | of_a_case.get(name, {})

    answer = client_that_goes_on(browse, "astrid").post(
        reverse(name, kwargs=arguments if name in of_a_case else None), fields
    )

    assert [word for word in PRIVATE if word in caplog.text] == []
    assert answer.status_code < 500
