"""Day by day, told twice: by a sweep in Python and by the database. A slow twin counts every single day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.interventions.day_by_day import DayByDay, day_by_day
from sammetag.interventions.day_by_day_sql import AskedCase, days_of_cases
from sammetag.interventions.models import Exemption, Intervention, State, Stretch
from sammetag.interventions.queries import exemptions_in, interventions_in
from sammetag.people.danish import search_key, sort_key
from sammetag.people.models import Citizen, Field
from tests.town import Town

JAN_1 = date(2026, 1, 1)
MANY = 300
LONGEST = 120


def day(number: int) -> date:
    """The day so many days after New Year."""
    return JAN_1 + timedelta(days=number)


@dataclass
class History:
    """What was written about one citizen, and the days that are asked about."""

    interventions: list[Intervention]
    stretches: list[Stretch]
    exemptions: list[Exemption]
    contacts: list[date]
    first: date
    last: date

    def gathered(self) -> list[Any]:
        """The interventions with their stretches, as a page fetches them."""
        for one in self.interventions:
            mine = [part for part in self.stretches if part.intervention is one]
            one._prefetched_objects_cache = {"stretches": mine}  # type: ignore[attr-defined]
        return list(self.interventions)

    def counted(self) -> DayByDay:
        """The days as the sweep counts them."""
        return day_by_day(self.gathered(), self.exemptions, self.contacts, first=self.first, last=self.last)


def history(chance: Random, case: Case | None = None) -> History:
    """A history at random: gaps, pauses, things side by side, some that go on, some that end early."""
    made = History([], [], [], [], day(chance.randint(-5, 60)), day(chance.randint(-8, LONGEST)))
    for _ in range(chance.randint(0, 6)):
        one = Intervention(
            case=case,
            field=chance.choice(Field.values),
            title="x",
            mentor=chance.random() < 0.2,
            hours_per_week=Decimal(chance.randint(0, 74)) / 2,
        )
        made.interventions.append(one)
        made.stretches += list(_stretches(chance, one, case))
        if chance.random() < 0.3:
            one.ended_on = day(chance.randint(0, LONGEST))
    made.exemptions = [
        Exemption(
            case=case, since=day(start), until=chance.choice([None, day(start + chance.randint(0, 30))])
        )
        for start in (chance.randint(-10, LONGEST) for _ in range(chance.randint(0, 2)))
    ]
    made.contacts = [day(chance.randint(-60, LONGEST)) for _ in range(chance.randint(0, 4))]
    return made


def _stretches(chance: Random, one: Intervention, case: Case | None) -> Iterator[Stretch]:
    start = chance.randint(-30, 80)
    for place in range(chance.randint(0, 4)):
        length, gap = chance.randint(0, 45), chance.choice([0, 0, 1, 9])
        goes_on = place == 3 and chance.random() < 0.7
        yield Stretch(
            case=case,
            intervention=one,
            state=chance.choice([*State.values, *[State.RUNNING.value] * 4]),
            since=day(start),
            until=None if goes_on else day(start + length),
            hours_per_week=chance.choice([None, Decimal(chance.randint(0, 37))]),
        )
        start += length + 1 + gap


def in_state(one: Intervention, state: State, on: date) -> list[Stretch]:
    """The slow question: what of this is in the state on this very day?"""
    if one.ended_on and on > one.ended_on:
        return []
    return [
        part
        for part in one.stretches.all()
        if part.state == state and part.since <= on and (part.until is None or on <= part.until)
    ]


def _hours(one: Intervention, part: Stretch) -> Decimal:
    return one.hours_per_week if part.hours_per_week is None else part.hours_per_week


def counted_slowly(made: History) -> DayByDay:
    """Every day looked at on its own, by the words of the definition."""
    interventions = made.gathered()
    total: dict[str, Any] = dict.fromkeys(DayByDay.__dataclass_fields__, 0)
    on = made.first
    while on <= made.last:
        running = [one for one in interventions if in_state(one, State.RUNNING, on)]
        offers = [one for one in running if not one.mentor]
        met = any(on - timedelta(days=30) <= contact <= on for contact in made.contacts)
        nothing = not offers
        exempt = any(one.since <= on and (one.until is None or on <= one.until) for one in made.exemptions)
        paused = any(in_state(one, State.PAUSED, on) for one in interventions if not one.mentor)
        found: dict[str, Any] = {
            "days": 1,
            "active": bool(offers),
            "parallel": len(offers) > 1,
            "across_fields": len({one.field for one in offers}) > 1,
            "running": len(offers),
            "hours": sum(_hours(one, part) for one in running for part in in_state(one, State.RUNNING, on)),
            "without_work": not any(one.field in ("employment", "education") for one in offers),
            "with_nothing": nothing,
            "without_contact": nothing and not any(one.mentor for one in running) and not met,
            "paused": nothing and paused,
            "exempt": nothing and exempt,
        }
        total = {name: total[name] + found[name] for name in total}
        on += timedelta(days=1)
    return DayByDay(**total)


@given(st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_sweep_counts_what_counting_every_day_counts(chance: Random) -> None:
    made = history(chance)

    assert made.counted() == counted_slowly(made)


@pytest.fixture
def many(db: Any, town: Town) -> Iterator[list[tuple[Case, History]]]:
    """Hundreds of cases of Astrid's, each with a history of its own."""
    with behind_the_wall(town.account("astrid")):
        like = Case.objects.scoped("test").get(pk=town.cases["own"])
        pairs = [(one, history(Random(turn), one)) for turn, one in enumerate(cases_like(like))]  # noqa: S311
        for table in (Intervention, Stretch, Exemption):
            rows = [row for _case, made in pairs for row in rows_of(made, table)]
            table.objects.scoped("test").bulk_create(rows)
        yield pairs


def rows_of(made: History, table: type[Any]) -> list[Any]:
    """The rows of a history that lie in one table."""
    tables: dict[type[Any], list[Any]] = {
        Intervention: made.interventions,
        Stretch: made.stretches,
        Exemption: made.exemptions,
    }
    return tables[table]


def cases_like(like: Case) -> list[Case]:
    """Many cases in the same unit, in the database."""
    name = {"given_name": "Åse", "family_name": "Ærø", "born_on": date(1980, 5, 1)}
    keys = {"sort_name": sort_key("Ærø Åse"), "search_name": search_key("Åse Ærø")}
    citizens = [Citizen(municipality_id=like.municipality_id, **name, **keys) for _ in range(MANY)]
    Citizen.objects.scoped("test").bulk_create(citizens)
    cases = [
        Case(
            municipality_id=like.municipality_id,
            unit_id=like.unit_id,
            acl=like.acl,
            number=f"D-{turn:04}",
            citizen=citizen,
            coordinator_id=like.coordinator_id,
            opened_on=JAN_1,
        )
        for turn, citizen in enumerate(citizens)
    ]
    Case.objects.scoped("test").bulk_create(cases)
    return cases


def asked(pairs: list[tuple[Case, History]]) -> dict[UUID, DayByDay]:
    """The days of all these cases as the database counts them."""
    return days_of_cases(
        [AskedCase(case.id, made.first, made.last) for case, made in pairs],
        [(case.id, on) for case, made in pairs for on in made.contacts],
    )


def test_the_database_counts_what_the_sweep_counts(
    many: list[tuple[Case, History]], town: Town, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        found = asked(many)

    assert found == {case.id: made.counted() for case, made in many}
    assert sum(one.with_nothing > one.without_contact > 0 for one in found.values()) > 20
    assert sum(one.parallel > 0 for one in found.values()) > 20
    assert sum(one.days == 0 for one in found.values()) > 5
    assert sum(one.paused > 0 for one in found.values()) > 5
    assert sum(one.exempt > 0 for one in found.values()) > 5


def test_what_pages_fetch_of_many_cases_counts_the_same(many: list[tuple[Case, History]], town: Town) -> None:
    cases = [case for case, _made in many]
    fetched, exempt = interventions_in(cases), list(exemptions_in(cases))

    found = asked(many)

    for case, made in many:
        mine = [one for one in fetched if one.case_id == case.id]
        free = [one for one in exempt if one.case_id == case.id]
        counted = day_by_day(mine, free, made.contacts, first=made.first, last=made.last)
        assert counted == found[case.id]


def test_nothing_is_counted_of_a_case_behind_the_wall(many: list[tuple[Case, History]], town: Town) -> None:
    lived = [(case, made) for case, made in many if made.counted().active]
    with behind_the_wall(town.account("dorte")):
        found = asked(lived)

    assert lived
    assert [one.active for one in found.values()] == [0] * len(lived)


def given_to(field: Field, *stretches: tuple[str, int, int | None], mentor: bool = False) -> Any:
    one: Any = Intervention(field=field, hours_per_week=Decimal(5), mentor=mentor)
    one._prefetched_objects_cache = {
        "stretches": [
            Stretch(intervention=one, state=s, since=day(a), until=None if b is None else day(b))
            for s, a, b in stretches
        ]
    }
    return one


def ten_days(*interventions: Any, contacts: tuple[int, ...] = ()) -> DayByDay:
    return day_by_day(interventions, [], [day(one) for one in contacts], first=day(0), last=day(9))


def test_a_course_on_health_is_something_but_no_way_to_work() -> None:
    found = ten_days(given_to(Field.HEALTH, ("running", 0, None)))

    assert (found.without_work, found.with_nothing) == (10, 0)


def test_a_mentor_alone_is_somebody_but_nothing_running() -> None:
    found = ten_days(given_to(Field.SOCIAL, ("running", 0, 3), mentor=True))

    assert (found.active, found.with_nothing, found.without_contact) == (0, 10, 6)


def test_a_talk_is_contact_on_its_day_and_for_thirty_days_after() -> None:
    assert ten_days(contacts=(-30,)).without_contact == 9
    assert ten_days(contacts=(-31,)).without_contact == 10
    assert ten_days(contacts=(4,)).without_contact == 4


def test_a_pause_is_dead_time_that_is_told_apart() -> None:
    found = ten_days(given_to(Field.EMPLOYMENT, ("running", 0, 3), ("paused", 4, 6)))

    assert (found.with_nothing, found.paused) == (6, 3)


def test_two_at_once_on_half_of_the_active_days() -> None:
    found = ten_days(given_to(Field.EMPLOYMENT, ("running", 0, 7)), given_to(Field.HEALTH, ("running", 4, 7)))

    assert (found.active, found.parallel, found.across_fields) == (8, 4, 4)
    assert (found.at_once, found.share_parallel, found.hours_a_week) == (
        Decimal("1.5"),
        Decimal("0.5"),
        Decimal(6),
    )


def test_a_last_day_before_the_first_has_no_days() -> None:
    assert day_by_day([], [], [], first=day(1), last=day(0)) == DayByDay()


def test_today_is_a_day_like_any_other() -> None:
    today = timezone.localdate()

    assert day_by_day([], [], [today], first=today, last=today).without_contact == 0
