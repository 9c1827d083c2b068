"""Takes in what is being typed, every few seconds, and says when it was kept."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.cases.actions import keep_draft
from sammetag.cases.queries import case_for

MACHINERY = {"csrfmiddlewaretoken", "version", "token"}


@require_POST
def keep(request: HttpRequest, case_id: UUID, form: str) -> HttpResponse:
    """Keeps the draft of one form of one case; the answer is the line under the form."""
    person = signed_in(request)
    case = case_for(person, case_id, Right.KEEP_TALKS)
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in MACHINERY}
    keep_draft(by=person, case=case, form=form, fields=fields)
    return render(request, "cases/draft_kept.html", {"at": timezone.localtime()})
