"""From a table to programmes: rows that belong together, and what each fault says."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from sammetag.intake.columns import PROGRAMMES
from sammetag.intake.faults import Fault
from sammetag.intake.reading import read
from sammetag.intake.sheets import template
from sammetag.intake.table import MOST_ROWS
from sammetag.intake.understanding import Understood, understand
from sammetag.interventions.models import State
from sammetag.people.models import Field
from tests.intake.making import HEADING, cells, danish, day, file


def understood(*rows: dict[str, str], heading: list[str] | None = None) -> Understood:
    return understand(read(file(*rows, heading=heading)))


def faults(*rows: dict[str, str], heading: list[str] | None = None) -> list[tuple[int, str, str]]:
    """Row, column and sentence of each fault; all of them also say what to do."""
    found = understood(*rows, heading=heading).faults
    assert all(fault.remedy for fault in found)
    return [(fault.row, fault.column, fault.what) for fault in found]


def test_one_row_is_one_programme_with_one_intervention() -> None:
    found = understood(cells())

    assert found.faults == ()
    [one] = found.programmes
    assert (one.number, one.given_name, one.unit, one.row) == ("2026-7001", "Anna", "north", 2)
    [given] = one.interventions
    assert (given.title, given.field, given.hours_per_week) == (
        "Virksomhedspraktik",
        Field.EMPLOYMENT,
        Decimal("7.5"),
    )


def test_rows_of_one_number_are_one_programme_and_need_not_say_it_all_again() -> None:
    more = {"sagsnummer": "2026-7001", "indsats": "Gåtur", "område": "sundhed", "timer om ugen": "2"}
    more |= {"tilstand": "venter", "siden": danish(day(-3))}

    [one] = understood(cells(), more).programmes

    assert [given.title for given in one.interventions] == ["Virksomhedspraktik", "Gåtur"]


def test_a_file_holds_no_talks_so_they_are_known_from_today() -> None:
    found = understood(cells())

    assert [one.talks_known_from for one in found.programmes] == [timezone.localdate()]


def test_a_programme_may_have_no_intervention() -> None:
    bare = cells(indsats="", område="", timer_om_ugen="", tilstand="", siden="")

    assert understood(bare).programmes[0].interventions == ()


def test_rows_of_one_intervention_are_its_states_in_order() -> None:
    later = cells(tilstand="pause", siden=danish(day(-5)), timer_om_ugen="", område="")
    first = cells(tilstand="i gang", siden=danish(day(-30)))

    [one] = understood(later, first).programmes

    [given] = one.interventions
    assert [(each.state, each.since, each.until) for each in given.stretches] == [
        (State.RUNNING, day(-30), day(-6)),
        (State.PAUSED, day(-5), None),
    ]


def test_hours_that_change_belong_to_their_stretch() -> None:
    [one] = understood(cells(), cells(siden=danish(day(-5)), timer_om_ugen="12")).programmes

    [given] = one.interventions
    assert given.hours_per_week == Decimal("7.5")
    assert [each.hours_per_week for each in given.stretches] == [None, Decimal(12)]


def test_what_has_ended_and_begins_anew_is_another_intervention() -> None:
    ended = cells(til=danish(day(-20)), afslutning="gennemført")

    [one] = understood(ended, cells(siden=danish(day(-10)))).programmes

    first, second = one.interventions
    assert (first.ending, first.ended_on) == ("completed", day(-20))
    assert (second.ending, second.ended_on) == ("", None)


def test_an_empty_provider_is_that_of_the_row_before() -> None:
    rows = [
        cells(leverandør="Bageren"),
        cells(leverandør="Brugsen", siden=danish(day(-20))),
        cells(siden=danish(day(-10)), tilstand="pause"),
    ]

    [one] = understood(*rows).programmes

    assert [(given.provider, len(given.stretches)) for given in one.interventions] == [
        ("Bageren", 1),
        ("Brugsen", 2),
    ]


def test_two_providers_are_two_interventions() -> None:
    [one] = understood(cells(leverandør="Bageren"), cells(leverandør="Brugsen")).programmes

    assert [given.provider for given in one.interventions] == ["Bageren", "Brugsen"]


@pytest.mark.parametrize(
    "column", [column for column in PROGRAMMES.each if column.required], ids=lambda one: one.key
)
def test_a_needed_cell_that_is_empty_is_a_fault_in_its_column(column: object) -> None:
    name = str(getattr(column, "da", ""))

    assert faults(cells() | {name: ""}) == [(2, name, "Feltet er tomt, og det skal udfyldes.")]


@pytest.mark.parametrize("name", ["indsats", "område", "timer om ugen", "tilstand", "siden"])
def test_half_an_intervention_is_a_fault_in_the_column_that_is_empty(name: str) -> None:
    assert faults(cells() | {name: ""}) == [(2, name, "Feltet er tomt, og det skal udfyldes.")]


def test_rows_that_disagree_name_each_other() -> None:
    assert faults(cells(), cells(fornavn="Bo", indsats="Gåtur")) == [
        (3, "fornavn", "Her står noget andet end i række 2, som hører til det samme.")
    ]


def test_every_cell_of_a_row_is_told_of_at_once() -> None:
    found = faults(cells(fødselsdato="14.3.84", timer_om_ugen="40", område="kultur"))

    assert [(row, column) for row, column, _ in found] == [
        (2, "fødselsdato"),
        (2, "område"),
        (2, "timer om ugen"),
    ]


def test_a_formula_is_refused_and_not_quoted() -> None:
    [(row, column, what)] = faults(cells(efternavn='=HYPERLINK("http://x")'))

    assert (row, column) == (2, "efternavn")
    assert "formel" in what and "HYPERLINK" not in what


@pytest.mark.parametrize("name", ["sagsnummer", "fornavn", "fødselsdato", "indsats", "delmål"])
def test_cpr_numbers_are_refused_in_any_column_and_never_repeated(name: str) -> None:
    found = understood(cells(), cells("2026-7002") | {name: "140384-1234", "område": "kultur"})

    assert [(fault.row, fault.column) for fault in found.faults] == [(3, name)]
    assert "CPR" in found.faults[0].what
    assert "140384" not in repr(found)
    assert found.programmes == ()


@pytest.mark.parametrize("heading", ["CPR-oplysninger", "CPR ægtefælle", "140384-1234"])
def test_a_column_for_other_cpr_numbers_is_refused_by_its_heading(heading: str) -> None:
    [fault] = understood(cells(), heading=[*HEADING, heading]).faults

    assert "CPR-numre" in fault.what and "140384" not in repr(fault)


@pytest.mark.parametrize(
    "heading", ["SAGSNUMMER", " Sagsnummer ", "sags-nummer"[:4] + "nummer", "Case Number", "sagsnr."]
)
def test_a_heading_is_known_in_any_case_and_by_its_other_names(heading: str) -> None:
    data = file(cells()).decode().replace("sagsnummer", heading, 1).encode()

    assert understand(read(data)).faults == ()


def test_headings_unknown_double_and_missing_are_told_alone() -> None:
    heading = [name for name in HEADING if name != "bevilget"] + ["Fornavn ", "sagsbehandlr", ""]
    data = file(cells(), heading=HEADING).decode().splitlines()
    broken = "\r\n".join([";".join(heading), data[1] + ";;"]).encode()

    found = understand(read(broken)).faults

    assert [(one.row, one.column) for one in found] == [
        (1, "Fornavn"),
        (1, "sagsbehandlr"),
        (1, f"kolonne {len(heading)}"),
        (1, "bevilget"),
    ]


def test_a_heading_that_is_nearly_right_is_guessed() -> None:
    data = file(cells()).decode().replace("leverandør", "leverandor", 1).encode()

    [fault] = understand(read(data)).faults

    assert fault.remedy == "Mente du »leverandør«? Ret overskriften, eller slet kolonnen."


def test_far_too_many_faults_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sammetag.intake.cells.MOST_FAULTS", 2)

    found = faults(*(cells(f"2026-7{turn:03}", timer_om_ugen="x") for turn in range(9)))

    assert [row for row, _, _ in found] == [2, 3, 4, 4]
    assert found[-1][2].startswith("Her holdt vi op")


def test_the_template_comes_back_as_it_was_handed_out() -> None:
    filled = template(PROGRAMMES).decode("utf-8-sig").splitlines()
    example = filled[2].removeprefix("# ")

    found = understand(read("\r\n".join([filled[0], filled[1], filled[2], example]).encode()))

    assert found.faults == ()
    [one] = found.programmes
    assert one.row == 4
    assert {column.key: column.parse(column.example) for column in PROGRAMMES.each[:7] if column.example} == {
        "number": one.number,
        "given_name": one.given_name,
        "family_name": one.family_name,
        "born_on": one.born_on,
        "unit": one.unit,
        "coordinator": one.coordinator,
    }
    assert one.interventions[0].sub_goal == "Møde til tiden tre dage om ugen"


def test_the_largest_file_is_understood() -> None:
    rows = [cells(f"2026-{turn // 5:05}", indsats=f"Indsats {turn % 5}") for turn in range(MOST_ROWS)]

    found = understood(*rows)

    assert (len(found.programmes), found.faults) == (MOST_ROWS // 5, ())


def test_a_fault_in_one_case_leaves_the_others_understood() -> None:
    found = understood(cells(), cells("2026-7002", timer_om_ugen="x"))

    assert [one.number for one in found.programmes] == ["2026-7001"]
    assert [type(fault) for fault in found.faults] == [Fault]
    assert found.programmes[0].granted_on + timedelta(days=10) == found.programmes[0].starts_on
