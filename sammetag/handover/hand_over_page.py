"""Hand over one case: choose a successor, agree a day or do it at once, carry it out, read what came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.filling_in import FillingIn
from sammetag.cases.models import HandOver, HandOverState
from sammetag.cases.opening import Opened, PurposeNeeded, open_case
from sammetag.cases.queries import (
    hand_over_under_way,
    hand_overs_of,
    is_within_reach,
    reads_hand_over,
)
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.handover.actions import (
    DRAFT,
    HandedOver,
    call_off,
    carry_out,
    change,
    hand_over,
    take_up,
)
from sammetag.handover.along import along
from sammetag.handover.answers import all_went, went
from sammetag.handover.due import as_sent, as_shown, due_from
from sammetag.handover.forms import HandOverForm
from sammetag.handover.sent_again import is_sent_again, remember
from sammetag.handover.successors import Successor, successors
from sammetag.handover.terms import AsShown, Wish

TEMPLATE = "handover/hand_over.html"


class HandOverBeingFilledIn(FillingIn):
    """One person filling in a hand-over, or changing what is agreed."""

    def meanwhile(self, form: forms.Form) -> dict[str, Any]:
        """The agreement as it is now stands above the form, so it may be saved over."""
        return {"version": self.thing.version if self.thing else 0}


@require_http_methods(["GET", "POST"])
def hand_over_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The page on which one case changes coordinator, from the agreement until the successor has read it."""
    step = STEPS.get(request.POST.get("do", ""))
    try:
        opened = open_case(request, case_id, page="hand-over", right=Right.HAND_OVER)
    except (NotAllowed, PurposeNeeded):
        if not _is_clicked_again(request, case_id):
            raise
        return _is_theirs_no_more(request, case_id)
    try:
        return step(request, opened) if step else _form_page(request, opened)
    except NotAllowed:
        if is_within_reach(case_id):
            raise
        # It was theirs when they asked, and changed hands in that moment: perhaps by their own double click.
        return _is_theirs_no_more(request, case_id)


def _is_clicked_again(request: HttpRequest, case_id: UUID) -> bool:
    """Whether this form or button has handed the case over already, by a click before."""
    sent = [request.POST.get(name, "") for name in ("token", "hand_over")]
    return is_sent_again(request, case_id, *sent)


def _is_theirs_no_more(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """On to my day, for whoever has given the case away."""
    if is_within_reach(case_id):
        messages.info(request, _("Sagen er allerede overdraget."))
    else:
        messages.info(request, _("Sagen er overdraget og ligger nu i en anden enhed."))
    return redirect("my-day")


def _form_page(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The form, alone or below what is agreed already."""
    under_way, posted = hand_over_under_way(opened.case), request.method == "POST"
    agreed = under_way if under_way and under_way.state == HandOverState.AGREED else None
    at_work = successors(opened.person, opened.case.unit_id)
    page = HandOverBeingFilledIn(request, opened, DRAFT, TEMPLATE, agreed)
    form = HandOverForm(
        request.POST if posted else None,
        initial=None if posted else page.initial(HandOverForm, _start(opened, agreed)),
    )
    others = [one for one in at_work if one.staff_id != opened.case.coordinator_id]
    form.offer(others, nobody=_may_be_left(opened, agreed))
    if agreed and not reads_hand_over(opened.person, agreed, opened.sees_notes):
        del form.fields["notes"]
    page.context |= _surroundings(opened, under_way, at_work)
    if not posted:
        return page.show(form)
    return page.save(form, lambda: _save(page, form, agreed), lambda done: went(request, opened, done))


def _start(opened: Opened, agreed: HandOver | None) -> dict[str, Any]:
    if agreed is None:
        return {"day": timezone.localdate()}
    start: dict[str, Any] = {
        "taker": str(agreed.taker_id),
        "day": agreed.planned_on,
        "citizen_told": agreed.citizen_told,
    }
    reads = reads_hand_over(opened.person, agreed, opened.sees_notes)
    return start | ({"notes": agreed.notes} if reads else {})


def _may_be_left(opened: Opened, agreed: HandOver | None) -> bool:
    """Whether the case may be left without a coordinator for now."""
    return agreed is None and opened.case.coordinator_id is not None and not opened.case.restricted


def _surroundings(opened: Opened, under_way: HandOver | None, at_work: list[Successor]) -> dict[str, Any]:
    """Everything on the page besides the form."""
    person, case, today = opened.person, opened.case, timezone.localdate()
    people = [one for one in at_work if one.staff_id != case.coordinator_id]
    is_own = case.coordinator_id == person.staff_id
    is_due = (
        under_way is not None and under_way.state == HandOverState.AGREED and under_way.planned_on <= today
    )
    due = due_from(person, case.coordinator_id, today) if is_due and case.coordinator_id else []
    return {
        "under_way": under_way,
        "reads": under_way is not None and reads_hand_over(person, under_way, opened.sees_notes),
        "is_taker": under_way is not None and under_way.taker_id == person.staff_id,
        "is_due": is_due,
        "due": due,
        "due_sent": as_sent(due),
        "is_gone": case.coordinator_id is not None and len(people) == len(at_work),
        "near": [one for one in people if one.is_near],
        "far": [one for one in people if not one.is_near],
        "far_keys": [one.key for one in people if not one.is_near],
        "along": along(person, case, today),
        "earlier": _earlier(opened, under_way),
        "distributes": case.coordinator_id is not None and (is_own or opened.may(Right.DISTRIBUTE)),
        "today": today,
    }


def _earlier(opened: Opened, under_way: HandOver | None) -> list[tuple[HandOver, bool]]:
    """The hand-overs that are over, newest first, each with whether its notes are for this reader."""
    return [
        (row, reads_hand_over(opened.person, row, opened.sees_notes))
        for row in hand_overs_of(opened.case)
        if row.id != (under_way.id if under_way else None) and row.state != HandOverState.CALLED_OFF
    ]


def _save(page: FillingIn, form: HandOverForm, agreed: HandOver | None) -> HandedOver:
    """What the form asks for: a new hand-over, or a change of the one that the page showed."""
    by, case, terms = page.opened.person, page.opened.case, form.terms()
    changed = page.request.POST.get("hand_over")
    if changed:
        chosen = form.chosen()
        if chosen is None:
            raise RuleBroken(
                _("Aflys aftalen, hvis sagen skal blive, hvor den er."), "nobody in an agreement"
            )
        if agreed and "notes" not in form.fields:
            terms = replace(terms, notes=agreed.notes)
        row = change(
            by=by,
            case_id=case.id,
            hand_over_id=_uuid(changed),
            version=page.version,
            taker=chosen,
            terms=terms,
        )
        return HandedOver([row])
    seen = page.request.POST.get("seen")
    wish = Wish(page.token, case.id, _uuid(seen) if seen else None, form.chosen())
    return hand_over(by=by, wishes=[wish], terms=terms, right=Right.HAND_OVER)


def _carried_out(request: HttpRequest, opened: Opened) -> HttpResponse:
    shown = [_as_shown(request, opened)]
    done = _try(request, lambda: carry_out(by=opened.person, shown=shown, right=Right.HAND_OVER))
    return went(request, opened, done) if done else redirect("hand-over", case_id=opened.case.id)


def _all_carried_out(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Everything of the same colleague that is agreed for today, with the one that the page is about."""
    shown = as_shown(request.POST.get("due", ""))
    done = _try(request, lambda: carry_out(by=opened.person, shown=shown, right=Right.HAND_OVER))
    if done is None:
        return redirect("hand-over", case_id=opened.case.id)
    remember(request, opened.case.id, _which(request))
    all_went(request, done)
    return redirect("my-day")


def _called_off(request: HttpRequest, opened: Opened) -> HttpResponse:
    shown = _as_shown(request, opened)
    if _try(request, lambda: call_off(by=opened.person, shown=shown)):
        messages.success(request, _("Aftalen er aflyst. Sagen bliver, hvor den er."))
    return redirect("hand-over", case_id=opened.case.id)


def _taken_up(request: HttpRequest, opened: Opened) -> HttpResponse:
    take_up(by=opened.person, case_id=opened.case.id, hand_over_id=_which(request))
    messages.success(request, _("Det står nu i journalen, at du har læst overdragelsen."))
    return redirect("case", case_id=opened.case.id)


STEPS: dict[str, Callable[[HttpRequest, Opened], HttpResponse]] = {
    "carry-out": _carried_out,
    "carry-out-all": _all_carried_out,
    "call-off": _called_off,
    "take-up": _taken_up,
}


def _which(request: HttpRequest) -> UUID:
    """In which hand-over the step is."""
    return _uuid(request.POST.get("hand_over", ""))


def _as_shown(request: HttpRequest, opened: Opened) -> AsShown:
    """The hand-over that the step is in, as the page showed it."""
    version = request.POST.get("version", "")
    # Without a version nobody can tell what the page showed.
    return AsShown(opened.case.id, _which(request), int(version) if version.isdecimal() else 0)


def _try(request: HttpRequest, act: Callable[[], Any]) -> Any:
    """What the step made; none where it was refused, which is told on the page that comes next."""
    try:
        return act()
    except (RuleBroken, StalePage) as fault:
        messages.error(request, str(fault.sentence))
        return None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotAllowed("id is no uuid") from fault
