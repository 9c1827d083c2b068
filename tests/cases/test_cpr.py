"""A CPR number is sealed, belongs to one citizen of a municipality, and no wall can be asked through it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import NumberTaken, keep_cpr, show_cpr
from sammetag.cases.cpr_queries import cases_with_number, cpr_of
from sammetag.cases.models import Case
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.people.cpr import Number, bare
from sammetag.people.models import Cpr
from sammetag.people.sealed_cpr import seal
from tests.people.numbers import OTHER, OWN, number
from tests.together import together
from tests.town import Town


def keep(town: Town, by: str, case: str, typed: str = OWN, *, version: int = 0) -> Cpr:
    with behind_the_wall(town.account(by)):
        return keep_cpr(by=town.person(by), case_id=town.cases[case], number=number(typed), version=version)


def show(town: Town, by: str, case: str) -> Number | None:
    with behind_the_wall(town.account(by)):
        return show_cpr(by=town.person(by), case=Case.objects.scoped("test").get(pk=town.cases[case]))


def test_a_number_comes_back_as_it_was_written(committed: Town) -> None:
    keep(committed, "astrid", "own")

    shown = show(committed, "astrid", "own")

    assert shown is not None and shown.whole == OWN


def test_nothing_in_the_row_tells_the_last_four_digits(committed: Town, superuser: Any) -> None:
    keep(committed, "astrid", "own")

    [row] = superuser.execute("SELECT sealed, mark, date_part, people_cpr::text FROM people_cpr").fetchall()

    assert row[2] == "610580"
    assert all(digits.encode() not in bytes(part) for part in row[:2] for digits in (OWN, bare(OWN)))
    assert "1001" not in row[3].replace("610580", "").split(",")[-2:]


def test_a_correction_forgets_the_old_number_and_is_told_without_numbers(
    committed: Town, superuser: Any
) -> None:
    keep(committed, "astrid", "own")
    keep(committed, "astrid", "own", OTHER, version=1)

    shown = show(committed, "astrid", "own")

    assert shown is not None and shown.whole == OTHER
    assert superuser.execute("SELECT count(*) FROM people_cpr").fetchone() == (1,)
    told = superuser.execute("SELECT kind, data FROM journal_event ORDER BY position").fetchall()
    assert [one for one in told if one[0].startswith("cpr.")] == [
        ("cpr.written", {}),
        ("cpr.corrected", {}),
        ("cpr.seen", {}),
    ]


def test_the_same_number_again_changes_nothing_and_tells_nothing(committed: Town, superuser: Any) -> None:
    keep(committed, "astrid", "own")

    assert keep(committed, "astrid", "own").version == 1
    told = superuser.execute("SELECT count(*) FROM journal_event WHERE kind LIKE 'cpr.%'").fetchone()
    assert told == (1,)


@pytest.mark.parametrize(("by", "case"), [("astrid", "closed"), ("dorte", "other-unit")])
def test_a_number_that_another_citizen_here_has_is_refused_alike_on_either_side_of_a_wall(
    by: str, case: str, committed: Town, superuser: Any
) -> None:
    superuser.execute("UPDATE cases_case SET closed_on = NULL")
    keep(committed, "astrid", "own")

    with pytest.raises(NumberTaken) as refusal:
        keep(committed, by, case)

    assert "en anden borger i kommunen" in str(refusal.value.sentence)
    assert not any(word in str(refusal.value.sentence) for word in ("own", "north", "Ærø", "Astrid", "2026"))
    assert superuser.execute("SELECT count(*) FROM people_cpr").fetchone() == (1,)


def test_the_same_number_in_another_municipality_is_nobodys_business(committed: Town, superuser: Any) -> None:
    keep(committed, "astrid", "own")
    keep(committed, "esther", "other-municipality")

    marks = superuser.execute("SELECT count(DISTINCT mark) FROM people_cpr").fetchone()

    assert marks == (2,)


@pytest.mark.parametrize(
    ("by", "case"), [("mads", "own"), ("dorte", "own"), ("esther", "own"), ("astrid", "other-unit")]
)
def test_who_may_not_know_the_number_neither_writes_nor_sees_it(
    by: str, case: str, committed: Town, superuser: Any
) -> None:
    with behind_the_wall(committed.account(by)):
        with pytest.raises(NotAllowed):
            keep_cpr(by=committed.person(by), case_id=committed.cases[case], number=number(), version=0)
        hidden = Case(id=committed.cases[case])
        with pytest.raises(NotAllowed):
            show_cpr(by=committed.person(by), case=hidden)
    assert superuser.execute("SELECT count(*) FROM people_cpr").fetchone() == (0,)


def test_a_closed_case_takes_no_number(committed: Town) -> None:
    with pytest.raises(RuleBroken, match="closed"):
        keep(committed, "astrid", "closed")


def test_who_saw_an_older_number_is_told_before_it_is_overwritten(committed: Town) -> None:
    keep(committed, "astrid", "own")

    with pytest.raises(StalePage):
        keep(committed, "birk", "own", OTHER, version=0)


def test_of_two_who_write_at_once_one_is_told(committed: Town) -> None:
    def write(name: str, typed: str) -> Any:
        return lambda: keep_cpr(
            by=committed.person(name), case_id=committed.cases["own"], number=number(typed), version=0
        )

    answers = together(committed, ("astrid", write("astrid", OWN)), ("birk", write("birk", OTHER)))

    assert sorted(type(one).__name__ for one in answers) == ["Cpr", "StalePage"]


def test_of_two_who_give_one_number_to_two_citizens_at_once_one_is_refused(
    committed: Town, superuser: Any
) -> None:
    def write(name: str, case: str) -> Any:
        return lambda: keep_cpr(
            by=committed.person(name), case_id=committed.cases[case], number=number(), version=0
        )

    answers = together(committed, ("astrid", write("astrid", "own")), ("dorte", write("dorte", "other-unit")))

    assert sorted(type(one).__name__ for one in answers) == ["Cpr", "NumberTaken"]
    assert superuser.execute("SELECT count(*) FROM people_cpr").fetchone() == (1,)


def test_the_search_finds_it_for_those_alone_who_may_know_it(committed: Town) -> None:
    keep(committed, "astrid", "own")

    found = {}
    for name in ("astrid", "birk", "lis", "mads", "dorte", "esther"):
        with behind_the_wall(committed.account(name)):
            cases = cases_with_number(committed.person(name), bare(OWN))
            found[name] = [case.id for case in cases]

    own = [committed.cases["own"]]
    assert found == {"astrid": own, "birk": own, "lis": own, "mads": [], "dorte": [], "esther": []}


def test_the_database_hides_the_rows_of_other_units(committed: Town) -> None:
    keep(committed, "astrid", "own")

    with behind_the_wall(committed.account("dorte")):
        assert Cpr.objects.scoped("test").count() == 0
    with behind_the_wall(committed.account("astrid")):
        assert Cpr.objects.scoped("test").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("move", ["citizen_id", "municipality_id"])
def test_the_app_moves_no_number_to_somebody_else(move: str, town: Town) -> None:
    with (
        behind_the_wall(town.account("astrid")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(f"UPDATE people_cpr SET {move} = gen_random_uuid()")  # noqa: S608 - our own columns


@pytest.mark.django_db
@pytest.mark.parametrize(("case", "municipality"), [("other-unit", "north"), ("own", "away")])
def test_the_app_writes_no_number_into_a_foreign_case_or_municipality(
    case: str, municipality: str, town: Town
) -> None:
    with behind_the_wall(town.account("dorte" if case == "other-unit" else "astrid")):
        citizen = Case.objects.scoped("test").get(pk=town.cases[case]).citizen_id
    row = seal(number(), citizen_id=citizen, municipality_id=town.units[municipality].municipality_id)
    with (
        behind_the_wall(town.account("astrid")),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        row.save(force_insert=True)


@pytest.mark.django_db
def test_a_case_without_a_number_has_none(town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        assert cpr_of(Case.objects.scoped("test").get(pk=town.cases["own"])) is None
