"""Python's scope and the database's row security let each person see the same, row for row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Draft, InCase
from sammetag.config.database import KEEPER, OWNER
from sammetag.config.roles import as_role
from sammetag.journal.actions import load as load_events
from sammetag.journal.models import Event
from sammetag.people.models import Municipality
from tests.access.walls import Superuser, down_for_a_while
from tests.access.world import CASES, PEOPLE, World, invent
from tests.town import Town

Seen = dict[str, set[UUID]]
SEEDS = [1, 20, 2026]
PARTS: list[type[models.Model]] = [
    model
    for model in apps.get_models()
    if isinstance(getattr(model, "objects", None), models.Manager)
    and issubclass(model.objects._queryset_class, InCase)  # type: ignore[attr-defined]
]
SEEN_THROUGH: list[type[models.Model]] = [Case, Event, *PARTS]


@pytest.fixture(params=SEEDS)
def world(request: pytest.FixtureRequest, committed: Town, superuser: Superuser) -> World:
    """The world of one seed in a database of its own, beside the town."""
    invented = invent(request.param, list(Municipality.objects.all()))
    with down_for_a_while(superuser), as_role(OWNER):
        for rows in invented.tables:
            if isinstance(rows[0], Event):
                load_events(events=[row for row in rows if isinstance(row, Event)])
            else:
                type(rows[0])._base_manager.bulk_create(rows)
    return invented


def by_python(account: UUID, person: Person | None) -> Seen:
    """What the scoped queries give where no wall stands behind them: as the keeper, who sees all rows."""
    if person is None:
        return {model._meta.db_table: set() for model in SEEN_THROUGH}
    cases = set(Case.objects.seen_by(person).values_list("id", flat=True))
    events = Event.objects.scoped("test").filter(case_id__in=cases)
    seen = {"cases_case": cases, "journal_event": set(events.values_list("id", flat=True))}
    for model in PARTS:
        rows = model.objects.seen_by(person)  # type: ignore[attr-defined]
        own = rows.filter(account_id=account) if model is Draft else rows
        seen[model._meta.db_table] = set(own.values_list("id", flat=True))
    return seen


def by_database(account: UUID) -> Seen:
    """What plain SELECTs give as the app, with nothing but the person's id set."""
    seen: Seen = {}
    with behind_the_wall(account), connection.cursor() as cursor:
        for model in SEEN_THROUGH:
            table = model._meta.db_table
            cursor.execute(f"SELECT id FROM {table}")  # noqa: S608 - the name is Django's own
            seen[table] = {one for (one,) in cursor.fetchall()}
    return seen


def test_both_walls_let_everybody_see_the_same_rows(world: World) -> None:
    today = timezone.localdate()
    with as_role(KEEPER):
        people = {account: person_of(account, today) for account in world.accounts}
        python = {account: by_python(account, person) for account, person in people.items()}

    database = {account: by_database(account) for account in world.accounts}

    assert python == database


def test_a_person_reads_their_own_keys_whole_from_behind_the_wall(world: World) -> None:
    today = timezone.localdate()
    with as_role(KEEPER):
        outside = {account: keys(person_of(account, today)) for account in world.accounts}
    inside: dict[UUID, Any] = {}
    for account in world.accounts:
        with behind_the_wall(account):
            inside[account] = keys(person_of(account, today))

    assert inside == outside


def keys(person: Person | None) -> tuple[set[int], set[UUID]] | None:
    return (set(person.keys), set(person.grants)) if person else None


def test_the_random_world_holds_what_the_comparison_is_for(world: World) -> None:
    """A comparison of nothing with nothing would agree too."""
    seen = [by_database(account)["cases_case"] for account in world.accounts]
    today = timezone.localdate()
    with as_role(KEEPER):
        people = [person_of(account, today) for account in world.accounts]

    assert PEOPLE * CASES >= 7000
    assert 250 < sum(len(cases) for cases in seen) < len(seen) * CASES / 2
    assert any(not cases for cases in seen)
    assert sum(person is None for person in people) > 10
    assert sum(bool(person and person.grants) for person in people) > 5
    assert {"talks_talk", "interventions_stretch"} <= {model._meta.db_table for model in PARTS}


FAULTS = {
    "an inactive account keeps its keys": ("access_staff()", "AND a.is_active", ""),
    "a last day is left out": ("access_keys()", "coalesce(r.until,", "coalesce(r.until - 1,"),
    "a grant outlives all roles": ("access_cases()", "AND EXISTS", "AND true OR EXISTS"),
    "a grant opens a day early": ("access_cases()", "BETWEEN g.since", "BETWEEN g.since - 1"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("world", [SEEDS[0]], indirect=True)
def test_the_comparison_notices(fault: str, world: World, superuser: Superuser) -> None:
    function, right, wrong = FAULTS[fault]
    found = superuser.execute("SELECT pg_get_functiondef(%s::regprocedure)", [function]).fetchone()
    assert found and right in found[0]
    superuser.execute(found[0].replace(right, wrong))

    with pytest.raises(AssertionError):
        test_both_walls_let_everybody_see_the_same_rows(world)
