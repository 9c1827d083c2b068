"""A question that is put into SQL once gives what Django would give, and asks for a scope like any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Model
from django.utils import timezone

from sammetag.access.person import Whoever
from sammetag.access.wall import behind_the_wall
from sammetag.any_of import Place
from sammetag.cases.models import Case
from sammetag.errors import Unscoped
from sammetag.written import Written
from tests.town import Town

pytestmark = pytest.mark.django_db
OPEN = Written(
    Case.objects.seen_by(Whoever())
    .filter(closed_on=None, opened_on__lte=Place("day"))
    .select_related("citizen", "coordinator")
    .order_by("number")
)


def fields(case: Case) -> dict[str, Any]:
    """All that is known of a case without a further question."""
    beside = (case, case.citizen, case.coordinator)
    return {f"{type(one).__name__}.{name}": value for one in beside if one for name, value in known(one)}


def known(one: Model) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in vars(one).items() if not name.startswith("_"))


@pytest.mark.parametrize("name", ["astrid", "dorte", "lis", "mads"])
def test_it_gives_what_the_same_question_gives(town: Town, name: str) -> None:
    with behind_the_wall(town.account(name)):
        person, day = town.person(name), timezone.localdate()
        found = OPEN.objects(day=day, **person.in_places())
        plain = Case.objects.seen_by(person).filter(closed_on=None, opened_on__lte=day)
        expected = list(plain.select_related("citizen", "coordinator").order_by("number"))

    assert expected
    assert [fields(one) for one in found] == [fields(one) for one in expected]


def test_what_it_selects_along_needs_no_further_question(
    town: Town, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    with behind_the_wall(town.account("astrid")):
        person = town.person("astrid")
        with django_assert_num_queries(1):  # type: ignore[operator]
            names = {
                (one.citizen.name, one.coordinator and one.coordinator.name)
                for one in OPEN.objects(day=timezone.localdate(), **person.in_places())
            }

    assert names


def test_without_a_scope_it_refuses() -> None:
    question = Written(Case.objects.filter(closed_on=None))

    with pytest.raises(Unscoped):
        question.objects()


def test_a_place_without_a_value_is_a_fault() -> None:
    with pytest.raises(KeyError, match="day"):
        OPEN.objects(keys=[], grants=[])
