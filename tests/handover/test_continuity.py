"""Days without a coordinator, and who is at work: plain arithmetic over intervals, checked day by day."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.access.queries import RoleAsCoordinator, at_work_on, coordinators_at_work, left_on
from sammetag.access.roles import Right
from sammetag.cases.continuity import Span, days_uncovered, days_without_before
from sammetag.cases.models import Case, HandOverState
from sammetag.cases.queries import case_for, days_without_coordinator, hand_overs_in
from tests.access.walls import Superuser
from tests.handover.deeds import agree, as_person, give, today
from tests.town import Town

START = date(2026, 1, 1)
DAY = timedelta(days=1)
DAYS = st.integers(0, 60).map(lambda n: START + n * DAY)
SPANS = st.lists(
    st.tuples(DAYS, st.none() | st.integers(0, 30)).map(
        lambda one: (one[0], None if one[1] is None else one[0] + one[1] * DAY)
    ),
    max_size=6,
)
WHO, UNIT = UUID(int=1), uuid4()


def covered(spans: list[Span], day: date) -> bool:
    return any(since <= day and (until is None or day <= until) for since, until in spans)


@given(SPANS, DAYS, st.integers(0, 60))
def test_the_days_without_are_those_in_no_interval(spans: list[Span], first: date, length: int) -> None:
    last = first + length * DAY
    days = [first + n * DAY for n in range(length + 1)]

    assert days_uncovered(spans, first, last) == sum(not covered(spans, day) for day in days)


@given(SPANS, DAYS)
def test_the_days_just_waited_end_the_day_before(spans: list[Span], day: date) -> None:
    waited, one = 0, day - DAY
    while one >= START and not covered(spans, one):
        waited, one = waited + 1, one - DAY

    assert days_without_before(spans, START, day) == waited


def role(since: int, until: int | None, *, active: bool = True) -> RoleAsCoordinator:
    """Days from the start; none for no end."""
    return RoleAsCoordinator(
        WHO, UNIT, START + since * DAY, None if until is None else START + until * DAY, active
    )


@pytest.mark.parametrize(
    ("roles", "last"),
    [
        ([role(0, None)], None),
        ([role(0, 9)], 9),
        ([role(0, 9), role(10, 20)], 20),
        ([role(0, 9), role(10, None)], None),
        ([role(0, 9), role(12, 20)], 9),
        ([role(0, 9), role(3, 7)], 9),
    ],
)
def test_roles_that_follow_each_other_are_one_time_at_work(
    roles: list[RoleAsCoordinator], last: int | None
) -> None:
    held = at_work_on(START + 5 * DAY, roles)

    assert held[WHO].last_day == (None if last is None else START + last * DAY)


def test_whoever_has_no_role_or_no_open_account_today_is_not_at_work() -> None:
    for roles in ([role(0, 4)], [role(6, None)], [role(0, None, active=False)]):
        assert at_work_on(START + 5 * DAY, roles) == {}


def test_the_day_somebody_left_is_the_end_of_their_last_role() -> None:
    assert left_on(WHO, [role(0, 4), role(8, 12)]) == START + 12 * DAY
    assert left_on(WHO, [role(0, 4), role(8, None)]) is None
    assert left_on(uuid4(), [role(0, 4)]) is None


@pytest.mark.django_db
def test_the_coordinators_of_a_municipality_are_read_by_anybody_in_it(town: Town) -> None:
    for name, found in (("mads", {"astrid", "birk", "dorte"}), ("esther", {"esther"})):
        with as_person(town, name) as person:
            assert set(coordinators_at_work(person)) == {town.staff[one].id for one in found}


def test_the_days_of_a_case_without_anybody_are_counted(committed: Town, superuser: Superuser) -> None:
    give(committed, "lis", None, reason="Sygdom")
    superuser.execute("UPDATE cases_responsibility SET until = current_date - 8 WHERE until IS NOT NULL")

    with as_person(committed, "birk") as birk:
        case = case_for(birk, committed.cases["own"], Right.SEE_CASE)
        assert days_without_coordinator(case) in (7, 8, 9)


def test_a_coordinator_who_left_covers_no_day_after_the_last_one(committed: Town) -> None:
    with as_person(committed, "birk") as birk:
        case = case_for(birk, committed.cases["own"], Right.SEE_CASE)

        assert days_without_coordinator(case) == 0
        assert days_without_coordinator(case, left_on=today() - 10 * DAY) == 10


def test_what_is_under_way_is_read_for_many_cases_at_once(committed: Town) -> None:
    agree(committed)
    give(committed, "dorte", "birk", "other-unit", seen="dorte")

    cases = [Case(id=one) for one in committed.cases.values()]
    with as_person(committed, "birk"):
        found = hand_overs_in(cases)
    with as_person(committed, "dorte"):
        assert hand_overs_in(cases) == []

    assert {(one.case_id, one.state) for one in found} == {
        (committed.cases["own"], HandOverState.AGREED),
        (committed.cases["other-unit"], HandOverState.CARRIED_OUT),
    }
    assert {one.taker_id for one in found} == {committed.staff["birk"].id}
