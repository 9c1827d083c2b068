"""Take either wall away, and the other still hides whole cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from sammetag.access import wall
from sammetag.access.person import Person
from sammetag.access.queries import person_of
from sammetag.access.roles import Right
from sammetag.access.wall import Request, Wall, behind_the_wall
from sammetag.cases.models import Case
from sammetag.talks.models import Talk
from tests.access.matrix import CASE_DOORS, CASES, WITH_CASES, WITH_ROLE, read, relation_of
from tests.access.test_matrix import address, ask
from tests.access.walls import Superuser, take_down, walled
from tests.town import Town

Browse = Callable[[str], Client]
DENYING = [key for key, row in read(CASE_DOORS).items() if row["foreign"] == "404"]
# A coordinator from far away and a mentor let into one case: between them, every case is foreign to somebody.
OUTSIDERS = ("esther", "mads")
FOREIGN = [(person, case) for person in OUTSIDERS for case in CASES if relation_of(person, case) == "foreign"]


@pytest.fixture
def no_row_security(superuser: Superuser) -> None:
    """The database lets the app see every row: Python is alone."""
    take_down(superuser, walled(superuser))


@pytest.fixture
def no_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python lets everybody see and do everything: row security is alone."""
    monkeypatch.setattr(Person, "sees", lambda self, prefix="": Q())
    monkeypatch.setattr(Person, "rights", lambda self, case: frozenset(Right))


def statuses(browse: Browse, town: Town) -> dict[tuple[str, ...], int]:
    """The status that each address gives each person in each case that is foreign to them."""
    clients = {person: browse(person) for person in OUTSIDERS}
    return {
        (*door, person, case): ask(clients[person], door[0], address(town, door[1], case)).status_code
        for door in DENYING
        for person, case in FOREIGN
    }


def names_on(page: Any) -> set[str]:
    """The cases of the town whose citizen's name stands on the page."""
    return {case for case in CASES if f"Ærø {case}" in page.content.decode()}


def lists_of(browse: Browse, town: Town, person: str) -> set[str]:
    """The cases that a person's own lists tell of."""
    client = browse(person)
    found = client.post(reverse("search"), {"term": "ærø"}, headers={"HX-Request": "true"})
    astrids = [reverse("colleague-day", args=[town.staff["astrid"].id])] if person in ("birk", "lis") else []
    for url in astrids:
        client.post(url, {"purpose": "stand-in"})
    pages = [client.get(url) for url in (reverse("my-day"), reverse("colleagues"), *astrids)]
    return names_on(found).union(*map(names_on, pages))


@pytest.mark.usefixtures("no_row_security")
def test_without_row_security_python_hides_each_foreign_case(browse: Browse, committed: Town) -> None:
    assert set(statuses(browse, committed).values()) == {404}


@pytest.mark.usefixtures("no_scope")
def test_without_pythons_scope_row_security_hides_each_foreign_case(browse: Browse, committed: Town) -> None:
    assert set(statuses(browse, committed).values()) == {404}


@pytest.mark.usefixtures("no_row_security", "no_scope")
def test_only_with_both_walls_gone_does_a_foreign_case_open(browse: Browse, committed: Town) -> None:
    """Otherwise the two tests above would hold for some third reason."""
    url = reverse("case", args=[committed.cases["other-municipality"]])

    assert browse("mads").get(url).status_code == 200


@pytest.mark.parametrize("gone", ["no_row_security", "no_scope"])
@pytest.mark.parametrize("person", WITH_CASES)
def test_lists_hold_no_foreign_case_whichever_wall_is_gone(
    *, person: str, gone: str, browse: Browse, committed: Town, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(gone)

    seen = lists_of(browse, committed, person)

    assert seen
    assert "foreign" not in {relation_of(person, case) for case in seen}


@pytest.mark.usefixtures("no_scope")
def test_without_pythons_scope_queries_give_no_row_of_a_foreign_case(committed: Town) -> None:
    today = timezone.localdate()
    for name in WITH_ROLE:
        with behind_the_wall(committed.account(name)):
            person = person_of(committed.account(name), today)
            assert person
            seen = set(Case.objects.seen_by(person).values_list("id", flat=True))
            led = set(Talk.objects.seen_by(person).values_list("case_id", flat=True))
        mine = {committed.cases[case] for case in CASES if relation_of(name, case) != "foreign"}
        assert seen == led == mine


def test_whoever_asks_the_database_unnamed_gets_no_row_behind_any_wall(
    committed: Town, superuser: Superuser
) -> None:
    with connection.cursor() as cursor:
        for table in walled(superuser):
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name from the catalogue
            # Accounts are looked up before anybody is known.
            assert (cursor.fetchone()[0] > 0) is (table == "people_account"), table


class KnowsWithoutTelling(Wall):
    """A wall that finds out who asks and gives them every key, but does not tell the database."""

    def __call__(self, request: Request) -> HttpResponse:
        with behind_the_wall(request.user.pk):
            request.person = person_of(UUID(str(request.user.pk)), timezone.localdate())
        request.failed, request.denied = False, None
        return self.get_response(request)


class KnowsNobody(Wall):
    """No wall at all: a page is reached as if no middleware had been there."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)


@pytest.mark.parametrize(("middleware", "expected"), [("KnowsWithoutTelling", 404), ("KnowsNobody", 500)])
def test_with_the_middleware_gone_not_even_ones_own_case_is_shown(
    *, middleware: str, expected: int, browse: Browse, committed: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wall, "Wall", globals()[middleware])
    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    client.cookies = browse("astrid").cookies

    answer = client.get(reverse("case", args=[committed.cases["own"]]))

    assert (answer.status_code, names_on(answer)) == (expected, set())


@override_settings(MIDDLEWARE=[])
def test_a_page_with_no_middleware_whatever_fails_before_it_reads(committed: Town) -> None:
    client = Client(HTTP_HOST="localhost", raise_request_exception=False)

    answer = client.get(reverse("case", args=[committed.cases["own"]]))

    assert (answer.status_code, names_on(answer)) == (500, set())
