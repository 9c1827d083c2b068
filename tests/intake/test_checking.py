"""What speaks against a programme, though every cell could be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from sammetag.intake.checking import CaseThere, Known, Place, faults_in, identity
from sammetag.intake.faults import Fault
from sammetag.intake.programmes import ProgrammeIn, StretchIn
from sammetag.interventions.models import Ending, State
from tests.intake.making import day, intervention, programme

NORTH, ASTRID = uuid4(), uuid4()
KNOWN = Known(
    today=day(0),
    places={"north": Place(NORTH, 1)},
    staff={"astrid": ASTRID, "birk": uuid4()},
    coordinates={ASTRID: frozenset({NORTH})},
)


def found(*programmes: ProgrammeIn, known: Known = KNOWN) -> list[Fault]:
    faults = faults_in(programmes, known)
    assert all(fault.what and fault.remedy and fault.row for fault in faults)
    return faults


def running(**changed: Any) -> ProgrammeIn:
    """A programme whose one intervention is changed so."""
    return programme(interventions=(intervention(**changed),))


def stretches(*given: tuple[State, int, int | None]) -> ProgrammeIn:
    """A programme with one intervention in these states, by days from today; each in a row of its own."""
    told = (
        StretchIn(state, day(since), None if until is None else day(until), row=turn)
        for turn, (state, since, until) in enumerate(given, 2)
    )
    return running(stretches=tuple(told))


def test_a_programme_that_hangs_together_has_no_fault() -> None:
    assert found(programme(coordinator_since=day(-50), team_met_on=day(-110), opened_on=day(-120))) == []


CASES: list[tuple[str, Callable[[], ProgrammeIn]]] = [
    ("fødselsdato", lambda: programme(born_on=date(2020, 1, 1))),
    ("fødselsdato", lambda: programme(born_on=date(1901, 1, 1))),
    ("sag oprettet", lambda: programme(opened_on=day(-99))),
    ("anbefalet den", lambda: running(recommended_on=day(1))),
    ("mødedato", lambda: programme(team_met_on=day(-99))),
    ("bevilget", lambda: programme(granted_on=day(-89))),
    ("bevilget", lambda: programme(granted_on=day(3), starts_on=day(5))),
    ("bevilget", lambda: programme(scheme="ressourceforloeb", granted_on=date(2026, 2, 1))),
    ("bevilget", lambda: programme(scheme="ressourceforloeb", granted_on=date(2012, 12, 31))),
    ("bevilget", lambda: programme(scheme="fleksjob")),
    ("bevilget til", lambda: programme(granted_until=day(-90))),
    ("bevilget til", lambda: programme(granted_until=day(-1))),
    ("bevilget til", lambda: programme(granted_until=day(900))),
    ("koordinator siden", lambda: programme(coordinator_since=day(1))),
    ("mentor siden", lambda: programme(mentor="birk", mentor_since=day(1))),
    ("enhed", lambda: programme(unit="south", coordinator="")),
    ("koordinator", lambda: programme(coordinator="nobody")),
    ("koordinator", lambda: programme(coordinator="birk")),
    ("mentor", lambda: programme(mentor="nobody")),
    ("tilstand", lambda: running(stretches=())),
    ("til", lambda: stretches((State.RUNNING, -5, -8), (State.PAUSED, -4, None))),
    ("siden", lambda: stretches((State.RUNNING, -20, -9), (State.PAUSED, -10, None))),
    ("siden", lambda: stretches((State.RUNNING, -20, None), (State.PAUSED, -10, None))),
    ("siden", lambda: stretches((State.RUNNING, 1, None))),
    ("siden", lambda: stretches((State.RUNNING, -365 * 30, None))),
    ("afslutning", lambda: stretches((State.RUNNING, -20, -1))),
    ("til", lambda: running(ending=Ending.COMPLETED)),
    ("afslutning", lambda: running(ending=Ending.COMPLETED, ended_on=day(1))),
    ("timer om ugen", lambda: running(hours_per_week=Decimal(38))),
    ("timer om ugen", lambda: running(hours_per_week=Decimal(-1))),
    ("delmål senest", lambda: running(sub_goal="Nå det", sub_goal_due=day(501))),
    ("delmål", lambda: running(goal="Erfaring")),
    ("indsats", lambda: programme(interventions=(intervention(), intervention()))),
]


@pytest.mark.parametrize(("column", "make"), CASES, ids=[f"{n}-{c}" for n, (c, _) in enumerate(CASES)])
def test_what_does_not_hang_together_is_a_fault_in_one_column(
    column: str, make: Callable[[], ProgrammeIn]
) -> None:
    assert [fault.column for fault in found(make())] == [column]


def test_a_sub_goal_of_two_interventions_has_one_day() -> None:
    given = [
        intervention(title, sub_goal="Nå det", sub_goal_due=due, row=row)
        for title, due, row in (("Praktik", day(9), 2), ("Kursus", None, 3), ("Gåtur", day(8), 4))
    ]

    [fault] = found(programme(interventions=tuple(given)))

    assert (fault.row, fault.what) == (4, "Delmålet har en anden dag i række 2.")


def test_a_grant_after_the_scheme_closed_is_told_in_the_words_of_the_law() -> None:
    [fault] = found(programme(scheme="ressourceforloeb", granted_on=date(2026, 2, 1)))

    assert "ressourceforløb" in fault.what.casefold()


def test_a_grant_of_the_last_day_of_the_scheme_is_taken_in() -> None:
    last = date(2026, 1, 31)
    one = programme(
        scheme="ressourceforloeb", granted_on=last, starts_on=last, granted_until=last + timedelta(days=1000)
    )

    assert found(one) == []


def test_a_length_that_the_law_does_not_give_says_which_it_gives() -> None:
    [fault] = found(programme(granted_until=day(900)))

    assert fault.what.startswith("Slutdatoen") and "er for sen" in fault.what


def test_what_lies_ahead_after_today_may_be_agreed() -> None:
    assert found(stretches((State.PLANNED, -3, 4), (State.RUNNING, 5, 60))) == []


def test_one_number_twice_is_told_with_the_row_of_the_first() -> None:
    [fault] = found(programme(), programme(row=9))

    assert (fault.row, fault.column, fault.what) == (9, "sagsnummer", "Sagsnummeret står også i række 2.")


def test_a_case_that_is_here_is_no_fault_when_it_is_the_same() -> None:
    one = programme()
    there = CaseThere(identity("ANNA", "Aagård", one.born_on), frozenset({(one.scheme, one.granted_on)}))
    known = Known(KNOWN.today, KNOWN.places, KNOWN.staff, KNOWN.coordinates, {one.number: there})

    assert found(one, known=known) == []
    assert [fault.column for fault in found(programme(born_on=date(1984, 3, 15)), known=known)] == [
        "sagsnummer"
    ]
