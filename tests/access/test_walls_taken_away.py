"""`python -m bench walls` takes every wall away in turn; here it does so with a few, and puts them back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from bench.walls import places, policies
from bench.walls.mutation import Mutation
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.config.database import KEEPER, DatabaseServer
from sammetag.config.roles import administration, as_role
from tests.town import Town

Browse = Callable[[str], Client]


def named(found: list[Mutation], start: str) -> Mutation:
    return next(one for one in found if one.name.startswith(start))


def talks_seen_by(town: Town, name: str) -> int:
    with behind_the_wall(town.account(name)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM talks_talk")
        return int(cursor.fetchone()[0])


def test_a_policy_is_opened_and_stands_again(committed: Town, database_server: DatabaseServer) -> None:
    copy: str = connections["default"].settings_dict["NAME"]
    found = list(policies.mutations(lambda: administration(database_server, copy)))
    before = talks_seen_by(committed, "esther")
    with named(found, "talks_talk_app").away():
        opened = talks_seen_by(committed, "esther")

    assert before < opened == len(committed.talks)
    assert talks_seen_by(committed, "esther") == before


def test_a_scope_is_opened_and_stands_again(committed: Town) -> None:
    with behind_the_wall(committed.account("esther")):
        esther = committed.person("esther")
    with as_role(KEEPER):
        before = Case.objects.seen_by(esther).count()
        with named(list(places.scopes()), "Person.sees").away():
            opened = Case.objects.seen_by(esther).count()
        after = Case.objects.seen_by(esther).count()

    assert before == after < opened == len(committed.cases)


def test_a_guard_is_taken_out_and_stands_again(browse: Browse, committed: Town) -> None:
    mads, url = browse("mads"), reverse("book-talk", args=[committed.cases["own"]])
    before = mads.get(url).status_code
    with named(list(places.guards()), "case_for in cases/queries.py: not person.may").away():
        opened = mads.get(url).status_code

    assert (before, opened, mads.get(url).status_code) == (404, 200, 404)


@pytest.mark.parametrize(
    "middleware",
    ["sammetag.access.signed_in.LogInFirst", "django.contrib.auth.middleware.AuthenticationMiddleware"],
)
def test_a_middleware_is_left_out_and_stands_again(middleware: str, committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost", raise_request_exception=False)
    with named(list(places.middleware()), middleware).away():
        assert nobody.get("/my-day/").status_code != 302

    assert Client(HTTP_HOST="localhost").get("/my-day/").status_code == 302


def test_what_is_asked_in_python_is_found_by_reading_it() -> None:
    scopes = {one.name.partition(" in ")[0] for one in places.scopes()}
    guards = {one.name.partition(" in ")[0] for one in places.guards()}

    assert {"CaseQuerySet.seen_by", "InCase.seen_by", "InCase.of", "Person.sees", "Person.rights"} <= scopes
    assert {"case_for", "keep_draft", "talk_in"} <= guards
