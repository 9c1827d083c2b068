"""The programme theory: its table, its elements, and how far each has come."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sammetag.errors import NotAllowed, StalePage
from sammetag.studies.actions.theory import (
    WRITERS,
    Place,
    change_element,
    element_in,
    place_element,
    tell_round,
    write_element,
)
from sammetag.studies.around_forms import ElementForm, RoundForm
from sammetag.studies.both_texts import KeepingBoth
from sammetag.studies.models import Element, Side
from sammetag.studies.opening import OpenStudy, open_study
from sammetag.studies.theory_queries import latest_by, latest_of, of_arms, rounds_of, theory_of

FIELDS = ("title", "side", "assumption", "indicator")


@require_GET
def theory_page(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """The table of the theory, for every member; who works in the study may write."""
    opened = open_study(request, study_id)
    context = {**frame(opened), "theory": theory_of(opened)}
    return render(request, "studies/theory.html", context)


@require_http_methods(["GET", "POST"])
def new_element_page(request: HttpRequest, study_id: UUID) -> HttpResponseBase:
    """The form with which an element is added."""
    opened = open_study(request, study_id, *WRITERS)
    page = KeepingBoth(request, opened.person, "studies/element.html", frame(opened))
    side = request.GET.get("side", "")
    if request.method == "GET":
        side = side if side in Side.values else Side.ORGANISATION
        return page.show(ElementForm(initial={"side": side}))
    form = ElementForm(request.POST)
    act = form.asking(
        lambda: write_element(
            by=opened.person,
            study_id=study_id,
            token=page.token,
            text=form.text(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Elementet er gemt."), lambda _made: _to_theory(study_id))


@require_http_methods(["GET", "POST"])
def element_page(request: HttpRequest, study_id: UUID, element_id: UUID) -> HttpResponseBase:
    """One element: what was told of it in each round, and the form for whoever may write."""
    posted = request.method == "POST"
    opened = open_study(request, study_id, *(WRITERS if posted else ()))
    element = element_in(opened, element_id)
    rows = rounds_of(element)
    context = {**frame(opened), "element": element, "rounds": rows, "hold": latest_by(rows)}
    page = KeepingBoth(
        request,
        opened.person,
        "studies/element.html",
        context | {"arms": of_arms(opened)},
        version_now=lambda: element_in(opened, element_id).version,
        stands=lambda: _stands(element_in(opened, element_id)),
        also_closed=True,
    )
    if not posted:
        return page.show(ElementForm(initial=_stands(element)))
    form = ElementForm(request.POST)
    act = form.asking(
        lambda: change_element(
            by=opened.person,
            study_id=study_id,
            element_id=element_id,
            version=page.version,
            text=form.text(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Elementet er gemt."), lambda _made: _to_theory(study_id))


@require_http_methods(["GET", "POST"])
def round_page(request: HttpRequest, study_id: UUID, element_id: UUID) -> HttpResponseBase:
    """The form with which somebody tells how far an element had come."""
    opened = open_study(request, study_id, *WRITERS)
    element = element_in(opened, element_id)
    page = KeepingBoth(request, opened.person, "studies/round.html", {**frame(opened), "element": element})
    if request.method == "GET":
        asked = {name: request.GET.get(name, "") for name in ("name", "arm")}
        before = latest_of(element, **asked)
        stands = {"state": before.state, "words": before.words} if before else {}
        form = RoundForm(opened, initial={"on": timezone.localdate(), **asked, **stands})
        return page.show(form, before=before)
    form = RoundForm(opened, request.POST)
    act = form.asking(
        lambda: tell_round(
            by=opened.person,
            study_id=study_id,
            element_id=element_id,
            token=page.token,
            told=form.told(),
            not_them=form.cleaned_data["not_them"],
        )
    )
    return page.save(form, act, _("Runden er gemt."), lambda _made: _to_theory(study_id))


@require_POST
def place_element_page(request: HttpRequest, study_id: UUID, element_id: UUID) -> HttpResponse:
    """Moves an element, takes it out, or puts it back."""
    opened = open_study(request, study_id, *WRITERS)
    try:
        place = Place(request.POST.get("place", ""))
    except ValueError as fault:
        raise NotAllowed("no such place") from fault
    try:
        place_element(
            by=opened.person,
            study_id=study_id,
            element_id=element_id,
            version=number(request, "version"),
            position=number(request, "position"),
            place=place,
        )
    except StalePage as fault:
        messages.warning(request, str(fault.sentence))
    return redirect("study-theory", study_id=study_id)


def _to_theory(study_id: UUID) -> HttpResponse:
    return redirect("study-theory", study_id=study_id)


def frame(opened: OpenStudy) -> dict[str, Any]:
    """What every page around a study shows of it."""
    return {
        "opened": opened,
        "study": opened.study,
        "may_write": opened.works and opened.study.closed_at is None,
    }


def number(request: HttpRequest, name: str) -> int:
    """A number that a button sent; -1 fits nothing."""
    sent = request.POST.get(name, "")
    return int(sent) if sent.isdecimal() and len(sent) < 9 else -1


def _stands(element: Element) -> dict[str, Any]:
    return {name: getattr(element, name) for name in FIELDS}
