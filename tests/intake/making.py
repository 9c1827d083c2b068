"""Files and programmes for the tests of the import, each as one would have it, with what a test changes."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from sammetag.intake.programmes import InterventionIn, ProgrammeIn, StretchIn
from sammetag.interventions.models import State
from sammetag.people.models import Field

HEADING = [
    "sagsnummer",
    "fornavn",
    "efternavn",
    "fødselsdato",
    "enhed",
    "koordinator",
    "mentor",
    "ordning",
    "mødedato",
    "bevilget",
    "start",
] + [
    "bevilget til",
    "jobmål",
    "indsats",
    "område",
    "leverandør",
    "timer om ugen",
    "tilstand",
    "siden",
]
HEADING += ["til", "afslutning", "mål", "delmål"]


def day(offset: int) -> date:
    """The date so many days from today."""
    return timezone.localdate() + timedelta(days=offset)


def danish(date_: date) -> str:
    """A date as people in Denmark write it."""
    return f"{date_.day}.{date_.month}.{date_.year}"


def cells(number: str = "2026-7001", **changed: str) -> dict[str, str]:
    """One row that may be taken in to the north by Lis, by heading; `timer_om_ugen` is 'timer om ugen'."""
    row = {
        "sagsnummer": number,
        "fornavn": "Anna",
        "efternavn": "Ågård",
        "fødselsdato": "14.3.1984",
        "enhed": "north",
        "koordinator": "astrid",
        "ordning": "jobafklaringsforløb",
        "bevilget": danish(day(-100)),
        "start": danish(day(-90)),
        "bevilget til": danish(day(500)),
        "jobmål": "Butiksassistent",
        "indsats": "Virksomhedspraktik",
        "område": "beskæftigelse",
        "timer om ugen": "7,5",
        "tilstand": "i gang",
        "siden": danish(day(-30)),
    }
    return row | {key.replace("_", " "): value for key, value in changed.items()}


def file(*rows: dict[str, str], separator: str = ";", heading: list[str] | None = None) -> bytes:
    """A file of CSV with these rows."""
    out = io.StringIO()
    writer = csv.DictWriter(out, heading or HEADING, restval="", delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def programme(number: str = "2026-7001", **changed: Any) -> ProgrammeIn:
    """A programme that may be taken in to the north by Lis."""
    usual: dict[str, Any] = {
        "given_name": "Anna",
        "family_name": "Ågård",
        "born_on": date(1984, 3, 14),
        "unit": "north",
        "scheme": "jobafklaringsforloeb",
        "granted_on": day(-100),
        "starts_on": day(-90),
        "granted_until": day(500),
        "coordinator": "astrid",
        "interventions": (intervention(),),
        "row": 2,
    }
    return ProgrammeIn(number=number, **(usual | changed))


def intervention(title: str = "Virksomhedspraktik", **changed: Any) -> InterventionIn:
    """An intervention that runs."""
    usual: dict[str, Any] = {
        "field": Field.EMPLOYMENT,
        "hours_per_week": Decimal("7.5"),
        "stretches": (StretchIn(State.RUNNING, day(-30), row=2),),
        "row": 2,
    }
    return InterventionIn(title=title, **(usual | changed))
