"""Who saw what, why and on which page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.access.walls import Superuser
from tests.town import Town

Browse = Callable[[str], Client]


def looks(superuser: Superuser, *columns: str) -> list[tuple[Any, ...]]:
    query = f"SELECT {', '.join(columns)} FROM journal_look ORDER BY position"  # noqa: S608 - our own columns
    return superuser.execute(query.encode()).fetchall()


def test_opening_a_case_tells_who_where_why_and_which(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    case = committed.cases["own"]
    before = timezone.now()

    browse("astrid").get(reverse("case", args=[case]))

    ((by, role, page, purpose, allowed, cases, at),) = looks(
        superuser, "by", "role", "page", "purpose", "allowed", "cases", "at"
    )
    assert (by, role) == (committed.account("astrid"), "coordinator")
    assert (page, purpose, allowed, cases) == ("case", "own-case", True, [case])
    assert before <= at <= timezone.now()


def test_each_request_has_an_id_of_its_own(browse: Browse, committed: Town, superuser: Superuser) -> None:
    client = browse("astrid")
    for _ in range(3):
        client.get(reverse("my-day"))

    ids = {one for (one,) in looks(superuser, "request_id")}

    assert len(ids) == 3
    assert all(isinstance(one, UUID) for one in ids)


@pytest.mark.parametrize(
    ("person", "shown"),
    [("astrid", {"own"}), ("mads", {"own"}), ("birk", set()), ("dorte", {"restricted", "other-unit"})],
)
def test_a_look_at_my_day_names_the_cases_on_it(
    *, person: str, shown: set[str], browse: Browse, committed: Town, superuser: Superuser
) -> None:
    page = browse(person).get(reverse("my-day")).content.decode()

    ((name, cases),) = looks(superuser, "page", "cases")
    assert (name, set(cases)) == ("my-day", {committed.cases[case] for case in shown})
    assert {case for case in committed.cases if f"Ærø {case}" in page} <= shown


def test_a_look_at_my_day_names_a_colleagues_case_whose_talk_stands_on_it(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    now = timezone.now()
    superuser.execute(
        "UPDATE talks_talk SET leader_id = %s, starts_at = %s, ends_at = %s WHERE id = %s",
        [committed.staff["birk"].id, now, now + timedelta(minutes=1), committed.talks["own"]],
    )

    page = browse("birk").get(reverse("my-day")).content.decode()

    assert "Ærø own" in page
    assert looks(superuser, "cases") == [([committed.cases["own"]],)]


def test_a_search_is_kept_as_a_keyed_hash_and_never_as_the_term(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    for term in ("Ærø own", "ÆRØ  OWN", "Ærø"):
        browse("astrid").post(reverse("search"), {"term": term})

    first, same, other = (str(one) for (one,) in looks(superuser, "term"))
    assert first == same != other
    assert len(first) == 64
    assert first not in {hashlib.sha256(text.encode()).hexdigest() for text in ("Ærø own", "ærø own")}
    assert "ærø" not in str(looks(superuser, "*")).casefold()


def test_a_search_names_the_cases_found(browse: Browse, committed: Town, superuser: Superuser) -> None:
    browse("astrid").post(reverse("search"), {"term": "ærø"})

    ((page, purpose, cases),) = looks(superuser, "page", "purpose", "cases")
    assert (page, purpose) == ("search", "search")
    assert set(cases) == {committed.cases["own"], committed.cases["closed"]}


def test_a_search_that_finds_nothing_is_a_look_too(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    """Else somebody could try the names of a whole town and leave no trace."""
    browse("astrid").post(reverse("search"), {"term": "Ærø other-unit"})

    assert looks(superuser, "page", "cases") == [("search", [])]


def test_a_look_is_seen_by_whoever_looked_and_not_by_a_colleague(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    browse("astrid").get(reverse("my-day"))
    superuser.execute("SET ROLE sammetag_app")
    seen = {}
    for name in ("astrid", "birk"):
        superuser.execute("SELECT set_config('app.uid', %s, false)", [str(committed.account(name))])
        seen[name] = len(looks(superuser, "id"))

    assert seen == {"astrid": 1, "birk": 0}


def test_nobody_writes_a_look_in_the_name_of_another(committed: Town, superuser: Superuser) -> None:
    superuser.execute("SET ROLE sammetag_app")
    superuser.execute("SELECT set_config('app.uid', %s, false)", [str(committed.account("astrid"))])

    with pytest.raises(Exception, match="row-level security"):
        superuser.execute(
            "INSERT INTO journal_look"
            " (id, at, by, role, page, purpose, allowed, cases, term, request_id, salt)"
            " VALUES (gen_random_uuid(), now(), %s, '', 'case', '', true, '{}', '', gen_random_uuid(), '')",
            [committed.account("birk")],
        )


def test_a_page_whose_look_cannot_be_written_is_not_shown(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute("REVOKE INSERT ON journal_look FROM sammetag_app")
    client = browse("astrid")
    client.raise_request_exception = False

    answer = client.get(reverse("case", args=[committed.cases["own"]]))

    assert answer.status_code == 500
    assert "Ærø" not in answer.content.decode()
