"""The facts of many cases: a few queries however many, what the person sees, and the talks that count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case, Programme
from sammetag.duties.duty import Duty
from sammetag.duties.facts import CaseFacts
from sammetag.duties.queries import facts_of
from sammetag.duties.rules import duties_of
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.people.models import Field
from sammetag.talks.models import Form, Outcome, Talk
from tests.duties.many import cases_of
from tests.town import Town


def duties_in(person: Person, cases: Sequence[Case]) -> list[Duty]:
    """What must be done in all of these cases today."""
    return [duty for facts in facts_of(person, cases) for duty in duties_of(facts, timezone.localdate())]


@pytest.fixture
def case(db: Any, town: Town) -> Iterator[Case]:
    """Astrid's case, behind her wall, with nothing in it yet."""
    with behind_the_wall(town.account("astrid")):
        yield cases_of(town, "astrid", 1, talks=0, interventions=0)[0]


def facts(town: Town, case: Case) -> CaseFacts:
    [found] = facts_of(town.person("astrid"), [case])
    return found


def held(case: Case, on: date, form: Form) -> Talk:
    start = timezone.make_aware(datetime.combine(on, time(10)))
    return Talk(
        case=case,
        leader=case.coordinator,
        starts_at=start,
        ends_at=start + timedelta(minutes=30),
        form=form,
        outcome=Outcome.HELD,
    )


def programme(case: Case, granted: date, scheme: str = "jobafklaringsforloeb") -> Programme:
    return Programme(
        case=case,
        scheme=scheme,
        granted_on=granted,
        starts_on=granted,
        granted_until=granted + timedelta(days=700),
    )


@pytest.mark.parametrize(
    ("days", "form", "counts"),
    [
        ((date(2016, 3, 1), date(2017, 5, 2)), Form.PHONE, False),
        ((date(2016, 3, 1), date(2017, 5, 2)), Form.IN_PERSON, True),
        ((date(2022, 2, 1), date(2022, 5, 2)), Form.PHONE, False),
        ((date(2022, 2, 1), date(2022, 5, 2)), Form.IN_PERSON, True),
        ((date(2025, 2, 1), date(2025, 5, 2)), Form.PHONE, True),
    ],
)
def test_a_talk_by_telephone_is_counted_only_where_the_law_of_its_day_counts_it(
    case: Case, town: Town, *, days: tuple[date, date], form: Form, counts: bool
) -> None:
    granted, on = days
    scheme = "ressourceforloeb" if granted.year < 2020 else "jobafklaringsforloeb"
    # The first talk must be in person under some rules; it is the second one that is asked about.
    load(rows=[programme(case, granted, scheme)])
    load(rows=[held(case, granted + timedelta(days=5), Form.IN_PERSON), held(case, on, form)])

    assert (on in facts(town, case).held) is counts


def test_a_talk_before_the_programme_began_is_not_counted_in_it(case: Case, town: Town) -> None:
    load(rows=[programme(case, date(2025, 3, 1))])
    load(rows=[held(case, date(2025, 2, 28), Form.IN_PERSON), held(case, date(2025, 3, 1), Form.IN_PERSON)])

    assert facts(town, case).held == (date(2025, 3, 1),)


def test_the_day_of_a_talk_is_the_day_in_copenhagen(case: Case, town: Town) -> None:
    load(rows=[programme(case, date(2025, 3, 1))])
    late = held(case, date(2025, 7, 1), Form.IN_PERSON)
    late.starts_at = timezone.make_aware(datetime.combine(date(2025, 7, 2), time(0, 30)))
    late.ends_at = late.starts_at + timedelta(minutes=30)
    load(rows=[late])

    assert facts(town, case).held == (date(2025, 7, 2),)


def test_of_two_programmes_the_one_granted_last_is_asked_about(case: Case, town: Town) -> None:
    load(rows=[programme(case, date(2025, 3, 1)), programme(case, date(2022, 3, 1))])

    assert facts(town, case).granted_on == date(2025, 3, 1)


def test_a_case_without_a_programme_has_no_duties(case: Case, town: Town) -> None:
    assert duties_in(town.person("astrid"), [case]) == []


def test_what_runs_is_read_with_its_stretches(case: Case, town: Town) -> None:
    load(rows=[programme(case, date(2025, 3, 1))])
    one = Intervention(case=case, field=Field.SOCIAL, title="Bostøtte", hours_per_week=2)
    load(rows=[one])
    load(rows=[Stretch(case=case, intervention=one, state=State.RUNNING, since=date(2025, 3, 2))])

    [found] = facts(town, case).interventions
    assert [part.since for part in found.parts] == [date(2025, 3, 2)]


def test_nothing_is_known_of_a_case_that_the_person_may_not_see(case: Case, town: Town) -> None:
    load(rows=[programme(case, date(2025, 3, 1))])

    assert facts_of(town.person("astrid"), [case]) != []
    with behind_the_wall(town.account("dorte")):
        assert facts_of(town.person("dorte"), [case]) == []


@pytest.mark.parametrize("many", [1, 10, 100])
def test_the_queries_are_as_many_for_a_hundred_cases_as_for_one(db: Any, town: Town, many: int) -> None:
    with behind_the_wall(town.account("astrid")):
        cases, astrid = cases_of(town, "astrid", many), town.person("astrid")

        with CaptureQueriesContext(connection) as asked:
            duties = duties_in(astrid, cases)

    assert len(asked) == 9
    assert {duty.case_id for duty in duties} == {case.id for case in cases}
