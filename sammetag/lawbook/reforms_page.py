"""The reforms that can be switched on, and whom in the reader's units they would affect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.queries import open_cases
from sammetag.journal.actions import look
from sammetag.law.errors import LawError
from sammetag.law.reform import Reform, ReformedBook, ReformStatus
from sammetag.law.reforms import REFORMS, book_under
from sammetag.lawbook.caseload import CaseloadImpact, as_the_law_asks, caseload_impact
from sammetag.lawbook.lacking import lacking_words
from sammetag.lawbook.speaking import told

# So many citizens can be taken in; the rest are one click away.
MOST = 25
PURPOSE = "reform"
MINISTERS, ENACTED = _("Ministerens fire forslag"), _("Som de blev til lov")
UNIONS = _("Dansk Socialrådgiverforenings forslag")


@dataclass(frozen=True)
class Group:
    """Reforms of one proposer, under their heading."""

    title: str
    reforms: tuple[Reform, ...]


@require_GET
def reforms_page(request: HttpRequest) -> HttpResponse:
    """The list, and what the chosen ones come to; two that contradict each other are named."""
    person = signed_in(request)
    chosen = request.GET.getlist("reform")
    context: dict[str, object] = {
        "groups": grouped(REFORMS),
        "chosen": chosen,
        "leads": bool(person.keys_with(Right.HAND_OVER)),
    }
    if not chosen:
        return render(request, "lawbook/reforms.html", context)
    try:
        under = book_under(chosen)
    except LawError as refused:
        context["fault"] = told(refused.sentence)
        return render(request, "lawbook/reforms.html", context, status=422)
    context["switched_on"] = cast(ReformedBook, under).reforms
    if context["leads"]:
        context |= _impact(request, cast(ReformedBook, under), whole=request.GET.get("all") == "1")
    return render(request, "lawbook/reforms.html", context)


def grouped(reforms: Iterable[Reform]) -> list[Group]:
    """The reforms by who asks for them, in the order of the list."""
    found: dict[str, list[Reform]] = {}
    for reform in reforms:
        found.setdefault(_heading(reform), []).append(reform)
    return [Group(heading, tuple(some)) for heading, some in found.items()]


def _heading(reform: Reform) -> str:
    if reform.status is ReformStatus.ENACTED:
        return str(ENACTED)
    return str(UNIONS if reform.source.act == "DS" else MINISTERS)


def _impact(request: HttpRequest, under: ReformedBook, *, whole: bool) -> dict[str, object]:
    person, today = signed_in(request), timezone.localdate()
    found = caseload_impact(as_the_law_asks(person, open_cases(person), today), today, under=under)
    shown = found.affected if whole else found.affected[:MOST]
    look(
        by=person,
        page="law-reforms",
        purpose=PURPOSE,
        cases=sorted(one.case.id for one in shown),
        request_id=cast(Request, request).request_id,
    )
    return {
        "impact": found,
        "headline": _headline(found),
        "shown": shown,
        "hidden": len(found.affected) - len(shown),
        "lacks": [(lacking_words(path), number) for path, number in found.lacks],
    }


def _headline(found: CaseloadImpact) -> str:
    number = len(found.affected)
    return ngettext("%(n)s borger ville mærke det", "%(n)s borgere ville mærke det", number) % {"n": number}
