"""A leader writes down the municipality's own time limit for an area of cases, or that it has none."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.errors import NotAllowed
from sammetag.practice.actions import set_limit, withdraw_limit
from sammetag.practice.areas import Area
from sammetag.practice.deciding import Deciding, who_decides
from sammetag.practice.forms import LimitForm, WithdrawLimitForm, as_it_holds
from sammetag.practice.models import DecidedLimit
from sammetag.practice.queries import limits_decided
from sammetag.practice.telling import Line, demand_of_limits, limit_line


@require_http_methods(["GET", "POST"])
def limit_page(request: HttpRequest, area: str) -> HttpResponse:
    """How long an application may take, from which day on, since when published, and why."""
    page = _page(request, area, "practice/limit.html")
    form = LimitForm(request.POST if request.method == "POST" else None, initial=as_it_holds(page.holds))
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda sent: set_limit(by=page.person, sent=sent, area=Area(area), terms=form.terms()),
        _("Fristen er skrevet ind."),
    )


@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, area: str) -> HttpResponse:
    """The end of a limit: for applications from which day, and why."""
    page = _page(request, area, "practice/withdraw_limit.html")
    form = WithdrawLimitForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" and page.holds is None:
        messages.info(request, _("I har ingen frist på det område."))
        return redirect("own-law")
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda sent: withdraw_limit(
            by=page.person, sent=sent, area=Area(area), since=form.cleaned_data["day"]
        ),
        _("Det er skrevet ind, at fristen ikke gælder længere."),
    )


def _page(request: HttpRequest, area: str, template: str) -> Deciding[DecidedLimit]:
    # Whoever may only read is refused before anything is asked.
    person = who_decides(request)
    if area not in Area.values:
        raise NotAllowed(f"no area {area!r}")
    demand, source = demand_of_limits(timezone.localdate())

    def read() -> list[Line[DecidedLimit]]:
        decided = limits_decided(person.municipality_id).filter(area=area).select_related("written_by")
        return [limit_line(one) for one in decided]

    return Deciding(request, person, read, template, {"area": Area(area), "demand": demand, "source": source})
