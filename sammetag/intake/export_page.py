"""Take out the running programmes of the units one leads, as a file that the worker makes.

The page shows how far each export has come. The file is fetched by a post: no link lies about that gives it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sammetag.access.person import Person
from sammetag.access.proof import proven_lately
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.errors import NotAllowed
from sammetag.intake.exports.actions import asking
from sammetag.intake.exports.actions.asking import Wish
from sammetag.intake.exports.kinds import Form, Reason, Stage
from sammetag.intake.exports.queries import is_old, own_exports
from sammetag.intake.forms import ExportForm
from sammetag.intake.models import Export
from sammetag.intake.workbooks.writing import XLSX

CONTENT = {
    Form.XLSX: XLSX,
    Form.CSV: "text/csv; charset=utf-8",
}
# A worker that runs has made it long before.
SLOW = timedelta(minutes=2)


@dataclass(frozen=True)
class Line:
    """One export as the page shows it."""

    export: Export

    @property
    def is_ready(self) -> bool:
        return self.export.stage == Stage.MADE and not is_old(self.export)

    @property
    def is_waiting(self) -> bool:
        return self.export.stage == Stage.ASKED and not is_old(self.export)

    @property
    def is_slow(self) -> bool:
        return self.is_waiting and self.export.asked_at < timezone.now() - SLOW

    @property
    def was_made(self) -> bool:
        return self.export.made_at is not None


@require_http_methods(["GET", "POST"])
def export_page(request: HttpRequest) -> HttpResponse:
    """The page on which a leader asks for an export and fetches it."""
    person = signed_in(request)
    if not person.keys_with(Right.EXPORT):
        raise NotAllowed("export without a unit")
    if request.method == "POST":
        return _ask(request)
    return _page(request, person, ExportForm(initial={"token": uuid4()}))


@require_POST
@proven_lately
def export_file(request: HttpRequest, export_id: UUID) -> HttpResponse:
    """The file of one's own export; who it tells of is written down as seen."""
    request_id = cast(Request, request).request_id
    export, content = asking.fetch(by=signed_in(request), export_id=export_id, request_id=request_id)
    # The name says nothing of anybody: it stays behind in the list of what was downloaded.
    name = f"{_('forloeb')}-{timezone.localdate(export.made_at)}.{export.form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, CONTENT[Form(export.form)], headers=headers)


@require_POST
def drop_export(request: HttpRequest, export_id: UUID) -> HttpResponse:
    """Throws one's own export away."""
    asking.throw_away(by=signed_in(request), export_id=export_id)
    messages.success(request, _("Filen er slettet."))
    return redirect("export-programmes")


@proven_lately
def _ask(request: HttpRequest) -> HttpResponse:
    person, form = signed_in(request), ExportForm(request.POST)
    if not form.is_valid():
        return _page(request, person, form, status=422)
    said = form.cleaned_data
    wish = Wish(Reason(said["reason"]), Form(said["form"]), get_language() or "da", said["with_cpr"])
    asking.ask(by=person, wish=wish, token=said["token"])
    return redirect("export-programmes")


def _page(request: HttpRequest, person: Person, form: ExportForm, *, status: int = 200) -> HttpResponse:
    """The page, or for htmx how far the exports have come."""
    lines = [Line(export) for export in own_exports(person)]
    context = {
        "form": form,
        "lines": lines,
        "waits": any(line.is_waiting for line in lines),
    }
    by_htmx = request.method == "GET" and request.headers.get("HX-Request")
    template = "intake/export.html#own" if by_htmx else "intake/export.html"
    return render(request, template, context, status=status)
