"""The log-in page of the demo lets in whom it shows, and nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.demo.people import PICK
from sammetag.demo.world import World

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="localhost")


def test_the_page_shows_each_person_and_says_that_all_are_invented(client: Client) -> None:
    page = client.get(reverse("log-in")).content.decode()
    for pick in PICK:
        assert f"Log ind som {pick.name}" in page
    assert "opdigtede" in page
    assert reverse("password-log-in") in page


@pytest.mark.parametrize("username", [pick.username for pick in PICK])
def test_a_card_logs_its_person_in(client: Client, loaded: World, username: str) -> None:
    answer = client.post(reverse("log-in"), {"username": username})
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("front"))
    (account,) = (row.id for row in loaded.accounts if row.username == username)
    assert client.session["_auth_user_id"] == str(account)


def test_where_one_was_going_is_carried_along(client: Client) -> None:
    going = reverse("password-log-in") + "?a=1"
    page = client.get(reverse("log-in"), {"next": going}).content.decode()
    assert f'name="next" value="{going}"' in page
    answer = client.post(reverse("log-in"), {"username": PICK[0].username, "next": going})
    assert answer.headers["Location"] == going


def test_another_site_is_nowhere_to_go(client: Client) -> None:
    answer = client.post(reverse("log-in"), {"username": PICK[0].username, "next": "https://example.org/"})
    assert answer.headers["Location"] == reverse("front")


def test_a_lost_form_is_shown_again_before_anybody_is_picked(client: Client) -> None:
    fields = {"resume_path": "/somewhere/", "resume_fields": '{"notes": ["Et langt notat"]}'}
    page = client.post(reverse("log-in"), fields)
    assert page.status_code == 200
    assert "Et langt notat" in page.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("username", ["yusuf.demir", "inge.soerensen", "nobody", ""])
def test_whoever_is_not_on_the_page_is_not_let_in(client: Client, username: str) -> None:
    answer = client.post(reverse("log-in"), {"username": username})
    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session
