"""Taking in: all of it or none, by whom it may be, and once."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, models

from sammetag.access.wall import behind_the_wall
from sammetag.cases import actions as cases
from sammetag.cases.models import Case, Part, Programme, Responsibility
from sammetag.errors import NotAllowed
from sammetag.intake.actions import TakenIn, take_in
from sammetag.intake.faults import ImportRefused
from sammetag.intake.programmes import (
    ProgrammeIn,
    StretchIn,
    case_id_of,
    goal_id_of,
    intervention_id_of,
    sub_goal_id_of,
)
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.journal.models import Event
from sammetag.people.models import Citizen, Field
from sammetag.plan.models import Goal, Plan, SubGoal
from tests.intake.making import day, intervention, programme
from tests.town import Town

EVERY_TABLE: tuple[type[models.Model], ...] = (
    Citizen,
    Case,
    Programme,
    Responsibility,
    Plan,
    Goal,
    SubGoal,
    Intervention,
    Stretch,
    Event,
)


KNOWN = date(2026, 11, 2)


def take(town: Town, *programmes: ProgrammeIn, by: str = "lis", dry_run: bool = False) -> TakenIn:
    with behind_the_wall(town.account(by)):
        return take_in(by=town.person(by), programmes=programmes, dry_run=dry_run)


def refused(town: Town, *programmes: ProgrammeIn, by: str = "lis") -> list[tuple[str, str]]:
    """Column and sentence of each fault."""
    with pytest.raises(ImportRefused) as refusal:
        take(town, *programmes, by=by)
    assert all(fault.remedy for fault in refusal.value.faults)
    return [(fault.column, fault.what) for fault in refusal.value.faults]


def counts(superuser: Any) -> dict[str, int]:
    """How many rows each table holds, whoever may see them."""
    return {
        model.__name__: superuser.execute(f"SELECT count(*) FROM {model._meta.db_table}").fetchone()[0]  # noqa: S608
        for model in EVERY_TABLE
    }


def test_a_programme_comes_in_with_all_that_hangs_on_it(committed: Town) -> None:
    practice = intervention(sub_goal="Møde tre dage om ugen", goal="Erfaring", provider="Brugsen")
    one = programme(
        job_goal="Butiksassistent",
        mentor="mads",
        interventions=(practice,),
        talks_known_from=KNOWN,
    )

    taken = take(committed, one)

    assert (taken.programmes, taken.interventions, taken.already) == (1, 1, 0)
    home = committed.units["north"].municipality_id
    with behind_the_wall(committed.account("astrid")):
        case = Case.objects.seen_by(committed.person("astrid")).get(pk=case_id_of(home, one.number))
        assert (case.number, case.citizen.name, case.opened_on) == (one.number, "Anna Ågård", one.granted_on)
        assert case.coordinator_id == committed.staff["astrid"].id
        [granted] = Programme.objects.of(case)
        assert (granted.scheme, granted.granted_until) == (one.scheme, one.granted_until)
        assert granted.talks_known_from == KNOWN
        parts = dict(Responsibility.objects.of(case).values_list("part", "staff_id"))
        assert parts == {
            Part.COORDINATOR: committed.staff["astrid"].id,
            Part.MENTOR: committed.staff["mads"].id,
        }
        [given] = Intervention.objects.of(case)
        assert given.id == intervention_id_of(home, one.number, practice)
        assert (given.title, given.provider, given.hours_per_week) == (
            "Virksomhedspraktik",
            "Brugsen",
            Decimal("7.5"),
        )
        goal_id = goal_id_of(home, one.number, "Erfaring", Field.EMPLOYMENT)
        assert given.sub_goal_id == sub_goal_id_of(goal_id, "Møde tre dage om ugen")
        assert Plan.objects.of(case).get().job_goal == "Butiksassistent"
        assert SubGoal.objects.of(case).get().due_on == one.granted_until
        assert [(one.state, one.until) for one in Stretch.objects.of(case)] == [(State.RUNNING, None)]


def test_a_sub_goal_without_a_goal_stands_under_its_field(committed: Town) -> None:
    walks = intervention("Gåture", field=Field.HEALTH, sub_goal="Gå en tur hver dag")

    take(committed, programme(interventions=(walks,)))

    with behind_the_wall(committed.account("lis")):
        [goal] = Goal.objects.seen_by(committed.person("lis"))
    assert (goal.title, goal.field, goal.written_by_id) == ("Sundhed", Field.HEALTH, None)


def test_a_sub_goal_of_two_interventions_is_one_with_the_day_that_was_told(committed: Town) -> None:
    both = (
        intervention("Praktik", sub_goal="Nå det"),
        intervention("Kursus", sub_goal="Nå det", sub_goal_due=day(30)),
    )

    take(committed, programme(interventions=both))

    with behind_the_wall(committed.account("lis")):
        [sub_goal] = SubGoal.objects.seen_by(committed.person("lis"))
        assert sub_goal.due_on == day(30)
        assert sub_goal.interventions.all().scoped("test").count() == 2


def test_the_journal_tells_of_each_case_and_of_the_whole_without_a_name(committed: Town) -> None:
    with behind_the_wall(committed.account("lis")):
        take_in(
            by=committed.person("lis"), programmes=[programme(), programme("2026-7002")], fingerprint="f00"
        )

    with behind_the_wall(committed.account("lis")):
        events = list(Event.objects.scoped("test").filter(kind__in=["case.taken-in", "intake.done"]))
    assert sorted(event.kind for event in events) == ["case.taken-in", "case.taken-in", "intake.done"]
    [whole] = [event for event in events if event.kind == "intake.done"]
    assert whole.data == {
        "programmes": 2,
        "with_cpr": 0,
        "unusual_cpr": 0,
        "interventions": 2,
        "already": 0,
        "without_coordinator": 0,
        "fingerprint": "f00",
    }
    assert {event.data["intake"] for event in events if event.case_id} == {str(whole.id)}


def test_of_an_import_others_read_nothing(committed: Town) -> None:
    take(committed, programme())

    with behind_the_wall(committed.account("astrid")):
        assert not Event.objects.scoped("test").filter(kind="intake.done").exists()


def test_twice_is_once(committed: Town, superuser: Any) -> None:
    both = (programme(), programme("2026-7002"))
    take(committed, *both)
    after_once = counts(superuser)

    taken = take(committed, *both)

    assert (taken.programmes, taken.already) == (0, 2)
    assert counts(superuser) == after_once


def test_what_was_changed_since_stays_as_it_was_changed(committed: Town) -> None:
    one = programme()
    take(committed, one)
    home = committed.units["north"].municipality_id
    with behind_the_wall(committed.account("astrid")):
        given = Intervention.objects.scoped("test").filter(
            pk=intervention_id_of(home, one.number, intervention())
        )
        given.update(title="Praktik hos bageren")

    take(committed, one)

    with behind_the_wall(committed.account("astrid")):
        assert [given.title for given in given.all()] == ["Praktik hos bageren"]


def test_what_is_new_in_a_longer_file_comes_in(committed: Town) -> None:
    take(committed, programme())

    taken = take(committed, programme(), programme("2026-7002"))

    assert (taken.programmes, taken.already) == (1, 1)


def test_a_dry_run_counts_and_leaves_nothing(committed: Town, superuser: Any) -> None:
    before = counts(superuser)

    taken = take(committed, programme(), programme("2026-7002", coordinator=""), dry_run=True)

    assert (taken.programmes, taken.without_coordinator) == (2, 1)
    assert counts(superuser) == before


def test_one_fault_keeps_all_out(committed: Town, superuser: Any) -> None:
    before = counts(superuser)

    refused(committed, programme(), programme("2026-7002", unit="nowhere"))

    assert counts(superuser) == before


def test_a_failure_in_the_last_statement_takes_everything_back(
    committed: Town, superuser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = counts(superuser)

    def fail(**_: object) -> None:
        raise DatabaseError("the last statement")

    monkeypatch.setattr("sammetag.intake.actions.journal.record", fail)

    with pytest.raises(DatabaseError, match="the last statement"):
        take(committed, programme())

    assert counts(superuser) == before


def test_a_table_that_fails_half_way_takes_everything_back(
    committed: Town, superuser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, load = counts(superuser), cases.load

    def fail_at_stretches(*, rows: Sequence[models.Model], size: int = 2000) -> None:
        if rows and isinstance(rows[0], Stretch):
            raise DatabaseError("the disk is full")
        load(rows=rows, size=size)

    monkeypatch.setattr("sammetag.intake.actions.cases.load", fail_at_stretches)

    with pytest.raises(DatabaseError, match="the disk is full"):
        take(committed, programme())

    assert counts(superuser) == before


@pytest.mark.parametrize("person", ["astrid", "dorte", "mads", "esther"])
def test_only_a_leader_takes_in(person: str, committed: Town) -> None:
    with pytest.raises(NotAllowed):
        take(committed, programme(), by=person)


@pytest.mark.parametrize("unit", ["south", "away", "ingen"])
def test_the_unit_of_another_is_refused_as_one_that_is_not_there(unit: str, committed: Town) -> None:
    assert refused(committed, programme(unit=unit, coordinator="")) == [
        ("enhed", f"Du kan ikke indlæse forløb i »{unit}«.")
    ]


def test_somebody_of_another_municipality_is_nobody_here(committed: Town) -> None:
    assert refused(committed, programme(coordinator="esther", mentor="ingen")) == [
        ("koordinator", "Ingen her i kommunen har brugernavnet »esther«."),
        ("mentor", "Ingen her i kommunen har brugernavnet »ingen«."),
    ]


@pytest.mark.parametrize("person", ["dorte", "mads", "lis", "nora"])
def test_a_coordinator_must_coordinate_in_the_unit(person: str, committed: Town) -> None:
    assert refused(committed, programme(coordinator=person)) == [
        ("koordinator", f"»{person}« er ikke koordinator i »north« i dag.")
    ]


def test_the_number_of_another_citizen_here_is_refused(committed: Town) -> None:
    take(committed, programme())

    assert refused(committed, programme(given_name="Bo")) == [
        ("sagsnummer", "Sagsnummeret hører til en anden borger her.")
    ]


def test_another_programme_of_a_case_that_is_here_is_refused(committed: Town) -> None:
    take(committed, programme())

    [(column, _)] = refused(committed, programme(granted_on=day(-101)))

    assert column == "bevilget"


def test_a_number_behind_another_wall_is_refused_without_a_word_of_whose_it_is(
    committed: Town, superuser: Any
) -> None:
    before = counts(superuser)
    with behind_the_wall(committed.account("dorte")):
        number = Case.objects.scoped("test").get(pk=committed.cases["other-unit"]).number

    assert refused(committed, programme(), programme(number)) == [
        ("sagsnummer", "Sagsnummeret bruges af en sag, som du ikke har adgang til.")
    ]
    assert counts(superuser) == before


def test_the_same_number_in_another_municipality_is_nobodys_business(committed: Town) -> None:
    with behind_the_wall(committed.account("esther")):
        number = Case.objects.scoped("test").get(pk=committed.cases["other-municipality"]).number

    assert take(committed, programme(number)).programmes == 1


def test_two_imports_of_one_file_at_once_make_it_once(committed: Town, superuser: Any) -> None:
    both = [programme(), programme("2026-7002")]
    together, taken = threading.Barrier(2), []

    def import_it() -> None:
        try:
            with behind_the_wall(committed.account("lis")):
                person = committed.person("lis")
                together.wait(timeout=30)
                taken.append(take_in(by=person, programmes=both))
        finally:
            connection.close()

    threads = [threading.Thread(target=import_it) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted((one.programmes, one.already) for one in taken) == [(0, 2), (2, 0)]
    assert superuser.execute("SELECT count(*) FROM cases_case WHERE number LIKE '2026-700%'").fetchone() == (
        2,
    )


def test_a_whole_municipality_comes_in_with_few_questions(
    committed: Town, django_assert_max_num_queries: Any
) -> None:
    stretches = (StretchIn(State.WAITING, day(-60), day(-31)), StretchIn(State.RUNNING, day(-30)))
    given = tuple(
        intervention(f"Indsats {turn}", stretches=stretches, sub_goal="Nå det") for turn in range(5)
    )
    many = [programme(f"2025-{turn:04}", interventions=given) for turn in range(600)]

    with django_assert_max_num_queries(40):
        taken = take(committed, *many)

    assert (taken.programmes, taken.interventions) == (600, 3000)
