"""A citizen gets everything that is kept about them, and who has looked: in which role, and no name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.journal.models import Event
from tests.access.walls import Superuser
from tests.town import Town

TABLES = [("talks.Talk", "talks_talk"), ("interventions.Intervention", "interventions_intervention")]
Browse = Callable[[str], Client]


def url(town: Town, case: str = "own") -> str:
    return reverse("give-insight", args=[town.cases[case]])


def data_of(client: Client, town: Town) -> Any:
    answer = client.post(url(town), {"form": "data"})
    assert answer["Content-Type"].startswith("application/json")
    return json.loads(answer.content)


def test_the_answer_holds_citizen_programme_interventions_and_talks_in_words(
    browse: Browse, committed: Town
) -> None:
    page = browse("astrid").post(url(committed), {"form": "read"}).content.decode()

    assert "Hvem du er" in page
    assert "<dt>Efternavn</dt><dd>Ærø own" in page
    for title in ("Dit forløb", "Dine indsatser", "Samtaler", "Hvem der har set sagen"):
        assert title in page


def test_the_data_hold_the_same_rows_as_the_database(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    found = data_of(browse("astrid"), committed)

    case = committed.cases["own"]
    for label, table in TABLES:
        rows = superuser.execute(f"SELECT id FROM {table} WHERE case_id = %s".encode(), [case]).fetchall()  # noqa: S608
        assert {row["id"] for row in found[label]} == {str(row[0]) for row in rows} != set()


def test_looks_by_others_stand_with_role_and_purpose_and_without_a_name(
    browse: Browse, committed: Town
) -> None:
    browse("mads").get(reverse("case", args=[committed.cases["own"]]))
    browse("esther").get(reverse("case", args=[committed.cases["own"]]))

    looks = data_of(browse("astrid"), committed)["looks"]

    assert ("mentor", "own-case", True) in {(one["role"], one["purpose"], one["allowed"]) for one in looks}
    assert ("denied", False) in {(one["purpose"], one["allowed"]) for one in looks}
    assert {"at", "role", "page", "purpose", "allowed"} == set(looks[0])


@pytest.mark.parametrize("form", ["read", "data"])
def test_that_it_was_given_stands_in_the_journal(form: str, browse: Browse, committed: Town) -> None:
    client = browse("astrid")

    client.post(url(committed), {"form": form})

    with behind_the_wall(committed.account("astrid")):
        told = Event.objects.scoped("test").filter(kind="insight.given")
        assert list(told.values_list("case_id", "data")) == [(committed.cases["own"], {"form": form})]


def test_what_is_given_is_kept_by_no_browser_and_its_file_is_named_after_nobody(
    browse: Browse, committed: Town
) -> None:
    answer = browse("astrid").post(url(committed), {"form": "data"})

    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="indsigt.json"'


def test_whoever_logged_in_a_while_ago_proves_who_they_are_first(browse: Browse, committed: Town) -> None:
    client = browse("astrid")
    session = client.session
    session["proven_at"] = session["proven_at"] - timedelta(minutes=11).total_seconds()
    session.save()

    page = client.post(url(committed), {"form": "data"})

    assert page["Content-Type"].startswith("text/html")
    assert "Ærø" not in page.content.decode()


@pytest.mark.parametrize(
    ("person", "case"), [("lis", "own"), ("mads", "own"), ("dorte", "own"), ("astrid", "restricted")]
)
def test_the_database_tells_who_looked_to_nobody_but_the_cases_coordinators(
    person: str, case: str, committed: Town
) -> None:
    with (
        behind_the_wall(committed.account(person)),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="not theirs"),
        transaction.atomic(),
    ):
        cursor.execute("SELECT * FROM insight_looks(%s)", [committed.cases[case]])


def test_whoever_was_given_a_restricted_case_is_told_who_looked_until_that_ends(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    dorte = browse("dorte")
    assert dorte.post(url(committed, "restricted"), {"form": "data"}).status_code == 200
    superuser.execute("UPDATE access_grant SET until = current_date - 2 WHERE role = 'coordinator'")

    with (
        behind_the_wall(committed.account("dorte")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="not theirs"),
        transaction.atomic(),
    ):
        cursor.execute("SELECT * FROM insight_looks(%s)", [committed.cases["restricted"]])


def test_a_choice_that_is_none_is_asked_again(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(url(committed), {"form": "carrier pigeon"})

    assert page.status_code == 422
