"""The interviews of a trial: the table of who was heard, the log, and what was said."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sammetag.studies.actions.interviews import (
    change_interview,
    drop_quotation,
    interview_in,
    log_interview,
    write_quotation,
)
from sammetag.studies.actions.theory import WRITERS
from sammetag.studies.around_forms import InterviewForm, QuotationForm
from sammetag.studies.both_texts import KeepingBoth
from sammetag.studies.interview_queries import counts_of, interviews_of, sentences_of
from sammetag.studies.models import Interview
from sammetag.studies.opening import open_study
from sammetag.studies.theory_page import frame
from sammetag.studies.theory_queries import of_arms

FIELDS = (
    "role",
    "round",
    "arm",
    "group",
    "chosen_by",
    "held_by",
    "agreed_on",
    "persons",
    "held_on",
    "came",
)


@require_GET
def interviews_page(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """The interviews, for every member; who works in the study may write."""
    opened = open_study(request, study_id)
    logged = interviews_of(opened)
    context = {
        **frame(opened),
        "logged": logged,
        "counts": counts_of(opened, logged),
        "sentences": sentences_of(logged),
    }
    return render(request, "studies/interviews.html", context)


@require_http_methods(["GET", "POST"])
def new_interview_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The form with which an interview is logged."""
    opened = open_study(request, study_id, *WRITERS)
    page = KeepingBoth(request, opened.person, "studies/interview.html", frame(opened))
    if request.method == "GET":
        return page.show(InterviewForm(opened))
    form = InterviewForm(opened, request.POST)
    act = form.asking(
        lambda: log_interview(
            by=opened.person,
            study_id=study_id,
            token=page.token,
            text=form.text(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Interviewet er gemt."), lambda _made: _to_list(study_id))


@require_http_methods(["GET", "POST"])
def interview_page(request: HttpRequest, study_id: UUID, interview_id: UUID) -> HttpResponseBase:
    """The form with which an interview is changed, as when it has been held."""
    opened = open_study(request, study_id, *WRITERS)
    interview = interview_in(opened, interview_id)
    page = KeepingBoth(
        request,
        opened.person,
        "studies/interview.html",
        {**frame(opened), "interview": interview},
        version_now=lambda: interview_in(opened, interview_id).version,
        stands=lambda: _stands(interview_in(opened, interview_id)),
    )
    if request.method == "GET":
        stands = _stands(interview)
        return page.show(InterviewForm(opened, initial=stands | {"themes": "\n".join(interview.themes)}))
    form = InterviewForm(opened, request.POST)
    act = form.asking(
        lambda: change_interview(
            by=opened.person,
            study_id=study_id,
            interview_id=interview_id,
            version=page.version,
            text=form.text(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Interviewet er gemt."), lambda _made: _to_list(study_id))


@require_http_methods(["GET", "POST"])
def quotation_page(request: HttpRequest, study_id: UUID, interview_id: UUID) -> HttpResponseBase:
    """The form with which is written down what somebody said, without telling who."""
    opened = open_study(request, study_id, *WRITERS)
    interview = interview_in(opened, interview_id)
    context = {**frame(opened), "interview": interview, "arm": of_arms(opened).get(interview.arm, "")}
    page = KeepingBoth(request, opened.person, "studies/quotation.html", context)
    if request.method == "GET":
        return page.show(QuotationForm())
    form = QuotationForm(request.POST)
    act = form.asking(
        lambda: write_quotation(
            by=opened.person,
            study_id=study_id,
            interview_id=interview_id,
            token=page.token,
            theme=form.cleaned_data["theme"],
            words=form.cleaned_data["words"],
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Citatet er gemt."), lambda _made: _to_list(study_id))


@require_POST
def drop_quotation_page(request: HttpRequest, study_id: UUID, quotation_id: UUID) -> HttpResponse:
    """Takes a quotation out."""
    opened = open_study(request, study_id, *WRITERS)
    drop_quotation(by=opened.person, study_id=study_id, quotation_id=quotation_id)
    messages.success(request, _("Citatet er taget ud."))
    return _to_list(study_id)


def _to_list(study_id: UUID) -> HttpResponse:
    return redirect("study-interviews", study_id=study_id)


def _stands(interview: Interview) -> dict[str, Any]:
    return {name: getattr(interview, name) for name in FIELDS} | {"themes": list(interview.themes)}
