"""Takes in what is being typed, every few seconds, and says when it was kept."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.cases.actions import drop_draft, keep_draft
from sammetag.cases.queries import case_for

MACHINERY = {"csrfmiddlewaretoken", "version", "token"}


@require_POST
def keep(request: HttpRequest, case_id: UUID, form: str) -> HttpResponse:
    """Keeps the draft of one form of one case; the answer is the line under the form."""
    person = signed_in(request)
    case = case_for(person, case_id, Right.KEEP_TALKS)
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in MACHINERY}
    keep_draft(by=person, case=case, form=form, fields=fields)
    return render(request, "cases/draft_kept.html", {"at": timezone.now()})


@require_POST
def drop(request: HttpRequest, case_id: UUID, form: str) -> HttpResponse:
    """Throws a draft away, and goes back to the form."""
    person = signed_in(request)
    case = case_for(person, case_id, Right.KEEP_TALKS)
    drop_draft(by=person, case=case, form=form)
    wanted = request.POST.get("next", "")
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return redirect(wanted if ours else reverse("case", args=[case.id]))
