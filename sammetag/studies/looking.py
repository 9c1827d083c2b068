"""Whose names are shown on the pages of a study: the look at each case is written down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from uuid import UUID

from django.http import HttpRequest

from sammetag.access.person import Person
from sammetag.access.wall import Request
from sammetag.cases.models import Case
from sammetag.journal.actions import look
from sammetag.studies.listing import cases_by_id
from sammetag.studies.models import Entry

# Why a list with these names was opened; the citizen can be told.
PURPOSE = "trial"


def named(request: HttpRequest, person: Person, entries: Iterable[Entry], page: str) -> dict[UUID, Case]:
    """The cases of those who are in a study and whom this person sees; the look is written down."""
    cases = cases_by_id(person, [one.case_id for one in entries if one.case_id])
    write_look(request, person, cases, page)
    return {case.id: case for case in cases}


def write_look(request: HttpRequest, person: Person, cases: Iterable[Case], page: str) -> None:
    """Write down that a person saw who these citizens are; nothing where there is nobody."""
    seen = sorted(case.id for case in cases)
    if seen:
        look(
            by=person,
            page=page,
            purpose=PURPOSE,
            cases=seen,
            request_id=cast(Request, request).request_id,
        )
