"""Take in running programmes from a file: try it first, then take it in.

The file is not kept between the two. The browser still holds it and sends it again, and a signed mark says
which file was tried; so nothing about people lies about that somebody would have to remember to remove.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.cpr_queries import TAKEN
from sammetag.errors import NotAllowed
from sammetag.intake import sheets
from sammetag.intake.actions import FromFile, TakenIn, take_in_file
from sammetag.intake.faults import Fault, ImportRefused, Unreadable
from sammetag.intake.forms import FileForm
from sammetag.intake.programmes import ProgrammeIn
from sammetag.intake.queries import earlier
from sammetag.intake.table import MOST_BYTES, too_large
from sammetag.journal.actions import look

MOST_SHOWN, MANY, PREVIEWED = 200, 10, 5
# How long a file that was tried may be taken in without being tried again.
AN_HOUR = 60 * 60


@dataclass(frozen=True)
class Result:
    """What came of a file: why it could not be read, its faults, or what would be taken in."""

    sentence: str = ""
    faults: tuple[Fault, ...] = ()
    tried: FromFile | None = None
    mark: str = ""
    changed: bool = False

    @property
    def shown(self) -> tuple[Fault, ...]:
        return self.faults[:MOST_SHOWN]

    @property
    def columns(self) -> list[tuple[str, int]]:
        """The columns with most faults, where there are too many faults to be read one by one."""
        if len(self.faults) < MANY:
            return []
        return Counter(fault.column for fault in self.faults if fault.column).most_common(MANY // 2)

    @property
    def preview(self) -> tuple[ProgrammeIn, ...]:
        return self.tried.programmes[:PREVIEWED] if self.tried else ()


@require_http_methods(["GET", "POST"])
def take_in_page(request: HttpRequest) -> HttpResponse:
    """The page on which a leader tries a file and takes it in."""
    person = signed_in(request)
    if not person.keys_with(Right.TAKE_IN):
        raise NotAllowed("take in without a unit")
    if request.method == "GET":
        return _page(request, person, FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, person, form, Result(sentence=_("Vælg en fil først.")))
    try:
        return _answer(request, person, form)
    except Unreadable as refusal:
        return _page(request, person, form, Result(sentence=str(refusal.sentence)))
    except ImportRefused as refusal:
        _write_down_taken(request, person, refusal.taken)
        if request.POST.get("step") == "faults":
            return _as_file(sheets.faults(refusal.faults), _("fejl"))
        return _page(request, person, form, Result(faults=tuple(refusal.faults)))


def _write_down_taken(request: HttpRequest, person: Person, taken: int) -> None:
    """Whoever was told that others have these numbers was told of others: fishing for numbers is seen."""
    if taken:
        request_id = cast(Request, request).request_id
        look(by=person, page="take-in", purpose=TAKEN, cases=[], request_id=request_id, allowed=False)


def _answer(request: HttpRequest, person: Person, form: FileForm) -> HttpResponse:
    """Tries the file, or takes it in where it is the one that was tried."""
    uploaded = form.cleaned_data["file"]
    if uploaded.size > MOST_BYTES:
        raise too_large()
    data = uploaded.read()
    fingerprint = hashlib.sha256(data).hexdigest()
    wants = request.POST.get("step") == "take-in"
    really = wants and _was_tried(request.POST.get("mark", ""), person, fingerprint)
    outcome = take_in_file(by=person, data=data, dry_run=not really)
    if really:
        messages.success(request, _done(outcome.taken))
        return _to_the_page(request)
    mark = signing.dumps([str(person.account_id), fingerprint], salt="intake")
    return _page(request, person, form, Result(tried=outcome, mark=mark, changed=wants))


def _was_tried(mark: str, person: Person, fingerprint: str) -> bool:
    try:
        return bool(
            signing.loads(mark, salt="intake", max_age=AN_HOUR) == [str(person.account_id), fingerprint]
        )
    except signing.BadSignature:
        return False


def _done(taken: TakenIn) -> str:
    sentence = ngettext("%(count)s forløb er indlæst.", "%(count)s forløb er indlæst.", taken.programmes)
    said = sentence % {"count": taken.programmes}
    if taken.already:
        untouched = ngettext(
            "%(count)s var her allerede og er ikke rørt.",
            "%(count)s var her allerede og er ikke rørt.",
            taken.already,
        )
        said = f"{said} {untouched % {'count': taken.already}}"
    return said


def _to_the_page(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("take-in")})
    return redirect("take-in")


def _page(request: HttpRequest, person: Person, form: FileForm, result: Result | None = None) -> HttpResponse:
    """The page, or for htmx what came of the file. Its answer is then no error, or it would not be shown."""
    by_htmx = bool(request.headers.get("HX-Request"))
    refused = result is not None and result.tried is None
    context = {
        "form": form,
        "result": result,
        "earlier": [] if by_htmx else earlier(person),
        "by_htmx": by_htmx,
    }
    template = "intake/take_in.html#result" if by_htmx else "intake/take_in.html"
    return render(request, template, context, status=422 if refused and not by_htmx else 200)


def _as_file(content: bytes, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}.csv"'
    return HttpResponse(content, "text/csv; charset=utf-8", headers={"Content-Disposition": disposition})
