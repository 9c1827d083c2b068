"""A file of staff, row by row: what is understood, what is refused and why, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from sammetag.access.models import RoleHeld
from sammetag.access.queries import person_of
from sammetag.config.roles import as_owner
from sammetag.intake.faults import Fault, ImportRefused
from sammetag.intake.reading import read
from sammetag.intake.staff.actions import Outcome, take_in_staff
from sammetag.intake.staff.understanding import understand
from sammetag.people.models import Staff, Unit
from tests.intake.making import danish, day
from tests.intake.staffing import TEAM, USUAL, file, row
from tests.town import Town

Rows = tuple[dict[str, str], ...]
NO_ROLE = {"brugernavn": "", "enhed": "", "rolle": "", "fra": ""}


@pytest.fixture
def owner(committed: Town) -> Iterator[Town]:
    """The town, open to the owner of its tables."""
    with as_owner():
        yield committed


def take_in(*rows: dict[str, str], **more: Any) -> Outcome:
    return take_in_staff(data=file(*rows), municipality="Ådal", **more)


def faults(*rows: dict[str, str]) -> list[Fault]:
    with pytest.raises(ImportRefused) as refusal:
        take_in(*rows)
    assert all(fault.what and fault.remedy for fault in refusal.value.faults)
    return refusal.value.faults


def staff(username: str) -> Staff:
    return Staff.objects.scoped("test").get(account__username=username)


def roles(username: str) -> list[tuple[str, str | None, date, date | None]]:
    held = RoleHeld.objects.scoped("test").filter(staff__account__username=username).order_by("since")
    return [(one.role, one.unit.name if one.unit else None, one.since, one.until) for one in held]


def test_each_row_is_a_role_and_rows_of_one_user_name_are_one_person(owner: Town) -> None:
    take_in(*TEAM)

    since = date(2026, 2, 1)
    assert roles("lea") == [
        ("leader", "Jobcenter Nord", since, None),
        ("leader", "Jobcenter Syd", since, None),
    ]
    assert staff("lea").workplace == "Jobcenter Nord"
    assert Unit.objects.get(name="Bostøtten").field == "social"
    assert Unit.objects.get(name="Jobcenter Syd").field == "employment"


def test_a_mentor_gets_the_key_of_no_unit(owner: Town) -> None:
    take_in(*TEAM)

    person = person_of(staff("mo").account_id, timezone.localdate())  # type: ignore[arg-type]
    assert person and not person.keys and roles("mo")[0][1] is None


def test_an_account_has_no_password_and_is_named_until_it_has(owner: Town) -> None:
    outcome = take_in(row())

    account = staff("ida").account
    assert account and not account.has_usable_password() and not account.check_password("")
    assert outcome.without_password == ("ida",)


def test_units_of_different_places_have_keys_of_their_own(owner: Town) -> None:
    take_in(*TEAM)

    keys = list(Unit.objects.values_list("key", flat=True))
    assert len(set(keys)) == len(keys) == 6


WRONG: list[tuple[str, str, Rows]] = [
    ("a role that is not known", "rolle", (row(rolle="chef"),)),
    ("a role without a user name", "brugernavn", (row(brugernavn=""),)),
    ("a role without a first day", "fra", (row(fra=""),)),
    ("a coordinator without a unit", "enhed", (row(enhed=""),)),
    ("a leader without a unit", "enhed", (row(enhed="", rolle="leder"),)),
    ("a mentor with a unit", "enhed", (row(rolle="mentor"),)),
    ("a role that ends before it begins", "til", (row(til="31.1.2026"),)),
    ("a first day without a role", "fra", (row(rolle=""),)),
    ("a last day without a role", "til", (row(**NO_ROLE | {"til": "1.2.2026"}),)),
    ("a field without a unit", "område", (row(**NO_ROLE, område="social"),)),
    ("nobody's name", "navn", (row(navn=""),)),
    ("a name that is too long", "navn", (row(navn="x" * 121),)),
    ("a place of work that is nowhere", "arbejdssted", (row(**NO_ROLE, arbejdssted=""),)),
    ("a user name of two words", "brugernavn", (row(brugernavn="ida a"),)),
    ("a user name that is a formula", "brugernavn", (row(brugernavn="@ida"),)),
    ("two names of one", "navn", (row(), row(navn="Ida Holm", rolle="leder"))),
    ("two places of one", "arbejdssted", (row(), row(arbejdssted="Andetsteds", rolle="leder"))),
    ("one role twice", "fra", (row(), row(fra="1.3.2026"))),
    ("a person once with and once without a role", "rolle", (row(), row(rolle="", fra=""))),
    ("two fields of one unit", "område", (row(område="social"), row(brugernavn="bo", område="sundhed"))),
    ("another field of a unit that is here", "område", (row(enhed="north", område="social"),)),
    ("a user name of another municipality", "brugernavn", (row(brugernavn="Esther"),)),
    ("one without a user name twice", "navn", (row(**NO_ROLE), row(**NO_ROLE))),
    ("another name of somebody here", "navn", (row(brugernavn="astrid", arbejdssted=""),)),
    ("another place of somebody here", "arbejdssted", (row(brugernavn="astrid", navn="Astrid"),)),
    (
        "another unit of somebody here",
        "enhed",
        (row(brugernavn="nora", navn="Nora", arbejdssted="", rolle="", fra="", enhed="north"),),
    ),
]


@pytest.mark.parametrize(("column", "rows"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_does_not_fit_is_one_fault_in_one_column_of_the_last_row(
    column: str, rows: Rows, owner: Town
) -> None:
    [fault] = faults(*rows)

    assert (fault.column, fault.row) == (column, len(rows) + 1)


CELLS = st.sampled_from(
    ["", "ida", "Ida", "north", "leder", "mentor", "social", "1.2.2026", "1.1.2025", "=x"]
)


@given(st.lists(st.tuples(*[CELLS] * len(USUAL)), min_size=1, max_size=6))
def test_whatever_the_rows_say_each_person_is_read_or_has_a_fault(rows: list[tuple[str, ...]]) -> None:
    understood = understand(read(file(*(dict(zip(USUAL, ("x", *cells[1:]), strict=True)) for cells in rows))))

    assert understood.faults or len(understood.staff) == 1
    assert all(
        role.until is None or role.since <= role.until for one in understood.staff for role in one.roles
    )


def test_every_fault_is_told_at_once(owner: Town) -> None:
    found = faults(row(rolle="chef"), row(brugernavn="Esther"), row(brugernavn="bo", fra="32.1.2026"))

    assert [(one.row, one.column) for one in found] == [(2, "rolle"), (3, "brugernavn"), (4, "fra")]


def test_numbers_of_persons_are_refused_and_not_repeated(owner: Town) -> None:
    [fault] = faults(row(navn="010203-1234"))

    assert fault.column == "navn" and "010203" not in fault.what + fault.remedy
    assert "brugernavn" in fault.remedy


def test_a_column_that_belongs_to_another_kind_of_file_is_told(owner: Town) -> None:
    with pytest.raises(ImportRefused) as refusal:
        take_in_staff(data=b"sagsnummer;navn\r\n1;Ida\r\n", municipality="Ådal")

    assert [fault.column for fault in refusal.value.faults] == ["sagsnummer"]


def astrid(**changed: str) -> dict[str, str]:
    """Astrid, who coordinates in the north of the town since 2020, as a file has her."""
    usual = {"brugernavn": "ASTRID", "navn": "Astrid", "arbejdssted": "", "enhed": "north", "fra": "1.1.2020"}
    return row(**(usual | changed))


def test_who_is_here_is_left_alone_and_counted(owner: Town) -> None:
    outcome = take_in(astrid(), row())

    assert (outcome.taken.already, outcome.taken.staff, outcome.taken.roles) == (1, 1, 1)
    assert len(roles("astrid")) == 1


def test_a_role_that_lasts_gets_a_last_day_and_its_history(owner: Town, superuser: Any) -> None:
    last = day(20)

    outcome = take_in(astrid(til=danish(last)))

    assert (outcome.taken.last_days, outcome.taken.already) == (1, 0)
    assert [until for *_role, until in roles("astrid")] == [last]
    kept = "SELECT pgh_label, until FROM access_roleheldevent WHERE staff_id = %s ORDER BY pgh_id"
    found = superuser.execute(kept, [owner.staff["astrid"].id]).fetchall()
    assert found == [("insert", None), ("update", last)]


def test_a_last_day_that_lies_ahead_may_be_moved(owner: Town) -> None:
    take_in(astrid(til=danish(day(20))))
    take_in(astrid(til=danish(day(10))))

    assert [until for *_role, until in roles("astrid")] == [day(10)]


def test_a_new_row_goes_on_where_a_role_ends(owner: Town) -> None:
    ended = astrid(til=danish(day(-10)))
    take_in(ended)

    outcome = take_in(ended, astrid(fra=danish(day(-9))))

    assert (outcome.taken.roles, outcome.taken.already) == (1, 0)
    assert [until for *_role, until in roles("astrid")] == [day(-10), None]


AFTERWARDS: list[tuple[str, str, Callable[[], dict[str, str]]]] = [
    ("its last day taken away", "til", lambda: astrid()),
    ("another last day, after it has come", "til", lambda: astrid(til=danish(day(5)))),
    ("another first day", "fra", lambda: astrid(fra="1.1.2021")),
]


@pytest.mark.parametrize(("column", "later"), [c[1:] for c in AFTERWARDS], ids=[c[0] for c in AFTERWARDS])
def test_a_role_that_has_ended_is_not_changed_any_more(
    column: str, later: Callable[[], dict[str, str]], owner: Town
) -> None:
    take_in(astrid(til=danish(day(-10))))

    [fault] = faults(later())

    assert fault.column == column


def test_somebody_without_a_user_name_is_known_by_name_and_place(owner: Town) -> None:
    nobody = row(**NO_ROLE)
    take_in(nobody)

    assert take_in(nobody).taken.already == 1
    [fault] = faults(row(enhed="north"))
    assert fault.what == "»Ida Ågård« er her allerede uden brugernavn."


def test_what_was_done_is_told_in_the_journal_without_names(owner: Town, superuser: Any) -> None:
    take_in(row())
    take_in(row())

    found = "SELECT role, by, data FROM journal_event WHERE kind = 'staff.taken-in'"
    [(role, by, data)] = superuser.execute(found).fetchall()
    assert (role, by, data["staff"], data["units"]) == ("operator", None, 1, 1)
    assert "Ida" not in str(data)


def test_a_municipality_that_is_new_knows_its_own_people_only(owner: Town) -> None:
    take_in_staff(data=file(row()), municipality="Lilleby", one_more=True)

    [fault] = faults(row())
    assert fault.what == "Brugernavnet »ida« hører til en anden kommune."


def test_the_app_itself_lets_nobody_in(committed: Town) -> None:
    with pytest.raises(Exception, match="permission denied"):
        take_in(row())
    assert connection.settings_dict["USER"] == "sammetag_app"
