"""Rows of several cases in one question: the same statement however many, and none that the wall hides."""

from __future__ import annotations

from uuid import UUID

import pytest

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from tests.town import Town

pytestmark = pytest.mark.django_db
PEOPLE = ("astrid", "birk", "dorte", "mads")


def named(town: Town, *names: str) -> list[Case]:
    """Cases of the town as their ids alone, whoever may see them."""
    return [Case(id=town.cases[name]) for name in names]


def test_the_rows_of_each_of_the_cases_are_read(town: Town) -> None:
    with behind_the_wall(town.account("dorte")):
        found = Programme.objects.of_each(named(town, "other-unit", "restricted"))

        assert {one.case_id for one in found} == {town.cases["other-unit"], town.cases["restricted"]}


def test_of_no_case_there_are_no_rows(town: Town) -> None:
    with behind_the_wall(town.account("dorte")):
        assert list(Programme.objects.of_each([])) == []


def test_the_database_keeps_back_what_its_reader_was_not_let_into(town: Town) -> None:
    with behind_the_wall(town.account("dorte")):
        assert list(Programme.objects.of_each(named(town, "own"))) == []


@pytest.mark.parametrize("many", [0, 1, 3])
def test_the_statement_is_the_same_however_many_cases(many: int) -> None:
    statement, _values = Programme.objects.of_each([Case() for _ in range(many)]).query.sql_with_params()

    assert statement.endswith('WHERE "cases_programme"."case_id" = ANY (%s)')


def cases_before(town: Town, name: str) -> dict[UUID, Case]:
    """The cases that the database shows to somebody."""
    with behind_the_wall(town.account(name)):
        return {one.id: one for one in Case.objects.scoped("wall")}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_opens_the_cases_that_the_database_shows_them_and_no_other(town: Town, name: str) -> None:
    with behind_the_wall(town.account(name)):
        person = town.person(name)
    every = [case for other in PEOPLE for case in cases_before(town, other).values()]
    opened = {case.id for case in every if person.opens(case)}

    assert opened
    assert opened == set(cases_before(town, name))
