"""CPR numbers in a file of programmes: in their own column only, sealed, masked and never repeated."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as some

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import keep_cpr
from sammetag.intake.programmes import case_id_of
from sammetag.intake.reading import read
from sammetag.intake.sheets import faults as as_file
from sammetag.intake.table import Row, Table
from sammetag.intake.understanding import Understood, understand
from tests.intake.making import HEADING, cells, file
from tests.intake.test_take_in_page import mark_of, send
from tests.people.numbers import number
from tests.town import Town

Browse = Callable[[str], Client]
# Of somebody born on 14 March 1984, as the citizen of `cells` is; 60 is added to the day.
NUMBER, ANOTHER = "740384-1001", "740384-1002"
WITH_CPR = [*HEADING, "cpr-nummer"]
LAST_FOUR = re.compile("100[12]")


def rows(*numbers: str) -> bytes:
    """A file with a case for each number."""
    told = (cells(f"2026-700{turn}") | {"cpr-nummer": one} for turn, one in enumerate(numbers, start=1))
    return file(*told, heading=WITH_CPR)


def understood(*numbers: str) -> Understood:
    return understand(read(rows(*numbers)))


def take_in(client: Client, data: bytes) -> Any:
    return send(client, data, "take-in", mark_of(send(client, data)))


def sealed(superuser: Any) -> list[Any]:
    found: list[Any] = superuser.execute("SELECT date_part FROM people_cpr ORDER BY date_part").fetchall()
    return found


@pytest.mark.parametrize("heading", ["CPR-nummer", "cpr", "cpr number", "Personnummer", "cpr-nr."])
def test_the_column_has_many_names(heading: str) -> None:
    found = understand(read(rows(NUMBER).replace(b"cpr-nummer", heading.encode())))

    assert found.faults == ()
    [one] = found.programmes
    assert one.cpr is not None and one.cpr.whole == NUMBER


def test_it_may_be_left_out_and_left_empty() -> None:
    assert understood("").programmes[0].cpr is None
    assert understand(read(file(cells()))).programmes[0].cpr is None


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("740384-100", "for kort"),
        ("40384-1001", "for kort"),
        ("740384-100A", "bogstaver"),
        ("320184-1001", "dato"),
    ],
)
def test_a_wrong_form_is_a_fault_that_does_not_repeat_it(cell: str, what: str) -> None:
    [fault] = understood(cell).faults

    assert (fault.row, fault.column) == (2, "cpr-nummer") and what in fault.what
    assert cell not in as_file([fault]).decode()


@pytest.mark.parametrize("column", ["sagsnummer", "fornavn", "jobmål"])
def test_a_number_in_any_other_column_is_refused_as_before(column: str) -> None:
    row = cells() | {column: NUMBER, "cpr-nummer": NUMBER}

    found = understand(read(file(row, heading=WITH_CPR)))

    assert [fault.column for fault in found.faults] == [column]
    assert found.programmes == () and not LAST_FOUR.search(repr(found))


def test_nothing_that_was_read_prints_the_number() -> None:
    assert not LAST_FOUR.search(repr(understood(NUMBER)))


def test_a_file_is_tried_with_masks_only_and_sealed_when_it_is_taken_in(
    browse: Browse, committed: Town, superuser: Any
) -> None:
    lis, data = browse("lis"), rows(NUMBER, "")
    tried = send(lis, data)
    nothing_yet = sealed(superuser)

    taken = take_in(lis, data)

    assert "740384-****" in tried.text and not LAST_FOUR.search(tried.text.replace(mark_of(tried), ""))
    assert "Med CPR-nummer" in tried.text
    assert (nothing_yet, taken.status_code, sealed(superuser)) == ([], 302, [("740384",)])
    case_id = case_id_of(committed.units["north"].municipality_id, "2026-7001")
    assert "740384-****" in browse("astrid").get(f"/cases/{case_id}/").text


def test_a_number_that_does_not_pass_modulus_11_comes_in_with_a_warning(browse: Browse) -> None:
    tried = send(browse("lis"), rows("140384-1002"))

    assert "Filen er i orden" in tried.text and "modulus 11" in tried.text


def refused(client: Client, *numbers: str) -> str:
    data = rows(*numbers)
    page = send(client, data)
    told = send(client, data, "faults")
    assert page.status_code == 422
    assert not LAST_FOUR.search(page.text) and not LAST_FOUR.search(told.content.decode())
    text: str = page.text
    return text


def test_another_day_of_birth_is_a_fault(browse: Browse, superuser: Any) -> None:
    assert "fødselsdatoen passer ikke sammen" in refused(browse("lis"), "750384-1001")
    assert sealed(superuser) == []


def test_one_number_under_two_case_numbers_is_a_fault(browse: Browse) -> None:
    assert "står også i række 2" in refused(browse("lis"), NUMBER, NUMBER)


@pytest.mark.parametrize("owner", ["dorte", "astrid"])
def test_the_number_of_another_citizen_here_is_a_fault_in_its_row_and_written_down(
    owner: str, browse: Browse, committed: Town, superuser: Any
) -> None:
    case = "other-unit" if owner == "dorte" else "own"
    with behind_the_wall(committed.account(owner)):
        person, case_id = committed.person(owner), committed.cases[case]
        keep_cpr(by=person, case_id=case_id, number=number(ANOTHER), version=0)

    page = refused(browse("lis"), NUMBER, ANOTHER)

    assert "En anden borger i kommunen har CPR-nummeret." in page
    assert '<td class="st-fault-row"><span class="st-fault-word">Række </span>3</td>' in page
    assert sealed(superuser) == [("740384",)]
    told = superuser.execute(
        "SELECT by, allowed, cases FROM journal_look WHERE purpose = 'cpr-taken'"
    ).fetchall()
    assert set(map(str, told)) == {str((committed.account("lis"), False, []))}


def test_the_same_file_again_does_no_harm(browse: Browse, superuser: Any) -> None:
    lis, data = browse("lis"), rows(NUMBER)
    take_in(lis, data)

    again = send(lis, data)

    assert "Det er her allerede" in again.text
    assert sealed(superuser) == [("740384",)]


def filled(cell: str) -> dict[str, str]:
    """One row with this in the column, by heading."""
    return cells() | {"cpr-nummer": cell}


@settings(max_examples=1000)
@given(some.one_of(some.text(max_size=30), some.from_regex(r"[0-9]{6}[- ]?[0-9]{3,5}", fullmatch=True)))
def test_whatever_stands_in_the_column_is_read_or_told_of(cell: str) -> None:
    heading, first = (
        Row(turn, tuple(told)) for turn, told in enumerate(zip(*filled(cell).items(), strict=True), 1)
    )

    found = understand(Table(heading, (first,), ()))

    assert len(found.programmes) + bool(found.faults) == 1
