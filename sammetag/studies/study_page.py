"""One study: what was agreed, who does what, how far it has come, and where to go on."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sammetag.design.wording import told
from sammetag.errors import RuleBroken
from sammetag.evaluation.trial.problems import problems
from sammetag.studies.actions.study import amend, close, end_member, freeze, name_member
from sammetag.studies.filling_in import FillingIn
from sammetag.studies.forms import AmendForm, MemberForm, SureForm
from sammetag.studies.models import Duty, Study
from sammetag.studies.opening import OpenStudy, open_study
from sammetag.studies.power_page import power_of
from sammetag.studies.protocol_told import parts_of
from sammetag.studies.queries import (
    amendments_of,
    colleagues_to_name,
    drawn_in,
    draws_of,
    members_in,
    units_of,
)


@require_GET
def study_page(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """The overview of one study for any of its members."""
    opened = open_study(request, study_id)
    study = opened.study
    members = members_in(study)
    context = _told(opened) | {
        "members": members,
        "draws": draws_of(study),
        "drawn": drawn_in([study.id]).get(study.id, 0),
        "amendments": amendments_of(study),
        "missing": [] if study.frozen_at else _missing(opened),
        "drawers": [
            one.staff.name for one in members if any(held.duty == Duty.DRAWS for held in one.members)
        ],
    }
    return render(request, "studies/study.html", context)


@require_http_methods(["GET", "POST"])
def freeze_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The whole plan once more, and what is still missing, before it is frozen."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE)
    if opened.study.frozen_at and request.method == "GET":
        return redirect("study", study_id=study_id)
    page = _page(request, opened, "studies/freeze.html")
    page.context |= {"missing": _missing(opened), "power": power_of(opened.protocol)}
    return _when_sure(
        page,
        _("Planen er låst. Nu kan der trækkes lod."),
        lambda: freeze(by=opened.person, study_id=study_id, version=page.version),
    )


@require_http_methods(["GET", "POST"])
def close_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """What closing means, before it is done: the seed is revealed, and nobody is blind any more."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE)
    if opened.study.closed_at and request.method == "GET":
        return redirect("study", study_id=study_id)
    page = _page(request, opened, "studies/close.html")
    return _when_sure(
        page,
        _("Forsøget er lukket, og frøet er vist."),
        lambda: close(by=opened.person, study_id=study_id, version=page.version),
    )


@require_http_methods(["GET", "POST"])
def amend_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """What has become otherwise since the plan was frozen, and why."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE)
    page = _page(request, opened, "studies/amend.html")
    form = AmendForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda: amend(
            by=opened.person,
            study_id=study_id,
            token=page.token,
            what=form.cleaned_data["what"],
            why=form.cleaned_data["why"],
        ),
        _("Det er skrevet ind. Planen står, som den blev låst, og begge dele kommer med i rapporten."),
        lambda made: redirect("study", study_id=made.study_id),
    )


@require_http_methods(["GET", "POST"])
def members_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """Who is responsible, who draws and who evaluates; the responsible name them."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE)
    page = _members_page(request, opened)
    form = MemberForm(request.POST if request.method == "POST" else None)
    form.offer(colleagues_to_name(opened.person))
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda: name_member(
            by=opened.person,
            study_id=study_id,
            staff_id=form.staff_id,
            duty=form.chosen,
        ),
        _("Det er skrevet ind."),
        lambda member: redirect("study-members", study_id=member.study_id),
    )


@require_POST
def end_member_page(request: HttpRequest, study_id: UUID, member_id: UUID) -> HttpResponseBase:
    """Ends a duty, and back to the list."""
    opened = open_study(request, study_id, Duty.RESPONSIBLE)
    try:
        end_member(by=opened.person, study_id=study_id, member_id=member_id)
    except RuleBroken as fault:
        form = MemberForm({})
        form.offer(colleagues_to_name(opened.person))
        # Nobody has tried to name anybody.
        form.errors.clear()
        form.add_error(None, str(fault.sentence))
        return _members_page(request, opened).show(form, status=409)
    messages.success(request, _("Opgaven er afsluttet."))
    return redirect("study-members", study_id=study_id)


def _members_page(request: HttpRequest, opened: OpenStudy) -> FillingIn:
    page = _page(request, opened, "studies/members.html")
    page.context["members"] = members_in(opened.study)
    return page


def _when_sure(page: FillingIn, done: str, act: Callable[[], Study]) -> HttpResponseBase:
    """Asks first; then does it, and back to the study."""
    form = SureForm(page.request.POST if page.request.method == "POST" else None)
    if page.request.method == "GET":
        return page.show(form)
    return page.save(form, act, done, lambda study: redirect("study", study_id=study.id))


def _page(request: HttpRequest, opened: OpenStudy, template: str) -> FillingIn:
    return FillingIn(
        request, opened.person, template, _told(opened), version_now=lambda: opened.study.version
    )


def _told(opened: OpenStudy) -> dict[str, object]:
    units = {str(one.id): one.name for one in units_of(opened.person)}
    parts = parts_of(opened.protocol, units, blind=opened.blind)
    return {"opened": opened, "study": opened.study, "parts": parts}


def _missing(opened: OpenStudy) -> list[str]:
    return [told(one) for one in problems(opened.protocol, timezone.localdate())]
