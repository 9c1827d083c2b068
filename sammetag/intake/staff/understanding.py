"""From rows to staff: rows of one user name are one person, with a role each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sammetag.access.roles import Role
from sammetag.intake.cells import ReadRow, agreed, of_the_whole_file, read_rows
from sammetag.intake.faults import Fault
from sammetag.intake.staff.columns import STAFF
from sammetag.intake.staff.members import RoleIn, StaffIn, UnitIn
from sammetag.intake.table import Table
from sammetag.people.danish import search_key


@dataclass(frozen=True)
class Understood:
    """Staff and units of a file as far as they could be read, and the faults of the rest."""

    staff: tuple[StaffIn, ...]
    units: tuple[UnitIn, ...]
    faults: tuple[Fault, ...]


def understand(table: Table) -> Understood:
    """The staff that the rows tell of. Faults of the heading are told alone, since many would follow."""
    if whole := of_the_whole_file(table, STAFF):
        return Understood((), (), tuple(whole))
    rows, stopped = read_rows(table, STAFF)
    for row in rows:
        _hangs_together(row)
    units = _units(rows)
    people = [_person(group) for group in _by_person(rows)]
    faults = (
        *table.ragged,
        *(fault for row in rows for fault in row.faults),
        *([stopped] if stopped else []),
    )
    return Understood(tuple(one for one in people if one), units, faults)


def _hangs_together(row: ReadRow) -> None:
    """Whether a row says what its role needs, and nothing that its role cannot have."""
    role = row.values.get("role")
    if role is None:
        _without_a_role(row)
        return
    if row.lacks("username"):
        what = _("Den, der har en rolle, skal have et brugernavn.")
        row.fault("username", what, _("Skriv brugernavnet, eller lad rolle og datoer stå tomme."))
    row.demand("since")
    if role is Role.EVALUATOR and "unit" in row.values:
        row.fault(
            "unit",
            _("En evaluators rolle gælder ikke i en enhed. Evaluatorer ser forsøg, men ingen sager."),
            _("Lad feltet stå tomt, og skriv arbejdsstedet i stedet."),
        )
    elif role not in (Role.MENTOR, Role.EVALUATOR):
        row.demand("unit")
    elif "unit" in row.values:
        row.fault(
            "unit",
            _("En mentors rolle gælder ikke i en enhed. Mentorer får adgang til én sag ad gangen."),
            _("Lad feltet stå tomt, og skriv arbejdsstedet i stedet."),
        )
    since, until = row.values.get("since"), row.values.get("until")
    if since and until and until < since:
        row.fault("until", _("Rollens sidste dag ligger før den første."), _("Ret en af de to datoer."))


def _without_a_role(row: ReadRow) -> None:
    told = next((key for key in ("since", "until") if key in row.values), None)
    if told and row.lacks("role"):
        row.fault(told, _("Der står en dag, men ingen rolle."), _("Skriv rollen, eller slet dagen."))


def _units(rows: Iterable[ReadRow]) -> tuple[UnitIn, ...]:
    """Each unit once, with the field that its rows agree on."""
    groups: dict[str, list[ReadRow]] = {}
    for row in rows:
        if "unit" in row.values:
            groups.setdefault(search_key(row.values["unit"]), []).append(row)
        elif "field" in row.values:
            row.fault(
                "field", _("Der står et område, men ingen enhed."), _("Skriv enheden, eller slet området.")
            )
    found = []
    for group in groups.values():
        field = agreed(group, ["field"]).get("field")
        said = next((row for row in group if "field" in row.values), group[0])
        found.append(UnitIn(group[0].values["unit"], field, said.number))
    return tuple(found)


def _by_person(rows: Iterable[ReadRow]) -> list[list[ReadRow]]:
    groups: dict[object, list[ReadRow]] = {}
    for row in rows:
        username = row.values.get("username")
        # Whoever has no user name has no role either, and so one row.
        groups.setdefault(username.casefold() if username else row.number, []).append(row)
    return list(groups.values())


def _person(rows: list[ReadRow]) -> StaffIn | None:
    """The person of these rows; none where something of them is at fault."""
    values = agreed(rows, ["name", "workplace"])
    unit = next((row.values["unit"] for row in rows if "unit" in row.values), "")
    if not (unit or "workplace" in values):
        rows[0].demand("workplace")
    for row, other in zip(rows, [*rows[1:], rows[0]], strict=True):
        if row is not other and row.lacks("role"):
            what = _("Brugernavnet står også i række %(row)s, og her er ingen rolle.") % {"row": other.number}
            row.fault("role", what, _("Skriv rollen, eller slet rækken."))
    if any(row.faults for row in rows):
        return None
    roles = tuple(_role(row) for row in rows if "role" in row.values)
    username = rows[0].values.get("username", "")
    return StaffIn(**values, username=username, unit=unit, roles=roles, row=rows[0].number)


def _role(row: ReadRow) -> RoleIn:
    said = {key: row.values[key] for key in ("role", "since", "until", "unit") if key in row.values}
    return RoleIn(**said, row=row.number)
