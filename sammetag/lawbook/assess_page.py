"""Whether a citizen is in the target group on a day: each condition, why, and what would settle it.

Nothing of what is typed is stored, and nothing of it stands in an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sammetag.access.person import Person
from sammetag.access.resuming import keeps_nothing, writer_mark
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.cases.opening import Opened, open_case
from sammetag.cases.queries import programme_of
from sammetag.law import (
    BOOK,
    CIRCULAR,
    RESSOURCEFORLOEB,
    Answer,
    Assessment,
    Condition,
    LawError,
    Period,
    Reason,
    Version,
    Words,
    target_group,
    together,
)
from sammetag.law.target_group import TARGET_GROUP
from sammetag.lawbook.target_form import AssessForm, judged_schemes
from sammetag.practice.telling import Asked, open_about


@dataclass(frozen=True)
class Judgement:
    """What the law says of the citizen: the answer in parts, or why there is none."""

    on: date
    result: str
    sentence: Words
    conditions: tuple[Condition, ...] = ()
    asides: tuple[Reason, ...] = ()
    interpretations: tuple[Reason, ...] = ()
    version: Version | None = None


@keeps_nothing
@require_http_methods(["GET", "POST"])
def assess_page(request: HttpRequest) -> HttpResponse:
    """The same questions about somebody who has no case here, or of whom one only thinks."""
    return _page(request, None, {"on": _last_day_with_rules(RESSOURCEFORLOEB), "scheme": RESSOURCEFORLOEB})


@keeps_nothing
@require_http_methods(["GET", "POST"])
def assess_case_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The questions about the citizen of a case, with what the case knows filled in."""
    opened = open_case(request, case_id, page="assess", right=Right.ASSESS)
    return _page(request, opened, _known_of(opened))


def _page(request: HttpRequest, opened: Opened | None, known: dict[str, Any]) -> HttpResponse:
    person, posted = signed_in(request), request.method == "POST"
    form = AssessForm(request.POST if posted else None, initial=known)
    valid = posted and form.is_valid()
    context = {
        "case": opened.case if opened else None,
        "form": form,
        "judgement": _judge(form) if valid else None,
        "open_questions": _open_questions(form, person) if valid else [],
        "topic": TARGET_GROUP,
        "writer": writer_mark(signed_in(request).account_id),
    }
    return render(request, "lawbook/assess.html", context, status=422 if posted and not valid else 200)


def _open_questions(form: AssessForm, person: Person) -> list[Asked]:
    on, scheme = form.cleaned_data["on"], form.cleaned_data["scheme"]
    days = Period(on, on)
    return open_about(TARGET_GROUP.name, days=days, municipality_id=person.municipality_id, scheme=scheme)


def _known_of(opened: Opened) -> dict[str, Any]:
    """The scheme, the birth, and the day of the latest grant: the day on which the question was decided."""
    programme = programme_of(opened.case)
    known = {"born_on": opened.case.citizen.born_on}
    if programme and programme.scheme in dict(judged_schemes()):
        return known | {"scheme": programme.scheme, "on": programme.granted_on}
    return known | {"scheme": RESSOURCEFORLOEB, "on": _last_day_with_rules(RESSOURCEFORLOEB)}


def _last_day_with_rules(scheme: str) -> date:
    """Today, or the last day on which there was a target group, where the scheme is closed."""
    today = timezone.localdate()
    lasts = [period.last for period in BOOK.periods(TARGET_GROUP, scheme)]
    known = [last for last in lasts if last]
    return min(today, max(known)) if len(known) == len(lasts) else today


def _judge(form: AssessForm) -> Judgement:
    on: date = form.cleaned_data["on"]
    try:
        answer = target_group(form.facts(), on)
    except LawError as refused:
        return Judgement(on, "no-rule", refused.sentence)
    verdict, *others = answer.reasons
    asides = [one for one in others if one.text not in _said_by_conditions(answer)]
    return Judgement(
        on,
        answer.value.result.value,
        verdict.text,
        answer.value.conditions,
        tuple(one for one in asides if one.source != CIRCULAR),
        tuple(one for one in asides if one.source == CIRCULAR),
        answer.version,
    )


def _said_by_conditions(answer: Answer[Assessment]) -> set[Words]:
    """What the conditions say themselves, each at its own place on the page."""
    said = set()
    for one in answer.value.conditions:
        said |= {one.demand, one.reason}
        if one.settle:
            said.add(together(one.reason, one.settle))
    return said
