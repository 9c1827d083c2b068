"""Makes an installation with a few coordinators, each with one case, and tells how to act as them.

Run as a program of its own, with the server in the environment: Django is set up once in a process.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date, timedelta
from typing import Any

import django

from sammetag.config import database, preparation, roles

WRITERS = 4


def main() -> int:
    """Prints, as JSON, the session and the case of each coordinator, and last the session of their leader."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "sammetag.config.settings"
    roles.prepare(database.server())
    django.setup()
    preparation.migrate()
    sys.stdout.write(json.dumps(_build()))
    return 0


def _build() -> list[dict[str, str]]:
    from django.db import connection  # noqa: PLC0415 - models need the settings

    from sammetag.access.wall import behind_the_wall  # noqa: PLC0415
    from sammetag.cases.actions import load  # noqa: PLC0415
    from sammetag.people.models import Field, Municipality, Unit  # noqa: PLC0415

    with roles.as_owner():
        place = Municipality(name="Fejlkøbing")
        place.save()
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval('access_key_seq')")
            key = int(cursor.fetchone()[0])
        unit = Unit(municipality=place, name="Jobcenter", field=Field.EMPLOYMENT, key=key)
        unit.save()
        staff = [_somebody(f"writer{number}", "coordinator", unit) for number in range(WRITERS)]
        leader = _somebody("leader", "leader", unit)
    told = []
    for number, somebody in enumerate(staff):
        with behind_the_wall(somebody.account_id):
            rows = _case(number, unit, somebody)
            for row in rows:
                load(rows=[row])
        told.append({"session": _session(somebody), "case": str(rows[1].pk)})
    return [*told, {"session": _session(leader), "case": ""}]


def _session(somebody: Any) -> str:
    from django.conf import settings  # noqa: PLC0415 - models need the settings
    from django.test import Client  # noqa: PLC0415

    client = Client(HTTP_HOST="localhost")
    client.force_login(somebody.account)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def _somebody(name: str, role: str, unit: Any) -> Any:
    from sammetag.access.models import RoleHeld  # noqa: PLC0415 - models need the settings
    from sammetag.people.models import Account, Staff  # noqa: PLC0415

    account = Account(username=name)
    account.set_unusable_password()
    account.save()
    staff = Staff(account=account, municipality=unit.municipality, name=name.title(), workplace="Jobcenter")
    staff.save()
    RoleHeld(staff=staff, role=role, unit=unit, since=date(2020, 1, 1)).save()
    return staff


def _case(number: int, unit: Any, staff: Any) -> list[Any]:
    from sammetag.cases.models import Case, Part, Programme, Responsibility  # noqa: PLC0415
    from sammetag.people.danish import search_key, sort_key  # noqa: PLC0415
    from sammetag.people.models import Citizen  # noqa: PLC0415

    # The time zone of the machine may be a day off, and nothing here depends on it.
    granted = date.today() - timedelta(days=300)  # noqa: DTZ011
    citizen = Citizen(
        municipality=unit.municipality,
        given_name="Åse",
        family_name=f"Ærø {number}",
        sort_name=sort_key(f"Ærø {number} Åse"),
        search_name=search_key(f"Åse Ærø {number}"),
        born_on=date(1980, 5, 1),
    )
    case = Case(
        municipality=unit.municipality,
        unit=unit,
        acl=unit.key,
        number=f"2026-{number + 1:04}",
        citizen=citizen,
        coordinator=staff,
        opened_on=granted,
    )
    programme = Programme(
        case=case,
        scheme="jobafklaringsforloeb",
        granted_on=granted,
        starts_on=granted,
        granted_until=granted + timedelta(days=700),
    )
    return [
        citizen,
        case,
        programme,
        Responsibility(case=case, staff=staff, part=Part.COORDINATOR, since=granted),
    ]


if __name__ == "__main__":
    sys.exit(main())
