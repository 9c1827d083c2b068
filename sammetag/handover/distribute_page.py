"""All cases of a colleague who leaves or is away: a successor for each, and what each would carry then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, cast
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.person import Person
from sammetag.access.queries import coordinators_at_work
from sammetag.access.resuming import writer_mark
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.models import HandOver
from sammetag.cases.opening import OWN, Purpose
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.handover.actions import HandedOver, carry_out, hand_over
from sammetag.handover.answers import all_went
from sammetag.handover.distribution import Colleague, Row, cases_of, colleague_of, loads, rows_of, spread
from sammetag.handover.due import as_sent, as_shown
from sammetag.handover.forms import DistributeForm
from sammetag.handover.sent_again import is_sent_again, remember
from sammetag.handover.successors import Successor, soon, successors
from sammetag.handover.terms import Wish
from sammetag.journal.actions import look

FIELD = "to-"
LONGEST_LIST = 500


@dataclass(eq=False)
class Sheet:
    """One person at the list of a colleague's cases."""

    request: HttpRequest
    person: Person
    colleague: Colleague
    people: list[Successor]
    rows: list[Row] = field(default_factory=list)

    @property
    def token(self) -> UUID:
        """What the list was sent with, or a new one."""
        return _uuid(self.request.POST["token"]) if "token" in self.request.POST else uuid4()

    @property
    def right(self) -> Right:
        """What the person must hold on each case to give it away here."""
        return Right.HAND_OVER if self.colleague.is_self else Right.DISTRIBUTE

    @property
    def due(self) -> list[HandOver]:
        """What is agreed of the shown cases for today or an earlier day."""
        today = timezone.localdate()
        return [row.agreed for row in self.rows if row.agreed and row.agreed.planned_on <= today]

    @property
    def is_counting(self) -> bool:
        """Whether only the loads are shown anew, which name no citizen."""
        return self.request.headers.get("HX-Request") == "true"


@require_http_methods(["GET", "POST"])
def distribute_page(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """The colleague's open cases, with a successor to choose for each."""
    person = signed_in(request)
    colleague = colleague_of(person, staff_id)
    at_work = successors(person, colleague.unit_id)
    sheet = Sheet(request, person, colleague, [one for one in at_work if one.staff_id != staff_id])
    sheet.rows = rows_of(person, cases_of(person, colleague), _chosen(request), timezone.localdate())
    if not sheet.is_counting:
        _write_look(sheet)
    do = request.POST.get("do", "")
    if do == "hand-over":
        return _hand_over(sheet, DistributeForm(request.POST, today=timezone.localdate()))
    if do == "carry-out":
        return _carry_out(sheet)
    if do in ("everybody", "spread"):
        filled = spread(sheet.people, sheet.rows) if do == "spread" else _everybody(sheet)
        sheet.rows = [replace(row, chosen=filled.get(row.case.id, row.chosen)) for row in sheet.rows]
    # Nothing is to be saved yet, so nothing can be wrong yet: what was typed is shown as it is.
    typed = {name: request.POST[name] for name in ("day", "notes") if name in request.POST}
    return _show(sheet, DistributeForm(initial=typed or None, today=timezone.localdate()))


def _chosen(request: HttpRequest) -> dict[UUID, str]:
    """Who was chosen for which case, by the names of the fields."""
    sent = [(name, text) for name, text in request.POST.items() if name.startswith(FIELD) and text]
    return {_uuid(name.removeprefix(FIELD)): str(text) for name, text in sent[:LONGEST_LIST]}


def _everybody(sheet: Sheet) -> dict[UUID, str]:
    """The one successor for all who was chosen, for every case that is not agreed already."""
    one = sheet.request.POST.get("everybody", "")
    return {row.case.id: one for row in sheet.rows if not row.agreed}


def _hand_over(sheet: Sheet, form: DistributeForm) -> HttpResponse:
    """All that was chosen, or nothing of it."""
    chosen = _chosen(sheet.request)
    if not chosen:
        form.add_error(None, _("Vælg en ny koordinator til mindst én sag."))
    if not form.is_valid():
        return _show(sheet, form, status=422)
    giver = sheet.colleague.staff.id
    wishes = [Wish(uuid5(sheet.token, str(case)), case, giver, _uuid(to)) for case, to in chosen.items()]
    # The same form with more chosen is another one: only what was sent is said to be done.
    sent = uuid5(sheet.token, " ".join(sorted(f"{case}={to}" for case, to in chosen.items())))
    return _all_or_none(
        sheet,
        form,
        sent,
        lambda: hand_over(by=sheet.person, wishes=wishes, terms=form.terms(), right=sheet.right),
    )


def _carry_out(sheet: Sheet) -> HttpResponse:
    """All that is agreed for today, as the page showed it, or nothing of it."""
    text = sheet.request.POST.get("due", "")
    shown = as_shown(text)
    # Nothing was typed, so nothing can be wrong with it; a refusal stands above the list as it is now.
    form = DistributeForm({"day": timezone.localdate().isoformat()}, today=timezone.localdate())
    return _all_or_none(
        sheet,
        form,
        uuid5(sheet.colleague.staff.id, text),
        lambda: carry_out(by=sheet.person, shown=shown, right=sheet.right),
    )


def _all_or_none(
    sheet: Sheet, form: DistributeForm, sent: UUID, act: Callable[[], HandedOver]
) -> HttpResponse:
    """On to the list as it is then; a refusal stands above the form with all that was typed."""
    giver = sheet.colleague.staff.id
    try:
        done = act()
    except (RuleBroken, StalePage) as fault:
        form.add_error(None, str(fault.sentence))
    except NotAllowed:
        if is_sent_again(sheet.request, giver, str(sent)):
            messages.info(sheet.request, _("Sagerne er allerede overdraget."))
            return redirect("distribute", staff_id=giver)
        # Each row that was shown was theirs: one of them has gone to another unit meanwhile.
        form.add_error(None, _("Mindst én af sagerne er flyttet. Listen viser, hvordan det ser ud nu."))
    else:
        remember(sheet.request, giver, sent)
        all_went(sheet.request, done)
        return redirect("distribute", staff_id=giver)
    return _show(sheet, form, status=409)


def _show(sheet: Sheet, form: DistributeForm, status: int = 200) -> HttpResponse:
    held = coordinators_at_work(sheet.person).get(sheet.colleague.staff.id)
    context: dict[str, Any] = {
        "colleague": sheet.colleague,
        "staff": sheet.colleague.staff,
        "rows": sheet.rows,
        "near": [one for one in sheet.people if one.is_near],
        "far": [one for one in sheet.people if not one.is_near],
        "loads": loads(sheet.people, sheet.rows),
        "due": sheet.due,
        "due_sent": as_sent(sheet.due),
        "chosen": sum(bool(row.chosen) and row.agreed is None for row in sheet.rows),
        "to_choose": sum(row.agreed is None for row in sheet.rows),
        "is_gone": held is None,
        "stops_on": soon(held.last_day) if held else None,
        "everybody": sheet.request.POST.get("everybody", ""),
        "form": form,
        "token": sheet.token,
        "writer": writer_mark(sheet.person.account_id),
    }
    template = "handover/distribute.html#loads" if sheet.is_counting else "handover/distribute.html"
    return render(sheet.request, template, context, status=status)


def _write_look(sheet: Sheet) -> None:
    look(
        by=sheet.person,
        page="distribute",
        purpose=OWN if sheet.colleague.is_self else Purpose.HAND_OVER,
        cases=[row.case.id for row in sheet.rows],
        request_id=cast(Request, sheet.request).request_id,
    )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise NotAllowed("id is no uuid") from fault
