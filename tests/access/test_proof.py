"""Who is asked once more who they are, and that what they were posting goes on afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from sammetag.access.log_in import PROVEN_AT
from sammetag.access.proof import proven_lately
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]


@proven_lately
def guarded(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"åben for {request.POST.get('number', 'en læser')}")


def asked(town: Town, method: str, *, minutes_ago: float, **fields: str) -> HttpResponse:
    """What the guarded page answers Astrid, who proved who she is so many minutes ago."""
    make = RequestFactory()
    request = getattr(make, method)("/guarded/", fields, HTTP_HOST="localhost")
    return answered(request, town, minutes_ago)


def answered(request: HttpRequest, town: Town, minutes_ago: float) -> HttpResponse:
    request.user = town.staff["astrid"].account or AnonymousUser()
    request.session = SessionStore()
    request.session[PROVEN_AT] = (timezone.now() - timedelta(minutes=minutes_ago)).timestamp()
    return guarded(request)


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes_ago", "is_open"), [(0, True), (9.9, True), (10.1, False), (600, False)])
def test_a_proof_holds_for_ten_minutes(minutes_ago: float, is_open: bool, town: Town) -> None:
    answer = asked(town, "post", minutes_ago=minutes_ago)

    assert ("åben for" in answer.content.decode()) is is_open


@pytest.mark.django_db
def test_whoever_only_wanted_to_look_is_led_to_the_question_and_back(town: Town) -> None:
    answer = asked(town, "get", minutes_ago=11)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/prove/?next=%2Fguarded%2F")


@pytest.mark.django_db
def test_what_was_posted_stands_in_the_question_and_goes_on_with_the_answer(town: Town) -> None:
    question = asked(town, "post", minutes_ago=11, number="0101019999")
    answer = asked(town, "post", minutes_ago=11, number="0101019999", **{"proof-password": PASSWORD})

    assert 'name="number" value="0101019999"' in question.content.decode()
    assert 'action="/guarded/"' in question.content.decode()
    assert answer.content.decode() == "åben for 0101019999"


@pytest.mark.django_db
def test_a_wrong_answer_opens_nothing_and_loses_nothing(town: Town) -> None:
    answer = asked(town, "post", minutes_ago=11, number="0101019999", **{"proof-password": "forkert"})

    assert answer.status_code == 422
    assert 'name="number" value="0101019999"' in answer.content.decode()
    assert "forkert" not in answer.content.decode()


@pytest.mark.django_db
def test_a_fragment_sends_the_whole_page_to_the_question(town: Town) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://localhost/cases/1/?zoom=all"}
    request = RequestFactory().post("/guarded/", HTTP_HOST="localhost", headers=headers)

    answer = answered(request, town, 11)

    assert answer.headers["HX-Redirect"] == "/prove/?next=%2Fcases%2F1%2F%3Fzoom%3Dall"


def test_a_log_in_is_a_proof(browse: Browse) -> None:
    assert timezone.now().timestamp() - browse("astrid").session[PROVEN_AT] < 60


def test_the_page_of_the_question_leads_on_after_the_right_answer_only(browse: Browse) -> None:
    astrid = browse("astrid")
    wanted = {"next": "/colleagues/"}

    wrong = astrid.post(reverse("prove"), wanted | {"proof-password": "forkert"})
    right = astrid.post(reverse("prove"), wanted | {"proof-password": PASSWORD})

    assert (wrong.status_code, right.status_code, right.headers["Location"]) == (422, 302, "/colleagues/")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:x"])
def test_the_question_leads_nowhere_else(elsewhere: str, browse: Browse) -> None:
    answer = browse("astrid").post(reverse("prove"), {"next": elsewhere, "proof-password": PASSWORD})

    assert answer.headers["Location"] == reverse("front")


def test_a_proof_grows_old_in_a_session(browse: Browse) -> None:
    astrid = browse("astrid")
    later = timezone.now() + timedelta(minutes=11)

    with patch("django.utils.timezone.now", lambda: later):
        astrid.post(reverse("prove"), {"proof-password": PASSWORD})

        assert astrid.session[PROVEN_AT] == later.timestamp()
