"""The case page: facts in a line, the red thread, what comes next, who is around, and the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sammetag.cases.cpr_queries import cpr_of
from sammetag.cases.models import Part, Programme, Responsibility
from sammetag.cases.opening import OWN, Opened, Purpose, open_case
from sammetag.cases.queries import around, hand_over_under_way
from sammetag.design.addresses import rule_address
from sammetag.duties.doors import door_of
from sammetag.duties.duty import Duty
from sammetag.interventions.models import State
from sammetag.interventions.queries import interventions_of
from sammetag.interventions.running import hours_running, idle_spans, in_state
from sammetag.law.schemes import scheme_name
from sammetag.plan.queries import plan_of
from sammetag.talks.queries import talks_of
from sammetag.thread.day_by_day import days_of
from sammetag.thread.journal_list import entries
from sammetag.thread.picture import Gathered, draw
from sammetag.thread.what_is_due import what_is_due
from sammetag.thread.zoom import chosen, span_of, zooms

FIRST_ENTRIES = 12
ALL_ENTRIES = 500


@dataclass(frozen=True)
class Facts:
    """The line of facts under the name."""

    scheme: str
    month: int
    months: int
    ends_on: date
    granted_on: date
    ended_on: date | None
    running: int
    mentor: bool
    hours: Decimal
    idle_days: int | None


@dataclass(frozen=True)
class Next:
    """One thing that comes next, with the page that does it, and where the law book tells of its rule."""

    duty: Duty
    url: str
    label: str
    days: int
    law: str


@require_GET
def case_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Everything about one case that its reader may see, on one page."""
    opened = open_case(request, case_id, page="case")
    gathered = _gather(opened)
    zoom = chosen(request.GET.get("zoom"), gathered.programmes, gathered.today)
    context = {
        "opened": opened,
        "case": opened.case,
        "facts": _facts(gathered),
        "cpr": cpr_of(opened.case) if opened.sees_cpr else None,
        "picture": draw(gathered, span_of(zoom, gathered.programmes, gathered.today)),
        "zooms": zooms(request.path, zoom),
        "next": _next(gathered),
        "days": days_of(gathered),
        "plan": plan_of(opened.case),
        "around": _shown_around(opened, gathered.today),
        "why_opened": "" if opened.purpose == OWN else Purpose(opened.purpose).label,
        "today": gathered.today,
        "hand_over": hand_over_under_way(opened.case) if opened.hands_over else None,
    }
    if opened.sees_journal:
        limit = ALL_ENTRIES if request.GET.get("journal") == "all" else FIRST_ENTRIES
        context |= entries(opened.case, gathered.interventions, limit)
    return render(request, "thread/case.html", context)


def _shown_around(opened: Opened, day: date) -> list[Responsibility]:
    """Everybody around the citizen; a health guide tells of health, to whoever may not know of it."""
    found = around(opened.case, day)
    return [one for one in found if opened.sees_health or one.part != Part.HEALTH_GUIDE]


def _gather(opened: Opened) -> Gathered:
    case, today = opened.case, timezone.localdate()
    programmes = list(Programme.objects.of(case).order_by("granted_on"))
    interventions, talks = list(interventions_of(case)), list(talks_of(case))
    latest = programmes[-1] if programmes else None
    duties, made_good = what_is_due(opened, latest, (talks, interventions), today)
    return Gathered(opened, programmes, interventions, talks, duties, made_good, today)


def _facts(gathered: Gathered) -> Facts | None:
    if not gathered.programmes:
        return None
    one, today = gathered.programmes[-1], gathered.today
    running = in_state(gathered.shown, State.RUNNING, today)
    idle: int | None = None
    if gathered.opened.sees_health:
        last = min(today, one.ended_on or today)
        spans = idle_spans(gathered.interventions, one.starts_on, last)
        idle = sum(((span.last or last) - span.first).days + 1 for span in spans)
    return Facts(
        scheme=scheme_name(one.scheme).in_language(get_language() or "da"),
        month=_months(one.starts_on, min(today, one.ended_on or today)) + 1,
        months=_months(one.starts_on, one.granted_until) + 1,
        ends_on=one.granted_until,
        granted_on=one.granted_on,
        ended_on=one.ended_on,
        running=len([piece for piece in running if not piece.mentor]),
        mentor=any(piece.mentor for piece in running),
        hours=hours_running(gathered.shown, today),
        idle_days=idle,
    )


def _next(gathered: Gathered) -> list[Next]:
    return [
        Next(duty, url, str(label), duty.days(gathered.today), _law(duty, gathered.today))
        for duty in gathered.duties
        for url, label in [door_of(duty, gathered.opened.person.rights(gathered.opened.case))]
    ]


def _law(duty: Duty, today: date) -> str:
    return rule_address(duty.version, today) if duty.version else ""


def _months(first: date, last: date) -> int:
    """Whole months from the first day to the last."""
    return max(0, (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day))
