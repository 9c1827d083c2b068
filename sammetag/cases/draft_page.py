"""Takes in what is being typed, every few seconds, and says when it was kept."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from sammetag.access.resuming import is_ours
from sammetag.access.roles import Right
from sammetag.cases.actions import MACHINERY, drop_draft, keep_draft
from sammetag.cases.opening import let_in
from sammetag.journal.queries import was_sent


@require_POST
def keep(request: HttpRequest, case_id: UUID, form: str) -> HttpResponse:
    """Keeps the draft of one form of one case; the answer is the line under the form."""
    opened = let_in(request, case_id, Right.KEEP_DRAFTS)
    if was_sent(request.POST.get("token", "")):
        # The form was saved while this was under way: a draft of it would invite to do it twice.
        return HttpResponse(status=204)
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in MACHINERY}
    keep_draft(by=opened.person, case=opened.case, form=form, fields=fields)
    return render(request, "cases/draft_kept.html", {"at": timezone.now()})


@require_POST
def drop(request: HttpRequest, case_id: UUID, form: str) -> HttpResponse:
    """Throws a draft away, and goes back to the form."""
    opened = let_in(request, case_id, Right.KEEP_DRAFTS)
    drop_draft(by=opened.person, case=opened.case, form=form)
    wanted = request.POST.get("next", "")
    return redirect(wanted if is_ours(wanted, request) else reverse("case", args=[opened.case.id]))
