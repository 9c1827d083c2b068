"""Every address, by every method, for everybody, in every case of the town: as matrix.py says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access.matrix import (
    CASE_DOORS,
    CASES,
    COLLEAGUE_DOORS,
    EVERYBODY,
    OTHER_DOORS,
    STUDY_DOORS,
    TO_ASTRID,
    TO_STUDY,
    WITH_ROLE,
    read,
    relation_of,
    status,
)
from tests.plan.deeds import goal_laid_in
from tests.studies.deeds import frozen_study_in
from tests.town import Town

Browse = Callable[[str], Client]
# The family name of every citizen in the town begins so.
NAME = "Ærø"
WHY = "Hvorfor åbner du sagen?"


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


WITHIN = {str(one.name): set(one.pattern.converters) for one in patterns(get_resolver())}


def clients(browse: Browse) -> dict[str, Client]:
    """One client each, logged in, for everybody in the town and for whoever is nobody yet."""
    known = {name: browse(name) for name in EVERYBODY if name != "nobody"}
    return known | {"nobody": Client(HTTP_HOST="localhost")}


def address(town: Town, name: str, case: str) -> str:
    known = {
        "case_id": town.cases[case],
        "talk_id": town.talks[case],
        "intervention_id": town.interventions[case],
        "form": "book",
        "name": "talks.due",
        # Nobody's: an export is seen by whoever asked for it, and by no one else.
        "export_id": uuid4(),
        "note_id": uuid4(),
        "question": "six-month-details",
        "area": "fleksjob",
    }
    if WITHIN[name] & {"goal_id", "sub_goal_id"}:
        known |= goal_laid_in(town, case)
    return reverse(name, kwargs={key: known[key] for key in WITHIN[name]})


def ask(client: Client, method: str, url: str) -> Any:
    return client.get(url) if method == "GET" else client.post(url)


def check(response: Any, word: str, who: str) -> None:
    """The answer is the one that the word of the table means, and tells no more than it may."""
    text = response.content.decode()
    assert response.status_code == status(word), f"{who}: {response.status_code}, not {word}"
    asked = word in ("ask", "again")
    assert (WHY in text) is asked, f"{who}: {'no' if asked else 'a'} question"
    assert not (word in ("ask", "again", "404", "403", "409") and NAME in text), f"{who} was told the name"
    assert (word == "log-in") is response.headers.get("Location", "").startswith("/log-in/"), who


def test_every_address_has_a_name_and_stands_in_the_table() -> None:
    addresses = {one.name or str(one.pattern) for one in patterns(get_resolver())}
    tables = (CASE_DOORS, OTHER_DOORS, COLLEAGUE_DOORS, STUDY_DOORS)
    described = {name for table in tables for _, name in read(table)}

    assert addresses - described == set(), "no row in tests/access/matrix.py"
    assert described - addresses == set(), "a row in tests/access/matrix.py without an address"


def test_every_address_of_a_case_stands_in_the_table_of_cases() -> None:
    of_cases = {one.name for one in patterns(get_resolver()) if "case_id" in one.pattern.converters}

    assert of_cases == {name for _, name in read(CASE_DOORS)}


@pytest.mark.parametrize("table", [CASE_DOORS, OTHER_DOORS, COLLEAGUE_DOORS, STUDY_DOORS])
def test_each_address_is_described_for_both_methods(table: str) -> None:
    rows = read(table).keys()

    assert {(method, name) for _, name in rows for method in ("GET", "POST")} == rows


# A database of its own for each address and not for each method: nobody changes anything by reading first.
def addresses(table: str) -> list[str]:
    return list(dict.fromkeys(name for _, name in read(table)))


def rows_of(table: str, name: str) -> list[tuple[str, dict[str, str]]]:
    """What each method of an address gives whom, GET first."""
    rows = read(table)
    return [(method, rows[(method, name)]) for method in ("GET", "POST")]


@pytest.mark.parametrize("name", addresses(CASE_DOORS))
def test_a_case_address_answers_each_person_as_the_table_says(
    name: str, browse: Browse, committed: Town
) -> None:
    for method, row in rows_of(CASE_DOORS, name):
        for person, client in clients(browse).items():
            for case in CASES:
                response = ask(client, method, address(committed, name, case))
                relation = relation_of(person, case)
                check(response, row[relation], f"{method} {name}, {person} at {case} ({relation})")


@pytest.mark.parametrize("name", addresses(OTHER_DOORS))
def test_an_address_without_a_case_answers_each_person_as_the_table_says(
    name: str, browse: Browse, committed: Town
) -> None:
    for method, row in rows_of(OTHER_DOORS, name):
        for person, client in clients(browse).items():
            relation = {"lis": "leader", "nora": "no-role", "nobody": "signed-out"}.get(person, "with-role")
            response = ask(client, method, address(committed, name, "own"))
            check(response, row[relation], f"{method} {name}, {person}")


def test_every_address_of_a_study_stands_in_the_table_of_studies() -> None:
    of_studies = {one.name for one in patterns(get_resolver()) if "study_id" in one.pattern.converters}

    assert of_studies == {name for _, name in read(STUDY_DOORS)}


@pytest.mark.parametrize("name", addresses(STUDY_DOORS))
def test_an_address_of_a_study_answers_each_person_as_the_table_says(
    name: str, browse: Browse, committed: Town
) -> None:
    study = frozen_study_in(committed)
    # What else an address names is nobody's.
    url = reverse(name, kwargs={"study_id": study, **{key: uuid4() for key in WITHIN[name] - {"study_id"}}})
    for method, row in rows_of(STUDY_DOORS, name):
        # Whoever is responsible comes last: their POST may close the study to all.
        for person, client in sorted(clients(browse).items(), key=lambda one: one[0] == "lis"):
            check(ask(client, method, url), row[TO_STUDY[person]], f"{method} {name}, {person}")


@pytest.mark.parametrize("name", addresses(COLLEAGUE_DOORS))
def test_an_address_of_a_colleague_answers_each_person_as_the_table_says(
    name: str, browse: Browse, committed: Town
) -> None:
    for method, row in rows_of(COLLEAGUE_DOORS, name):
        for person, client in clients(browse).items():
            response = ask(client, method, reverse(name, args=[committed.staff["astrid"].id]))
            check(response, row[TO_ASTRID[person]], f"{method} {name}, {person}")


@pytest.mark.parametrize(
    ("method", "name"), [key for key, row in read(CASE_DOORS).items() if row["foreign"] == "404"]
)
def test_a_case_that_does_not_exist_looks_like_one_of_somebody_else(
    method: str, name: str, browse: Browse, committed: Town
) -> None:
    client, foreign = browse("astrid"), address(committed, name, "other-unit")
    missing = foreign.replace(str(committed.cases["other-unit"]), str(uuid4()))

    answers = [ask(client, method, url) for url in (foreign, missing)]

    assert [one.status_code for one in answers] == [404, 404]
    assert body(answers[0], foreign) == body(answers[1], missing)


def body(response: Any, url: str) -> str:
    text: str = response.content.decode().replace(url, "")
    return "".join(line for line in text.splitlines() if "csrf" not in line.casefold())


@pytest.mark.parametrize(
    ("method", "name"),
    [key for key, row in read(CASE_DOORS).items() if "talk_id" in WITHIN[key[1]] and row["mine"] != "405"],
)
def test_the_talk_of_another_case_is_not_found_through_ones_own(
    method: str, name: str, browse: Browse, committed: Town
) -> None:
    client, url = browse("astrid"), address(committed, name, "own")

    for other in ("closed", "restricted", "other-unit", "other-municipality"):
        wrong = url.replace(str(committed.talks["own"]), str(committed.talks[other]))
        assert ask(client, method, wrong).status_code == 404, other


@pytest.mark.parametrize("person", WITH_ROLE)
def test_an_account_that_was_closed_is_sent_to_log_in(
    person: str, browse: Browse, committed: Town, superuser: Any
) -> None:
    client = browse(person)
    superuser.execute("UPDATE people_account SET is_active = false WHERE username = %s", [person])

    check(client.get(reverse("my-day")), "log-in", person)
