"""The colleagues of one's unit, with what each carries: the way to the day of one who is away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.queries import coordinator_roles
from sammetag.access.signed_in import signed_in
from sammetag.cases.queries import distributes, open_cases
from sammetag.desk.caseload import caseload_of
from sammetag.desk.colleagues import carried_by, colleagues_of, units_of
from sammetag.desk.lines import lines_of


@require_GET
def colleagues(request: HttpRequest) -> HttpResponse:
    """Everybody who coordinates in the reader's units, and how much they carry. No citizen is named."""
    person = signed_in(request)
    today, roles, cases = timezone.localdate(), coordinator_roles(person), open_cases(person)
    units = units_of(person)
    lines = lines_of(person, cases, roles, today)
    context = {
        "units": units,
        "carried": carried_by(colleagues_of(units, roles, cases, today), lines),
        "caseload": caseload_of(lines),
        "nobodys": sum(any(duty.name == "name-coordinator" for duty in line.duties) for line in lines),
        "distributed": distributes(person, units, roles),
    }
    return render(request, "desk/colleagues.html", context)
