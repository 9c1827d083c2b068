"""Takes in a municipality's staff with their units, accounts and roles: all of them, or none."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.actions import Newcomers, let_in
from sammetag.errors import RuleBroken
from sammetag.intake.faults import ImportRefused
from sammetag.intake.reading import read
from sammetag.intake.staff.checking import faults_in
from sammetag.intake.staff.columns import STAFF
from sammetag.intake.staff.members import Known, StaffIn
from sammetag.intake.staff.queries import known_of, municipality_named, without_password
from sammetag.intake.staff.rows import newcomers
from sammetag.intake.staff.understanding import understand
from sammetag.intake.values import shown
from sammetag.people.models import Municipality

ONE_AT_A_TIME = 5_312_048
LONGEST_NAME = 80


@dataclass(frozen=True)
class StaffTakenIn:
    """What was taken in, or would be: how many of each, and how many people were here and are left alone."""

    municipalities: int
    units: int
    staff: int
    accounts: int
    roles: int
    last_days: int
    already: int


@dataclass(frozen=True)
class Outcome:
    """What became of a file, and the user names that nobody can log in with yet."""

    municipality: str
    taken: StaffTakenIn
    without_password: tuple[str, ...]


@transaction.atomic
def take_in_staff(
    *, data: bytes, municipality: str, one_more: bool = False, dry_run: bool = False
) -> Outcome:
    """Take in the staff that a file of CSV tells of, all or nothing, as the owner of the tables.

    Raises Unreadable, or ImportRefused with every fault. The municipality is made where there is none yet;
    beside others only with `one_more`, since a slip of the pen would make it too.
    """
    _wait_for_others()
    there = municipality_named(municipality)
    into = there or _new_municipality(municipality, one_more)
    known = known_of(into.id, timezone.localdate())
    understood = understand(read(data, STAFF))
    faults = [*understood.faults, *faults_in(understood.staff, understood.units, known)]
    if faults:
        raise ImportRefused(faults)
    rows = newcomers(understood.staff, understood.units, known, into)
    if there is None:
        rows = replace(rows, municipality=into)
    taken = _counted(rows, understood.staff, known)
    if rows:
        told = {**asdict(taken), "fingerprint": hashlib.sha256(data).hexdigest()}
        let_in(into=into.id, newcomers=rows, told=told)
    outcome = Outcome(into.name, taken, tuple(without_password(into.id)))
    if dry_run:
        transaction.set_rollback(True)
    return outcome


def _new_municipality(name: str, one_more: bool) -> Municipality:
    words = " ".join(name.split())
    if not 0 < len(words) <= LONGEST_NAME:
        raise RuleBroken(_("Skriv kommunens navn med højst 80 tegn."), "no name of a municipality")
    others = sorted(Municipality.objects.values_list("name", flat=True))
    if others and not one_more:
        raise RuleBroken(
            _(
                "Her er ingen kommune med navnet %(name)s. Her er: %(others)s. "
                "Ret navnet, eller skriv også --new-municipality, hvis kommunen skal oprettes."
            )
            % {"name": shown(words), "others": ", ".join(others)},
            "another municipality",
        )
    return Municipality(id=uuid4(), name=words)


def _counted(rows: Newcomers, staff: tuple[StaffIn, ...], known: Known) -> StaffTakenIn:
    touched = {role.staff_id for role in rows.roles}
    changed = {role_id for role_id, _last_day in rows.last_days}
    here = [there for one in staff if (there := known.staff(one))]
    return StaffTakenIn(
        municipalities=1 if rows.municipality else 0,
        units=len(rows.units),
        staff=len(rows.staff),
        accounts=len(rows.accounts),
        roles=len(rows.roles),
        last_days=len(rows.last_days),
        already=sum(
            there.id not in touched and changed.isdisjoint(role.id for role in there.roles) for there in here
        ),
    )


def _wait_for_others() -> None:
    """Let one import of staff in at a time: user names are everybody's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
