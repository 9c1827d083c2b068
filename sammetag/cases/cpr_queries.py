"""Reading CPR numbers: the masked row of a case, who has a number, and whether it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.roles import RIGHTS, Right
from sammetag.cases.models import Case
from sammetag.journal.models import Look
from sammetag.people.cpr import Number
from sammetag.people.models import Cpr
from sammetag.people.sealed_cpr import marks_of

# The purpose under which a number that turned out to be taken is written down.
TAKEN = "cpr-taken"


def cpr_of(case: Case) -> Cpr | None:
    """The sealed number of the citizen whose case its reader was let into, or none."""
    return Cpr.objects.scoped("case").filter(citizen_id=case.citizen_id).first()


def cases_with_number(person: Person, digits: str) -> QuerySet[Case]:
    """The person's cases whose citizen has this number, where they may know numbers at all. One query."""
    granted = [case_id for case_id, roles in person.grants.items() if _sees_cpr(roles)]
    known = Q(acl__in=person.keys_with(Right.SEE_CPR)) | Q(id__in=granted)
    citizens = Cpr.objects.scoped("search").filter(
        municipality_id=person.municipality_id, mark__in=marks_of(digits, person.municipality_id)
    )
    found = Case.objects.seen_by(person).filter(known, citizen_id__in=citizens.values("citizen_id"))
    return found.select_related("citizen", "coordinator").order_by(F("closed_on").desc(nulls_first=True))


def masks_of(cases: list[Case]) -> dict[UUID, str]:
    """The masked number of each citizen of these cases, which their reader may know, by citizen."""
    rows = Cpr.objects.scoped("search").filter(citizen_id__in=[case.citizen_id for case in cases])
    return {row.citizen_id: row.masked for row in rows.defer("sealed", "mark")}


def taken_among(municipality_id: UUID, numbers: Mapping[UUID, Number]) -> set[UUID]:
    """Those of these citizens whose number another one in the municipality has, whoever may see that one."""
    asked = {
        mark: citizen_id
        for citizen_id, number in numbers.items()
        for mark in marks_of(number.digits, municipality_id)
    }
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT people_cpr_taken(%s, %s::bytea[], %s::uuid[])",
            [municipality_id, list(asked), list(asked.values())],
        )
        return {asked[bytes(mark)] for (mark,) in cursor.fetchall()}


def tries_today(person: Person) -> int:
    """How often this person has written a number today that was taken."""
    midnight = timezone.make_aware(datetime.combine(timezone.localdate(), datetime.min.time()))
    own = Look.objects.scoped("own").filter(by=person.account_id, at__gte=midnight, purpose=TAKEN)
    return own.count()


def _sees_cpr(roles: frozenset[object]) -> bool:
    return any(Right.SEE_CPR in rights for role, rights in RIGHTS.items() if role in roles)
