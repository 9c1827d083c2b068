"""Many cases at once, loaded in bulk, for tests that count queries or rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case, Programme
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.people.danish import search_key, sort_key
from sammetag.people.models import Citizen, Field
from sammetag.talks.models import Form, Outcome, Talk
from tests.town import Town

GRANTED_AGO = timedelta(days=100)


def cases_of(
    town: Town, name: str, many: int, *, talks: int = 2, interventions: int = 1, prefix: str = "9"
) -> list[Case]:
    """So many cases that somebody coordinates, in the unit of the case that is theirs in the town."""
    staff = town.staff[name]
    home = town.units["north" if name in ("astrid", "birk") else "south"]
    citizens = [
        Citizen(
            municipality_id=home.municipality_id,
            given_name="Bo",
            family_name=f"Nielsen {n}",
            sort_name=sort_key(f"Nielsen {n:04} Bo"),
            search_name=search_key(f"Bo Nielsen {n}"),
            born_on=timezone.localdate() - timedelta(days=9000),
        )
        for n in range(many)
    ]
    opened = timezone.localdate() - GRANTED_AGO
    cases = [
        Case(
            municipality_id=home.municipality_id,
            unit=home,
            acl=home.key,
            number=f"{prefix}{n:06}",
            citizen=citizen,
            coordinator=staff,
            opened_on=opened,
        )
        for n, citizen in enumerate(citizens)
    ]
    load(rows=citizens)
    load(rows=cases)
    if talks:
        load(rows=[programme_of(case) for case in cases])
        load(rows=[talk for n, case in enumerate(cases) for talk in talks_in(case, talks, many + n * talks)])
    add_interventions(cases, interventions)
    return cases


def programme_of(case: Case) -> Programme:
    """A programme that runs today."""
    start = timezone.localdate() - GRANTED_AGO
    return Programme(
        case=case,
        scheme="jobafklaringsforloeb",
        granted_on=start,
        starts_on=start,
        granted_until=start + timedelta(days=700),
    )


def talks_in(case: Case, many: int, first: int = 0) -> list[Talk]:
    """Held talks of one minute each, one after the other, so that nobody is in two places."""
    if case.coordinator_id is None:
        raise ValueError("nobody to hold the talks")
    start = timezone.now().replace(microsecond=0) - timedelta(days=90)
    moments = [start + timedelta(minutes=first + n) for n in range(many)]
    return [
        Talk(
            case=case,
            leader_id=case.coordinator_id,
            starts_at=moment,
            ends_at=moment + timedelta(minutes=1),
            form=Form.PHONE,
            outcome=Outcome.HELD,
        )
        for moment in moments
    ]


def add_interventions(cases: Sequence[Case], many: int) -> None:
    """Interventions that have run from the grant on, so many in each case."""
    rows = [
        Intervention(case=case, field=Field.EMPLOYMENT, title=f"Praktik {n}", hours_per_week=1)
        for case in cases
        for n in range(many)
    ]
    since = timezone.localdate() - GRANTED_AGO
    load(rows=rows)
    load(rows=[Stretch(case=one.case, intervention=one, state=State.RUNNING, since=since) for one in rows])


def left_without_coordinator(town: Town, cases: Sequence[Case], by: str) -> None:
    """Takes the coordinator off these cases."""
    with behind_the_wall(town.account(by)), connection.cursor() as cursor:
        for case in cases:
            cursor.execute("SELECT cases_hand_over(%s, NULL)", [case.id])
