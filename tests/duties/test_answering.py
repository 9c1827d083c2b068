"""Who answers for many cases, read from roles, responsibilities and hand-overs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sammetag.access.queries import RoleAsCoordinator
from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case, HandOver, HandOverState, Manner, Part, Responsibility
from sammetag.duties.answering import whose_of
from sammetag.duties.whose import Whose
from tests.duties.many import cases_of
from tests.town import Town

DAY = timedelta(days=1)
SINCE = date(2020, 1, 1)


@pytest.fixture
def case(db: Any, town: Town) -> Iterator[Case]:
    """A case of Astrid's, behind her wall."""
    with behind_the_wall(town.account("astrid")):
        yield cases_of(town, "astrid", 1, talks=0, interventions=0)[0]


def works(town: Town, until: date | None = None) -> RoleAsCoordinator:
    """Astrid's role as coordinator."""
    return RoleAsCoordinator(town.staff["astrid"].id, town.units["north"].id, SINCE, until, True)


def whose(town: Town, case: Case, *roles: RoleAsCoordinator) -> Whose:
    return whose_of(town.person("astrid"), [case], roles, timezone.localdate())[case.id]


def hand_over(town: Town, case: Case, days: int, state: HandOverState = HandOverState.AGREED) -> None:
    done = state is not HandOverState.AGREED
    load(
        rows=[
            HandOver(
                case=case,
                giver=town.staff["astrid"],
                taker=town.staff["birk"],
                manner=Manner.PLANNED,
                state=state,
                planned_on=timezone.localdate() + days * DAY,
                agreed_by=town.staff["astrid"],
                agreed_at=timezone.now(),
                closed_by=town.staff["astrid"] if done else None,
                closed_at=timezone.now() if done else None,
            )
        ]
    )


def test_whoever_coordinates_today_answers_for_the_case(case: Case, town: Town) -> None:
    assert whose(town, case, works(town)) == Whose(case.id)
    assert whose(town, case, works(town, until=timezone.localdate())) == Whose(case.id)


def test_the_day_after_the_last_one_the_case_is_nobodys_and_the_coordinator_named(
    case: Case, town: Town
) -> None:
    last = timezone.localdate() - 3 * DAY

    assert whose(town, case, works(town, until=last)) == Whose(case.id, True, last + DAY, "Astrid")


def test_where_the_roles_do_not_tell_since_when_it_is_not_said(case: Case, town: Town) -> None:
    assert whose(town, case) == Whose(case.id, True, None, "Astrid")


def test_a_case_without_a_coordinator_is_nobodys_since_the_last_one_let_go(case: Case, town: Town) -> None:
    astrid, last = town.staff["astrid"], timezone.localdate() - 9 * DAY
    ends = {last - 40 * DAY: last - 20 * DAY, last - 19 * DAY: last}
    load(
        rows=[
            Responsibility(case=case, staff=astrid, part=Part.COORDINATOR, since=since, until=until)
            for since, until in ends.items()
        ]
    )
    case.coordinator = None

    assert whose(town, case, works(town)) == Whose(case.id, True, last + DAY)


def test_a_case_that_nobody_ever_had_is_nobodys_since_it_was_opened(case: Case, town: Town) -> None:
    case.coordinator = None

    assert whose(town, case, works(town)) == Whose(case.id, True, case.opened_on)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (HandOverState.AGREED, False),
        (HandOverState.CARRIED_OUT, True),
        (HandOverState.TAKEN_UP, None),
        (HandOverState.CALLED_OFF, None),
    ],
)
def test_a_hand_over_is_told_until_it_has_been_read(
    case: Case, town: Town, *, state: HandOverState, told: bool | None
) -> None:
    hand_over(town, case, 4, state)

    found = whose(town, case, works(town)).hand_over

    assert (found.done if found else None) is told
    if found:
        assert (found.giver, found.taker, found.taker_id) == ("Astrid", "Birk", town.staff["birk"].id)


def test_the_agreed_one_is_told_before_one_that_is_carried_out(case: Case, town: Town) -> None:
    hand_over(town, case, 9, HandOverState.CARRIED_OUT)
    hand_over(town, case, -9)

    found = whose(town, case, works(town)).hand_over

    assert found is not None and not found.done


def test_three_queries_are_enough_for_fifty_cases(db: Any, town: Town) -> None:
    with behind_the_wall(town.account("astrid")):
        cases, astrid = cases_of(town, "astrid", 50, talks=0, interventions=0), town.person("astrid")
        hand_over(town, cases[0], 4)
        cases[1].coordinator = None

        with CaptureQueriesContext(connection) as asked:
            found = whose_of(astrid, cases, [works(town)], timezone.localdate())

    assert len(asked) == 3
    assert found.keys() == {case.id for case in cases}
