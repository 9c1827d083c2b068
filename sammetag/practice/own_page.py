"""What the municipality decides itself: how it reads what the law leaves open, and its own time limits."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.practice.telling import areas_of, demand_of_limits, questions_of


@require_GET
def own_page(request: HttpRequest) -> HttpResponse:
    """The list, for everybody who works for the municipality; its leaders may write."""
    person, today = signed_in(request), timezone.localdate()
    asked, gone = questions_of(person.municipality_id, today)
    demand, source = demand_of_limits(today)
    context = {
        "may_decide": bool(person.keys_with(Right.SET_PRACTICE)),
        "municipality": person.municipality,
        "questions": asked,
        "gone": gone,
        "areas": areas_of(person.municipality_id, today),
        "demand": demand,
        "source": source,
    }
    return render(request, "practice/own.html", context)
