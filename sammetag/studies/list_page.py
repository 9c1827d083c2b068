"""The studies of whoever is logged in, and how a new one begins."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.errors import NotAllowed
from sammetag.studies.actions.study import change_protocol, set_up
from sammetag.studies.filling_in import FillingIn
from sammetag.studies.models import Duty, Study
from sammetag.studies.opening import open_study
from sammetag.studies.protocol_form import ProtocolForm, as_written
from sammetag.studies.queries import studies_of, units_of


@require_GET
def studies_page(request: HttpRequest) -> HttpResponse:
    """Every study that this person has a duty in, with what they do there."""
    person = signed_in(request)
    context = {
        "studies": studies_of(person),
        "may_set_up": bool(person.keys_with(Right.SET_UP_STUDY)),
        "today": timezone.localdate(),
    }
    return render(request, "studies/studies.html", context)


@require_http_methods(["GET", "POST"])
def new_study_page(request: HttpRequest) -> HttpResponseBase:
    """The form with which a trial is set up; nothing in it is final until the plan is frozen."""
    person = signed_in(request)
    if not person.keys_with(Right.SET_UP_STUDY):
        raise NotAllowed("study without a unit")
    page = FillingIn(request, person, "studies/protocol.html")
    form = _form(request, person, {})
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda: set_up(
            by=person, token=page.token, title=form.cleaned_data["title"], protocol=form.protocol()
        ),
        _("Forsøget er oprettet. Planen kan rettes, til den bliver låst."),
        lambda study: redirect("study", study_id=study.id),
    )


@require_http_methods(["GET", "POST"])
def protocol_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The protocol of a study that is not frozen yet, to write on."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE)
    study = opened.study
    if study.frozen_at is not None and request.method == "GET":
        return redirect("study", study_id=study.id)
    page = FillingIn(
        request,
        opened.person,
        "studies/protocol.html",
        {"study": study},
        version_now=lambda: _version_of(study),
    )
    form = _form(request, opened.person, as_written(study.title, opened.protocol))
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda: change_protocol(
            by=opened.person,
            study_id=study.id,
            version=page.version,
            title=form.cleaned_data["title"],
            protocol=form.protocol(),
        ),
        _("Planen er gemt."),
        lambda changed: redirect("study", study_id=changed.id),
    )


def _version_of(study: Study) -> int:
    return Study.objects.scoped("version").only("version").get(pk=study.pk).version


def _form(request: HttpRequest, person: Person, initial: dict[str, object]) -> ProtocolForm:
    form = ProtocolForm(request.POST if request.method == "POST" else None, initial=initial)
    form.offer(units_of(person))
    return form
