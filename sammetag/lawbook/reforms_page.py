"""The reforms that can be switched on, and whom in the reader's units they would affect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.models import Case
from sammetag.cases.opening import is_own
from sammetag.cases.queries import open_cases
from sammetag.design.wording import told
from sammetag.journal.actions import look
from sammetag.law.errors import LawError
from sammetag.law.reform import Contradiction, Reform, ReformedBook, ReformStatus
from sammetag.law.reforms import REFORMS, book_under, reform_named
from sammetag.lawbook.caseload import CaseloadImpact, as_the_law_asks, caseload_impact
from sammetag.lawbook.lacking import lacking_words

ON_A_PAGE = 100
# Why a case was looked at, as the citizen is told.
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
        names = refused.names if isinstance(refused, Contradiction) else ()
        context |= {"fault": told(refused.sentence), "clashing": [reform_named(name) for name in names]}
        return render(request, "lawbook/reforms.html", context, status=422)
    context["switched_on"] = [(one, _notes(one)) for one in cast(ReformedBook, under).reforms]
    if context["leads"]:
        context |= _impact(request, cast(ReformedBook, under))
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


def _notes(reform: Reform) -> list[str]:
    """What of it is no rule here, and what must be known of how it is read; each thing once."""
    notes = (reform.beyond, *(amendment.version.note for amendment in reform.amendments))
    return [told(note) for note in dict.fromkeys(notes) if note]


def _impact(request: HttpRequest, under: ReformedBook) -> dict[str, object]:
    person, today = signed_in(request), timezone.localdate()
    asked = as_the_law_asks(person, open_cases(person), today)
    found = caseload_impact(asked, today, under=under, may_name=lambda case: _may_name(person, case))
    page = Paginator(found.named, ON_A_PAGE).get_page(request.GET.get("page"))
    look(
        by=person,
        page="law-reforms",
        purpose=PURPOSE,
        cases=sorted(one.case.id for one in page),
        request_id=cast(Request, request).request_id,
    )
    return {
        "impact": found,
        "headline": _headline(found),
        "page": page,
        "lacks": [
            *((lacking_words(path), number) for path, number in found.lacks),
            *((told(why), number) for why, number in found.counted.why_not.most_common()),
        ],
    }


def _may_name(person: Person, case: Case) -> bool:
    """Whether the citizen may stand here without a question why: their own, or of a unit that they lead."""
    return is_own(person, case) or person.may(Right.DISTRIBUTE, case)


def _headline(found: CaseloadImpact) -> str:
    number = found.affected
    return ngettext("%(n)s borger ville mærke det", "%(n)s borgere ville mærke det", number) % {"n": number}
