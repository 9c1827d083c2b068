"""What else changed while the trial ran: its time line, its table, and the form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sammetag.errors import StalePage
from sammetag.studies.actions.context import change_context, context_in, drop_context, write_context
from sammetag.studies.actions.theory import WRITERS
from sammetag.studies.around_forms import ContextForm
from sammetag.studies.both_texts import KeepingBoth
from sammetag.studies.context_picture import NARROW, WIDE, picture_of
from sammetag.studies.context_queries import context_of
from sammetag.studies.models import ContextChange
from sammetag.studies.opening import open_study
from sammetag.studies.theory_page import frame, number


@require_GET
def context_page(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """The time line, for every member; who works in the study may write."""
    opened = open_study(request, study_id)
    around, today = context_of(opened), timezone.localdate()
    views = [
        ("wide", picture_of(around, today, WIDE, narrow=False)),
        ("narrow", picture_of(around, today, NARROW, narrow=True)),
    ]
    return render(request, "studies/context.html", {**frame(opened), "around": around, "views": views})


@require_http_methods(["GET", "POST"])
def new_context_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The form with which a change is written down."""
    opened = open_study(request, study_id, *WRITERS)
    page = KeepingBoth(request, opened.person, "studies/context_change.html", frame(opened))
    if request.method == "GET":
        return page.show(ContextForm(opened))
    form = ContextForm(opened, request.POST)
    act = form.asking(
        lambda: write_context(
            by=opened.person,
            study_id=study_id,
            token=page.token,
            text=form.text(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Ændringen er gemt."), lambda _made: _to_line(study_id))


@require_http_methods(["GET", "POST"])
def context_change_page(request: HttpRequest, study_id: UUID, change_id: UUID) -> HttpResponseBase:
    """The form with which a change is told anew, as when it has ended."""
    opened = open_study(request, study_id, *WRITERS)
    change = context_in(opened, change_id)
    page = KeepingBoth(
        request,
        opened.person,
        "studies/context_change.html",
        {**frame(opened), "change": change},
        version_now=lambda: context_in(opened, change_id).version,
        stands=lambda: _stands(context_in(opened, change_id)),
    )
    if request.method == "GET":
        return page.show(ContextForm(opened, initial=_stands(change)))
    form = ContextForm(opened, request.POST)
    act = form.asking(
        lambda: change_context(
            by=opened.person,
            study_id=study_id,
            change_id=change_id,
            version=page.version,
            text=form.text(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Ændringen er gemt."), lambda _made: _to_line(study_id))


@require_POST
def drop_context_page(request: HttpRequest, study_id: UUID, change_id: UUID) -> HttpResponse:
    """Takes a change out of the time line, or puts it back."""
    opened = open_study(request, study_id, *WRITERS)
    try:
        drop_context(
            by=opened.person,
            study_id=study_id,
            change_id=change_id,
            version=number(request, "version"),
            out=request.POST.get("place") != "back",
        )
    except StalePage as fault:
        messages.warning(request, str(fault.sentence))
    return _to_line(study_id)


def _to_line(study_id: UUID) -> HttpResponse:
    return redirect("study-context", study_id=study_id)


def _stands(change: ContextChange) -> dict[str, Any]:
    return {"words": change.words, "since": change.since, "until": change.until, "arms": list(change.arms)}
