"""Whether staff may be taken in: beside each other in the file, and beside who is here already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from sammetag.design.wording import date_words
from sammetag.intake.columns import FIELDS
from sammetag.intake.faults import Fault
from sammetag.intake.staff.columns import STAFF
from sammetag.intake.staff.members import Known, NameAndPlace, RoleIn, RoleThere, StaffIn, StaffThere, UnitIn
from sammetag.intake.values import shown
from sammetag.people.danish import search_key

FIELD_WORDS = {field: word for word, field in FIELDS.items()}


def faults_in(staff: Iterable[StaffIn], units: Iterable[UnitIn], known: Known) -> list[Fault]:
    """Everything that speaks against taking these people in."""
    found = [fault for unit in units for fault in _unit(unit, known)]
    seen: dict[NameAndPlace, int] = {}
    for one in staff:
        found += _account(one, known, seen)
        found += _overlaps(one.roles)
        if there := known.staff(one):
            found += _changed(one, there, known)
            found += [fault for role in one.roles for fault in _role(role, there, known)]
    return found


def _unit(unit: UnitIn, known: Known) -> Iterator[Fault]:
    there = known.units.get(search_key(unit.name))
    if there and unit.field and unit.field != there.field:
        words = {"unit": shown(unit.name), "field": FIELD_WORDS[there.field]}
        what = _("%(unit)s er her allerede med området %(field)s.") % words
        yield _fault(unit.row, "field", what, _("Lad feltet stå tomt. Et område ændres ikke fra en fil."))


def _account(one: StaffIn, known: Known, seen: dict[NameAndPlace, int]) -> Iterator[Fault]:
    """Whether the user name is free or theirs; and without one, whether they are told of once."""
    if one.username.casefold() in known.elsewhere:
        what = _("Brugernavnet %(name)s hører til en anden kommune.") % {"name": shown(one.username)}
        yield _fault(one.row, "username", what, _("Vælg et andet brugernavn."))
    elif one.username and known.staff(one) is None and one.name_and_place in known.by_name:
        what = _("%(name)s er her allerede uden brugernavn.") % {"name": shown(one.name)}
        remedy = _(
            "Lad brugernavn og rolle stå tomme, eller skriv et andet arbejdssted, hvis det er en anden."
        )
        yield _fault(one.row, "username", what, remedy)
    elif not one.username:
        if row := seen.get(one.name_and_place):
            what = _("%(name)s fra samme arbejdssted står også i række %(row)s.")
            remedy = _("Slet den ene række, eller giv dem hver sit brugernavn.")
            yield _fault(one.row, "name", what % {"name": shown(one.name), "row": row}, remedy)
        seen[one.name_and_place] = one.row


def _overlaps(roles: tuple[RoleIn, ...]) -> Iterator[Fault]:
    """One role in one unit is held once at a time."""
    for turn, later in enumerate(roles):
        for earlier in roles[:turn]:
            same = (earlier.role, search_key(earlier.unit)) == (later.role, search_key(later.unit))
            if same and _meet((earlier.since, earlier.until), (later.since, later.until)):
                what = _("Rollen overlapper den i række %(row)s.") % {"row": earlier.row}
                yield _fault(later.row, "since", what, _("Slet den ene række, eller ret datoerne."))


def _changed(one: StaffIn, there: StaffThere, known: Known) -> Iterator[Fault]:
    """What the file says otherwise of somebody who is here. None of it is changed from a file."""
    remedy = _("Skriv det, som det står her, eller vælg et andet brugernavn, hvis det er en anden.")
    if one.name != there.name:
        what = _("Brugernavnet hører til %(name)s her.") % {"name": shown(there.name)}
        yield _fault(one.row, "name", what, remedy)
    if one.workplace and one.workplace != there.workplace:
        what = _("Arbejdsstedet er %(workplace)s her.") % {"workplace": shown(there.workplace)}
        yield _fault(one.row, "workplace", what, remedy)
    if one.unit and not one.roles and known.unit_id(one.unit) != there.unit_id:
        what = _("%(name)s hører ikke til den enhed her.") % {"name": shown(there.name)}
        yield _fault(one.row, "unit", what, _("Lad feltet stå tomt. Enheden ændres ikke fra en fil."))


def _role(one: RoleIn, there: StaffThere, known: Known) -> Iterator[Fault]:
    """A role that is here may be given a last day while it lasts; a new one begins after it."""
    same = known.role(there, one)
    if same:
        yield from _last_day(one, same, known.today)
        return
    unit_id = known.unit_id(one.unit)
    for each in there.roles:
        alike = each.role == one.role and (each.unit_id == unit_id and (unit_id is not None or not one.unit))
        if alike and _meet((each.since, each.until), (one.since, one.until)):
            what = _("Rollen er her allerede fra %(since)s.") % {"since": date_words(each.since)}
            yield _fault(one.row, "since", what, _("Skriv den dag. En første dag ændres ikke fra en fil."))


def _last_day(one: RoleIn, same: RoleThere, today: date) -> Iterator[Fault]:
    if same.until is None or one.until == same.until:
        return
    day = date_words(same.until)
    if one.until is None:
        what = _("Rollen har en sidste dag her, %(day)s.") % {"day": day}
        remedy = _("Skriv dagen. Skal rollen fortsætte, så skriv en række mere, der begynder dagen efter.")
        yield _fault(one.row, "until", what, remedy)
    elif same.until < today:
        what = _("Rollen sluttede her %(day)s.") % {"day": day}
        remedy = _("Skriv den dag. Er rollen begyndt igen, så skriv en række mere fra den nye første dag.")
        yield _fault(one.row, "until", what, remedy)


def _meet(one: tuple[date, date | None], other: tuple[date, date | None]) -> bool:
    """Whether two times, both days included, have a day in common."""
    return one[0] <= (other[1] or date.max) and other[0] <= (one[1] or date.max)


def _fault(row: int, key: str, what: str, remedy: str) -> Fault:
    return Fault(row, STAFF.by_key[key].name, what, remedy)
