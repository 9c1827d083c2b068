"""Loading goes through the walls, is done once, and goes on where it broke off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connections, models
from django.utils import timezone

from sammetag.access.models import Grant
from sammetag.access.policies import OWNER
from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall
from sammetag.cases import actions as cases
from sammetag.cases.models import Case, Programme, Responsibility
from sammetag.config.database import DatabaseServer
from sammetag.config.roles import administration, as_owner, as_role
from sammetag.demo import actions
from sammetag.demo.coming_in import comes_in
from sammetag.demo.creation import create
from sammetag.demo.edition import OlderEdition
from sammetag.demo.people import DEMO_PASSWORD, LARGE, PLACES
from sammetag.demo.staff import WORKERS
from sammetag.demo.world import Life, World
from sammetag.interventions.models import Stretch
from sammetag.journal.models import Event
from sammetag.people.models import Account, Citizen, Municipality
from sammetag.talks.models import Participant, Talk
from tests.demo.worlds import WITH_CASES
from tests.journal.sealing import check, connected, seal_all


def ids_seen(model: Any, username: str) -> set[Any]:
    """What a person finds in a table when nothing but row security stands in the way."""
    with behind_the_wall(Account.objects.get(username=username).pk):
        return set(model.objects.scoped("test").values_list("pk", flat=True))


def ids_of(lives: Iterable[Life], rows: str) -> set[Any]:
    return {row.id for life in lives for row in getattr(life, rows)}


def lives_of(world: World, username: str) -> list[Life]:
    """The lives that a person's unit or grants open."""
    (account,) = (row.id for row in world.accounts if row.username == username)
    (staff,) = (row for row in world.staff if row.account_id == account)
    return [
        life
        for life in world.lives
        if (life.case.unit_id == staff.unit_id and not life.restricted)
        or any(grant.staff_id == staff.id for grant in life.grants)
    ]


@pytest.mark.parametrize("username", [pick.username for pick in WITH_CASES])
def test_each_person_finds_their_own_lives_whole_and_no_others(loaded: World, username: str) -> None:
    mine = lives_of(loaded, username)
    assert mine
    assert ids_seen(Case, username) == {life.case.id for life in mine}
    assert ids_seen(Citizen, username) == {life.citizen.id for life in mine}
    assert ids_seen(Talk, username) == ids_of(mine, "talks")
    assert ids_seen(Participant, username) == ids_of(mine, "participants")
    assert ids_seen(Stretch, username) == ids_of(mine, "stretches")
    # Loading protects one case, and takes in those that run: those are events of today.
    assert ids_seen(Event, username) >= ids_of(mine, "events")


@pytest.mark.parametrize("username", [pick.username for pick in WITH_CASES])
def test_python_and_row_security_open_the_same_cases(loaded: World, username: str) -> None:
    account = Account.objects.get(username=username)
    with behind_the_wall(account.pk):
        person = person_of(account.pk, timezone.localdate())
        assert person is not None
        assert {case.id for case in Case.objects.seen_by(person)} == {
            life.case.id for life in lives_of(loaded, username)
        }


def test_the_restricted_case_is_marked_and_its_colleagues_do_not_see_it(loaded: World) -> None:
    lone = loaded.life("lone").case.id
    assert lone in ids_seen(Case, "astrid.holm")
    assert lone not in ids_seen(Case, "bjoern.krogh")
    with behind_the_wall(Account.objects.get(username="astrid.holm").pk):
        assert Case.objects.scoped("test").get(pk=lone).restricted


def test_whoever_has_left_finds_nothing(loaded: World) -> None:
    assert ids_seen(Case, "inge.soerensen") == set()


def test_everybody_who_is_here_logs_in_with_the_password_of_the_demo(loaded: World) -> None:
    for worker in WORKERS:
        account = Account.objects.filter(username=worker.key).first()
        assert (account is not None) == (worker.role is not None)
        if account:
            assert account.is_active == worker.here
            assert check_password(DEMO_PASSWORD, account.password)


def test_running_programmes_come_in_through_the_door_and_are_what_they_were_to_be(loaded: World) -> None:
    lives = [life for life in loaded.lives if comes_in(life)]
    assert len(lives) > 450
    programmes: dict[UUID, Programme] = {}
    told: set[UUID | None] = set()
    parts: set[UUID] = set()
    for place in PLACES:
        with behind_the_wall(Account.objects.get(username=place.loader).pk):
            programmes |= {one.id: one for one in Programme.objects.scoped("test")}
            told |= {one.case_id for one in Event.objects.scoped("test").filter(kind="case.taken-in")}
            parts |= set(Responsibility.objects.scoped("test").values_list("id", flat=True))
    assert told == {life.case.id for life in lives}
    for life in lives:
        (wanted,) = life.programmes
        found = programmes[wanted.id]
        assert all(getattr(found, one.name) == getattr(wanted, one.name) for one in fields(wanted))
    assert parts == ids_of(loaded.lives, "responsibilities")


def test_the_history_and_what_came_through_the_door_are_sealed_and_stand(
    loaded: World, database_server: DatabaseServer
) -> None:
    name = connections["default"].settings_dict["NAME"]
    with administration(database_server, name) as superuser, connected(superuser, database_server) as keeper:
        seal_all(keeper)
        verdict, found = check(keeper)

    assert (found, verdict.unsealed.rows) == ([], 0)
    assert verdict.leaves == sum(verdict.counted.values()) > 30_000


@pytest.mark.usefixtures("empty")
def test_loading_is_quick_and_happens_once() -> None:
    assert actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    assert not actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("step", ["_take_in", "_load_unit", "_restrict"])
def test_a_load_that_broke_off_goes_on_next_time(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(actions, step, _fails_once(getattr(actions, step), at=1 if step == "_restrict" else 2))
        with pytest.raises(OSError, match="disk"):
            actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    assert Municipality.objects.exists()
    assert actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    assert not actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    world = create(today=timezone.localdate())
    found = set().union(*(ids_seen(Case, place.loader) for place in PLACES))
    assert found == {life.case.id for life in world.lives}
    with as_role(OWNER):
        grants = set(Grant.objects.scoped("test").values_list("pk", flat=True))
    assert grants == ids_of(world.lives, "grants")


def _fails_once(step: Any, *, at: int) -> Any:
    calls = []

    def failing(*args: Any) -> Any:
        calls.append(args)
        if len(calls) == at:
            raise OSError("disk full")
        return step(*args)

    return failing


@pytest.mark.usefixtures("empty")
def test_a_unit_that_breaks_off_half_way_leaves_nothing_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = cases.load

    def no_talks(*, rows: Iterable[models.Model]) -> None:
        ready = list(rows)
        if ready and isinstance(ready[0], Talk):
            raise OSError("disk full")
        whole(rows=ready)

    monkeypatch.setattr(cases, "load", no_talks)
    with pytest.raises(OSError, match="disk"):
        actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    # What came through the door stays, since it came in whole; nothing hangs on it yet.
    assert ids_seen(Case, "astrid.holm") == taken_in("Jobcenter Havnen")
    assert ids_seen(Stretch, "astrid.holm") == set()


def taken_in(unit: str) -> set[Any]:
    world = create(today=timezone.localdate())
    (unit_id,) = (row.id for row in world.units if row.name == unit)
    return {life.case.id for life in world.lives if life.case.unit_id == unit_id and comes_in(life)}


@pytest.mark.usefixtures("empty")
def test_a_database_of_other_municipalities_is_left_alone() -> None:
    with as_role(OWNER):
        Municipality.objects.create(name="En kommune, der findes")
    assert not actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    assert Municipality.objects.count() == 1


@pytest.mark.usefixtures("empty")
def test_an_older_edition_is_not_mixed_with_this_one() -> None:
    with as_role(OWNER):
        Municipality.objects.create(name=LARGE)
    with pytest.raises(OlderEdition, match="DATABASE_NAME"):
        actions.load_if_empty(as_owner=as_owner, today=timezone.localdate())
    assert Municipality.objects.count() == 1
